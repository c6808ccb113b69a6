import { idOf } from '../../src/gong/endpoints/wire.js';
import type { CallRecord } from '../../src/gong/endpoints/calls.js';
import type { GongAnsweredScorecard, GongCallTranscript } from '../../src/gong/endpoints/wire.js';
import { flag } from '../../src/gong/coerce.js';
import type { CallFilter } from '../../src/replica/filter.js';
import { callParts, type CallPart, type ReplicaRecordKind } from '../../src/replica/parts.js';
import type {
  CallChangeRow,
  FoundPassage,
  KeptCall,
  Measures,
  RecordChangeRow,
  Replica,
} from '../../src/replica/replica.js';
import { matchesIn } from '../../src/replica/text/matches.js';
import { passagesOf } from '../../src/replica/text/passages.js';
import type { CallVisibility } from '../../src/replica/visibility.js';

interface Held {
  readonly key: number;
  readonly kept: KeptCall;
  transcript?: GongCallTranscript | null;
  reviews?: readonly GongAnsweredScorecard[];
}

/** A replica in memory, which tests fill and change as they like. It knows the conditions that tests need. */
export class MemoryReplica {
  epoch = 'first';
  readonly calls = new Map<string, Held>();
  readonly records = new Map<ReplicaRecordKind, Map<string, object>>();
  changes: CallChangeRow[] = [];
  recordChanges: RecordChangeRow[] = [];
  memory = new Map<string, unknown>();
  /** What every read fails with. */
  failure: Error | null = null;
  erased: string[] = [];
  isClosed = false;

  constructor(readonly holds: ReadonlySet<CallPart> = new Set(callParts)) {}

  putCall(call: CallRecord, readAt: number, parts: readonly CallPart[] = [...this.holds]): void {
    const startMs = Date.parse(call.basic.started ?? '');
    const key = Math.floor(startMs / 1000) * 8;
    const kept = { call, readAt: new Map(parts.map((part) => [part, readAt])) };
    this.calls.set(call.id, { ...this.calls.get(call.id), key, kept });
  }

  asReplica(): Replica {
    const fail = <T>(value: () => T): Promise<T> =>
      this.failure === null ? Promise.resolve(value()) : Promise.reject(this.failure);
    const visible = (filter: CallFilter, visibility: CallVisibility) =>
      this.matching(filter, visibility);
    const held = <T>(ids: readonly string[], of: (each: Held) => T | undefined) =>
      new Map(
        ids.flatMap((id) => {
          const each = this.calls.get(id);
          const value = each === undefined ? undefined : of(each);
          return value === undefined ? [] : [[id, value] as const];
        }),
      );
    return {
      holds: this.holds,
      findCalls: (ids) => fail(() => held(ids, ({ kept }) => kept)),
      findTranscripts: (ids) =>
        fail(() =>
          held(ids, ({ transcript }) =>
            transcript === undefined ? undefined : { transcript, readAt: 0 },
          ),
        ),
      findReviews: (ids) =>
        fail(() =>
          held(ids, ({ reviews }) => (reviews === undefined ? undefined : { reviews, readAt: 0 })),
        ),
      findRecords: (kind, ids) =>
        fail(() => {
          const all = [...(this.records.get(kind) ?? [])];
          const found = all.filter(([id]) => ids?.includes(id) !== false);
          return new Map(found.map(([id, record]) => [id, { record, readAt: 0 }]));
        }),
      searchCalls: async ({ filter, visibility, order, first, after, needsTotal }) => {
        const found = await fail(() => visible(filter, visibility)).then((each) => each);
        const sign = order === 'NEWEST_FIRST' ? -1 : 1;
        const sorted = found
          .toSorted((a, b) => sign * (a.key - b.key))
          .filter(({ key }) => after === null || sign * (key - after) > 0);
        return {
          calls: sorted.slice(0, first).map(({ key, kept }) => ({ id: kept.call.id, key })),
          hasNextPage: sorted.length > first,
          total: needsTotal ? found.length : null,
        };
      },
      searchPassages: async ({ text, filter, visibility, first, after, needsTotal }) => {
        const calls = await fail(() => visible(filter, visibility)).then((each) => each);
        const all = calls
          .toSorted((a, b) => b.key - a.key)
          .flatMap(({ key, kept, transcript }): FoundPassage[] =>
            passagesOf(transcript ?? null)
              .map((passage, n) => ({
                callId: kept.call.id,
                key: { rid: key * 2048 + n },
                startSeconds: passage.startSeconds,
                endSeconds: passage.endSeconds,
                speakerId: passage.speakerId,
                text: passage.text,
                matches: matchesIn(passage.text, text),
              }))
              .reverse(),
          )
          .filter(({ text: said }) =>
            text.all.every((term) => matchesIn(said, { all: [term], none: [] }).length > 0),
          );
        const left = all.filter(({ key }) => after === null || key.rid < after.rid);
        const total = needsTotal ? all.length : null;
        return { passages: left.slice(0, first), hasNextPage: left.length > first, total };
      },
      stats: async ({ filter, visibility, by }) => {
        const found = await fail(() => visible(filter, visibility)).then((each) => each);
        const hosts = new Map<string | null, Held[]>();
        for (const each of found) {
          const host = idOf(each.kept.call.basic.primaryUserId);
          hosts.set(host, [...(hosts.get(host) ?? []), each]);
        }
        const rows = by.includes('HOST')
          ? [...hosts].map(([value, calls]) => ({
              keys: by.map(() => ({ value, label: null, fromMs: null, toMs: null })),
              measures: measuresOf(calls),
            }))
          : [];
        return { rows, total: measuresOf(found), isTruncated: false };
      },
      callChanges: ({ after, first }) =>
        fail(() => this.changes.filter(({ seq }) => seq > after).slice(0, first)),
      recordChanges: (after, first, kinds) =>
        fail(() =>
          this.recordChanges
            .filter(({ seq, kind }) => seq > after && kinds?.includes(kind) !== false)
            .slice(0, first),
        ),
      matching: async (keys, filter, visibility) => {
        const found = await fail(() => visible(filter, visibility)).then((each) => each);
        return new Set(found.map(({ key }) => key).filter((key) => keys.includes(key)));
      },
      head: () => fail(() => ({ epoch: this.epoch, seq: this.lastSeq })),
      countCalls: () => fail(() => this.calls.size),
      putCalls: (calls, readAt) =>
        fail(() => {
          for (const call of calls) this.putCall(call, readAt);
        }),
      putTranscripts: (transcripts) =>
        fail(() => {
          for (const [id, transcript] of transcripts) {
            const call = this.calls.get(id);
            if (call !== undefined) call.transcript = transcript;
          }
        }),
      putReviews: (reviews) =>
        fail(() => {
          for (const [id, each] of reviews) {
            const call = this.calls.get(id);
            if (call !== undefined) call.reviews = each;
          }
        }),
      putRecords: (kind, records) =>
        fail(() => {
          this.records.set(kind, new Map([...(this.records.get(kind) ?? []), ...records]));
        }),
      removeCalls: (ids) => fail(() => ids.forEach((id) => this.calls.delete(id))),
      eraseCalls: (ids) =>
        fail(() => {
          this.erased.push(...ids);
          for (const id of ids) this.calls.delete(id);
        }),
      removeCallsBefore: () => fail(() => 0),
      compact: () => fail(() => undefined),
      sync: {
        get: (name: string) => fail(() => this.memory.get(name) ?? null),
      } as unknown as Replica['sync'],
      leases: {} as Replica['leases'],
      close: () => {
        this.isClosed = true;
        return Promise.resolve();
      },
    };
  }

