import { z } from 'zod';
import { MIN_SECRET_LENGTH } from '../lib/secrets.js';
import { DEFAULT_MAX_RESPONSE_MIB } from '../gong/responseLimit.js';
import { auditLogVariables } from './auditLog.js';
import { clientVariables } from './clients.js';
import { nonEmptyVariables, unknownVariables } from './environment.js';
import { gongAccessVariables } from './gongAccess.js';
import { httpVariables } from './http.js';
import { policyVariables } from './policy.js';
import { replicaVariables } from './replica.js';
import { sandboxVariables } from './sandbox.js';
import { fileVariable } from './secretFiles.js';
import { subgraphVariables } from './subgraph.js';
import {
  MAX_TIMER_MS,
  onOrOff,
  port,
  secret,
  text,
  timeZone,
  wholeNumber,
  type Environment,
} from './values.js';

/** Every variable with its rules. Group, unit, and example of each are in scripts/docs/variables.ts. */
export const variables = z.object({
  HOST: text.default('127.0.0.1'),
  PORT: port.default(4000),
  NODE_ENV: text.optional(),
  ...gongAccessVariables,
  GONG_REQUESTS_PER_SECOND: text
    .regex(/^\d+(\.\d+)?$/, 'must be a number of at least 0.001')
    .transform(Number)
    // Its reciprocal must be a valid timer.
    .refine((value) => value >= 0.001, 'must be a number of at least 0.001')
    .default(3),
  GONG_REQUESTS_PER_DAY: wholeNumber(1).default(10_000),
  GATEWAY_CLIENT_REQUESTS_PER_DAY: wholeNumber(1).optional(),
  GATEWAY_CLIENT_OPERATIONS_PER_MINUTE: wholeNumber(1).optional(),
  GONG_RATE_MARGIN_MS: wholeNumber(0, 1000).default(15),
  GONG_COMPANY_TIME_ZONE: timeZone.optional(),
  GONG_DAY_TIME_ZONE: timeZone.default('UTC'),
  GATEWAY_DEADLINE_MS: wholeNumber(1, MAX_TIMER_MS).default(25_000),
  GATEWAY_CACHE_TTL_SECONDS: wholeNumber(0).default(300),
  GATEWAY_CACHE_MAX_MIB: wholeNumber(1).default(128),
  GATEWAY_MAX_GONG_REQUESTS: wholeNumber(1).default(100),
  GATEWAY_MAX_GONG_RESPONSE_MIB: wholeNumber(1).default(DEFAULT_MAX_RESPONSE_MIB),
  // Takes one or two seconds with cached data.
  GATEWAY_MAX_OBJECTS: wholeNumber(1).default(500_000),
  GATEWAY_MAX_QUEUED: wholeNumber(1).default(1000),
  GATEWAY_STATE_DIR: text.default('.gateway'),
  GATEWAY_RAW_REQUESTS: onOrOff.optional(),
  GATEWAY_RAW_PATHS: text.optional(),
  GATEWAY_AI: onOrOff.default(false),
  GATEWAY_ERASURE: onOrOff.default(false),
  GATEWAY_AUDIT_SECRETS: z
    .enum(['redact', 'show'], { error: 'must be "redact" or "show"' })
    .default('redact'),
  ...auditLogVariables,
  GATEWAY_MEDIA_IDLE_TIMEOUT_MS: wholeNumber(1, MAX_TIMER_MS).default(60_000),
  GATEWAY_PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be a URL such as https://gong.example.com' })
    .refine((url) => {
      // An invalid URL is reported elsewhere.
      if (!URL.canParse(url)) return true;
      const { username, password, search, hash } = new URL(url);
      return `${username}${password}${search}${hash}` === '';
    }, 'must not contain credentials, a query, or a fragment')
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  GATEWAY_BEHIND_TLS: onOrOff.optional(),
  ...httpVariables,
  ...subgraphVariables,
  ...replicaVariables,
  ...sandboxVariables,
  REDIS_URL: secret(
    z
      .url({ protocol: /^rediss?$/, error: 'must be a URL such as redis://127.0.0.1:6379' })
      .optional(),
  ),
  ...clientVariables,
  GATEWAY_TENANTS_FILE: text.optional(),
  ...policyVariables,
  GATEWAY_ADMIN_TOKEN: secret(text.min(16, 'must have at least 16 characters').optional()),
  GATEWAY_SECRET: secret(
    text.min(MIN_SECRET_LENGTH, `must have at least ${MIN_SECRET_LENGTH} characters`).optional(),
  ),
  // Of the programs that ask a gateway; known to the gateway too, which may run in the same shell.
  GATEWAY_URL: z
    .url({ protocol: /^https?$/, error: 'must be a URL such as https://gateway.example.com' })
    .optional(),
  GATEWAY_CLIENT_TOKEN: secret(text.optional()),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: 'must be trace, debug, info, warn, error, fatal, or silent',
    })
    .default('info'),
});

export type Variables = z.infer<typeof variables>;

/** Names of the variables that hold secrets. Each may also come from a file. */
export const secretVariables: readonly string[] = Object.entries(variables.shape)
  .filter(([, rule]) => 'isSecret' in rule)
  .map(([name]) => name);

/** Names of all variables of the gateway and its sandbox. */
export const knownVariables: readonly string[] = [
  ...Object.keys(variables.shape),
  ...secretVariables.map(fileVariable),
];

/** Returns a problem for each variable that is misspelled, for programs that need little of the configuration. */
export function misspelledVariables(environment: Environment): readonly string[] {
  return unknownVariables(nonEmptyVariables(environment), knownVariables);
}
