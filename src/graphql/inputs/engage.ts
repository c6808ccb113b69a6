import type { components } from '../../gong/generated/types.js';
import type { FlowFolderQuery, FlowQuery } from '../../gong/endpoints/flows.js';
import type { TaskChange, TaskQuery } from '../../gong/endpoints/tasks.js';
import type {
  AssignToFlowInput,
  BulkAssignToFlowInput,
  QueryFlowFoldersArgs,
  QueryFlowsArgs,
  TaskFilter,
  UpdateTaskInput,
} from '../generated/graphql.js';
import { omitNullish } from './omitNullish.js';

type Schemas = components['schemas'];
type OfUser = 'ownerEmail';

export function toFlowQuery({
  ownerEmail,
  workspaceId,
  folderId,
  mostRecentlyAssigned,
}: Pick<QueryFlowsArgs, OfUser | 'workspaceId' | 'folderId' | 'mostRecentlyAssigned'>): FlowQuery {
  return {
    ownerEmail: ownerEmail.trim(),
    workspaceId: workspaceId ?? undefined,
    folderId: folderId ?? undefined,
    mostRecentlyAssigned: mostRecentlyAssigned ?? undefined,
  };
}

export function toFlowFolderQuery({
  ownerEmail,
  workspaceId,
  parentId,
}: Pick<QueryFlowFoldersArgs, OfUser | 'workspaceId' | 'parentId'>): FlowFolderQuery {
  return {
    ownerEmail: ownerEmail.trim(),
    workspaceId: workspaceId ?? undefined,
    parentId: parentId ?? undefined,
  };
}

export function toAssignment({
  flowId,
  ownerEmail,
  crmProspectIds,
  coolOffOverride,
  steps,
  variables,
  description,
}: AssignToFlowInput): Schemas['AssignFlowRequestV2'] {
  const overrides = omitNullish({
    steps: steps?.map((step) => ({ ...omitNullish(step), number: step.number })),
    flowInstanceVariables: variables?.map(({ name, value }) => ({ name, value })),
    coolOffOverride,
  });
  return {
    // Gong refuses some lists with repeated IDs.
    crmProspectsIds: [...new Set(crmProspectIds)],
    flowId,
    flowInstanceOwnerEmail: ownerEmail.trim(),
    ...(Object.keys(overrides).length === 0 ? {} : { overrides }),
    ...omitNullish({ flowInstanceDescription: description }),
  };
}

export function toBulkAssignment({
  flowId,
  ownerEmail,
  prospects,
}: BulkAssignToFlowInput): Schemas['FlowProspectsBulkAssignmentRequest'] {
  return {
    flowInstanceOwnerEmail: ownerEmail.trim(),
    flowId,
    prospects: prospects.map(({ emailAddress, ...prospect }) =>
      omitNullish({ ...prospect, email: emailAddress?.trim() }),
    ),
  };
}

export function toTaskQuery({ workspaceId, types, actions, statuses }: TaskFilter): TaskQuery {
  return {
    ...omitNullish({ workspaceId }),
    types: known(types ?? ['FLOW', 'MANUAL']),
    taskAction: known(actions ?? ['CALL']),
    status: known(statuses ?? ['OPEN']),
  };
}

export function toTaskChange({ id, userId, status, dueAt, priority }: UpdateTaskInput): TaskChange {
  const change = omitNullish({ status, dueDate: dueAt, priority });
  return { id, change: { userId, ...change } as TaskChange['change'] };
}

/** Returns the values of an enum, each once and sorted, so that equal filters give equal requests. */
function known<Name extends string>(names: readonly Name[]): Exclude<Name, 'UNKNOWN'>[] {
  const isInput = (name: Name): name is Exclude<Name, 'UNKNOWN'> => name !== 'UNKNOWN';
  return [...new Set(names)].filter(isInput).sort();
}
