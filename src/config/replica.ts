import { z } from 'zod';
import { callParts, type CallPart } from '../replica/parts.js';
import type { ReplicaConfig } from '../replica/replicaConfig.js';
import { onOrOff, secret, text, wholeNumber } from './values.js';

const PLACES = 'must be off, on, or a URL such as postgres://user:password@db.example.com/gateway';

/** Where a replica is kept. */
export const replicaPlace = text
  .refine((place) => /^(on|off)$/.test(place) || isPostgresUrl(place), PLACES)
  .transform((place): ReplicaConfig['place'] =>
    place === 'off' ? 'off' : place === 'on' ? 'file' : { postgresUrl: place },
  );

const KNOWN_PARTS = callParts.join(', ');

export const callPart = z.enum(callParts, { error: `must be one of ${KNOWN_PARTS}` });

export const replicaVariables = {
  GATEWAY_REPLICA: secret(replicaPlace.optional()),
  GATEWAY_REPLICA_HOLDS: text
    .transform(namesIn)
    .refine(areParts, `must be a list of ${KNOWN_PARTS}`)
    .transform((parts) => partsOf(parts as CallPart[]))
    .optional(),
  GATEWAY_REPLICA_SINCE_DAYS: wholeNumber(1, 36_500).default(365),
  GATEWAY_REPLICA_KEEP_DAYS: wholeNumber(1, 36_500).optional(),
  GATEWAY_REPLICA_CRM_FIELDS: text.transform(namesIn).default(['Name']),
  GATEWAY_REPLICA_WHEN_GONG_FAILS: onOrOff.default(false),
  GATEWAY_SYNC_REQUESTS_PER_DAY: wholeNumber(1).default(500),
  GATEWAY_SYNC_FILL_REQUESTS_PER_DAY: wholeNumber(1).default(2000),
};

/** Basic fields are always kept: everything else hangs on them. */
export function partsOf(parts: readonly CallPart[]): ReadonlySet<CallPart> {
  return new Set(callParts.filter((part) => part === 'BASIC' || parts.includes(part)));
}

/** What a replica is configured beside. */
interface Surroundings {
  readonly isSandbox: boolean;
  readonly redisUrl: string | undefined;
  readonly secret: string | undefined;
}

/** Why a replica cannot be kept there, as the end of a sentence; null when it can. */
export function placeProblem(
  place: ReplicaConfig['place'],
  { isSandbox, redisUrl, secret }: Surroundings,
): string | null {
  if (place === 'off') return null;
  if (place === 'file' && redisUrl !== undefined) {
    return (
      'must not be on together with REDIS_URL: instances cannot share a file. Set it to the URL of a PostgreSQL ' +
      'database, which they share, or to off.'
    );
  }
  // What is invented needs no lasting key.
  if (secret !== undefined || isSandbox) return null;
  return (
    'requires GATEWAY_SECRET, which encrypts the key of the replica. Set GATEWAY_SECRET to at least 32 random ' +
    'characters.'
  );
}

function isPostgresUrl(place: string): boolean {
  return (
    URL.canParse(place) &&
    ['postgres:', 'postgresql:'].includes(new URL(place).protocol) &&
    new URL(place).hostname !== ''
  );
}

function namesIn(list: string): readonly string[] {
  return list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function areParts(names: readonly string[]): boolean {
  return names.length > 0 && names.every((name) => (callParts as readonly string[]).includes(name));
}
