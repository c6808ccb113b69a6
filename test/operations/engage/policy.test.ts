import { describe, expect, it } from '@jest/globals';
import type { Company } from '../../../sandbox/src/index.js';
import { policyIn } from '../../support/config.js';
import type { ClientRequest } from '../../support/gateway.js';
import { code, setUp } from './support.js';

/** Everything of Engage that a query can read, of the first user and of another. */
const EVERYTHING = `query ($own: String!, $ownId: ID!, $otherId: ID!, $other: String!, $workspace: ID!,
    $flow: ID!, $prospects: [ID!]!, $instances: [ID!]!) {
  own: flows(ownerEmail: $own, workspaceId: $workspace) { nodes { id } totalCount }
  other: flows(ownerEmail: $other, workspaceId: $workspace) { nodes { id } totalCount pageInfo { endCursor } }
  folders: flowFolders(ownerEmail: $other, workspaceId: $workspace) { nodes { id } }
  byId: flowsByIds(ids: [$flow]) { id }
  prospectFlows(crmProspectIds: $prospects) { id ownerEmail }
  flowInstancesByIds(ids: $instances) { id }
  mine: user(id: $ownId) { tasks(filter: { workspaceId: $workspace }) { id } }
  theirs: user(id: $otherId) { tasks(filter: { workspaceId: $workspace }) { id } flows(workspaceId: $workspace) { nodes { id } } }
}`;

const variablesOf = ({ users, engage, workspaces }: Company, workspace = 0) => {
  const [own] = users;
  const other = users[4];
  return {
    own: own?.emailAddress,
    ownId: own?.id,
    other: other?.emailAddress,
    otherId: other?.id,
    workspace: workspaces[workspace]?.id,
    flow: engage.flows[0]?.id,
    prospects: engage.instances.map(({ crmProspectId }) => crmProspectId),
    instances: engage.instances.map(({ flowInstanceId }) => flowInstanceId),
  };
};

const asUser = ({ users: [user] }: Company): ClientRequest => ({
  person: user?.emailAddress ?? '',
});

interface Shown {
  readonly own: { nodes: object[] };
  readonly other: { nodes: object[]; totalCount: number | null };
  readonly folders: { nodes: object[] };
  readonly byId: (object | null)[];
  readonly prospectFlows: { id: string; ownerEmail: string }[];
  readonly flowInstancesByIds: ({ id: string } | null)[];
  readonly mine: { tasks: object[] };
  readonly theirs: { tasks: object[]; flows: { nodes: object[] } };
}

describe('Engage under the default policy', () => {
  it('is shown', async () => {
    const { gateway, company } = setUp();
    const { data, errors } = await gateway.execute(EVERYTHING, variablesOf(company));

    expect(errors).toBeUndefined();
    const shown = data as unknown as Shown;
    expect(shown.other.nodes.length).toBeGreaterThan(0);
    expect(shown.flowInstancesByIds).not.toContain(null);
    expect(shown.theirs.tasks.length).toBeGreaterThan(0);
  });
});

describe('Engage under own-calls', () => {
  const config = { policy: policyIn('own-calls') };

  it('shows the viewer’s records only', async () => {
    const { gateway, company } = setUp({ config });
    const { data, errors, sent } = await gateway.trace(
      EVERYTHING,
      variablesOf(company),
      asUser(company),
    );

    expect(errors).toBeUndefined();
    const shown = data as unknown as Shown;
    const own = company.users[0]?.emailAddress;
    const instances = company.engage.instances.filter(({ ownerEmail }) => ownerEmail === own);
    expect(instances.length).toBeGreaterThan(0);
    expect(shown.own.nodes.length).toBeGreaterThan(0);
    expect(shown.mine.tasks.length).toBeGreaterThan(0);
    expect(shown.prospectFlows.every(({ ownerEmail }) => ownerEmail === own)).toBe(true);
    expect(shown.flowInstancesByIds.filter((each) => each !== null)).toEqual(
      instances.map(({ flowInstanceId: id }) => ({ id })),
    );
    expect(shown).toMatchObject({
      other: { nodes: [], totalCount: null, pageInfo: { endCursor: null } },
      folders: { nodes: [] },
      byId: [null],
      theirs: { tasks: [], flows: { nodes: [] } },
    });
    // Of others, nothing is read.
    const other = company.users[4];
    expect(JSON.stringify(sent.map(({ query }) => query))).not.toContain(other?.emailAddress);
    const tasksOf = sent.filter(({ operationId }) => operationId === 'listTasks');
    expect(JSON.stringify(tasksOf)).not.toContain(other?.id);
    expect(sent.map(({ operationId }) => operationId)).not.toContain('getFlowSteps');
  });

  it('shows nothing to a client without a person', async () => {
    const { gateway, company } = setUp({ config });
    const { data, errors } = await gateway.execute(EVERYTHING, variablesOf(company));

    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      own: { nodes: [] },
      prospectFlows: [],
      mine: { tasks: [] },
    });
  });

  it('refuses to change tasks of others, without a request', async () => {
    const { gateway, company } = setUp({ config });
    const { id, userId } = company.engage.tasks.find(
      (task) => task.userId === company.users[4]?.id,
    ) ?? { id: '', userId: '' };
    const { errors, sent } = await gateway.trace(
      'mutation ($input: UpdateTaskInput!) { updateTask(input: $input) { task { id } } }',
      { input: { id, userId, status: 'DONE' } },
      asUser(company),
    );

    expect(errors).toMatchObject([code('GONG_NOT_FOUND')]);
    expect(sent.map(({ operationId }) => operationId)).not.toContain('updateReminder');
  });
});

