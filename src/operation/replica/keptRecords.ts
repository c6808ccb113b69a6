import DataLoader from 'dataloader';
import type { CallRecord } from '../../gong/endpoints/calls.js';
import type { GongAnsweredScorecard, GongCallTranscript } from '../../gong/endpoints/wire.js';
import { memoByKey } from '../../lib/memo.js';
import type { CallPart, ReplicaRecordKind } from '../../replica/parts.js';
import type { KeptCall, Replica } from '../../replica/replica.js';
import type { Operation } from '../operation.js';
import type { OpenReplica } from './companyReplica.js';
import { looking } from './parts.js';

/** What a look-up by call ID reads: the transcript, the reviews, or the call with all other parts. */
export type CallRead = 'call' | 'transcript' | 'reviews';

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
   * @param reads what to read of them, as far as the replica keeps it.
   * @throws ReplicaError
   */
  async refreshCalls(ids: readonly string[], reads: ReadonlySet<CallRead>): Promise<void> {
    const loaders: DataLoader<string, unknown>[] = [];
    if (reads.has('call')) loaders.push(this.callLoader);
    if (reads.has('transcript') && this.holds('TRANSCRIPT')) loaders.push(this.transcriptLoader);
    if (reads.has('reviews') && this.holds('REVIEWS')) loaders.push(this.reviewLoader);
    await Promise.all(loaders.flatMap((loader) => ids.map((id) => loader.clear(id).load(id))));
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
