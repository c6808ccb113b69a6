import type { Resolvers } from '../generated/graphql.js';
import { basicSelection, unionSelections } from '../../gong/endpoints/callSelection.js';
import { allOf } from '../../lib/awaitable.js';
import type { ConnectionModel } from '../../operation/loaders/connection.js';
import type { FoundPassage } from '../../replica/replica.js';
import type { ContextValue } from '../context.js';
import { speechCondition, textQuery, writtenFilter } from '../inputs/callSearch.js';
import { callSelectionFor } from '../selection/callSelectionFor.js';
import { DEFAULT_CALLS } from '../selection/pageSizes.js';
import { itemNodesOf, selects, type SelectionInfo } from '../selection/selectedFields.js';
import { answeredByReplica } from './belowReplica.js';
import { callAsOf } from './callAsOf.js';
import { toCallModel } from './calls.js';
import { isoTime } from './connections.js';
import type { CallModel } from './models.js';
import { speakerOf } from './parties.js';
import { callReference } from './references.js';

export type PassageModel = FoundPassage;

const totalCount: ReadonlySet<string> = new Set(['totalCount']);

export const searchResolvers: Pick<Resolvers, 'Query' | 'Call' | 'Passage'> = {
  Query: {
    searchCalls: async (_parent, { filter, order, first, after }, context, info) => {
      const kept = answeredByReplica(context, info);
      const found = await kept.replica().searches.calls({
        field: info.fieldName,
        filter: writtenFilter(filter),
        order: order ?? 'NEWEST_FIRST',
        first: first ?? DEFAULT_CALLS,
        after: after ?? null,
        needsTotal: selects(info, 'CallSearchConnection', totalCount),
      });
      return { ...found, ...(await foundCalls(found, kept, info)) };
    },
    searchTranscripts: (_parent, args, context, info) => {
      const kept = answeredByReplica(context, info);
      const { text, filter, speech, order, first, after } = args;
      return kept.replica().searches.passages({
        field: info.fieldName,
        text: textQuery(text),
        filter: writtenFilter(filter),
        speech: speechCondition(speech),
        order: order ?? 'NEWEST_FIRST',
        first: first ?? DEFAULT_CALLS,
        after: after ?? null,
        needsTotal: selects(info, 'PassageConnection', totalCount),
      });
    },
  },
  Call: {
    asOf: async (call, _args, context, info) => isoTime(await callAsOf(call, context, info)),
    passages: async ({ id }, { text, speech, first }, context) => [
      ...(await context
        .replica()
        .searches.passagesOf(id, textQuery(text), speechCondition(speech), first ?? DEFAULT_CALLS)),
    ],
  },
  Passage: {
    callId: ({ callId }) => callId,
    call: ({ callId }, _args, context, info) => callReference(callId, null, context, info),
    startSeconds: ({ startSeconds }) => startSeconds,
    endSeconds: ({ endSeconds }) => endSeconds,
    speakerId: ({ speakerId }) => speakerId,
    speaker: async ({ callId, speakerId }, _args, { loaders }) => {
      if (speakerId === null) return null;
      const selection = { ...basicSelection, blocks: new Set(['parties'] as const) };
      return speakerOf(
        await loaders.callById.load({ id: callId, selection, isReference: true }),
        speakerId,
      );
    },
    text: ({ text }) => text,
    matches: ({ matches }) => [...matches],
  },
};

/** The calls of a page that are still there. */
async function foundCalls(
  found: ConnectionModel<string>,
  { loaders }: ContextValue,
  info: SelectionInfo,
): Promise<Pick<ConnectionModel<CallModel>, 'entries'>> {
  const selection = itemNodesOf(info, 'CallSearchConnection', 'CallEdge')
    .map((nodes) => callSelectionFor(info, nodes))
    .reduce(unionSelections, basicSelection);
  const records = await allOf(
    found.entries.map(({ node: id }) => loaders.callById.load({ id, selection })),
  );
  return {
    entries: found.entries.flatMap(({ cursor }, index) => {
      const record = records[index] ?? null;
      return record === null ? [] : [{ node: toCallModel(record), cursor }];
    }),
  };
}
