import type { SyncMemory } from '../../replica/replica.js';
import { PROGRESS, VANISHED, type Kept } from './syncState.js';
import { MOST_SUSPECTS, type VanishedState } from './vanished.js';

/** A window of call starts of which every part was read from Gong. */
export interface ExaminedWindow {
  /** Where it ends: calls that start later were not read. Milliseconds since the epoch. */
  readonly toMs: number;
  /** When the part of it was read that was read first, in milliseconds since the epoch. */
  readonly readAt: number;
  /** IDs of calls that Gong did not show then, and that may be kept until it is certain that they are gone. */
  readonly missing: readonly string[];
}

/**
 * Finds out whether the sync has read a whole window. A window that ends later than what was read last counts up to
 * there: no more of it was there then.
 *
 * @returns null when a part was never read, or not by the start of calls.
 */
export async function examinedWindow(
  memory: Pick<SyncMemory, 'slices' | 'get'>,
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
): Promise<ExaminedWindow | null> {
  const [slices, progress, vanished] = await Promise.all([
    memory.slices(),
    memory.get(PROGRESS),
    memory.get(VANISHED),
  ]);
  const { hot = null, keptFromMs = null, scheduledAt = 0 } = (progress ?? {}) as Partial<Kept>;
  if (hot === null || (keptFromMs !== null && fromMs < keptFromMs)) return null;
  const { suspects } = (vanished ?? { suspects: {} }) as Pick<VanishedState, 'suspects'>;
  const missing = Object.keys(suspects);
  if (missing.length >= MOST_SUSPECTS) return null;
  const read = [...slices, hot].filter(({ readAt }) => readAt > scheduledAt);
  const end = Math.min(toMs, hot.toMs);
  let readAt = hot.readAt;
  for (let at = fromMs; at < end;) {
    const covering = read.filter((each) => each.fromMs <= at && at < each.toMs);
    if (covering.length === 0) return null;
    const latest = covering.reduce((best, each) => (each.readAt > best.readAt ? each : best));
    readAt = Math.min(readAt, latest.readAt);
    at = latest.toMs;
  }
  return { toMs: end, readAt, missing };
}
