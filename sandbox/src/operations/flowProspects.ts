import type { BulkJob, Company, Flow, FlowInstance } from '../company/types.js';
import { badRequest, notFound } from '../errors.js';
import { formatInstant, toMicros } from '../instants.js';
import type { JsonObject } from '../json.js';
import { ok, type Handler, type OperationRequest } from './types.js';

/** After a flow, a prospect is left alone for so long. */
const COOL_OFF_MICROS = 14 * 86_400_000_000;

/** A bulk job begins after so long, and ends after twice that. */
const BULK_STEP_MS = 20_000;

/** `POST /v2/flows/prospects`: of prospects what is open, by their own IDs any. Unknown IDs find nothing. */
export const getProspectsAssignedFlows: Handler = ({ company, body }) => {
  const { crmProspectsIds, flowInstanceIds } = body as Record<string, string[] | undefined>;
  if ((crmProspectsIds === undefined) === (flowInstanceIds === undefined)) {
    throw badRequest('Exactly one of crmProspectsIds and flowInstanceIds must be sent');
  }
  const found = company.engage.instances.filter((instance) =>
    crmProspectsIds === undefined
      ? flowInstanceIds?.includes(instance.flowInstanceId)
      : crmProspectsIds.includes(instance.crmProspectId) && isOpen(instance),
  );
  return ok({ prospectsAssigned: found.map((instance) => shown(instance, company)) });
};

const isOpen = ({ status }: FlowInstance): boolean =>
  ['Pending', 'Running', 'Paused'].includes(status);

const shown = (instance: FlowInstance, { engage, users }: Company): JsonObject => {
  const { flowId, crmProspectId, flowInstanceId, ownerEmail, createDate, status } = instance;
  const flow = engage.flows.find(({ id }) => id === flowId);
  const owner = users.find(({ emailAddress }) => emailAddress === ownerEmail);
  return {
    flowId,
    flowName: flow?.name,
    crmProspectId,
    flowInstanceId,
    flowInstanceOwnerEmail: ownerEmail,
    flowInstanceOwnerFullName: owner && `${owner.firstName ?? ''} ${owner.lastName ?? ''}`,
    flowInstanceCreateDate: createDate,
    flowInstanceStatus: status,
    workspaceId: flow?.workspaceId,
    exclusive: flow?.exclusive ?? false,
  };
};

/** `POST /v2/flows/prospects/assign`: a success that may hold failures. */
export const assignProspects: Handler = (request) =>
  assign(
    request,
    (request.body['overrides'] as JsonObject | undefined)?.['coolOffOverride'] === true,
  );

/** `POST /v2/flows/prospects/assign/cool-off-override`: deprecated at Gong. */
export const assignProspectsCoolOffOverrides: Handler = (request) => assign(request, true);

const assign = (request: OperationRequest, isCoolOffOver: boolean) => {
  const { company, body } = request;
  const flow = flowIn(company, body);
  const ownerEmail = ownerIn(company, body);
  const prospectsAssigned: JsonObject[] = [];
  const prospectsNotAssigned: JsonObject[] = [];
  for (const crmProspectId of body['crmProspectsIds'] as readonly string[]) {
    const refusal = refusalOf(crmProspectId, flow, request, isCoolOffOver);
    if (refusal === null) {
      const instance = addInstance(crmProspectId, flow, ownerEmail, request);
      prospectsAssigned.push(shown(instance, company));
    } else {
      prospectsNotAssigned.push({ flowId: flow.id, crmProspectId, ...refusal });
    }
  }
  return ok({ prospectsAssigned, prospectsNotAssigned });
};

const flowIn = ({ engage }: Company, { flowId }: JsonObject): Flow => {
  const flow = engage.flows.find(({ id }) => id === flowId);
  if (!flow) throw notFound('Flow not found');
  return flow;
};

const ownerIn = ({ users }: Company, { flowInstanceOwnerEmail }: JsonObject): string => {
  const email = (flowInstanceOwnerEmail as string).toLowerCase();
  const owner = users.find(({ emailAddress }) => emailAddress.toLowerCase() === email);
  if (!owner) throw badRequest('flowInstanceOwnerEmail: must be the email of a user');
  return owner.emailAddress;
};

const refusalOf = (
  crmProspectId: string,
  { id: flowId, exclusive }: Flow,
  { company, now }: OperationRequest,
  isCoolOffOver: boolean,
): { errorCode: string; errorMessage: string } | null => {
  const { prospects, instances, flows } = company.engage;
  if (!prospects.some(({ crmId }) => crmId === crmProspectId)) {
    return { errorCode: 'InvalidArgument', errorMessage: 'Prospect not found in the CRM' };
  }
  const own = instances.filter((instance) => instance.crmProspectId === crmProspectId);
  const open = own.filter(isOpen);
  const isExclusive = (instance: FlowInstance): boolean =>
    flows.find(({ id }) => id === instance.flowId)?.exclusive === true;
  if (open.some((instance) => instance.flowId === flowId)) {
    return { errorCode: 'InvalidState', errorMessage: 'Prospect is already in this flow' };
  }
  if (open.some((instance) => exclusive || isExclusive(instance))) {
    return { errorCode: 'InvalidState', errorMessage: 'Prospect is in an exclusive flow' };
  }
  const isRecent = ({ createDate }: FlowInstance): boolean =>
    now * 1000 - toMicros(createDate) < COOL_OFF_MICROS;
  if (!isCoolOffOver && own.some((instance) => !isOpen(instance) && isRecent(instance))) {
    return { errorCode: 'InvalidState', errorMessage: 'Prospect is in the cool-off period' };
  }
  return null;
};

