import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import type { GongCallTranscript } from '../../gong/endpoints/wire.js';
import { DAY_MS, SECOND_MS } from '../../lib/clock.js';
import type { WriteStatement } from '../database.js';
import { callParts, type CallPart } from '../parts.js';
import type { CallKey, Seq } from '../replica.js';
import { partiesOf } from './callContent.js';
import { callRows, type CallRows } from './callRows.js';
import { hashContent, isNone, keyedHash, pack, type HashedContent } from './codec.js';
import { deleteDerived, replaceDerived } from './derivedRows.js';
import type { Change, Store } from './store.js';
import {
  freeKey,
  numberOf,
  storedCalls,
  storedContents,
  storedParts,
  type StoredCall,
  type StoredPart,
} from './storedCalls.js';
import { deleteTranscript, insertTranscript } from './words.js';

/** What was read of one call. */
export interface CallParts {
  readonly id: string;
  /** Seconds since the epoch; null: only a call that is kept gets the parts. */
  readonly startS: number | null;
  readonly content: ReadonlyMap<CallPart, unknown>;
}

interface HashedCall {
  readonly id: string;
  readonly startS: number | null;
  readonly parts: ReadonlyMap<CallPart, HashedContent>;
}

/** A call of which something is new, and where it is put. */
interface ChangedCall {
  readonly call: HashedCall;
  readonly before: StoredCall | undefined;
  readonly key: CallKey;
  readonly startS: number;
  readonly seq: Seq;
  readonly changed: readonly CallPart[];
}

/** A part that was read again and is the same. */
interface SamePart {
  readonly key: CallKey;
  readonly part: number;
  readonly hash: string;
}

/** A part of which Gong has none, found out when the call was kept already. */
interface EmptyPart extends SamePart {
  readonly seq: Seq;
}

/** More of them would keep other writers waiting. */
const CALLS_PER_CHANGE = 10;

/** Stores parts of calls, of which those that are not kept by the settings are passed over. */
export async function putParts(
  store: Store,
  calls: readonly CallParts[],
  readAt: number,
): Promise<void> {
  // A list that changes while it is read may hold a call twice.
  const distinct = [...new Map(calls.map((call) => [call.id, call])).values()];
  for (let from = 0; from < distinct.length; from += CALLS_PER_CHANGE) {
    const hashed: HashedCall[] = [];
    for (const call of distinct.slice(from, from + CALLS_PER_CHANGE)) {
      hashed.push(hashCall(store, call));
      // A long transcript takes a millisecond.
      await setImmediate();
    }
    await store.change((last) => planChange(store, hashed, readAt, last));
  }
}

/** Returns the start before which calls are not kept, in seconds since the epoch. */
export function keptFromSeconds({ settings: { keepDays }, clock }: Store): number {
  return keepDays === null ? -Infinity : (clock.now() - keepDays * DAY_MS) / SECOND_MS;
}

/** The name that stands for a call that must not be stored. */
export function barredName(store: Store, id: string): string {
  return keyedHash(store.settings.hashKey, 'barred', id);
}

function hashCall(store: Store, { id, startS, content }: CallParts): HashedCall {
  const { holds, hashKey } = store.settings;
  const parts = new Map<CallPart, HashedContent>();
  for (const [part, value] of content) {
    if (holds.has(part)) parts.set(part, hashContent(hashKey, part, value));
  }
  return { id, startS, parts };
}

async function planChange(
  store: Store,
  calls: readonly HashedCall[],
  readAt: number,
  last: Seq,
): Promise<Change> {
  const stored = await storedCalls(
    store,
    calls.map(({ id }) => id),
  );
  const parts = await storedParts(
    store,
    Array.from(stored.values(), ({ key }) => key),
  );
  const barred = await barredIds(store, calls);
  const reserved = new Set<CallKey>();
  const changed: ChangedCall[] = [];
  const same: SamePart[] = [];
  const empty: EmptyPart[] = [];
  for (const call of calls) {
    const before = stored.get(call.id);
    const readStartS = startOf(store, call, before, barred);
    if (readStartS === null) continue;
    const known = before === undefined ? undefined : parts.get(before.key);
    const outcome = compare(call, known, readAt);
    // Only the newest read says when the call starts.
    const isStartNew = before === undefined || outcome.changed.includes('BASIC');
    const startS = isStartNew ? readStartS : before.startS;
    if (outcome.changed.length > 0) {
      const isPlaced = before?.startS === startS;
      const key = isPlaced ? before.key : await freeKey(store, call.id, startS, reserved);
      reserved.add(key);
      const seq = last + changed.length + 1;
      changed.push({ call, before, key, startS, seq, changed: outcome.changed });
    }
    if (before === undefined) continue;
    const { key } = changed.at(-1)?.call === call ? (changed.at(-1) ?? before) : before;
    for (const [part, hash] of outcome.same) same.push({ key, part: numberOf(part), hash });
    for (const [part, hash] of outcome.empty) {
      empty.push({ key, part: numberOf(part), hash, seq: before.firstSeq });
    }
  }
  return {
    statements: [
      ...(await writeChanged(store, changed, readAt)),
      ...(same.length === 0 ? [] : [touch(store, same, readAt)]),
      ...(empty.length === 0 ? [] : [noteEmpty(store, empty, readAt)]),
    ],
    numbers: changed.length,
  };
}

