import { DAY_MS, HOUR_MS, MINUTE_MS } from '../lib/clock.js';
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
}

/** Gong is asked twice, so far apart. */
const CONFIRM_MS = 10 * MINUTE_MS;

/** More than so many at one time, or more than this part, and the credential may have lost its sight of them. */
const MOST_MISSING = 20;
const MOST_MISSING_PART = 0.02;

/** What is looked at together. */
const PASS_MS = HOUR_MS;

/** More are noticed again when these are decided. */
const MOST_SUSPECTS = 5000;

/**
 * Calls that may have been deleted at Gong. One is believed to be when Gong twice has no call with its ID. When many
 * are missing at one time, none is until a day has passed.
 */
export class Vanished {
  private suspects = new Map<string, Suspect>();
  private trippedAt: number | null = null;
  private passes: { readonly at: number; readonly examined: number; readonly missed: number }[] =
    [];

  restore({ suspects, trippedAt }: VanishedState): void {
    this.suspects = new Map(Object.entries(suspects));
    this.trippedAt = trippedAt;
  }

  get state(): VanishedState {
    return { suspects: Object.fromEntries(this.suspects), trippedAt: this.trippedAt };
  }

  get count(): number {
    return this.suspects.size;
  }

  /** Whether so many are missing that nothing is removed for the time being. */
  get isTripped(): boolean {
    return this.trippedAt !== null;
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
      this.trippedAt ??= now;
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
      else if (suspect.absentAt === null && !this.isTripped) {
        this.suspects.set(id, { ...suspect, absentAt: now });
      } else gone.push(id);
    }
    for (const id of gone) this.suspects.delete(id);
    this.endIfDecided();
    return gone;
  }

  /** An operator says that they are deleted: Gong is asked once more, at once. */
  approve(): void {
    if (!this.isTripped) return;
    for (const [id, suspect] of this.suspects) {
      this.suspects.set(id, { ...suspect, missedAt: suspect.missedAt - DAY_MS });
    }
  }

  private dueAtOf({ missedAt, absentAt }: Suspect): number {
    if (this.isTripped) return missedAt + DAY_MS;
    return absentAt === null ? missedAt : absentAt + CONFIRM_MS;
  }

  private endIfDecided(): void {
    if (this.suspects.size === 0) this.trippedAt = null;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
