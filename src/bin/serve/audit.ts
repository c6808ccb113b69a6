import { dirname } from 'node:path';
import { ConfigError, type Config } from '../../config/config.js';
import { makePrivateFolder } from '../../lib/files/privateFiles.js';
import { AuditFile } from '../../storage/disk/auditFile.js';
import { AuditLog, type AuditRecord } from '../../telemetry/audit/auditLog.js';
import { ReportingSink, type SinkSurroundings } from '../../telemetry/audit/reportingSink.js';

/** What a program does with the records of `GATEWAY_AUDIT_LOG=stdout`. It throws when they are not written. */
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
  { clock, logger }: SinkSurroundings,
): AuditLog | null {
  if (auditLog === null) return null;
  if (auditLog === 'stdout') {
    if (writeOut !== undefined)
      return new AuditLog(new ProgramSink(writeOut, { clock, logger }), clock);
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

/** Gives the records to the program that serves. */
class ProgramSink extends ReportingSink {
  constructor(
    private readonly writeOut: WriteAudit,
    surroundings: SinkSurroundings,
  ) {
    super(surroundings, 'Check the program that reads the standard output, or set a file.');
  }

  close(): void {
    // The output belongs to the program.
  }

  protected append(records: readonly AuditRecord[]): void {
    this.writeOut(records);
  }
}
