import type { Resolvers } from '../generated/graphql.js';
import { idOf } from '../../gong/endpoints/wire.js';
import type { CallChange, RecordChange } from '../../operation/replica/changeFeed.js';
import type { CallRead } from '../../operation/replica/keptRecords.js';
import type { ReplicaRecordKind } from '../../replica/parts.js';
import { writtenChangeFilter } from '../inputs/callSearch.js';
import { callSelectionFor } from '../selection/callSelectionFor.js';
import {
  itemNodesOf,
  objectType,
  selectedFields,
  type SelectionInfo,
} from '../selection/selectedFields.js';
import { answeredByReplica } from './belowReplica.js';
import { toCallModel } from './calls.js';
import { asSent, isoTime, page } from './connections.js';
import { named, type NamedNode } from './node.js';

export type CallChangeModel = CallChange;
export type RecordChangeModel = RecordChange;

const DEFAULT_CHANGES = 100;

export const changeResolvers: Pick<Resolvers, 'Query' | 'CallChange' | 'RecordChange'> = {
  Query: {
    callChanges: (_parent, { after, of, filter, first }, context, info) => {
      const kept = answeredByReplica(context, info);
      const changes = kept.replica().feed.calls({
        filter: writtenChangeFilter(filter),
        parts: of ?? null,
        first: first ?? DEFAULT_CHANGES,
        after: after ?? null,
        reads: selectedReads(info),
      });
      return page(changes, asSent, context, info);
    },
    recordChanges: (_parent, { after, of, first }, context, info) => {
      const kept = answeredByReplica(context, info);
      const changes = kept.replica().feed.records({
        kinds: of ?? null,
        first: first ?? DEFAULT_CHANGES,
        after: after ?? null,
      });
      return page(changes, asSent, context, info);
    },
  },
  CallChange: {
    kind: ({ kind }) => kind,
    callId: ({ callId }) => callId,
    call: async ({ kind, callId }, _args, { loaders }, info) => {
      if (kind === 'GONE') return null;
      const record = await loaders.callById.load({ id: callId, selection: callSelectionFor(info) });
      // It may have been removed since.
      return record === null ? null : toCallModel(record);
    },
    changed: ({ changed }) => [...changed],
    seenAt: ({ seenAt }) => isoTime(seenAt),
  },
  RecordChange: {
    kind: ({ kind }) => kind,
    recordKind: ({ recordKind }) => recordKind,
    recordId: ({ recordId }) => recordId,
    record: ({ recordKind, recordId, record }) =>
      record === null ? null : nodes[recordKind](recordId, record),
    seenAt: ({ seenAt }) => isoTime(seenAt),
  },
};

/** What is read for fields of a call by itself. */
const readOfField: Readonly<Record<string, CallRead>> = {
  transcript: 'transcript',
  answeredScorecards: 'reviews',
};

/** Returns what is selected of the calls. */
function selectedReads(info: SelectionInfo): ReadonlySet<CallRead> {
  const reads = new Set<CallRead>();
  for (const nodes of itemNodesOf(info, 'CallChangeConnection', 'CallChangeEdge')) {
    for (const change of selectedFields(info, objectType(info, 'CallChange'), nodes)) {
      if (change.name !== 'call') continue;
      reads.add('call');
      for (const { name } of selectedFields(info, objectType(info, 'Call'), change.nodes)) {
        const read = readOfField[name];
        if (read !== undefined) reads.add(read);
      }
    }
  }
  return reads;
}

/** The object of each kind of record. */
const nodes: Record<ReplicaRecordKind, (id: string, record: object) => NamedNode | null> = {
  USER: (id, user) => named('User', { id, user }),
  WORKSPACE: (id, workspace) => named('Workspace', { id, workspace }),
  TRACKER: (id, tracker) => named('Tracker', { id, tracker }),
  SCORECARD: (id, scorecard) => named('Scorecard', { id, scorecard }),
  FOLDER: (id, folder) => {
    const workspaceId = idOf((folder as { readonly workspaceId?: unknown }).workspaceId);
    return named('Folder', { id, folder: folder, workspaceId, content: null });
  },
};
