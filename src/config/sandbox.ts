import { z } from 'zod';
import { isLoopback } from './gongAccess.js';
import { onOrOff, text, wholeNumber, type Environment, type ParseResult } from './values.js';

export const sandboxVariables = {
  GONG_SANDBOX: onOrOff.optional(),
  SANDBOX_PROCESSING_SECONDS: wholeNumber(0, 86_400).default(30),
  // Used by `npm run sandbox` only, and known to the gateway, which may run in the same shell.
  SANDBOX_HOST: text.default('127.0.0.1'),
  SANDBOX_PORT: wholeNumber(0, 65_535).default(4010),
  SANDBOX_OAUTH_CONSENT: z
    .enum(['at once', 'page'], { error: 'must be "page" or "at once"' })
    .default('at once'),
  SANDBOX_OAUTH_REDIRECT_URI: z.url({ error: 'must be a URL' }).optional(),
};

/** Variables that connect companies. With any of them, the sandbox would hide a company's own data. */
const CREDENTIALS = /^(GONG_ACCESS_|GONG_OAUTH_|GATEWAY_ADMIN_TOKEN$|GATEWAY_TENANTS_FILE$)/;

/**
 * Returns whether the built-in sandbox replaces Gong. Invented data instead of a company's is worse than no data. So
 * it starts by itself only when no other clients could be served and no variable mentions Gong.
 */
export function parseSandbox(environment: Environment): ParseResult<boolean> {
  const { GONG_SANDBOX: asked, HOST: host = '127.0.0.1', NODE_ENV: mode = '' } = environment;
  const names = Object.keys(environment);
  const credentials = names.filter((name) => CREDENTIALS.test(name));
  if (asked?.trim() === 'on') {
    return { value: true, problems: credentials.length === 0 ? [] : [contradiction(credentials)] };
  }
  // Another value is reported elsewhere.
  const isMalformed = asked !== undefined && asked.trim() !== 'off';
  if (isMalformed || hasAccess(environment)) return { value: false, problems: [] };
  const settings = names.filter((name) => name.startsWith('GONG_') && name !== 'GONG_SANDBOX');
  const reasons = [
    ...(asked === undefined ? [] : ['GONG_SANDBOX is off']),
    ...(isLoopback(host.trim()) ? [] : [`HOST is ${host.trim()}`]),
    ...(mode.trim() === 'production' ? ['NODE_ENV is production'] : []),
    ...settings.map((name) => `${name} is set`),
  ];
  if (reasons.length === 0) return { value: true, problems: [] };
  const state = credentials.length === 0 ? 'missing' : 'incomplete';
  return {
    value: false,
    problems: [
      `Gong credentials are ${state}, and the sandbox does not start by itself because ${inWords(reasons)}. ` +
        'Set GONG_ACCESS_KEY and GONG_ACCESS_KEY_SECRET to serve your company (docs/how-to/connect-companies.md names other ways to ' +
        'connect one), or GONG_SANDBOX=on to serve the invented data of the sandbox.',
    ],
  };
}

/** Returns whether the environment connects a company, or allows connecting one. */
function hasAccess(environment: Environment): boolean {
  const isSet = (...names: readonly string[]): boolean =>
    names.every((name) => name in environment);
  return (
    isSet('GONG_ACCESS_KEY', 'GONG_ACCESS_KEY_SECRET') ||
    isSet('GONG_OAUTH_CLIENT_ID', 'GONG_OAUTH_CLIENT_SECRET', 'GONG_OAUTH_REDIRECT_URI') ||
    isSet('GATEWAY_ADMIN_TOKEN') ||
    isSet('GATEWAY_TENANTS_FILE')
  );
}

function contradiction(credentials: readonly string[]): string {
  return (
    `GONG_SANDBOX must not be on together with ${credentials.join(', ')}: the sandbox serves invented data, never a ` +
    "company's. Unset one or the other."
  );
}

function inWords(reasons: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(reasons);
}
