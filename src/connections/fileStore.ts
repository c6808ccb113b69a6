import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../gong/clock.js';
import type { Sealer } from '../sealing/sealer.js';
import type { Connection } from './connection.js';
import {
  LOCK_MS,
  StoreUnavailableError,
  type ConnectionStore,
  type Lock,
} from './connectionStore.js';

export interface FileStoreOptions {
  /** Made where it is missing. */
  readonly folder: string;
  readonly sealer: Sealer;
  readonly clock: Clock;
  /** Names drafts and locks as no other process does. */
  readonly createId: () => string;
}

const SUFFIX = '.connection';

/** Locks that this process holds: by its number alone, one of a process before can't be told from them. */
const held = new Set<string>();

/** Connections on disk, a file each, for the gateways of one machine. Names and contents are sealed. */
export class FileConnectionStore implements ConnectionStore {
  constructor(private readonly options: FileStoreOptions) {}

  async get(tenant: string): Promise<Connection | null> {
    return this.read(this.nameOf(tenant));
  }

  async put(connection: Connection): Promise<void> {
    const { folder, sealer, createId } = this.options;
    const name = this.nameOf(connection.tenant);
    const draft = join(folder, `${name}.${createId()}`);
    await this.attempt(async () => {
      await this.makeFolder();
      // On the disk, not only on its way there: with the old pair, nobody gets in any more.
      const file = await open(draft, 'wx', 0o600);
      try {
        await file.writeFile(sealer.seal(connection, name));
        await file.sync();
      } finally {
        await file.close();
      }
      // In one step: a process that is killed in between leaves the old or the new.
      await rename(draft, join(folder, name));
    });
  }

  async delete(tenant: string): Promise<boolean> {
    const path = join(this.options.folder, this.nameOf(tenant));
    return this.attempt(async () => {
      try {
        await rm(path);
        return true;
      } catch (error) {
        if (isMissing(error)) return false;
        throw error;
      }
    });
  }

  async list(): Promise<readonly Connection[]> {
    const names = await this.attempt(async () => {
      try {
        return await readdir(this.options.folder);
      } catch (error) {
        if (isMissing(error)) return [];
        throw error;
      }
    });
    const found = await Promise.all(
      names.filter((name) => name.endsWith(SUFFIX)).map((name) => this.read(name)),
    );
    return found.filter((connection) => connection !== null);
  }

  async lock(tenant: string): Promise<Lock | null> {
    const path = join(this.options.folder, `${this.nameOf(tenant)}.lock`);
    return this.attempt(async () => {
      await this.makeFolder();
      const mine = `${process.pid} ${this.options.createId()}`;
      for (;;) {
        try {
          const file = await open(path, 'wx', 0o600);
          await file.writeFile(mine);
          await file.close();
          held.add(mine);
          return {
            release: async () => {
              held.delete(mine);
              // By now it may be somebody else's.
              if ((await textOf(path)) === mine) await rm(path, { force: true });
            },
          };
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        }
        if (!(await this.isLeftBehind(path))) return null;
        await rm(path, { force: true });
      }
    });
  }

  /** Whether whoever made the lock is gone. */
  private async isLeftBehind(path: string): Promise<boolean> {
    const [text, made] = await Promise.all([textOf(path), stat(path).catch(() => null)]);
    if (made === null) return false;
    if (this.options.clock.now() - made.mtimeMs > LOCK_MS) return true;
    const pid = Number(text?.split(' ')[0]);
    // What holds nothing yet is being written.
    if (text === null || !(pid > 0)) return false;
    if (pid === process.pid) return !held.has(text);
    return !isRunning(pid);
  }

  private async read(name: string): Promise<Connection | null> {
    return this.attempt(async () => {
      try {
        const sealed = await readFile(join(this.options.folder, name));
        return (this.options.sealer.open(sealed, name) as Connection | undefined) ?? null;
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    });
  }

  private async makeFolder(): Promise<void> {
    await mkdir(this.options.folder, { recursive: true, mode: 0o700 });
  }

  private nameOf(tenant: string): string {
    return `${this.options.sealer.name(tenant)}${SUFFIX}`;
  }

  private async attempt<T>(act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (cause) {
      throw new StoreUnavailableError("GATEWAY_STATE_DIR can't be read or written to.", { cause });
    }
  }
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

async function textOf(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It runs, and is somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
