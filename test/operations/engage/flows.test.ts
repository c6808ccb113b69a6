import { describe, expect, it } from '@jest/globals';
import type { Company, Flow } from '../../../sandbox/src/index.js';
import { policyIn } from '../../support/config.js';
import { connectionIn } from '../../support/walk.js';
import { code, setUp } from './support.js';

const FLOWS = `query ($email: String!, $workspace: ID, $folder: ID, $recent: Boolean, $first: Int, $after: String) {
  flows(ownerEmail: $email, workspaceId: $workspace, folderId: $folder, mostRecentlyAssigned: $recent,
        first: $first, after: $after) {
    totalCount
    nodes { id name folderId folderName visibility createdAt exclusive }
    pageInfo { hasNextPage hasPreviousPage endCursor }
  }
}`;

/** As many flows of the company as that. */
const withFlows =
  (count: number) =>
  ({ engage }: Company): void => {
    const [flow] = engage.flows as [Flow];
    engage.flows = Array.from({ length: count }, (_, index) => ({
      ...flow,
      id: String(9000 + index),
    }));
  };

describe('Query.flows', () => {
  it('returns the flows of the company and of the user, in 1 request', async () => {
    const { gateway, company, ownerEmail } = setUp();
    const { data, errors, sent } = await gateway.trace(FLOWS, { email: ` ${ownerEmail} ` });

    expect(errors).toBeUndefined();
    const [flow] = company.engage.flows as [Flow];
    const [folder] = company.engage.folders;
    const visible = company.engage.flows.filter(
      ({ visibility, sharedWith }) => visibility === 'Company' || sharedWith.includes(ownerEmail),
    );
    expect(visible.length).toBeLessThan(company.engage.flows.length);
    expect(data?.['flows']).toMatchObject({
      totalCount: visible.length,
      nodes: [
        {
          id: flow.id,
          name: 'New inbound lead',
          folderId: folder?.id,
          folderName: 'Inbound',
          visibility: 'COMPANY',
          createdAt: new Date(flow.creationDate).toISOString(),
          exclusive: true,
        },
        ...visible.slice(1).map(({ id }) => ({ id })),
      ],
    });
    expect(sent).toMatchObject([
      { operationId: 'listFlows', query: { flowOwnerEmail: ownerEmail } },
    ]);
  });

  it('passes on its arguments', async () => {
    const { gateway, company, ownerEmail } = setUp();
    const folder = company.engage.folders[1]?.id;
    const workspace = company.workspaces[0]?.id;
    const { data, sent } = await gateway.trace(FLOWS, {
      email: ownerEmail,
      workspace,
      folder,
      recent: true,
    });

    expect(sent.map(({ query }) => query)).toEqual([
      {
        flowOwnerEmail: ownerEmail,
        workspaceId: workspace,
        folderId: folder,
        mostRecentlyAssigned: 'true',
      },
    ]);
    expect(data?.['flows']).toMatchObject({ nodes: expect.any(Array) });
  });

  it('pages through all flows, 100 per request, and refuses cursors of other lists', async () => {
    const { gateway, ownerEmail } = setUp({}, withFlows(250));
    const first = await gateway.trace(FLOWS, { email: ownerEmail, first: 150 });
    const { endCursor } = connectionIn(first, 'flows').pageInfo;
    const rest = await gateway.trace(FLOWS, { email: ownerEmail, first: 150, after: endCursor });
    const other = await gateway.trace(FLOWS, { email: 'jo@example.com', after: endCursor });

    expect(first.sent).toHaveLength(2);
    const ids = [first, rest].flatMap((page) => connectionIn(page, 'flows').nodes);
    expect(new Set(ids.map(({ id }) => id)).size).toBe(250);
    expect(connectionIn(rest, 'flows').pageInfo).toMatchObject({
      hasNextPage: false,
      hasPreviousPage: true,
    });
    expect(other.errors).toMatchObject([code('BAD_CURSOR')]);
    expect(other.sent).toEqual([]);
  });

  it('is empty when Gong lists none', async () => {
    const { gateway, ownerEmail } = setUp({}, withFlows(0));
    const { data, errors } = await gateway.execute(FLOWS, { email: ownerEmail });

    expect(errors).toBeUndefined();
    expect(data?.['flows']).toMatchObject({ totalCount: 0, nodes: [] });
  });

  it.each([
    [
      'flows(ownerEmail: "nobody") { totalCount }',
      /flows\(ownerEmail:\)" must be an email address/,
    ],
    ['flows(ownerEmail: "a@b.example", first: 0) { totalCount }', /flows\(first:\).*from 1 to/],
    ['flows(ownerEmail: "a@b.example", folderId: "x") { totalCount }', /flows\(folderId:\)/],
    ['flowFolders(ownerEmail: "nobody") { totalCount }', /flowFolders\(ownerEmail:\)/],
    ['flowsByIds(ids: []) { id }', /flowsByIds\(ids:\)/],
    ['flowsByIds(ids: ["x"]) { id }', /flowsByIds\(ids:\)/],
  ])('refuses bad arguments without a request: %s', async (field, message) => {
    const { errors, sent } = await setUp().gateway.trace(`{ ${field} }`);

    expect(errors).toMatchObject([{ message: expect.stringMatching(message) }]);
    expect(sent).toEqual([]);
  });

  it.each([
    [403, 'GONG_NOT_LICENSED', 1],
    [500, 'GONG_UNAVAILABLE', 3],
  ])('fails on a %i with %s, after %i attempts', async (status, expected, attempts) => {
    const { gateway, sandbox, ownerEmail, clock } = setUp();
    sandbox.faults.add({
      operationId: 'listFlows',
      fault: { kind: 'answer', status, body: { errors: ['Refused'] } },
      times: 9,
    });
    const { errors, sent } = await clock.runUntil(gateway.trace(FLOWS, { email: ownerEmail }));

    expect(errors).toMatchObject([code(expected)]);
    expect(sent).toHaveLength(attempts);
  });

  it('is reused for the same user, as directory data', async () => {
    const { gateway, clock, ownerEmail } = setUp({ config: { cacheTtlSeconds: 300 } });
    await gateway.execute(FLOWS, { email: ownerEmail });
    await clock.advance(200_000);
    const again = await gateway.trace(FLOWS, { email: ownerEmail });
    await clock.advance(200_000);
    const later = await gateway.trace(FLOWS, { email: ownerEmail });

    expect(again.sent).toEqual([]);
    expect(later.sent).toHaveLength(1);
  });
});

