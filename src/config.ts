import { z } from 'zod';
import { problemOfPath } from './gong/rawRequests.js';

/** What the environment says, checked. Secrets live here and nowhere else. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** How to log in at Gong; null: the embedded sandbox stands in for it. */
  readonly gong: GongAccess | null;
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
  /** Bearer tokens that clients must send, by the client's name. Empty: none is asked for. */
  readonly tokens: readonly ClientToken[];
  /** Seals cursors; undefined: a random one serves as long as the process lives. */
  readonly secret: string | undefined;
  /** Most time for which nothing may move while a recording is sent, in milliseconds. */
  readonly mediaIdleTimeoutMs: number;
  /** Whether any request to Gong may be spelled out, and which paths beyond the API description. */
  readonly rawRequests: { readonly isOn: boolean; readonly furtherPaths: readonly string[] };
  /** Where clients reach the gateway, without a slash at the end; undefined: where they say they do. */
  readonly publicUrl: string | undefined;
  /** How long the sandbox takes to process a recording, in seconds. */
  readonly sandboxProcessingSeconds: number;
  readonly logLevel: string;
}

export interface GongAccess {
  /** Origin of the company's API. */
  readonly baseUrl: string;
  readonly accessKey: string;
  readonly accessKeySecret: string;
}

export interface ClientToken {
  readonly client: string;
  readonly token: string;
}

/** Every variable that is missing or malformed, each with what would be right. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
  }
}

/** Node fires at once a timer that is set for longer, in milliseconds: some 24 days. */
export const LONGEST_TIMER_MS = 2_147_483_647;

const MIB = 1024 * 1024;

type Environment = Readonly<Record<string, string | undefined>>;

const text = z.string().trim();
/** A switch that the operator spells out. */
const flag = z
  .enum(['true', 'false'], { error: 'must be true or false' })
  .transform((value) => value === 'true');
const wholeNumber = (least: number, most = Number.MAX_SAFE_INTEGER) => {
  const range = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `${least} to ${most}`;
  const problem = `must be a whole number ${range}`;
  return text
    .regex(/^\d+$/, problem)
    .transform(Number)
    .refine((value) => value >= least && value <= most, problem);
};
const timeZone = text.refine(isTimeZone, 'must be an IANA time zone, such as America/New_York');

const variables = z.object({
  HOST: text.default('127.0.0.1'),
  PORT: text
    .regex(/^\d+$/, 'must be a port from 0 to 65535')
    .transform(Number)
    .pipe(z.number().max(65_535, 'must be a port from 0 to 65535'))
    .default(4000),
  GONG_ACCESS_KEY: text.optional(),
  GONG_ACCESS_KEY_SECRET: text.optional(),
  GONG_API_BASE_URL: text.default('https://api.gong.io'),
  GONG_ALLOW_ANY_HOST: flag.default(false),
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
  GATEWAY_DEADLINE_MS: wholeNumber(1, LONGEST_TIMER_MS).default(25_000),
  GATEWAY_CACHE_TTL_SECONDS: wholeNumber(0).default(300),
  GATEWAY_CACHE_MAX_MIB: wholeNumber(1).default(128),
  GATEWAY_MAX_GONG_REQUESTS: wholeNumber(1).default(100),
  GATEWAY_MAX_QUEUED: wholeNumber(1).default(1000),
  GATEWAY_STATE_DIR: text.default('.gateway'),
  GATEWAY_RAW_REQUESTS: z.enum(['on', 'off'], { error: 'must be on or off' }).optional(),
  GATEWAY_RAW_PATHS: text.optional(),
  GATEWAY_MEDIA_IDLE_TIMEOUT_MS: wholeNumber(1, LONGEST_TIMER_MS).default(60_000),
  GATEWAY_PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://gong.example.com' })
    .refine((url) => {
      // That it is no address has been said.
      if (!URL.canParse(url)) return true;
      const { username, password, search, hash } = new URL(url);
      return `${username}${password}${search}${hash}` === '';
    }, 'must hold neither credentials nor a query or fragment')
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  SANDBOX_PROCESSING_SECONDS: wholeNumber(0, 86_400).default(30),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/, error: 'must be an address such as redis://127.0.0.1:6379' })
    .optional(),
  GATEWAY_TOKENS: text.optional(),
  GATEWAY_OPEN: flag.default(false),
  GATEWAY_SECRET: text.min(32, 'must have at least 32 characters').optional(),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: 'must be trace, debug, info, warn, error, fatal or silent',
    })
    .default('info'),
});

type Variables = z.infer<typeof variables>;

/**
 * Reads the environment: the only place that does, once, at start. An empty variable counts as unset.
 *
 * @throws ConfigError naming all that is wrong at once.
 */
