import { z } from 'zod';
import {
  parsePersistedDocuments,
  type PersistedDocuments,
  type ReadFile,
} from './persistedDocuments.js';
import {
  MAX_TIMER_MS,
  onOrOff,
  text,
  wholeNumber,
  type Environment,
  type ParseResult,
} from './values.js';

/** What a document may hold, before anybody looks at what it asks for. */
export interface DocumentLimits {
  /** Levels of fields below each other. */
  readonly maxDepth: number;
  readonly maxAliases: number;
  readonly maxDirectives: number;
  /** Names, numbers, strings and signs. */
  readonly maxTokens: number;
}

/** What the gateway lets clients do, whoever they are. */
export interface HttpConfig {
  readonly documentLimits: DocumentLimits;
  /** Most connections that may be open at one time. */
  readonly maxConnections: number;
  /** Most time that a client has for its headers, for its body and to take in an answer, in milliseconds. */
  readonly requestTimeoutMs: number;
  /** Whose pages may ask from a browser: origins, or everybody's. */
  readonly corsOrigins: readonly string[] | '*';
  readonly hasIntrospection: boolean;
  readonly hasGraphiql: boolean;
  readonly persistedDocuments: PersistedDocuments;
}

export const httpVariables = {
  GATEWAY_MAX_DEPTH: wholeNumber(1).default(16),
  GATEWAY_MAX_ALIASES: wholeNumber(0).default(100),
  GATEWAY_MAX_DIRECTIVES: wholeNumber(0).default(100),
  // The worst document of this length takes a twentieth of a second to validate; 2000 is a long real one.
  GATEWAY_MAX_TOKENS: wholeNumber(1, 20_000).default(3000),
  GATEWAY_MAX_CONNECTIONS: wholeNumber(1).default(1000),
  GATEWAY_REQUEST_TIMEOUT_MS: wholeNumber(1, MAX_TIMER_MS).default(30_000),
  GATEWAY_CORS_ORIGINS: text.optional(),
  GATEWAY_INTROSPECTION: onOrOff.default(true),
  GATEWAY_GRAPHIQL: onOrOff.default(true),
  GATEWAY_PERSISTED_DOCUMENTS: z
    .enum(['apq', 'off', 'only'], { error: 'must be apq, off, or only' })
    .default('apq'),
  GATEWAY_PERSISTED_DOCUMENTS_FILE: text.optional(),
};

/** What has a grammar of its own. */
export function parseHttp(
  environment: Environment,
  readFile: ReadFile,
): ParseResult<Pick<HttpConfig, 'corsOrigins' | 'persistedDocuments'>> {
  const origins = parseOrigins(environment['GATEWAY_CORS_ORIGINS']);
  const documents = parsePersistedDocuments(environment, readFile);
  return {
    value: { corsOrigins: origins.value, persistedDocuments: documents.value },
    problems: [...origins.problems, ...documents.problems],
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
    // Browsers send it just so: what is spelled otherwise would let nobody in. It may hold a password.
    return originOf(origin) === origin
      ? []
      : [
          `GATEWAY_CORS_ORIGINS: entry ${index + 1} is not an origin such as https://app.example.com. ` +
            'Use lowercase letters, no path, no trailing slash, and no default port.',
        ];
  });
  return { value: origins, problems };
}

/** The origin of an address of the web; undefined where it is none. */
function originOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, origin } = new URL(address);
  return ['http:', 'https:'].includes(protocol) ? origin : undefined;
}
