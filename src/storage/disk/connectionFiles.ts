import { link, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createPrivateFile,
  isMissing,
  makePrivateFolder,
  namesIn,
  syncFolder,
} from '../../lib/files/privateFiles.js';
import { isTaggedRunning, processTag } from '../../lib/files/processes.js';
import { SECOND_MS, type Clock } from '../../lib/clock.js';
import type { Resealed, Sealer } from '../../lib/sealer.js';
import {
  isSameState,
  latestOf,
  type Connection,
  type OAuthConnection,
} from '../../tenants/connections/connection.js';
import {
  LOCK_MS,
  listOf,
  lockAll,
  StoreUnavailableError,
  type Lock,
  type ResealableStore,
  type StoredConnections,
} from '../../tenants/connections/connectionStore.js';
import { lockFile, removeIfLeftBehind } from './fileLock.js';

export interface FileStoreOptions {
  /** Created when it is missing. */
  readonly folder: string;
  readonly sealer: Sealer;
  readonly clock: Clock;
  /** Makes names of drafts and locks that no other process uses. */
  readonly createId: () => string;
}

const SUFFIX = '.connection';
const LOCK = '.lock';

/** A draft of a process whose state is unknown is stale after this time. Writing one takes milliseconds. */
const MAX_DRAFT_AGE_MS = LOCK_MS;
/** The same for a draft without a tag, as earlier releases named them. */
const MAX_UNTAGGED_DRAFT_AGE_MS = SECOND_MS;

/** The names of the files that this process is writing. */
const writing = new Set<string>();

/** Stores each connection in a file, for the instances on one machine. Names and contents are sealed. */
export class FileConnectionStore implements ResealableStore {
  /** A change to a tenant's file waits for the previous one. */
  private readonly changing = new Map<string, Promise<unknown>>();

  constructor(private readonly options: FileStoreOptions) {}

  async get(tenant: string): Promise<Connection | null> {
    return latestOf(await Promise.all(this.namesOf(tenant).map((name) => this.read(name))));
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
    const [name, ...others] = this.namesOf(tenant);
    return this.oneByOne(tenant, () =>
      this.attempt(async () => {
        const names = await namesIn(this.options.folder);
        const own = [...others, name];
        // A draft contains credentials too. Another process that is writing one then finds the connection ended.
        const drafts = names.filter(
          (each) => own.some((beginning) => each.startsWith(`${beginning}.`)) && !isLock(each),
        );
        // The current name comes after the others, on which `reseal` relies.
        for (const each of [...own, ...drafts]) {
          await rm(join(this.options.folder, each), { force: true });
        }
        return own.some((each) => names.includes(each));
      }),
    );
  }

  /** Lists the connections, and deletes drafts and locks that a killed process left. */
  async list(): Promise<StoredConnections> {
    const names = await this.attempt(() => namesIn(this.options.folder));
    await Promise.all(names.map((name) => this.removeIfStale(name)));
    const found = await Promise.all(
      names.filter((name) => name.endsWith(SUFFIX)).map((name) => this.read(name)),
    );
    return listOf(found);
  }

  async lock(tenant: string): Promise<Lock | null> {
    const { folder, clock, createId } = this.options;
    return this.attempt(async () => {
      makePrivateFolder(folder);
      // A process with another first secret locks the same names, in the same order.
      return lockAll(this.namesOf(tenant), (name) =>
        lockFile({ path: join(folder, `${name}${LOCK}`), heldMs: LOCK_MS, clock, createId }),
      );
    });
  }

  async reseal(): Promise<Resealed> {
    const counts = { resealed: 0, current: 0, busy: 0, unreadable: 0 };
    const files = (await this.attempt(() => namesIn(this.options.folder))).filter((name) =>
      name.endsWith(SUFFIX),
    );
    for (const name of files) {
      const connection = await this.read(name);
      if (connection === null) counts.unreadable += 1;
      else if (this.namesOf(connection.tenant)[0] === name) counts.current += 1;
      else counts[await this.resealOne(name, connection.tenant)] += 1;
    }
    return counts;
  }

