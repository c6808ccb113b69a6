import type { Config } from '../../../config/config.js';
import { isLoopback } from '../../../config/gongAccess.js';
import { ok, warning, type Finding } from '../finding.js';

/** Who may ask the gateway. That others may reach it and nobody said that they should, stops the start. */
export function clientsFinding({
  host,
  tokens,
  jwt,
}: Pick<Config, 'host' | 'tokens' | 'jwt'>): Finding {
  if (tokens.length > 0 || jwt !== null) {
    const names = [...new Set(tokens.map(({ client }) => client))].sort();
    const issuers = jwt === null ? [] : [`a JWT of ${jwt.issuer}`];
    return {
      ...ok('Clients', `HOST is ${host}; whoever asks needs a token, of:`),
      words: [...names, ...issuers],
    };
  }
  if (isLoopback(host)) {
    return ok('Clients', `HOST is ${host}: only this machine is served, without a token.`);
  }
  return warning(
    'Clients',
    `HOST is ${host} and GATEWAY_OPEN is true: whoever can reach it sees all of the company.`,
    'Set GATEWAY_TOKENS or GATEWAY_JWKS_URL, unless something in front of the gateway lets in the right people only.',
  );
}
