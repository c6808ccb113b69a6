import { createFaults, type Faults } from '../faults.js';
import type { Random } from '../random.js';
import type { RecordedRequest, SandboxRequest, SandboxResponse } from '../requests.js';
import { headerOf, originOf, textResponse } from '../responses.js';
import { authorize } from './authorize.js';
import { createGrants, type SandboxGrant } from './grants.js';
import type { OAuthOptions } from './options.js';
import { generateCustomerToken } from './token.js';

export { DEFAULT_OAUTH_APP, resolveOAuth, type OAuthOptions } from './options.js';
export type { SandboxGrant } from './grants.js';

/** A request to Gong's log-in pages; they are no part of its API. */
export interface RecordedOAuthRequest extends RecordedRequest {
  operationId: 'authorize' | 'generateCustomerToken';
  /** From query and form body together: secrets included, as they were sent. */
  parameters: Readonly<Record<string, string>>;
}

/** The log-in pages, as a test sees them. */
export interface SandboxOAuth {
  /** Every grant so far, the oldest first, as it stands now. */
  readonly grants: readonly SandboxGrant[];
  /** Ends a grant, as an administrator at Gong does. */
  revoke: (grantId: string) => void;
  /** Lets every access token given out so far expire now; refresh tokens stay. */
  expireAccessTokens: () => void;
  /** Requests to these pages in order of arrival; they count towards no limit and are in no other list. */
  readonly requests: readonly RecordedOAuthRequest[];
  /** How many tokens were asked for, granted or not; of one grant type where it is named. */
  tokenRequests: (grantType?: 'authorization_code' | 'refresh_token') => number;
  /** Scripted faults of these pages. The tokens change even where the answer is lost. */
  readonly faults: Faults;
}

/** What the sandbox itself asks of the log-in pages. */
export interface OAuthPages extends SandboxOAuth {
  /** The honest answer and its record; undefined where the request is for the API. */
  answer: (
    request: SandboxRequest,
  ) => { recorded: RecordedOAuthRequest; honest: SandboxResponse } | undefined;
  /** Whom a bearer token stands for; undefined where it is none of these pages'. */
  credentialOf: (request: SandboxRequest) => { scopes: readonly string[] } | undefined;
}

const METHODS = {
  '/oauth2/authorize': ['GET', 'POST'],
  '/oauth2/generate-customer-token': ['POST'],
} as const;

/** The log-in pages without any grant. */
export const createOAuthPages = (
  options: OAuthOptions,
  now: () => number,
  random: Random,
): OAuthPages => {
  const grants = createGrants(options, now, random);
  const requests: RecordedOAuthRequest[] = [];
  return {
    get grants() {
      return grants.all;
    },
    revoke: grants.revoke,
    expireAccessTokens: grants.expireAccessTokens,
    requests,
    tokenRequests: (grantType) =>
      requests.filter(
        ({ operationId, parameters }) =>
          operationId === 'generateCustomerToken' &&
          (grantType === undefined || parameters['grant_type'] === grantType),
      ).length,
    faults: createFaults(),
    answer: (request) => {
      const recorded = record(request, now());
      if (recorded === undefined) return undefined;
      requests.push(recorded);
      const allowed = METHODS[recorded.path as keyof typeof METHODS] as readonly string[];
      if (!allowed.includes(recorded.method)) {
        return { recorded, honest: textResponse(405, '', { allow: allowed.join(', ') }) };
      }
      const { parameters } = recorded;
      const honest =
        recorded.operationId === 'authorize'
          ? authorize(options, grants, parameters)
          : generateCustomerToken(options, grants, {
              authorization: headerOf(request, 'authorization'),
              parameters,
              origin: originOf(request) ?? 'http://sandbox.invalid',
              now: recorded.at,
            });
      return { recorded, honest };
    },
    credentialOf: (request) => {
      const [, token] = /^bearer\s+(.+)$/i.exec(headerOf(request, 'authorization') ?? '') ?? [];
      const { baseUrlForCustomer } = options;
      const origin = originOf(request);
      if (token === undefined) return undefined;
      // Gong refuses a token on another company's host with the same words as one that was revoked.
      const isElsewhere =
        baseUrlForCustomer !== undefined &&
        origin !== undefined &&
        origin !== new URL(baseUrlForCustomer).origin;
      return isElsewhere ? undefined : grants.ofAccessToken(token);
    },
  };
};

const record = (request: SandboxRequest, at: number): RecordedOAuthRequest | undefined => {
  const { pathname, searchParams } = new URL(request.url, 'http://sandbox.invalid');
  if (!(pathname in METHODS)) return undefined;
  const { body = '' } = request;
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(
    headerOf(request, 'content-type') ?? '',
  );
  const query = Object.fromEntries(searchParams);
  const form = isForm ? Object.fromEntries(new URLSearchParams(body)) : {};
  return {
    operationId: pathname === '/oauth2/authorize' ? 'authorize' : 'generateCustomerToken',
    method: request.method.toUpperCase(),
    path: pathname,
    query,
    body: isForm ? form : body || undefined,
    form: undefined,
    parameters: { ...query, ...form },
    at,
    status: null,
  };
};
