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

/** How many requests were sent on a day, named `YYYY-MM-DD`. */
export interface DayCount {
  used(day: string): number;
  /** One more. */
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
 * A count that survives the process, also one that is killed: a file for each day, one byte longer with each
 * request. Appending a byte is atomic, so that gateways which share the folder share the count. What can't be
 * written, as on a full disk, is counted in memory: no request fails for it.
 */
export class DayCountInFile implements DayCount {
  private open: { readonly day: string; readonly file: number } | null = null;
  private readonly unwritten = new DayCountInMemory();
  private isFailing = false;

  /**
   * @param folder one company's; made where it is missing.
   * @param onFailure told when the folder can't be used any more; again only after it could.
   * @throws Error where the folder can't be written to.
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

  /** Other gateways may be at it as well, and what stays behind does no harm. */
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
