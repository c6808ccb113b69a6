import { sql } from 'kysely';
import { DatabaseError, type WriteStatement } from '../database.js';
import type { Tables } from '../sql/tables.js';
import { tokenizerVersion } from '../text/tokenizer.js';
import type { Store } from './store.js';

/** Numbers that a crash may have taken back are never used again. */
const NUMBERS_SKIPPED = 1_000_000;

/** Everything that was read from Gong, or that the sync remembers of it. */
const contents = [
  ...['call', 'call_part', 'call_place', 'call_party', 'call_domain', 'call_tracker', 'call_crm'],
  ...['call_review', 'record', 'slice', 'sync_state', 'barred'],
] as const satisfies readonly (keyof Tables)[];
const words = [
  'passage_words',
  'call_words',
  'title_words',
] as const satisfies readonly (keyof Tables)[];

/**
 * Makes the row that counts changes. What a gateway with another key has written is removed, and the copy gets a new
 * epoch: neither the hashes of its parts nor the names of barred calls can be compared with those of this key.
 *
 * @param epoch names the copy, if it starts here.
 */
export async function openHead(store: Store, epoch: string): Promise<void> {
  const { database, sql: db, keyId } = store;
  await database.write([
    db.statement(
      db.tables
        .insertInto('head')
        .values({ id: 1, seq: 0, epoch, tokenizer: tokenizerVersion, key_id: keyId })
        .onConflict((conflict) => conflict.column('id').doNothing()),
    ),
    // An earlier release did not note its key.
    db.statement(db.tables.updateTable('head').set({ key_id: keyId }).where('key_id', 'is', null)),
    db.statement(
      db.tables.updateTable('head').set(({ eb }) => ({ seq: eb('seq', '+', NUMBERS_SKIPPED) })),
    ),
  ]);
  const [head] = await store.query(db.tables.selectFrom('head').select('key_id'));
  if (head?.key_id != null && head.key_id !== keyId) await startAgain(store, head.key_id, epoch);
}

async function startAgain(store: Store, oldKeyId: string, epoch: string): Promise<void> {
  const { database, sql: db, keyId } = store;
  const tokenizer = tokenizerVersion;
  try {
    await database.write([
      // Whoever syncs loses its lease.
      db.raw(sql`update lease set holder = '', expires_at = 0, token = token + 1`),
      {
        ...db.statement(
          db.tables
            .updateTable('head')
            .set({ epoch, key_id: keyId, tokenizer })
            .where('key_id', '=', oldKeyId),
        ),
        changes: 1,
      },
      ...emptying(store),
    ]);
  } catch (error) {
    // Another gateway with this key was faster.
    if (!(error instanceof DatabaseError && error.kind === 'conflict')) throw error;
  }
}

function emptying({ database, sql: db }: Store): readonly WriteStatement[] {
  if (database.dialect === 'postgres') {
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
