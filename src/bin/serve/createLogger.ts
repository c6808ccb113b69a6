import { pino, stdSerializers, type DestinationStream, type LoggerOptions } from 'pino';
import { LineWriter } from '../../lib/files/lineWriter.js';
import type { Logger } from '../../lib/logger.js';
import type { WriteAudit } from './audit.js';
import { maskEverything, maskRecord } from '../../access/policy/masking.js';

/** Names of members that may contain a credential. */
const secrets = [
  'authorization',
  '*.authorization',
  'headers.authorization',
  '*.headers.authorization',
];

/** Members of an error are logged up to this depth. */
const MAX_ERROR_DEPTH = 4;

/**
 * Creates a logger for JSON lines, or for readable lines in a terminal. Errors are logged without emails and phone
 * numbers, because messages may repeat data of Gong or a client.
 *
 * @param destination where to write; undefined: standard output.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    redact: { paths: secrets, censor: '[redacted]' },
    serializers: { err: maskedError },
  };
  if (destination !== undefined) return pino(options, destination);
  return pino({
    ...options,
    ...(process.stdout.isTTY
      ? { transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname' } } }
      : {}),
  });
}

/** Returns a function that writes records of the audit log to standard output at any level of the log. */
export function writeAuditOut(): WriteAudit {
  const lines = new LineWriter();
  return (records) => {
    lines.append(process.stdout.fd, records);
  };
}

/** Masks emails and phone numbers in the errors that a logger of a program's own gets. */
export function maskErrors(logger: Logger): Logger {
  const masked =
    (level: keyof Logger) =>
    (fields: object, message: string): void => {
      const { err } = fields as { readonly err?: Error };
      logger[level](err === undefined ? fields : { ...fields, err: maskedError(err) }, message);
    };
  return {
    debug: masked('debug'),
    info: masked('info'),
    warn: masked('warn'),
    error: masked('error'),
  };
}

function maskedError(error: Error): unknown {
  return maskRecord(plain(stdSerializers.err(error), 0), maskEverything);
}

/** Members of errors may have any value, including circular references. */
function plain(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > MAX_ERROR_DEPTH) return '…';
  if (Array.isArray(value)) return value.map((item: unknown) => plain(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, plain(member, depth + 1)]),
  );
}
