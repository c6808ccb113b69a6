import type { CallRecord } from '../../../src/gong/endpoints/calls.js';
import type {
  GongAnsweredScorecard,
  GongCallTranscript,
} from '../../../src/gong/endpoints/wire.js';
import { DatabaseError } from '../../../src/replica/database.js';
import { callParts, type ReplicaRecordKind } from '../../../src/replica/parts.js';
import type { CallChangeRow, Lease, ReplicaWriter, Slice } from '../../../src/replica/replica.js';
import type { SyncedReplica } from '../../../src/company/sync/options.js';

interface Kept {
  call: CallRecord;
  startMs: number;
  readAt: number;
  interaction: string;
  interactionSeq: number;
  isNewAt: number;
  transcript?: { readonly value: GongCallTranscript | null; readonly readAt: number };
  /** Null until they are stored. */
  reviews: readonly GongAnsweredScorecard[] | null;
}

function lost(): DatabaseError {
  return new DatabaseError('conflict', 'Another gateway holds the lease.');
}

/** What the sync needs of a replica, in memory. */
export class MemoryReplica implements SyncedReplica {
  readonly holds = new Set(callParts);
  readonly calls = new Map<string, Kept>();
  readonly records = new Map<ReplicaRecordKind, Map<string, object>>();
  readonly removed: string[] = [];
  slices: Slice[] = [];
  readonly notes = new Map<string, string>();
  /** Set: every write fails so. */
  failure: DatabaseError | null = null;
  private seq = 0;
  private token = 0;
  private holder: { name: string; until: number } | null = null;

  constructor(private readonly now: () => number) {}

  get ids(): string[] {
    return [...this.calls.keys()].sort();
  }

  putCalls(calls: readonly CallRecord[], readAt: number): Promise<void> {
    return this.write(() => {
      for (const call of calls) {
        this.seq += 1;
        const interaction = JSON.stringify(call.details.interaction ?? null);
        const before = this.calls.get(call.id);
        const kept = before ?? {
          interaction,
          interactionSeq: this.seq,
          isNewAt: this.seq,
          reviews: null,
        };
        const isChanged = before !== undefined && before.interaction !== interaction;
        const interactionSeq = isChanged ? this.seq : kept.interactionSeq;
        const startMs = Date.parse(call.basic.started ?? '');
        this.calls.set(call.id, { ...kept, call, startMs, readAt, interaction, interactionSeq });
      }
    });
  }

  putTranscripts(transcripts: ReadonlyMap<string, GongCallTranscript | null>, readAt: number) {
    return this.write(() => {
      for (const [id, value] of transcripts) {
        const kept = this.calls.get(id);
        if (kept !== undefined) kept.transcript = { value, readAt };
      }
    });
  }

  putReviews(reviews: ReadonlyMap<string, readonly GongAnsweredScorecard[]>) {
    return this.write(() => {
      for (const [id, all] of reviews) {
        const kept = this.calls.get(id);
        if (kept !== undefined) kept.reviews = all;
      }
    });
  }

  putRecords(
    kind: ReplicaRecordKind,
    records: ReadonlyMap<string, object>,
    _readAt: number,
    isComplete: boolean,
  ) {
    return this.write(() => {
      const kept = isComplete ? [] : (this.records.get(kind) ?? []);
      this.records.set(kind, new Map([...kept, ...records]));
    });
  }

  removeCalls(ids: readonly string[]) {
    return this.write(() => {
      for (const id of ids) if (this.calls.delete(id)) this.removed.push(id);
    });
  }

  eraseCalls(ids: readonly string[]) {
    return this.removeCalls(ids);
  }

  async removeCallsBefore(startMs: number) {
    const old = this.startedIn(-Infinity, startMs);
    await this.removeCalls(old);
    return old.length;
  }

  compact() {
    return Promise.resolve();
  }

  findReviews(ids: readonly string[]) {
    const found = ids.flatMap((id) => {
      const reviews = this.calls.get(id)?.reviews ?? null;
      return reviews === null ? [] : [[id, { reviews, readAt: 0 }] as const];
    });
    return Promise.resolve(new Map(found));
  }

  findRecords(kind: ReplicaRecordKind) {
    const records = [...(this.records.get(kind) ?? [])];
    return Promise.resolve(new Map(records.map(([id, record]) => [id, { record, readAt: 0 }])));
  }

