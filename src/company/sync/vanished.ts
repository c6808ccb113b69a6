import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../lib/clock.js';
import { PAGE_CALLS } from './schedule.js';

/** A kept call that was missing from its window. */
export interface Suspect {
  /** When it was missed first. */
  readonly missedAt: number;
  /** When Gong had no call with its ID for the first time; null: it was not asked yet. */
  readonly absentAt: number | null;
}

export interface VanishedState {
  readonly suspects: Readonly<Record<string, Suspect>>;
  readonly trippedAt: number | null;
  /** An administrator has confirmed the suspects that were missed by then. */
  readonly confirmedTo: number;
}

/** Calls that stay in the copy, though Gong no longer shows them. */
export interface HeldCalls {
  readonly calls: number;
  /** When the first and the last of them were missed; null when there are none. */
  readonly missed: { readonly from: number; readonly to: number } | null;
}

/** Gong is asked twice, so far apart. */
const CONFIRM_MS = 10 * MINUTE_MS;

/** More than so many at one time, or more than this part, and the credential may have lost its sight of them. */
const MOST_MISSING = 20;
const MOST_MISSING_PART = 0.02;

/** Accepted part of missing calls among those that are sampled to see whether others are missing, too. */
const MOST_SAMPLED_MISSING_PART = 0.02;

/** What is looked at together. */
const PASS_MS = HOUR_MS;

/** More are noticed again when these are decided. */
export const MOST_SUSPECTS = 5000;

/**
 * Calls that may have been deleted at Gong. One is believed to be when Gong twice has no call with its ID. When many
 * are missing at one time, they are held: none is removed until a day has passed, or an administrator confirms them.
 */
export class Vanished {
  private suspects = new Map<string, Suspect>();
  private trippedAt: number | null = null;
  private confirmedTo = 0;
  private passes: { readonly at: number; readonly examined: number; readonly missed: number }[] =
    [];

  restore({ suspects, trippedAt, confirmedTo }: VanishedState): void {
    this.suspects = new Map(Object.entries(suspects));
    this.trippedAt = trippedAt;
    this.confirmedTo = confirmedTo;
  }

  get state(): VanishedState {
    const { suspects, trippedAt, confirmedTo } = this;
    return { suspects: Object.fromEntries(suspects), trippedAt, confirmedTo };
  }

  /** How many are held, because so many are missing. */
  get held(): number {
    return heldCalls(this.state).calls;
  }

  /**
   * A window was read.
   *
   * @param missing IDs of kept calls that were not in it.
   * @returns whether anything changed.
   */
  note(missing: readonly string[], seen: Iterable<string>, now: number): boolean {
    const before = this.suspects.size;
    let examined = 0;
    for (const id of seen) {
      examined += 1;
      this.suspects.delete(id);
    }
    const fresh = missing.filter((id) => !this.suspects.has(id));
    const room = Math.max(0, MOST_SUSPECTS - this.suspects.size);
    for (const id of fresh.slice(0, room)) this.suspects.set(id, { missedAt: now, absentAt: null });
    this.passes = this.passes.filter(({ at }) => at > now - PASS_MS);
    this.passes.push({ at: now, examined: examined + fresh.length, missed: fresh.length });
    const missed = sum(this.passes.map((pass) => pass.missed));
    const all = sum(this.passes.map((pass) => pass.examined));
    if (fresh.length > 0 && missed > Math.max(MOST_MISSING, MOST_MISSING_PART * all)) {
      this.trip(now);
    }
    this.endIfDecided();
    return fresh.length > 0 || before !== this.suspects.size;
  }

  /** When Gong is to be asked next; Infinity where nothing is missing. */
  dueAt(): number {
    let due = Infinity;
    for (const suspect of this.suspects.values()) due = Math.min(due, this.dueAtOf(suspect));
    return due;
  }

  /** IDs to ask Gong for now: one request of them. */
  due(now: number): readonly string[] {
    return [...this.suspects]
      .filter(([, suspect]) => this.dueAtOf(suspect) <= now)
      .slice(0, PAGE_CALLS)
      .map(([id]) => id);
  }

  /**
   * Whether calls would be removed if Gong doesn't have these, so that others are to be looked up before.
   *
   * @param absent those that Gong doesn't have.
   */
  wouldRemove(absent: ReadonlySet<string>, now: number): boolean {
    return [...absent].some((id) => {
      const suspect = this.suspects.get(id);
      // Those that an administrator has confirmed need no proof by others.
      if (suspect === undefined || suspect.missedAt <= this.confirmedTo) return false;
      return !this.isHeld(suspect) && this.isConfirmed(suspect, now);
    });
  }

  /** Others were looked up: when Gong lacks too many of these, the credential may have lost its sight of them. */
  noteSample(sampled: number, missing: number, now: number): void {
    if (missing > 1 && missing > MOST_SAMPLED_MISSING_PART * sampled) this.trip(now);
  }

  /**
   * Gong was asked for the calls.
   *
   * @param absent those that it doesn't have; the others are there, or nothing is known.
   * @returns those that are gone.
   */
  decide(asked: readonly string[], absent: ReadonlySet<string>, now: number): readonly string[] {
    const gone: string[] = [];
    for (const id of asked) {
      const suspect = this.suspects.get(id);
      if (suspect === undefined) continue;
      if (!absent.has(id)) this.suspects.delete(id);
      else if (this.isConfirmed(suspect, now)) gone.push(id);
      else this.suspects.set(id, { ...suspect, absentAt: suspect.absentAt ?? now });
    }
    for (const id of gone) this.suspects.delete(id);
    this.endIfDecided();
    return gone;
  }

  /**
   * An administrator has confirmed that the calls which were missed by then are deleted. Gong is still asked for them
   * twice. What is missed later is not confirmed.
   */
  confirm(missedTo: number): void {
    this.confirmedTo = Math.max(this.confirmedTo, missedTo);
    this.passes = [];
    this.endIfDecided();
  }

  private trip(now: number): void {
    this.trippedAt ??= now;
  }

  private isHeld({ missedAt }: Suspect): boolean {
    return this.trippedAt !== null && missedAt > this.confirmedTo;
  }

  private isConfirmed(suspect: Suspect, now: number): boolean {
    const { missedAt, absentAt } = suspect;
    if (this.isHeld(suspect)) return now >= missedAt + DAY_MS;
    return absentAt !== null && now >= absentAt + CONFIRM_MS;
  }

  private dueAtOf(suspect: Suspect): number {
    const { missedAt, absentAt } = suspect;
    if (this.isHeld(suspect)) return missedAt + DAY_MS;
    return absentAt === null ? missedAt : absentAt + CONFIRM_MS;
  }

  private endIfDecided(): void {
    if (this.held === 0) this.trippedAt = null;
  }
}

/** The calls that are held, as the stored state says. */
export function heldCalls({ suspects, trippedAt, confirmedTo }: VanishedState): HeldCalls {
  let calls = 0;
  let [from, to] = [Infinity, -Infinity];
  for (const { missedAt } of trippedAt === null ? [] : Object.values(suspects)) {
    if (missedAt <= confirmedTo) continue;
    calls += 1;
    from = Math.min(from, missedAt);
    to = Math.max(to, missedAt);
  }
  return { calls, missed: calls === 0 ? null : { from, to } };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
