import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import type { WriteStatement } from '../database.js';
import { callParts, type CallPart } from '../parts.js';
import type { CallKey, WordIndex } from '../replica.js';
import { storableRow } from '../sql/sql.js';
import { tokenizerVersion } from '../text/tokenizer.js';
import { narrowCrm, partiesOf, type CrmContent } from './callContent.js';
import { callRows, type CallRows } from './callRows.js';
import { replaceDerived } from './derivedRows.js';
import { hashContent, pack } from './codec.js';
import type { Store } from './store.js';
import { numberOf, storedContents, type StoredCall } from './storedCalls.js';
import { deleteTranscript, insertTranscript } from './words.js';

/** Under these names it is noted what the database was filled with, and how far it has been rebuilt. */
const KEPT = 'kept';
const REBUILT = 'rebuilt';

interface Kept {
  readonly holds: readonly string[];
  readonly crmFields: readonly string[];
}

/** How far a rebuild has come, so that the next process goes on from there. */
interface Rebuilt {
  /** What the database is made into: another one begins again. */
  readonly target: string;
  readonly last: CallKey;
}

const CALLS_PER_CHANGE = 10;

/**
 * Removes what the settings no longer keep. What another release cut into words by other rules is left to the index,
 * which takes minutes for it.
 */
export async function openIndex(store: Store): Promise<WordIndex> {
  if (await holdsTooMuch(store)) while (await rebuildSome(store));
  await store.database.write(noteKept(store));
  return new Index(store, await hasOldWords(store));
}

class Index implements WordIndex {
  private running: Promise<void> | null = null;
  private isClosed = false;

  constructor(
    private readonly store: Store,
    private isOld: boolean,
  ) {}

  get isReady(): boolean {
    return !this.isOld;
  }

  rebuild(): Promise<void> {
    this.running ??= this.run().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  async close(): Promise<void> {
    this.isClosed = true;
    // Whoever started it is told of a failure.
    await this.running?.catch(() => undefined);
  }

  private async run(): Promise<void> {
    while (this.isOld && !this.isClosed) this.isOld = await rebuildSome(this.store);
  }
}

async function hasOldWords({ sql: db, database }: Store): Promise<boolean> {
  const [head] = await database.all(db.statement(db.tables.selectFrom('head').select('tokenizer')));
  return head?.['tokenizer'] !== tokenizerVersion;
}

async function holdsTooMuch(store: Store): Promise<boolean> {
  const { holds, crmFields } = store.settings;
  const before = await readNote<Kept>(store, KEPT);
  return (
    before !== null &&
    !(
      before.holds.every((part) => (holds as ReadonlySet<string>).has(part)) &&
      before.crmFields.every((field) => crmFields.has(field))
    )
  );
}

function keptBy({ settings: { holds, crmFields } }: Store): Kept {
  return { holds: [...holds].sort(), crmFields: [...crmFields].sort() };
}

function noteKept(store: Store): WriteStatement[] {
  return note(store, KEPT, keptBy(store));
}

/** Rebuilds the next calls, unless another gateway has done so. Returns whether more may follow. */
async function rebuildSome(store: Store): Promise<boolean> {
  let hasMore = true;
  const target = JSON.stringify([tokenizerVersion, keptBy(store)]);
  await store.change(async () => {
    hasMore = (await hasOldWords(store)) || (await holdsTooMuch(store));
    if (!hasMore) return { statements: [], numbers: 0 };
    const rebuilt = await readNote<Rebuilt>(store, REBUILT);
    const calls = await nextCalls(store, rebuilt?.target === target ? rebuilt.last : null);
    const end = calls.at(-1);
    hasMore = end !== undefined;
    // A number that no change has: another writer plans again what it has read before.
    const numbers = 1;
    if (end === undefined) return { statements: finish(store), numbers };
    const progress: Rebuilt = { target, last: end.key };
    const statements = [...(await planRebuild(store, calls)), ...note(store, REBUILT, progress)];
    return { statements, numbers };
  });
  return hasMore;
}

function finish(store: Store): WriteStatement[] {
  const { sql: db } = store;
  return [
    ...noteKept(store),
    db.statement(db.tables.updateTable('head').set({ tokenizer: tokenizerVersion })),
    db.statement(db.tables.deleteFrom('sync_state').where('name', '=', REBUILT)),
  ];
}

async function readNote<Note>(store: Store, name: string): Promise<Note | null> {
  const [row] = await store.query(
    store.sql.tables.selectFrom('sync_state').select('value').where('name', '=', name),
  );
  return row === undefined ? null : (JSON.parse(row.value) as Note);
}

function note({ sql: db }: Store, name: string, value: Kept | Rebuilt): WriteStatement[] {
  return db.insert('sync_state', [{ name, value: JSON.stringify(value) }], { by: ['name'] });
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
    const isCrm = part === 'CRM' && value !== null;
    content.set(part, isCrm ? narrowCrm(value as CrmContent, crmFields) : value);
  }
  return content;
}

async function planRebuild(
  store: Store,
  calls: readonly PlacedCall[],
): Promise<readonly WriteStatement[]> {
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
      db.statement(
        db.tables.updateTable('call').set(storableRow(rows.call)).where('key', '=', key),
      ),
      ...deleteTranscript(db, key),
      ...insertTranscript(db, key, transcript, partiesOf(content)),
    );
    await setImmediate();
  }
  return [...statements, ...replaceDerived(db, derived)];
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
