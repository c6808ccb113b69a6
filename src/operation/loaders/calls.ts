import DataLoader from 'dataloader';
import type { CallRecord } from '../../gong/endpoints/calls.js';
import {
  basicSelection,
  covers,
  unionSelections,
  type CallSelection,
} from '../../gong/endpoints/callSelection.js';
import { allOf, andThen, type Awaitable } from '../../lib/awaitable.js';
import type { Operation } from '../operation.js';
import type { GongCallTranscript } from '../../gong/endpoints/wire.js';
import type { Company } from '../../company/company.js';
import { withPolicyHint } from '../../access/policy/policyError.js';
import type { KeptRecords } from '../replica/keptRecords.js';
import type { CallScreen } from './callScreen.js';
import { settled, wholeKeys } from './settled.js';
import type { CallKey, CallStore } from './callStore.js';

/** What an operation may show of a call: it, or nothing, as Gong has none or it is hidden from the viewer. */
export type Visibility = 'seen' | 'hidden' | 'unknown';

export interface CallById {
  /**
   * The call as the viewer may see it; null where Gong has none, or it is hidden: which of the two is nobody's
   * business.
   */
  load(key: CallKey): Promise<CallRecord | null>;
  /** What the viewer may see of the call. Costs nothing where no call is ever hidden. */
  sight(id: string): Promise<Visibility>;
  /** Whether something that names the call may be shown, be it one that Gong doesn't show. */
  isReferenceVisible(id: string, want?: CallSelection): Promise<boolean>;
}

/**
 * Calls by id. Wants of one moment travel together, and what the operation holds already is not asked for
 * again.
 *
 * @param kept what the replica holds of a call is taken from it; of Gong, only what the replica does not keep is asked.
 */
export function createCallById(
  company: Company,
  store: CallStore,
  operation: Operation,
  screen: CallScreen,
  kept: KeptRecords | null,
): CallById {
  const see = (id: string, call: CallRecord | null): Awaitable<CallRecord | null> => {
    if (call !== null) return screen.call(call, store);
    store.addUnknown(id);
    return null;
  };
  const { viewer } = screen;
  const fromGong = async (keys: readonly CallKey[]): Promise<(CallRecord | Error | null)[]> => {
    const wanted =
      viewer === undefined
        ? keys.map((key) => withNeeds(key, screen))
        : await judgedKeys(keys, company, operation, screen, viewer);
    const begun = company.reads.generation(company.calls);
    const loads = company.reads.load(company.calls, wanted, operation);
    const results = await settled(
      loads.map((load, index) => andThen(load, (call) => see(keys[index]?.id ?? '', call))),
    );
    if (viewer !== undefined) {
      const absent = wanted.filter((key, index) => 'viewer' in key && results[index] === null);
      company.reads.keepAbsences(company.calls, absent, viewer, begun);
    }
    return results;
  };
  const loader = new DataLoader<CallKey, CallRecord | null>(
    async (keys) => {
      if (kept === null) return fromGong(keys);
      const found = await Promise.all(keys.map(({ id }) => kept.call(id)));
      const lacking = keys.filter((key, index) => lacks(found[index] ?? null, key, screen));
      const read = lacking.length === 0 ? [] : await fromGong(lacking);
      const readOf = new Map(lacking.map((key, index) => [key, read[index] ?? null]));
      return settled(
        keys.map((key, index) => {
          const live = readOf.get(key);
          return live === undefined ? see(key.id, found[index] ?? null) : live;
        }),
      );
    },
    // The store decides what is held: the same id may be wanted with more.
    { cache: false },
  );
  const load = (key: CallKey): Promise<CallRecord | null> => {
    const held = store.find(key);
    return held === undefined ? loader.load(key) : Promise.resolve(held);
  };
  const sight = async (
    id: string,
    want = basicSelection,
    isReference = false,
  ): Promise<Visibility> => {
    if (!screen.judges) return 'seen';
    if ((await withPolicyHint(load({ id, want, isReference }))) !== null) return 'seen';
    return store.isHidden(id) ? 'hidden' : 'unknown';
  };
  return {
    load,
    sight: (id) => sight(id),
    isReferenceVisible: async (id, want) => {
      const seen = await sight(id, want, true);
      return seen === 'seen' || (seen === 'unknown' && !screen.isStrict);
    },
  };
}

