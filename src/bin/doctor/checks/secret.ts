import type { Config } from '../../../config/config.js';
import { ok, warning, type Finding } from '../finding.js';

export function secretFinding({ secret, redisUrl }: Pick<Config, 'secret' | 'redisUrl'>): Finding {
  if (secret !== undefined) {
    return ok('Secret', 'GATEWAY_SECRET is set: cursors and upload addresses outlive a restart.');
  }
  const replicas = redisUrl === undefined ? '' : ', and replicas share no answers, only the quota';
  return warning(
    'Secret',
    `GATEWAY_SECRET is not set: cursors and upload addresses end with the process${replicas}.`,
    'Set it to at least 32 random characters, the same at all gateways of a Redis: openssl rand -base64 32',
  );
}
