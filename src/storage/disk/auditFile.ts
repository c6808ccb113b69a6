import { closeSync, fstatSync, openSync, statSync, writeSync } from 'node:fs';
import { SECOND_MS, MINUTE_MS, type Clock } from '../../lib/clock.js';
import type { Logger } from '../../lib/logger.js';
import { PRIVATE_FILE_MODE } from '../../lib/files/privateFiles.js';
import type { AuditRecord, AuditSink } from '../../telemetry/audit/auditLog.js';

/** How often to look whether the file was renamed or deleted. */
const LOOK_EVERY_MS = SECOND_MS;
/** How often lost records are reported while writing fails. */
const REPORT_EVERY_MS = MINUTE_MS;

export interface AuditFileOptions {
  readonly path: string;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Appends records to a file, which a program that rotates logs may rename or truncate at any time. A record is with
 * the operating system before the response is sent, so a process that dies loses none of the responses it sent.
 */
export class AuditFile implements AuditSink {
  failure: string | null = null;
  lost = 0;
  private file: number | null;
  private lookedAt: number;
  private reportedAt = -Infinity;
  /** Whether the last line may lack its end. */
  private isTorn = false;

  /** @throws Error when the file cannot be opened. */
  constructor(private readonly options: AuditFileOptions) {
    this.file = openToAppend(options.path);
    this.lookedAt = options.clock.monotonic();
  }

  write(records: readonly AuditRecord[]): void {
    const text = records.map((record) => `${JSON.stringify(record)}\n`).join('');
    try {
      this.append(text);
    } catch (error) {
      this.fail(records.length, error as NodeJS.ErrnoException);
      return;
    }
    if (this.failure === null) return;
    this.failure = null;
    this.reportedAt = -Infinity;
    this.options.logger.info({ lost: this.lost }, 'Audit log is written again');
  }

  close(): void {
    if (this.file !== null) closeSync(this.file);
    this.file = null;
    this.isTorn = false;
  }

  private append(text: string): void {
    const file = this.current();
    let rest = Buffer.from(this.isTorn ? `\n${text}` : text);
    this.isTorn = true;
    while (rest.length > 0) rest = rest.subarray(writeSync(file, rest));
    this.isTorn = false;
  }

  private current(): number {
    const now = this.options.clock.monotonic();
    if (this.file !== null && now - this.lookedAt >= LOOK_EVERY_MS) {
      this.lookedAt = now;
      if (!isAt(this.file, this.options.path)) this.close();
    }
    return (this.file ??= openToAppend(this.options.path));
  }

  private fail(count: number, error: NodeJS.ErrnoException): void {
    const { clock, logger } = this.options;
    this.lost += count;
    this.failure = error.code ?? error.name;
    const now = clock.monotonic();
    if (now - this.reportedAt < REPORT_EVERY_MS) return;
    this.reportedAt = now;
    const hint =
      'Operations go on without an audit. Free space on the disk, or correct the permissions.';
    logger.error(
      { reason: this.failure, lost: this.lost, hint },
      'Audit log cannot be written: records are lost',
    );
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
