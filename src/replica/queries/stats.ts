import { setImmediate } from 'node:timers/promises';
import { sql, type RawBuilder } from 'kysely';
import type { Row } from '../database.js';
import type { CallDimension, Measures, Stats, StatsQuery, StatsRow } from '../replica.js';
import { judgedKeys, type QueryContext } from './calls.js';
import {
  allOf,
  callConditions,
  callKey,
  isOneOf,
  reviewsOf,
  type Condition,
} from './conditions.js';
import { periodScale, type PeriodScale } from './periods.js';
import { secondsBetween, secondsOf } from './rows.js';

const ROWS_AT_ONCE = 25;

/** How calls are told apart by one dimension. */
interface Grouping {
  readonly value: RawBuilder<unknown>;
  readonly label: RawBuilder<unknown> | null;
  /** A call has several values of it: one row for each. */
  readonly join: RawBuilder<unknown> | null;
  readonly scale: PeriodScale | null;
}

export async function stats(context: QueryContext, query: StatsQuery): Promise<Stats> {
  const { database, db } = context;
  const { by, filter, first, visibility } = query;
  const conditions = callConditions(db, filter, visibility);
  const keys = await judgedKeys(context, filter, visibility);
  if (keys !== null) {
    const some: Condition = keys.length === 0 ? sql`1 = 0` : db.isAnyOf(callKey, keys);
    conditions.push(some);
  }
  const between = await secondsOfCalls(context, query);
  const groupings: Grouping[] = [];
  for (const dimension of by) {
    groupings.push(groupingOf(dimension, query.timeZone, between));
    // The first use of a time zone takes as long as the rest of the statement.
    await setImmediate();
  }
  const found = await database.all(
    db.raw(statement(context, query, by, groupings, conditions, first + 1)),
  );
  const isTruncated = found.length > first;
  const rows = await toRows(found.slice(0, first), groupings);
  // A call is in several rows of these, and the total counts it once.
  const isAdditive = !isTruncated && groupings.every(({ join }) => join === null);
  if (isAdditive) return { rows, total: sumOf(rows.map(({ measures }) => measures)), isTruncated };
  const [total] = await database.all(db.raw(statement(context, query, [], [], conditions, 1)));
  return { rows, total: total === undefined ? nothing : measuresOf(total), isTruncated };
}

/** First and last second in which matching calls may start. */
async function secondsOfCalls(
  { database, db }: QueryContext,
  { filter: { fromMs, toMs } }: StatsQuery,
): Promise<readonly [number, number]> {
  const [row] = await database.all(
    db.raw(
      sql`select (select min(key) from call) as earliest, (select max(key) from call) as latest`,
    ),
  );
  const [first, last] = secondsBetween(
    Number(row?.['earliest'] ?? 0),
    Number(row?.['latest'] ?? 0),
  );
  return [
    fromMs === undefined ? first : Math.max(first, secondsOf(fromMs)),
    toMs === undefined ? last : Math.min(last, secondsOf(toMs)),
  ];
}

/** One value for each call, in a column of its row. */
function column(value: string, label: string | null = null): Grouping {
  return {
    // Not the column itself: SQLite would read all calls in the order of its index, whichever match.
    value: sql`${sql.ref(value)} || ''`,
    label: label === null ? null : sql.ref(label),
    join: null,
    scale: null,
  };
}

/** Any number of values for each call, in the rows of a table. */
function joined(table: string, rows: RawBuilder<unknown>): Grouping {
  return {
    value: sql.ref(`${table}.id`),
    label: sql.ref(`${table}.name`),
    join: sql`left join (${rows}) as ${sql.ref(table)} on ${sql.ref(`${table}.key`)} = ${callKey}`,
    scale: null,
  };
}

/** Two systems may have a record of the same ID: it counts once. */
function crm(table: string, type: string): Grouping {
  return joined(
    table,
    // Not the column itself: SQLite would read all records of the type for each call.
    sql`select key, id, name from call_crm as r where type || '' = ${type} and not exists (
      select 1 from call_crm as o
      where o.type = r.type and o.id = r.id and o.system < r.system and o.key = r.key)`,
  );
}

const scorecards = joined(
  'scorecard',
  sql`select key, scorecard_id as id, max(scorecard_name) as name, count(*) as reviews,
    sum(overall) as score, count(overall) as scored
    from call_review where scorecard_id is not null group by key, scorecard_id`,
);

function groupingOf(
  dimension: CallDimension,
  timeZone: string,
  between: readonly [number, number],
): Grouping {
  switch (dimension) {
    case 'DAY':
    case 'WEEK':
    case 'MONTH':
    case 'QUARTER': {
      const scale = periodScale(dimension, timeZone, between);
      return { value: scale.numberOf(sql.ref('c.start_s')), label: null, join: null, scale };
    }
    case 'HOST':
      return column('c.host_id');
    case 'WORKSPACE':
      return column('c.workspace_id');
    case 'OUTCOME':
      return column('c.outcome_id', 'c.outcome_name');
    case 'SCOPE':
      return column('c.scope');
    case 'DIRECTION':
      return column('c.direction');
    case 'LANGUAGE':
      return column('c.language');
    case 'ACCOUNT':
      return crm('account', 'Account');
    case 'OPPORTUNITY':
      return crm('opportunity', 'Opportunity');
    case 'TRACKER':
      return joined('tracker', sql`select key, tracker_id as id, name, count from call_tracker`);
    case 'SCORECARD':
      return scorecards;
  }
}