  private get lastSeq(): number {
    return Math.max(0, ...this.changes.map(({ seq }) => seq));
  }

  private async matching(filter: CallFilter, visibility: CallVisibility): Promise<Held[]> {
    const found: Held[] = [];
    for (const each of this.calls.values()) {
      const { call } = each.kept;
      const isSeen = isVisible(call, visibility) && (await visibility.judge?.(call)) !== false;
      if (isSeen && fits(call, filter)) found.push(each);
    }
    return found;
  }
}

function fits({ id, basic, details }: CallRecord, filter: CallFilter): boolean {
  const { fromMs = -Infinity, toMs = Infinity, callIds, hostIds, workspaceIds } = filter;
  const start = Date.parse(basic.started ?? '');
  const has = (ids: readonly string[] | undefined, value: unknown) =>
    ids?.includes(idOf(value) ?? '') !== false;
  const hits = (details.content?.trackers ?? []) as readonly { id?: unknown; count?: number }[];
  return (
    start >= fromMs &&
    start < toMs &&
    has(callIds, id) &&
    has(hostIds, basic.primaryUserId) &&
    has(workspaceIds, basic.workspaceId) &&
    (filter.trackers ?? []).every(({ trackerIds, minCount }) =>
      hits.some((hit) => trackerIds.includes(idOf(hit.id) ?? '') && (hit.count ?? 0) >= minCount),
    )
  );
}

function isVisible({ basic }: CallRecord, { hidesPrivate, anyOf }: CallVisibility): boolean {
  if (hidesPrivate && flag(basic.isPrivate) === true) return false;
  return (
    anyOf?.some(
      ({ workspaceIds, hostIds }) =>
        workspaceIds?.includes(idOf(basic.workspaceId) ?? '') !== false &&
        hostIds?.includes(idOf(basic.primaryUserId) ?? '') !== false,
    ) !== false
  );
}

function measuresOf(calls: readonly Held[]): Measures {
  const durations = calls.map(({ kept }) => Number(kept.call.basic.duration ?? 0));
  const nothing = { hostTalkSeconds: 0, customerTalkSeconds: 0, talkSeconds: 0 };
  return {
    calls: calls.length,
    durationSeconds: durations.reduce((sum, each) => sum + each, 0),
    callsWithDuration: calls.length,
    ...nothing,
    callsWithTalkTime: 0,
    companyQuestions: 0,
    otherQuestions: 0,
    trackerHits: 0,
    callsWithTrackerHits: 0,
    reviews: 0,
    scoreSum: 0,
    scoredReviews: 0,
  };
}
