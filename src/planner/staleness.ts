import { GongError, type GongErrorKind } from '../gong/errors.js';

/** Failures that say nothing about the data itself. */
const outages: ReadonlySet<GongErrorKind> = new Set<GongErrorKind>([
  'unavailable',
  'bad-response',
  'rate-limited',
  'quota-exhausted',
  'deadline-exceeded',
]);

/** Whether older data is better than this failure: what Gong refuses deliberately, it has reasons for. */
export function isBetterThan(error: unknown): boolean {
  return error instanceof GongError && outages.has(error.kind);
}
