import type { Resolvers } from '../generated/graphql.js';
import { callParts, type CallPart } from '../../replica/parts.js';
import type { ReplicaProgress, ReplicaStatus } from '../../replica/status.js';
import { ReplicaError } from '../../operation/replica/replicaError.js';
import type { ContextValue } from '../context.js';
import {
  basicSelection,
  unionSelections,
  type CallSelection,
} from '../../gong/endpoints/callSelection.js';
import { callSelectionFor } from '../selection/callSelectionFor.js';
import { objectType, selectedFields, type SelectionInfo } from '../selection/selectedFields.js';
import { answeredByReplica } from './belowReplica.js';
import { toCallModel } from './calls.js';
import { isoTime } from './connections.js';
import type { CallModel } from './models.js';

/** What the fields of the replica are answered from; the status is null when its store cannot be reached. */
export interface ReplicaModel {
  readonly isOff: boolean;
  readonly holds: readonly CallPart[];
  readonly status: ReplicaStatus | null;
}

export interface RefreshCallsPayloadModel {
  readonly calls: (CallModel | null)[];
}
export type ReplicaProgressModel = ReplicaProgress;

export const replicaResolvers: Pick<
  Resolvers,
  'Query' | 'Mutation' | 'Replica' | 'ReplicaProgress'
> = {
  Query: {
    replica: (_parent, _args, context) => replicaModel(context),
  },
  Mutation: {
    refreshCalls: async (_parent, { input }, context, info) => {
      await context.mutations.refreshCalls(input.ids);
      const { loaders } = answeredByReplica(context, info);
      const selection = selectedCalls(info);
      const calls = input.ids.map((id) => loaders.callById.load({ id, selection }));
      return { calls: (await Promise.all(calls)).map((call) => call && toCallModel(call)) };
    },
  },
  Replica: {
    state: ({ isOff, status }) => (isOff ? 'OFF' : (status?.state ?? 'UNAVAILABLE')),
    holds: ({ holds }) => [...holds],
    from: ({ status }) => isoTime(status?.from ?? null),
    asOf: ({ status }) => isoTime(status?.asOf ?? null),
    lateness: ({ status }) => status?.lateness ?? null,
    calls: ({ status }, _args, context) =>
      status === null ? null : orNull(context.replica().countCalls()),
    requestsToday: ({ status }) => status?.requestsToday ?? 0,
    requestsPerDay: ({ status }) => status?.requestsPerDay ?? 0,
    reasons: ({ status }) => [...(status?.reasons ?? [])],
    progress: ({ status }) => status?.progress ?? null,
    head: ({ status }, _args, context) =>
      status === null ? null : orNull(context.replica().feed.head()),
  },
  ReplicaProgress: {
    endsAt: ({ endsAt }) => isoTime(endsAt),
  },
};

/** What is selected of the calls of a payload. */
function selectedCalls(info: SelectionInfo): CallSelection {
  return selectedFields(info, objectType(info, 'RefreshCallsPayload'))
    .map(({ nodes }) => callSelectionFor(info, nodes))
    .reduce(unionSelections, basicSelection);
}

async function replicaModel(context: ContextValue): Promise<ReplicaModel> {
  const replica = openReplica(context);
  if (replica === null) return { isOff: true, holds: [], status: null };
  const holds = callParts.filter((part) => replica.holds.has(part));
  return { isOff: false, holds, status: await orNull(replica.searches.status()) };
}

/** Null when there is none. */
function openReplica(context: ContextValue) {
  try {
    return context.replica();
  } catch (error) {
    if (error instanceof ReplicaError) return null;
    throw error;
  }
}

/** Null while the store cannot be reached: the state says so. */
async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ReplicaError) return null;
    throw error;
  }
}
