import { flag, integer, list, number, text } from '../../gong/coerce.js';
import type { CallBasics } from '../../gong/endpoints/calls.js';
import {
  idOf,
  referenceId,
  type GongAnsweredScorecard,
  type GongCallData,
  type GongParty,
} from '../../gong/endpoints/wire.js';
import type {
  CallCrmTable,
  CallDomainTable,
  CallPartyTable,
  CallReviewTable,
  CallTable,
  CallTrackerTable,
} from '../sql/tables.js';
import type { CallKey } from '../replica.js';
import { WORD_BREAK } from '../text/compile.js';
import { affiliationOf } from '../text/passages.js';
import { wordsOf } from '../text/tokenizer.js';
import { partiesOf, type CallContent, type CrmContent } from './callContent.js';

/** What searches and statistics read of a call. */
export interface CallRows {
  readonly call: Omit<
    CallTable,
    | 'key'
    | 'first_seq'
    | 'changed_seq'
    | 'changed_at'
    | 'is_gone'
    | (`old_${string}` & keyof CallTable)
  >;
  readonly call_party: readonly CallPartyTable[];
  readonly call_domain: readonly CallDomainTable[];
  readonly call_tracker: readonly CallTrackerTable[];
  readonly call_crm: readonly CallCrmTable[];
  readonly call_review: readonly CallReviewTable[];
  /** Words of the title, and of the names of its CRM records. */
  readonly title: { readonly t: readonly string[]; readonly s: readonly string[] };
}

export function callRows(id: string, startS: number, key: CallKey, content: CallContent): CallRows {
  const basic = (content.get('BASIC') ?? {}) as CallBasics;
  const analysis = content.get('ANALYSIS') as GongCallData['content'];
  const interaction = content.get('INTERACTION') as GongCallData['interaction'];
  const crm = content.get('CRM') as CrmContent | undefined;
  const parties = partiesOf(content, crm);
  const hostId = referenceId(basic.primaryUserId);
  const crmRows = crmRowsOf(key, parties, crm);
  return {
    call: {
      id,
      start_s: startS,
      duration: number(basic.duration),
      workspace_id: referenceId(basic.workspaceId),
      host_id: hostId,
      is_private: flag(basic.isPrivate) === true ? 1 : 0,
      scope: text(basic.scope),
      direction: text(basic.direction),
      language: text(basic.language),
      outcome_id: text(analysis?.callOutcome?.id),
      outcome_name: text(analysis?.callOutcome?.name),
      ...talkTimes(hostId, parties, interaction),
      company_questions: integer(interaction?.questions?.companyCount),
      other_questions: integer(interaction?.questions?.nonCompanyCount),
    },
    call_party: partyRows(key, parties, interaction),
    call_domain: domainRows(key, parties),
    call_tracker: trackerRows(key, analysis),
    call_crm: crmRows,
    call_review: reviewRows(key, content),
    title: {
      t: wordsOf(text(basic.title) ?? ''),
      s: crmRows.flatMap(({ name }) => (name === null ? [] : [...wordsOf(name), WORD_BREAK])),
    },
  };
}

/**
 * PostgreSQL takes no longer texts into an index than 2,700 bytes for a row of it, and at most three are in one. No address
 * or ID is so long: what is longer is not searched for.
 */
const MAX_INDEXED = 256;

function indexed(value: string | null): string | null {
  return value !== null && value.length <= MAX_INDEXED ? value : null;
}

/** Returns the row of a call that is gone: nothing but its ID and its start. */
export function goneCall(id: string, startS: number): CallRows['call'] {
  return callRows(id, startS, 0, new Map()).call;
}

/** The words in a column of texts: each between blanks. */
export function nameWords(name: unknown): string | null {
  const words = wordsOf(text(name) ?? '');
  return words.length === 0 ? null : ` ${words.join(' ')} `;
}

type Interaction = GongCallData['interaction'];