/** When the call starts, in seconds since the epoch; null, if it isn't stored. */
function startOf(
  store: Store,
  call: HashedCall,
  before: StoredCall | undefined,
  barred: ReadonlySet<string>,
): number | null {
  if (call.startS === null) return before === undefined || before.isGone ? null : before.startS;
  if (barred.has(call.id) || call.startS < keptFromSeconds(store)) return null;
  return call.startS;
}

function compare(
  { parts }: HashedCall,
  known: ReadonlyMap<CallPart, StoredPart> | undefined,
  readAt: number,
): {
  readonly changed: readonly CallPart[];
  readonly same: readonly (readonly [CallPart, string])[];
  readonly empty: readonly (readonly [CallPart, string])[];
} {
  const changed: CallPart[] = [];
  const same: [CallPart, string][] = [];
  const empty: [CallPart, string][] = [];
  for (const [part, content] of parts) {
    const { hash } = content;
    const before = known?.get(part);
    // What was read later is there already.
    if (before !== undefined && before.readAt > readAt) continue;
    if (before?.hash === hash) same.push([part, hash]);
    // Most calls have no review, and a new one has no transcript yet. That one has none is no change of it.
    else if (known !== undefined && before === undefined && isNone(content)) {
      empty.push([part, hash]);
    } else changed.push(part);
  }
  return { changed, same, empty };
}

async function barredIds(store: Store, calls: readonly HashedCall[]): Promise<ReadonlySet<string>> {
  const names = new Map(calls.map(({ id }) => [barredName(store, id), id]));
  const rows = await store.query(
    store.sql.tables
      .selectFrom('barred')
      .select('id_hash')
      .where(store.sql.isAnyOf(sql.ref('id_hash'), [...names.keys()]))
      .where('until', '>', store.clock.now()),
  );
  return new Set(rows.map(({ id_hash }) => names.get(id_hash) ?? ''));
}

/** Parts from which no row is made but words. */
const rowless: ReadonlySet<CallPart> = new Set(['TRANSCRIPT', 'COMMENTS']);

async function writeChanged(
  store: Store,
  changed: readonly ChangedCall[],
  readAt: number,
): Promise<WriteStatement[]> {
  const statements: WriteStatement[] = [];
  const derived: { key: CallKey; rows: CallRows }[] = [];
  for (const each of changed) {
    const { call, before, key, startS } = each;
    const isMoved = before !== undefined && before.key !== key;
    const needsRows = isMoved || each.changed.some((part) => !rowless.has(part));
    const needsWords =
      isMoved || each.changed.includes('TRANSCRIPT') || each.changed.includes('PARTIES');
    const content = await mergedContent(store, each, needsRows, needsWords);
    if (isMoved) statements.push(...moveCall(store, before.key, key));
    const rows = needsRows ? callRows(call.id, startS, key, content) : undefined;
    if (rows !== undefined) derived.push({ key, rows });
    statements.push(
      ...writeCall(store, each, rows),
      ...(await Promise.all(each.changed.map((part) => writePart(store, each, part, readAt)))),
    );
    if (needsWords && content.has('TRANSCRIPT')) {
      const transcript = content.get('TRANSCRIPT') as GongCallTranscript | null;
      statements.push(
        ...deleteTranscript(store.sql, key),
        ...insertTranscript(store.sql, key, transcript, partiesOf(content)),
      );
      // Cutting a long transcript into words takes milliseconds.
      await setImmediate();
    }
  }
  const places = changed.flatMap(({ key, before }) =>
    before === undefined ? [] : [{ key, seq: before.changedSeq }],
  );
  return [
    ...statements,
    ...store.sql.insert('call_place', places),
    ...(derived.length === 0 ? [] : replaceDerived(store.sql, derived)),
  ];
}