  head() {
    return Promise.resolve({ epoch: 'one', seq: this.seq });
  }

  callChanges({ after }: { readonly after: number }): Promise<readonly CallChangeRow[]> {
    const changed = [...this.calls.values()].filter((kept) => kept.interactionSeq > after);
    return Promise.resolve(
      changed.map(({ call, interactionSeq, isNewAt }) => ({
        id: call.id,
        key: 0,
        seq: interactionSeq,
        isGone: false,
        isNew: isNewAt > after,
        isUntold: isNewAt > after,
        known: after,
        held: [],
        changed: ['INTERACTION'],
        seenAt: 0,
      })),
    );
  }

  recordChanges() {
    return Promise.resolve([]);
  }

  readonly leases = {
    acquire: (holder: string, forMs: number): Promise<Lease | null> => {
      const other = this.holder;
      if (other !== null && other.name !== holder && other.until > this.now()) {
        return Promise.resolve(null);
      }
      if (other?.name !== holder) this.token += 1;
      this.holder = { name: holder, until: this.now() + forMs };
      return Promise.resolve({ token: this.token });
    },
    release: ({ token }: Lease): Promise<void> => {
      if (token === this.token) this.holder = null;
      return Promise.resolve();
    },
  };

  writerUnder({ token }: Lease): ReplicaWriter {
    const under = <T>(write: () => Promise<T>): Promise<T> =>
      token === this.token ? write() : Promise.reject(lost());
    return {
      putCalls: (...args) => under(() => this.putCalls(...args)),
      putTranscripts: (...args) => under(() => this.putTranscripts(...args)),
      putReviews: (reviews) => under(() => this.putReviews(reviews)),
      putRecords: (...args) => under(() => this.putRecords(...args)),
      removeCalls: (ids) => under(() => this.removeCalls(ids)),
      eraseCalls: (ids) => under(() => this.eraseCalls(ids)),
      removeCallsBefore: (startMs) => under(() => this.removeCallsBefore(startMs)),
      compact: () => this.compact(),
    };
  }

  readonly sync = {
    slices: () => Promise.resolve([...this.slices].sort((a, b) => a.fromMs - b.fromMs)),
    putSlices: (slices: readonly Slice[], lease: Lease) =>
      this.write(() => {
        const from = slices[0]?.fromMs ?? Infinity;
        const to = slices.at(-1)?.toMs ?? -Infinity;
        const others = this.slices.filter((each) => each.fromMs < from || each.toMs > to);
        this.slices = [...others, ...slices];
      }, lease),
    callIdsIn: (fromMs: number, toMs: number) => Promise.resolve(this.startedIn(fromMs, toMs)),
    callsWithout: (
      _part: string,
      { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
      emptyBefore: number,
      limit: number,
    ) => {
      const ids = this.startedIn(fromMs, toMs).filter((id) => {
        const transcript = this.calls.get(id)?.transcript;
        return (
          transcript === undefined || (transcript.value === null && transcript.readAt < emptyBefore)
        );
      });
      const calls = ids.slice(0, limit).flatMap((id) => {
        const kept = this.calls.get(id);
        if (kept === undefined) return [];
        return [{ id, startMs: kept.startMs, wasRead: kept.transcript !== undefined }];
      });
      return Promise.resolve(calls);
    },
    get: (name: string) => Promise.resolve(JSON.parse(this.notes.get(name) ?? 'null') as unknown),
    put: (name: string, value: unknown, lease: Lease) =>
      this.write(() => this.notes.set(name, JSON.stringify(value)), lease),
    leave: (name: string, value: unknown) =>
      this.write(() => this.notes.set(name, JSON.stringify(value))),
  };

  /** Name of the gateway that syncs; null: none does. */
  get syncing(): string | null {
    return this.holder?.name ?? null;
  }

  /** Another gateway may sync. */
  expireLease(): void {
    this.holder = null;
  }

  private startedIn(fromMs: number, toMs: number): string[] {
    return [...this.calls.values()]
      .filter(({ startMs }) => startMs >= fromMs && startMs < toMs)
      .sort((a, b) => b.startMs - a.startMs)
      .map(({ call }) => call.id);
  }

  private write(task: () => void, lease?: Lease): Promise<void> {
    if (this.failure !== null) return Promise.reject(this.failure);
    if (lease !== undefined && lease.token !== this.token) {
      return Promise.reject(lost());
    }
    task();
    return Promise.resolve();
  }
}
