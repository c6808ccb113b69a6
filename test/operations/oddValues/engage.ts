import type { Company } from '../../../sandbox/src/index.js';

type Engage = Company['engage'];

/** Engage of a small company, with a value for every member. */
export function fullEngage(): Engage {
  return {
    flows: [flowOf('401'), flowOf('402')],
    folders: [folderOf('411', '412'), folderOf('412', '411')],
    prospects: [prospectOf('003A'), prospectOf('003B')],
    instances: [instanceOf('421', '003A'), instanceOf('422', '003B')],
    bulkJobs: [bulkJob],
    tasks: [taskOf('431', '003A'), taskOf('432', '003B')],
  };
}

const owned = { visibility: 'Company', workspaceId: '11', ownerEmail: null } as const;

function flowOf(id: string): Engage['flows'][number] {
  const step = (stepOrder: number) => ({
    id: `${id}${stepOrder}`,
    stepOrder,
    action: 'CALL' as const,
    subject: `Subject ${stepOrder}`,
    body: `Body ${stepOrder}`,
    isReply: false,
  });
  return {
    ...owned,
    sharedWith: [],
    id,
    name: `Flow ${id}`,
    folderId: '411',
    creationDate: '2026-01-16T10:00:00Z',
    exclusive: false,
    description: `About ${id}`,
    steps: [step(1), step(2)],
  };
}

function folderOf(id: string, parentFolderId: string): Engage['folders'][number] {
  const name = `Flow folder ${id}`;
  return { ...owned, sharedWith: [], id, name, parentFolderId, createdById: '501' };
}

function prospectOf(crmId: string): Engage['prospects'][number] {
  return {
    crmId,
    firstName: `First ${crmId}`,
    lastName: `Last ${crmId}`,
    title: 'CFO',
    companyName: 'Customer',
    email: `${crmId}@customer.com`,
    phoneNumber: '+49 30 1234567',
    accountId: `001${crmId}`,
    opportunityId: `006${crmId}`,
  };
}

function instanceOf(flowInstanceId: string, crmProspectId: string): Engage['instances'][number] {
  return {
    flowInstanceId,
    flowId: '401',
    crmProspectId,
    ownerEmail: 'user501@acme.com',
    createDate: '2026-05-16T10:00:00Z',
    status: 'Running',
  };
}

const bulkJob: Engage['bulkJobs'][number] = {
  id: 'd3b0f9c6-0000-4000-8000-1234567890ab',
  flowId: '401',
  ownerEmail: 'user501@acme.com',
  prospects: [{ crmId: '003A' }, { crmId: '003B' }],
  submittedAt: 0,
  results: ['003A', '003B'].map((crmId) => ({
    prospect: { crmId, firstName: 'Jo', lastName: 'Berg', email: 'jo@customer.com' },
    status: 'ASSIGNED',
    crmId,
    flowInstanceId: '421',
  })),
};

function taskOf(id: string, crmProspectId: string): Engage['tasks'][number] {
  return {
    id,
    userId: '501',
    workspaceId: '11',
    created: '2026-05-17T10:00:00Z',
    updated: '2026-05-18T10:00:00Z',
    status: 'OPEN',
    type: 'FLOW',
    dueDate: '2026-06-02T10:00:00Z',
    crmProspectId,
    flowId: '401',
    stepOrder: 1,
    title: `Call ${crmProspectId}`,
    priority: 'high',
  };
}
