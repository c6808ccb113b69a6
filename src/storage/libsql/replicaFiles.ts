import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../lib/clock.js';
import type { Logger } from '../../lib/logger.js';
import { deriveKey } from '../../lib/sealer.js';
import { secretsIn } from '../../lib/secrets.js';
import { DatabaseError, type Database } from '../../replica/database.js';
import { openReplica } from '../../replica/openReplica.js';
import type { Replica } from '../../replica/replica.js';
import type { ReplicaConfig } from '../../replica/replicaConfig.js';
import type { NoReplica } from '../../operation/replica/companyReplica.js';
import { openLibsql } from './libsqlDatabase.js';

/** The folder of the replicas, and what a file may have beside it. */
const FOLDER = 'replica';
const SUFFIXES = ['', '-wal', '-shm', '.lock', '.lock-wal', '.lock-shm', '.lock-journal'];

export interface ReplicaFilesOptions {
  readonly stateDir: string;
  /** The key of each file is derived from it. */
  readonly secret: string;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Replicas in encrypted files below `GATEWAY_STATE_DIR`, one for each company. */
export class ReplicaFiles {
  constructor(private readonly options: ReplicaFilesOptions) {}

  /**
   * Opens the replica of a company, or creates it. A damaged file, and one of another secret, is set aside.
   *
   * @param key names the company: opaque.
   * @throws DatabaseError
   */
  async openReplica(key: string, settings: ReplicaConfig): Promise<Replica | NoReplica> {
    const { clock } = this.options;
    const database = await this.openDatabase(key);
    if ('off' in database) return database;
    try {
      return await openReplica(database, {
        ...settings,
        hashKey: this.keyFor(key, 'hash'),
        clock,
      });
    } catch (error) {
      await database.close();
      throw error;
    }
  }

  /** Deletes the replica of a company, with a file that was set aside. */
  async dropReplica(key: string): Promise<void> {
    await this.deleteFiles(key);
    await rm(this.asideOf(key), { force: true });
  }

  /**
   * Deletes the replica of a company that no gateway uses.
   *
   * @throws DatabaseError `locked`
   */
  async purgeReplica(key: string): Promise<void> {
    const { clock } = this.options;
    const path = this.pathOf(key);
    try {
      const database = await openLibsql({
        path,
        key: this.keyFor(key, 'file'),
        clock,
        lockWaitMs: 0,
      });
      await database.close();
    } catch (error) {
      // A file that cannot be read can be deleted.
      if (error instanceof DatabaseError && error.kind === 'locked') throw error;
    }
    await this.dropReplica(key);
  }

  private async openDatabase(key: string): Promise<Database | NoReplica> {
    const { clock, logger } = this.options;
    const path = this.pathOf(key);
    const open = () => openLibsql({ path, key: this.keyFor(key, 'file'), clock });
    try {
      return await open();
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      if (error.kind === 'unsupported') {
        return {
          off: `${error.message} Set GATEWAY_REPLICA to the URL of a PostgreSQL database instead.`,
        };
      }
      if (error.kind !== 'corrupt') throw error;
      const aside = this.asideOf(key);
      await rename(path, aside);
      await this.deleteFiles(key);
      const hint =
        'The file is damaged, or another GATEWAY_SECRET wrote it. The gateway copies the company again. ' +
        'Delete the file that was set aside when you do not need it.';
      logger.warn({ file: aside, hint }, 'Replica file set aside');
      return open();
    }
  }

  private async deleteFiles(key: string): Promise<void> {
    const path = this.pathOf(key);
    await Promise.all(SUFFIXES.map((suffix) => rm(`${path}${suffix}`, { force: true })));
  }

  private asideOf(key: string): string {
    return `${this.pathOf(key)}.unreadable`;
  }

  private pathOf(key: string): string {
    return join(this.options.stateDir, FOLDER, `${key}.db`);
  }

  private keyFor(key: string, use: 'file' | 'hash'): Buffer {
    return deriveKey(secretsIn(this.options.secret)[0], `replica ${use} ${key}`);
  }
}
