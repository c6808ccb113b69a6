import { createHash } from 'node:crypto';
import { Sealer, type Resealed } from '../../lib/sealer.js';
import type { Clock } from '../../lib/clock.js';
import type { NoReplica } from '../../operation/replica/companyReplica.js';
import { DatabaseError, type Database } from '../../replica/database.js';
import { openReplica } from '../../replica/openReplica.js';
import type { Replica } from '../../replica/replica.js';
import type { ReplicaConfig } from '../../replica/replicaConfig.js';
import type { KeySealer } from '../../replica/store/head.js';
import { createReplicaKey, hashKeyOf, openReplicaKey, sealReplicaKey } from '../replicaKey.js';
import { openPostgres } from './postgresDatabase.js';

export interface ReplicaSchemasOptions {
  /** Seals the key of each replica. The same for all gateways that share a database; may list several. */
  readonly secret: string;
  readonly clock: Clock;
}

/** Replicas in PostgreSQL databases, a schema for each company. */
export class ReplicaSchemas {
  private readonly sealer: Sealer;

  constructor(private readonly options: ReplicaSchemasOptions) {
    this.sealer = new Sealer(options.secret, 'replica');
  }

  /**
   * Opens the replica of a company, or creates it. One whose key no secret opens is started again.
   *
   * @param key names the company: opaque.
   * @throws DatabaseError
   */
  async openReplica(
    key: string,
    url: string,
    settings: ReplicaConfig,
  ): Promise<Replica | NoReplica> {
    const { clock } = this.options;
    const database = await openOrSayWhyNot(url, key);
    if ('off' in database) return database;
    try {
      const hashKey = this.keySealerFor(schemaOf(key));
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
      // Several gateways drop it when all of them are told that a company has left.
      await database.define([`drop schema if exists ${schemaOf(key)} cascade`]);
    } finally {
      await database.close();
    }
  }

  /**
   * Seals the keys of all replicas in a database with the first secret. Gateways may run.
   *
   * @throws DatabaseError
   */
  async reseal(url: string): Promise<Resealed> {
    // Every database has this schema; the names in the statements are complete.
    const database = await openPostgres({ url, schema: 'pg_catalog' });
    try {
      const counts = { resealed: 0, current: 0, busy: 0, unreadable: 0 };
      for (const schema of await schemasIn(database)) {
        const result = await this.resealOne(database, schema);
        if (result !== null) counts[result] += 1;
      }
      return counts;
    } finally {
      await database.close();
    }
  }

  private async resealOne(database: Database, schema: string): Promise<keyof Resealed | null> {
    const [head] = await database.all({
      sql: `select sealed_key from ${schema}.head where sealed_key is not null`,
      parameters: [],
    });
    // An earlier release wrote the replica, or it is about to be made.
    if (head === undefined) return null;
    const sealed = head['sealed_key'] as Buffer;
    const next = this.sealer.reseal(sealed, schema);
    if (next === undefined) return 'unreadable';
    if (next === sealed) return 'current';
    const [updated] = await database.write([
      {
        sql: `update ${schema}.head set sealed_key = $1 where sealed_key = $2`,
        parameters: [next, sealed],
      },
    ]);
    return updated?.changes === 1 ? 'resealed' : 'busy';
  }

  private keySealerFor(schema: string): KeySealer {
    return {
      create: () => {
        const key = createReplicaKey();
        return { hashKey: hashKeyOf(key), sealed: sealReplicaKey(this.sealer, key, schema) };
      },
      open: (sealed) => {
        const key = openReplicaKey(this.sealer, sealed, schema);
        return key === null ? null : hashKeyOf(key);
      },
    };
  }
}

/** Returns the schemas of replicas that hold a key, in order. */
async function schemasIn(database: Database): Promise<readonly string[]> {
  const rows = await database.all({
    sql: `select table_schema::text as name from information_schema.columns
      where table_schema ~ '^gateway_[0-9a-f]{32}$' and table_name = 'head' and column_name = 'sealed_key'
      order by name`,
    parameters: [],
  });
  return rows.map(({ name }) => String(name));
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
