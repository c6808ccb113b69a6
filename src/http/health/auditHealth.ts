import type { AuditSink } from '../../telemetry/audit/auditLog.js';
import type { HealthPart } from './health.js';

/** Returns the part of the health response about the audit log. */
export function auditHealth({ failure, lost }: Pick<AuditSink, 'failure' | 'lost'>): HealthPart {
  return failure === null
    ? { status: 'ok', message: 'The audit log is written.', lost }
    : {
        status: 'failing',
        message: `The audit log cannot be written (${failure}). Operations go on, and their records are lost.`,
        lost,
      };
}
