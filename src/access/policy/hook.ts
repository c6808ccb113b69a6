import type { CallRecord } from '../../gong/endpoints/calls.js';
import { flag, list, text } from '../../gong/coerce.js';
import { idOf, type GongParty } from '../../gong/endpoints/wire.js';
import type { Viewer } from './viewer.js';

/** How a call may be seen: completely, not at all, or without emails and phone numbers. */
export type Verdict = 'allow' | 'hide' | 'mask';

/** A call as a policy module sees it. */
export interface JudgedCall {
  readonly id: string;
  readonly title: string | null;
  /** As spelled by Gong: RFC 3339 with an offset. */
  readonly startedAt: string | null;
  readonly isPrivate: boolean;
  /** As spelled by Gong: `Internal`, `External`, or `Unknown`. */
  readonly scope: string | null;
  /** As spelled by Gong: `Inbound`, `Outbound`, `Conference`, or `Unknown`. */
  readonly direction: string | null;
  readonly workspaceId: string | null;
  /** Gong user ID of the host. */
  readonly primaryUserId: string | null;
  /** The participants; empty when the module does not need them. */
  readonly parties: readonly JudgedParty[];
}

/** A participant of a call. */
export interface JudgedParty {
  readonly name: string | null;
  readonly emailAddress: string | null;
  readonly phoneNumber: string | null;
  /** As spelled by Gong: `Internal`, `External`, or `Unknown`. */
  readonly affiliation: string | null;
  /** Gong user ID; null for a person of another company. */
  readonly userId: string | null;
}

/** A call that is gone as a policy module sees it: what the replica still knows of it. */
export type JudgedGoneCall = Pick<
  JudgedCall,
  'id' | 'startedAt' | 'isPrivate' | 'workspaceId' | 'primaryUserId'
>;

/** An operator's own policy. */
export interface CallHook {
  readonly judge: (viewer: Viewer, call: JudgedCall) => unknown;
  /** Decides whether a viewer may learn that a call is gone; absent: the other policy words decide. */
  readonly judgeGone?: (viewer: Viewer, call: JudgedGoneCall) => unknown;
  /** Whether it needs the participants, which must then be read. */
  readonly needsParties: boolean;
}

const verdicts: readonly unknown[] = ['allow', 'hide', 'mask'] satisfies Verdict[];

export function isVerdict(value: unknown): value is Verdict {
  return verdicts.includes(value);
}

export function isPrivate({ basic }: CallRecord): boolean {
  // Gong may omit a false value.
  return flag(basic.isPrivate) === true;
}

/** Returns the data of a call that a module sees. */
export function judgedCall(call: CallRecord, needsParties: boolean): JudgedCall {
  const { id, basic, details } = call;
  return Object.freeze({
    id,
    title: text(basic.title),
    startedAt: text(basic.started),
    isPrivate: isPrivate(call),
    scope: text(basic.scope),
    direction: text(basic.direction),
    workspaceId: idOf(basic.workspaceId),
    primaryUserId: idOf(basic.primaryUserId),
    parties: Object.freeze(needsParties ? list(details.parties).map(judgedParty) : []),
  });
}

function judgedParty(party: GongParty): JudgedParty {
  const { name, emailAddress, phoneNumber, affiliation, userId } = party;
  return Object.freeze({
    name: text(name),
    emailAddress: text(emailAddress),
    phoneNumber: text(phoneNumber),
    affiliation: text(affiliation),
    userId: idOf(userId),
  });
}
