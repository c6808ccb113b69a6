import type { CallPart } from './parts.js';
import type { TextQuery } from './text/query.js';

/** Conditions on calls, all of which must hold. Inputs have been checked, and names of trackers replaced by IDs. */
export interface CallFilter {
  /** Start of the call, in milliseconds since the epoch: at or after `fromMs`, before `toMs`. */
  readonly fromMs?: number | undefined;
  readonly toMs?: number | undefined;
  readonly callIds?: readonly string[] | undefined;
  readonly workspaceIds?: readonly string[] | undefined;
  readonly hostIds?: readonly string[] | undefined;
  readonly participants?: readonly ParticipantCondition[] | undefined;
  /** In lower case, without a dot at either end. Subdomains match. */
  readonly domains?: readonly string[] | undefined;
  /** One of them must match. */
  readonly crmObjects?: readonly CrmCondition[] | undefined;
  readonly crmName?: TextQuery | undefined;
  readonly title?: TextQuery | undefined;
  readonly said?: TextQuery | undefined;
  /** All must match. */
  readonly trackers?: readonly TrackerCondition[] | undefined;
  readonly review?: ReviewCondition | undefined;
  readonly outcomeIds?: readonly string[] | undefined;
  readonly minDurationSeconds?: number | undefined;
  readonly maxDurationSeconds?: number | undefined;
  /** As Gong spells it. */
  readonly scope?: string | undefined;
  readonly direction?: string | undefined;
  readonly languages?: readonly string[] | undefined;
  readonly has?: readonly CallPart[] | undefined;
}

/** All given conditions must match the same party. */
export interface ParticipantCondition {
  readonly userId?: string | undefined;
  /** In lower case: any of these. */
  readonly emails?: readonly string[] | undefined;
  /** Digits only. */
  readonly phoneNumber?: string | undefined;
  readonly name?: TextQuery | undefined;
  readonly affiliation?: 'Internal' | 'External' | 'Unknown' | undefined;
  readonly spoke?: boolean | undefined;
}

export interface CrmCondition {
  readonly system?: string | undefined;
  readonly objectType: string;
  readonly objectId: string;
}

export interface TrackerCondition {
  /** Any of these: several trackers may have one name. */
  readonly trackerIds: readonly string[];
  readonly minCount: number;
}

export interface ReviewCondition {
  readonly exists?: boolean | undefined;
  readonly scorecardId?: string | undefined;
  readonly method?: 'AUTOMATIC' | 'MANUAL' | undefined;
  readonly minOverall?: number | undefined;
  readonly maxOverall?: number | undefined;
}

/** What one of these users or addresses says; and, if it is given, on that side. */
export interface SpeechCondition {
  readonly affiliation?: 'Internal' | 'External' | 'Unknown' | undefined;
  readonly userIds?: readonly string[] | undefined;
  /** In lower case. */
  readonly emails?: readonly string[] | undefined;
}
