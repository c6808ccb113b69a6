import type { Stats } from 'node:fs';
import { readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makePrivateFolder, PRIVATE_FILE_MODE } from '../../lib/files/privateFiles.js';
import { processTag } from '../../lib/files/processes.js';
import { HOUR_MS, type Clock } from '../../lib/clock.js';
import type { Sealer } from '../../lib/sealer.js';
import { MemoryState } from '../../lib/memoryState.js';
import type { StateStore } from '../../lib/stateStore.js';

/** So often it is looked for files that nobody can want any more; one just written has as long to get its date. */
const CLEANUP_INTERVAL_MS = HOUR_MS;

/** Drafts of this process. With its tag, the number names a draft as no other process does, in any container. */
let drafts = 0;

export interface FileStateOptions {
  /** One company's; made where it is missing. */
  readonly folder: string;
  /** Names and contents are sealed: a folder is copied more easily than a secret. */
  readonly sealer: Sealer;
  readonly clock: Clock;
  /** Told when the folder can't be written to; again only after it could. */
  readonly onFailure: (error: Error) => void;
}

interface Entry {
  readonly value: unknown;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

/**
 * State that survives the process, a file each. What can't be written is kept in memory: nothing fails for it.
 */
export class FileState implements StateStore {
  private readonly unwritten: MemoryState;
  private isFailing = false;
  private isClosed = false;
  private clearAt: number;

  /** @throws Error where the folder can't be made. */
  constructor(private readonly options: FileStateOptions) {
    this.unwritten = new MemoryState(options.clock);
    makePrivateFolder(options.folder);
    this.clearAt = options.clock.now();
    this.clearInTime();
  }

  async get(name: string): Promise<unknown> {
    // What couldn't be written is newer than what is there.
    const unwritten = await this.unwritten.get(name);
    if (unwritten !== undefined) return unwritten;
    const entry = await this.read(name);
    return entry !== undefined && this.isLive(entry) ? entry.value : undefined;
  }

  /** Nothing is written any more: the folder is somebody else's to delete. */
  close(): void {
    this.isClosed = true;
  }

  async set(name: string, value: unknown, forMs: number): Promise<void> {
    if (this.isClosed) return;
    const isWritten = await this.attempt(async () => {
      // In one step: a process that is killed in between leaves the old or the new.
      drafts += 1;
      const draft = `${this.fileOf(name)}.${processTag}.${drafts}`;
      await this.write(draft, name, value, forMs);
      await rename(draft, this.fileOf(name));
    });
    if (isWritten) await this.unwritten.delete(name);
    else await this.unwritten.set(name, value, forMs);
  }

  async add(name: string, value: unknown, forMs: number): Promise<boolean> {
    if (this.isClosed) return true;
    if ((await this.unwritten.get(name)) !== undefined) return false;
    try {
      // Of several processes, one makes the file.
      await this.write(this.fileOf(name), name, value, forMs, 'wx');
      this.isFailing = false;
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        this.fail(error as Error);
        return this.unwritten.add(name, value, forMs);
      }
      const there = await this.read(name);
      // What can't be read yet is being written.
      if (there === undefined || this.isLive(there)) return false;
      await this.set(name, value, forMs);
      return true;
    }
  }

  async delete(name: string): Promise<void> {
    await this.unwritten.delete(name);
    await this.attempt(() => rm(this.fileOf(name), { force: true }));
  }

  private async read(name: string): Promise<Entry | undefined> {
    try {
      const sealed = await readFile(this.fileOf(name));
      return this.options.sealer.open(sealed, name) as Entry | undefined;
    } catch {
      // There is none.
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
    // For whoever clears: files are many, and not theirs to open.
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
    return join(this.options.folder, this.options.sealer.name(name));
  }

  private clearInTime(): void {
    const now = this.options.clock.now();
    if (now < this.clearAt) return;
    this.clearAt = now + CLEANUP_INTERVAL_MS;
    void this.clear(now - CLEANUP_INTERVAL_MS);
  }

  /** Others may be at it as well, and what stays behind does no harm. */
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

/** A draft has the date of what it was to become: its age is that of its last change. */
function isOver(file: string, { mtimeMs, ctimeMs }: Stats, before: number): boolean {
  return (file.includes('.') ? Math.min(mtimeMs, ctimeMs) : mtimeMs) < before;
}
