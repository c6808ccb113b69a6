import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DAY_MS, type Clock } from '../gong/clock.js';
import type { Sealer } from '../sealing/sealer.js';
import { MemoryState } from './memoryState.js';
import type { StateStore } from './stateStore.js';

/** Nothing is kept for longer: files that are older are of no use, whatever they hold. */
const LONGEST_KEPT_MS = 30 * DAY_MS;

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
  private count = 0;

  /** @throws Error where the folder can't be made. */
  constructor(private readonly options: FileStateOptions) {
    this.unwritten = new MemoryState(options.clock);
    mkdirSync(options.folder, { recursive: true });
    this.clearOld();
  }

  async get(name: string): Promise<unknown> {
    const entry = await this.read(name);
    return entry !== undefined && this.isLive(entry) ? entry.value : this.unwritten.get(name);
  }

  async set(name: string, value: unknown, forMs: number): Promise<void> {
    const isWritten = await this.attempt(async () => {
      // In one step: a process that is killed in between leaves the old or the new.
      this.count += 1;
      const draft = `${this.fileOf(name)}.${process.pid}.${this.count}`;
      await writeFile(draft, this.sealed(name, value, forMs));
      await rename(draft, this.fileOf(name));
    });
    if (!isWritten) await this.unwritten.set(name, value, forMs);
  }

  async add(name: string, value: unknown, forMs: number): Promise<boolean> {
    if ((await this.unwritten.get(name)) !== undefined) return false;
    try {
      // Of several processes, one makes the file.
      await writeFile(this.fileOf(name), this.sealed(name, value, forMs), { flag: 'wx' });
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

  private sealed(name: string, value: unknown, forMs: number): Buffer {
    const until = this.options.clock.now() + Math.min(forMs, LONGEST_KEPT_MS);
    return this.options.sealer.seal({ value, until } satisfies Entry, name);
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

  /** Others may be at it as well, and what stays behind does no harm. */
  private clearOld(): void {
    const { folder, clock } = this.options;
    for (const file of readdirSync(folder)) {
      try {
        const path = join(folder, file);
        if (statSync(path).mtimeMs + LONGEST_KEPT_MS < clock.now()) rmSync(path);
      } catch {
        continue;
      }
    }
  }
}
