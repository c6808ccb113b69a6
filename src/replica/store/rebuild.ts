import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import type { WriteStatement } from '../database.js';
import { callParts, type CallPart } from '../parts.js';
import type { CallKey } from '../replica.js';
import { tokenizerVersion } from '../text/tokenizer.js';
import { narrowCrm, partiesOf, type CrmContent } from './callContent.js';
import { callRows, type CallRows } from './callRows.js';
import { replaceDerived } from './derivedRows.js';
import { hashContent, pack } from './codec.js';
import type { Change, Store } from './store.js';
import { numberOf, storedContents, type StoredCall } from './storedCalls.js';
import { deleteTranscript, insertTranscript } from './words.js';

/** Under which name it is kept what the database was filled with. */
const KEPT = 'kept';

interface Kept {
  readonly holds: readonly string[];
  readonly crmFields: readonly string[];
}

const CALLS_PER_CHANGE = 10;

/**
 * Makes the database what the settings and this release would have made of it: removes what may no longer be kept, and
 * cuts the texts into words again where the rules have changed.
 */
export async function rebuildIfNeeded(store: Store): Promise<void> {
  const { sql: db, database, settings } = store;
  const { tables } = db;
  const [head] = await store.query(tables.selectFrom('head').select('tokenizer'));
  const [row] = await store.query(
    tables.selectFrom('sync_state').select('value').where('name', '=', KEPT),
  );
  const before = row === undefined ? null : (JSON.parse(row.value) as Kept);
  const isTooMuch =
    before !== null &&
    !(
      before.holds.every((part) => (settings.holds as ReadonlySet<string>).has(part)) &&
      before.crmFields.every((field) => settings.crmFields.has(field))
    );
  if (isTooMuch || head?.tokenizer !== tokenizerVersion) await rebuild(store);
  const now: Kept = { holds: [...settings.holds], crmFields: [...settings.crmFields] };
  await database.write([
    ...db.insert('sync_state', [{ name: KEPT, value: JSON.stringify(now) }], { by: ['name'] }),
    db.statement(tables.updateTable('head').set({ tokenizer: tokenizerVersion })),
  ]);
}

async function rebuild(store: Store): Promise<void> {
  for (let last: CallKey | null = null; ;) {
    const calls = await nextCalls(store, last);
    const end = calls.at(-1);
    if (end === undefined) return;
    await store.change(() => planRebuild(store, calls));
    last = end.key;
  }
}

type PlacedCall = Pick<StoredCall, 'id' | 'key' | 'startS'>;

function nextCalls(store: Store, after: CallKey | null): Promise<readonly PlacedCall[]> {
  const calls = store.sql.tables
    .selectFrom('call')
    .select(['id', 'key', 'start_s as startS'])
    .where('is_gone', '=', 0)
    .orderBy('key')
    .limit(CALLS_PER_CHANGE);
  return store.query(after === null ? calls : calls.where('key', '>', after));
}

/** What the settings leave of the call's content. */
function heldContent(
  { settings: { holds, crmFields } }: Store,
  stored: ReadonlyMap<CallPart, { readonly value: unknown }> | undefined,
): ReadonlyMap<CallPart, unknown> {
  const content = new Map<CallPart, unknown>();
  for (const [part, { value }] of stored ?? []) {
    if (!holds.has(part)) continue;
    content.set(part, part === 'CRM' ? narrowCrm(value as CrmContent, crmFields) : value);
  }
  return content;
}

async function planRebuild(store: Store, calls: readonly PlacedCall[]): Promise<Change> {
  const { sql: db, settings } = store;
  const keys = calls.map(({ key }) => key);
  const contents = await storedContents(store, keys, callParts);
  const isHeld = db.isAnyOf(sql.ref('part'), [...settings.holds].map(numberOf));
  const statements: WriteStatement[] = [
    db.raw(
      sql`delete from call_part where ${db.isAnyOf(sql.ref('key'), keys)} and not (${isHeld})`,
    ),
  ];
  const derived: { key: CallKey; rows: CallRows }[] = [];
  for (const { id, key, startS } of calls) {
    const content = heldContent(store, contents.get(key));
    const rows = callRows(id, startS, key, content);
    const transcript = content.get('TRANSCRIPT') ?? null;
    derived.push({ key, rows });
    statements.push(
      ...(content.has('CRM') ? [await rewriteCrm(store, key, content.get('CRM'))] : []),
      db.statement(db.tables.updateTable('call').set(rows.call).where('key', '=', key)),
      ...deleteTranscript(db, key),
      ...insertTranscript(db, key, transcript, partiesOf(content)),
    );
    await setImmediate();
  }
  // A number that no change has: another writer plans again what it has read before.
  return { statements: [...statements, ...replaceDerived(db, derived)], numbers: 1 };
}

async function rewriteCrm(store: Store, key: CallKey, crm: unknown): Promise<WriteStatement> {
  const content = hashContent(store.settings.hashKey, 'CRM', crm);
  const { hash } = content;
  const body = await pack(content);
  return store.sql.statement(
    store.sql.tables
      .updateTable('call_part')
      .set({ hash, body })
      .where('key', '=', key)
      .where('part', '=', numberOf('CRM')),
  );
}
