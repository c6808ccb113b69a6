import { sql } from 'kysely';
import type { Database, Row } from '../database.js';
import type { CallFilter } from '../filter.js';
import type { CallKey, CallSearch, CallsFound, ReplicaReader, Seq } from '../replica.js';
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

/**
 * Which of these calls, gone ones included, the viewer could see now or before a change after `since`. When a policy module
 * judges calls, it is asked of each whether the viewer may learn that it is gone.
 */
export async function wereVisible(
  { database, db }: QueryContext,
  keys: readonly CallKey[],
  visibility: CallVisibility,
  since: Seq,
): Promise<ReadonlySet<CallKey>> {
  const { judge, judgeGone } = visibility;
  if (keys.length === 0 || (judge !== null && judgeGone === null)) return new Set();
  const { now, before } = wereVisibleConditions(db, visibility, since);
  const rows = await database.all(
    db.raw(sql`select ${callKey} as key, c.id as id, c.start_s as start_s,
        c.is_private as is_private, c.workspace_id as workspace_id, c.host_id as host_id,
        c.old_private as old_private, c.old_workspace_id as old_workspace_id, c.old_host_id as old_host_id,
        case when ${now} then 1 else 0 end as is_visible, case when ${before} then 1 else 0 end as was_visible
      from call as c where ${db.isAnyOf(callKey, keys)} and (${now} or ${before})`),
  );
  const visible = new Set<CallKey>();
  for (const row of rows) {
    const states = [
      ...(Number(row['is_visible']) === 1 ? [goneCall(row, '')] : []),
      ...(Number(row['was_visible']) === 1 ? [goneCall(row, 'old_')] : []),
    ];
    for (const call of states) {
      if (judgeGone === null || (await judgeGone(call))) visible.add(Number(row['key']));
    }
  }
  return visible;
}

/** What is left of a call: as it was last, or before its visibility changed. */
function goneCall(row: Row, state: '' | 'old_'): GoneCall {
  const text = (name: string): string | null => {
    const value = row[`${state}${name}`];
    return value == null ? null : String(value as string);
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
