import { count, dateTime, enumOf, flag, list, part, text } from '../../gong/coerce.js';
import {
  assignProspects,
  submitFlowProspectsBulkAssignment,
  unassignProspectFlows,
  type GongAssignFailure,
  type GongBulkAssignment,
  type GongBulkResult,
  type GongFlowInstance,
} from '../../gong/endpoints/flowProspects.js';
import { idOf, type Lenient } from '../../gong/endpoints/wire.js';
import type { components } from '../../gong/generated/types.js';
import { webUrl } from '../../gong/webUrl.js';
import type { UnassignResult, UnassignRejection } from '../../operation/mutations/engage.js';
import type { ContextValue } from '../context.js';
import type { Resolvers, UnassignFromFlowsInput } from '../generated/graphql.js';
import { toAssignment, toBulkAssignment } from '../inputs/engage.js';
import { omitNullish } from '../inputs/omitNullish.js';
import { jobStatusOf, type JobErrorModel } from './jobs.js';
import { flowReference, settleInOrder, workspaceReference } from './references.js';

export type FlowInstanceModel = GongFlowInstance;
export type FlowRejectionModel = GongAssignFailure;
export type FlowBulkJobModel = GongBulkAssignment;
export type FlowBulkResultModel = GongBulkResult;
export type FlowBulkProspectModel = Lenient<components['schemas']['FlowAssignmentProspect']>;
export type UnassignFromFlowsPayloadModel = UnassignResult;
export type UnassignRejectionModel = UnassignRejection;

const instanceStatusOf = enumOf([
  'PENDING',
  'RUNNING',
  'PAUSED',
  'FINISHED_NO_REPLY',
  'FINISHED_RESPONSE',
  'FINISHED',
]);
const resultStatusOf = enumOf(['ASSIGNED', 'CRM_OPERATION_FAILED', 'FLOW_ASSIGNMENT_FAILED']);

/** Omits assignments that nothing can refer to. */
const withId = (instances: readonly GongFlowInstance[]): GongFlowInstance[] =>
  instances.filter(({ flowInstanceId }) => idOf(flowInstanceId) !== null);

async function unassign(
  { crmProspectId, flowId, flowInstanceIds, unassignedByEmail }: UnassignFromFlowsInput,
  { mutations }: ContextValue,
): Promise<UnassignResult> {
  const byEmail = unassignedByEmail?.trim();
  if (crmProspectId == null) return mutations.engage.unassign(flowInstanceIds ?? [], byEmail);
  const more = omitNullish({ flowId, unassignedByUserEmail: byEmail });
  const ended = await mutations.send(unassignProspectFlows, { crmProspectId, ...more });
  return { unassigned: ended.instanceIds, rejected: [], requestId: ended.requestId };
}

export const flowProspectResolvers: Pick<
  Resolvers,
  | 'Query'
  | 'Mutation'
  | 'FlowInstance'
  | 'FlowRejection'
  | 'UnassignFromFlowsPayload'
  | 'UnassignRejection'
