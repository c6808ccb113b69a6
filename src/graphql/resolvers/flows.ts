import { dateTime, enumOf, flag, integer, list, text } from '../../gong/coerce.js';
import {
  listFlows,
  listFlowsFolders,
  type GongFlow,
  type GongFlowFolder,
} from '../../gong/endpoints/flows.js';
import { idOf, type Lenient } from '../../gong/endpoints/wire.js';
import type { components } from '../../gong/generated/types.js';
import type { ContextValue } from '../context.js';
import type { Resolvers } from '../generated/graphql.js';
import { toFlowFolderQuery, toFlowQuery } from '../inputs/engage.js';
import { isEmailAddress } from '../selection/entityReference.js';
import { DEFAULT_PEOPLE_OR_REVIEWS } from './arguments.js';
import { asSent, page } from './connections.js';
import { settleInOrder, userReference } from './references.js';

export interface FlowModel {
  readonly id: string;
  /** Null when a reference contains all that is selected, or when Gong no longer has the flow. */
  readonly flow: GongFlow | null;
  /** The parent's name for a flow that Gong no longer has. */
  readonly nameElsewhere?: string | null;
}
export type FlowStepModel = Lenient<components['schemas']['PublicApiFlowStep']>;
export type FlowFolderModel = GongFlowFolder;

const visibilityOf = enumOf(['COMPANY', 'PERSONAL', 'SHARED']);
const stepActionOf = enumOf([
  'SEND_EMAIL',
  'AUTO_SEND_EMAIL',
  'CALL',
  'LINKEDIN_CONNECT',
  'LINKEDIN_MESSAGE',
  'CUSTOM',
]);

const toFlowModel = (flow: GongFlow): FlowModel => ({ id: idOf(flow.id) ?? '', flow });

interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
}

const partOf = ({ first, after }: PageArguments) => ({
  first: first ?? DEFAULT_PEOPLE_OR_REVIEWS,
  after: after ?? null,
});

/** Returns a visible flow with its steps. */
const withSteps = ({ id }: FlowModel, { loaders }: ContextValue): Promise<GongFlow | null> =>
  loaders.engage.flowOf(id);

export const flowResolvers: Pick<Resolvers, 'Query' | 'User' | 'Flow' | 'FlowStep' | 'FlowFolder'> =
  {
    Query: {
      flows: (_parent, args, context, info) => {
        const { engage } = context.loaders;
        const loading = engage.list('flows(', listFlows, toFlowQuery(args), partOf(args));
        return page(loading, toFlowModel, context, info);
      },
      flowsByIds: (_parent, { ids }, { loaders }) =>
        settleInOrder(ids, async (id) => {
          const flow = await loaders.engage.flow(id);
          return flow === null ? null : { id, flow };
        }),
      flowFolders: (_parent, args, context, info) => {
        const query = toFlowFolderQuery(args);
        const { engage } = context.loaders;
        const loading = engage.list('flowFolders(', listFlowsFolders, query, partOf(args));
        return page(loading, asSent, context, info);
      },
    },
    User: {
      flows: async ({ id }, args, context, info) => {
        const { engage, userById } = context.loaders;
        const ownerEmail = await userById.emailOf(id);
        if (ownerEmail === null || !isEmailAddress(ownerEmail)) return null;
        const query = toFlowQuery({ ...args, ownerEmail });
        const loading = engage.list('flows(', listFlows, query, partOf(args));
        return page(loading, toFlowModel, context, info);
      },
    },
    Flow: {
      id: ({ id }) => id,
      name: ({ flow, nameElsewhere }) => text(flow?.name) ?? nameElsewhere ?? null,
      folderId: ({ flow }) => idOf(flow?.folderId),
      folderName: ({ flow }) => text(flow?.folderName),
      visibility: ({ flow }) => visibilityOf(flow?.visibility),
      createdAt: ({ flow }) => dateTime(flow?.creationDate),
      exclusive: ({ flow }) => flag(flow?.exclusive),
      description: async (model, _args, context) =>
        text((await withSteps(model, context))?.description),
      steps: async (model, _args, context) => {
        const flow = await withSteps(model, context);
        return flow === null ? null : [...list(flow.steps)];
      },
    },
    FlowStep: {
      id: ({ id }) => idOf(id),
      number: ({ stepOrder }) => integer(stepOrder),
      action: ({ action }) => stepActionOf(action),
      subject: ({ subject }) => text(subject),
      body: ({ body }) => text(body),
      isReply: ({ isReply }) => flag(isReply),
    },
    FlowFolder: {
      id: ({ id }) => idOf(id) ?? '',
      name: ({ name }) => text(name),
      parentId: ({ parentFolderId }) => idOf(parentFolderId),
      createdBy: ({ createdById }, _args, context, info) =>
        userReference(createdById, context, info),
      visibility: ({ visibility }) => visibilityOf(visibility),
    },
  };
