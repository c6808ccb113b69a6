import { SECOND_MS } from '../../../lib/clock.js';
import { ok, warning, type Finding } from '../finding.js';
import type { ResponseFacts } from '../recordingFetch.js';

/** Tolerated difference of the clocks. */
const TOLERATED_MS = 5 * SECOND_MS;

/** Compares this machine's clock with Gong's. Returns null when no response contained a date. */
export function clockFinding(seen: readonly ResponseFacts[]): Finding | null {
  const told = seen.map(({ aheadMs }) => aheadMs).filter((ms) => ms !== null);
  if (told.length === 0) return null;
  // A slow response makes the difference look smaller, never larger.
  const [aheadMs = 0] = [...told].sort((a, b) => Math.abs(b) - Math.abs(a));
  if (Math.abs(aheadMs) <= TOLERATED_MS) {
    return ok('Clock', "this machine's clock agrees with Gong's.");
  }
  const seconds = Math.round(Math.abs(aheadMs) / SECOND_MS);
  return warning(
    'Clock',
    `this machine's clock is ${seconds} s ${aheadMs > 0 ? 'ahead of' : 'behind'} Gong's. This affects the newest calls, the start of the day, and expiry times.`,
    'Synchronize it with NTP.',
  );
}