export function parseConfig(environment: Environment): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = variables.safeParse(given);
  const problems: string[] = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}.`);
  // What goes wrong between variables can be said even where one of them is malformed.
  const read = (parsed.success ? parsed.data : given) as Partial<Variables>;
  problems.push(...accessProblems(read), ...oauthProblems(given), ...hostProblems(read));
  const tokens = parseTokens(given['GATEWAY_TOKENS']);
  const rawPaths = parseRawPaths(given['GATEWAY_RAW_PATHS']);
  problems.push(...tokens.problems, ...rawPaths.problems);
  if (problems.length > 0 || !parsed.success) throw new ConfigError(problems);

  const { data } = parsed;
  const { GONG_ACCESS_KEY: accessKey, GONG_ACCESS_KEY_SECRET: accessKeySecret } = data;
  return {
    host: data.HOST,
    port: data.PORT,
    gong:
      accessKey === undefined || accessKeySecret === undefined
        ? null
        : { baseUrl: new URL(data.GONG_API_BASE_URL).origin, accessKey, accessKeySecret },
    requestsPerSecond: data.GONG_REQUESTS_PER_SECOND,
    requestsPerDay: data.GONG_REQUESTS_PER_DAY,
    rateMarginMs: data.GONG_RATE_MARGIN_MS,
    dayTimeZone: data.GONG_DAY_TIME_ZONE,
    maxQueued: data.GATEWAY_MAX_QUEUED,
    maxGongRequests: data.GATEWAY_MAX_GONG_REQUESTS,
    cacheTtlSeconds: data.GATEWAY_CACHE_TTL_SECONDS,
    cacheMaxBytes: data.GATEWAY_CACHE_MAX_MIB * MIB,
    stateDir: data.GATEWAY_STATE_DIR,
    redisUrl: data.REDIS_URL,
    companyTimeZone: data.GONG_COMPANY_TIME_ZONE,
    deadlineMs: data.GATEWAY_DEADLINE_MS,
    tokens: tokens.tokens,
    secret: data.GATEWAY_SECRET,
    mediaIdleTimeoutMs: data.GATEWAY_MEDIA_IDLE_TIMEOUT_MS,
    rawRequests: {
      // In the sandbox, nothing can come to harm.
      isOn: (data.GATEWAY_RAW_REQUESTS ?? (accessKey === undefined ? 'on' : 'off')) === 'on',
      furtherPaths: rawPaths.paths,
    },
    publicUrl: data.GATEWAY_PUBLIC_URL,
    sandboxProcessingSeconds: data.SANDBOX_PROCESSING_SECONDS,
    logLevel: data.LOG_LEVEL,
  };
}

function accessProblems(read: Partial<Variables>): string[] {
  const problems: string[] = [];
  if ((read.GONG_ACCESS_KEY === undefined) !== (read.GONG_ACCESS_KEY_SECRET === undefined)) {
    const missing =
      read.GONG_ACCESS_KEY === undefined ? 'GONG_ACCESS_KEY' : 'GONG_ACCESS_KEY_SECRET';
    problems.push(`${missing} is missing: key and secret come as a pair.`);
  }
  return problems;
}

/** Ignored, they would leave someone who set them on the sandbox. */
function oauthProblems(given: Environment): string[] {
  return Object.keys(given)
    .filter((name) => name.startsWith('GONG_OAUTH_'))
    .map(
      (name) =>
        `${name} is set, but logging in at Gong by OAuth is not built yet: ` +
        'use GONG_ACCESS_KEY and GONG_ACCESS_KEY_SECRET.',
    );
}

function hostProblems(read: Partial<Variables>): string[] {
  const problems: string[] = [];
  const problem = baseUrlProblem(
    read.GONG_API_BASE_URL ?? 'https://api.gong.io',
    String(read.GONG_ALLOW_ANY_HOST) === 'true',
  );
  if (problem !== null) problems.push(problem);
  const { HOST: host = '127.0.0.1', GATEWAY_OPEN: open } = read;
  if (!isLoopback(host) && read.GATEWAY_TOKENS === undefined && String(open) !== 'true') {
    problems.push(
      `HOST is ${host}, which others can reach, and no client has to prove itself: set ` +
        'GATEWAY_TOKENS, or GATEWAY_OPEN=true to serve everyone.',
    );
  }
  return problems;
}

/** Credentials go to Gong and nowhere else, however the address is spelled. */
function baseUrlProblem(text: string, anyHost: boolean): string | null {
  const name = 'GONG_API_BASE_URL';
  if (!URL.canParse(text)) return `${name} must be an address such as https://api.gong.io.`;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return `${name} must not hold credentials.`;
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    return `${name} must be an origin alone, without a path: ${url.origin}.`;
  }
  if (anyHost) {
    return ['http:', 'https:'].includes(url.protocol) ? null : `${name} must be http or https.`;
  }
  if (url.protocol !== 'https:') return `${name} must be https.`;
  const isGong = url.hostname === 'gong.io' || url.hostname.endsWith('.gong.io');
  return isGong
    ? null
    : `${name} must be gong.io or a sub-domain of it (GONG_ALLOW_ANY_HOST=true lifts this for tests).`;
}

function parseTokens(value: string | undefined): {
  tokens: readonly ClientToken[];
  problems: readonly string[];
} {
  const tokens: ClientToken[] = [];
  const problems: string[] = [];
  const pairs = (value ?? '').split(',').filter((pair) => pair.trim() !== '');
  // Commas alone would else count as "tokens are set" and let everyone in.
  if (value !== undefined && pairs.length === 0) {
    problems.push('GATEWAY_TOKENS must hold at least one name:token pair.');
  }
  for (const [index, pair] of pairs.entries()) {
    const at = pair.indexOf(':');
    const client = pair.slice(0, at).trim();
    const token = pair.slice(at + 1).trim();
    if (at > 0 && client !== '' && token !== '') tokens.push({ client, token });
    // The pair itself may be the secret: it is named by its place.
    else problems.push(`GATEWAY_TOKENS has no name:token pair at place ${index + 1}.`);
  }
  return { tokens, problems };
}

function parseRawPaths(value: string | undefined): {
  paths: readonly string[];
  problems: readonly string[];
} {
  const paths = (value ?? '')
    .split(',')
    .map((path) => path.trim())
    .filter((path) => path !== '');
  const problems = paths.flatMap((path) => {
    // Parameters stand for a segment of any letters.
    const example = path.replace(/(?<=\/)\{\w+\}(?=\/|$)/g, 'x');
    const problem = /[{}]/.test(example)
      ? 'must hold parameters as whole segments, such as /v2/things/{id}'
      : problemOfPath(example);
    return problem === null ? [] : [`GATEWAY_RAW_PATHS holds ${path}, which ${problem}.`];
  });
  return { paths, problems };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
