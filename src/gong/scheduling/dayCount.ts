import {
  accessSync,
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

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
 * request. Appending a byte is atomic, so that gateways which share the folder share the count.
 */
export class DayCountInFile implements DayCount {
  private open: { readonly day: string; readonly file: number } | null = null;

  /**
   * @param folder one company's; made where it is missing.
   * @throws Error where the folder can't be written to.
   */
  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK);
  }

  used(day: string): number {
    return fstatSync(this.fileOf(day)).size;
  }

  add(day: string): void {
    writeSync(this.fileOf(day), '.');
  }

  private fileOf(day: string): number {
    if (this.open?.day !== day) {
      if (this.open !== null) closeSync(this.open.file);
      const name = `${FILE_PREFIX}${day}`;
      this.open = { day, file: openSync(join(this.folder, name), 'a') };
      for (const old of readdirSync(this.folder)) {
        if (old.startsWith(FILE_PREFIX) && old < name) rmSync(join(this.folder, old));
      }
    }
    return this.open.file;
  }
}
