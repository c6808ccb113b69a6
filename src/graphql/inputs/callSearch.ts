import { crmObjectTypes, crmSystems } from '../../gong/generated/operations.js';
import { parseInstant, toMillis } from '../../lib/instant.js';
import { digitsOf } from '../../operation/loaders/users.js';
import type {
  DescribedParticipant,
  NamedTracker,
  WrittenFilter,
} from '../../operation/replica/callFilters.js';
import type { CrmCondition, ReviewCondition, SpeechCondition } from '../../replica/filter.js';
import { parseTextQuery, type TextQuery } from '../../replica/text/query.js';
import type {
  CallChangeFilter,
  CallSearchFilter,
  CrmObjectFilter,
  ParticipantFilter,
  ReviewOfCallFilter,
  SpeechFilter,
  TrackerHitFilter,
} from '../generated/graphql.js';
import { toGongSpelling } from './crm.js';
import { omitNullish } from './omitNullish.js';

type Maybe<T> = T | null | undefined;

const affiliations = { INTERNAL: 'Internal', EXTERNAL: 'External', UNKNOWN: 'Unknown' } as const;
/** As Gong spells them. */
const scopes = { INTERNAL: 'Internal', EXTERNAL: 'External', UNKNOWN: 'Unknown' } as const;
const directions = {
  INBOUND: 'Inbound',
  OUTBOUND: 'Outbound',
  CONFERENCE: 'Conference',
  UNKNOWN: 'Unknown',
} as const;

/** The conditions that a client wrote, without what it left open. The same conditions are equal as JSON. */
export function writtenFilter(filter: Maybe<CallSearchFilter>): WrittenFilter {
  if (filter == null) return {};
  const { from, to, participants, review, direction, crmName, title, said, ...others } = filter;
  return omitNullish({
    ...others,
    ...common(filter),
    fromMs: milliseconds(from),
    toMs: milliseconds(to),
    participants: participants?.map(participant),
    crmName: textQuery(crmName),
    title: textQuery(title),
    said: textQuery(said),
    review: review == null ? null : reviewCondition(review),
    direction: direction == null ? null : directions[direction],
  });
}

/** The same of a filter of changes. */
export function writtenChangeFilter(filter: Maybe<CallChangeFilter>): WrittenFilter {
  if (filter == null) return {};
  return omitNullish({ ...filter, ...common(filter) });
}

/** Null: all speakers. */
export function speechCondition(speech: Maybe<SpeechFilter>): SpeechCondition | null {
  if (speech == null) return null;
  const { affiliation, userIds, emails } = speech;
  const condition = omitNullish({
    affiliation: affiliation == null ? null : affiliations[affiliation],
    userIds,
    emails: emails?.map(lowercase),
  }) as SpeechCondition;
  return Object.keys(condition).length === 0 ? null : condition;
}

export function textQuery(text: string): TextQuery;
export function textQuery(text: Maybe<string>): TextQuery | null;
export function textQuery(text: Maybe<string>): TextQuery | null {
  return text == null ? null : parseTextQuery(text);
}

function common({ domains, crmObjects, trackers, scope }: CallChangeFilter) {
  return {
    domains: domains?.map((domain) => lowercase(domain).replace(/^\.+|\.+$/g, '')),
    crmObjects: crmObjects?.map(crmObject),
    trackers: trackers?.map(tracker),
    scope: scope == null ? null : scopes[scope],
  };
}

/** Names of systems and types are checked in any case, but kept as Gong spells them. */
function crmObject({ system, objectType, objectId }: CrmObjectFilter): CrmCondition {
  return {
    ...(system == null ? {} : { system: toGongSpelling(crmSystems, system) }),
    objectType: toGongSpelling(crmObjectTypes, objectType),
    objectId,
  };
}

function participant({
  email,
  phoneNumber,
  name,
  affiliation,
  ...rest
}: ParticipantFilter): DescribedParticipant {
  return omitNullish({
    ...rest,
    email: email == null ? null : lowercase(email),
    phoneNumber: phoneNumber == null ? null : digitsOf(phoneNumber),
    name: textQuery(name),
    affiliation: affiliation == null ? null : affiliations[affiliation],
  });
}

function tracker({ minCount, ...rest }: TrackerHitFilter): NamedTracker {
  return { ...omitNullish(rest), minCount: minCount ?? 1 };
}

function reviewCondition({ method, ...rest }: ReviewOfCallFilter): ReviewCondition {
  return omitNullish({
    ...rest,
    method: method === 'BOTH' ? null : method,
  });
}

function milliseconds(time: Maybe<string>): number | null {
  const instant = parseInstant(time);
  return instant === null ? null : toMillis(instant);
}

function lowercase(text: string): string {
  return text.trim().toLowerCase();
}