function talkTimes(
  hostId: string | null,
  parties: readonly GongParty[],
  interaction: Interaction,
): Pick<CallTable, 'host_talk' | 'customer_talk' | 'talk'> {
  const speakers = list(interaction?.speakers);
  if (speakers.length === 0) return { host_talk: null, customer_talk: null, talk: null };
  const byId = new Map(parties.map((party) => [idOf(party.id), party]));
  let host = 0;
  let customer = 0;
  let all = 0;
  for (const speaker of speakers) {
    const seconds = number(speaker.talkTime) ?? 0;
    const party = byId.get(idOf(speaker.id));
    const userId = referenceId(speaker.userId) ?? referenceId(party?.userId);
    if (hostId !== null && userId === hostId) host += seconds;
    if (party !== undefined && affiliationOf(party) === 'External') customer += seconds;
    all += seconds;
  }
  return { host_talk: host, customer_talk: customer, talk: all };
}

function partyRows(
  key: CallKey,
  parties: readonly GongParty[],
  interaction: Interaction,
): CallPartyTable[] {
  const talking = new Set(
    list(interaction?.speakers).flatMap(({ id, talkTime }) =>
      (number(talkTime) ?? 0) > 0 ? [idOf(id)] : [],
    ),
  );
  return parties.map((party, n) => {
    const speakerId = idOf(party.speakerId);
    const partyId = idOf(party.id);
    return {
      key,
      n,
      user_id: referenceId(party.userId),
      email: emailOf(party),
      phone: indexed(text(text(party.phoneNumber)?.replace(/\D/g, ''))),
      name: nameWords(party.name),
      affiliation: affiliationOf(party),
      speaker_id: speakerId,
      spoke: speakerId !== null || (partyId !== null && talking.has(partyId)) ? 1 : 0,
    };
  });
}

function emailOf(party: GongParty): string | null {
  return indexed(text(party.emailAddress)?.trim().toLowerCase() ?? null);
}

function domainRows(key: CallKey, parties: readonly GongParty[]): CallDomainTable[] {
  const domains = new Set<string>();
  for (const party of parties) {
    if (affiliationOf(party) !== 'External') continue;
    const domain = emailOf(party)?.split('@')[1];
    const labels = domain?.split('.').filter((label) => label !== '');
    if (labels !== undefined && labels.length > 0) domains.add(labels.reverse().join('.'));
  }
  return Array.from(domains, (domain) => ({ domain, key }));
}

function trackerRows(key: CallKey, analysis: GongCallData['content']): CallTrackerTable[] {
  const rows = new Map<string, CallTrackerTable>();
  for (const tracker of list(analysis?.trackers)) {
    const id = indexed(idOf(tracker.id));
    const count = integer(tracker.count) ?? 0;
    if (id === null || count <= 0) continue;
    rows.set(id, { tracker_id: id, key, name: text(tracker.name), count });
  }
  return [...rows.values()];
}

function crmRowsOf(
  key: CallKey,
  parties: readonly GongParty[],
  crm: CrmContent | undefined,
): CallCrmTable[] {
  const rows = new Map<string, CallCrmTable>();
  for (const contexts of [crm?.call, ...parties.map(({ context }) => context)]) {
    for (const context of list(contexts)) {
      const system = indexed(text(context.system)) ?? '';
      for (const { objectType, objectId, fields } of list(context.objects)) {
        const [type, id] = [indexed(text(objectType)), indexed(idOf(objectId))];
        if (type === null || id === null) continue;
        const name = list(fields).find((field) => text(field.name) === 'Name');
        rows.set(JSON.stringify([type, id, system]), {
          type,
          id,
          system,
          key,
          name: text(name?.value),
        });
      }
    }
  }
  return [...rows.values()];
}

function reviewRows(key: CallKey, content: CallContent): CallReviewTable[] {
  const reviews = list(content.get('REVIEWS') as readonly GongAnsweredScorecard[] | undefined);
  const rows = new Map<string, CallReviewTable>();
  for (const [index, review] of reviews.entries()) {
    const id = indexed(idOf(review.answeredScorecardId)) ?? `#${index}`;
    const overall = list(review.answers).find(({ isOverall }) => flag(isOverall) === true);
    rows.set(id, {
      key,
      id,
      scorecard_id: indexed(idOf(review.scorecardId)),
      scorecard_name: text(review.scorecardName),
      method: text(review.reviewMethod)?.toUpperCase() ?? null,
      overall: number(overall?.score),
    });
  }
  return [...rows.values()];
}
