import type { ChainableCommander, Redis } from 'ioredis';
import { HOUR_MS, type Clock } from '../../lib/clock.js';
import type { Sealer } from '../../lib/sealer.js';
import type { StatusStore } from '../../telemetry/status/sharedStatus.js';
import { answerOf } from './connection.js';
import { prefixOf } from './keys.js';

/** The status page shows 24 hours. */
const KEPT_MS = 25 * HOUR_MS;

/** Names that are read at once, so that neither Redis nor this process is busy for long. */
const READ_AT_ONCE = 30;

/** The number changes with the format of an entry. */
const PREFIX = prefixOf('status1');

export interface RedisStatusOptions {
  readonly redis: Redis;
  /** Name of this instance. */
  readonly replica: string;
  readonly sealer: Sealer;
  readonly clock: Clock;
}

/**
 * Counts that the instances of a gateway show each other. Each name has an entry per instance, which replaces its
 * earlier one, so that nothing counts twice. They are sealed, because they contain names of tenants and clients.
 */
export class RedisStatus implements StatusStore {
  constructor(private readonly options: RedisStatusOptions) {}

  async write(entries: ReadonlyMap<string, unknown>): Promise<boolean> {
    const { replica, sealer } = this.options;
    const results = await this.run((pipeline) => {
      for (const [name, entry] of entries) {
        const key = `${PREFIX}${name}`;
        pipeline.hset(key, replica, sealer.seal(entry, `${key} ${replica}`));
        pipeline.pexpire(key, KEPT_MS);
      }
    });
    return results !== null;
  }

  async read(names: readonly string[]): Promise<ReadonlyMap<string, readonly unknown[]> | null> {
    const found = new Map<string, readonly unknown[]>();
    for (let start = 0; start < names.length; start += READ_AT_ONCE) {
      const some = names.slice(start, start + READ_AT_ONCE);
      const results = await this.run((pipeline) => {
        for (const name of some) pipeline.hgetallBuffer(`${PREFIX}${name}`);
      });
      if (results === null) return null;
      some.forEach((name, index) => {
        found.set(name, this.opened(`${PREFIX}${name}`, results[index]));
      });
    }
    return found;
  }

  /** Returns the entries of other instances that have the same secret. */
  private opened(key: string, fields: unknown): readonly unknown[] {
    const { replica, sealer } = this.options;
    return Object.entries(fields as Readonly<Record<string, Buffer>>).flatMap(([other, sealed]) =>
      other === replica ? [] : (sealer.open(sealed, `${key} ${other}`) ?? []),
    );
  }

  /** Returns the results of commands; null when Redis did not run all of them. */
  private async run(
    fill: (pipeline: ChainableCommander) => void,
  ): Promise<readonly unknown[] | null> {
    const { redis, clock } = this.options;
    const pipeline = redis.pipeline();
    fill(pipeline);
    const results = await answerOf(redis, clock, pipeline.exec());
    if (results == null || results.some(([error]) => error !== null)) return null;
    return results.map(([, result]) => result);
  }
}
