import { briefsOf } from '../company/briefs.js';
import { notFound } from '../errors.js';
import { ok, type Handler } from './types.js';

/** `GET /v2/workspaces`. */
export const listWorkspaces: Handler = ({ company }) => ok({ workspaces: company.workspaces });

/** `GET /v2/settings/trackers`: keyword trackers; smart ones are listed nowhere. */
export const listTrackers: Handler = ({ company, query }) => {
  const { workspaceId } = query;
  if (workspaceId === undefined) return ok({ keywordTrackers: company.keywordTrackers });
  const keywordTrackers = company.keywordTrackers.filter(
    (tracker) => tracker.workspaceId === workspaceId,
  );
  // An empty list is a 404 only because something was filtered.
  if (keywordTrackers.length === 0) {
    throw notFound('No trackers found corresponding to the provided filters');
  }
  return ok({ keywordTrackers });
};

/** `GET /v2/settings/scorecards`: all definitions, of all workspaces. */
export const listScorecards: Handler = ({ company }) => ok({ scorecards: company.scorecards });

/** `GET /v2/settings/briefs`: definitions of AI briefs, of all workspaces or of one. */
export const listBriefs: Handler = ({ company, query }) => {
  const { workspaceId } = query;
  const briefs = briefsOf(company).filter(
    (brief) => workspaceId === undefined || brief.workspaceId === workspaceId,
  );
  if (briefs.length === 0 && workspaceId !== undefined) {
    throw notFound('No briefs found corresponding to the provided filters');
  }
  return ok({ briefs });
};
