import type { Company, Prospect, Task } from '../company/types.js';
import { notFound } from '../errors.js';
import { formatInstant } from '../instants.js';
import type { JsonObject } from '../json.js';
import { ok, type Handler } from './types.js';

const PRIORITIES = ['low', 'medium', 'high'] as const;

interface TaskFilter {
  userId: string;
  workspaceId?: string;
  types: readonly string[];
  taskAction: readonly string[];
  status: readonly string[];
}

/** `POST /v2/tasks`: all tasks of one user, unpaged, with IDs as bare numbers. */
export const listTasks: Handler = ({ company, body }) => {
  const { userId, workspaceId, types, taskAction, status } = body['filter'] as TaskFilter;
  const found = company.engage.tasks.filter(
    (task) =>
      task.userId === userId &&
      (workspaceId === undefined || task.workspaceId === workspaceId) &&
      types.includes(task.type) &&
      taskAction.includes('CALL') &&
      status.includes(task.status),
  );
  return ok({ tasks: found.map((task) => shown(task, company)), crmType: 'SALESFORCE' });
};

/** `PATCH /v2/tasks/{taskId}`: the task of a user, of which what is sent changes. */
export const updateReminder: Handler = ({ company, path, body, now }) => {
  const { userId, status, dueDate, priority } = body as Record<string, string | undefined>;
  const task = company.engage.tasks.find(
    (each) => each.id === path['taskId'] && each.userId === userId,
  );
  if (!task) throw notFound(`Task ${path['taskId'] ?? ''} was not found`);
  if (status !== undefined) task.status = status as Task['status'];
  if (dueDate !== undefined) task.dueDate = dueDate;
  const named = PRIORITIES.find((name) => name === priority?.toLowerCase());
  if (named !== undefined) task.priority = named;
  task.updated = formatInstant(now * 1000, 0, 'utc');
  return ok({ tasks: [shown(task, company)], crmType: 'SALESFORCE' });
};

const shown = (task: Task, { engage }: Company): JsonObject => {
  const flow = engage.flows.find(({ id }) => id === task.flowId);
  const step = flow?.steps.find(({ stepOrder }) => stepOrder === task.stepOrder);
  const prospect = engage.prospects.find(({ crmId }) => crmId === task.crmProspectId);
  const weight = PRIORITIES.indexOf(task.priority) + 1;
  return {
    id: BigInt(task.id),
    userId: BigInt(task.userId),
    created: task.created,
    updated: task.updated,
    status: task.status,
    type: task.type,
    actions: ['CALL'],
    dueDate: task.dueDate,
    ...(task.title === null ? {} : { title: task.title }),
    priority: { id: weight, name: task.priority, weight },
    ...(flow === undefined
      ? {}
      : {
          flow: {
            id: BigInt(flow.id),
            name: flow.name,
            ...(step === undefined ? {} : { step: stepOf(step) }),
          },
        }),
    ...(prospect === undefined ? {} : recordsOf(prospect)),
    additionalContacts: [],
  };
};

const stepOf = ({ id, stepOrder, action }: { id: string; stepOrder: number; action: string }) => ({
  id: BigInt(id),
  name: action === 'CALL' ? 'Call' : 'Email',
  stepNumber: stepOrder,
});

const CRM_URL = 'https://lumenta.my.salesforce.example';

const recordsOf = (prospect: Prospect): JsonObject => {
  const { crmId, accountId, opportunityId, companyName, email, phoneNumber } = prospect;
  const { firstName, lastName, title } = prospect;
  return {
    account: { crmId: accountId, name: companyName, crmUrl: `${CRM_URL}/${accountId}` },
    opportunity: {
      crmId: opportunityId,
      name: `${companyName}: new business`,
      crmUrl: `${CRM_URL}/${opportunityId}`,
      status: 'Open',
      stage: 'Discovery',
      amount: '48000',
      probability: '30',
      closeDate: '2026-09-30',
    },
    contact: {
      crmId,
      type: 'CONTACT',
      data: {
        firstName,
        lastName,
        crmUrl: `${CRM_URL}/${crmId}`,
        companyName,
        affiliation: 'Them',
        emails: [{ email }],
        title,
        timezone: 'US/Eastern',
        phoneNumbers: [{ raw: phoneNumber, label: 'work', isVerified: false }],
        city: 'Boston',
        country: 'United States',
        state: 'MA',
        zipcode: '02110',
        optOutChannels: ['SMS_MESSAGES'],
      },
    },
  };
};
