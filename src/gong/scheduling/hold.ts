import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processTag } from '../../lib/files/processes.js';
import { makePrivateFolder, PRIVATE_FILE_MODE } from '../../lib/files/privateFiles.js';

/** Until when Gong requested a pause, in milliseconds since the epoch. */
export interface Hold {
  /** Returns 0 when Gong requested none. */
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

/** A hold that survives a restart of the process. When it cannot be written, it stays in memory. */
export class HoldInFile implements Hold {
  private end: number;

  /**
   * @param folder folder of one company.
   * @param onFailure called when the folder is not writable.
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
      // The rename is atomic. When the process is killed, either the old or the new file remains.
      const file = join(this.folder, FILE);
      const draft = `${file}.${processTag}`;
      writeFileSync(draft, String(Math.ceil(until)), { mode: PRIVATE_FILE_MODE });
      renameSync(draft, file);
    } catch (error) {
      this.onFailure(error as Error);
    }
  }
}

/** An unreadable file means no hold. */
function read(file: string): number {
  try {
    const until = Number(readFileSync(file, 'utf8'));
    return Number.isFinite(until) ? until : 0;
  } catch {
    return 0;
  }
}
