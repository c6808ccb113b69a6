import { sql } from 'kysely';
import type { WriteStatement } from '../database.js';
import type { CallKey } from '../replica.js';
import type { Sql } from '../sql/sql.js';
import type { CallRows } from './callRows.js';
import { deleteTitles, insertWords } from './words.js';

const derivedTables = [
  'call_party',
  'call_domain',
  'call_tracker',
  'call_crm',
  'call_review',
] as const;

/** Replaces what searches and statistics read of calls, but for what was said. */
export function replaceDerived(
  db: Sql,
  calls: readonly { readonly key: CallKey; readonly rows: CallRows }[],
): WriteStatement[] {
  return [
    ...deleteDerived(
      db,
      calls.map(({ key }) => key),
    ),
    ...derivedTables.flatMap((table) =>
      db.insert(
        table,
        calls.flatMap(({ rows }) => rows[table] as readonly object[]),
      ),
    ),
    ...insertWords(
      db,
      'title_words',
      calls
        .map(({ key, rows: { title } }) => ({ key, ...title }))
        .filter(({ t, s }) => t.length + s.length > 0),
    ),
  ];
}

export function deleteDerived(db: Sql, keys: readonly CallKey[]): WriteStatement[] {
  if (keys.length === 0) return [];
  return [
    ...derivedTables.map((table) =>
      db.raw(sql`delete from ${sql.table(table)} where ${db.isAnyOf(sql.ref('key'), keys)}`),
    ),
    ...deleteTitles(db, keys),
  ];
}
