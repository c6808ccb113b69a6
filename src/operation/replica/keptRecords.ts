import DataLoader from 'dataloader';
import type { CallRecord } from '../../gong/endpoints/calls.js';
import type { GongAnsweredScorecard, GongCallTranscript } from '../../gong/endpoints/wire.js';
import { memoByKey } from '../../lib/memo.js';
import type { CallPart, ReplicaRecordKind } from '../../replica/parts.js';
import type { KeptCall, Replica } from '../../replica/replica.js';
import type { Operation } from '../operation.js';
import type { OpenReplica } from './companyReplica.js';
import { looking } from './parts.js';

/** Reads records of the replica by ID for one operation, before the policy. Reads at the same time are one query. */
export class KeptRecords {
  private readonly callLoader: DataLoader<string, CallRecord | null>;
  private readonly transcriptLoader: DataLoader<string, GongCallTranscript | null>;
  private readonly reviewLoader: DataLoader<string, readonly GongAnsweredScorecard[] | null>;
  private readonly recordLoaders = memoByKey((kind: ReplicaRecordKind) => this.loaderOf(kind));
  private readonly directories = memoByKey((kind: ReplicaRecordKind) => this.read(kind));

  constructor(
    readonly open: OpenReplica,
    readonly operation: Operation,
  ) {
    this.callLoader = this.batched((store, ids) => store.findCalls(ids), withTimes);
    this.transcriptLoader = this.batched(
      (store, ids) => store.findTranscripts(ids),
      ({ transcript, readAt }, id) => {
        operation.partTimes.note('transcript', id, readAt);
        return transcript;
      },
    );
    this.reviewLoader = this.batched(
      (store, ids) => store.findReviews(ids),
      ({ reviews, readAt }, id) => {
        operation.partTimes.note('reviews', id, readAt);
        return reviews;
      },
    );
  }

  /** Whether a part of calls is kept. */
  holds(part: CallPart): boolean {
    return this.open.holds.has(part);
  }

  /** @throws ReplicaError */
  call(id: string): Promise<CallRecord | null> {
    return this.callLoader.load(id);
  }

  /**
   * Reads calls again, also those that the operation has read before.
   *
   * @throws ReplicaError
   */
  async refreshCalls(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.callLoader.clear(id);
    await Promise.all(ids.map((id) => this.callLoader.load(id)));
  }

  /** Null: Gong has none, or the sync has not read it yet. */
  transcript(callId: string): Promise<GongCallTranscript | null> {
    return this.transcriptLoader.load(callId);
  }

  /** Null: the sync has not read them yet. */
  reviews(callId: string): Promise<readonly GongAnsweredScorecard[] | null> {
    return this.reviewLoader.load(callId);
  }

  /** A record of the directory. */
  async record<Item extends object>(kind: ReplicaRecordKind, id: string): Promise<Item | null> {
    return (await (await this.recordLoaders.load(kind)).load(id)) as Item | null;
  }

  /**
   * Reads a record of the directory again, also one that the operation has read before.
   *
   * @throws ReplicaError
   */
  async refreshRecord(kind: ReplicaRecordKind, id: string): Promise<object | null> {
    return (await this.recordLoaders.load(kind)).clear(id).load(id);
  }

  /** All records of the kind; null when the sync has read none yet. */
  async records<Item extends object>(kind: ReplicaRecordKind): Promise<readonly Item[] | null> {
    const records = await this.directories.load(kind);
    return records.length === 0 ? null : (records as readonly Item[]);
  }

  private loaderOf(kind: ReplicaRecordKind): Promise<DataLoader<string, object | null>> {
    return Promise.resolve(
      this.batched(
        (store, ids) => store.findRecords(kind, ids),
        ({ record }) => record,
      ),
    );
  }

  private async read(kind: ReplicaRecordKind): Promise<readonly object[]> {
    const found = await looking(this, (store) => store.findRecords(kind));
    return [...found.values()].map(({ record }) => record);
  }

  private batched<Found, Value>(
    find: (store: Replica, ids: readonly string[]) => Promise<ReadonlyMap<string, Found>>,
    valueOf: (found: Found, id: string) => Value,
  ): DataLoader<string, Value | null> {
    return new DataLoader(async (ids) => {
      const found = await looking(this, (store) => find(store, ids));
      return ids.map((id) => {
        const each = found.get(id);
        return each === undefined ? null : valueOf(each, id);
      });
    });
  }
}

/** The call with the times at which its parts were read. */
export function withTimes({ call, readAt }: KeptCall): CallRecord {
  return { ...call, readAt };
}