> = {
  Query: {
    prospectFlows: async (_parent, { crmProspectIds }, { loaders }) => {
      const found = await Promise.all(
        [...new Set(crmProspectIds)].map((id) => loaders.engage.instances(id, 'prospect')),
      );
      return withId(found.flat());
    },
    flowInstancesByIds: (_parent, { ids }, { loaders }) =>
      settleInOrder(ids, async (id) => (await loaders.engage.instances(id, 'instance'))[0] ?? null),
    flowBulkJob: (_parent, { id }, { loaders }) => loaders.engage.bulkJob(id),
  },
  Mutation: {
    assignToFlow: async (_parent, { input }, { mutations, loaders }) => {
      const { assigned, rejected, requestId } = await mutations.send(
        assignProspects,
        toAssignment(input),
      );
      const { policyFilter } = loaders;
      return {
        assigned: withId(assigned).map((instance) => policyFilter.general(instance)),
        rejected: rejected.map((rejection) => policyFilter.general(rejection)),
        requestId,
      };
    },
    bulkAssignToFlow: async (_parent, { input }, { mutations, loaders }) => {
      const { job, requestId } = await mutations.send(
        submitFlowProspectsBulkAssignment,
        toBulkAssignment(input),
      );
      return { job: loaders.policyFilter.general(job), requestId };
    },
    unassignFromFlows: (_parent, { input }, context) => unassign(input, context),
  },
  FlowInstance: {
    id: ({ flowInstanceId }) => idOf(flowInstanceId) ?? '',
    flow: ({ flowId, flowName }, _args, context, info) =>
      flowReference(flowId, text(flowName), context, info),
    crmProspectId: ({ crmProspectId }) => idOf(crmProspectId),
    ownerEmail: ({ flowInstanceOwnerEmail }) => text(flowInstanceOwnerEmail),
    ownerName: ({ flowInstanceOwnerFullName }) => text(flowInstanceOwnerFullName),
    createdAt: ({ flowInstanceCreateDate }) => dateTime(flowInstanceCreateDate),
    status: ({ flowInstanceStatus }) => instanceStatusOf(flowInstanceStatus),
    workspace: ({ workspaceId }, _args, context, info) =>
      workspaceReference(workspaceId, context, info),
    exclusive: ({ exclusive }) => flag(exclusive),
  },
  FlowRejection: {
    prospectId: ({ crmProspectId }) => idOf(crmProspectId),
    code: ({ errorCode }) => text(errorCode),
    message: ({ errorMessage }) => text(errorMessage),
  },
  UnassignFromFlowsPayload: {
    unassigned: ({ unassigned }) => [...unassigned],
    rejected: ({ rejected }) => [...rejected],
  },
  UnassignRejection: {
    flowInstanceId: ({ flowInstanceId }) => flowInstanceId,
    code: ({ code }) => code,
    message: ({ message }) => message,
  },
};

/** Gong does not document the order of the results. */
const toJobErrors = ({ errorCode, errorMessage }: GongBulkResult): JobErrorModel[] => {
  const error = { position: null, code: text(errorCode), message: text(errorMessage) };
  return error.code === null && error.message === null ? [] : [error];
};

export const flowBulkJobResolvers: Pick<
  Resolvers,
  'FlowBulkJob' | 'FlowBulkResult' | 'FlowBulkProspect'
> = {
  FlowBulkJob: {
    id: ({ id }) => idOf(id) ?? '',
    status: ({ status }) => jobStatusOf(status),
    totalCount: ({ totalCount }) => count(totalCount),
    processedCount: ({ processedCount }) => count(processedCount),
    successCount: ({ successCount }) => count(successCount),
    errorCount: ({ failedCount }) => count(failedCount),
    errors: ({ results }) => list(results).flatMap(toJobErrors),
    results: ({ results }) => [...list(results)],
  },
  FlowBulkResult: {
    prospect: ({ prospect }) => part(prospect),
    status: ({ status }) => resultStatusOf(status),
    crmId: ({ crmId }) => idOf(crmId),
    flowInstanceId: ({ flowInstanceId }) => idOf(flowInstanceId),
    code: ({ errorCode }) => text(errorCode),
    message: ({ errorMessage }) => text(errorMessage),
  },
  FlowBulkProspect: {
    crmId: ({ crmId }) => idOf(crmId),
    firstName: ({ firstName }) => text(firstName),
    lastName: ({ lastName }) => text(lastName),
    emailAddress: ({ email }) => text(email),
    jobTitle: ({ jobTitle }) => text(jobTitle),
    linkedInUrl: ({ linkedInUrl }) => webUrl(linkedInUrl) ?? null,
    accountCrmId: ({ accountCrmId }) => idOf(accountCrmId),
    companyName: ({ companyName }) => text(companyName),
  },
};
