import type { Resolvers } from '../generated/graphql.js';
import { text } from '../../gong/coerce.js';
import { listWorkspaces } from '../../gong/endpoints/settings.js';
import type { Coverage } from '../../operation/loaders/connection.js';
import type { CallDimension, Measures, Stats, StatsRow } from '../../replica/replica.js';
import type { ContextValue } from '../context.js';
import { writtenFilter } from '../inputs/callSearch.js';
import { objectType, selectedFields, type SelectionInfo } from '../selection/selectedFields.js';
import { answeredByReplica } from './belowReplica.js';
import { isoTime } from './connections.js';
import { userName } from './parties.js';
import {
  scorecardReference,
  trackerReference,
  userReference,
  workspaceReference,
} from './references.js';

export type CallStatsModel = Stats & Coverage & { readonly by: readonly CallDimension[] };
export interface CallStatsRowModel {
  readonly row: StatsRow;
  readonly by: readonly CallDimension[];
}
export type CallStatsKeyModel = StatsRow['keys'][number] & { readonly dimension: CallDimension };
export type CallMeasuresModel = Measures;

const MAX_ROWS = 1000;

export const callStatsResolvers: Pick<
  Resolvers,
  'Query' | 'CallStats' | 'CallStatsRow' | 'CallStatsKey' | 'CallMeasures'
> = {
  Query: {
    callStats: async (_parent, { filter, by, timeZone, first }, context, info) => {
      const kept = answeredByReplica(context, info);
      const stats = await kept.replica().searches.stats({
        field: info.fieldName,
        filter: writtenFilter(filter),
        by,
        timeZone: timeZone ?? null,
        first: first ?? MAX_ROWS,
        measures: selectedMeasures(info),
      });
      return { ...stats, by };
    },
  },
  CallStats: {
    rows: ({ rows, by }) => rows.map((row) => ({ row, by })),
    total: ({ total }) => total,
    asOf: ({ asOf }) => isoTime(asOf),
    isComplete: ({ isComplete }) => isComplete,
    isTruncated: ({ isTruncated }) => isTruncated,
  },
  CallStatsRow: {
    keys: ({ row, by }) =>
      row.keys.flatMap((key, index) => {
        const dimension = by[index];
        return dimension === undefined ? [] : [{ ...key, dimension }];
      }),
    measures: ({ row }) => row.measures,
  },
  CallStatsKey: {
    dimension: ({ dimension }) => dimension,
    value: ({ value }) => value,
    label: async ({ dimension, value, label }, _args, context) =>
      shownLabel(label ?? (await nameOf(dimension, value, context)), context),
    from: ({ fromMs }) => isoTime(fromMs),
    to: ({ toMs }) => isoTime(toMs),
    user: ({ dimension, value }, _args, context, info) =>
      dimension === 'HOST' ? userReference(value, context, info) : null,
    tracker: ({ dimension, value, label }, _args, context, info) =>
      dimension === 'TRACKER'
        ? trackerReference(value, shownLabel(label, context), context, info)
        : null,
    scorecard: ({ dimension, value, label }, _args, context, info) =>
      dimension === 'SCORECARD'
        ? scorecardReference(value, shownLabel(label, context), context, info)
        : null,
    workspace: ({ dimension, value }, _args, context, info) =>
      dimension === 'WORKSPACE' ? workspaceReference(value, context, info) : null,
  },
  CallMeasures: {
    calls: ({ calls }) => calls,
    durationSeconds: ({ durationSeconds }) => durationSeconds,
    averageDurationSeconds: ({ durationSeconds, callsWithDuration }) =>
      ratio(durationSeconds, callsWithDuration),
    hostTalkRatio: ({ hostTalkSeconds, hostedTalkSeconds }) =>
      ratio(hostTalkSeconds, hostedTalkSeconds),
    customerTalkRatio: ({ customerTalkSeconds, talkSeconds }) =>
      ratio(customerTalkSeconds, talkSeconds),
    callsWithTalkTime: ({ callsWithTalkTime }) => callsWithTalkTime,
    companyQuestions: ({ companyQuestions }) => companyQuestions,
    otherQuestions: ({ otherQuestions }) => otherQuestions,
    trackerHits: ({ trackerHits }) => trackerHits,
    callsWithTrackerHits: ({ callsWithTrackerHits }) => callsWithTrackerHits,
    reviews: ({ reviews }) => reviews,
    averageScore: ({ scoreSum, scoredReviews }) => ratio(scoreSum, scoredReviews),
  },
};

/** The measures that are selected, of a row or of the total. */
function selectedMeasures(info: SelectionInfo): readonly string[] {
  const measures = selectedFields(info, objectType(info, 'CallStats')).flatMap(
    ({ name, nodes }) => {
      if (name === 'total') return [nodes];
      if (name !== 'rows') return [];
      const row = selectedFields(info, objectType(info, 'CallStatsRow'), nodes);
      return row.flatMap((field) => (field.name === 'measures' ? [field.nodes] : []));
    },
  );
  const type = objectType(info, 'CallMeasures');
  return measures.flatMap((nodes) => selectedFields(info, type, nodes).map(({ name }) => name));
}

/** Null over nothing. */
function ratio(sum: number, over: number): number | null {
  return over === 0 ? null : sum / over;
}

/** What the directory calls a host or a workspace. */
async function nameOf(
  dimension: CallDimension,
  value: string | null,
  { loaders }: ContextValue,
): Promise<string | null> {
  if (value === null) return null;
  if (dimension === 'HOST') return userName(await loaders.userById.load(value));
  if (dimension !== 'WORKSPACE') return null;
  return text((await loaders.reads.one(listWorkspaces, value))?.name);
}

/** Names may hold addresses or numbers of people. */
function shownLabel(label: string | null, { loaders }: ContextValue): string | null {
  return label === null ? null : loaders.policyFilter.ofAnyCall({ label }).label;
}
