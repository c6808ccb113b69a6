import type { Config } from '../../../config/config.js';
import { ok, warning, type Finding } from '../finding.js';

export function secretFinding({ secret, redisUrl }: Pick<Config, 'secret' | 'redisUrl'>): Finding {
  if (secret !== undefined) {
    return ok(
      'Secret',
      'GATEWAY_SECRET is set: cursors and upload URLs stay valid after a restart.',
    );
  }
  const replicas =
    redisUrl === undefined ? '' : ', and instances share only the quota, not responses';
  return warning(
    'Secret',
    `GATEWAY_SECRET is not set: cursors and upload URLs become invalid when the process stops${replicas}.`,
    'Set it to at least 32 random characters, the same for all instances on one Redis: openssl rand -base64 32',
  );
}
