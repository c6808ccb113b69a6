import type { SandboxResponse } from '../requests.js';
import { jsonResponse } from '../responses.js';
import type { Grants, SandboxGrant } from './grants.js';
import type { OAuthOptions } from './options.js';

/** A token request, taken apart. */
export interface TokenRequest {
  /** The `Authorization` header. */
  readonly authorization: string | undefined;
  /** From the query and the form body alike. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Where it was sent, an origin. */
  readonly origin: string;
  /** Milliseconds of the sandbox's clock. */
  readonly now: number;
}

/** A refusal as the standard words it. */
class TokenError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    description: string,
  ) {
    super(description);
  }
}

/** `POST /oauth2/generate-customer-token`: a code or a refresh token for a new pair of tokens. */
export const generateCustomerToken = (
  options: OAuthOptions,
  grants: Grants,
  request: TokenRequest,
): SandboxResponse => {
  try {
    return answer(options, exchange(options, grants, request), request);
  } catch (error) {
    if (!(error instanceof TokenError)) throw error;
    return jsonResponse(error.status, { error: error.code, error_description: error.message });
  }
};

const exchange = (
  { clientId, clientSecret }: OAuthOptions,
  grants: Grants,
  { authorization = '', parameters }: TokenRequest,
): SandboxGrant => {
  const pair = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
  const isOurs = /^basic\s+/i.test(authorization) && authorization.split(/\s+/)[1] === pair;
  if (!isOurs || (parameters['client_id'] ?? clientId) !== clientId) {
    throw new TokenError(401, 'invalid_client', 'Client id or secret is not valid.');
  }
  switch (parameters['grant_type']) {
    case 'authorization_code': {
      const agreement = grants.takeCode(needed(parameters, 'code'));
      if (agreement === undefined) throw invalidGrant('Authorization code is invalid');
      if (needed(parameters, 'redirect_uri') !== agreement.redirectUri) {
        throw invalidGrant('Redirect URI is not that of the authorization');
      }
      return grants.grant(agreement.scopes);
    }
    case 'refresh_token': {
      const grant = grants.refresh(needed(parameters, 'refresh_token'));
      if (grant === undefined) throw invalidGrant('Refresh token code is invalid');
      return grant;
    }
    case undefined:
    default:
      throw new TokenError(
        400,
        parameters['grant_type'] === undefined ? 'invalid_request' : 'unsupported_grant_type',
        'grant_type must be authorization_code or refresh_token',
      );
  }
};

const needed = (parameters: Readonly<Record<string, string>>, name: string): string => {
  const value = parameters[name];
  if (value === undefined) throw new TokenError(400, 'invalid_request', `${name} is missing`);
  return value;
};

const invalidGrant = (description: string): TokenError =>
  new TokenError(400, 'invalid_grant', description);

const answer = (
  { baseUrlForCustomer }: OAuthOptions,
  { accessToken, refreshToken, scopes, accessExpiresAt }: SandboxGrant,
  { origin, now }: TokenRequest,
): SandboxResponse =>
  jsonResponse(
    200,
    {
      access_token: accessToken,
      refresh_token: refreshToken,
      expires_in: Math.round((accessExpiresAt - now) / 1000),
      token_type: 'bearer',
      scope: scopes.join(' '),
      api_base_url_for_customer: baseUrlForCustomer ?? origin,
    },
    { 'cache-control': 'no-store' },
  );
