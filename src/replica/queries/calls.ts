import { sql, type RawBuilder } from 'kysely';
import type { Database, Row } from '../database.js';
import type { CallFilter } from '../filter.js';
import type { CallKey, CallSearch, CallsFound, ReplicaReader, SeenCalls, Seq } from '../replica.js';
import type { Sql } from '../sql/sql.js';
import { SECOND_MS } from '../../lib/clock.js';
import type { CallVisibility, GoneCall } from '../visibility.js';
import {
  allOf,
  callConditions,
  callKey,
  wereVisibleConditions,
  type Condition,
} from './conditions.js';
import { judgeOf, MAX_JUDGED, pageOf, TooManyToJudgeError } from './judge.js';

interface FoundCall {
  readonly id: string;
  readonly key: CallKey;
}

/** What the queries of calls need: a database, the language of it, and calls for a policy module. */
export interface QueryContext {
  readonly database: Database;
  readonly db: Sql;
  readonly reader: Pick<ReplicaReader, 'findCalls' | 'findTranscripts'>;
}

export async function searchCalls(context: QueryContext, search: CallSearch): Promise<CallsFound> {
  const { filter, visibility, first, after, needsTotal } = search;
  const conditions = callConditions(context.db, filter, visibility);
  const judge = judgeOf(visibility, context.reader);
  const needsCount = needsTotal && judge === null;
  // To find what is said takes longer than the rest. Other calls are counted faster than they are listed.
  const countsWithPage = needsCount && filter.said !== undefined;
  let total: number | null = null;
  const found = await pageOf(
    first,
    after === null ? null : { key: after, id: '' },
    async (last, limit) => {
      const part = { order: search.order, after: last, limit };
      if (!countsWithPage) return callsAfter(context, conditions, part);
      const counted = await countedCalls(context, conditions, part);
      total = counted.total;
      return counted.calls;
    },
    judge,
    ({ id }) => id,
  );
  if (needsCount && !countsWithPage) total = await countMatching(context, conditions);
  return {
    calls: found.page,
    hasNextPage: found.hasNextPage,
    end: found.end?.key ?? after,
    total,
  };
}

/** Which of the matching calls are read. */
interface Part {
  readonly order: CallSearch['order'];
  readonly after: FoundCall | null;
  readonly limit: number;
}

async function callsAfter(
  { database, db }: QueryContext,
  conditions: readonly Condition[],
  { order, after, limit }: Part,
): Promise<readonly FoundCall[]> {
  const all = [...conditions, ...isAfter(callKey, order, after)];
  const rows = await database.all(
    db.raw(sql`select c.id as id, ${callKey} as key from call as c where ${allOf(all)}
      order by ${callKey} ${directionOf(order)} limit ${limit}`),
  );
  return rows.map(toFoundCall);
}

async function countMatching(
  { database, db }: QueryContext,
  conditions: readonly Condition[],
): Promise<number> {
  const [row] = await database.all(
    db.raw(sql`select count(*) as calls from call as c where ${allOf(conditions)}`),
  );
  return Number(row?.['calls']);
}

/** The same as `callsAfter` and `countMatching` in one statement. */
async function countedCalls(
  { database, db }: QueryContext,
  conditions: readonly Condition[],
  { order, after, limit }: Part,
): Promise<{ readonly calls: readonly FoundCall[]; readonly total: number }> {
  const key = sql.ref<number>('matching.key');
  const rows = await database.all(
    db.raw(sql`with matching as materialized (
        select ${callKey} as key from call as c where ${allOf(conditions)}
      ), page as (
        select key from matching where ${allOf(isAfter(key, order, after))}
        order by key ${directionOf(order)} limit ${limit}
      )
      select counted.calls as calls, c.id as id, ${callKey} as key
      from (select count(*) as calls from matching) as counted
      left join page on 1 = 1 left join call as c on ${callKey} = page.key
      order by ${callKey} ${directionOf(order)}`),
  );
  return {
    // One row says how many there are, even if none is on the page.
    calls: rows.filter(({ id }) => id !== null).map(toFoundCall),
    total: Number(rows[0]?.['calls']),
  };
}

