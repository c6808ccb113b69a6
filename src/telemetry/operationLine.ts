import { LRUCache } from 'lru-cache';
import type { Logger } from '../lib/logger.js';
import type { Sealer } from '../lib/sealer.js';
import type { OperationObserver } from './endedOperation.js';
import { isPlainName, OTHER } from './labels.js';

/** 72 bits: two persons of one company do not share a name by chance. */
const NAME_LENGTH = 12;
const MAX_NAMES = 1000;

/** IDs of Gong users, which identify no person outside of Gong. */
const GONG_ID = /^\d+$/;

/**
 * Returns an observer that logs a line for each operation.
 *
 * @param sealer replaces names of persons with keyed hashes.
 */
export function logOperations(logger: Logger, sealer: Sealer): OperationObserver {
  const names = new LRUCache<string, string>({ max: MAX_NAMES });
  const hashed = (tenant: string, person: string): string => {
    const key = `${tenant} ${person}`;
    let name = names.get(key);
    if (name === undefined) {
      name = sealer.name(tenant, person.toLowerCase()).slice(0, NAME_LENGTH);
      names.set(key, name);
    }
    return name;
  };
  return (ended) => {
    const { requestId, tenant, client, person, name, documentHash, durationMs, waitedMs } = ended;
    const { gongRequests, cacheHits, shared, errorCodes, isPartial } = ended;
    logger.info(
      {
        requestId,
        tenant,
        client: client.includes('@') ? hashed(tenant, client) : client,
        viewer: person === null || GONG_ID.test(person) ? person : hashed(tenant, person),
        operation: isPlainName(name) ? name : OTHER,
        document: documentHash,
        durationMs: Math.round(durationMs),
        waitedMs: Math.round(waitedMs),
        gongRequests,
        cacheHits,
        shared,
        errorCodes,
        isPartial,
      },
      'Operation ended',
    );
  };
}
