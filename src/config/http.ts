import { z } from 'zod';
import {
  parsePersistedDocuments,
  type PersistedDocuments,
  type ReadFile,
} from './persistedDocuments.js';
import { parseTrustedProxies } from './trustedProxies.js';
import {
  MAX_TIMER_MS,
  onOrOff,
  port,
  secret,
  text,
  wholeNumber,
  type Environment,
  type ParseResult,
} from './values.js';

/** Limits of a document, which apply before it runs. */
export interface DocumentLimits {
  /** Maximum of nested fields. */
  readonly maxDepth: number;
  readonly maxAliases: number;
  readonly maxDirectives: number;
  /** Maximum of names, numbers, strings, and symbols. */
  readonly maxTokens: number;
}

/** What all clients may do over HTTP. */
export interface HttpConfig {
  readonly documentLimits: DocumentLimits;
  /** Maximum of open connections. */
  readonly maxConnections: number;
  /** Maximum time for a client's headers, for its body, and for reading a response, in milliseconds. */
  readonly requestTimeoutMs: number;
  /** Origins whose pages may send requests; `*`: all. */
  readonly corsOrigins: readonly string[] | '*';
  readonly hasIntrospection: boolean;
  readonly hasGraphiql: boolean;
  readonly persistedDocuments: PersistedDocuments;
  /** Bearer token for reading metrics; undefined: none is needed. */
  readonly metricsToken?: string | undefined;
  /** Port of a server for metrics alone; undefined: the gateway's own port serves them. */
  readonly metricsPort?: number | undefined;
  /** Addresses and networks of the proxies that say from where a client's request came. */
  readonly trustedProxies: readonly string[];
}

export const httpVariables = {
  GATEWAY_MAX_DEPTH: wholeNumber(1).default(16),
  GATEWAY_MAX_ALIASES: wholeNumber(0).default(100),
  GATEWAY_MAX_DIRECTIVES: wholeNumber(0).default(100),
  // The worst document of this length takes 50 ms to validate. A long real one has 2000 tokens.
  GATEWAY_MAX_TOKENS: wholeNumber(1, 20_000).default(3000),
  GATEWAY_MAX_CONNECTIONS: wholeNumber(1).default(1000),
  GATEWAY_REQUEST_TIMEOUT_MS: wholeNumber(1, MAX_TIMER_MS).default(30_000),
  GATEWAY_DRAIN_SECONDS: wholeNumber(0, 3600).optional(),
  GATEWAY_CORS_ORIGINS: text.optional(),
  GATEWAY_INTROSPECTION: onOrOff.default(true),
  GATEWAY_GRAPHIQL: onOrOff.default(true),
  GATEWAY_TRUSTED_PROXIES: text.optional(),
  GATEWAY_METRICS_PORT: port.optional(),
  GATEWAY_METRICS_TOKEN: secret(text.min(16, 'must have at least 16 characters').optional()),
  GATEWAY_PERSISTED_DOCUMENTS: z
    .enum(['apq', 'off', 'only'], { error: 'must be apq, off, or only' })
    .default('apq'),
  GATEWAY_PERSISTED_DOCUMENTS_FILE: text.optional(),
};

/** What has a syntax of its own. */
export type ParsedHttp = Pick<HttpConfig, 'corsOrigins' | 'persistedDocuments' | 'trustedProxies'>;

/** Parses variables with a syntax of their own. */
export function parseHttp(environment: Environment, readFile: ReadFile): ParseResult<ParsedHttp> {
  const origins = parseOrigins(environment['GATEWAY_CORS_ORIGINS']);
  const documents = parsePersistedDocuments(environment, readFile);
  const proxies = parseTrustedProxies(environment['GATEWAY_TRUSTED_PROXIES']);
  return {
    value: {
      corsOrigins: origins.value,
      persistedDocuments: documents.value,
      trustedProxies: proxies.value,
    },
    problems: [...origins.problems, ...documents.problems, ...proxies.problems],
  };
}

function parseOrigins(value: string | undefined): ParseResult<readonly string[] | '*'> {
  if (value?.trim() === '*') return { value: '*', problems: [] };
  const origins = (value ?? '')
    .split(',')
    .map((origin) => origin.trim())
    .filter((origin) => origin !== '');
  const problems = origins.flatMap((origin, index) => {
    if (origin.includes('*')) {
      return ['GATEWAY_CORS_ORIGINS must be either * alone or a list of origins without *.'];
    }
    // Browsers send the origin in this spelling only. The value may contain a password, so it is not repeated.
    return originOf(origin) === origin
      ? []
      : [
          `GATEWAY_CORS_ORIGINS: entry ${index + 1} is not an origin such as https://app.example.com. ` +
            'Use lowercase letters, no path, no trailing slash, and no default port.',
        ];
  });
  return { value: origins, problems };
}

/** Returns the origin of an http or https URL; undefined for anything else. */
function originOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, origin } = new URL(address);
  return ['http:', 'https:'].includes(protocol) ? origin : undefined;
}
