import {
  accessSync,
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { makePrivateFolder, PRIVATE_FILE_MODE } from '../../lib/files/privateFiles.js';

/** The number of requests that were sent on a day named `YYYY-MM-DD`. */
export interface DayCount {
  used(day: string): number;
  /** Counts one request. */
  add(day: string): void;
}

/** A count that ends with the process. */
export class DayCountInMemory implements DayCount {
  private day = '';
  private count = 0;

  used(day: string): number {
    return day === this.day ? this.count : 0;
  }

  add(day: string): void {
    this.count = this.used(day) + 1;
    this.day = day;
  }
}

const FILE_PREFIX = 'requests-';

/**
 * A count that survives the process, even when it is killed. Each day has a file that grows by one byte per request.
 * Appending a byte is atomic, so instances that share the folder share the count. When the file cannot be written,
 * the count continues in memory, and no request fails.
 */
export class DayCountInFile implements DayCount {
  private open: { readonly day: string; readonly file: number } | null = null;
  private readonly unwritten = new DayCountInMemory();
  private isFailing = false;

  /**
   * @param folder folder of one company, created when it is missing.
   * @param onFailure called when the folder is no longer usable, and again only after it was usable.
   * @throws Error when the folder is not writable.
   */
  constructor(
    private readonly folder: string,
    private readonly onFailure: (error: Error) => void = () => undefined,
  ) {
    makePrivateFolder(folder);
    accessSync(folder, constants.R_OK | constants.W_OK);
  }

  used(day: string): number {
    const written = this.attempt(() => fstatSync(this.fileOf(day)).size);
    return (written ?? 0) + this.unwritten.used(day);
  }

  add(day: string): void {
    const written = this.attempt(() => writeSync(this.fileOf(day), '.'));
    if (written === null) this.unwritten.add(day);
  }

  private attempt(task: () => number): number | null {
    try {
      const result = task();
      this.isFailing = false;
      return result;
    } catch (error) {
      if (!this.isFailing) this.onFailure(error as Error);
      this.isFailing = true;
      return null;
    }
  }

  private fileOf(day: string): number {
    if (this.open?.day !== day) {
      const name = `${FILE_PREFIX}${day}`;
      makePrivateFolder(this.folder);
      const file = openSync(join(this.folder, name), 'a', PRIVATE_FILE_MODE);
      if (this.open !== null) closeSync(this.open.file);
      this.open = { day, file };
      this.clearBefore(name);
    }
    return this.open.file;
  }

  /** Other instances may do the same at the same time, and a file that remains does no harm. */
  private clearBefore(name: string): void {
    for (const old of readdirSync(this.folder)) {
      if (!old.startsWith(FILE_PREFIX) || old >= name) continue;
      try {
        rmSync(join(this.folder, old));
      } catch {
        continue;
      }
    }
  }
}
