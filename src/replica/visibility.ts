import type { CallRecord } from '../gong/endpoints/calls.js';
import type { Awaitable } from '../lib/awaitable.js';

/** What a viewer may see of calls, as conditions that a database can apply. */
export interface CallVisibility {
  readonly hidesPrivate: boolean;
  /** Calls of these hosts in these workspaces, each null for any; a call must match one entry. Null: every call. */
  readonly anyOf:
    | readonly {
        readonly workspaceIds: readonly string[] | null;
        readonly hostIds: readonly string[] | null;
      }[]
    | null;
  /** A policy module's judgement, which no database knows; null: there is none. */
  readonly judge: ((call: CallRecord) => Awaitable<boolean>) | null;
  /**
   * A policy module's judgement on whether the viewer may learn that a call is gone. Null: there is no module, or it does
   * not say, and then no viewer learns it.
   */
  readonly judgeGone: ((call: GoneCall) => Awaitable<boolean>) | null;
}

/** What is left of a call that is gone. */
export interface GoneCall {
  readonly id: string;
  /** In milliseconds since the epoch. */
  readonly startedAt: number;
  readonly isPrivate: boolean;
  readonly workspaceId: string | null;
  readonly hostId: string | null;
}

/** Every call is visible. */
export const everything: CallVisibility = {
  hidesPrivate: false,
  anyOf: null,
  judge: null,
  judgeGone: null,
};
