import { sql, type RawBuilder } from 'kysely';
import type {
  CallFilter,
  CrmCondition,
  ParticipantCondition,
  ReviewCondition,
  TrackerCondition,
} from '../filter.js';
import { callParts, type CallPart } from '../parts.js';
import type { Sql } from '../sql/sql.js';
import type { TextQuery, TextTerm } from '../text/query.js';
import type { Pass, Seq } from '../replica.js';
import type { CallVisibility } from '../visibility.js';
import { keysIn, secondsOf } from './rows.js';
import { isSaidIn, titledCalls } from './words.js';

export type Condition = RawBuilder<boolean>;

/** Row number of the call; every query of calls names the table `c`. */
export const callKey: RawBuilder<number> = sql.ref('c.key');

const never: Condition = sql`1 = 0`;

/** What must hold of a call `c` that matches, and that the viewer may see as far as the database knows. */
export function callConditions(
  db: Sql,
  filter: CallFilter,
  visibility: CallVisibility,
): Condition[] {
  return [
    sql`c.is_gone = 0`,
    ...visibleConditions(db, visibility),
    ...basicConditions(db, filter),
    ...(filter.participants ?? []).map((party) => participantCondition(db, party)),
    ...(filter.domains === undefined ? [] : [domainCondition(filter.domains)]),
    ...(filter.crmObjects === undefined ? [] : [crmCondition(filter.crmObjects)]),
    ...(filter.crmName === undefined ? [] : [isIn(titledCalls(db, filter.crmName, 's'))]),
    ...(filter.title === undefined ? [] : [isIn(titledCalls(db, filter.title, 't'))]),
    ...(filter.said === undefined ? [] : isSaidIn(db, callKey, filter.said)),
    ...(filter.trackers ?? []).map((tracker) => trackerCondition(db, tracker)),
    ...(filter.review === undefined ? [] : [reviewCondition(filter.review)]),
    ...(filter.has ?? []).map(hasCondition),
  ];
}

export function allOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql`1 = 1` : sql`${sql.join(conditions, sql` and `)}`;
}

function anyOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? never : sql`(${sql.join(conditions, sql` or `)})`;
}

/** What must hold of a row `c` with a present or former state of a call that the viewer may see; no module is asked. */
export function visibleConditions(
  db: Sql,
  { hidesPrivate, anyOf: ways }: CallVisibility,
): Condition[] {
  const conditions: Condition[] = hidesPrivate ? [sql`c.is_private = 0`] : [];
  if (ways === null) return conditions;
  const each = ways.map(({ workspaceIds, hostIds }) =>
    allOf([
      ...(workspaceIds === null ? [] : [isOneOf(db, 'c.workspace_id', workspaceIds)]),
      ...(hostIds === null ? [] : [isOneOf(db, 'c.host_id', hostIds)]),
    ]),
  );
  return [...conditions, anyOf(each)];
}

/**
 * After which change a state of a call or record must have ended, so that a reader may have learned of it: what came after
 * the last pass was on no page before this one began.
 */
export function learnedFrom(
  firstSeq: RawBuilder<unknown>,
  { since, began }: Pass,
): RawBuilder<unknown> {
  return sql`(case when ${firstSeq} <= ${number(since)} then ${number(since)} else ${number(began)} end)`;
}

/** PostgreSQL would take a bare parameter for text. */
export function number(value: Seq): RawBuilder<unknown> {
  return sql`cast(${value} as bigint)`;
}

function basicConditions(db: Sql, filter: CallFilter): Condition[] {
  const { fromMs, toMs, minDurationSeconds: least, maxDurationSeconds: most } = filter;
  const keys = keysIn(fromMs, toMs);
  const lists = [
    ['c.id', filter.callIds],
    ['c.workspace_id', filter.workspaceIds],
    ['c.host_id', filter.hostIds],
    ['c.outcome_id', filter.outcomeIds],
    ['c.language', filter.languages],
    ['c.scope', filter.scope === undefined ? undefined : [filter.scope]],
    ['c.direction', filter.direction === undefined ? undefined : [filter.direction]],
  ] as const;
  return [
    ...(keys.from === null ? [] : [sql<boolean>`${callKey} >= ${keys.from}`]),
    ...(keys.to === null ? [] : [sql<boolean>`${callKey} < ${keys.to}`]),
    ...(fromMs === undefined ? [] : [sql<boolean>`c.start_s >= ${secondsOf(fromMs)}`]),
    ...(toMs === undefined ? [] : [sql<boolean>`c.start_s < ${secondsOf(toMs)}`]),
    ...(least === undefined ? [] : [sql<boolean>`c.duration >= ${storable(least)}`]),
    ...(most === undefined ? [] : [sql<boolean>`c.duration <= ${storable(most)}`]),
    ...lists.flatMap(([column, values]) =>
      values === undefined ? [] : [isOneOf(db, column, values)],
    ),
  ];
}

