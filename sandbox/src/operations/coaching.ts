import type { Company, User } from '../company/types.js';
import { badRequest } from '../errors.js';
import { toMicros } from '../instants.js';
import { ok, type Handler } from './types.js';

/** `GET /v2/coaching`: which calls of each direct report a manager reviewed. Gong does not document the measures. */
export const listCoachingMetrics: Handler = ({ company, query }) => {
  const [from, to] = [toMicros(String(query['from'])), toMicros(String(query['to']))];
  if (from >= to) throw badRequest('from: must be before to');
  const workspaceId = query['workspace-id'];
  const manager = company.users.find(({ id }) => id === query['manager-id']);
  const reports = company.users.filter(({ managerId }) => managerId === query['manager-id']);
  if (manager === undefined || reports.length === 0) return ok({ coachingData: [] });
  const calls = new Set(
    company.calls.flatMap(({ metaData }) =>
      metaData.workspaceId === workspaceId ? metaData.id : [],
    ),
  );
  const isCounted = ({ callId, reviewTime }: Company['answeredScorecards'][number]): boolean =>
    calls.has(callId) && from <= toMicros(reviewTime) && toMicros(reviewTime) < to;
  const reviews = company.answeredScorecards.filter(isCounted);
  const directReportsMetrics = reports.map((report) => {
    const own = reviews.filter(({ reviewedUserId }) => reviewedUserId === report.id);
    const byManager = own.filter(({ reviewerUserId }) => reviewerUserId === manager.id);
    return {
      report: personOf(report),
      metrics: {
        callsWithFeedback: [...new Set(own.map(({ callId }) => callId))],
        callsWithManagerFeedback: [...new Set(byManager.map(({ callId }) => callId))],
        scorecards: [...new Set(own.map(({ scorecardName }) => scorecardName))],
      },
    };
  });
  return ok({ coachingData: [{ manager: personOf(manager), directReportsMetrics }] });
};

const personOf = ({ id, emailAddress, firstName, lastName, title }: User) => ({
  id,
  emailAddress,
  firstName,
  lastName,
  title,
});
