import { closeSync, fstatSync, openSync, statSync } from 'node:fs';
import { SECOND_MS } from '../../lib/clock.js';
import { LineWriter } from '../../lib/files/lineWriter.js';
import { PRIVATE_FILE_MODE } from '../../lib/files/privateFiles.js';
import type { AuditRecord } from '../../telemetry/audit/auditLog.js';
import { ReportingSink, type SinkSurroundings } from '../../telemetry/audit/reportingSink.js';

/** How often to examine whether the file was renamed or deleted. */
const EXAMINE_EVERY_MS = SECOND_MS;

export interface AuditFileOptions extends SinkSurroundings {
  readonly path: string;
}

/**
 * Appends records to a file, which a program that rotates logs may rename or truncate at any time. A record is with
 * the operating system before the response is sent, so a process that dies loses none of the responses it sent.
 */
export class AuditFile extends ReportingSink {
  private readonly path: string;
  private file: number | null;
  private lines = new LineWriter();
  private examinedAt: number;

  /** @throws Error when the file cannot be opened. */
  constructor({ path, ...surroundings }: AuditFileOptions) {
    super(surroundings, 'Free space on the disk, or correct the permissions.');
    this.path = path;
    this.file = openToAppend(path);
    this.examinedAt = surroundings.clock.monotonic();
  }

  close(): void {
    if (this.file !== null) closeSync(this.file);
    this.file = null;
    this.lines = new LineWriter();
  }

  protected append(records: readonly AuditRecord[]): void {
    const file = this.current();
    this.lines.append(file, records);
  }

  private current(): number {
    const now = this.surroundings.clock.monotonic();
    if (this.file !== null && now - this.examinedAt >= EXAMINE_EVERY_MS) {
      this.examinedAt = now;
      if (!isAt(this.file, this.path)) this.close();
    }
    return (this.file ??= openToAppend(this.path));
  }
}

function openToAppend(path: string): number {
  return openSync(path, 'a', PRIVATE_FILE_MODE);
}

/** Returns whether the open file is still the one at the path. */
function isAt(file: number, path: string): boolean {
  const there = statSync(path, { throwIfNoEntry: false });
  const here = fstatSync(file);
  return there?.ino === here.ino && there.dev === here.dev;
}
