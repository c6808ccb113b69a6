import type { Config } from '../../config.js';
import { isLoopback } from '../../config/gongAccess.js';
import { ok, warning, type Finding } from '../finding.js';

/** Who may ask the gateway. That others may reach it although nobody has to prove himself, stops the start. */
export function clientsFinding({ host, tokens }: Pick<Config, 'host' | 'tokens'>): Finding {
  if (tokens.length > 0) {
    const names = [...new Set(tokens.map(({ client }) => client))].sort();
    return { ...ok('Clients', `HOST is ${host}; whoever asks needs the token of:`), words: names };
  }
  if (isLoopback(host)) {
    return ok('Clients', `HOST is ${host}: only this machine is served, without a token.`);
  }
  return warning(
    'Clients',
    `HOST is ${host} and GATEWAY_OPEN is true: whoever can reach it sees all of the company.`,
    'Set GATEWAY_TOKENS, unless something in front of the gateway lets in the right people only.',
  );
}
