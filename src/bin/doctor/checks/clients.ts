import { sendsTokensInClear, type Config } from '../../../config/config.js';
import { isLoopback } from '../../../config/gongAccess.js';
import { ok, warning, type Finding } from '../finding.js';

/**
 * Reports which clients the gateway accepts. When other machines can reach it and no variable allows that, the
 * gateway does not start.
 */
export function clientsFinding(
  config: Pick<Config, 'host' | 'tokens' | 'jwt' | 'adminToken' | 'isBehindTls'>,
): Finding {
  const { host, tokens, jwt } = config;
  if (tokens.length > 0 || jwt !== null) {
    const names = [...new Set(tokens.map(({ client }) => client))].sort();
    const issuers = jwt === null ? [] : [`a JWT of ${jwt.issuer}`];
    const accepted = `HOST is ${host}. Clients need a token. Accepted:`;
    const finding = sendsTokensInClear(config)
      ? warning(
          'Clients',
          `The gateway serves plain HTTP, so tokens cross the network unencrypted. ${accepted}`,
          'Put a proxy with TLS in front of the gateway, and set GATEWAY_BEHIND_TLS=on.',
        )
      : ok('Clients', accepted);
    return { ...finding, words: [...names, ...issuers] };
  }
  if (isLoopback(host)) {
    return ok('Clients', `HOST is ${host}: the gateway serves only this machine, without a token.`);
  }
  return warning(
    'Clients',
    `HOST is ${host} and GATEWAY_OPEN is true: every machine that can reach the gateway can read the company's data.`,
    'Set GATEWAY_TOKENS or GATEWAY_JWKS_URL, unless a proxy in front of the gateway authenticates clients.',
  );
}
