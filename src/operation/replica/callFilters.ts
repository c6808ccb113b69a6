import { text } from '../../gong/coerce.js';
import { idOf, type GongTracker, type GongUser } from '../../gong/endpoints/wire.js';
import { addressesOf } from '../../access/policy/people.js';
import type { Mask } from '../../access/policy/masking.js';
import type { CallFilter, ParticipantCondition, SpeechCondition } from '../../replica/filter.js';
import type { CallPart } from '../../replica/parts.js';
import type { DetectedTracker } from '../../replica/replica.js';
import type { TextQuery } from '../../replica/text/query.js';
import { InputError } from '../inputError.js';
import type { KeptRecords } from './keptRecords.js';

/** A tracker as a client names it. */
export interface NamedTracker {
  readonly trackerId?: string | undefined;
  readonly name?: string | undefined;
  readonly minCount: number;
}

/** A participant as a client describes it. */
export interface DescribedParticipant extends Omit<ParticipantCondition, 'emails'> {
  /** In lower case. */
  readonly email?: string | undefined;
}

/** Conditions on calls as a client writes them, before names and addresses are looked up. */
export interface WrittenFilter extends Omit<CallFilter, 'trackers' | 'participants'> {
  readonly trackers?: readonly NamedTracker[] | undefined;
  readonly participants?: readonly DescribedParticipant[] | undefined;
}

/** What the replica and the policy check of a filter before it is used. */
export interface FilterChecks {
  readonly kept: KeptRecords;
  readonly crmFields: readonly string[];
  /** What is masked of everything for the viewer; null: nothing. */
  readonly mask: Mask | null;
  /** How an argument's member is named, as in `searchCalls(filter.said:)`. */
  readonly nameOf: (member: string) => string;
  /** IDs of the workspaces that the viewer may see; null: all. */
  readonly allowed: () => Promise<ReadonlySet<string> | null>;
  /** Whether Gong detected the tracker in any call that the viewer may see: smart trackers are in no list. */
  readonly isDetected: (trackerId: string) => Promise<boolean>;
  /** Returns the trackers that Gong detected under such a name in a call that the viewer may see. */
  readonly detected: (isMeant: (name: string) => boolean) => Promise<readonly DetectedTracker[]>;
}

/** The parts by which conditions are judged; where none is named, what comes with every call. */
const partsOf: Readonly<Partial<Record<keyof WrittenFilter, CallPart>>> = {
  participants: 'PARTIES',
  domains: 'PARTIES',
  crmObjects: 'CRM',
  crmName: 'CRM',
  said: 'TRANSCRIPT',
  trackers: 'ANALYSIS',
  outcomeIds: 'ANALYSIS',
  review: 'REVIEWS',
};

/** More digits than this may be a phone number. */
const MAX_SHOWN_DIGITS = 4;

/**
 * The conditions as the replica judges them.
 *
 * @throws InputError `BAD_USER_INPUT` for a part that is not kept, or a tracker that is not known; `FORBIDDEN` for what
 *   is masked. ReplicaError
 */
export async function resolveFilter(
  written: WrittenFilter,
  checks: FilterChecks,
): Promise<CallFilter> {
  checkParts(written, checks);
  checkMasks(written, checks);
  const { trackers, participants, ...rest } = written;
  return {
    ...rest,
    ...(trackers === undefined ? {} : { trackers: await trackersOf(trackers, checks) }),
    ...(participants === undefined
      ? {}
      : { participants: await Promise.all(participants.map((each) => partyOf(each, checks))) }),
  };
}

/** @throws InputError when the replica does not keep the part. */
export function checkPart(part: CallPart, member: string, { kept, nameOf }: FilterChecks): void {
  checkKept(part, `Argument "${nameOf(member)}"`, kept);
}

/** @throws InputError when the replica does not keep the part that an argument or a field needs. */
export function checkKept(part: CallPart, what: string, kept: Pick<KeptRecords, 'holds'>): void {
  if (part === 'BASIC' || kept.holds(part)) return;
  throw new InputError(
    'BAD_USER_INPUT',
    `${what} needs the part ${part}, which the replica does not keep. ` +
      `Omit it, or ask an operator to add ${part} to GATEWAY_REPLICA_HOLDS.`,
  );
}

/** The parts by which the conditions are judged. */
export function neededParts(filter: CallFilter): readonly CallPart[] {
  const judging = Object.entries(filter).flatMap(([member, condition]) =>
    condition === undefined ? [] : (partsOf[member as keyof CallFilter] ?? 'BASIC'),
  );
  return [...judging, ...(filter.has ?? [])];
}

function checkParts(written: WrittenFilter, checks: FilterChecks): void {
  for (const [member, part] of Object.entries(partsOf)) {
    if (written[member as keyof WrittenFilter] !== undefined) {
      checkPart(part, `filter.${member}`, checks);
    }
  }
  for (const part of written.has ?? []) checkPart(part, 'filter.has', checks);
  written.participants?.forEach(({ spoke }, index) => {
    if (spoke !== undefined) {
      checkPart('INTERACTION', `filter.participants[${index}].spoke`, checks);
    }
  });
  if (written.crmName !== undefined && !checks.crmFields.includes('Name')) {
    throw new InputError(
      'BAD_USER_INPUT',
      `Argument "${checks.nameOf('filter.crmName')}" needs the CRM field Name, which the replica does not keep. ` +
        'Use "crmObjects", or ask an operator to add Name to GATEWAY_REPLICA_CRM_FIELDS.',
    );
  }
}

