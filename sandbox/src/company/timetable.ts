import { offsetMinutesAt } from '../instants.js';
import type { Random } from '../random.js';

/** When a call begins and how far its place is ahead of UTC. */
export interface Slot {
  /** Microseconds since 1970. */
  micros: number;
  offsetMinutes: number;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** A call is known to Gong only some time after it ended: the newest are at least this old. */
export const NEWEST_AGE_MS = 2 * HOUR_MS;
const ZONES = [
  'America/New_York',
  'America/Los_Angeles',
  'Europe/London',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Asia/Tokyo',
];
/** Relative frequency of starts by local hour, from 8:00. */
const HOURS = [2, 6, 9, 9, 4, 6, 9, 9, 7, 3, 1];

/** Starts spread over working days and hours of several zones, oldest first; now and then two at once. */
export const officeHours = (count: number, days: number, now: number, random: Random): Slot[] => {
  const oldest = now - days * DAY_MS;
  const newest = now - NEWEST_AGE_MS;
  const offsetOf = createOffsets();
  const slots: Slot[] = [];
  while (slots.length < count) {
    const day = Math.floor((oldest + random.next() * (newest - oldest)) / DAY_MS) * DAY_MS;
    const weekday = new Date(day).getUTCDay();
    if ((weekday === 0 || weekday === 6) && !random.chance(0.06)) continue;
    const offsetMinutes = offsetOf(random.pick(ZONES), day);
    const minute = random.pick([0, 0, 0, 15, 30, 30, 45]) + random.integer(0, 4);
    const local = day + pickHour(random) * HOUR_MS + minute * 60_000;
    const micros = (local - offsetMinutes * 60_000) * 1000 + random.integer(0, 59_999_999);
    if (micros < oldest * 1000 || micros > newest * 1000) continue;
    slots.push({ micros, offsetMinutes });
  }
  slots.sort((one, other) => one.micros - other.micros);
  return slots.map((slot, index) => (index % 97 === 96 ? (slots[index - 1] ?? slot) : slot));
};

/** Starts at even distances, oldest first: the arithmetic of paging tests stays simple. */
export const steadyHours = (count: number, days: number, now: number): Slot[] => {
  const step = Math.floor((days * DAY_MS - NEWEST_AGE_MS) / Math.max(count, 1));
  return Array.from({ length: count }, (_, index) => ({
    micros: (now - NEWEST_AGE_MS - (count - 1 - index) * step) * 1000,
    offsetMinutes: 0,
  }));
};

const pickHour = (random: Random): number => {
  let left = random.next() * HOURS.reduce((sum, weight) => sum + weight, 0);
  const index = HOURS.findIndex((weight) => (left -= weight) < 0);
  return 8 + Math.max(index, 0);
};

/** Offsets change twice a year, so one look-up a day is enough (and they are slow). */
const createOffsets = () => {
  const known = new Map<string, number>();
  return (zone: string, day: number): number => {
    const key = `${zone}/${day}`;
    const offset = known.get(key) ?? offsetMinutesAt(zone, day);
    known.set(key, offset);
    return offset;
  };
};
