import { reads, type RecordKind } from './endpoint.js';
import {
  idOf,
  referenceId,
  type GongScorecard,
  type GongTracker,
  type GongWorkspace,
} from './wire.js';

export const workspaces: RecordKind<GongWorkspace> = {
  name: 'workspace',
  group: 'workspaces',
  idOf: ({ id }) => referenceId(id),
  serves: 'directory',
  reveals: { workspaceOf: ({ id }) => idOf(id) },
};

/** Reads the company's workspaces. */
export const listWorkspaces = reads('listWorkspaces', workspaces, {
  member: 'workspaces',
  whole: { ask: () => ({}) },
  probe: () => ({}),
});

export const trackers: RecordKind<GongTracker> = {
  name: 'tracker',
  group: 'trackers',
  idOf: ({ trackerId }) => referenceId(trackerId),
  serves: 'directory',
  reveals: { workspaceOf: ({ workspaceId }) => idOf(workspaceId) },
};

/** Reads keyword trackers of one workspace; null: of all. Smart trackers are not included. */
export const listTrackers = reads('listTrackers', trackers, {
  member: 'keywordTrackers',
  whole: {
    ask: (workspaceId: string | null) => ({ query: { workspaceId: workspaceId ?? undefined } }),
    workspaceOf: (workspaceId) => workspaceId,
    // Gong filters by one workspace, or not at all.
    wider: {
      query: null,
      includes: (workspaceId, tracker) =>
        workspaceId === null || idOf(tracker.workspaceId) === workspaceId,
    },
  },
  probe: () => ({}),
});

export const scorecards: RecordKind<GongScorecard> = {
  name: 'scorecard',
  group: 'scorecards',
  idOf: ({ scorecardId }) => referenceId(scorecardId),
  serves: 'directory',
  reveals: { workspaceOf: ({ workspaceId }) => idOf(workspaceId) },
};

/** Reads the scorecard definitions of all workspaces, because Gong offers no filter. */
export const listScorecards = reads('listScorecards', scorecards, {
  member: 'scorecards',
  whole: { ask: () => ({}) },
  probe: () => ({}),
});
