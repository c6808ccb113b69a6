import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { DEFAULT_TENANT } from '../access/clients/client.js';
import {
  clientVariables,
  parseJwt,
  parseTokens,
  type ClientToken,
  type JwtOptions,
} from './clients.js';
import {
  gongAccessVariables,
  isLoopback,
  parseGongAccess,
  type GongAccess,
  type OAuthApp,
} from './gongAccess.js';
import { nonEmptyVariables, unknownVariables } from './environment.js';
import { httpVariables, parseHttp, type HttpConfig } from './http.js';
import type { ReadFile } from './persistedDocuments.js';
import { parsePolicyConfig, policyVariables, type PolicyConfig } from './policy.js';
import { enablingVariables, type EnablingVariable } from '../gong/endpoints/endpoint.js';
import { parseRawPaths } from './rawPaths.js';
import { parseSandbox, sandboxVariables } from './sandbox.js';
import { placeProblem, replicaVariables } from './replica.js';
import { callParts } from '../replica/parts.js';
import type { ReplicaConfig } from '../replica/replicaConfig.js';
import { subgraphVariables, type SubgraphOptions } from './subgraph.js';
import { parseTenants, type TenantSettings } from './tenants.js';
import {
  MAX_TIMER_MS,
  onOrOff,
  text,
  timeZone,
  wholeNumber,
  type Environment,
  type ParseResult,
} from './values.js';
import { DEFAULT_MAX_RESPONSE_MIB, MIB } from '../gong/responseLimit.js';

export type { ClientToken, JwtOptions } from './clients.js';
export type { GongAccess, OAuthApp } from './gongAccess.js';
export type { DocumentLimits, HttpConfig } from './http.js';
export type { PersistedDocuments, TrustedDocuments } from './persistedDocuments.js';
export { MAX_TIMER_MS } from './values.js';

/** What the environment says, checked. Secrets live here and nowhere else. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** How the default tenant logs in at Gong by API key; null: it doesn't. */
  readonly gong: GongAccess | null;
  /** How companies log in at Gong by OAuth 2.0; null: they can't. */
  readonly oauth: OAuthApp | null;
  /** Origin of Gong's API, where nobody says otherwise. */
  readonly apiBaseUrl: string;
  /** Whether Gong may be any host: for tests and proxies. */
  readonly anyGongHost: boolean;
  /** What differs for single tenants; undefined: every tenant that is connected is served alike. */
  readonly tenants: ReadonlyMap<string, TenantSettings> | undefined;
  /** Whether the embedded sandbox stands in for Gong, so that all data is invented. */
  readonly isSandbox: boolean;
  /** Bearer token of whoever connects companies to Gong; undefined: nobody does. */
  readonly adminToken: string | undefined;
  /** This gateway's share of the company's quota. */
  readonly requestsPerSecond: number;
  readonly requestsPerDay: number;
  /** Added to the second in which no more than `requestsPerSecond` may start, in milliseconds. */
  readonly rateMarginMs: number;
  /** IANA zone in which the company's day of requests begins. */
  readonly dayTimeZone: string;
  /** Most requests that may wait for their slot at one time. */
  readonly maxQueued: number;
  /** Most Gong requests that one operation may cost. */
  readonly maxGongRequests: number;
  /** Most bytes of one response of Gong, after decompression. */
  readonly maxGongResponseBytes: number;
  /** Most objects that one answer may hold; those that are looked up count as ten. */
  readonly maxObjects: number;
  /** How long directory data serves; 0 turns every cache off. */
  readonly cacheTtlSeconds: number;
  /** Most that is cached in this process, as the length of the answers' JSON. */
  readonly cacheMaxBytes: number;
  /** Where what must survive a restart is kept, when there is no Redis. */
  readonly stateDir: string;
  /** Where replicas share quota and cache; undefined: this process is alone. */
  readonly redisUrl: string | undefined;
  /** IANA zone by whose days Gong counts; undefined where not known. */
  readonly companyTimeZone: string | undefined;
  /** Most time that one operation may take, waiting for quota included. */
  readonly deadlineMs: number;
  /** Bearer tokens that clients may send, by the client's name. */
  readonly tokens: readonly ClientToken[];
  /** Which JWTs clients may send instead; null: none. With no tokens either, nobody is asked for one. */
  readonly jwt: JwtOptions | null;
  /** Whether it serves this machine only, because it could tell clients by nothing. */
  readonly isLocalOnly: boolean;
  /** Seals cursors; undefined: a random one serves as long as the process lives. */
  readonly secret: string | undefined;
  /** Most time for which nothing may move while a recording is sent, in milliseconds. */
  readonly mediaIdleTimeoutMs: number;
  /** Whether any request to Gong may be spelled out, and which paths beyond the API description. */
  readonly rawRequests: { readonly isOn: boolean; readonly furtherPaths: readonly string[] };
  /** The variables that an operator set to `on`, of those that enable what is off by default. */
  readonly enabled: ReadonlySet<EnablingVariable>;
  /** Whether the audit log is shown with the tokens and IP addresses in it. */
  readonly showsAuditSecrets: boolean;
  /** What viewers may see and do. */
  readonly policy: PolicyConfig;
  /** Where clients reach the gateway, without a slash at the end; undefined: where they say they do. */
  readonly publicUrl: string | undefined;
  /** What the gateway lets clients do, whoever they are. */
  readonly http: HttpConfig;
  /** What of the graph other gateways are told. */
  readonly subgraph: SubgraphOptions;
  /** The copy of a company's data, where nothing else is said of a tenant. */
  readonly replica: ReplicaConfig;
  /** How long the sandbox takes to process a recording, in seconds. */
  readonly sandboxProcessingSeconds: number;
  readonly logLevel: string;
}

