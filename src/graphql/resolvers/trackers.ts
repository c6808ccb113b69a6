import type { Resolvers } from '../generated/graphql.js';
import { listTrackers } from '../../gong/endpoints/settings.js';
import { idOf, type GongTracker } from '../../gong/endpoints/wire.js';
import { dateTime, flag, integer, list, text, texts } from '../../gong/coerce.js';
import type { TrackerModel } from './models.js';
import { toNodeId } from '../selection/nodeId.js';
import { settleInOrder, findTracker, userReference, workspaceReference } from './references.js';

export function trackerModel(tracker: GongTracker): TrackerModel | null {
  const id = idOf(tracker.trackerId);
  return id === null ? null : { id, tracker };
}

export const trackerResolvers: Pick<Resolvers, 'Query' | 'Tracker' | 'TrackerKeywords'> = {
  Query: {
    tracker: (_parent, { id }, context) => findTracker(id, context),
    trackersByIds: (_parent, { ids }, context) =>
      settleInOrder(ids, (id) => findTracker(id, context)),
    trackers: async (_parent, { workspaceId }, { loaders }) =>
      (await loaders.reads.whole(listTrackers, workspaceId ?? null)).flatMap(
        (tracker) => trackerModel(tracker) ?? [],
      ),
  },
  Tracker: {
    nodeId: ({ id }) => toNodeId('Tracker', id),
    id: ({ id }) => id,
    name: ({ tracker, nameElsewhere }) => text(tracker?.trackerName) ?? text(nameElsewhere),
    workspace: ({ tracker }, _args, context, info) =>
      workspaceReference(tracker?.workspaceId, context, info),
    affiliation: ({ tracker }) => text(tracker?.affiliation),
    partOfQuestion: ({ tracker }) => flag(tracker?.partOfQuestion),
    saidAt: ({ tracker }) => text(tracker?.saidAt),
    saidAtInterval: ({ tracker }) => integer(tracker?.saidAtInterval),
    saidAtUnit: ({ tracker }) => text(tracker?.saidAtUnit),
    saidInTopics: ({ tracker }) => (tracker === null ? null : texts(tracker.saidInTopics)),
    filterQuery: ({ tracker }) => text(tracker?.filterQuery),
    keywords: ({ tracker }) => (tracker === null ? null : [...list(tracker.languageKeywords)]),
    createdAt: ({ tracker }) => dateTime(tracker?.created),
    updatedAt: ({ tracker }) => dateTime(tracker?.updated),
    creator: ({ tracker }, _args, context, info) =>
      userReference(tracker?.creatorUserId, context, info),
    updater: ({ tracker }, _args, context, info) =>
      userReference(tracker?.updaterUserId, context, info),
  },
  TrackerKeywords: {
    language: ({ language }) => text(language),
    keywords: ({ keywords }) => texts(keywords),
    includeRelatedForms: ({ includeRelatedForms }) => flag(includeRelatedForms),
  },
};