/** Whether the replica has the call without all that is wanted of it. A call that it does not have is there for no one. */
function lacks(call: CallRecord | null, { want }: CallKey, { needs }: CallScreen): boolean {
  return call !== null && !(covers(call.selection, want) && covers(call.selection, needs));
}

function withNeeds({ id, want }: CallKey, { needs }: CallScreen) {
  return { name: id, selection: unionSelections(want, needs) };
}

/** The keys as they are read for the viewer, of which those are marked whose calls are known to be hidden. */
async function judgedKeys(
  keys: readonly CallKey[],
  { reads, calls }: Company,
  operation: Operation,
  screen: CallScreen,
  viewer: string,
) {
  // Before a call is read, be it there or not: otherwise the cost would tell.
  await screen.prepare();
  const asked = keys.filter(({ isReference }) => isReference !== true);
  const names = asked.map(({ id }) => id);
  const kept = await operation.looking(reads.findKept(calls, names));
  return allOf(
    keys.map((key) => {
      const read = withNeeds(key, screen);
      if (key.isReference === true) return read;
      const call = kept.get(key.id);
      const canBeJudged = call !== undefined && covers(call.selection, screen.needs);
      const mayBeSeen = !canBeJudged || screen.mayBeSeen(call);
      return andThen(mayBeSeen, (isShown) => ({ ...read, viewer, isHidden: !isShown }));
    }),
  );
}

/** Transcripts by call id. */
export interface TranscriptByCallId {
  /** Null where there is none, and where its call may not be shown. */
  load(callId: string): Promise<GongCallTranscript | null>;
}

/** The call of a transcript is asked for beside it, where it isn't known yet whether that may be shown. */
export function createTranscriptByCallId(
  { reads, transcripts }: Company,
  operation: Operation,
  callById: CallById,
  screen: CallScreen,
  kept: KeptRecords | null,
): TranscriptByCallId {
  const { viewer } = screen;
  /** Of each call one, so that what a transcript costs doesn't depend on when its call is judged. */
  const sights = new Map<string, Promise<Visibility>>();
  const sightOf = (id: string): Promise<Visibility> => {
    const sight = sights.get(id) ?? callById.sight(id);
    sights.set(id, sight);
    return sight;
  };
  /** The keys as they are read for the viewer, of which those are marked whose calls are hidden. */
  const judged = async (ids: readonly string[], by: string) => {
    const kept = await operation.looking(reads.findKept(transcripts, ids));
    return Promise.all(
      ids.map(async (id) => {
        // A call that can't be judged fails where it is asked for.
        const sight = kept.has(id) ? await sightOf(id).catch(() => null) : null;
        const isHidden = kept.has(id) && sight !== 'seen';
        return { name: id, selection: null, viewer: by, isHidden };
      }),
    );
  };
  const loader = new DataLoader<string, GongCallTranscript | null>(async (ids) => {
    if (kept?.holds('TRANSCRIPT') === true) return settled(ids.map((id) => kept.transcript(id)));
    const keys = viewer === undefined ? wholeKeys(ids) : await judged(ids, viewer);
    return settled(reads.load(transcripts, keys, operation));
  });
  return {
    load: async (callId) => {
      const begun = reads.generation(transcripts);
      const sight = sightOf(callId);
      const loading = loader.load(callId);
      // Whether it can be read must not tell a call that is hidden from one that isn't there.
      const wasRead = loading.then(
        () => true,
        () => false,
      );
      // A call that Gong doesn't show could be any.
      const transcript = (await sight) === 'seen' ? await loading : null;
      if (transcript !== null) return screen.ofCall(callId, transcript);
      if (viewer !== undefined && (await wasRead)) {
        reads.keepAbsences(transcripts, wholeKeys([callId]), viewer, begun);
      }
      return null;
    },
  };
}