  private async resealOne(from: string, tenant: string): Promise<'resealed' | 'busy'> {
    const lock = await this.lock(tenant);
    if (lock === null) return 'busy';
    try {
      await this.oneByOne(tenant, () => this.moveToCurrent(from, tenant));
      return 'resealed';
    } finally {
      await lock.release();
    }
  }

  /** Moves a connection to the current name, unless it was deleted or replaced in the meantime. */
  private async moveToCurrent(from: string, tenant: string): Promise<void> {
    const [name] = this.namesOf(tenant);
    const [old, current] = await Promise.all([this.read(from), this.read(name)]);
    if (old === null) return;
    const isOver = current !== null && latestOf([old, current]) === current;
    if (!isOver) await this.write(old, current === null ? from : undefined);
    await this.attempt(() => rm(join(this.options.folder, from), { force: true }));
  }

  /**
   * Stores a connection under the current name, and deletes it under the others.
   *
   * @param movedFrom the name that it has; it must not have appeared under the current one in the meantime.
   */
  private async write(connection: Connection, movedFrom?: string): Promise<void> {
    const { folder, sealer, createId } = this.options;
    const [name, ...others] = this.namesOf(connection.tenant);
    const draft = join(folder, `${name}.${processTag}.${createId()}`);
    await this.attempt(async () => {
      makePrivateFolder(folder);
      writing.add(draft);
      try {
        // The file must be on the disk before it replaces the old one: Gong no longer accepts the old pair.
        await createPrivateFile(draft, sealer.seal(connection, name));
        // The rename is atomic. When the process is killed, either the old or the new file remains.
        const path = join(folder, name);
        await (movedFrom === undefined
          ? rename(draft, path)
          : placeUnlessChanged({ draft, path, from: join(folder, movedFrom) }));
        for (const other of others) await rm(join(folder, other), { force: true });
      } catch (error) {
        await rm(draft, { force: true }).catch(() => undefined);
        throw error;
      } finally {
        writing.delete(draft);
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

  /** Deletes a file that a killed process left. */
  private async removeIfStale(name: string): Promise<void> {
    const { folder, clock } = this.options;
    const path = join(folder, name);
    try {
      if (isLock(name)) await removeIfLeftBehind(path, { heldMs: LOCK_MS, clock });
      else if (name.includes(`${SUFFIX}.`) && (await this.isStaleDraft(name))) {
        await rm(path, { force: true });
      }
    } catch {
      // A file that cannot be deleted is tried again later.
    }
  }

  private async isStaleDraft(name: string): Promise<boolean> {
    const path = join(this.options.folder, name);
    if (writing.has(path)) return false;
    const tag = /\.connection\.([^.]+)\.[^.]+$/.exec(name)?.[1];
    // An earlier process may have had the ID of this one.
    if (tag === processTag) return true;
    const isWriterRunning = tag === undefined ? null : isTaggedRunning(tag);
    if (isWriterRunning !== null) return !isWriterRunning;
    const ageMs = this.options.clock.now() - (await stat(path)).mtimeMs;
    return ageMs > (tag === undefined ? MAX_UNTAGGED_DRAFT_AGE_MS : MAX_DRAFT_AGE_MS);
  }

  /** The names by each secret; first the current one. */
  private namesOf(tenant: string): readonly [string, ...string[]] {
    const [first, ...others] = this.options.sealer.names(tenant);
    return [`${first}${SUFFIX}`, ...others.map((name) => `${name}${SUFFIX}`)];
  }

  private async attempt<T>(act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (cause) {
      throw new StoreUnavailableError('GATEWAY_STATE_DIR cannot be read or written.', { cause });
    }
  }
}

/**
 * Gives a draft its path when there is no file. Another process may delete or replace the connection at any moment: one
 * that deletes it removes `from` first, and one that replaces it writes `path` first.
 */
async function placeUnlessChanged({
  draft,
  path,
  from,
}: Readonly<Record<'draft' | 'path' | 'from', string>>): Promise<void> {
  try {
    await link(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const isGone = (await inodeOf(from)) === null;
  // A file of another process is newer.
  if (isGone && (await inodeOf(path)) === (await inodeOf(draft))) await rm(path, { force: true });
  await rm(draft, { force: true });
}

async function inodeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).ino;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function isLock(name: string): boolean {
  return name.includes(`${SUFFIX}${LOCK}.`);
}