describe('Query.flowFolders', () => {
  it('returns folders, in which the text "null" is null', async () => {
    const { gateway, company, ownerEmail } = setUp();
    const { data, errors, sent } = await gateway.trace(
      `query ($email: String!) { flowFolders(ownerEmail: $email) {
         totalCount nodes { id name parentId visibility createdBy { id name } } } }`,
      { email: ownerEmail },
    );

    expect(errors).toBeUndefined();
    const [inbound, outbound, customers] = company.engage.folders;
    const visibility = 'COMPANY';
    const createdBy = { id: company.users[1]?.id };
    expect(data?.['flowFolders']).toMatchObject({
      totalCount: 3,
      nodes: [
        { id: inbound?.id, name: 'Inbound', parentId: null, visibility, createdBy: null },
        { id: outbound?.id, name: 'Outbound', parentId: null, visibility, createdBy },
        { id: customers?.id, name: 'Customers', parentId: inbound?.id, visibility, createdBy },
      ],
    });
    expect(sent.map(({ operationId }) => operationId)).toEqual([
      'listFlowsFolders',
      'listMultipleUsers',
    ]);
  });

  it('returns one folder with those within it', async () => {
    const { gateway, company, ownerEmail } = setUp();
    const parent = company.engage.folders[0]?.id;
    const { data, sent } = await gateway.trace(
      `query ($email: String!, $parent: ID) {
         flowFolders(ownerEmail: $email, parentId: $parent) { nodes { name } } }`,
      { email: ownerEmail, parent },
    );

    expect(sent[0]?.query).toEqual({ flowFolderOwnerEmail: ownerEmail, parentId: parent });
    expect(data).toEqual({ flowFolders: { nodes: [{ name: 'Inbound' }, { name: 'Customers' }] } });
  });
});

const BY_IDS = `query ($ids: [ID!]!) { flowsByIds(ids: $ids) {
  id name description steps { id number action subject body isReply } } }`;