/** Every variable that is missing or malformed, each with what would be right. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
  }
}

/** Every variable with its rules. Group, unit, and example of each are in scripts/docs/variables.ts. */
export const variables = z.object({
  HOST: text.default('127.0.0.1'),
  PORT: text
    .regex(/^\d+$/, 'must be a port from 0 to 65535')
    .transform(Number)
    .pipe(z.number().max(65_535, 'must be a port from 0 to 65535'))
    .default(4000),
  NODE_ENV: text.optional(),
  ...gongAccessVariables,
  GONG_REQUESTS_PER_SECOND: text
    .regex(/^\d+(\.\d+)?$/, 'must be a number of at least 0.001')
    .transform(Number)
    // Its reciprocal is a timer's.
    .refine((value) => value >= 0.001, 'must be a number of at least 0.001')
    .default(3),
  GONG_REQUESTS_PER_DAY: wholeNumber(1).default(10_000),
  GONG_RATE_MARGIN_MS: wholeNumber(0, 1000).default(15),
  GONG_COMPANY_TIME_ZONE: timeZone.optional(),
  GONG_DAY_TIME_ZONE: timeZone.default('UTC'),
  GATEWAY_DEADLINE_MS: wholeNumber(1, MAX_TIMER_MS).default(25_000),
  GATEWAY_CACHE_TTL_SECONDS: wholeNumber(0).default(300),
  GATEWAY_CACHE_MAX_MIB: wholeNumber(1).default(128),
  GATEWAY_MAX_GONG_REQUESTS: wholeNumber(1).default(100),
  GATEWAY_MAX_GONG_RESPONSE_MIB: wholeNumber(1).default(DEFAULT_MAX_RESPONSE_MIB),
  // One or two seconds' work where nothing has to be read.
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
  GATEWAY_MEDIA_IDLE_TIMEOUT_MS: wholeNumber(1, MAX_TIMER_MS).default(60_000),
  GATEWAY_PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be a URL such as https://gong.example.com' })
    .refine((url) => {
      // That it is no address has been said.
      if (!URL.canParse(url)) return true;
      const { username, password, search, hash } = new URL(url);
      return `${username}${password}${search}${hash}` === '';
    }, 'must not contain credentials, a query, or a fragment')
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  ...httpVariables,
  ...subgraphVariables,
  ...replicaVariables,
  ...sandboxVariables,
  REDIS_URL: z
    .url({ protocol: /^rediss?$/, error: 'must be a URL such as redis://127.0.0.1:6379' })
    .optional(),
  ...clientVariables,
  GATEWAY_TENANTS_FILE: text.optional(),
  ...policyVariables,
  GATEWAY_ADMIN_TOKEN: text.min(16, 'must have at least 16 characters').optional(),
  GATEWAY_SECRET: text.min(32, 'must have at least 32 characters').optional(),
  // Of the programs that ask a gateway; known to the gateway too, which may run in the same shell.
  GATEWAY_URL: z
    .url({ protocol: /^https?$/, error: 'must be a URL such as https://gateway.example.com' })
    .optional(),
  GATEWAY_CLIENT_TOKEN: text.optional(),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: 'must be trace, debug, info, warn, error, fatal, or silent',
    })
    .default('info'),
});

