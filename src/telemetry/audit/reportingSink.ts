import { MINUTE_MS, type Clock } from '../../lib/clock.js';
import type { Logger } from '../../lib/logger.js';
import type { AuditRecord, AuditSink } from './auditLog.js';

/** How often lost records are reported while writing fails. */
const REPORT_EVERY_MS = MINUTE_MS;

export interface SinkSurroundings {
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Counts the records that cannot be written, and reports them in the log. */
export abstract class ReportingSink implements AuditSink {
  failure: string | null = null;
  lost = 0;
  private reportedAt = -Infinity;

  /** @param remedy what an operator can do when writing fails, as a sentence. */
  constructor(
    protected readonly surroundings: SinkSurroundings,
    private readonly remedy: string,
  ) {}

  write(records: readonly AuditRecord[]): void {
    try {
      this.append(records);
    } catch (error) {
      this.fail(records.length, error as NodeJS.ErrnoException);
      return;
    }
    if (this.failure === null) return;
    this.failure = null;
    this.reportedAt = -Infinity;
    this.surroundings.logger.info({ lost: this.lost }, 'Audit log is written again');
  }

  abstract close(): void;

  /** @throws Error when the records are not written. */
  protected abstract append(records: readonly AuditRecord[]): void;

  private fail(count: number, error: NodeJS.ErrnoException): void {
    const { clock, logger } = this.surroundings;
    this.lost += count;
    this.failure = error.code ?? error.name;
    const now = clock.monotonic();
    if (now - this.reportedAt < REPORT_EVERY_MS) return;
    this.reportedAt = now;
    const hint = `Operations go on without an audit. ${this.remedy}`;
    logger.error(
      { reason: this.failure, lost: this.lost, hint },
      'Audit log cannot be written: records are lost',
    );
  }
}
