import type { GraphQLResolveInfo } from 'graphql';
import type { ContextValue } from '../context.js';
import { allOf } from '../../lib/awaitable.js';
import { isBasic } from '../../gong/endpoints/callSelection.js';
import { listScorecards, listTrackers, listWorkspaces } from '../../gong/endpoints/settings.js';
import { referenceId } from '../../gong/endpoints/wire.js';
import { callSelectionFor } from '../selection/callSelectionFor.js';
import { referenceFields, namedReferenceFields } from '../selection/referenceFields.js';
import { selectsBeyond } from '../selection/selectedFields.js';
import type { FlowModel } from './flows.js';
import type {
  CallModel,
  ScorecardModel,
  TrackerModel,
  UserModel,
  WorkspaceModel,
} from './models.js';
import {
  prefetchForCall,
  prefetchForScorecard,
  prefetchForUser,
  prefetchForWorkspace,
  type Prefetch,
} from './prefetch.js';

/**
 * Resolves records that another record refers to by ID. The record is read only when a field is selected that the
 * reference lacks. A record that Gong does not have keeps its ID.
 */

export function userReference(
  value: unknown,
  context: ContextValue,
  info: GraphQLResolveInfo,
): Promise<UserModel | null> | null {
  const id = referenceId(value);
  if (id === null) return null;
  void prefetchForUser(id, prefetchContext(context, info));
  if (!selectsBeyond(info, 'User', referenceFields.User))
    return Promise.resolve({ id, user: null });
  return context.loaders.userById.load(id).then((user) => ({ id, user }));
}

/** Resolves several references, each once. Values that name no user are omitted. */
export async function userReferences(
  values: readonly unknown[],
  context: ContextValue,
  info: GraphQLResolveInfo,
): Promise<UserModel[]> {
  const ids = new Set(values.flatMap((value) => referenceId(value) ?? []));
  const users = await allOf([...ids].map((id) => userReference(id, context, info)));
  return users.filter((user) => user !== null);
}

export async function callReference(
  value: unknown,
  titleElsewhere: string | null | undefined,
  context: ContextValue,
  info: GraphQLResolveInfo,
): Promise<CallModel | null> {
  const id = referenceId(value);
  if (id === null) return null;
  void prefetchForCall(id, prefetchContext(context, info));
  const { callById } = context.loaders;
  const selection = callSelectionFor(info);
  const isHeldByReference =
    isBasic(selection) && !selectsBeyond(info, 'Call', referenceFields.Call);
  const record = isHeldByReference
    ? null
    : await callById.load({ id, selection, isReference: true });
  if (record === null && !(await callById.isReferenceVisible(id))) return null;
  return { id, record, titleElsewhere };
}

export async function workspaceReference(
  value: unknown,
  context: ContextValue,
  info: GraphQLResolveInfo,
): Promise<WorkspaceModel | null> {
  const id = referenceId(value);
  if (id === null) return null;
  prefetchForWorkspace(id, prefetchContext(context, info));
  if (!selectsBeyond(info, 'Workspace', referenceFields.Workspace)) return { id, workspace: null };
  return { id, workspace: await context.loaders.reads.one(listWorkspaces, id) };
}

/** @param name the parent's name for the tracker, which equals the tracker's own. */
export async function trackerReference(
  value: unknown,
  name: string | null,
  context: ContextValue,
  info: GraphQLResolveInfo,
): Promise<TrackerModel | null> {
  const id = referenceId(value);
  if (id === null) return null;
  const held = name === null ? referenceFields.Tracker : namedReferenceFields.Tracker;
  if (!selectsBeyond(info, 'Tracker', held)) {
    return { id, tracker: null, nameElsewhere: name };
  }
  return { id, tracker: await context.loaders.reads.one(listTrackers, id), nameElsewhere: name };
}

/** @param name the parent's name for the scorecard, which equals the scorecard's own. */
export async function scorecardReference(
  value: unknown,
  name: string | null,
  context: ContextValue,
  info: GraphQLResolveInfo,
): Promise<ScorecardModel | null> {
  const id = referenceId(value);
  if (id === null) return null;
  prefetchForScorecard(id, prefetchContext(context, info));
  const held = name === null ? referenceFields.Scorecard : namedReferenceFields.Scorecard;
  if (!selectsBeyond(info, 'Scorecard', held)) return { id, scorecard: null, nameElsewhere: name };
  return {
    id,
    scorecard: await context.loaders.reads.one(listScorecards, id),
    nameElsewhere: name,
  };
}

/**
 * @param name the parent's name for the flow, which equals the flow's own. The policy has judged the parent, so the
 *   flow needs no check.
 */
export async function flowReference(
  value: unknown,
  name: string | null,
  { loaders }: ContextValue,
  info: GraphQLResolveInfo,
): Promise<FlowModel | null> {
  const id = referenceId(value);
  if (id === null) return null;
  const held = name === null ? referenceFields.Flow : namedReferenceFields.Flow;
  if (!selectsBeyond(info, 'Flow', held)) return { id, flow: null, nameElsewhere: name };
  return { id, flow: await loaders.engage.flowOf(id), nameElsewhere: name };
}

