import { toMicros } from '../instants.js';
import { createRandom, type createIdMaker, type Random } from '../random.js';
import type { CallMaker } from './calls.js';
import { createLateComment } from './comments.js';
import { LAST_NAMES } from './names.js';
import { createReview } from './reviews.js';
import type { Call, Company } from './types.js';

/** How much happens in a company. */
export interface LifeOptions {
  /** Calls that begin on a working day; 20 by default. On a day of the weekend, a sixteenth of that. */
  callsPerDay: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** What happens to calls besides, for each call that begins. */
const SHARES = {
  comments: 0.15,
  reviews: 0.2,
  analyses: 0.05,
  titles: 0.03,
  privacy: 0.01,
  deletions: 0.02,
};
const RENAMED_USERS_PER_DAY = 0.3;

/** So long before a call appears, Gong counts it in lists already, as it does while it processes a recording. */
const PROCESSING_MS = MINUTE_MS;

/** Calls that are older are left alone. */
const OLDEST_CHANGED_MS = 30 * DAY_MS;

/** Relative frequency of starts by hour, UTC, from 7:00. */
const HOURS = [2, 6, 9, 9, 4, 6, 9, 9, 7, 6, 5, 3, 1];
const FIRST_HOUR = 7;
const ALL_HOURS = HOURS.reduce((sum, weight) => sum + weight, 0);
const WEEKEND = 1 / 16;

interface Living {
  readonly company: Company;
  readonly callMaker: CallMaker;
  readonly nextId: ReturnType<typeof createIdMaker>;
  readonly seed: number;
  /** When life begins; milliseconds since 1970. */
  readonly now: number;
}

/**
 * A company in which things happen: calls begin, appear minutes to weeks later, and are analyzed after that; calls get
 * comments and reviews, are analyzed again, renamed, made private, or deleted; users change their names. What happens
 * in an hour depends on the seed and on that hour alone, however often time is looked at.
 */
export class Life {
  readonly company: Company;
  private readonly callsPerDay: number;
  /** Start of the hour that happens next. */
  private nextHour: number;
  /** Calls that have begun, and that Gong doesn't know yet. */
  private unknown: { readonly call: Call; readonly knownAt: number }[] = [];

  constructor(
    private readonly living: Living,
    { callsPerDay = 20 }: Partial<LifeOptions>,
  ) {
    this.company = living.company;
    this.callsPerDay = callsPerDay;
    this.nextHour = Math.ceil(living.now / HOUR_MS) * HOUR_MS;
  }

  /** Lets all hours happen that have begun by now. */
  advance(now: number): void {
    for (; this.nextHour <= now; this.nextHour += HOUR_MS) {
      this.showCalls(this.nextHour);
      this.happen(this.nextHour);
    }
    this.showCalls(now);
  }

  private showCalls(now: number): void {
    const known = this.unknown.filter(({ knownAt }) => knownAt <= now);
    if (known.length === 0) return;
    this.unknown = this.unknown.filter(({ knownAt }) => knownAt > now);
    known.sort((one, other) => one.knownAt - other.knownAt);
    this.company.calls.push(...known.map(({ call }) => call));
  }

  private happen(hour: number): void {
    const random = createRandom(this.living.seed, 'life', hour);
    const times = (perDay: number, act: () => void): void => {
      for (let left = countOf(perDay / 24, random); left > 0; left -= 1) act();
    };
    for (let left = countOf(this.callsPerDay * shareOf(hour), random); left > 0; left -= 1) {
      this.beginCall(hour, random);
    }
    const recent = this.recentCalls(hour);
    const each = (share: number, act: (call: Call) => void): void => {
      times(this.callsPerDay * share, () => {
        if (recent.length > 0) act(random.pick(recent));
      });
    };
    each(SHARES.comments, (call) => {
      this.comment(call, hour, random);
    });
    each(SHARES.reviews, (call) => {
      this.review(call, hour, random);
    });
    each(SHARES.analyses, analyzeAgain);
    each(SHARES.titles, ({ metaData }) => {
      metaData.title = `${metaData.title ?? 'Call'} (renamed)`;
    });
    each(SHARES.privacy, ({ metaData }) => {
      metaData.isPrivate = !metaData.isPrivate;
    });
    each(SHARES.deletions, (call) => {
      this.delete(call);
    });
    times(RENAMED_USERS_PER_DAY, () => {
      random.pick(this.company.users).lastName = random.pick(LAST_NAMES);
    });
  }