describe('Engage under workspaces=', () => {
  it('shows the workspace’s records', async () => {
    const config = { policy: policyIn('workspaces=Customer Success') };
    const { gateway, company } = setUp({ config }, ({ engage, workspaces }) => {
      const [flow] = engage.flows;
      if (flow !== undefined) flow.workspaceId = workspaces[1]?.id ?? '';
    });
    const { data, errors, sent } = await gateway.trace(EVERYTHING, variablesOf(company));

    expect(errors).toBeUndefined();
    const shown = data as unknown as Shown;
    const ofFlow = company.engage.instances.filter(
      ({ flowId }) => flowId === company.engage.flows[0]?.id,
    );
    expect(shown.flowInstancesByIds.filter((each) => each !== null)).toEqual(
      ofFlow.map(({ flowInstanceId: id }) => ({ id })),
    );
    expect(shown).toMatchObject({ own: { nodes: [] }, byId: [null], mine: { tasks: [] } });
    const operations = sent.map(({ operationId }) => operationId);
    expect(operations).not.toContain('listFlows');
    expect(operations).not.toContain('listTasks');
  });

  it('requests the visible workspace, and requires a name when there are several', async () => {
    const query = 'query ($own: String!) { flows(ownerEmail: $own) { nodes { id } } }';
    const one = setUp({ config: { policy: policyIn('workspaces=Sales') } });
    const two = setUp({ config: { policy: policyIn('workspaces=Sales|Customer Success') } });
    const asked = await one.gateway.trace(query, { own: one.ownerEmail });
    const refused = await two.gateway.trace(query, { own: two.ownerEmail });

    expect(asked.errors).toBeUndefined();
    expect(asked.sent.at(-1)?.query).toEqual({
      flowOwnerEmail: one.ownerEmail,
      workspaceId: one.company.workspaces[0]?.id,
    });
    expect(refused.errors).toMatchObject([
      {
        message: expect.stringContaining('Argument "flows(workspaceId:)" is required'),
        ...code('BAD_USER_INPUT'),
      },
    ]);
    expect(refused.sent.map(({ operationId }) => operationId)).toEqual(['listWorkspaces']);
  });
});

describe('Engage under masking', () => {
  it('shows no email or phone number', async () => {
    const config = { policy: policyIn('mask-emails, mask-phones') };
    const { gateway, company, task } = setUp({ config });
    const { data, errors } = await gateway.execute(
      `query ($ids: [ID!]!, $id: ID!) {
         prospectFlows(crmProspectIds: $ids) { ownerEmail }
         user(id: $id) { tasks(filter: {}) { contact { emailAddresses phoneNumbers { raw } } } } }`,
      { ids: variablesOf(company).prospects, id: task.userId },
    );

    expect(errors).toBeUndefined();
    const text = JSON.stringify(data);
    expect(text).toContain('•••');
    for (const { email, phoneNumber } of company.engage.prospects) {
      expect(text).not.toContain(email);
      expect(text).not.toContain(phoneNumber);
    }
    for (const { emailAddress } of company.users) expect(text).not.toContain(emailAddress);
  });
});

describe('Engage under a policy module', () => {
  const hook = { needsParties: false, judge: () => 'allow' as const };

  it('is forbidden, unless raw requests are allowed', async () => {
    const query = '{ prospectFlows(crmProspectIds: ["a"]) { id } }';
    const denied = setUp({ config: { policy: policyIn('', { hook }) } });
    const allowed = setUp({ config: { policy: policyIn('raw-requests', { hook }) } });
    const refused = await denied.gateway.trace(query);

    expect(refused.errors).toMatchObject([code('FORBIDDEN')]);
    expect(refused.sent).toEqual([]);
    expect((await allowed.gateway.execute(query)).errors).toBeUndefined();
  });
});

describe('Engage under read-only', () => {
  it('refuses changes, without a request', async () => {
    const { gateway, task } = setUp({ config: { policy: policyIn('read-only') } });
    const { errors, sent } = await gateway.trace(
      `mutation ($input: UpdateTaskInput!) { updateTask(input: $input) { task { id } }
         unassignFromFlows(input: { flowInstanceIds: ["a"] }) { unassigned } }`,
      { input: { ...task, status: 'DONE' } },
    );

    expect(errors).toMatchObject([code('FORBIDDEN'), code('FORBIDDEN')]);
    expect(sent).toEqual([]);
  });
});
