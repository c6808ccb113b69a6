import { sql, type RawBuilder } from 'kysely';
import type { Row } from '../database.js';
import { callParts, recordKinds, type CallPart, type ReplicaRecordKind } from '../parts.js';
import type {
  CallChangeRow,
  CallKey,
  ChangesQuery,
  Pass,
  RecordChangeRow,
  Seq,
  ToldPage,
} from '../replica.js';
import type { QueryContext } from './calls.js';
import { allOf, callKey, isOneOf, learnedFrom, number, type Condition } from './conditions.js';

/** Calls in the order of their last change. What came and went since then is not told. */
export async function callChanges(
  context: QueryContext,
  { after, since = after, pages = [], first, parts }: ChangesQuery,
): Promise<readonly CallChangeRow[]> {
  const { database, db } = context;
  const known = knownUpTo(since, pages, {
    last: sql`c.changed_seq`,
    earlier: sql`call_place as l where l.key = ${callKey}`,
  });
  const conditions: Condition[] = [
    sql`c.changed_seq > ${after}`,
    sql`(c.is_gone = 0 or c.first_seq <= ${after})`,
  ];
  if (parts !== null) {
    const wanted = parts.map((part) => callParts.indexOf(part));
    // A call that was hidden since is told as gone, whichever parts are asked for.
    conditions.push(sql`(c.is_gone = 1 or c.old_seq > ${known} or exists (select 1 from call_part as p
      where p.key = ${callKey} and p.seq > ${known} and ${db.isAnyOf(sql.ref('p.part'), wanted)}))`);
  }
  const rows = await database.all(
    db.raw(sql`select ${callKey} as key, c.id as id, c.changed_seq as seq, c.is_gone as gone,
        c.first_seq as first, c.changed_at as at, ${known} as known
      from call as c where ${allOf(conditions)} order by c.changed_seq limit ${first}`),
  );
  const partsOf = await changedParts(
    context,
    rows.map(({ key }) => Number(key)),
    known,
  );
  return rows.map((row) => {
    const key = Number(row['key']);
    return {
      ...changeOf(row, after),
      id: String(row['id']),
      key,
      ...(partsOf.get(key) ?? { changed: [], held: [] }),
    };
  });
}

/** The numbers of the changes of a row. */
interface Places {
  readonly last: RawBuilder<unknown>;
  /** Rows `l` with the numbers before the last one. */
  readonly earlier: RawBuilder<unknown>;
}

/**
 * Up to where the reader knows the changes of a call or record. One that the reader met on an earlier page of the pass,
 * and that has changed since, is known as of then: where it was when that page was read says whether it was met.
 */
function knownUpTo(
  since: Seq,
  pages: readonly ToldPage[],
  { last, earlier }: Places,
): RawBuilder<unknown> {
  if (pages.length === 0) return number(since);
  const told = pages.map(
    ({ upTo, head }) => sql`when ${last} > ${number(head)} and
      (select max(l.seq) from ${earlier} and l.seq <= ${number(head)}) <= ${number(upTo)}
      then ${number(head)}`,
  );
  return sql`(case ${sql.join(told, sql` `)} else ${number(since)} end)`;
}

/**
 * Parts of which the reader does not know the last change, and all that there are. Those that Gong had none of at first
 * have not changed.
 */
async function changedParts(
  { database, db }: QueryContext,
  keys: readonly CallKey[],
  known: RawBuilder<unknown>,
): Promise<ReadonlyMap<CallKey, Pick<CallChangeRow, 'changed' | 'held'>>> {
  if (keys.length === 0) return new Map();
  // One row for each call, in which each part is a bit: a row for each part would take the gateway long to receive.
  const bits = sql.join(
    callParts.map((_part, number) => sql`when ${sql.lit(number)} then ${sql.lit(2 ** number)}`),
    sql` `,
  );
  const rows = await database.all(
    db.raw(sql`select p.key as key,
        sum(case when p.seq > ${known} and (c.first_seq <= ${known} or p.body is not null)
          then case p.part ${bits} end else 0 end) as changed,
        sum(case when p.body is not null then case p.part ${bits} end else 0 end) as held
      from call_part as p join call as c on ${callKey} = p.key
      where ${db.isAnyOf(sql.ref('p.key'), keys)}
      group by p.key`),
  );
  const partsIn = (sum: unknown): readonly CallPart[] =>
    callParts.filter((_part, number) => (Number(sum) & (2 ** number)) !== 0);
  return new Map(
    rows.map(({ key, changed, held }) => [
      Number(key),
      { changed: partsIn(changed), held: partsIn(held) },
    ]),
  );
}