type Variables = z.infer<typeof variables>;

/** Names of all variables that mean something to the gateway or to its sandbox. */
export const knownVariables: readonly string[] = Object.keys(variables.shape);

/** Returns a problem for each variable that is misspelled, for programs that need little of the configuration. */
export function misspelledVariables(environment: Environment): readonly string[] {
  return unknownVariables(nonEmptyVariables(environment), knownVariables);
}

/**
 * Reads the environment: the only place that does, once, at start. An empty variable counts as unset.
 *
 * @param readFile reads the files that it names.
 * @throws ConfigError naming all that is wrong at once.
 */
export function parseConfig(
  environment: Environment,
  readFile: ReadFile = (path) => readFileSync(path, 'utf8'),
): Config {
  const nonEmpty = nonEmptyVariables(environment);
  const parsed = variables.safeParse(nonEmpty);
  const parts = parseParts(nonEmpty, readFile);
  const problems = [
    ...unknownVariables(nonEmpty, knownVariables),
    ...(parsed.error?.issues.map(inWords) ?? []),
    // What goes wrong between variables can be said even where one of them is malformed.
    ...reachProblems(parsed.data ?? nonEmpty),
    ...Object.values(parts).flatMap((part) => part.problems),
    ...replicaProblems(parsed.data ?? {}, nonEmpty, parts),
    ...adminProblems(nonEmpty),
    ...clientProblems(parts.tokens.value, parts.tenants.value, nonEmpty['GATEWAY_ADMIN_TOKEN']),
  ];
  if (problems.length > 0 || !parsed.success) throw new ConfigError(problems);
  return configOf(parsed.data, parts);
}

/** What has a grammar of its own. */
function parseParts(environment: Environment, readFile: ReadFile) {
  return {
    access: parseGongAccess(environment),
    tokens: parseTokens(environment['GATEWAY_TOKENS']),
    jwt: parseJwt(environment),
    rawPaths: parseRawPaths(environment['GATEWAY_RAW_PATHS']),
    tenants: readTenants(environment['GATEWAY_TENANTS_FILE'], readFile),
    http: parseHttp(environment, readFile),
    policy: parsePolicyConfig(environment),
    sandbox: parseSandbox(environment),
  };
}

