import { isGongHost } from '../gong/hosts.js';
import { ALWAYS_ASKED_SCOPE } from '../graphql/scopes/needed.js';
import { flag, secret, text, type Environment, type ParseResult } from './values.js';

/** An API key of one Gong company. */
export interface GongAccess {
  /** Origin of the company's API. */
  readonly baseUrl: string;
  readonly accessKey: string;
  readonly accessKeySecret: string;
}

/** The gateway's registration as an app at Gong, for companies with OAuth 2.0. */
export interface OAuthApp {
  /** Origin of Gong's sign-in pages. */
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  /** Scopes to request; undefined: those that the schema needs. */
  readonly scopes: readonly string[] | undefined;
}

export const gongAccessVariables = {
  GONG_ACCESS_KEY: secret(text.optional()),
  GONG_ACCESS_KEY_SECRET: secret(text.optional()),
  GONG_API_BASE_URL: text.default('https://api.gong.io'),
  GONG_ALLOW_ANY_HOST: flag.default(false),
  GONG_OAUTH_CLIENT_ID: text.optional(),
  GONG_OAUTH_CLIENT_SECRET: secret(text.optional()),
  GONG_OAUTH_REDIRECT_URI: text.optional(),
  GONG_OAUTH_SCOPES: text.optional(),
  GONG_OAUTH_BASE_URL: text.default('https://app.gong.io'),
};

/** Parses the API key and the OAuth app. */
export function parseGongAccess(environment: Environment): ParseResult<{
  readonly baseUrl: string;
  readonly key: GongAccess | null;
  readonly oauth: OAuthApp | null;
}> {
  const problems: string[] = [];
  const anyHost = environment['GONG_ALLOW_ANY_HOST']?.trim() === 'true';
  const origin = (name: string, fallback: string): string => {
    const address = environment[name]?.trim() ?? fallback;
    const problem = originProblem(name, address, anyHost);
    if (problem === null) return new URL(address).origin;
    problems.push(problem);
    return fallback;
  };
  const baseUrl = origin('GONG_API_BASE_URL', 'https://api.gong.io');
  const [accessKey, accessKeySecret] = [
    environment['GONG_ACCESS_KEY']?.trim(),
    environment['GONG_ACCESS_KEY_SECRET']?.trim(),
  ];
  if ((accessKey === undefined) !== (accessKeySecret === undefined)) {
    const missing = accessKey === undefined ? 'GONG_ACCESS_KEY' : 'GONG_ACCESS_KEY_SECRET';
    problems.push(
      `${missing} is missing. Set GONG_ACCESS_KEY and GONG_ACCESS_KEY_SECRET together.`,
    );
  }
  const oauth = parseOAuth(environment, origin('GONG_OAUTH_BASE_URL', 'https://app.gong.io'));
  return {
    value: {
      baseUrl,
      key:
        accessKey === undefined || accessKeySecret === undefined
          ? null
          : { baseUrl, accessKey, accessKeySecret },
      oauth: oauth.value,
    },
    problems: [...problems, ...oauth.problems],
  };
}

function parseOAuth(environment: Environment, baseUrl: string): ParseResult<OAuthApp | null> {
  const names = Object.keys(environment).filter((name) => name.startsWith('GONG_OAUTH_'));
  if (!names.some((name) => name in gongAccessVariables)) return { value: null, problems: [] };
  const problems: string[] = [];
  const needed = (name: string, why: string): string => {
    const value = environment[name]?.trim();
    if (value === undefined) problems.push(`${name} is missing. ${why}.`);
    return value ?? '';
  };
  const app = 'Gong shows it where the app is registered';
  const clientId = needed('GONG_OAUTH_CLIENT_ID', app);
  const clientSecret = needed('GONG_OAUTH_CLIENT_SECRET', app);
  const redirectUri = needed(
    'GONG_OAUTH_REDIRECT_URI',
    "Set it to the URL of this gateway's /oauth/gong/callback, as registered at Gong",
  );
  if (redirectUri !== '') problems.push(...redirectProblems(redirectUri));
  if (environment['GATEWAY_SECRET'] === undefined) {
    problems.push(
      'GATEWAY_SECRET is required with the GONG_OAUTH_* variables: it encrypts the tokens of Gong. Set it to at least 32 random characters.',
    );
  }
  if (environment['GATEWAY_ADMIN_TOKEN'] === undefined) {
    problems.push(
      'GATEWAY_ADMIN_TOKEN is required with the GONG_OAUTH_* variables: administrators use it to connect a company to Gong. Set it to at least 16 random characters.',
    );
  }
  const scopes = parseScopes(environment['GONG_OAUTH_SCOPES']);
  return {
    value: {
      baseUrl,
      clientId,
      clientSecret,
      redirectUri,
      scopes: scopes.value,
    },
    problems: [...problems, ...scopes.problems],
  };
}

/** Parses scopes, separated by spaces or commas, and sorts them; undefined: those that the schema needs. */
export function parseScopes(value: string | undefined): ParseResult<readonly string[] | undefined> {
  if (value === undefined || value.trim() === '') return { value: undefined, problems: [] };
  const scopes = value.split(/[\s,]+/).filter((scope) => scope !== '');
  return {
    value: [...new Set([ALWAYS_ASKED_SCOPE, ...scopes])].sort(),
    problems: scopes
      .filter((scope) => !/^[\w:.-]+$/.test(scope))
      .map((scope) => `GONG_OAUTH_SCOPES contains ${JSON.stringify(scope)}, which is not a scope.`),
  };
}

function redirectProblems(address: string): readonly string[] {
  const name = 'GONG_OAUTH_REDIRECT_URI';
  if (!URL.canParse(address)) {
    return [`${name} must be a URL such as https://gong.example.com/oauth/gong/callback.`];
  }
  const { protocol, hostname, pathname, search, hash } = new URL(address);
  const problems: string[] = [];
  // Without https, someone on the network could read the code, which gives access to the company.
  if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback(hostname))) {
    problems.push(`${name} must be an https URL, unless its host is this machine.`);
  }
  if (!pathname.endsWith('/oauth/gong/callback') || search !== '' || hash !== '') {
    problems.push(`${name} must end with /oauth/gong/callback.`);
  }
  return problems;
}

/** Returns why credentials must not be sent to a URL, however it is spelled; null when they may. */
export function originProblem(name: string, address: string, anyHost: boolean): string | null {
  const example = name === 'GONG_OAUTH_BASE_URL' ? 'https://app.gong.io' : 'https://api.gong.io';
  if (!URL.canParse(address)) return `${name} must be a URL such as ${example}.`;
  const url = new URL(address);
  if (!['http:', 'https:'].includes(url.protocol)) return `${name} must be an http or https URL.`;
  if (url.username !== '' || url.password !== '') return `${name} must not contain credentials.`;
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    return `${name} must be an origin without a path. Set it to ${url.origin}.`;
  }
  if (anyHost) return null;
  if (url.protocol !== 'https:') return `${name} must be an https URL.`;
  return isGongHost(url.hostname)
    ? null
    : `${name} must be gong.io or a subdomain of it. Tests can set GONG_ALLOW_ANY_HOST=true to use another host.`;
}

/** Returns whether only this machine can reach the host. */
export function isLoopback(host: string): boolean {
  return (
    host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)
  );
}
