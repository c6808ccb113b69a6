import { sql } from 'kysely';
import type { Database } from '../database.js';
import type { CallFilter } from '../filter.js';
import type { CallKey, CallSearch, CallsFound, ReplicaReader, Seq } from '../replica.js';
import type { Sql } from '../sql/sql.js';
import type { CallVisibility } from '../visibility.js';
import {
  allOf,
  callConditions,
  callKey,
  wasVisibleCondition,
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
  const { filter, visibility, order, first, after, needsTotal } = search;
  const conditions = callConditions(context.db, filter, visibility);
  const judge = judgeOf(visibility, context.reader);
  const found = await pageOf(
    first,
    after === null ? null : { key: after, id: '' },
    (last, limit) => callsAfter(context, conditions, order, last, limit),
    judge,
    ({ id }) => id,
  );
  return {
    calls: found.page,
    hasNextPage: found.hasNextPage,
    end: found.end?.key ?? after,
    total: needsTotal && judge === null ? await countMatching(context, conditions) : null,
  };
}

async function callsAfter(
  { database, db }: QueryContext,
  conditions: readonly Condition[],
  order: CallSearch['order'],
  after: FoundCall | null,
  limit: number,
): Promise<readonly FoundCall[]> {
  const [direction, beyond] = order === 'NEWEST_FIRST' ? [sql`desc`, sql`<`] : [sql`asc`, sql`>`];
  const all = [
    ...conditions,
    ...(after === null ? [] : [sql<boolean>`${callKey} ${beyond} ${after.key}`]),
  ];
  const rows = await database.all(
    db.raw(sql`select c.id as id, ${callKey} as key from call as c where ${allOf(all)}
      order by ${callKey} ${direction} limit ${limit}`),
  );
  return rows.map(({ id, key }) => ({ id: String(id), key: Number(key) }));
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

/** Which of these calls, gone ones included, the viewer could see now or before a change after `since`. */
export async function wereVisible(
  { database, db }: QueryContext,
  keys: readonly CallKey[],
  visibility: CallVisibility,
  since: Seq,
): Promise<ReadonlySet<CallKey>> {
  if (keys.length === 0) return new Set();
  const rows = await database.all(
    db.raw(sql`select ${callKey} as key from call as c
      where ${db.isAnyOf(callKey, keys)} and ${wasVisibleCondition(db, visibility, since)}`),
  );
  return new Set(rows.map(({ key }) => Number(key)));
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