/** What is masked for the viewer must not be found, or a search would reveal it. */
function checkMasks({ participants, title, said, crmName }: WrittenFilter, checks: FilterChecks) {
  for (const [index, { email, phoneNumber, name }] of (participants ?? []).entries()) {
    const at = `filter.participants[${index}]`;
    if (email !== undefined && checks.mask?.emails === true) forbidden(`${at}.email`, checks);
    if (phoneNumber !== undefined && checks.mask?.phones === true) {
      forbidden(`${at}.phoneNumber`, checks);
    }
    if (name !== undefined) checkMaskedText(name, `${at}.name`, checks);
  }
  if (title !== undefined) checkMaskedText(title, 'filter.title', checks);
  if (said !== undefined) checkMaskedText(said, 'filter.said', checks);
  if (crmName !== undefined) checkMaskedText(crmName, 'filter.crmName', checks);
}

/** @throws InputError `FORBIDDEN` when speakers are sought by what is masked. */
export function checkSpeech(speech: SpeechCondition, checks: FilterChecks): void {
  checkPart('PARTIES', 'speech', checks);
  if (speech.emails !== undefined && checks.mask?.emails === true) {
    forbidden('speech.emails', checks);
  }
}

/** @throws InputError `FORBIDDEN` when a text may be a phone number, and these are masked. */
export function checkMaskedText(query: TextQuery, member: string, checks: FilterChecks): void {
  if (checks.mask?.phones !== true) return;
  const words = [...query.all, ...query.none].flatMap(({ tokens }) => tokens);
  const digits = words.join('').replace(/\P{Nd}/gu, '').length;
  if (digits > MAX_SHOWN_DIGITS) forbidden(member, checks);
}

function forbidden(member: string, { nameOf }: FilterChecks): never {
  throw new InputError(
    'FORBIDDEN',
    `Argument "${nameOf(member)}" searches for what the policy of this gateway masks for you. Omit it.`,
  );
}

/** Whether calls are sought by addresses or numbers of people, or by text, which may hold any. */
export function isContactSought({ participants, domains, title, said, crmName }: CallFilter) {
  return [participants, domains, title, said, crmName].some((each) => each !== undefined);
}

async function trackersOf(trackers: readonly NamedTracker[], checks: FilterChecks) {
  const listed = await listedTrackers(checks);
  const detected = await detectedByName(trackers, listed, checks);
  return Promise.all(
    trackers.map(async ({ trackerId, name = '', minCount }, index) => {
      const isMeant = ({ id, name: own }: DetectedTracker): boolean =>
        trackerId === undefined ? isSameName(own, name) : id === trackerId;
      const meant = listed.some(isMeant) ? listed.filter(isMeant) : detected.filter(isMeant);
      const trackerIds = [...new Set(meant.map(({ id }) => id))];
      if (trackerIds.length > 0) return { trackerIds, minCount };
      if (trackerId !== undefined && (await checks.isDetected(trackerId))) {
        return { trackerIds: [trackerId], minCount };
      }
      throw unknownTracker(index, { trackerId, name }, checks);
    }),
  );
}

/** Keyword trackers of workspaces that the viewer may see. One of another workspace must not stand for one that is seen. */
async function listedTrackers({ kept, allowed }: FilterChecks): Promise<DetectedTracker[]> {
  const [known, workspaces] = await Promise.all([kept.records<GongTracker>('TRACKER'), allowed()]);
  return (known ?? []).flatMap(({ trackerId, trackerName, workspaceId }) => {
    const id = idOf(trackerId);
    const isSeen = workspaces === null || workspaces.has(idOf(workspaceId) ?? '');
    return id === null || !isSeen ? [] : [{ id, name: text(trackerName) ?? '' }];
  });
}

/** Returns the trackers with those names that no listed tracker has. One query, because each reads all detections. */
async function detectedByName(
  trackers: readonly NamedTracker[],
  listed: readonly DetectedTracker[],
  { detected }: FilterChecks,
): Promise<readonly DetectedTracker[]> {
  const names = trackers.flatMap(({ trackerId, name }) =>
    trackerId !== undefined || name === undefined ? [] : name,
  );
  const unlisted = names.filter((name) => !listed.some((each) => isSameName(each.name, name)));
  if (unlisted.length === 0) return [];
  return detected((own) => unlisted.some((name) => isSameName(own, name)));
}

function isSameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

function unknownTracker(
  index: number,
  { trackerId, name = '' }: Omit<NamedTracker, 'minCount'>,
  { nameOf }: FilterChecks,
): InputError {
  const [member, what] = trackerId === undefined ? ['name', 'name'] : ['trackerId', 'ID'];
  return new InputError(
    'BAD_USER_INPUT',
    `Argument "${nameOf(`filter.trackers[${index}].${member}`)}" must be the ${what} of a keyword tracker, or of one ` +
      `that Gong has detected in a call; got ${JSON.stringify((trackerId ?? name).slice(0, 60))}. ` +
      'Query.trackers lists keyword trackers. Call.trackers shows the ID and name of any tracker.',
  );
}

/** Returns the condition with every address of the user to whom the given one belongs. */
async function partyOf(
  { email, ...rest }: DescribedParticipant,
  { kept }: FilterChecks,
): Promise<ParticipantCondition> {
  if (email === undefined) return rest;
  const users = (await kept.records<GongUser>('USER')) ?? [];
  const own = users.map(addressesOf).filter((addresses) => addresses.includes(email));
  return { ...rest, emails: [...new Set([email, ...own.flat()])] };
}
