import { createHash } from 'node:crypto';
import { deriveKey } from '../../lib/sealer.js';
import { secretsIn } from '../../lib/secrets.js';
import type { Clock } from '../../lib/clock.js';
import type { NoReplica } from '../../operation/replica/companyReplica.js';
import { DatabaseError, type Database } from '../../replica/database.js';
import { openReplica } from '../../replica/openReplica.js';
import type { Replica } from '../../replica/replica.js';
import type { ReplicaConfig } from '../../replica/replicaConfig.js';
import { openPostgres } from './postgresDatabase.js';

export interface ReplicaSchemasOptions {
  /** The same for all gateways that share a database. */
  readonly secret: string;
  readonly clock: Clock;
}

/** Replicas in PostgreSQL databases, a schema for each company. */
export class ReplicaSchemas {
  constructor(private readonly options: ReplicaSchemasOptions) {}

  /**
   * Opens the replica of a company, or creates it.
   *
   * @param key names the company: opaque.
   * @throws DatabaseError
   */
  async openReplica(
    key: string,
    url: string,
    settings: ReplicaConfig,
  ): Promise<Replica | NoReplica> {
    const { secret, clock } = this.options;
    const database = await openOrSayWhyNot(url, key);
    if ('off' in database) return database;
    try {
      const hashKey = deriveKey(secretsIn(secret)[0], `replica hash ${key}`);
      return await openReplica(database, { ...settings, hashKey, clock });
    } catch (error) {
      await database.close();
      throw error;
    }
  }

  async dropReplica(key: string, url: string): Promise<void> {
    const database = await openOrSayWhyNot(url, key);
    if ('off' in database) return;
    try {
      await database.define([`drop schema ${schemaOf(key)} cascade`]);
    } finally {
      await database.close();
    }
  }
}

async function openOrSayWhyNot(url: string, key: string): Promise<Database | NoReplica> {
  try {
    return await openPostgres({ url, schema: schemaOf(key) });
  } catch (error) {
    if (error instanceof DatabaseError && error.kind === 'unsupported') {
      return { off: error.message };
    }
    throw error;
  }
}

function schemaOf(key: string): string {
  return `gateway_${createHash('sha256').update(key).digest('hex').slice(0, 32)}`;
}
