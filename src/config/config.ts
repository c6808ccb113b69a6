import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { DEFAULT_TENANT } from '../access/clients/client.js';
import { auditLogOf, type AuditLogConfig } from './auditLog.js';
import { digestOf } from '../access/clients/digest.js';
import { digestOfToken } from '../access/clients/staticTokens.js';
import { parseJwt, parseTokens, type ClientToken, type JwtOptions } from './clients.js';
import { isLoopback, parseGongAccess, type GongAccess, type OAuthApp } from './gongAccess.js';
import { nonEmptyVariables, unknownVariables } from './environment.js';
import { parseHttp, type HttpConfig, type ParsedHttp } from './http.js';
import type { ReadFile } from './persistedDocuments.js';
import { parsePolicyConfig, type PolicyConfig } from './policy.js';
import { enablingVariables, type EnablingVariable } from '../gong/endpoints/endpoint.js';
import { parseRawPaths } from './rawPaths.js';
import { parseSandbox } from './sandbox.js';
import { placeProblem } from './replica.js';
import { callParts } from '../replica/parts.js';
import type { ReplicaConfig } from '../replica/replicaConfig.js';
import { readSecretFiles } from './secretFiles.js';
import type { SubgraphOptions } from './subgraph.js';
import { parseTenants, type TenantSettings } from './tenants.js';
import { parseTraces } from './traces.js';
import { knownVariables, secretVariables, variables, type Variables } from './variables.js';
import type { Environment, ParseResult } from './values.js';
import { MIB } from '../gong/responseLimit.js';
import { SECOND_MS } from '../lib/clock.js';

export type { ClientToken, JwtOptions } from './clients.js';
export type { GongAccess, OAuthApp } from './gongAccess.js';
export type { DocumentLimits, HttpConfig } from './http.js';
export type { PersistedDocuments, TrustedDocuments } from './persistedDocuments.js';
export { MAX_TIMER_MS } from './values.js';
export { knownVariables, misspelledVariables, secretVariables, variables } from './variables.js';

/** The checked configuration from the environment. It contains the secrets. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** The default tenant's API key; null when it has none. */
  readonly gong: GongAccess | null;
  /** The gateway's OAuth app; null when OAuth is not configured. */
  readonly oauth: OAuthApp | null;
  /** Origin of Gong's API, unless a connection has its own. */
  readonly apiBaseUrl: string;
  /** Whether any host may stand for Gong, for tests and proxies. */
  readonly anyGongHost: boolean;
  /** Settings of single tenants; undefined: all connected tenants have the same settings. */
  readonly tenants: ReadonlyMap<string, TenantSettings> | undefined;
  /** Whether the built-in sandbox replaces Gong, so that all data is invented. */
  readonly isSandbox: boolean;
  /** Bearer token of administrators; undefined when there are none. */
  readonly adminToken: string | undefined;
  /** This gateway's share of the rate limit. */
  readonly requestsPerSecond: number;
  readonly requestsPerDay: number;
  /** Maximum of Gong requests per day of each client; undefined: the company's share alone limits them. */
  readonly clientRequestsPerDay?: number | undefined;
  /** Maximum of operations per minute of each client; undefined: any number. */
  readonly clientOperationsPerMinute?: number | undefined;
  /** Added to the second in which at most `requestsPerSecond` may start, in milliseconds. */
  readonly rateMarginMs: number;
  /** IANA time zone in which the company's day begins. */
  readonly dayTimeZone: string;
  /** Maximum of requests that wait for a slot. */
  readonly maxQueued: number;
  /** Maximum of Gong requests of one operation. */
  readonly maxGongRequests: number;
  /** Maximum size of a response of Gong, in bytes after decompression. */
  readonly maxGongResponseBytes: number;
  /** Maximum of objects in one response; those that were looked up count as ten. */
  readonly maxObjects: number;
  /** How long directory data is reused; 0 turns all caches off. */
  readonly cacheTtlSeconds: number;
  /** Maximum of this process's cache, as the length of the JSON. */
  readonly cacheMaxBytes: number;
  /** Folder of the state that must survive a restart, without Redis. */
  readonly stateDir: string;
  /** Redis that instances share; undefined: there is one instance. */
  readonly redisUrl: string | undefined;
  /** IANA time zone of Gong's days; undefined when unknown. */
  readonly companyTimeZone: string | undefined;
  /** Maximum time of one operation, including waits for quota. */
  readonly deadlineMs: number;
  /** How long a stopping gateway still accepts operations while it is not ready; in milliseconds. */
  readonly drainMs: number;
  /** Bearer tokens of clients. */
  readonly tokens: readonly ClientToken[];
  /** Accepted JWTs; null: none. Without tokens too, clients need not authenticate. */
  readonly jwt: JwtOptions | null;
  /** Whether only this machine is served, because clients need not authenticate. */
  readonly isLocalOnly: boolean;
  /** Whether a proxy in front of the gateway encrypts what clients send. */
  readonly isBehindTls: boolean;
  /** Seals cursors; undefined: a random secret, until the process ends. */
  readonly secret: string | undefined;
  /** A transfer fails after this time without a byte; in milliseconds. */
  readonly mediaIdleTimeoutMs: number;
  /** Whether raw requests are allowed, and to which paths beyond the API description. */
  readonly rawRequests: { readonly isOn: boolean; readonly furtherPaths: readonly string[] };
  /** The variables set to `on`, of those that enable features that are off by default. */
  readonly enabled: ReadonlySet<EnablingVariable>;
  /** Whether the audit log is shown with the tokens and IP addresses in it. */
  readonly showsAuditSecrets: boolean;
  /** Where the gateway's own audit log goes; null: there is none. */
  readonly auditLog: AuditLogConfig;
  /** What viewers may see and do. */
  readonly policy: PolicyConfig;
  /** Origin at which clients reach the gateway; undefined: the one of their requests. */
  readonly publicUrl: string | undefined;
  /** What all clients may do over HTTP. */
  readonly http: HttpConfig;
  /** What other gateways may see of the graph. */
  readonly subgraph: SubgraphOptions;
  /** The copy of a company's data, where nothing else is said of a tenant. */
  readonly replica: ReplicaConfig;
  /** How long the sandbox takes to process a recording, in seconds. */
  readonly sandboxProcessingSeconds: number;
  /** Whether the program exports traces to a collector. An embedded gateway leaves that to its program. */
  readonly exportsTraces: boolean;
  readonly logLevel: string;
}

