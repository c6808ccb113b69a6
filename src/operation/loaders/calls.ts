import DataLoader from 'dataloader';
import type { CallRecord } from '../../gong/endpoints/calls.js';
import {
  asAnswered,
  basicSelection,
  covers,
  unionSelections,
  type CallSelection,
} from '../../gong/endpoints/callSelection.js';
import { allOf, andThen, type Awaitable } from '../../lib/awaitable.js';
import type { OperationAudit } from '../../telemetry/audit/operationAudit.js';
import type { Operation } from '../operation.js';
import type { GongCallTranscript } from '../../gong/endpoints/wire.js';
import type { Company } from '../../company/company.js';
import { withPolicyHint } from '../../access/policy/policyError.js';
import type { KeptRecords } from '../replica/keptRecords.js';
import type { CallPolicyFilter } from './callPolicyFilter.js';
import { settled, wholeKeys } from './settled.js';
import type { CallKey, CallStore } from './callStore.js';

/** Whether an operation may show a call: `unknown` when Gong has none, `hidden` when the policy hides it. */
export type Visibility = 'seen' | 'hidden' | 'unknown';

export interface CallById {
  /**
   * Returns the call as the viewer may see it; null when Gong has none or the policy hides it. The client must not
   * learn which.
   */
  load(key: CallKey): Promise<CallRecord | null>;
  /** Returns whether the viewer may see the call. Costs nothing when no call is ever hidden. */
  visibilityOf(id: string): Promise<Visibility>;
  /** Returns whether a reference to the call may be shown, even if Gong does not show the call. */
  isReferenceVisible(id: string, selection?: CallSelection): Promise<boolean>;
}

/**
 * Loads calls by ID. Calls that are requested at the same time share requests, and calls that the operation has
 * already read are not requested again.
 *
 * @param kept when given, what the replica holds of a call is taken from it, and only what it does not keep from Gong.
 */
export function createCallById(
  company: Company,
  store: CallStore,
  operation: Operation,
  policyFilter: CallPolicyFilter,
  kept: KeptRecords | null,
): CallById {
  const applyPolicy = (id: string, call: CallRecord | null): Awaitable<CallRecord | null> => {
    if (call !== null) return policyFilter.call(call, store);
    store.addUnknown(id);
    return null;
  };
  const fromGong = (keys: readonly CallKey[]) =>
    readFromGong(keys, company, operation, policyFilter, applyPolicy);
  const loader = new DataLoader<CallKey, CallRecord | null>(
    async (keys) => {
      if (kept === null) return fromGong(keys);
      const found = await Promise.all(keys.map(({ id }) => kept.call(id)));
      const lacking = keys.filter((key, index) => lacks(found[index] ?? null, key, policyFilter));
      const read = lacking.length === 0 ? [] : await fromGong(lacking);
      const readOf = new Map(lacking.map((key, index) => [key, read[index] ?? null]));
      return settled(
        keys.map((key, index) => {
          const live = readOf.get(key);
          return live === undefined ? applyPolicy(key.id, found[index] ?? null) : live;
        }),
      );
    },
    // The store decides which calls are read, because the same ID may be requested with a wider selection.
    { cache: false },
  );
  const load = (key: CallKey): Promise<CallRecord | null> => {
    const held = store.find(key);
    return held === undefined ? loader.load(key) : Promise.resolve(held);
  };
  const visibilityOf = async (
    id: string,
    selection = basicSelection,
    isReference = false,
  ): Promise<Visibility> => {
    if (!policyFilter.mayHideCalls) return 'seen';
    if ((await withPolicyHint(load({ id, selection, isReference }))) !== null) return 'seen';
    return store.isHidden(id) ? 'hidden' : 'unknown';
  };
  return {
    load: operation.audit === null ? load : audited(load, store, operation.audit),
    visibilityOf: (id) => visibilityOf(id),
    isReferenceVisible: async (id, selection) => {
      const seen = await visibilityOf(id, selection, true);
      return seen === 'seen' || (seen === 'unknown' && !policyFilter.isStrict);
    },
  };
}

/** Records the calls that are shown, and those that the client named and the policy hides. */
function audited(
  load: CallById['load'],
  store: CallStore,
  audit: OperationAudit,
): CallById['load'] {
  return async (key) => {
    const call = await load(key);
    if (call !== null) audit.read('read-call', key.id);
    else if (key.isReference !== true && store.isHidden(key.id)) audit.hide(key.id);
    return call;
  };
}

