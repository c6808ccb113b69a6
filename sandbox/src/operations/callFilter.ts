import type { Call } from '../company/types.js';
import { badRequest, notFound, TEXTS } from '../errors.js';
import { toMicros } from '../instants.js';

/** Which calls are wanted; every member given must hold. */
export interface CallFilter {
  fromDateTime?: string;
  toDateTime?: string;
  workspaceId?: string;
  callIds?: readonly string[];
  primaryUserIds?: readonly string[];
}

/** The time of a call that the bounds compare with, ISO-8601. */
export type ComparedTime = (call: Call) => string;

/** Whether a client can see the call at this moment. */
export const isAvailable = ({ availableAt }: Call, now: number): boolean =>
  availableAt === undefined || availableAt <= now;

/** Whether analysis of the call has run. */
export const isAnalyzed = (call: Call, now: number): boolean =>
  call.analyzedAt === undefined || call.analyzedAt <= now;

/** Calls that fit, and how many Gong counts. */
export interface FoundCalls {
  /** Never empty, oldest first. */
  found: Call[];
  /** Ahead of what pages hold while recordings are processed: Gong was seen to count these too. */
  total: number;
}

/**
 * The calls that fit. Bounds are half-open.
 * @param isVisible whether the operation can show a call yet.
 * @param prefix where the bounds stand in the request, for messages: `filter.` or nothing.
 * @throws GongFailure 404 when there are none, 400 when `fromDateTime` is not before `toDateTime`.
 */
export const findCalls = (
  calls: readonly Call[],
  filter: CallFilter,
  comparedTime: ComparedTime,
  isVisible: (call: Call) => boolean,
  prefix: string,
): FoundCalls => {
  const from = filter.fromDateTime === undefined ? -Infinity : toMicros(filter.fromDateTime);
  const to = filter.toDateTime === undefined ? Infinity : toMicros(filter.toDateTime);
  if (from >= to) {
    throw badRequest(`${prefix}fromDateTime: must be before ${prefix}toDateTime`);
  }
  const callIds = filter.callIds && new Set(filter.callIds);
  const primaryUserIds = filter.primaryUserIds && new Set(filter.primaryUserIds);
  const fitting = calls.filter((call) => {
    const { id, workspaceId, primaryUserId } = call.metaData;
    if (callIds && !callIds.has(id)) return false;
    if (filter.workspaceId !== undefined && filter.workspaceId !== workspaceId) return false;
    if (primaryUserIds && (primaryUserId === null || !primaryUserIds.has(primaryUserId))) {
      return false;
    }
    const time = toMicros(comparedTime(call));
    return from <= time && time < to;
  });
  const found = fitting.filter(isVisible);
  if (found.length === 0) throw notFound(TEXTS.noCalls);
  found.sort((one, other) => startOf(one) - startOf(other));
  return { found, total: fitting.length };
};

/** When the call began: what the detailed and the transcript operation compare with. */
export const startedTime: ComparedTime = (call) => call.metaData.started;

const startOf = (call: Call): number => toMicros(call.metaData.started);