  private beginCall(hour: number, random: Random): void {
    const { callMaker } = this.living;
    const micros = (hour + random.integer(0, 59) * MINUTE_MS) * 1000 + random.integer(0, 999_999);
    const plan = callMaker.plan({ micros, offsetMinutes: 0 }, random);
    const call = callMaker.make(plan);
    const ended = micros / 1000 + plan.metaData.duration * 1000;
    call.availableAt = ended + lateness(random);
    call.analyzedAt =
      call.availableAt + random.integer(10, random.chance(0.1) ? 24 * 60 : 60) * MINUTE_MS;
    call.notReadyFrom = call.availableAt - PROCESSING_MS;
    this.unknown.push({ call, knownAt: call.notReadyFrom });
  }

  /** Calls that are there, analyzed, and not too old to change. */
  private recentCalls(now: number): Call[] {
    return this.company.calls.filter(
      ({ metaData, availableAt = 0, analyzedAt = 0 }) =>
        Math.max(availableAt, analyzedAt) <= now &&
        toMicros(metaData.started) / 1000 >= now - OLDEST_CHANGED_MS,
    );
  }

  private comment(call: Call, now: number, random: Random): void {
    const known = call.collaboration?.publicComments ?? [];
    const comment = createLateComment(this.company, now, random, this.living.nextId());
    call.collaboration = { publicComments: [...known, comment] };
  }

  private review(call: Call, now: number, random: Random): void {
    const { primaryUserId, workspaceId } = call.metaData;
    const fitting = this.company.scorecards.filter((card) => card.workspaceId === workspaceId);
    if (primaryUserId === null || fitting.length === 0) return;
    const card = random.pick(fitting);
    const reviewed = { company: this.company, call, card, reviewedUserId: primaryUserId };
    this.company.answeredScorecards.push(
      createReview({ ...reviewed, reviewed: now * 1000 }, random, this.living.nextId()),
    );
  }

  private delete(call: Call): void {
    const { company } = this;
    const { id } = call.metaData;
    company.calls = company.calls.filter((each) => each !== call);
    company.answeredScorecards = company.answeredScorecards.filter(({ callId }) => callId !== id);
    for (const folder of company.folders) {
      folder.calls = folder.calls.filter((each) => each.id !== id);
    }
  }
}

/** Share of a working day's calls that begins in the hour. */
const shareOf = (hour: number): number => {
  const date = new Date(hour);
  const weight = HOURS[date.getUTCHours() - FIRST_HOUR] ?? 0;
  const isWeekend = date.getUTCDay() === 0 || date.getUTCDay() === 6;
  return (weight / ALL_HOURS) * (isWeekend ? WEEKEND : 1);
};

/** A whole number that is as large as expected on average. */
const countOf = (expected: number, random: Random): number =>
  Math.floor(expected) + (random.chance(expected % 1) ? 1 : 0);

/** How long after its end a call appears, in milliseconds: mostly minutes, now and then up to 20 days. */
const lateness = (random: Random): number => {
  const roll = random.next();
  if (roll < 0.7) return random.integer(1, 30) * MINUTE_MS;
  if (roll < 0.9) return random.integer(30, 6 * 60) * MINUTE_MS;
  if (roll < 0.98) return random.integer(6, 48) * HOUR_MS;
  return random.integer(2 * 24, 20 * 24) * HOUR_MS;
};

/** A later model writes another brief, and finds one tracker less. */
const analyzeAgain = (call: Call): void => {
  const { content } = call;
  if (!content) return;
  call.content = {
    ...content,
    brief: `In short: ${content.brief ?? 'no summary.'}`,
    trackers: content.trackers?.slice(1) ?? null,
  };
};
