import { randomUUID } from 'node:crypto';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../lib/clock.js';
import type { Logger } from '../../lib/logger.js';
import { isMissing, namesIn, renameIfPresent } from '../../lib/files/privateFiles.js';
import { Sealer, type Resealed } from '../../lib/sealer.js';
import { DatabaseError, type Database } from '../../replica/database.js';
import { openReplica } from '../../replica/openReplica.js';
import type { Replica } from '../../replica/replica.js';
import type { ReplicaConfig } from '../../replica/replicaConfig.js';
import type { NoReplica } from '../../operation/replica/companyReplica.js';
import { fileKeyOf, hashKeyOf } from '../replicaKey.js';
import { lockLibsql, openLibsql } from './libsqlDatabase.js';
import { ReplicaKeyFiles } from './replicaKeyFiles.js';

/** The folder of the replicas. */
const FOLDER = 'replica';
const ASIDE = '.unreadable';

export interface ReplicaFilesOptions {
  readonly stateDir: string;
  /** Seals the key of each file; may list several: see `secretsIn`. */
  readonly secret: string;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** A file, and the key of its replica. */
interface Opened {
  readonly database: Database;
  readonly key: Buffer;
}

/** Replicas in encrypted files below `GATEWAY_STATE_DIR`, one for each company, each with its key beside it. */
export class ReplicaFiles {
  private readonly folder: string;
  private readonly keys: ReplicaKeyFiles;
  /** Names of the files that proved to be damaged while they were open. */
  private readonly damaged = new Set<string>();

  constructor(private readonly options: ReplicaFilesOptions) {
    this.folder = join(options.stateDir, FOLDER);
    this.keys = new ReplicaKeyFiles({
      folder: this.folder,
      sealer: new Sealer(options.secret, 'replica'),
      createId: randomUUID,
    });
  }

  /**
   * Opens the replica of a company, or creates it. A file that is damaged, or whose key no secret opens, is set aside.
   *
   * @param name of the company: opaque.
   * @param onDamaged told once when a part that is read later proves to be damaged.
   * @throws DatabaseError
   */
  async openReplica(
    name: string,
    settings: ReplicaConfig,
    onDamaged: () => void,
  ): Promise<Replica | NoReplica> {
    const opened = await this.openOrSayWhyNot(name);
    if ('off' in opened) return opened;
    const onDamage = (): void => {
      this.damaged.add(name);
      onDamaged();
    };
    try {
      return await this.openCopy(opened, settings, onDamage);
    } catch (error) {
      // Only the list of the tables was read before.
      if (!isCorrupt(error)) throw error;
      await this.setAside(name);
    }
    return this.openCopy(await this.open(name), settings, onDamage);
  }

  /** Deletes the replica of a company, with files that were set aside, and its key first: the rest is unreadable then. */
  async dropReplica(name: string): Promise<void> {
    this.damaged.delete(name);
    const names = (await namesIn(this.folder)).filter((each) => each.startsWith(`${name}.`));
    const isKey = (each: string): boolean => each.startsWith(`${name}.key`);
    for (const each of [...names.filter(isKey), ...names]) {
      await rm(join(this.folder, each), { force: true });
    }
  }

  /**
   * Deletes the replica of a company that no gateway uses.
   *
   * @throws DatabaseError `locked`
   */
  async purgeReplica(name: string): Promise<void> {
    try {
      await (
        await this.lock(name, 0)
      )();
    } catch (error) {
      // Without an engine, no gateway uses the file either.
      if (!(error instanceof DatabaseError) || error.kind !== 'unsupported') throw error;
    }
    await this.dropReplica(name);
  }

  /** Seals the keys of all replicas with the first secret. Gateways may run. */
  reseal(): Promise<Resealed> {
    return this.keys.reseal();
  }

  private async openOrSayWhyNot(name: string): Promise<Opened | NoReplica> {
    try {
      return await this.open(name);
    } catch (error) {
      if (error instanceof DatabaseError && error.kind === 'unsupported') {
        return {
          off: `${error.message} Set GATEWAY_REPLICA to the URL of a PostgreSQL database instead.`,
        };
      }
      throw error;
    }
  }

  private async open(name: string): Promise<Opened> {
    if (this.damaged.has(name)) await this.setAside(name);
    const key = await this.keys.find(name);
    try {
      if (key !== null) return await this.openWith(name, key);
      if (await this.hasContent(name)) await this.setAside(name);
    } catch (error) {
      if (!isCorrupt(error)) throw error;
      await this.setAside(name);
    }
    // The key is on the disk before the file, so no file is ever without its key.
    return this.openWith(name, await this.keys.create(name));
  }

  private async openWith(name: string, key: Buffer): Promise<Opened> {
    const { clock } = this.options;
    const database = await openLibsql({ path: this.pathOf(name), key: fileKeyOf(key), clock });
    return { database, key };
  }

  private async openCopy(
    { database, key }: Opened,
    settings: ReplicaConfig,
    onDamage: () => void,
  ): Promise<Replica> {
    const { clock } = this.options;
    let isSound = false;
    const watched = watchedFor(database, () => {
      if (isSound) onDamage();
      isSound = false;
    });
    try {
      const replica = await openReplica(watched, { ...settings, hashKey: hashKeyOf(key), clock });
      isSound = true;
      return replica;
    } catch (error) {
      await database.close();
      throw error;
    }
  }

  private lock(name: string, lockWaitMs?: number): Promise<() => Promise<void>> {
    return lockLibsql({ path: this.pathOf(name), clock: this.options.clock, lockWaitMs });
  }

  private async setAside(name: string): Promise<void> {
    const path = this.pathOf(name);
    const release = await this.lock(name);
    try {
      // The key first: when the process ends in between, the file is set aside at the next start.
      await this.keys.setAside(name);
      // A file that was set aside before is replaced, with what was not written into it yet.
      await rm(`${path}${ASIDE}-wal`, { force: true });
      await renameIfPresent(path, `${path}${ASIDE}`);
      await renameIfPresent(`${path}-wal`, `${path}${ASIDE}-wal`);
      await rm(`${path}-shm`, { force: true });
      this.damaged.delete(name);
    } finally {
      await release();
    }
    const hint =
      'The file is damaged, or its key is missing, damaged, or sealed with a secret that GATEWAY_SECRET does not list. ' +
      'The gateway copies the company again. Delete the files that were set aside when you do not need them.';
    this.options.logger.warn({ file: `${path}${ASIDE}`, hint }, 'Replica file set aside');
  }

  private async hasContent(name: string): Promise<boolean> {
    try {
      return (await stat(this.pathOf(name))).size > 0;
    } catch (error) {
      // Opening the file reports any other problem.
      return !isMissing(error);
    }
  }

  private pathOf(name: string): string {
    return join(this.folder, `${name}.db`);
  }
}

/** The database, which tells of each damage that it meets. */
function watchedFor(database: Database, onDamage: () => void): Database {
  const watch = async <Result>(result: Promise<Result>): Promise<Result> => {
    try {
      return await result;
    } catch (error) {
      if (isCorrupt(error)) onDamage();
      throw error;
    }
  };
  return {
    dialect: database.dialect,
    all: (statement) => watch(database.all(statement)),
    write: (statements) => watch(database.write(statements)),
    define: (statements) => watch(database.define(statements)),
    close: () => database.close(),
  };
}

function isCorrupt(error: unknown): boolean {
  return error instanceof DatabaseError && error.kind === 'corrupt';
}
