import DataLoader from 'dataloader';
import type { CallRecord } from '../gong/calls.js';
import { basicSelection, unionSelections, type CallSelection } from '../gong/callSelection.js';
import type { OperationScope } from '../planner/operationScope.js';
import type { GongCallTranscript } from '../gong/wire.js';
import type { Planner } from '../planner/planner.js';
import { forPolicy } from '../policy/policyError.js';
import type { CallScreen } from './callScreen.js';
import type { CallKey, CallStore } from './callStore.js';

/** What an operation may show of a call: it, or nothing, as Gong has none or it is hidden from the viewer. */
export type Sight = 'seen' | 'hidden' | 'unknown';

export interface CallById {
  /**
   * The call as the viewer may see it; null where Gong has none, or it is hidden: which of the two is nobody's
   * business.
   */
  load(key: CallKey): Promise<CallRecord | null>;
  /** What the viewer may see of the call. Costs nothing where no call is ever hidden. */
  sight(id: string, want?: CallSelection): Promise<Sight>;
  /** Whether something that names the call may be shown, be it one that Gong doesn't show. */
  mayBeNamed(id: string, want?: CallSelection): Promise<boolean>;
}

/**
 * Calls by id. Wants of one moment travel together, and what the operation holds already is not asked for
 * again.
 */
export function createCallById(
  planner: Planner,
  store: CallStore,
  scope: OperationScope,
  screen: CallScreen,
): CallById {
  const see = async (id: string, call: CallRecord | null): Promise<CallRecord | null> => {
    if (call === null) {
      store.addUnknown(id);
      return null;
    }
    const [seen = null] = await screen.calls([call], store);
    return seen;
  };
  const loader = new DataLoader<CallKey, CallRecord | null>(
    async (keys) => {
      const wants = keys.map(({ id, want }) => ({ id, want: unionSelections(want, screen.needs) }));
      const loads = planner.calls.load(wants, scope);
      const results = await Promise.allSettled(
        loads.map(async (load, index) => see(keys[index]?.id ?? '', await load)),
      );
      return results.map((result) =>
        result.status === 'rejected' ? (result.reason as Error) : result.value,
      );
    },
    // The store decides what is held: the same id may be wanted with more.
    { cache: false },
  );
  const load = (key: CallKey): Promise<CallRecord | null> => {
    const held = store.find(key);
    return held === undefined ? loader.load(key) : Promise.resolve(held);
  };
  const sight = async (id: string, want = basicSelection): Promise<Sight> => {
    if (!screen.judges) return 'seen';
    if ((await forPolicy(load({ id, want }))) !== null) return 'seen';
    return store.isHidden(id) ? 'hidden' : 'unknown';
  };
  return {
    load,
    sight,
    mayBeNamed: async (id, want) => {
      const seen = await sight(id, want);
      return seen === 'seen' || (seen === 'unknown' && !screen.isStrict);
    },
  };
}

/** Transcripts by call id. */
export interface TranscriptByCallId {
  /** Null where there is none, and where its call may not be shown. */
  load(callId: string): Promise<GongCallTranscript | null>;
}

/** The call of a transcript is asked for beside it, where it isn't known yet whether that may be shown. */
export function createTranscriptByCallId(
  planner: Planner,
  scope: OperationScope,
  callById: CallById,
  screen: CallScreen,
): TranscriptByCallId {
  const loader = new DataLoader<string, GongCallTranscript | null>(async (ids) => {
    const keys = ids.map((id) => ({ id, want: null }));
    const results = await Promise.allSettled(planner.transcripts.load(keys, scope));
    return results.map((result) =>
      result.status === 'rejected' ? (result.reason as Error) : result.value,
    );
  });
  return {
    load: async (callId) => {
      const sight = callById.sight(callId);
      const loading = loader.load(callId);
      // Whether it can be read must not tell a call that is hidden from one that isn't there.
      loading.catch(() => undefined);
      // A call that Gong doesn't show could be any.
      if ((await sight) !== 'seen') return null;
      const transcript = await loading;
      return transcript === null ? null : screen.ofCall(callId, transcript);
    },
  };
}
