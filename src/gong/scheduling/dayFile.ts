import { accessSync, closeSync, constants, openSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makePrivateFolder, PRIVATE_FILE_MODE } from '../../lib/files/privateFiles.js';

/** A file for each day, to which instances that share the folder append. Files of past days are deleted. */
export class DayFile {
  private open: { readonly day: string; readonly file: number } | null = null;
  private isFailing = false;

  /**
   * @param folder folder of one company, created when it is missing.
   * @param prefix begins the name of each file, and ends with the day.
   * @param onFailure called when the folder is no longer usable, and again only after it was usable.
   * @throws Error when the folder is not writable.
   */
  constructor(
    private readonly folder: string,
    private readonly prefix: string,
    private readonly onFailure: (error: Error) => void,
  ) {
    makePrivateFolder(folder);
    accessSync(folder, constants.R_OK | constants.W_OK);
  }

  /** Calls `task` with the open file of a day named `YYYY-MM-DD`. Returns its result, or null when that failed. */
  use<T>(day: string, task: (file: number) => T): T | null {
    try {
      const result = task(this.fileOf(day));
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
      const name = `${this.prefix}${day}`;
      makePrivateFolder(this.folder);
      const file = openSync(join(this.folder, name), 'a+', PRIVATE_FILE_MODE);
      if (this.open !== null) closeSync(this.open.file);
      this.open = { day, file };
      this.clearBefore(name);
    }
    return this.open.file;
  }

  /** Other instances may do the same at the same time, and a file that remains does no harm. */
  private clearBefore(name: string): void {
    for (const old of readdirSync(this.folder)) {
      if (!old.startsWith(this.prefix) || old >= name) continue;
      try {
        rmSync(join(this.folder, old));
      } catch {
        continue;
      }
    }
  }
}
