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
 * Records that something refers to by id. The record is fetched only where a field is selected that the
 * reference itself doesn't hold; one that Gong doesn't have keeps its id.
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

/** Several of them, each once: what names no user is passed over. */
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

/** @param name what the parent calls the tracker: as good as the tracker's own. */
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

/** @param name what the parent calls the scorecard: as good as the scorecard's own. */
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
 * @param name what the parent calls the flow: as good as the flow's own. The policy has judged the parent, so the flow
 *   needs no judgment.
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

/** What can be sent beside the record that the field at hand resolves to. */
export function prefetchContext(context: ContextValue, info: GraphQLResolveInfo): Prefetch {
  return { context, info };
}

/**
 * Whether to send for what is beside a record that may not exist. A trial does not: the operation ends when there is no
 * record, and what waits for the next send slot is then not sent.
 */
function mayPrefetch({ operation }: ContextValue): boolean {
  return operation.trial === null;
}

/** A record that does not exist. A trial notes that something beside it may be sent, and that 0 requests are certain. */
function missing({ operation }: ContextValue): null {
  void operation.trial?.reportMissing('beside a missing record', '', Infinity);
  return null;
}

/**
 * The user asked for by id at the root; null where Gong knows none. Where nothing of the user's record is
 * selected, calls that name the user as their host prove as much as the record would.
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
 * The call asked for by id at the root; null where Gong has none. Where nothing of the call's record is
 * selected, its transcript proves as much as the record would.
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

/** @param sought `isProofEnough`: a transcript that is there proves all that is wanted of the call. */
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
  // Otherwise the moment at which the transcript's request is counted would tell a hidden call from a missing one.
  if (call === null) await Promise.allSettled(transcripts);
  return call;
}

/** The workspace asked for by id at the root; null where there is none. */
export async function findWorkspace(
  id: string,
  context: ContextValue,
  info: GraphQLResolveInfo,
): Promise<WorkspaceModel | null> {
  if (mayPrefetch(context)) prefetchForWorkspace(id, prefetchContext(context, info));
  const workspace = await context.loaders.reads.one(listWorkspaces, id);
  return workspace === null ? missing(context) : { id, workspace };
}

/** The keyword tracker asked for by id at the root; null where Gong lists none. */
export async function findTracker(id: string, context: ContextValue): Promise<TrackerModel | null> {
  const tracker = await context.loaders.reads.one(listTrackers, id);
  return tracker === null ? null : { id, tracker };
}

/** The scorecard asked for by id at the root; null where there is none. */
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
 * A list whose items load on their own: one that fails is null at its place, with an error of its own.
 * The executor awaits promises inside lists, which the generated types don't foresee for null.
 */
export function settleInOrder<Key, Model>(
  keys: readonly Key[],
  load: (key: Key) => Promise<Model | null>,
): (Model | null)[] {
  return keys.map((key) => load(key)) as unknown[] as (Model | null)[];
}
