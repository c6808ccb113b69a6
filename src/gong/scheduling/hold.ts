import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processTag } from '../../lib/files/processes.js';
import { makePrivateFolder, PRIVATE_FILE_MODE } from '../../lib/files/privateFiles.js';

/** Until when Gong asked to be left alone, in milliseconds since the epoch. */
export interface Hold {
  /** 0 where it didn't. */
  until(): number;
  extendTo(until: number): void;
}

/** A hold that ends with the process, at the latest. */
export class HoldInMemory implements Hold {
  private end = 0;

  until(): number {
    return this.end;
  }

  extendTo(until: number): void {
    this.end = Math.max(this.end, until);
  }
}

const FILE = 'held-until';

/** A hold that a process which starts anew keeps to, as well. Where it can't be written, it is kept in memory. */
export class HoldInFile implements Hold {
  private end: number;

  /**
   * @param folder one company's.
   * @param onFailure told when the folder can't be written to.
   */
  constructor(
    private readonly folder: string,
    private readonly onFailure: (error: Error) => void,
  ) {
    this.end = read(join(folder, FILE));
  }

  until(): number {
    return this.end;
  }

  extendTo(until: number): void {
    if (until <= this.end) return;
    this.end = until;
    try {
      makePrivateFolder(this.folder);
      // In one step: a process that is killed in between leaves the old or the new.
      const file = join(this.folder, FILE);
      const draft = `${file}.${processTag}`;
      writeFileSync(draft, String(Math.ceil(until)), { mode: PRIVATE_FILE_MODE });
      renameSync(draft, file);
    } catch (error) {
      this.onFailure(error as Error);
    }
  }
}

/** What can't be read holds nothing. */
function read(file: string): number {
  try {
    const until = Number(readFileSync(file, 'utf8'));
    return Number.isFinite(until) ? until : 0;
  } catch {
    return 0;
  }
}
