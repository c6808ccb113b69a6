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
