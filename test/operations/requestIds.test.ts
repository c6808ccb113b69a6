import { describe, expect, it } from '@jest/globals';
import { plainCall, plainUser } from '../../sandbox/src/index.js';
import { gatewayTo, STARTED } from './values/support.js';
import { FakeClock } from '../support/clock.js';

const WANTED = { extensions: { gong: { requestIds: true } } };
const calls = [plainCall({ id: '100', started: STARTED, primaryUserId: '500' })];
const users = [plainUser({ id: '500' })];
const HOSTS = '{ calls { nodes { id primaryUser { name } } } }';

describe('extensions.gong.requestIds', () => {
  it('contains Gong’s ID of each response, in order', async () => {
    const gateway = gatewayTo({ calls, users });

    const { extensions } = await gateway.execute(HOSTS, {}, WANTED);

    const ids = extensions?.gong?.requestIds ?? [];
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(id).toMatch(/^\S+$/);
  });

  it('contains the IDs of refusals and of repeated requests', async () => {
    const clock = new FakeClock();
    const gateway = gatewayTo({ calls, users }, { clock });
    const says = (status: number, requestId: string) => ({
      fault: { kind: 'answer' as const, status, body: { requestId, errors: ['No'] } },
    });
    gateway.sandbox.faults.add({ ...says(503, 'first'), times: 1 });
    const answer = await clock.runUntil(
      gateway.execute('{ user(id: "500") { name } }', {}, WANTED),
    );
    gateway.sandbox.faults.add({ ...says(403, 'refused'), operationId: 'listScorecards' });
    const refused = await clock.runUntil(gateway.execute('{ scorecards { name } }', {}, WANTED));

    expect(answer.errors).toBeUndefined();
    expect(answer.extensions?.gong?.requestIds).toEqual(['first', expect.any(String)]);
    expect(refused.errors).toHaveLength(1);
    expect(refused.extensions?.gong?.requestIds).toEqual(['refused']);
  });

  it('is shared by operations that wait for one request', async () => {
    const gateway = gatewayTo({ calls, users });
    const query = '{ call(id: "100") { title } }';

    const answers = await Promise.all([1, 2].map(() => gateway.execute(query, {}, WANTED)));

    const ids = answers.map(({ extensions }) => extensions?.gong?.requestIds);
    expect(ids).toEqual([[expect.any(String)], ids[0]]);
    expect(gateway.sandbox.requests).toHaveLength(1);
  });

  it('is empty for cached data, and missing when it is not requested', async () => {
    const gateway = gatewayTo({ calls, users }, { config: { cacheTtlSeconds: 300 } });

    const unwanted = await gateway.execute(HOSTS);
    const cached = await gateway.execute(HOSTS, {}, WANTED);
    const off = await gateway.execute(HOSTS, {}, { extensions: { gong: { requestIds: false } } });

    expect(unwanted.extensions?.gong).not.toHaveProperty('requestIds');
    expect(cached.extensions?.gong?.requestIds).toEqual([]);
    expect(off.extensions?.gong).not.toHaveProperty('requestIds');
  });

  it('contains the ID of a write, like its payload', async () => {
    const gateway = gatewayTo({ users });

    const { data, extensions } = await gateway.execute(
      `mutation { gongRequest(input: { method: GET, path: "/v2/users" }) { requestId } }`,
      {},
      WANTED,
    );

    const { requestId } = data?.['gongRequest'] as unknown as { requestId: string };
    expect(extensions?.gong?.requestIds).toEqual([requestId]);
  });

  it.each([['yes'], [1], [null]])('must be true or false: %s', async (requestIds) => {
    const gateway = gatewayTo({ calls, users });

    const { errors, sent } = await gateway.trace(
      HOSTS,
      {},
      { extensions: { gong: { requestIds } } },
    );

    expect(errors).toMatchObject([
      {
        message: 'The request\'s "extensions.gong.requestIds" must be true or false.',
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
    expect(sent).toEqual([]);
  });
});
