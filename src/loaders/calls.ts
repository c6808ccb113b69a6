import DataLoader from 'dataloader';
import type { CallRecord } from '../gong/calls.js';
import { covers, type CallSelection } from '../gong/callSelection.js';
import type { OperationScope } from '../planner/operationScope.js';
import type { GongCallTranscript } from '../gong/wire.js';
import type { Planner } from '../planner/planner.js';

/** A call and what is wanted of it. */
export interface CallKey {
  readonly id: string;
  readonly want: CallSelection;
}

/** The calls that an operation holds, however it came by them. */
export class CallStore {
  private readonly held = new Map<string, CallRecord[]>();
  private readonly unknown = new Set<string>();

  add(call: CallRecord): void {
    const records = this.held.get(call.id);
    if (records === undefined) this.held.set(call.id, [call]);
    else records.push(call);
  }

  addUnknown(id: string): void {
    this.unknown.add(id);
  }

  /** The call with at least what is wanted; null when Gong has none; undefined when it must be asked. */
  find({ id, want }: CallKey): CallRecord | null | undefined {
    if (this.unknown.has(id)) return null;
    return this.held.get(id)?.find((call) => covers(call.selection, want));
  }
}

/**
 * Calls by id, null where Gong has none. Wants of one moment travel together, and what the operation
 * holds already is not asked for again.
 */
export function createCallById(planner: Planner, store: CallStore, scope: OperationScope) {
  const loader = new DataLoader<CallKey, CallRecord | null>(
    async (keys) => {
      const results = await Promise.allSettled(planner.calls.load(keys, scope));
      return results.map((result, index) => {
        if (result.status === 'rejected') return result.reason as Error;
        const id = keys[index]?.id ?? '';
        if (result.value === null) store.addUnknown(id);
        else store.add(result.value);
        return result.value;
      });
    },
    // The store decides what is held: the same id may be wanted with more.
    { cache: false },
  );
  return {
    load(key: CallKey): Promise<CallRecord | null> {
      const held = store.find(key);
      return held === undefined ? loader.load(key) : Promise.resolve(held);
    },
  };
}

/** Transcripts by call id, null where there is none. */
export function createTranscriptByCallId(
  planner: Planner,
  scope: OperationScope,
): DataLoader<string, GongCallTranscript | null> {
  return new DataLoader(async (ids) => {
    const keys = ids.map((id) => ({ id, want: null }));
    const results = await Promise.allSettled(planner.transcripts.load(keys, scope));
    return results.map((result) =>
      result.status === 'rejected' ? (result.reason as Error) : result.value,
    );
  });
}
