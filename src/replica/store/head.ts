import { sql } from 'kysely';
import { DatabaseError, type Database, type WriteStatement } from '../database.js';
import { sqlFor } from '../sql/sql.js';
import type { HeadTable, Tables } from '../sql/tables.js';
import { tokenizerVersion } from '../text/tokenizer.js';
import { keyIdOf } from './codec.js';

/** Numbers that a crash may have taken back are never used again. */
const NUMBERS_SKIPPED = 1_000_000;

/** Everything that was read from Gong, or that the sync remembers of it. */
const contents = [
  ...['call', 'call_part', 'call_place', 'call_party', 'call_domain', 'call_tracker', 'call_crm'],
  ...['call_former', 'call_review', 'record', 'record_place', 'record_former', 'slice'],
  ...['sync_state', 'barred'],
] as const satisfies readonly (keyof Tables)[];
const words = [
  'passage_words',
  'call_words',
  'title_words',
] as const satisfies readonly (keyof Tables)[];

/** Seals and opens the key of a copy that several gateways share, which is stored with the copy. */
export interface KeySealer {
  /** Makes a key for a new copy. */
  create(): NewKey;
  /** Returns the key of the hashes; null when the bytes cannot be opened. */
  open(sealed: Uint8Array): Uint8Array | null;
}

/** The key of a copy that begins. */
interface NewKey {
  readonly hashKey: Uint8Array;
  /** The key that it comes from; null: it is not stored with the copy. */
  readonly sealed: Uint8Array | null;
}

type Head = Pick<HeadTable, 'key_id' | 'sealed_key'>;

/** Other gateways open the copy at the same time; each time, one of them succeeds. */
const MAX_ATTEMPTS = 20;

/**
 * Makes the row that counts changes. A copy of another key is emptied, and gets a new epoch: neither the hashes of its
 * parts nor the names of barred calls can be compared with those of this key.
 *
 * @param key of the hashes; if it is stored with the copy, what seals and opens it.
 * @param epoch names the copy, if it starts here.
 * @returns the key of the hashes, which all gateways share.
 */
export async function openHead(
  database: Database,
  key: Uint8Array | KeySealer,
  epoch: string,
): Promise<Uint8Array> {
  const db = sqlFor(database.dialect);
  const own = 'create' in key ? key.create() : { hashKey: key, sealed: null };
  const values = { epoch, tokenizer: tokenizerVersion, ...columnsOf(own) };
  await database.write([
    db.statement(
      db.tables
        .insertInto('head')
        .values({ id: 1, seq: 0, ...values })
        .onConflict((conflict) => conflict.column('id').doNothing()),
    ),
    db.statement(
      db.tables.updateTable('head').set(({ eb }) => ({ seq: eb('seq', '+', NUMBERS_SKIPPED) })),
    ),
  ]);
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    const head = await readHead(database);
    const hashKey = 'create' in key ? openKey(head, key) : key;
    if (hashKey !== null && keyIdOf(hashKey) === head.key_id) return hashKey;
    await startAgain(database, head, values);
  }
  throw new DatabaseError(
    'unavailable',
    'Gateways with different secrets start the copy again and again. Give all of them the same GATEWAY_SECRET.',
  );
}

async function readHead(database: Database): Promise<Head> {
  const db = sqlFor(database.dialect);
  const [head] = await database.all(
    db.statement(db.tables.selectFrom('head').select(['key_id', 'sealed_key'])),
  );
  if (head === undefined) throw new DatabaseError('unavailable', 'The copy was just deleted.');
  return head as unknown as Head;
}

function openKey({ sealed_key: sealed }: Head, sealer: KeySealer): Uint8Array | null {
  return sealed === null ? null : sealer.open(sealed);
}

function columnsOf({ hashKey, sealed }: NewKey): Head {
  return { key_id: keyIdOf(hashKey), sealed_key: sealed };
}

/** Empties the copy, unless another gateway has just done so. */
async function startAgain(
  database: Database,
  { key_id: oldKeyId }: Head,
  values: Head & Pick<HeadTable, 'epoch' | 'tokenizer'>,
): Promise<void> {
  const db = sqlFor(database.dialect);
  try {
    await database.write([
      // The gateway that syncs loses its lease.
      db.raw(sql`update lease set holder = '', expires_at = 0, token = token + 1`),
      {
        ...db.statement(
          db.tables
            .updateTable('head')
            .set(values)
            .where('key_id', 'is not distinct from', oldKeyId),
        ),
        changes: 1,
      },
      ...emptying(database.dialect),
    ]);
  } catch (error) {
    // Another gateway was faster: its key counts if this one can open it.
    if (!(error instanceof DatabaseError && error.kind === 'conflict')) throw error;
  }
}

function emptying(dialect: Database['dialect']): readonly WriteStatement[] {
  const db = sqlFor(dialect);
  if (dialect === 'postgres') {
    return [
      db.raw(sql`truncate ${sql.join([...contents, ...words].map((name) => sql.table(name)))}`),
    ];
  }
  return [
    ...contents.map((name) => db.raw(sql`delete from ${sql.table(name)}`)),
    ...words.map((name) =>
      db.raw(sql`insert into ${sql.table(name)}(${sql.ref(name)}) values ('delete-all')`),
    ),
  ];
}
