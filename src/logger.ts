import { pino } from 'pino';
import type { Logger } from './gong/client.js';

/** Names under which a credential could ever come along. */
const secrets = [
  'authorization',
  '*.authorization',
  'headers.authorization',
  '*.headers.authorization',
];

/** Structured logs: JSON lines, or readable ones where a person reads them. */
export function createLogger(level: string): Logger {
  return pino({
    level,
    redact: { paths: secrets, censor: '[redacted]' },
    ...(process.stdout.isTTY
      ? { transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname' } } }
      : {}),
  });
}