function configOf(data: Variables, parts: ReturnType<typeof parseParts>): Config {
  const isSandbox = parts.sandbox.value;
  return {
    host: data.HOST,
    port: data.PORT,
    gong: parts.access.value.key,
    oauth: parts.access.value.oauth,
    apiBaseUrl: parts.access.value.baseUrl,
    anyGongHost: data.GONG_ALLOW_ANY_HOST,
    tenants: parts.tenants.value,
    isSandbox,
    adminToken: data.GATEWAY_ADMIN_TOKEN,
    requestsPerSecond: data.GONG_REQUESTS_PER_SECOND,
    requestsPerDay: data.GONG_REQUESTS_PER_DAY,
    rateMarginMs: data.GONG_RATE_MARGIN_MS,
    dayTimeZone: data.GONG_DAY_TIME_ZONE,
    maxQueued: data.GATEWAY_MAX_QUEUED,
    maxGongRequests: data.GATEWAY_MAX_GONG_REQUESTS,
    maxGongResponseBytes: data.GATEWAY_MAX_GONG_RESPONSE_MIB * MIB,
    maxObjects: data.GATEWAY_MAX_OBJECTS,
    cacheTtlSeconds: data.GATEWAY_CACHE_TTL_SECONDS,
    cacheMaxBytes: data.GATEWAY_CACHE_MAX_MIB * MIB,
    stateDir: data.GATEWAY_STATE_DIR,
    redisUrl: data.REDIS_URL,
    companyTimeZone: data.GONG_COMPANY_TIME_ZONE,
    deadlineMs: data.GATEWAY_DEADLINE_MS,
    tokens: parts.tokens.value,
    jwt: parts.jwt.value,
    isLocalOnly: !isReachable(data),
    secret: data.GATEWAY_SECRET,
    mediaIdleTimeoutMs: data.GATEWAY_MEDIA_IDLE_TIMEOUT_MS,
    rawRequests: {
      // In the sandbox, nothing can come to harm.
      isOn: data.GATEWAY_RAW_REQUESTS ?? isSandbox,
      furtherPaths: parts.rawPaths.value,
    },
    enabled: new Set(enablingVariables.filter((name) => data[name])),
    showsAuditSecrets: data.GATEWAY_AUDIT_SECRETS === 'show',
    policy: parts.policy.value,
    publicUrl: data.GATEWAY_PUBLIC_URL,
    http: httpOf(data, parts.http.value),
    subgraph: { hasNode: data.GATEWAY_SUBGRAPH_NODE },
    replica: replicaOf(data, isSandbox),
    sandboxProcessingSeconds: data.SANDBOX_PROCESSING_SECONDS,
    logLevel: data.LOG_LEVEL,
  };
}

function replicaOf(data: Variables, isSandbox: boolean): ReplicaConfig {
  return {
    // Beside Redis, there may be other instances, with which a file can't be shared.
    place: data.GATEWAY_REPLICA ?? (isSandbox && data.REDIS_URL === undefined ? 'file' : 'off'),
    holds: data.GATEWAY_REPLICA_HOLDS ?? new Set(callParts),
    sinceDays: data.GATEWAY_REPLICA_SINCE_DAYS,
    keepDays: data.GATEWAY_REPLICA_KEEP_DAYS ?? null,
    crmFields: data.GATEWAY_REPLICA_CRM_FIELDS,
    answersWhenGongFails: data.GATEWAY_REPLICA_WHEN_GONG_FAILS,
    requestsPerDay: data.GATEWAY_SYNC_REQUESTS_PER_DAY,
    fillRequestsPerDay: data.GATEWAY_SYNC_FILL_REQUESTS_PER_DAY,
  };
}

/** A copy of customers' speech must not be readable for whoever finds it, nor differ between instances. */
function replicaProblems(
  { GATEWAY_REPLICA: place }: Pick<Partial<Variables>, 'GATEWAY_REPLICA'>,
  given: Environment,
  { tenants, sandbox }: ReturnType<typeof parseParts>,
): readonly string[] {
  const { REDIS_URL: redisUrl, GATEWAY_SECRET: secret } = given;
  const surroundings = { isSandbox: sandbox.value, redisUrl, secret };
  const places = [
    ['GATEWAY_REPLICA', place] as const,
    ...[...(tenants.value ?? [])].map(
      ([tenant, { replica }]) =>
        [`GATEWAY_TENANTS_FILE, ${tenant}.replica`, replica?.place] as const,
    ),
  ];
  return places.flatMap(([name, each = 'off']) => {
    const problem = placeProblem(each, surroundings);
    return problem === null ? [] : [`${name} ${problem}`];
  });
}

