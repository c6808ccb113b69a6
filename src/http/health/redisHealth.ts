import { counted } from '../../lib/counted.js';
import type { HealthPart } from './health.js';

/** Returns the part of the health response about Redis. The gateway serves without it too. */
export function redisHealth({
  isAway,
  replicas,
}: {
  readonly isAway: boolean;
  readonly replicas: number;
}): HealthPart {
  const message = isAway
    ? `Redis is unreachable. The rate limit is divided among the ${counted(replicas, 'instance')} last seen.`
    : `Instances share the quota and responses. Instances seen recently: ${replicas}.`;
  return { status: isAway ? 'away' : 'ok', message, replicas };
}
