import type { Redis } from 'ioredis';
import { DAY_MS, type Clock } from '../../lib/clock.js';
import type { Sealer } from '../../lib/sealer.js';
import type { DocumentStore } from '../../lib/documentStore.js';
import { answerOf } from './connection.js';

/** Clients send a document again when no instance has it. */
const KEPT_MS = DAY_MS;

/** The sealed name that follows also identifies the tenant. */
const PREFIX = 'gong-gateway:documents:';

export interface RedisDocumentsOptions {
  readonly redis: Redis;
  readonly sealer: Sealer;
  readonly clock: Clock;
}

/**
 * Documents that a client sent to one instance and may name at every instance. They are sealed, because they may
 * contain names and addresses.
 */
export class RedisDocuments implements DocumentStore {
  constructor(private readonly options: RedisDocumentsOptions) {}

  async get(tenant: string, hash: string): Promise<string | undefined> {
    const { redis, sealer, clock } = this.options;
    const key = this.keyOf(tenant, hash);
    const sealed = await answerOf(redis, clock, redis.getBuffer(key));
    const text = sealed == null ? undefined : sealer.open(sealed, key);
    return typeof text === 'string' ? text : undefined;
  }

  async set(tenant: string, hash: string, text: string): Promise<void> {
    const { redis, sealer, clock } = this.options;
    const key = this.keyOf(tenant, hash);
    await answerOf(redis, clock, redis.set(key, sealer.seal(text, key), 'PX', KEPT_MS));
  }

  private keyOf(tenant: string, hash: string): string {
    return `${PREFIX}${this.options.sealer.name('document', tenant, hash)}`;
  }
}
