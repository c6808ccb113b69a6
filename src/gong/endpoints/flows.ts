import type { components } from '../generated/types.js';
import { reads, type RecordKind } from './endpoint.js';
import { referenceId, type Lenient } from './wire.js';

/** A flow from a list, or a flow with its steps. Their other members are the same. */
export type GongFlow = Lenient<
  components['schemas']['PublicApiFlow'] & components['schemas']['PublicApiFlowWithSteps']
>;
export type GongFlowFolder = Lenient<components['schemas']['FlowFolder']>;

/** The flows that a user can use: the company's, and those that the user owns or that are shared with the user. */
export interface FlowQuery {
  readonly ownerEmail: string;
  readonly workspaceId?: string | undefined;
  readonly folderId?: string | undefined;
  readonly mostRecentlyAssigned?: boolean | undefined;
}

export interface FlowFolderQuery {
  readonly ownerEmail: string;
  readonly workspaceId?: string | undefined;
  readonly parentId?: string | undefined;
}

/** A flow from a list, which has no steps. */
export const listedFlows: RecordKind<GongFlow> = {
  name: 'listedFlow',
  group: 'flows',
  idOf: ({ id }) => referenceId(id),
  serves: 'directory',
  reveals: 'owned',
};

const flowsOf = (query: FlowQuery, cursor?: string) => ({
  query: {
    flowOwnerEmail: query.ownerEmail,
    cursor,
    workspaceId: query.workspaceId,
    folderId: query.folderId,
    mostRecentlyAssigned: query.mostRecentlyAssigned === true ? 'true' : undefined,
  },
});

/** Reads the company's flows, with those of one user. */
export const listFlows = reads('listFlows', listedFlows, {
  member: 'flows',
  paged: {
    ask: (query: FlowQuery, _selection, cursor) => flowsOf(query, cursor),
    name: [
      'flows',
      (query) => [
        query.ownerEmail.toLowerCase(),
        query.workspaceId ?? null,
        query.folderId ?? null,
        query.mostRecentlyAssigned === true,
      ],
    ],
    isApart: true,
  },
  probe: (_now, _minuteAgo, { email }) =>
    email === undefined ? null : flowsOf({ ownerEmail: email }),
});

export const flowFolders: RecordKind<GongFlowFolder> = {
  name: 'flowFolder',
  group: 'flows',
  idOf: ({ id }) => referenceId(id),
  serves: 'directory',
  reveals: 'owned',
};

/** Reads the folders of the company's flows, with those of one user. Gong's description names the list `flows`. */
export const listFlowsFolders = reads('listFlowsFolders', flowFolders, {
  member: 'flowsFolders',
  paged: {
    ask: ({ ownerEmail, workspaceId, parentId }: FlowFolderQuery, _selection, cursor) => ({
      query: { flowFolderOwnerEmail: ownerEmail, cursor, workspaceId, parentId },
    }),
    name: [
      'flowFolders',
      ({ ownerEmail, workspaceId, parentId }) => [
        ownerEmail.toLowerCase(),
        workspaceId ?? null,
        parentId ?? null,
      ],
    ],
  },
});

export const flows: RecordKind<GongFlow> = { ...listedFlows, name: 'flow' };

/** Reads flows by ID, with their steps. Gong refuses all with 404 `Flow not found: flowId=…` when one is unknown. */
export const getFlowSteps = reads('getFlowSteps', flows, {
  member: 'flows',
  byKey: { max: 20, ask: (flowIds) => ({ body: { flowIds } }) },
});
