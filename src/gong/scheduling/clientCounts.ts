import { fstatSync, readSync, writeSync } from 'node:fs';
import { DayFile } from './dayFile.js';

/**
 * Counts the requests that each client of a company causes on a day named `YYYY-MM-DD`. Clients have opaque names of
 * `CLIENT_NAME_LENGTH` characters. No method throws or rejects.
 */
export interface ClientCounts {
  /** Returns the count, as far as this instance knows it. */
  used(day: string, client: string): number;
  /**
   * Counts one request, unless the client has caused `perDay` of them; null: there is no maximum. Returns whether it
   * was counted: at once, unless other instances count as well.
   */
  add(day: string, client: string, perDay: number | null): boolean | Promise<boolean>;
  /** Learns what other instances have counted. */
  refresh(day: string, client: string): void | Promise<void>;
}

/** Length of a SHA-256 as base64url. */
export const CLIENT_NAME_LENGTH = 43;

/** Counts that end with the process. */
export class ClientCountsInMemory implements ClientCounts {
  private day = '';
  // No day has more clients with a count than requests.
  private readonly counts = new Map<string, number>();

  used(day: string, client: string): number {
    return day === this.day ? (this.counts.get(client) ?? 0) : 0;
  }

  add(day: string, client: string, perDay: number | null): boolean {
    const used = this.used(day, client);
    if (perDay !== null && used >= perDay) return false;
    if (day !== this.day) this.counts.clear();
    this.day = day;
    this.counts.set(client, used + 1);
    return true;
  }

  refresh(): void {
    // There is no other instance.
  }
}

/** Length of one request in the file: the name and a line break. */
const RECORD_BYTES = CLIENT_NAME_LENGTH + 1;

/**
 * Counts that survive the process, even when it is killed. Each day has a file that grows by one line per request. A
 * line is appended at once, so instances that share the folder share the counts. What cannot be written is counted in
 * memory.
 */
export class ClientCountsInFile implements ClientCounts {
  private readonly file: DayFile;
  private readonly unwritten = new ClientCountsInMemory();
  /** What was read of the file of a day so far. */
  private known = { day: '', bytes: 0, counts: new Map<string, number>() };

  /**
   * @param folder folder of one company, created when it is missing.
   * @param onFailure called when the folder is no longer usable, and again only after it was usable.
   * @throws Error when the folder is not writable.
   */
  constructor(folder: string, onFailure: (error: Error) => void = () => undefined) {
    this.file = new DayFile(folder, 'clients-', onFailure);
  }

  used(day: string, client: string): number {
    this.file.use(day, (file) => {
      this.readOn(day, file);
    });
    const written = this.known.day === day ? (this.known.counts.get(client) ?? 0) : 0;
    return written + this.unwritten.used(day, client);
  }

  add(day: string, client: string, perDay: number | null): boolean {
    if (perDay !== null && this.used(day, client) >= perDay) return false;
    const written = this.file.use(day, (file) => writeSync(file, `${client}\n`));
    if (written === null) this.unwritten.add(day, client, null);
    return true;
  }

  refresh(): void {
    // Each look at the count reads what other instances have appended.
  }

  private readOn(day: string, file: number): void {
    if (this.known.day !== day) this.known = { day, bytes: 0, counts: new Map() };
    const { bytes, counts } = this.known;
    const records = Math.floor((fstatSync(file).size - bytes) / RECORD_BYTES);
    if (records <= 0) return;
    const added = Buffer.alloc(records * RECORD_BYTES);
    const read = readSync(file, added, 0, added.length, bytes);
    for (let at = 0; at + RECORD_BYTES <= read; at += RECORD_BYTES) {
      const client = added.toString('latin1', at, at + CLIENT_NAME_LENGTH);
      counts.set(client, (counts.get(client) ?? 0) + 1);
      this.known.bytes += RECORD_BYTES;
    }
  }
}