/** All missing or invalid variables, each with the fix. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
  }
}

/** Long enough for load balancers that examine readiness every second or two. */
const DEFAULT_DRAIN_SECONDS = 5;

/**
 * Reads the environment, once at startup. No other code reads it. An empty variable counts as unset.
 *
 * @param readFile reads the files that variables name.
 * @throws ConfigError with all problems.
 */
export function parseConfig(environment: Environment, readFile: ReadFile = readText): Config {
  const given = nonEmptyVariables(environment);
  const files = readSecretFiles(given, secretVariables, readFile);
  const nonEmpty = files.value;
  const parsed = variables.safeParse(nonEmpty);
  const own = [
    ...unknownVariables(given, knownVariables),
    ...(parsed.error?.issues.map(inWords) ?? []),
  ];
  // What depends on a secret that cannot be read would be reported as missing.
  if (files.problems.length > 0) throw new ConfigError([...files.problems, ...own]);
  const parts = parseParts(nonEmpty, readFile);
  const problems = [
    ...own,
    // Problems between variables can be found even if one of them is invalid.
    ...reachProblems(parsed.data ?? nonEmpty),
    ...Object.values(parts).flatMap((part) => part.problems),
    ...replicaProblems(parsed.data ?? {}, nonEmpty, parts),
    ...metricsPortProblems(parsed.data ?? {}),
    ...adminProblems(nonEmpty),
    ...clientProblems(parts.tokens.value, parts.tenants.value, nonEmpty['GATEWAY_ADMIN_TOKEN']),
  ];
  if (problems.length > 0 || !parsed.success) throw new ConfigError(problems);
  return configOf(parsed.data, parts);
}

/**
 * Returns one secret, from its variable or its file, for programs that need little of the configuration.
 *
 * @throws ConfigError when the file cannot be used.
 */
export function readSecret(environment: Environment, name: string): string | undefined {
  const { value, problems } = readSecretFiles(nonEmptyVariables(environment), [name], readText);
  if (problems.length > 0) throw new ConfigError(problems);
  return value[name];
}

function readText(path: string): string {
  return readFileSync(path, 'utf8');
}

