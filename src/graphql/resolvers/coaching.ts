import { texts } from '../../gong/coerce.js';
import {
  listCoachingMetrics,
  type CoachingRecord,
  type GongCoachedUser,
} from '../../gong/endpoints/coaching.js';
import { isObject } from '../../gong/endpoints/wire.js';
import type { Resolvers } from '../generated/graphql.js';
import { userReference } from './references.js';

export type CoachingReportModel = CoachingRecord;
export type CoachedUserModel = GongCoachedUser;
export interface CoachingMetricModel {
  readonly name: string;
  readonly values: unknown;
}

export const coachingResolvers: Pick<
  Resolvers,
  'User' | 'CoachingReport' | 'CoachedUser' | 'CoachingMetric'
> = {
  User: {
    coaching: ({ id }, query, { loaders }) => loaders.reads.one(listCoachingMetrics, id, query),
  },
  CoachingReport: {
    reports: ({ reports }) => [...reports],
  },
  CoachedUser: {
    user: ({ report }, _args, context, info) => userReference(report?.id, context, info),
    metrics: ({ metrics }) =>
      isObject(metrics) ? Object.entries(metrics).map(([name, values]) => ({ name, values })) : [],
  },
  CoachingMetric: {
    name: ({ name }) => name,
    values: ({ values }) => texts(values),
  },
};