describe('Query.flowsByIds', () => {
  it('returns flows with their steps in the given order, 20 a request', async () => {
    const { gateway, company } = setUp({}, withFlows(30));
    const ids = company.engage.flows.map(({ id }) => id).reverse();
    const { data, errors, sent } = await gateway.trace(BY_IDS, { ids });

    expect(errors).toBeUndefined();
    const flows = data?.['flowsByIds'] as unknown as { id: string; steps: object[] }[];
    expect(flows.map(({ id }) => id)).toEqual(ids);
    const [step] = company.engage.flows[0]?.steps ?? [];
    expect(flows[0]?.steps[0]).toEqual({
      id: step?.id,
      number: 1,
      action: 'AUTO_SEND_EMAIL',
      subject: 'A question, {{recipient.first_name}}',
      body: step?.body,
      isReply: false,
    });
    const sizes = sent.map(({ body }) => (body as { flowIds: string[] }).flowIds.length);
    expect(sizes).toEqual([20, 10]);
  });

  it('is null for an ID that Gong names, at 1 further request', async () => {
    const { gateway, flowId, otherFlowId } = setUp();
    const { data, errors, sent } = await gateway.trace(BY_IDS, {
      ids: [flowId, '77', otherFlowId],
    });

    expect(errors).toBeUndefined();
    expect(data?.['flowsByIds']).toMatchObject([{ id: flowId }, null, { id: otherFlowId }]);
    expect(sent.map(({ body }) => body)).toEqual([
      { flowIds: [flowId, '77', otherFlowId] },
      { flowIds: [flowId, otherFlowId] },
    ]);
  });

  it('is null for several unknown IDs, and for one alone', async () => {
    const { gateway, flowId } = setUp();
    const several = await gateway.trace(BY_IDS, { ids: ['78', flowId, '79'] });
    const alone = await gateway.trace(BY_IDS, { ids: ['80'] });

    expect(several.data?.['flowsByIds']).toMatchObject([null, { id: flowId }, null]);
    expect(several.sent).toHaveLength(3);
    expect(alone.data).toEqual({ flowsByIds: [null] });
    expect(alone.sent).toHaveLength(1);
  });

  it('finds refused IDs by halving when Gong does not name them', async () => {
    const { gateway, sandbox, company } = setUp({}, withFlows(8));
    const ids = company.engage.flows.map(({ id }) => id);
    const bad = ids[5] ?? '';
    sandbox.faults.add({
      fault: { kind: 'answer', status: 404, body: { errors: ['Flow not found'] } },
      times: 9,
      matches: ({ body }) => (body as { flowIds: string[] }).flowIds.includes(bad),
    });
    const { data, errors, sent } = await gateway.trace(BY_IDS, { ids });

    expect(errors).toBeUndefined();
    expect(data?.['flowsByIds']).toMatchObject(ids.map((id) => (id === bad ? null : { id })));
    expect(sent.map(({ body }) => (body as { flowIds: string[] }).flowIds.length)).toEqual([
      8, 4, 2, 1, 2,
    ]);
  });
});

describe('Flow.steps', () => {
  it('reads the steps of 20 listed flows in 1 request', async () => {
    const { gateway, ownerEmail } = setUp({}, withFlows(20));
    const { data, errors, sent } = await gateway.trace(
      `query ($email: String!) { flows(ownerEmail: $email) { nodes {
         description steps { number } again: steps { action } } } }`,
      { email: ownerEmail },
    );

    expect(errors).toBeUndefined();
    expect(connectionIn({ data }, 'flows').nodes[0]).toMatchObject({
      description: 'First contact within a day of a sign-up',
      steps: expect.arrayContaining([{ number: 1 }]),
    });
    expect(sent.map(({ operationId }) => operationId)).toEqual(['listFlows', 'getFlowSteps']);
  });
});

describe('User.flows', () => {
  it('reads the flows of each user by the unmasked email', async () => {
    const config = { policy: policyIn('mask-emails') };
    const { gateway, company } = setUp({ config });
    const users = company.users.slice(0, 2);
    const { data, errors, sent } = await gateway.trace(
      `query ($ids: [ID!]!) { usersByIds(ids: $ids) { emailAddress flows(first: 1) { nodes { name } } } }`,
      { ids: users.map(({ id }) => id) },
    );

    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).not.toContain(users[0]?.emailAddress);
    expect(sent.map(({ operationId, query }) => [operationId, query])).toEqual([
      ['listMultipleUsers', {}],
      ...users.map(({ emailAddress }) => ['listFlows', { flowOwnerEmail: emailAddress }]),
    ]);
  });

  it('is null for a user without an address', async () => {
    const { gateway, company } = setUp({}, ({ users: [user] }) => {
      if (user !== undefined) user.emailAddress = '';
    });
    const { data, errors } = await gateway.execute(
      'query ($id: ID!) { user(id: $id) { flows { totalCount } } }',
      { id: company.users[0]?.id },
    );

    expect(errors).toBeUndefined();
    expect(data).toEqual({ user: { flows: null } });
  });
});