const addInstance = (
  crmProspectId: string,
  { id: flowId }: Flow,
  ownerEmail: string,
  { company, newId, now }: Pick<OperationRequest, 'company' | 'newId' | 'now'>,
): FlowInstance => {
  const instance: FlowInstance = {
    flowInstanceId: newId(),
    flowId,
    crmProspectId,
    ownerEmail,
    createDate: formatInstant(now * 1000, 0, 'utc'),
    status: 'Pending',
  };
  company.engage.instances.push(instance);
  return instance;
};

/** `POST /v2/flows/prospects/unassign-flows-by-crm-id`: nothing for a prospect that is in no flow. */
export const unassignProspectFlows: Handler = ({ company, body }) => {
  const { crmProspectId, flowId } = body;
  const ended = company.engage.instances.filter(
    (instance) =>
      isOpen(instance) &&
      instance.crmProspectId === crmProspectId &&
      (flowId === undefined || instance.flowId === flowId),
  );
  return end(ended);
};

/** `POST /v2/flows/prospects/unassign-flows-by-instance-id`: for one unknown ID, it refuses all. */
export const unassignFlows: Handler = ({ company, body }) => {
  const found = (body['flowInstanceIds'] as readonly string[]).map((id) => {
    const instance = company.engage.instances.find((each) => each.flowInstanceId === id);
    if (!instance) {
      throw badRequest('One or more of the given flowInstanceIds does not exist');
    }
    return instance;
  });
  return end(found.filter(isOpen));
};

const end = (instances: readonly FlowInstance[]) => {
  for (const instance of instances) instance.status = 'Finished';
  return ok({ unassignedFlowInstanceIds: instances.map(({ flowInstanceId }) => flowInstanceId) });
};

/** `POST /v2/flows/prospects/bulk-assignments`: taken in, and done later. */
export const submitFlowProspectsBulkAssignment: Handler = ({ company, body, newId, now }) => {
  const flow = flowIn(company, body);
  const ownerEmail = ownerIn(company, body);
  const prospects = body['prospects'] as JsonObject[];
  for (const { crmId, firstName, lastName } of prospects) {
    if (crmId == null && (firstName == null || lastName == null)) {
      throw badRequest('prospects: firstName and lastName may not be null without crmId');
    }
  }
  const id = `${newId().slice(0, 8)}-0000-4000-8000-${newId().slice(0, 12)}`;
  const job: BulkJob = {
    id,
    flowId: flow.id,
    ownerEmail,
    prospects,
    submittedAt: now,
    results: [],
  };
  company.engage.bulkJobs.push(job);
  return { status: 202, members: stateOf(job) };
};

/** `GET /v2/flows/prospects/bulk-assignments/{id}`: half of the people at first, then all. */
export const getFlowProspectsBulkAssignment: Handler = (request) => {
  const { company, path, now } = request;
  const job = company.engage.bulkJobs.find(({ id }) => id === path['id']);
  if (!job) throw notFound(`Flow prospects bulk assignment ${path['id'] ?? ''} not found`);
  const steps = Math.min(2, Math.floor((now - job.submittedAt) / BULK_STEP_MS));
  const due = Math.ceil((job.prospects.length * steps) / 2);
  for (const prospect of job.prospects.slice(job.results.length, due)) {
    job.results.push(processed(prospect, job, request));
  }
  return ok(stateOf(job));
};

const stateOf = ({ id, prospects, results }: BulkJob): JsonObject => {
  const successCount = results.filter(({ status }) => status === 'ASSIGNED').length;
  const isOver = results.length === prospects.length;
  return {
    id,
    status: isOver ? 'COMPLETED' : results.length > 0 ? 'IN_PROGRESS' : 'PENDING',
    totalCount: prospects.length,
    processedCount: results.length,
    successCount,
    failedCount: results.length - successCount,
    results,
  };
};

/** Who has no CRM ID gets one. */
const processed = (prospect: JsonObject, job: BulkJob, request: OperationRequest): JsonObject => {
  const { engage } = request.company;
  const crmId =
    (prospect['crmId'] as string | undefined) ?? `003${request.newId().slice(0, 12)}QAX`;
  if (prospect['crmId'] === undefined) engage.prospects.push(newProspect(prospect, crmId));
  const flow = engage.flows.find(({ id }) => id === job.flowId);
  if (!flow) return { prospect, status: 'FLOW_ASSIGNMENT_FAILED', crmId };
  const refusal = refusalOf(crmId, flow, request, false);
  if (refusal?.errorCode === 'InvalidArgument') {
    return { prospect, status: 'CRM_OPERATION_FAILED', ...refusal };
  }
  if (refusal !== null) return { prospect, status: 'FLOW_ASSIGNMENT_FAILED', crmId, ...refusal };
  const { flowInstanceId } = addInstance(crmId, flow, job.ownerEmail, request);
  return { prospect, status: 'ASSIGNED', crmId, flowInstanceId };
};

const newProspect = (prospect: JsonObject, crmId: string) => {
  const said = (member: string): string => (prospect[member] as string | undefined) ?? '';
  return {
    crmId,
    firstName: said('firstName'),
    lastName: said('lastName'),
    title: said('jobTitle'),
    companyName: said('companyName'),
    email: said('email'),
    phoneNumber: '',
    accountId: said('accountCrmId'),
    opportunityId: '',
  };
};