export async function recordChanges(
  context: QueryContext,
  { after, since = after, began = since, pages = [], first }: Omit<ChangesQuery, 'parts'>,
  kinds: readonly ReplicaRecordKind[] | null,
): Promise<readonly RecordChangeRow[]> {
  const { database, db } = context;
  const known = knownUpTo(since, pages, {
    last: sql`r.changed_seq`,
    earlier: sql`record_place as l where l.kind = r.kind and l.id = r.id`,
  });
  const conditions: Condition[] = [
    sql`r.changed_seq > ${after}`,
    sql`(r.is_gone = 0 or r.first_seq <= ${after})`,
    ...(kinds === null ? [] : [isOneOf(db, 'r.kind', kinds)]),
  ];
  const rows = await database.all(
    db.raw(sql`select r.kind as kind, r.id as id, r.changed_seq as seq, r.is_gone as gone,
        r.first_seq as first, r.changed_at as at, ${known} as known, r.workspace_id as workspace,
        r.old_seq as moved
      from record as r where ${allOf(conditions)} order by r.changed_seq limit ${first}`),
  );
  const formerOf = await formerWorkspaces(context, rows, { since, began });
  return rows.flatMap((row) => {
    const kind = recordKinds.find((each) => each === row['kind']);
    if (kind === undefined) return [];
    const id = String(row['id']);
    const former = formerOf.get(`${kind} ${id}`) ?? [];
    return [{ ...changeOf(row, after), kind, id, workspaceId: idOrNull(row['workspace']), former }];
  });
}

type FormerWorkspaces = RecordChangeRow['former'];

/** By kind and ID, the workspaces in which records were before: in most of them, nothing ever moved. */
async function formerWorkspaces(
  { database, db }: QueryContext,
  rows: readonly Row[],
  pass: Pass,
): Promise<ReadonlyMap<string, FormerWorkspaces>> {
  const formerOf = new Map<string, FormerWorkspaces>();
  const moved = rows.filter((row) => Number(row['moved'] ?? 0) > pass.since);
  if (moved.length === 0) return formerOf;
  const ids = moved.map(({ id }) => String(id));
  const from = learnedFrom(sql`r.first_seq`, pass);
  const states = await database.all(
    db.raw(sql`select r.kind as kind, r.id as id, r.old_workspace_id as workspace, r.old_seq as until_seq
        from record as r where ${db.isAnyOf(sql.ref('r.id'), ids)} and r.old_seq > ${from}
      union all
      select r.kind, r.id, f.workspace_id, f.until_seq
        from record as r join record_former as f on f.kind = r.kind and f.id = r.id
        where ${db.isAnyOf(sql.ref('r.id'), ids)} and f.until_seq > ${from}`),
  );
  for (const { kind, id, workspace, until_seq: until } of states) {
    const record = `${String(kind)} ${String(id)}`;
    const state = { workspaceId: idOrNull(workspace), until: Number(until) };
    formerOf.set(record, [...(formerOf.get(record) ?? []), state]);
  }
  return formerOf;
}

function idOrNull(id: Row[string] | undefined): string | null {
  return id == null ? null : String(id);
}

function changeOf(
  row: Row,
  after: Seq,
): {
  readonly seq: Seq;
  readonly isGone: boolean;
  readonly isNew: boolean;
  readonly isUntold: boolean;
  readonly known: Seq;
  readonly seenAt: number;
} {
  const known = Number(row['known']);
  return {
    seq: Number(row['seq']),
    isGone: Number(row['gone']) === 1,
    isNew: Number(row['first']) > known,
    isUntold: Number(row['first']) > after,
    known,
    seenAt: Number(row['at']),
  };
}

export async function readHead({
  database,
  db,
}: QueryContext): Promise<{ readonly epoch: string; readonly seq: Seq }> {
  const [row] = await database.all(db.raw(sql`select epoch, seq from head`));
  return { epoch: String(row?.['epoch'] ?? ''), seq: Number(row?.['seq'] ?? 0) };
}

export async function countCalls({ database, db }: QueryContext): Promise<number> {
  const [row] = await database.all(
    db.raw(sql`select count(*) as calls from call where is_gone = 0`),
  );
  return Number(row?.['calls']);
}
