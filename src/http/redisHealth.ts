import { counted } from '../lib/counted.js';
import type { HealthPart } from './health.js';

/** The line about Redis. Without it the gateway serves all the same. */
export function redisHealth({
  isAway,
  replicas,
}: {
  readonly isAway: boolean;
  readonly replicas: number;
}): HealthPart {
  const message = isAway
    ? `Redis can't be reached: the rate is divided by the ${counted(replicas, 'gateway')} seen last.`
    : `Quota and answers are shared; gateways seen lately: ${replicas}.`;
  return { status: isAway ? 'away' : 'ok', message, replicas };
}
