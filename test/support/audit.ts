import type { Clock } from '../../src/lib/clock.js';
import { systemClock } from '../../src/lib/clock.js';
import { AuditLog, type AuditRecord } from '../../src/telemetry/audit/auditLog.js';

export interface TestAudit {
  readonly audit: AuditLog;
  /** The records since the last call of it, without the time. */
  readonly taken: () => readonly AuditRecord[];
}

/** An audit log in memory. */
export function createTestAudit(clock: Clock = systemClock): TestAudit {
  const records: AuditRecord[] = [];
  const write = (more: readonly AuditRecord[]): void => {
    records.push(...more);
  };
  const sink = { write, failure: null, lost: 0, close: () => undefined };
  return {
    audit: new AuditLog(sink, clock),
    taken: () =>
      records
        .splice(0)
        .map((record) =>
          Object.fromEntries(Object.entries(record).filter(([key]) => key !== 'time')),
        ),
  };
}
