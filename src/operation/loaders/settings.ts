import DataLoader from 'dataloader';
import type { OperationScope } from '../scope.js';
import { list } from '../../gong/coerce.js';
import { listScorecards, listTrackers, listWorkspaces } from '../../gong/endpoints/settings.js';
import {
  idOf,
  type GongScorecard,
  type GongScorecardQuestion,
  type GongTracker,
  type GongWorkspace,
} from '../../gong/endpoints/wire.js';
import type { Planner } from '../../company/planner.js';
import type { CallScreen } from './callScreen.js';

/** Workspaces, trackers and scorecards: short lists that Gong only hands out whole. */
export interface SettingsLoaders {
  readonly workspaces: () => Promise<readonly GongWorkspace[]>;
  readonly workspaceById: (id: string) => Promise<GongWorkspace | null>;
  /** Keyword trackers of a workspace; of all with null. */
  readonly trackers: (workspaceId: string | null) => Promise<readonly GongTracker[]>;
  readonly trackerById: (id: string) => Promise<GongTracker | null>;
  readonly scorecards: () => Promise<readonly GongScorecard[]>;
  readonly scorecardById: (id: string) => Promise<GongScorecard | null>;
  /** The question that an answer belongs to, as it reads today. */
  readonly question: (
    scorecardId: string | null,
    questionId: string,
  ) => Promise<GongScorecardQuestion | null>;
}

/** All workspaces of the company, whoever may see them. */
export function createAllWorkspaces(
  { reader }: Planner,
  scope: OperationScope,
): () => Promise<readonly GongWorkspace[]> {
  return once(() => reader.whole(listWorkspaces, null, scope));
}

/** @param allowed ids of the workspaces that may be seen; null: all. What lies in others isn't there. */
export function createSettingsLoaders(
  planner: Planner,
  scope: OperationScope,
  allWorkspaces: () => Promise<readonly GongWorkspace[]>,
  allowed: () => Promise<ReadonlySet<string> | null>,
  screen: Pick<CallScreen, 'general'>,
): SettingsLoaders {
  const { reader } = planner;
  const only = async <T extends object>(
    loading: Promise<readonly T[]>,
    workspaceOf: (item: T) => unknown,
  ): Promise<readonly T[]> => {
    const [items, ids] = await Promise.all([loading, allowed()]);
    return items
      .filter((item) => ids?.has(idOf(workspaceOf(item)) ?? '') !== false)
      .map((item) => screen.general(item));
  };
  const workspaces = once(() => only(allWorkspaces(), ({ id }) => id));
  const scorecards = once(() =>
    only(reader.whole(listScorecards, null, scope), ({ workspaceId }) => workspaceId),
  );
  const allTrackers = createTrackers(planner, scope);
  const trackersOf = async (workspaceId: string | null): Promise<readonly GongTracker[]> => {
    const ids = await allowed();
    if (workspaceId !== null && ids?.has(workspaceId) === false) return [];
    return only(allTrackers.load(workspaceId ?? ALL_WORKSPACES), (each) => each.workspaceId);
  };
  const byId = {
    workspace: indexOnce(workspaces, ({ id }) => idOf(id)),
    scorecard: indexOnce(scorecards, ({ scorecardId }) => idOf(scorecardId)),
    tracker: indexOnce(
      () => trackersOf(null),
      ({ trackerId }) => idOf(trackerId),
    ),
  };
  return {
    workspaces,
    workspaceById: async (id) => (await byId.workspace()).get(id) ?? null,
    trackers: trackersOf,
    trackerById: async (id) => (await byId.tracker()).get(id) ?? null,
    scorecards,
    scorecardById: async (id) => (await byId.scorecard()).get(id) ?? null,
    question: async (scorecardId, questionId) => {
      const scorecard =
        scorecardId === null ? undefined : (await byId.scorecard()).get(scorecardId);
      const questions = list(scorecard?.questions);
      return questions.find((each) => idOf(each.questionId) === questionId) ?? null;
    },
  };
}

/** Stands for every workspace among ids, which are digits. */
const ALL_WORKSPACES = 'all';

/**
 * Trackers by workspace, or of all. Gong filters by one workspace or not at all: where
 * several are wanted at one moment, one request for all trackers serves them.
 */
function createTrackers(
  { reader }: Planner,
  scope: OperationScope,
): DataLoader<string, readonly GongTracker[]> {
  let all: Promise<readonly GongTracker[]> | null = null;
  return new DataLoader(async (workspaceIds) => {
    const [only] = workspaceIds;
    if (
      all === null &&
      workspaceIds.length === 1 &&
      only !== undefined &&
      only !== ALL_WORKSPACES
    ) {
      return [await reader.whole(listTrackers, only, scope)];
    }
    all ??= reader.whole(listTrackers, null, scope);
    const trackers = await all;
    return workspaceIds.map((id) =>
      id === ALL_WORKSPACES
        ? trackers
        : trackers.filter(({ workspaceId }) => idOf(workspaceId) === id),
    );
  });
}

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let promise: Promise<T> | null = null;
  return () => (promise ??= load());
}

function indexOnce<T>(
  load: () => Promise<readonly T[]>,
  idFrom: (item: T) => string | null,
): () => Promise<ReadonlyMap<string | null, T>> {
  return once(async () => new Map((await load()).map((item) => [idFrom(item), item])));
}
