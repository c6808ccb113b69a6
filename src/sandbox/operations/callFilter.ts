import type { Call, Company } from '../company/types.js';
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

/** The calls that exist for a client at this moment. */
export const availableCalls = (company: Company, now: number): Call[] =>
  company.calls.filter(({ availableAt }) => availableAt === undefined || availableAt <= now);

/** Whether analysis of the call has run. */
export const isAnalyzed = (call: Call, now: number): boolean =>
  call.analyzedAt === undefined || call.analyzedAt <= now;

/**
 * The calls that fit, oldest first. Bounds are half-open.
 * @param prefix where the bounds stand in the request, for messages: `filter.` or nothing.
 * @throws GongFailure 404 when there are none, 400 when `fromDateTime` is not before `toDateTime`.
 */
export const findCalls = (
  calls: readonly Call[],
  filter: CallFilter,
  comparedTime: ComparedTime,
  prefix: string,
): Call[] => {
  const from = filter.fromDateTime === undefined ? -Infinity : toMicros(filter.fromDateTime);
  const to = filter.toDateTime === undefined ? Infinity : toMicros(filter.toDateTime);
  if (from >= to) {
    throw badRequest(`${prefix}fromDateTime: must be before ${prefix}toDateTime`);
  }
  const callIds = filter.callIds && new Set(filter.callIds);
  const primaryUserIds = filter.primaryUserIds && new Set(filter.primaryUserIds);
  const found = calls.filter((call) => {
    const { id, workspaceId, primaryUserId } = call.metaData;
    if (callIds && !callIds.has(id)) return false;
    if (filter.workspaceId !== undefined && filter.workspaceId !== workspaceId) return false;
    if (primaryUserIds && (primaryUserId === null || !primaryUserIds.has(primaryUserId))) {
      return false;
    }
    const time = toMicros(comparedTime(call));
    return from <= time && time < to;
  });
  if (found.length === 0) throw notFound(TEXTS.noCalls);
  return found.sort((one, other) => startOf(one) - startOf(other));
};

/** When the call began: what the detailed and the transcript operation compare with. */
export const startedTime: ComparedTime = (call) => call.metaData.started;

const startOf = (call: Call): number => toMicros(call.metaData.started);
