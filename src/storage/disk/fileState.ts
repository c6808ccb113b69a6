import type { Stats } from 'node:fs';
import { readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makePrivateFolder, PRIVATE_FILE_MODE } from '../../lib/files/privateFiles.js';
import { processTag } from '../../lib/files/processes.js';
import { HOUR_MS, type Clock } from '../../lib/clock.js';
import type { Sealer } from '../../lib/sealer.js';
import { MemoryState } from '../../lib/memoryState.js';
import type { StateStore } from '../../lib/stateStore.js';

/** Interval at which expired files are deleted. A file that was just written gets its date within this time. */
const CLEANUP_INTERVAL_MS = HOUR_MS;

/** Counts the drafts of this process. Together with the process tag, the count is unique in all containers. */
let drafts = 0;

export interface FileStateOptions {
  /** Folder of one company, created when it is missing. */
  readonly folder: string;
  /** Names and contents are sealed, because a folder is copied more easily than a secret. */
  readonly sealer: Sealer;
  readonly clock: Clock;
  /** Called when the folder is not writable, and again only after it was writable. */
  readonly onFailure: (error: Error) => void;
}

interface Entry {
  readonly value: unknown;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

/**
 * State that survives the process, with one file for each entry. An entry that cannot be written stays in memory, and
 * the operation succeeds.
 */
export class FileState implements StateStore {
  private readonly unwritten: MemoryState;
  private isFailing = false;
  private isClosed = false;
  private clearAt: number;

  /** @throws Error when the folder cannot be created. */
  constructor(private readonly options: FileStateOptions) {
    this.unwritten = new MemoryState(options.clock);
    makePrivateFolder(options.folder);
    this.clearAt = options.clock.now();
    this.clearInTime();
  }

  async get(name: string): Promise<unknown> {
    // An entry that could not be written is newer than its file.
    const unwritten = await this.unwritten.get(name);
    if (unwritten !== undefined) return unwritten;
    const entry = await this.read(name);
    return entry !== undefined && this.isLive(entry) ? entry.value : undefined;
  }

  /** Stops writing, because the folder may be deleted now. */
  close(): void {
    this.isClosed = true;
  }

  async set(name: string, value: unknown, forMs: number): Promise<void> {
    if (this.isClosed) return;
    const isWritten = await this.attempt(async () => {
      // The rename is atomic. When the process is killed, either the old or the new file remains.
      drafts += 1;
      const draft = `${this.fileOf(name)}.${processTag}.${drafts}`;
      await this.write(draft, name, value, forMs);
      await rename(draft, this.fileOf(name));
      await this.removeOthers(name);
    });
    if (isWritten) await this.unwritten.delete(name);
    else await this.unwritten.set(name, value, forMs);
  }

  async add(name: string, value: unknown, forMs: number): Promise<boolean> {
    if (this.isClosed) return true;
    if ((await this.unwritten.get(name)) !== undefined) return false;
    try {
      // Of several processes, only one can create the file.
      await this.write(this.fileOf(name), name, value, forMs, 'wx');
      this.isFailing = false;
      // Checked afterwards: of two processes with different first secrets, at most one may succeed.
      if (!(await this.isElsewhere(name))) return true;
      await rm(this.fileOf(name), { force: true });
      return false;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        this.fail(error as Error);
        return this.unwritten.add(name, value, forMs);
      }
      const there = await this.read(name);
      // A file that cannot be read yet is being written.
      if (there === undefined || this.isLive(there)) return false;
      await this.set(name, value, forMs);
      return true;
    }
  }

  async delete(name: string): Promise<void> {
    await this.unwritten.delete(name);
    await this.attempt(async () => {
      await rm(this.fileOf(name), { force: true });
      await this.removeOthers(name);
    });
  }

  /** Whether the entry exists under the name of another secret. */
  private async isElsewhere(name: string): Promise<boolean> {
    const [, ...others] = this.filesOf(name);
    const entries = await Promise.all(others.map((path) => this.readFile(path, name)));
    return entries.some((entry) => entry !== undefined && this.isLive(entry));
  }

  private async removeOthers(name: string): Promise<void> {
    const [, ...others] = this.filesOf(name);
    await Promise.all(others.map((path) => rm(path, { force: true })));
  }

  private async read(name: string): Promise<Entry | undefined> {
    for (const path of this.filesOf(name)) {
      const entry = await this.readFile(path, name);
      if (entry !== undefined) return entry;
    }
    return undefined;
  }

  private async readFile(path: string, name: string): Promise<Entry | undefined> {
    try {
      const sealed = await readFile(path);
      return this.options.sealer.open(sealed, name) as Entry | undefined;
    } catch {
      // The file does not exist.
      return undefined;
    }
  }

  private isLive({ until }: Entry): boolean {
    return until > this.options.clock.now();
  }

  private async write(
    path: string,
    name: string,
    value: unknown,
    forMs: number,
    flag: 'w' | 'wx' = 'w',
  ): Promise<void> {
    this.clearInTime();
    const until = this.options.clock.now() + forMs;
    const entry: Entry = { value, until };
    await writeFile(path, this.options.sealer.seal(entry, name), {
      flag,
      mode: PRIVATE_FILE_MODE,
    });
    // The date tells when the file expires, so that the cleanup need not open it.
    await utimes(path, new Date(until), new Date(until));
  }

  private async attempt(write: () => Promise<void>): Promise<boolean> {
    try {
      await write();
      this.isFailing = false;
      return true;
    } catch (error) {
      this.fail(error as Error);
      return false;
    }
  }

  private fail(error: Error): void {
    if (!this.isFailing) this.options.onFailure(error);
    this.isFailing = true;
  }

  private fileOf(name: string): string {
    return this.filesOf(name)[0];
  }

  /** The files by the name of each secret; first the current one. */
  private filesOf(name: string): readonly [string, ...string[]] {
    const { folder, sealer } = this.options;
    const [first, ...others] = sealer.names(name);
    return [join(folder, first), ...others.map((each) => join(folder, each))];
  }

  private clearInTime(): void {
    const now = this.options.clock.now();
    if (now < this.clearAt) return;
    this.clearAt = now + CLEANUP_INTERVAL_MS;
    void this.clear(now - CLEANUP_INTERVAL_MS);
  }

  /** Other processes may do the same at the same time, and a file that remains does no harm. */
  private async clear(before: number): Promise<void> {
    const { folder } = this.options;
    const files = await readdir(folder).catch(() => []);
    for (const file of files) {
      const path = join(folder, file);
      try {
        if (isOver(file, await stat(path), before)) await rm(path);
      } catch {
        continue;
      }
    }
  }
}

/** A draft has the date of the entry. Its age counts from its last change. */
function isOver(file: string, { mtimeMs, ctimeMs }: Stats, before: number): boolean {
  return (file.includes('.') ? Math.min(mtimeMs, ctimeMs) : mtimeMs) < before;
}