function isAfter(
  key: RawBuilder<number>,
  order: CallSearch['order'],
  after: FoundCall | null,
): readonly Condition[] {
  if (after === null) return [];
  return [order === 'NEWEST_FIRST' ? sql`${key} < ${after.key}` : sql`${key} > ${after.key}`];
}

function directionOf(order: CallSearch['order']): RawBuilder<unknown> {
  return order === 'NEWEST_FIRST' ? sql`desc` : sql`asc`;
}

function toFoundCall({ id, key }: Row): FoundCall {
  return { id: String(id), key: Number(key) };
}

/**
 * Which of these calls, gone ones included, the viewer could see now or before a change after `since`. A policy module
 * that says who may learn that a call is gone is asked of each.
 */
export async function wereVisible(
  { database, db }: QueryContext,
  keys: readonly CallKey[],
  visibility: CallVisibility,
  since: Seq,
): Promise<SeenCalls> {
  const { judgeGone } = visibility;
  const seen = { before: new Set<CallKey>(), ever: new Set<CallKey>() };
  if (keys.length === 0) return seen;
  const { now, before } = wereVisibleConditions(db, visibility, since);
  const rows = await database.all(
    db.raw(sql`select ${callKey} as key, c.id as id, c.start_s as start_s,
        c.is_private as is_private, c.workspace_id as workspace_id, c.host_id as host_id,
        c.old_private as old_private, c.old_workspace_id as old_workspace_id, c.old_host_id as old_host_id,
        case when ${now} then 1 else 0 end as is_visible, case when ${before} then 1 else 0 end as was_visible
      from call as c where ${db.isAnyOf(callKey, keys)} and (${now} or ${before})`),
  );
  for (const row of rows) {
    const key = Number(row['key']);
    if (Number(row['was_visible']) === 1) seen.before.add(key);
    const states = [
      ...(Number(row['is_visible']) === 1 ? [goneCall(row, '')] : []),
      ...(Number(row['was_visible']) === 1 ? [goneCall(row, 'old_')] : []),
    ];
    for (const call of states) {
      if (judgeGone === null || (await judgeGone(call))) seen.ever.add(key);
    }
  }
  return seen;
}

/** What is left of a call: as it was last, or before its visibility changed. */
function goneCall(row: Row, state: '' | 'old_'): GoneCall {
  const text = (name: string): string | null => {
    const value = row[`${state}${name}`];
    return value == null ? null : String(value);
  };
  return {
    id: String(row['id']),
    startedAt: Number(row['start_s']) * SECOND_MS,
    isPrivate: Number(row[state === '' ? 'is_private' : 'old_private']) === 1,
    workspaceId: text('workspace_id'),
    hostId: text('host_id'),
  };
}

/** Which of these calls match, and may be seen. */
export async function matching(
  context: QueryContext,
  keys: readonly CallKey[],
  filter: CallFilter,
  visibility: CallVisibility,
): Promise<ReadonlySet<CallKey>> {
  if (keys.length === 0) return new Set();
  const { database, db, reader } = context;
  const all = [...callConditions(db, filter, visibility), db.isAnyOf(callKey, keys)];
  const rows = await database.all(
    db.raw(sql`select c.id as id, ${callKey} as key from call as c where ${allOf(all)}`),
  );
  const visible = await judgeOf(visibility, reader)?.(rows.map(({ id }) => String(id)));
  const seen = rows.filter(({ id }) => visible === undefined || visible.has(String(id)));
  return new Set(seen.map(({ key }) => Number(key)));
}

/**
 * Row numbers of all matching calls that a policy module lets the viewer see; null when there is no module.
 *
 * @throws TooManyToJudgeError
 */
export async function judgedKeys(
  context: QueryContext,
  filter: CallFilter,
  visibility: CallVisibility,
): Promise<readonly CallKey[] | null> {
  if (visibility.judge === null) return null;
  const found = await searchCalls(context, {
    filter,
    visibility,
    order: 'NEWEST_FIRST',
    first: MAX_JUDGED,
    after: null,
    needsTotal: false,
  });
  if (found.hasNextPage) throw new TooManyToJudgeError();
  return found.calls.map(({ key }) => key);
}
