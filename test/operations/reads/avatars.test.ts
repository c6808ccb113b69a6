import { describe, expect, it } from '@jest/globals';
import { createSandbox, plainCall, plainUser } from '../../../sandbox/src/index.js';
import { policyIn } from '../../support/config.js';
import { createTestGateway } from '../../support/gateway.js';
import { gatewayTo, STARTED } from '../values/support.js';

const staff = plainUser({
  id: '900',
  firstName: 'Gong',
  lastName: 'Support',
  emailAddress: 'support@gong.test',
});
const users = [
  plainUser({ id: '500', firstName: 'Ada', lastName: null, managerId: '900' }),
  plainUser({ id: '501', firstName: 'Bo', lastName: null }),
];
const calls = ['900', '900', '999', '500'].map((primaryUserId, index) =>
  plainCall({ id: String(100 + index), started: STARTED, primaryUserId }),
);
const parts = { users, avatars: [staff], calls };
const HOSTS = '{ calls { nodes { primaryUser { id name } } } }';
const hosts = {
  calls: {
    nodes: [
      { primaryUser: { id: '900', name: 'Gong Support' } },
      { primaryUser: { id: '900', name: 'Gong Support' } },
      { primaryUser: { id: '999', name: null } },
      { primaryUser: { id: '500', name: 'Ada' } },
    ],
  },
};
const CACHED = { config: { cacheTtlSeconds: 300 } };
const operationsIn = (sent: readonly { readonly operationId: string | null }[]) =>
  sent.map(({ operationId }) => operationId);

describe('Avatars, the users of Gong’s own staff,', () => {
  it('are found where records refer to them, with the other users', async () => {
    const gateway = gatewayTo(parts, CACHED);

    const first = await gateway.trace(HOSTS);
    const again = await gateway.trace('{ usersByIds(ids: ["900", "999"]) { name } }');

    expect([first.errors, again.errors]).toEqual([undefined, undefined]);
    expect(first.data).toEqual(hosts);
    expect(operationsIn(first.sent)).toEqual(['listCallsExtensive', 'listMultipleUsers']);
    // Also that there is no user is remembered.
    expect(again.data).toEqual({ usersByIds: [{ name: 'Gong Support' }, null] });
    expect(again.sent).toEqual([]);
  });

  it('are looked up once next to a directory that lacks them', async () => {
    const gateway = gatewayTo(parts, CACHED);
    const query = `{
      searchUsers(email: "${users[1]?.emailAddress}") { id }
      a: user(id: "900") { name }
      b: user(id: "500") { name manager { name } }
      c: user(id: "999") { name }
    }`;

    const { data, errors, sent } = await gateway.trace(query);
    const again = await gateway.trace(query);

    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      a: { name: 'Gong Support' },
      b: { name: 'Ada', manager: { name: 'Gong Support' } },
      c: null,
    });
    expect(operationsIn(sent).sort()).toEqual(['listMultipleUsers', 'listUsers']);
    const ids = sent.flatMap(({ body }) => (body as { filter?: unknown } | null)?.filter ?? []);
    expect(ids).toEqual([{ includeAvatars: true, userIds: ['900', '999'] }]);
    expect(again.sent).toEqual([]);
  });

  it.each([
    ['', ['500', '501']],
    ['(filter: { includeAvatars: null })', ['500', '501']],
    ['(filter: { includeAvatars: true })', ['500', '501', '900']],
    ['(filter: { includeAvatars: true, userIds: ["501", "900"] })', ['501', '900']],
    ['(filter: { userIds: ["501", "900"] })', ['501']],
    ['(filter: { includeAvatars: true, active: true })', ['500', '501', '900']],
  ])('are listed only on request: users%s', async (args, expected) => {
    const gateway = gatewayTo(parts);

    const { data, errors, sent } = await gateway.trace(`{ users${args} { nodes { id } } }`);

    expect(errors).toBeUndefined();
    expect(data).toEqual({ users: { nodes: expected.map((id) => ({ id })) } });
    expect(sent).toHaveLength(1);
  });

  it('have cursors of their own', async () => {
    const gateway = gatewayTo(parts);
    const page = (filter: string, after = '') =>
      gateway.execute(
        `{ users(first: 2, filter: ${filter}${after}) { nodes { id } pageInfo { endCursor } } }`,
      );

    const first = await page('{ includeAvatars: true }');
    const { pageInfo } = first.data?.['users'] as unknown as { pageInfo: { endCursor: string } };
    const after = `, after: "${pageInfo.endCursor}"`;
    const second = await page('{ includeAvatars: true }', after);
    const other = await page('{ includeAvatars: false }', after);

    expect(second.data).toMatchObject({ users: { nodes: [{ id: '900' }] } });
    expect(other.errors?.[0]?.extensions['code']).toBe('BAD_CURSOR');
  });

  it('are masked like all users', async () => {
    const gateway = gatewayTo(parts, { config: { policy: policyIn('mask-emails') } });

    const { data } = await gateway.execute('{ user(id: "900") { emailAddress } }');

    expect(data).toEqual({ user: { emailAddress: '•••@gong.test' } });
  });

  it('are within the estimate', async () => {
    const everybody = [...Array(100).keys()].map((index) => plainUser({ id: String(500 + index) }));
    const gateway = gatewayTo({ users: everybody, avatars: [staff] });
    const query = '{ users(first: 200, filter: { includeAvatars: true }) { nodes { id } } }';
    // So that the size of the company is known.
    await gateway.execute('{ users { totalCount } }');

    const price = await gateway.execute(
      query,
      {},
      { extensions: { gong: { estimateOnly: true } } },
    );
    const { sent } = await gateway.trace(query);

    expect(sent).toHaveLength(2);
    expect(price.extensions?.gong?.estimate?.max).toBe(2);
  });

  it('fail like other users, and comment on calls of the sandbox', async () => {
    const sandbox = createSandbox({ calls: 200, users: 20, requestsPerSecond: Infinity });
    const gateway = createTestGateway({ sandbox });
    const query = '{ calls(first: 200) { nodes { comments { author { emailAddress } } } } }';

    const { data } = await gateway.execute(query);
    gateway.sandbox.faults.add({
      operationId: 'listMultipleUsers',
      fault: { kind: 'answer', status: 403, body: { errors: ['Not allowed'] } },
    });
    const failed = await createTestGateway({ sandbox }).execute('{ user(id: "1") { name } }');

    expect(JSON.stringify(data)).toContain('@gong-avatar.example');
    expect(failed.data).toEqual({ user: null });
    expect(failed.errors).toHaveLength(1);
  });
});
