import type { CallRecord } from '../../gong/endpoints/calls.js';
import { flag, list, text } from '../../gong/coerce.js';
import { idOf, type GongParty } from '../../gong/endpoints/wire.js';
import type { Viewer } from './viewer.js';

/** What may be seen of a call: all, nothing, or all but e-mail addresses and phone numbers. */
export type Verdict = 'allow' | 'hide' | 'mask';

/** A call as a hook sees it. */
export interface JudgedCall {
  readonly id: string;
  readonly title: string | null;
  /** As Gong writes it: RFC 3339 with an offset. */
  readonly startedAt: string | null;
  readonly isPrivate: boolean;
  /** As Gong spells it: `Internal`, `External` or `Unknown`. */
  readonly scope: string | null;
  /** As Gong spells it: `Inbound`, `Outbound`, `Conference` or `Unknown`. */
  readonly direction: string | null;
  readonly workspaceId: string | null;
  /** Gong user id of the host. */
  readonly primaryUserId: string | null;
  /** Who took part; empty where the hook doesn't ask for it. */
  readonly parties: readonly JudgedParty[];
}

/** Somebody who took part in a call. */
export interface JudgedParty {
  readonly name: string | null;
  readonly emailAddress: string | null;
  readonly phoneNumber: string | null;
  /** As Gong spells it: `Internal`, `External` or `Unknown`. */
  readonly affiliation: string | null;
  /** Gong user id; null for somebody of another company. */
  readonly userId: string | null;
}

/** An operator's own policy. */
export interface CallHook {
  readonly judge: (viewer: Viewer, call: JudgedCall) => unknown;
  /** Whether it goes by who took part, which has to be read for it. */
  readonly needsParties: boolean;
}

const verdicts: readonly unknown[] = ['allow', 'hide', 'mask'] satisfies Verdict[];

export function isVerdict(value: unknown): value is Verdict {
  return verdicts.includes(value);
}

export function isPrivate({ basic }: CallRecord): boolean {
  // Gong may leave out what it would say no to.
  return flag(basic.isPrivate) === true;
}

/** What a hook is shown of a call. */
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
