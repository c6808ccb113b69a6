import { sql, type RawBuilder } from 'kysely';
import type { Database, Row } from '../database.js';
import type { CallFilter } from '../filter.js';
import type {
  CallKey,
  CallSearch,
  CallsFound,
  Pass,
  ReplicaReader,
  SeenCalls,
  Seq,
} from '../replica.js';
import type { Sql } from '../sql/sql.js';
import { SECOND_MS } from '../../lib/clock.js';
import type { CallVisibility, GoneCall } from '../visibility.js';
import {
  allOf,
  callConditions,
  callKey,
  learnedFrom,
  visibleConditions,
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
 * Which of these calls, gone ones included, the viewer can see, or could in each state before a change of their
 * visibility. A policy module that says who may learn that a call is gone is asked of each.
 */
export async function wereVisible(
  { database, db }: QueryContext,
  keys: readonly CallKey[],
  visibility: CallVisibility,
  pass: Pass,
): Promise<SeenCalls> {
  const { judgeGone } = visibility;
  const seen = { hiddenUntil: new Map<CallKey, Seq>(), ever: new Set<CallKey>() };
  if (keys.length === 0) return seen;
  const isVisible = allOf(visibleConditions(db, visibility));
  const from = learnedFrom(sql`o.first_seq`, pass);
  const rows = await database.all(
    db.raw(sql`with own as materialized (select * from call where ${db.isAnyOf(sql.ref('key'), keys)})
      select c.*, case when ${isVisible} then 1 else 0 end as is_visible from (
        select o.key, o.id, o.start_s, o.is_private, o.workspace_id, o.host_id, cast(null as bigint) as until_seq
          from own as o
        union all
        select o.key, o.id, o.start_s, o.old_private, o.old_workspace_id, o.old_host_id, o.old_seq
          from own as o where o.old_seq > ${from}
        union all
        select o.key, o.id, o.start_s, f.is_private, f.workspace_id, f.host_id, f.until_seq
          from own as o join call_former as f on f.id = o.id where f.until_seq > ${from}) as c`),
  );
  for (const row of rows) {
    const key = Number(row['key']);
    if (Number(row['is_visible']) === 1) {
      if (judgeGone === null || (await judgeGone(goneCall(row)))) seen.ever.add(key);
    } else if (row['until_seq'] != null) {
      const until = Math.max(Number(row['until_seq']), seen.hiddenUntil.get(key) ?? 0);
      seen.hiddenUntil.set(key, until);
    }
  }
  return seen;
}

/** What is left of a call: as it was last, or before its visibility changed. */
function goneCall(row: Row): GoneCall {
  const text = (name: string): string | null => (row[name] == null ? null : String(row[name]));
  return {
    id: String(row['id']),
    startedAt: Number(row['start_s']) * SECOND_MS,
    isPrivate: Number(row['is_private']) === 1,
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
