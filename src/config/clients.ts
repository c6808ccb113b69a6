import { text, flag, type Parsed } from './values.js';

/** The tenant of whoever doesn't say otherwise: the company of GONG_ACCESS_KEY, or the only one connected. */
export const DEFAULT_TENANT = 'default';

/** What tenants may be called: it stands in addresses and keys. */
export const TENANT_NAME = /^[a-z0-9][a-z0-9_-]{0,62}$/;

export interface ClientToken {
  readonly client: string;
  readonly tenant: string;
  readonly token: string;
}

export const clientVariables = {
  GATEWAY_TOKENS: text.optional(),
  GATEWAY_OPEN: flag.default(false),
};

/** `name:token` pairs, comma separated; `name@tenant:token` for the clients of another tenant. */
export function parseTokens(value: string | undefined): Parsed<readonly ClientToken[]> {
  const tokens: ClientToken[] = [];
  const problems: string[] = [];
  const pairs = (value ?? '').split(',').filter((pair) => pair.trim() !== '');
  // Commas alone would else count as "tokens are set" and let everyone in.
  if (value !== undefined && pairs.length === 0) {
    problems.push('GATEWAY_TOKENS must hold at least one name:token pair.');
  }
  for (const [index, pair] of pairs.entries()) {
    const [, client = '', tenant = DEFAULT_TENANT, token = ''] =
      /^\s*([^:@]+?)\s*(?:@([^:@]*?)\s*)?:\s*(\S.*?)\s*$/.exec(pair) ?? [];
    // The pair itself may be the secret: it is named by its place.
    if (client === '') {
      problems.push(`GATEWAY_TOKENS has no name:token pair at place ${index + 1}.`);
    } else if (!TENANT_NAME.test(tenant)) {
      problems.push(
        `GATEWAY_TOKENS has no tenant's name behind the @ at place ${index + 1}: use small letters, digits, - and _.`,
      );
    } else tokens.push({ client, tenant, token });
  }
  return { value: tokens, problems };
}