/** Returns what the resolvers need to prefetch fields of the record. */
export function prefetchContext(context: ContextValue, info: GraphQLResolveInfo): Prefetch {
  return { context, info };
}

/**
 * Returns whether to prefetch fields of a record that may not exist. A trial does not: when there is no record, the
 * operation ends before queued requests are sent.
 */
function mayPrefetch({ operation }: ContextValue): boolean {
  return operation.trial === null;
}

/**
 * Returns null for a record that does not exist. A trial records that something else may have been requested, and
 * that 0 requests are certain.
 */
function missing({ operation }: ContextValue): null {
  void operation.trial?.reportMissing('beside a missing record', '', Infinity);
  return null;
}

/**
 * Finds a user of a root field by ID; null when Gong has none. When no field of the user's own record is selected,
 * calls with the user as host prove that the user exists.
 */
export async function findUser(
  id: string,
  context: ContextValue,
  info: GraphQLResolveInfo,
): Promise<UserModel | null> {
  const isHeldByReference = !selectsBeyond(info, 'User', referenceFields.User);
  const mayStart = isHeldByReference || mayPrefetch(context);
  const calls = mayStart ? prefetchForUser(id, prefetchContext(context, info)) : [];
  if (isHeldByReference) {
    const pages = await Promise.allSettled(calls);
    const hostsCalls = pages.some(
      (page) => page.status === 'fulfilled' && page.value.entries.length > 0,
    );
    if (hostsCalls) return { id, user: null };
  }
  const user = await context.loaders.userById.load(id);
  return user === null ? missing(context) : { id, user };
}

/**
 * Finds a call of a root field by ID; null when Gong has none. When no field of the call's own record is selected,
 * its transcript proves that the call exists.
 */
export function findCall(
  id: string,
  context: ContextValue,
  info: GraphQLResolveInfo,
): Promise<CallModel | null> {
  const transcripts = prefetchForCall(id, prefetchContext(context, info));
  const selection = callSelectionFor(info);
  const load = (): Promise<CallModel | null> =>
    context.loaders.callById
      .load({ id, selection })
      .then((record) => (record === null ? null : { id, record }));
  if (transcripts.length === 0) return load();
  const isProofEnough = isBasic(selection) && !selectsBeyond(info, 'Call', referenceFields.Call);
  return findCallWithParts(transcripts, { id, isProofEnough, load });
}

/** @param sought `isProofEnough`: an existing transcript proves everything that is selected of the call. */
async function findCallWithParts(
  transcripts: readonly Promise<unknown>[],
  sought: {
    readonly id: string;
    readonly isProofEnough: boolean;
    readonly load: () => Promise<CallModel | null>;
  },
): Promise<CallModel | null> {
  const { id, isProofEnough, load } = sought;
  if (isProofEnough) {
    const [transcript] = await Promise.allSettled(transcripts);
    if (transcript?.status === 'fulfilled' && transcript.value !== null)
      return { id, record: null };
  }
  const call = await load();
  // Otherwise the time at which the transcript's request is counted would distinguish a hidden call from a missing
  // one.
  if (call === null) await Promise.allSettled(transcripts);
  return call;
}

/** Finds a workspace of a root field by ID; null when there is none. */
export async function findWorkspace(
  id: string,
  context: ContextValue,
  info: GraphQLResolveInfo,
): Promise<WorkspaceModel | null> {
  if (mayPrefetch(context)) prefetchForWorkspace(id, prefetchContext(context, info));
  const workspace = await context.loaders.reads.one(listWorkspaces, id);
  return workspace === null ? missing(context) : { id, workspace };
}

/** Finds a keyword tracker of a root field by ID; null when Gong lists none. */
export async function findTracker(id: string, context: ContextValue): Promise<TrackerModel | null> {
  const tracker = await context.loaders.reads.one(listTrackers, id);
  return tracker === null ? null : { id, tracker };
}

/** Finds a scorecard of a root field by ID; null when there is none. */
export async function findScorecard(
  id: string,
  context: ContextValue,
  info: GraphQLResolveInfo,
): Promise<ScorecardModel | null> {
  if (mayPrefetch(context)) prefetchForScorecard(id, prefetchContext(context, info));
  const scorecard = await context.loaders.reads.one(listScorecards, id);
  return scorecard === null ? missing(context) : { id, scorecard };
}

/**
 * Resolves a list whose items load separately. An item that fails is null, with an error of its own. The executor
 * awaits promises in lists, but the generated types do not allow null for them.
 */
export function settleInOrder<Key, Model>(
  keys: readonly Key[],
  load: (key: Key) => Promise<Model | null>,
): (Model | null)[] {
  return keys.map((key) => load(key)) as unknown[] as (Model | null)[];
}
