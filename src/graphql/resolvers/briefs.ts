import { dateTime, text } from '../../gong/coerce.js';
import { listBriefs, type GongBrief } from '../../gong/endpoints/briefs.js';
import type { Resolvers } from '../generated/graphql.js';
import { userReference, workspaceReference } from './references.js';

export type BriefDefinitionModel = GongBrief;

export const briefResolvers: Pick<Resolvers, 'Query' | 'Workspace' | 'BriefDefinition'> = {
  Query: {
    briefDefinitions: async (_parent, { workspaceId }, { loaders }) => [
      ...(await loaders.reads.whole(listBriefs, workspaceId ?? null)),
    ],
  },
  Workspace: {
    briefDefinitions: async ({ id }, _args, { loaders }) => [
      ...(await loaders.reads.whole(listBriefs, id)),
    ],
  },
  BriefDefinition: {
    id: ({ briefId }) => text(briefId) ?? '',
    name: ({ briefName }) => text(briefName),
    workspace: ({ workspaceId }, _args, context, info) =>
      workspaceReference(workspaceId, context, info),
    description: ({ description }) => text(description),
    published: ({ status }) => isPublished(text(status)),
    creator: ({ creatorUserId }, _args, context, info) =>
      userReference(creatorUserId, context, info),
    createdAt: ({ created }) => dateTime(created),
    updatedAt: ({ updated }) => dateTime(updated),
  },
};

/** Gong spells it `Published` or `Not published`. */
function isPublished(status: string | null): boolean | null {
  const words = status?.toLowerCase();
  if (words === 'published') return true;
  return words === 'not published' ? false : null;
}