function participantCondition(db: Sql, party: ParticipantCondition): Condition {
  const { userId, emails, phoneNumber, name, affiliation, spoke } = party;
  const conditions: Condition[] = [
    ...(userId === undefined ? [] : [isText('user_id', userId)]),
    ...(emails === undefined ? [] : [isOneOf(db, 'email', emails)]),
    ...(phoneNumber === undefined ? [] : [isText('phone', phoneNumber)]),
    ...(name === undefined ? [] : nameConditions(name)),
    ...(affiliation === undefined ? [] : [affiliationCondition(affiliation)]),
    ...(spoke === undefined ? [] : [sql<boolean>`spoke = ${spoke ? 1 : 0}`]),
  ];
  return isIn(sql`select key from call_party where ${allOf(conditions)}`);
}

function affiliationCondition(affiliation: 'Internal' | 'External' | 'Unknown'): Condition {
  return affiliation === 'Unknown'
    ? sql`(affiliation is null or affiliation not in ('Internal', 'External'))`
    : sql`affiliation = ${affiliation}`;
}

/** Names are kept as tokens between blanks. */
function nameConditions({ all, none }: TextQuery): Condition[] {
  const pattern = ({ tokens, isPrefix }: TextTerm): string =>
    `% ${tokens.join(' ')}${isPrefix ? '' : ' '}%`;
  return [
    ...all.map((term) => sql<boolean>`name like ${pattern(term)}`),
    ...none.map((term) => sql<boolean>`name not like ${pattern(term)}`),
  ];
}

/** Domains are kept from their end on, so that those below one follow it. `/` comes after `.` in the order of bytes. */
function domainCondition(domains: readonly string[]): Condition {
  const each = domains.filter(isStorable).map((domain) => {
    const reversed = domain.split('.').reverse().join('.');
    return sql<boolean>`domain = ${reversed} or (domain >= ${`${reversed}.`} and domain < ${`${reversed}/`})`;
  });
  return isIn(sql`select key from call_domain where ${anyOf(each)}`);
}

function crmCondition(objects: readonly CrmCondition[]): Condition {
  const each = objects.map(({ system, objectType, objectId }) =>
    allOf([
      isText('type', objectType),
      isText('id', objectId),
      ...(system === undefined ? [] : [isText('system', system)]),
    ]),
  );
  return isIn(sql`select key from call_crm where ${anyOf(each)}`);
}

function trackerCondition(db: Sql, { trackerIds, minCount }: TrackerCondition): Condition {
  return isIn(sql`select key from call_tracker
    where ${isOneOf(db, 'tracker_id', trackerIds)} and count >= ${storable(minCount)}`);
}

function reviewCondition(review: ReviewCondition): Condition {
  const { exists = true, minOverall, maxOverall } = review;
  const conditions: Condition[] = [
    ...reviewsOf(review),
    ...(minOverall === undefined ? [] : [sql<boolean>`overall >= ${storable(minOverall)}`]),
    ...(maxOverall === undefined ? [] : [sql<boolean>`overall <= ${storable(maxOverall)}`]),
  ];
  const keys = sql<number>`select key from call_review where ${allOf(conditions)}`;
  return exists ? isIn(keys) : sql`${callKey} not in (${keys})`;
}

/** Which reviews a condition is about. */
export function reviewsOf({ scorecardId, method }: ReviewCondition): Condition[] {
  return [
    ...(scorecardId === undefined ? [] : [isText('scorecard_id', scorecardId)]),
    ...(method === undefined ? [] : [isText('method', method)]),
  ];
}

function hasCondition(part: CallPart): Condition {
  return sql`exists (select 1 from call_part as p
    where p.key = ${callKey} and p.part = ${callParts.indexOf(part)} and p.body is not null)`;
}

function isIn(keys: RawBuilder<number>): Condition {
  return sql`${callKey} in (${keys})`;
}

export function isOneOf(db: Sql, column: string, values: readonly string[]): Condition {
  const kept = values.filter(isStorable);
  const [only] = kept;
  if (only === undefined) return never;
  return kept.length === 1 ? isText(column, only) : db.isAnyOf(sql.ref(column), kept);
}

function isText(column: string, value: string): Condition {
  return isStorable(value) ? sql`${sql.ref(column)} = ${value}` : never;
}

/** No stored text has the character NUL or half of a surrogate pair, and databases disagree about these. */
function isStorable(value: string): boolean {
  return !/[\0\p{Cs}]/u.test(value);
}

/** Nothing that is kept is larger than a safe integer. */
function storable(value: number): number {
  return Math.max(-Number.MAX_SAFE_INTEGER, Math.min(value, Number.MAX_SAFE_INTEGER));
}