/** Parses variables with a syntax of their own. */
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
    traces: parseTraces(environment),
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
    clientRequestsPerDay: data.GATEWAY_CLIENT_REQUESTS_PER_DAY,
    clientOperationsPerMinute: data.GATEWAY_CLIENT_OPERATIONS_PER_MINUTE,
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
    drainMs: drainMsOf(data),
    tokens: parts.tokens.value,
    jwt: parts.jwt.value,
    isLocalOnly: !isReachable(data),
    isBehindTls: data.GATEWAY_BEHIND_TLS ?? data.GATEWAY_PUBLIC_URL?.startsWith('https:') ?? false,
    secret: data.GATEWAY_SECRET,
    mediaIdleTimeoutMs: data.GATEWAY_MEDIA_IDLE_TIMEOUT_MS,
    rawRequests: {
      // In the sandbox, raw requests can do no harm.
      isOn: data.GATEWAY_RAW_REQUESTS ?? isSandbox,
      furtherPaths: parts.rawPaths.value,
    },
    enabled: new Set(enablingVariables.filter((name) => data[name])),
    showsAuditSecrets: data.GATEWAY_AUDIT_SECRETS === 'show',
    auditLog: auditLogOf(data.GATEWAY_AUDIT_LOG, data.GATEWAY_STATE_DIR),
    policy: parts.policy.value,
    publicUrl: data.GATEWAY_PUBLIC_URL,
    http: httpOf(data, parts.http.value),
    subgraph: { hasNode: data.GATEWAY_SUBGRAPH_NODE },
    replica: replicaOf(data, isSandbox),
    sandboxProcessingSeconds: data.SANDBOX_PROCESSING_SECONDS,
    exportsTraces: parts.traces.value,
    logLevel: data.LOG_LEVEL,
  };
}

/** A gateway that serves only this machine has no load balancer that must notice its stop. */
function drainMsOf(data: Variables): number {
  const fallback = isReachable(data) ? DEFAULT_DRAIN_SECONDS : 0;
  return (data.GATEWAY_DRAIN_SECONDS ?? fallback) * SECOND_MS;
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

/** A copy of calls must be encrypted, and instances must not have different ones. */
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

function httpOf(data: Variables, parsed: ParsedHttp): HttpConfig {
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
    metricsToken: data.GATEWAY_METRICS_TOKEN,
    metricsPort: data.GATEWAY_METRICS_PORT,
    ...parsed,
  };
}

function inWords({ path, message }: z.core.$ZodIssue): string {
  return `${String(path[0])} ${message}.`;
}

/** Without authentication, anyone who can reach the gateway sees the whole company, so an operator must allow that. */
function reachProblems(variables: Partial<Variables>): readonly string[] {
  const { HOST: host = '127.0.0.1' } = variables;
  if (isLoopback(host) || isReachable(variables)) return [];
  return [
    `HOST is ${host}, which other machines can reach, but no authentication is configured. Set ` +
      'GATEWAY_TOKENS, such as web:TOKEN with a random TOKEN, or GATEWAY_JWKS_URL, or set GATEWAY_OPEN=true to serve ' +
      'every client.',
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

/** Port 0 takes any free one, which differs each time. */
function metricsPortProblems({
  PORT: port,
  GATEWAY_METRICS_PORT: metricsPort,
}: Pick<Partial<Variables>, 'PORT' | 'GATEWAY_METRICS_PORT'>): readonly string[] {
  if (metricsPort === undefined || metricsPort === 0 || metricsPort !== port) return [];
  return [
    `GATEWAY_METRICS_PORT must differ from PORT; both are ${port}. Unset it to serve /metrics on PORT.`,
  ];
}

/** Returns whether other machines can reach the gateway. */
function isReachable(variables: Partial<Variables>): boolean {
  const { GATEWAY_TOKENS: tokens, GATEWAY_JWKS_URL: jwksUrl, GATEWAY_OPEN: open } = variables;
  return tokens !== undefined || jwksUrl !== undefined || String(open) === 'true';
}

function clientProblems(
  tokens: readonly ClientToken[],
  tenants: ReadonlyMap<string, TenantSettings> | undefined,
  adminToken: string | undefined,
): readonly string[] {
  const adminDigest = adminToken === undefined ? null : digestOf(adminToken.trim());
  const unlisted = tokens
    .map(({ tenant }) => tenant)
    .filter((tenant) => tenant !== DEFAULT_TENANT && tenants?.has(tenant) === false);
  return [
    ...[...new Set(unlisted)].map(
      (tenant) =>
        `GATEWAY_TOKENS names the tenant ${tenant}, which GATEWAY_TENANTS_FILE does not list.`,
    ),
    ...(tokens.some((token) => adminDigest?.equals(digestOfToken(token)) === true)
      ? ['GATEWAY_ADMIN_TOKEN must differ from every token in GATEWAY_TOKENS.']
      : []),
  ];
}

/** Returns whether tokens cross the network in clear, as far as the gateway knows. */
export function sendsTokensInClear({
  host,
  tokens,
  jwt,
  adminToken,
  isBehindTls,
}: Pick<Config, 'host' | 'tokens' | 'jwt' | 'adminToken' | 'isBehindTls'>): boolean {
  const hasTokens = tokens.length > 0 || jwt !== null || adminToken !== undefined;
  return hasTokens && !isBehindTls && !isLoopback(host);
}
