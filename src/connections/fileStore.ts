import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../gong/clock.js';
import type { Sealer } from '../sealing/sealer.js';
import { isSameState, type Connection, type OAuthConnection } from './connection.js';
import {
  LOCK_MS,
  StoreUnavailableError,
  type ConnectionStore,
  type Lock,
  type StoredConnections,
} from './connectionStore.js';
import { lockFile } from './fileLock.js';

export interface FileStoreOptions {
  /** Made where it is missing. */
  readonly folder: string;
  readonly sealer: Sealer;
  readonly clock: Clock;
  /** Names drafts and locks as no other process does. */
  readonly createId: () => string;
}

const SUFFIX = '.connection';

/** Connections on disk, a file each, for the gateways of one machine. Names and contents are sealed. */
export class FileConnectionStore implements ConnectionStore {
  /** What changes a tenant's file waits for what did before. */
  private readonly changing = new Map<string, Promise<unknown>>();

  constructor(private readonly options: FileStoreOptions) {}

  async get(tenant: string): Promise<Connection | null> {
    return this.read(this.nameOf(tenant));
  }

  put(connection: Connection): Promise<void> {
    return this.oneByOne(connection.tenant, () => this.write(connection));
  }

  replace(expected: OAuthConnection, next: OAuthConnection): Promise<boolean> {
    return this.oneByOne(expected.tenant, async () => {
      if (!isSameState(await this.get(expected.tenant), expected)) return false;
      await this.write(next);
      return true;
    });
  }

  delete(tenant: string): Promise<boolean> {
    const path = join(this.options.folder, this.nameOf(tenant));
    return this.oneByOne(tenant, () =>
      this.attempt(async () => {
        try {
          await rm(path);
          return true;
        } catch (error) {
          if (isMissing(error)) return false;
          throw error;
        }
      }),
    );
  }

  async list(): Promise<StoredConnections> {
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
    const connections = found.filter((connection) => connection !== null);
    return { connections, unreadable: found.length - connections.length };
  }

  async lock(tenant: string): Promise<Lock | null> {
    const { folder, clock, createId } = this.options;
    const path = join(folder, `${this.nameOf(tenant)}.lock`);
    return this.attempt(async () => {
      await this.makeFolder();
      return lockFile({ path, heldMs: LOCK_MS, clock, createId });
    });
  }

  private async write(connection: Connection): Promise<void> {
    const { folder, sealer, createId } = this.options;
    const name = this.nameOf(connection.tenant);
    const draft = join(folder, `${name}.${createId()}`);
    await this.attempt(async () => {
      await this.makeFolder();
      try {
        const file = await open(draft, 'wx', 0o600);
        try {
          await file.writeFile(sealer.seal(connection, name));
          // On the disk, not only on its way there: with the old pair, nobody gets in any more.
          await file.sync();
        } finally {
          await file.close();
        }
        // In one step: a process that is killed in between leaves the old or the new.
        await rename(draft, join(folder, name));
      } catch (error) {
        await rm(draft, { force: true }).catch(() => undefined);
        throw error;
      }
      await syncFolder(folder);
    });
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

  private oneByOne<T>(tenant: string, change: () => Promise<T>): Promise<T> {
    const before = this.changing.get(tenant) ?? Promise.resolve();
    const changed = before.then(change, change);
    this.changing.set(tenant, changed);
    const forget = (): void => {
      if (this.changing.get(tenant) === changed) this.changing.delete(tenant);
    };
    changed.then(forget, forget);
    return changed;
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

/** The new name is on the disk, too; where folders can't be synced, it is as good as the system makes it. */
async function syncFolder(folder: string): Promise<void> {
  const opened = await open(folder, 'r').catch(() => null);
  if (opened === null) return;
  try {
    await opened.sync().catch(() => undefined);
  } finally {
    await opened.close();
  }
}
