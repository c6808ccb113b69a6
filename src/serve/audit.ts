import { dirname } from 'node:path';
import { ConfigError, type Config } from '../config/config.js';
import type { Clock } from '../lib/clock.js';
import type { Logger } from '../lib/logger.js';
import { makePrivateFolder } from '../lib/files/privateFiles.js';
import { AuditFile } from '../storage/disk/auditFile.js';
import { AuditLog, type AuditRecord, type AuditSink } from '../telemetry/audit/auditLog.js';

/** What a program does with the records of `GATEWAY_AUDIT_LOG=stdout`. */
export type WriteAudit = (records: readonly AuditRecord[]) => void;

/**
 * Opens the audit log.
 *
 * @param writeOut undefined: the program has nowhere to write records.
 * @throws ConfigError when it cannot be written.
 */
export function openAudit(
  { auditLog, stateDir }: Pick<Config, 'auditLog' | 'stateDir'>,
  writeOut: WriteAudit | undefined,
  { clock, logger }: { readonly clock: Clock; readonly logger: Logger },
): AuditLog | null {
  if (auditLog === null) return null;
  if (auditLog === 'stdout') {
    if (writeOut !== undefined) return new AuditLog(sinkOf(writeOut), clock);
    throw new ConfigError([
      'GATEWAY_AUDIT_LOG=stdout needs a logger here, which gets the records. Pass logger, or set a file.',
    ]);
  }
  const { path } = auditLog;
  try {
    if (dirname(path) === stateDir) makePrivateFolder(stateDir);
    return new AuditLog(new AuditFile({ path, clock, logger }), clock);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigError([
      `GATEWAY_AUDIT_LOG: the file ${path} cannot be opened (${code ?? 'unknown error'}). Create its folder, and let ` +
        'the gateway write there.',
    ]);
  }
}

function sinkOf(write: WriteAudit): AuditSink {
  return { write, failure: null, lost: 0, close: () => undefined };
}