function statement(
  { db }: QueryContext,
  { filter }: StatsQuery,
  by: readonly CallDimension[],
  groupings: readonly Grouping[],
  conditions: readonly Condition[],
  limit: number,
): RawBuilder<unknown> {
  const named = filter.trackers?.flatMap(({ trackerIds }) => trackerIds);
  // A join would count the trackers of all calls, whichever match.
  const hits = by.includes('TRACKER')
    ? sql`tracker.count`
    : sql`(select sum(t.count) from call_tracker as t where t.key = ${callKey}
        and ${named === undefined ? sql`1 = 1` : isOneOf(db, 't.tracker_id', named)})`;
  const isByScorecard = by.includes('SCORECARD');
  const review = isByScorecard ? 'scorecard' : 'review';
  const reviews = isByScorecard
    ? sql``
    : sql`left join (select key, count(*) as reviews, sum(overall) as score, count(overall) as scored
        from call_review where ${allOf(reviewsOf(filter.review ?? {}))}
        group by key) as review on review.key = ${callKey}`;
  const columns = groupings.flatMap(({ value, label }, at) => [
    sql`${value} as ${sql.ref(`value${at}`)}`,
    sql`${label ?? sql`null`} as ${sql.ref(`label${at}`)}`,
  ]);
  const values = groupings.map((_grouping, at) => sql.ref(`value${at}`));
  const shown = groupings.flatMap((_grouping, at) => [
    sql.ref(`value${at}`),
    sql`max(${sql.ref(`label${at}`)}) as ${sql.ref(`label${at}`)}`,
  ]);
  // Without a limit, databases compute what is in two sums twice for each call.
  const each = db.dialect === 'sqlite' ? sql`limit -1` : sql`offset 0`;
  // Databases disagree about where null comes.
  const order = values.flatMap((value) => [sql`${value} is null`, value]);
  return sql`select ${sql.join([...shown, ...sums])} from (
      select ${sql.join([
        ...columns,
        sql`c.duration, c.host_talk, c.customer_talk, c.talk, c.company_questions, c.other_questions`,
        sql`case when c.host_id is not null then c.talk end as hosted_talk`,
        sql`${hits} as hits`,
        ...['reviews', 'score', 'scored'].map((name) => sql.ref(`${review}.${name}`)),
      ])}
      from call as c ${sql.join([...groupings.map(({ join }) => join ?? sql``), reviews], sql` `)}
      where ${allOf(conditions)} ${each}
    ) as each_call ${values.length === 0 ? sql`` : sql`group by ${sql.join(values)}`}
    order by ${sql.join([sql`calls desc`, ...order])} limit ${limit}`;
}

const hasTalk = sql`talk is not null and host_talk is not null`;
const sumInteger = (value: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`cast(coalesce(sum(${value}), 0) as bigint)`;
const sumReal = (value: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`cast(coalesce(sum(${value}), 0) as double precision)`;
const sumTalk = (column: string): RawBuilder<unknown> =>
  sumReal(sql`case when ${hasTalk} then ${sql.ref(column)} end`);
const countIf = (condition: RawBuilder<unknown>): RawBuilder<unknown> =>
  sumInteger(sql`case when ${condition} then 1 else 0 end`);

const measures: Readonly<Record<keyof Measures, RawBuilder<unknown>>> = {
  calls: sql`count(*)`,
  durationSeconds: sumReal(sql`duration`),
  callsWithDuration: sql`count(duration)`,
  hostTalkSeconds: sumTalk('host_talk'),
  hostedTalkSeconds: sumTalk('hosted_talk'),
  customerTalkSeconds: sumTalk('customer_talk'),
  talkSeconds: sumTalk('talk'),
  callsWithTalkTime: countIf(hasTalk),
  companyQuestions: sumInteger(sql`company_questions`),
  otherQuestions: sumInteger(sql`other_questions`),
  trackerHits: sumInteger(sql`hits`),
  callsWithTrackerHits: countIf(sql`hits > 0`),
  reviews: sumInteger(sql`reviews`),
  scoreSum: sumReal(sql`score`),
  scoredReviews: sumInteger(sql`scored`),
};
const measureNames = Object.keys(measures) as (keyof Measures)[];
const sums = measureNames.map((name) => sql`${measures[name]} as ${sql.ref(name)}`);

function measuresOf(row: Row): Measures {
  const values = measureNames.map((name) => [name, Number(row[name])] as const);
  return Object.fromEntries(values) as Record<keyof Measures, number>;
}

const nothing = Object.fromEntries(measureNames.map((name) => [name, 0])) as Record<
  keyof Measures,
  number
>;

function sumOf(each: readonly Measures[]): Measures {
  const total = { ...nothing };
  for (const row of each) for (const name of measureNames) total[name] += row[name];
  return total;
}

async function toRows(
  found: readonly Row[],
  groupings: readonly Grouping[],
): Promise<readonly StatsRow[]> {
  const rows: StatsRow[] = [];
  for (const row of found) {
    rows.push(toRow(row, groupings));
    // Calendars take their time: to describe many days takes tens of milliseconds, in which nothing else runs.
    if (rows.length % ROWS_AT_ONCE === 0) await setImmediate();
  }
  return rows;
}

function toRow(row: Row, groupings: readonly Grouping[]): StatsRow {
  const keys = groupings.map(({ scale }, at) => {
    const value = row[`value${at}`] ?? null;
    const label = row[`label${at}`] ?? null;
    if (scale !== null) return { ...scale.describe(Number(value)), label: null };
    return {
      value: value === null ? null : String(value),
      label: label === null ? null : String(label),
      fromMs: null,
      toMs: null,
    };
  });
  return { keys, measures: measuresOf(row) };
}
