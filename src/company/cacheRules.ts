import type { RecordKind } from '../gong/endpoints/endpoint.js';
import { parseInstant, toMillis } from '../lib/instant.js';
import {
  ageBasedTtl,
  directoryLifetime,
  hourlyTtl,
  polledTtl,
  volatileTtl,
  type CacheTtl,
} from './cache/ttl.js';

/** Decides how long records of a kind are reused. */
export interface CacheConditions {
  /** How long directory data is reused, as the operator configures it. */
  readonly directoryTtlSeconds: number;
  readonly nowMs: number;
}

type Kind = Pick<RecordKind<never>, 'serves'>;

/**
 * Returns how long a response with records of a kind is reused.
 *
 * @param until end of the requested time window; undefined when there is none.
 */
export function responseTtl(
  { serves }: Kind,
  until: string | undefined,
  { directoryTtlSeconds, nowMs }: CacheConditions,
): CacheTtl {
  if (serves === 'directory') return directoryLifetime(directoryTtlSeconds);
  if (serves === 'hourly') return hourlyTtl;
  if (serves === 'briefly') return volatileTtl;
  if (serves === 'polled') return polledTtl;
  return ageBasedTtl(until === undefined ? null : nowMs - Date.parse(until));
}

/**
 * Returns how long a record of a kind is reused.
 *
 * @param since when the record began to settle; null when that is unknown.
 */
export function recordTtl(
  { serves }: Kind,
  since: string | null | undefined,
  { directoryTtlSeconds, nowMs }: CacheConditions,
): CacheTtl {
  if (serves === 'directory') return directoryLifetime(directoryTtlSeconds);
  if (serves === 'hourly') return hourlyTtl;
  if (serves === 'briefly') return volatileTtl;
  if (serves === 'polled') return polledTtl;
  const instant = parseInstant(since);
  return ageBasedTtl(instant === null ? null : nowMs - toMillis(instant));
}

/** Returns whether stale records are served while Gong fails. */
export function servesStale({ serves }: Kind): boolean {
  return serves === 'directory';
}
