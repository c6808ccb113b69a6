import { formatInstant } from '../instants.js';
import type { createIdMaker, Random } from '../random.js';
import type { Customer } from './customers.js';
import type {
  Company,
  Engage,
  Flow,
  FlowFolder,
  FlowInstance,
  FlowStep,
  Prospect,
  Task,
  User,
} from './types.js';

type NextId = ReturnType<typeof createIdMaker>;

const DAY_MS = 86_400_000;

/** Flows of the company: name, what it is for, folder, and whether a prospect can be in no other. */
const COMPANY_FLOWS = [
  ['New inbound lead', 'First contact within a day of a sign-up', 'Inbound', true],
  ['Webinar follow-up', 'For everybody who attended a webinar', 'Inbound', false],
  ['Cold outreach: operations', 'Heads of operations that do not know us yet', 'Outbound', true],
  ['Cold outreach: finance', 'Finance leaders that do not know us yet', 'Outbound', true],
  ['Renewal in 90 days', null, 'Customers', false],
  ['Closed lost, half a year later', 'What has changed since', 'Customers', false],
] as const;

const FOLDERS = ['Inbound', 'Outbound', 'Customers'] as const;

/** Steps of each flow: action, subject, and text. */
const STEPS = [
  [
    'AUTO_SEND_EMAIL',
    'A question, {{recipient.first_name}}',
    '<p>Hi {{recipient.first_name}}, how do you plan the next quarter?</p>',
  ],
  ['LINKEDIN_CONNECT', null, null],
  ['CALL', null, '<p>Ask what they use today, and what it costs.</p>'],
  ['SEND_EMAIL', null, '<p>Just following up on my last note.</p>'],
  ['CALL', null, null],
] as const;

const STATUSES = [
  'Pending',
  'Running',
  'Running',
  'Paused',
  'FinishedNoReply',
  'Finished',
] as const;

/** Flows of the company and of some users, prospects in them, and the tasks that follow. */
export const createEngage = (
  { users, workspaces }: Pick<Company, 'users' | 'workspaces'>,
  customers: readonly Customer[],
  random: Random,
  nextId: NextId,
  now: number,
): Engage => {
  const sellers = users.filter(({ active }) => active).slice(0, 40);
  const workspaceId = workspaces[0]?.id ?? '';
  const folders = createFolders(users, workspaceId, nextId);
  const flows = createFlows(folders, sellers, workspaceId, random, nextId, now);
  const prospects = customers.flatMap(prospectsOf);
  const instances = prospects
    .filter((_, index) => index % 3 === 0)
    .map((prospect) => createInstance(prospect, flows, sellers, random, nextId(), now));
  const tasks = sellers.flatMap((user) =>
    createTasks(user, { flows, prospects, workspaceId, random, nextId, now }),
  );
  return { flows, folders, prospects, instances, bulkJobs: [], tasks };
};

/** A folder by Gong itself, one by a user within it, and so on. */
const createFolders = (
  users: readonly User[],
  workspaceId: string,
  nextId: NextId,
): FlowFolder[] => {
  const folders: FlowFolder[] = [];
  for (const [index, name] of FOLDERS.entries()) {
    folders.push({
      id: nextId(),
      name,
      parentFolderId: index === 2 ? (folders[0]?.id ?? null) : null,
      createdById: index === 0 ? null : (users[1]?.id ?? users[0]?.id ?? null),
      visibility: 'Company',
      workspaceId,
      ownerEmail: null,
      sharedWith: [],
    });
  }
  return folders;
};

