import { pino, stdSerializers, type DestinationStream, type LoggerOptions } from 'pino';
import type { Logger } from '../lib/logger.js';
import { maskEverything, maskRecord } from '../access/policy/masking.js';

/** Names under which a credential could ever come along. */
const secrets = [
  'authorization',
  '*.authorization',
  'headers.authorization',
  '*.headers.authorization',
];

/** So deep are members of an error logged. */
const MAX_ERROR_DEPTH = 4;

/**
 * Structured logs: JSON lines, or readable ones where a person reads them. Errors are logged without email addresses
 * and phone numbers: what they say may repeat what Gong or a client sent.
 *
 * @param destination where they go; undefined: to the standard output.
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

function maskedError(error: Error): unknown {
  return maskRecord(plain(stdSerializers.err(error), 0), maskEverything);
}

/** Members of errors may be anything, and lead back to where they are. */
function plain(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > MAX_ERROR_DEPTH) return '…';
  if (Array.isArray(value)) return value.map((item: unknown) => plain(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, plain(member, depth + 1)]),
  );
}
