import type {
  CallFilter,
  ParticipantCondition,
  SpeechCondition,
} from '../../../src/replica/filter.js';
import { passagesOf, type Passage } from '../../../src/replica/text/passages.js';
import type { TextQuery, TextTerm } from '../../../src/replica/text/query.js';
import { wordsOf } from '../../../src/replica/text/tokenizer.js';
import type { CallVisibility } from '../../../src/replica/visibility.js';
import { speakerIdOf, transcriptOf, type Facts, type Person } from './company.js';

/** The same questions, answered by looking at every call. */

function occurs(text: readonly string[], { tokens, isPrefix }: TextTerm): boolean {
  return text.some((_word, at) =>
    tokens.every((token, offset) => {
      const word = text[at + offset];
      return isPrefix && offset === tokens.length - 1
        ? word?.startsWith(token) === true
        : word === token;
    }),
  );
}

/** Whether each positive term, and no excluded one, is in one of the texts. */
function isIn(texts: readonly (readonly string[])[], { all, none }: TextQuery): boolean {
  const has = (term: TextTerm): boolean => texts.some((text) => occurs(text, term));
  return all.every(has) && !none.some(has);
}

const passagesByCall = new WeakMap<Facts, readonly Passage[]>();
export function passages(call: Facts): readonly Passage[] {
  const known = passagesByCall.get(call) ?? passagesOf(transcriptOf(call));
  passagesByCall.set(call, known);
  return known;
}

export function isSeen(call: Facts, { hidesPrivate, anyOf }: CallVisibility): boolean {
  if (hidesPrivate && call.isPrivate) return false;
  return (
    anyOf === null ||
    anyOf.some(
      ({ workspaceIds, hostIds }) =>
        (workspaceIds === null || workspaceIds.includes(call.workspaceId)) &&
        (hostIds === null || hostIds.includes(call.hostId)),
    )
  );
}

export function matches(call: Facts, filter: CallFilter): boolean {
  const within = (list: readonly string[] | undefined, value: string | null): boolean =>
    list === undefined || (value !== null && list.includes(value));
  const { review } = filter;
  return (
    call.startMs >= (filter.fromMs ?? -Infinity) &&
    call.startMs < (filter.toMs ?? Infinity) &&
    within(filter.callIds, call.id) &&
    within(filter.workspaceIds, call.workspaceId) &&
    within(filter.hostIds, call.hostId) &&
    within(filter.outcomeIds, call.outcomeId) &&
    within(filter.languages, call.language) &&
    call.duration >= (filter.minDurationSeconds ?? 0) &&
    call.duration <= (filter.maxDurationSeconds ?? Infinity) &&
    (filter.scope ?? call.scope) === call.scope &&
    (filter.direction ?? call.direction) === call.direction &&
    (filter.participants ?? []).every((one) =>
      call.parties.some((party) => isParticipant(call, party, one)),
    ) &&
    (filter.domains === undefined || filter.domains.some((domain) => hasDomain(call, domain))) &&
    (filter.crmObjects === undefined ||
      filter.crmObjects.some(
        ({ system = 'Salesforce', objectType, objectId }) =>
          system === 'Salesforce' &&
          call.crm.some(({ type, id }) => type === objectType && id === objectId),
      )) &&
    (filter.crmName === undefined ||
      isIn(
        call.crm.map(({ name }) => wordsOf(name)),
        filter.crmName,
      )) &&
    (filter.title === undefined || isIn([wordsOf(call.title)], filter.title)) &&
    (filter.said === undefined ||
      isIn(
        passages(call).map((each) => wordsOf(each.text)),
        filter.said,
      )) &&
    (filter.trackers ?? []).every(({ trackerIds, minCount }) =>
      call.trackers.some(({ id, count }) => trackerIds.includes(id) && count >= minCount),
    ) &&
    (review === undefined ||
      (review.exists ?? true) ===
        call.reviews.some(
          ({ scorecardId, method, overall }) =>
            (review.scorecardId ?? scorecardId) === scorecardId &&
            (review.method ?? method) === method &&
            (review.minOverall === undefined ||
              (overall !== null && overall >= review.minOverall)) &&
            (review.maxOverall === undefined || (overall !== null && overall <= review.maxOverall)),
        )) &&
    (filter.has === undefined || !filter.has.includes('TRANSCRIPT') || call.turns.length > 0)
  );
}

function spoke({ turns }: Facts, { email }: Person): boolean {
  return turns.some(({ speaker }) => speaker.email === email);
}

function isParticipant(call: Facts, party: Person, one: ParticipantCondition): boolean {
  return (
    (one.userId ?? party.userId) === party.userId &&
    (one.emails === undefined || one.emails.includes(party.email)) &&
    (one.phoneNumber === undefined || one.phoneNumber === party.phone.replace(/\D/g, '')) &&
    (one.name === undefined || isIn([wordsOf(party.name)], one.name)) &&
    (one.affiliation ?? party.affiliation) === party.affiliation &&
    (one.spoke === undefined || one.spoke === spoke(call, party))
  );
}

function hasDomain(call: Facts, domain: string): boolean {
  return call.parties.some(
    ({ email, affiliation }) =>
      affiliation === 'External' && (email.endsWith(`@${domain}`) || email.endsWith(`.${domain}`)),
  );
}

export interface NaivePassage {
  readonly callId: string;
  readonly text: string;
}

/** Newest first; within a call, the last one first. */
export function naivePassages(
  calls: readonly Facts[],
  query: TextQuery,
  speech: SpeechCondition | null,
): NaivePassage[] {
  return calls.flatMap((call) =>
    passages(call)
      .filter(({ text, speakerId }) => {
        const speaker = call.parties.find((party) => speakerIdOf(party) === speakerId);
        return isIn([wordsOf(text)], query) && (speech === null || isSpeaker(speaker, speech));
      })
      .map(({ text }) => ({ callId: call.id, text }))
      .reverse(),
  );
}

function isSpeaker(
  speaker: Person | undefined,
  { affiliation, userIds, emails }: SpeechCondition,
): boolean {
  const isNamed =
    (userIds === undefined && emails === undefined) ||
    userIds?.includes(speaker?.userId ?? '') === true ||
    emails?.includes(speaker?.email ?? '') === true;
  return isNamed && (affiliation === undefined || affiliation === speaker?.affiliation);
}
