import { randomUUID } from 'node:crypto';
import type { Clock } from '../lib/clock.js';
import type { Database } from './database.js';
import { callParts, type CallPart } from './parts.js';
import { createQueries } from './queries/queries.js';
import type { Replica } from './replica.js';
import { migrate } from './sql/migrate.js';
import { openHead, type KeySealer } from './store/head.js';
import { leasesOf } from './store/leases.js';
import { readerOf } from './store/reader.js';
import { Store, type ReplicaSettings } from './store/store.js';
import { openIndex } from './store/rebuild.js';
import { syncMemoryOf } from './store/syncMemory.js';
import { writerOf } from './store/writer.js';

export interface ReplicaOptions extends Omit<ReplicaSettings, 'holds' | 'crmFields' | 'hashKey'> {
  /** If omitted, everything. The basic fields of calls are kept always. */
  readonly holds?: Iterable<CallPart>;
  readonly crmFields: Iterable<string>;
  /** The key of the hashes; if it is stored with the copy, what seals and opens it there. */
  readonly hashKey: Uint8Array | KeySealer;
  readonly clock: Clock;
  /** Names a copy as no other is named. */
  readonly createEpoch?: () => string;
}

/**
 * Opens the copy of a company in a database that belongs to it alone. When another release has written its words, these
 * must be rebuilt: see `words`.
 *
 * @throws DatabaseError
 */
export async function openReplica(
  database: Database,
  {
    holds = callParts,
    crmFields,
    keepDays,
    hashKey: key,
    clock,
    createEpoch = randomUUID,
  }: ReplicaOptions,
): Promise<Replica> {
  const held = new Set<CallPart>(['BASIC', ...holds]);
  await migrate(database);
  const hashKey = await openHead(database, key, createEpoch());
  const settings = { holds: held, crmFields: new Set(crmFields), keepDays, hashKey };
  const store = new Store(database, settings, clock);
  const words = await openIndex(store);
  const reader = readerOf(store);
  return {
    holds: held,
    ...reader,
    ...writerOf(store),
    ...createQueries(database, reader, words),
    writerUnder: (lease) => writerOf(store.under(lease)),
    sync: syncMemoryOf(store),
    leases: leasesOf(store),
    words,
    close: async () => {
      await words.close();
      await database.close();
    },
  };
}
