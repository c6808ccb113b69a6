import type { Company } from '../../sandbox/src/index.js';

/** What of a generated company requests to Engage can name, and a request of each kind that changes something. */
export function engageSamples({ engage, users }: Company) {
  const [flow, other] = engage.flows;
  const [task] = engage.tasks;
  const isOpen = (status: string): boolean => ['Pending', 'Running', 'Paused'].includes(status);
  const open = engage.instances.filter(({ status }) => isOpen(status));
  const [instance, next] = open;
  const isFree = (crmId: string): boolean =>
    engage.instances.every(({ crmProspectId }) => crmProspectId !== crmId);
  const free = engage.prospects.filter(({ crmId }) => isFree(crmId)).map(({ crmId }) => crmId);
  const ownerEmail = users[0]?.emailAddress ?? '';
  const job = {
    id: '11111111-0000-4000-8000-222222222222',
    flowId: flow?.id ?? '',
    ownerEmail,
    prospects: [{ crmId: free[1] ?? '' }],
    submittedAt: 0,
    results: [],
  };
  return {
    flowId: flow?.id ?? '',
    otherFlowId: other?.id ?? '',
    flowIds: engage.flows.map(({ id }) => id),
    instanceId: instance?.flowInstanceId ?? '',
    instanceIds: open.map(({ flowInstanceId }) => flowInstanceId),
    prospectId: instance?.crmProspectId ?? '',
    freeProspects: free,
    ownerEmail,
    job,
    task: { id: task?.id ?? '', userId: task?.userId ?? '' },
    assignment: {
      crmProspectsIds: [free[0] ?? ''],
      flowId: flow?.id ?? '',
      flowInstanceOwnerEmail: ownerEmail,
    },
    bulkAssignment: {
      flowId: flow?.id ?? '',
      flowInstanceOwnerEmail: ownerEmail,
      prospects: [{ firstName: 'Jo', lastName: 'Berg', email: 'jo@example.com' }],
    },
    unassignment: { flowInstanceIds: [instance?.flowInstanceId ?? ''] },
    prospectUnassignment: { crmProspectId: next?.crmProspectId ?? '' },
    taskFilter: {
      userId: task?.userId ?? '',
      types: ['FLOW' as const, 'MANUAL' as const],
      taskAction: ['CALL' as const],
      status: ['OPEN' as const, 'DONE' as const],
    },
    taskChange: { userId: task?.userId ?? '', status: 'DONE' as const },
  };
}
