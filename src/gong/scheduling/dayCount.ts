import { fstatSync, writeSync } from 'node:fs';
import { DayFile } from './dayFile.js';

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

/**
 * A count that survives the process, even when it is killed. Each day has a file that grows by one byte per request.
 * Appending a byte is atomic, so instances that share the folder share the count. When the file cannot be written,
 * the count continues in memory, and no request fails.
 */
export class DayCountInFile implements DayCount {
  private readonly file: DayFile;
  private readonly unwritten = new DayCountInMemory();

  /**
   * @param folder folder of one company, created when it is missing.
   * @param onFailure called when the folder is no longer usable, and again only after it was usable.
   * @throws Error when the folder is not writable.
   */
  constructor(folder: string, onFailure: (error: Error) => void = () => undefined) {
    this.file = new DayFile(folder, 'requests-', onFailure);
  }

  used(day: string): number {
    const written = this.file.use(day, (file) => fstatSync(file).size);
    return (written ?? 0) + this.unwritten.used(day);
  }

  add(day: string): void {
    const written = this.file.use(day, (file) => writeSync(file, '.'));
    if (written === null) this.unwritten.add(day);
  }
}