function httpOf(
  data: Variables,
  parsed: Pick<HttpConfig, 'corsOrigins' | 'persistedDocuments'>,
): HttpConfig {
  return {
    documentLimits: {
      maxDepth: data.GATEWAY_MAX_DEPTH,
      maxAliases: data.GATEWAY_MAX_ALIASES,
      maxDirectives: data.GATEWAY_MAX_DIRECTIVES,
      maxTokens: data.GATEWAY_MAX_TOKENS,
    },
    maxConnections: data.GATEWAY_MAX_CONNECTIONS,
    requestTimeoutMs: data.GATEWAY_REQUEST_TIMEOUT_MS,
    hasIntrospection: data.GATEWAY_INTROSPECTION,
    hasGraphiql: data.GATEWAY_GRAPHIQL,
    ...parsed,
  };
}

function inWords({ path, message }: z.core.$ZodIssue): string {
  return `${String(path[0])} ${message}.`;
}

/** Whoever can reach the gateway sees the whole company, unless it is told whom to serve. */
function reachProblems(variables: Partial<Variables>): readonly string[] {
  const { HOST: host = '127.0.0.1' } = variables;
  if (isLoopback(host) || isReachable(variables)) return [];
  return [
    `HOST is ${host}, which other machines can reach, but no authentication is configured. Set ` +
      'GATEWAY_TOKENS or GATEWAY_JWKS_URL, or set GATEWAY_OPEN=true to serve every client.',
  ];
}

function readTenants(
  path: string | undefined,
  readFile: ReadFile,
): ParseResult<ReadonlyMap<string, TenantSettings> | undefined> {
  if (path === undefined) return { value: undefined, problems: [] };
  let content: string;
  try {
    content = readFile(path);
  } catch {
    return {
      value: undefined,
      problems: [
        'GATEWAY_TENANTS_FILE cannot be read. Set it to the path of a file that the gateway may read.',
      ],
    };
  }
  return parseTenants(content);
}

function adminProblems(environment: Environment): readonly string[] {
  const { GATEWAY_ADMIN_TOKEN: token, GATEWAY_SECRET: secret, ...rest } = environment;
  const isSaid = 'GONG_OAUTH_CLIENT_ID' in rest;
  return token === undefined || secret !== undefined || isSaid
    ? []
    : [
        'GATEWAY_SECRET is required with GATEWAY_ADMIN_TOKEN: it encrypts stored credentials. Set it to at least 32 random characters.',
      ];
}

/** Whether others than this machine may be served. */
function isReachable(variables: Partial<Variables>): boolean {
  const { GATEWAY_TOKENS: tokens, GATEWAY_JWKS_URL: jwksUrl, GATEWAY_OPEN: open } = variables;
  return tokens !== undefined || jwksUrl !== undefined || String(open) === 'true';
}

function clientProblems(
  tokens: readonly ClientToken[],
  tenants: ReadonlyMap<string, TenantSettings> | undefined,
  adminToken: string | undefined,
): readonly string[] {
  const unlisted = tokens
    .map(({ tenant }) => tenant)
    .filter((tenant) => tenant !== DEFAULT_TENANT && tenants?.has(tenant) === false);
  return [
    ...[...new Set(unlisted)].map(
      (tenant) =>
        `GATEWAY_TOKENS names the tenant ${tenant}, which GATEWAY_TENANTS_FILE does not list.`,
    ),
    ...(tokens.some(({ token }) => token === adminToken?.trim())
      ? ['GATEWAY_ADMIN_TOKEN must differ from every token in GATEWAY_TOKENS.']
      : []),
  ];
}