/** Reads calls from Gong, and applies the policy to each. */
async function readFromGong(
  keys: readonly CallKey[],
  company: Company,
  operation: Operation,
  policyFilter: CallPolicyFilter,
  applyPolicy: (id: string, call: CallRecord | null) => Awaitable<CallRecord | null>,
): Promise<(CallRecord | Error | null)[]> {
  const { viewer } = policyFilter;
  const readKeys =
    viewer === undefined
      ? keys.map((key) => withNeeds(key, policyFilter))
      : await keysForViewer(keys, company, operation, policyFilter, viewer);
  const begun = company.reads.generation(company.calls);
  const loads = company.reads.load(company.calls, readKeys, operation);
  const results = await settled(
    loads.map((load, index) => andThen(load, (call) => applyPolicy(keys[index]?.id ?? '', call))),
  );
  if (viewer !== undefined) {
    const absentKeys = readKeys.filter((key, index) => 'viewer' in key && results[index] === null);
    company.reads.keepAbsences(company.calls, absentKeys, viewer, begun);
  }
  return results;
}

/** Whether the replica has the call, but not all that is selected of it. A call that it does not have is missing. */
function lacks(
  call: CallRecord | null,
  { selection }: CallKey,
  { needs }: CallPolicyFilter,
): boolean {
  return call !== null && !(covers(call.selection, selection) && covers(call.selection, needs));
}

function withNeeds({ id, selection }: CallKey, { needs }: CallPolicyFilter) {
  return { name: id, selection: unionSelections(asAnswered(selection), needs) };
}

/** Returns the keys to read for the viewer, and marks those whose calls are known to be hidden. */
async function keysForViewer(
  keys: readonly CallKey[],
  { reads, calls }: Company,
  operation: Operation,
  policyFilter: CallPolicyFilter,
  viewer: string,
) {
  // This precedes every read of a call. Otherwise the cost would reveal whether the call exists.
  await policyFilter.prepare();
  const asked = keys.filter(({ isReference }) => isReference !== true);
  const names = asked.map(({ id }) => id);
  const kept = await operation.awaitLookup(reads.findKept(calls, names, operation));
  return allOf(
    keys.map((key) => {
      const read = withNeeds(key, policyFilter);
      if (key.isReference === true) return read;
      const call = kept.get(key.id);
      const canBeJudged = call !== undefined && covers(call.selection, policyFilter.needs);
      const mayBeSeen = !canBeJudged || policyFilter.mayBeSeen(call);
      return andThen(mayBeSeen, (isShown) => {
        if (!isShown) operation.audit?.hide(key.id);
        return { ...read, viewer, isHidden: !isShown };
      });
    }),
  );
}

/** Loads transcripts by call ID. */
export interface TranscriptByCallId {
  /** Returns null when there is no transcript, or when its call may not be shown. */
  load(callId: string): Promise<GongCallTranscript | null>;
}

/** The call of a transcript is requested with it when its visibility is not known yet. */
export function createTranscriptByCallId(
  { reads, transcripts }: Company,
  operation: Operation,
  callById: CallById,
  policyFilter: CallPolicyFilter,
  kept: KeptRecords | null,
): TranscriptByCallId {
  const { viewer } = policyFilter;
  /** One lookup for each call, so that the cost of a transcript does not depend on when its call is judged. */
  const sights = new Map<string, Promise<Visibility>>();
  const sightOf = (id: string): Promise<Visibility> => {
    const visibilityOf = sights.get(id) ?? callById.visibilityOf(id);
    sights.set(id, visibilityOf);
    return visibilityOf;
  };
  /** Returns the keys to read for the viewer, and marks those whose calls are hidden. */
  const keysForViewer = async (ids: readonly string[], by: string) => {
    const kept = await operation.awaitLookup(reads.findKept(transcripts, ids, operation));
    return Promise.all(
      ids.map(async (id) => {
        // A call that cannot be judged fails where it is requested.
        const visibilityOf = kept.has(id) ? await sightOf(id).catch(() => null) : null;
        const isHidden = kept.has(id) && visibilityOf !== 'seen';
        return { name: id, selection: null, viewer: by, isHidden };
      }),
    );
  };
  const loader = new DataLoader<string, GongCallTranscript | null>(async (ids) => {
    if (kept?.holds('TRANSCRIPT') === true) return settled(ids.map((id) => kept.transcript(id)));
    const keys = viewer === undefined ? wholeKeys(ids) : await keysForViewer(ids, viewer);
    return settled(reads.load(transcripts, keys, operation));
  });
  return {
    load: async (callId) => {
      const begun = reads.generation(transcripts);
      const visibilityOf = sightOf(callId);
      const loading = loader.load(callId);
      // Whether the read succeeds must not distinguish a hidden call from a missing one.
      const wasRead = loading.then(
        () => true,
        () => false,
      );
      // A call that Gong does not show could be any call.
      const transcript = (await visibilityOf) === 'seen' ? await loading : null;
      if (transcript !== null) {
        operation.audit?.read('read-transcript', callId);
        return policyFilter.ofCall(callId, transcript);
      }
      if (viewer !== undefined && (await wasRead)) {
        reads.keepAbsences(transcripts, wholeKeys([callId]), viewer, begun);
      }
      return null;
    },
  };
}
