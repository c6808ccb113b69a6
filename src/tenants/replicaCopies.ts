import type { CopiedPage, Copies, Copy } from '../company/copies.js';
import type { ListKey } from '../company/source.js';
import type { CallRecord } from '../gong/endpoints/calls.js';
import { covers } from '../gong/endpoints/callSelection.js';
import type { GongCallTranscript } from '../gong/endpoints/wire.js';
import type { Clock } from '../lib/clock.js';
import type { Logger } from '../lib/logger.js';
import type { OpenReplica } from '../operation/replica/companyReplica.js';
import { withTimes } from '../operation/replica/keptRecords.js';
import { heldSelection } from '../replica/parts.js';
import type { Replica } from '../replica/replica.js';
import { everything } from '../replica/visibility.js';
import { findPage, hasList } from './replicaLists.js';

type Found = ReadonlyMap<string, Copy<unknown, object>>;

/** The replica, as a copy that answers in place of Gong and takes what was read of it. */
export class ReplicaCopies implements Copies {
  private hasFailed = false;

  constructor(
    private readonly replica: OpenReplica,
    private readonly options: {
      readonly answersWhenGongFails: boolean;
      readonly clock: Clock;
      readonly logger: Logger;
    },
  ) {}

  get answersWhenGongFails(): boolean {
    return this.options.answersWhenGongFails;
  }

  has(kind: string): boolean {
    if (kind === 'transcript') return this.replica.holds.has('TRANSCRIPT');
    return kind === 'call' || kind === 'user';
  }

  async find(kind: string, names: readonly string[]): Promise<Found> {
    const found = await this.attempt((store) => readers[kind]?.(store, names));
    return found ?? new Map<string, Copy<unknown, object>>();
  }

  hasList(operation: string): boolean {
    return hasList(operation);
  }

  findPage(list: ListKey, selection: unknown, notBefore: number): Promise<CopiedPage | null> {
    return this.attempt((store) => findPage(store, list, selection, notBefore));
  }

  offer(kind: string, values: ReadonlyMap<string, object>, names: readonly string[]): void {
    const readAt = this.options.clock.now();
    void this.attempt(async (store) => {
      if (kind === 'call') await this.putCalls(store, [...values.values()] as CallRecord[], readAt);
      if (kind !== 'transcript') return;
      const transcripts = names.map((name): [string, GongCallTranscript | null] => [
        name,
        (values.get(name) as GongCallTranscript | undefined) ?? null,
      ]);
      await store.putTranscripts(new Map(transcripts), readAt);
    });
  }

  /** Stores calls that the replica holds. It takes no single parts of others: a search would find an incomplete call. */
  private async putCalls(
    store: Replica,
    read: readonly CallRecord[],
    readAt: number,
  ): Promise<void> {
    const calls = read.filter(({ refused }) => refused === undefined);
    if (calls.length === 0) return;
    const whole = heldSelection(this.replica.holds);
    const callIds = calls.map(({ id }) => id);
    const search = { filter: { callIds }, visibility: everything, first: callIds.length };
    const held = await store.searchCalls({
      ...search,
      order: 'OLDEST_FIRST',
      after: null,
      needsTotal: false,
    });
    const ids = new Set(held.calls.map(({ id }) => id));
    await store.putCalls(
      calls.filter(({ id, selection }) => ids.has(id) || covers(selection, whole)),
      readAt,
    );
  }

  /** Returns the result; null when the replica fails, which is logged once until it works again. */
  private async attempt<T>(
    use: (store: Replica) => Promise<T | null> | undefined,
  ): Promise<T | null> {
    const { logger } = this.options;
    try {
      const result = (await use(await this.replica.store())) ?? null;
      if (this.hasFailed) logger.info({}, 'Replica is used for reads again');
      this.hasFailed = false;
      return result;
    } catch (error) {
      const hint = 'Reads are answered by Gong. Run npm run doctor to find the cause.';
      if (!this.hasFailed) logger.warn({ err: error as Error, hint }, 'Replica not used for reads');
      this.hasFailed = true;
      return null;
    }
  }
}

/** How copies of each kind are read. */
const readers: Readonly<
  Record<string, (store: Replica, names: readonly string[]) => Promise<Found>>
> = {
  call: async (store, ids) => {
    const calls = new Map<string, Copy<unknown, object>>();
    for (const [id, kept] of await store.findCalls(ids)) {
      const call = withTimes(kept);
      if (kept.readAt.size === 0) continue;
      const readAt = Math.min(...kept.readAt.values());
      calls.set(id, { value: call, selection: call.selection, readAt });
    }
    return calls;
  },
  transcript: async (store, ids) =>
    new Map(
      [...(await store.findTranscripts(ids))].map(([id, { transcript, readAt }]) => [
        id,
        { value: transcript, selection: null, readAt },
      ]),
    ),
  user: async (store, ids) =>
    new Map(
      [...(await store.findRecords('USER', ids))].map(([id, { record, readAt }]) => [
        id,
        { value: record, selection: null, readAt },
      ]),
    ),
};
