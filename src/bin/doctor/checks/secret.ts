import type { Config } from '../../../config/config.js';
import { MIN_SECRET_LENGTH, secretsIn } from '../../../lib/secrets.js';
import { ok, warning, type Finding } from '../finding.js';

export function secretFinding({ secret, redisUrl }: Pick<Config, 'secret' | 'redisUrl'>): Finding {
  if (secret !== undefined) {
    const stays = 'cursors and upload URLs stay valid after a restart';
    const { length } = secretsIn(secret);
    if (length > 1) {
      return ok(
        'Secret',
        // The last one is the whole text.
        `GATEWAY_SECRET lists ${length - 1} secrets: ${stays}. The first seals, all open.`,
      );
    }
    // A sentence is one secret; a text with a part that is long enough was meant as a list.
    const isMeantAsList = secret.split(/\s+/).some((part) => part.length >= MIN_SECRET_LENGTH);
    return isMeantAsList && /\s/.test(secret.trim())
      ? warning(
          'Secret',
          `GATEWAY_SECRET contains spaces, and counts as one secret, since a part has fewer than ${MIN_SECRET_LENGTH} characters: ${stays}.`,
          `To list several secrets, give each at least ${MIN_SECRET_LENGTH} characters.`,
        )
      : ok('Secret', `GATEWAY_SECRET is set: ${stays}.`);
  }
  const replicas =
    redisUrl === undefined ? '' : ', and instances share only the quota, not responses';
  return warning(
    'Secret',
    `GATEWAY_SECRET is not set: cursors and upload URLs become invalid when the process stops${replicas}.`,
    'Set it to at least 32 random characters, the same for all instances on one Redis: openssl rand -base64 32',
  );
}