/** What is kept of the call once it is written, as far as rows or words are made of it. */
async function mergedContent(
  store: Store,
  { call, before, changed }: ChangedCall,
  needsRows: boolean,
  needsWords: boolean,
): Promise<ReadonlyMap<CallPart, unknown>> {
  const needed = callParts.filter((part) => {
    if (changed.includes(part)) return false;
    return rowless.has(part)
      ? needsWords && part === 'TRANSCRIPT'
      : needsRows || part === 'PARTIES';
  });
  const content = new Map<CallPart, unknown>();
  if (before !== undefined) {
    const stored = await storedContents(store, [before.key], needed);
    for (const [part, { value }] of stored.get(before.key) ?? []) content.set(part, value);
  }
  for (const part of changed) content.set(part, call.parts.get(part)?.value);
  return content;
}

/** Everything of the call goes to another number, but for what is written again anyway. */
function moveCall({ sql: db }: Store, from: CallKey, to: CallKey): WriteStatement[] {
  const { tables } = db;
  return [
    ...deleteDerived(db, [from]),
    ...deleteTranscript(db, from),
    db.statement(tables.updateTable('call').set({ key: to }).where('key', '=', from)),
    db.statement(tables.updateTable('call_part').set({ key: to }).where('key', '=', from)),
    db.statement(tables.updateTable('call_place').set({ key: to }).where('key', '=', from)),
  ];
}

function writeCall(
  { sql: db, clock }: Store,
  { key, seq, before }: ChangedCall,
  rows: CallRows | undefined,
): WriteStatement[] {
  const change = { changed_seq: seq, changed_at: clock.now() };
  if (rows === undefined) {
    return [db.statement(db.tables.updateTable('call').set(change).where('key', '=', key))];
  }
  const first_seq = before?.firstSeq ?? seq;
  return [
    ...(before === undefined ? [] : keepVisibility(db, key, seq, before, rows.call)),
    ...db.insert('call', [{ key, ...rows.call, is_gone: 0, first_seq, ...change }], {
      by: ['key'],
    }),
  ];
}

/**
 * Notes what visibility was judged by until now, when it changes: viewers that could see the call must learn of it. The row
 * has room for one former state, so that the one in it goes to a table.
 */
function keepVisibility(
  db: Store['sql'],
  key: CallKey,
  seq: Seq,
  { seenBy }: StoredCall,
  { is_private, workspace_id, host_id }: CallRows['call'],
): WriteStatement[] {
  const isSame =
    seenBy.is_private === is_private &&
    seenBy.workspace_id === workspace_id &&
    seenBy.host_id === host_id;
  if (isSame) return [];
  const old = {
    old_private: seenBy.is_private,
    old_workspace_id: seenBy.workspace_id,
    old_host_id: seenBy.host_id,
    old_seq: seq,
  };
  return [
    db.raw(sql`insert into call_former (id, until_seq, is_private, workspace_id, host_id)
      select id, old_seq, old_private, old_workspace_id, old_host_id
      from call where key = ${key} and old_seq is not null`),
    db.statement(db.tables.updateTable('call').set(old).where('key', '=', key)),
  ];
}

async function writePart(
  { sql: db }: Store,
  { call, key, seq }: ChangedCall,
  part: CallPart,
  readAt: number,
): Promise<WriteStatement> {
  const content = call.parts.get(part);
  if (content === undefined) throw new Error(`Nothing was read of ${part}.`);
  const values = { hash: content.hash, seq, read_at: readAt, body: await pack(content) };
  return db.statement(
    db.tables
      .insertInto('call_part')
      .values({ key, part: numberOf(part), ...values })
      .onConflict((conflict) => conflict.columns(['key', 'part']).doUpdateSet(values)),
  );
}

/** Notes that parts were read again, unless they are no longer what was read. */
function touch({ sql: db }: Store, same: readonly SamePart[], readAt: number): WriteStatement {
  return db.raw(
    sql`update call_part set read_at = ${readAt} from ${db.rows('call_part', same)} as r
      where call_part.key = r.key and call_part.part = r.part and call_part.hash = r.hash
      and call_part.read_at < ${readAt}`,
  );
}

/** Notes that Gong has none of these parts, unless another gateway has stored one since then. */
function noteEmpty(
  { sql: db }: Store,
  empty: readonly EmptyPart[],
  readAt: number,
): WriteStatement {
  return db.raw(
    sql`insert into call_part (key, part, hash, seq, read_at)
      select r.key, r.part, r.hash, r.seq, ${readAt} from ${db.rows('call_part', empty)} as r where true
      on conflict (key, part) do nothing`,
  );
}