const createFlows = (
  folders: readonly FlowFolder[],
  sellers: readonly User[],
  workspaceId: string,
  random: Random,
  nextId: NextId,
  now: number,
): Flow[] => {
  const flow = (members: Partial<Flow> & Pick<Flow, 'name'>): Flow => ({
    id: nextId(),
    folderId: null,
    visibility: 'Company',
    workspaceId,
    ownerEmail: null,
    sharedWith: [],
    creationDate: formatInstant((now - random.integer(60, 700) * DAY_MS) * 1000, 0, 'utc'),
    exclusive: false,
    description: null,
    steps: STEPS.slice(0, random.integer(2, STEPS.length)).map((step, index) =>
      stepOf(step, index, nextId()),
    ),
    ...members,
  });
  const shared = COMPANY_FLOWS.map(([name, description, folder, exclusive]) => {
    const folderId = folders.find((each) => each.name === folder)?.id ?? null;
    return flow({ name, description, exclusive, folderId });
  });
  const own = sellers
    .filter((_, index) => index % 5 === 1)
    .map(({ emailAddress, firstName }, index) => {
      const sharedWith = index % 2 === 0 ? [] : [sellers[0]?.emailAddress ?? ''];
      const visibility = index % 2 === 0 ? ('Personal' as const) : ('Shared' as const);
      return flow({
        name: `${firstName ?? 'My'}’s follow-ups`,
        ownerEmail: emailAddress,
        visibility,
        sharedWith,
      });
    });
  return [...shared, ...own];
};

const stepOf = (
  [action, subject, body]: (typeof STEPS)[number],
  index: number,
  id: string,
): FlowStep => ({ id, stepOrder: index + 1, action, subject, body, isReply: index === 3 });

const prospectsOf = ({ name, accountId, opportunityId, contacts }: Customer): Prospect[] =>
  contacts.map((contact) => {
    const [firstName = '', ...rest] = contact.name.split(' ');
    return {
      crmId: contact.contactId,
      firstName,
      lastName: rest.join(' '),
      title: contact.title,
      companyName: name,
      email: contact.emailAddress,
      phoneNumber: contact.phoneNumber,
      accountId,
      opportunityId,
    };
  });

const createInstance = (
  { crmId }: Prospect,
  flows: readonly Flow[],
  sellers: readonly User[],
  random: Random,
  flowInstanceId: string,
  now: number,
): FlowInstance => ({
  flowInstanceId,
  flowId: random.pick(flows).id,
  crmProspectId: crmId,
  ownerEmail: random.pick(sellers).emailAddress,
  createDate: formatInstant((now - random.integer(1, 60) * DAY_MS) * 1000, 0, 'utc'),
  status: random.pick(STATUSES),
});

interface TaskMakings {
  flows: readonly Flow[];
  prospects: readonly Prospect[];
  workspaceId: string;
  random: Random;
  nextId: NextId;
  now: number;
}

/** A few tasks of a user: most from flows, some by hand, one done. */
const createTasks = (
  { id: userId }: User,
  { flows, prospects, workspaceId, random, nextId, now }: TaskMakings,
): Task[] =>
  Array.from({ length: random.integer(2, 5) }, (_, index) => {
    const flow = index % 3 === 2 ? null : random.pick(flows);
    const call = flow?.steps.find(({ action }) => action === 'CALL');
    const createdAt = now - random.integer(1, 10) * DAY_MS;
    const isOfFlow = flow !== null && call !== undefined;
    return {
      id: nextId(),
      userId,
      workspaceId,
      created: formatInstant(createdAt * 1000, 0, 'utc'),
      updated: formatInstant((createdAt + DAY_MS / 4) * 1000, 0, 'utc'),
      status: index === 1 ? 'DONE' : 'OPEN',
      type: isOfFlow ? 'FLOW' : 'MANUAL',
      dueDate: formatInstant((now + random.integer(-2, 5) * DAY_MS) * 1000, 0, 'utc'),
      crmProspectId: random.pick(prospects).crmId,
      flowId: isOfFlow ? flow.id : null,
      stepOrder: isOfFlow ? call.stepOrder : null,
      title: isOfFlow ? null : 'Call back about the offer',
      priority: random.pick(['high', 'medium', 'low']),
    };
  });
