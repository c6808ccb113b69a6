import type { User } from '../company/types.js';
import { badRequest } from '../errors.js';
import { localDay, offsetMinutesAt, toMicros } from '../instants.js';
import type { OperationRequest } from './types.js';

/** Days of which statistics are asked for, in the company's zone, the end exclusive, and the users they are of. */
export interface StatsWindow {
  readonly fromDate: string;
  readonly toDate: string;
  readonly userIds: readonly string[] | undefined;
  readonly users: readonly User[];
  /** The day of an instant; null outside the window. */
  readonly dayOf: (time: string) => string | null;
}

/** What the filter of a request for statistics says. */
export const statsWindow = ({ company, body, now }: OperationRequest): StatsWindow => {
  const { fromDate, toDate, userIds } = body['filter'] as Pick<
    StatsWindow,
    'fromDate' | 'toDate' | 'userIds'
  >;
  const { timeZone, users } = company;
  if (fromDate > toDate) throw badRequest('filter.fromDate: must not be after filter.toDate');
  if (toDate > localDay(timeZone, now)) {
    throw badRequest('filter.toDate: must not be in the future');
  }
  const wanted = new Set(userIds ?? users.map(({ id }) => id));
  return {
    fromDate,
    toDate,
    userIds,
    users: users.filter(({ id }) => wanted.has(id)),
    dayOf: (time) => {
      const day = localDay(timeZone, toMicros(time) / 1000);
      return fromDate <= day && day < toDate ? day : null;
    },
  };
};

/** All days of the window, in order. */
export const daysBetween = ({
  fromDate,
  toDate,
}: Pick<StatsWindow, 'fromDate' | 'toDate'>): readonly string[] => {
  const days: string[] = [];
  const date = new Date(`${fromDate}T00:00:00Z`);
  for (let day = fromDate; day < toDate; day = date.toISOString().slice(0, 10)) {
    days.push(day);
    date.setUTCDate(date.getUTCDate() + 1);
  }
  return days;
};

/** When a day begins in a time zone. */
export const midnightOf = (day: string, timeZone: string) => {
  const utc = Date.parse(`${day}T00:00:00Z`);
  const near = utc - offsetMinutesAt(timeZone, utc) * 60_000;
  const offsetMinutes = offsetMinutesAt(timeZone, near);
  return { millis: utc - offsetMinutes * 60_000, offsetMinutes };
};
