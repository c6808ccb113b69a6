import { describe, expect, it } from '@jest/globals';
import { createSandbox } from '../../../sandbox/src/index.js';
import { FakeClock } from '../../support/clock.js';
import { callIdOf, callsAt, companyOf, usersOf } from '../../support/companies.js';
import { policyIn } from '../../support/config.js';
import { createTestGateway, type Answer, type TestGatewayOptions } from '../../support/gateway.js';
import { setUp } from './support.js';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const HOUR = 60 * 60 * 1000;
const RESULT = 'callIds rejected { callId code message } requestId';
const GRANT = `mutation ($input: GrantCallAccessInput!) { done: grantCallAccess(input: $input) { ${RESULT} } }`;
const REVOKE = `mutation ($input: RevokeCallAccessInput!) { done: revokeCallAccess(input: $input) { ${RESULT} } }`;
const READ = 'query ($ids: [ID!]!) { callsByIds(ids: $ids) { id individualAccess { id name } } }';
const READS = 'getUsersAccessToCalls';
const GRANTS = 'addUsersAccessToCalls';

/** Calls of which every tenth is private; user 500 has access to the first. */
function gatewayOver(options: TestGatewayOptions = {}, count = 250) {
  const clock = new FakeClock(NOW);
  const calls = callsAt(Array.from({ length: count }, (_, index) => NOW - (index + 1) * HOUR));
  calls.forEach(({ metaData }, index) => {
    metaData.isPrivate = index % 10 === 9;
  });
  const company = companyOf({
    users: usersOf(3),
    calls,
    callAccess: [{ callId: callIdOf(0), userIds: ['500'] }],
  });
  const sandbox = createSandbox({ company, clock, requestsPerSecond: Infinity });
  return createTestGateway({ clock, sandbox, ...options });
}

const grantsOf = (ids: readonly string[], userIds: readonly string[] = ['501']) => ({
  input: { grants: ids.map((callId) => ({ callId, userIds })) },
});
const ids = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => callIdOf(from + index));
const doneIn = ({ data, errors }: Answer) => {
  expect(errors).toBeUndefined();
  return data?.['done'] as unknown as {
    callIds: string[];
    rejected: { callId: string; code: string; message: string }[];
    requestId: string | null;
  };
};
const count = (sent: readonly { operationId: unknown }[], id: string) =>
  sent.filter(({ operationId }) => operationId === id).length;

describe('Call.individualAccess', () => {
  it('returns the users of 100 calls in 1 request', async () => {
    const { data, errors, sent } = await gatewayOver().trace(READ, { ids: ids(0, 150) });

    expect(errors).toBeUndefined();
    expect(count(sent, READS)).toBe(2);
    expect(count(sent, 'listMultipleUsers')).toBe(1);
    const calls = data?.['callsByIds'] as unknown as object[];
    expect(calls[0]).toEqual({
      id: callIdOf(0),
      individualAccess: [{ id: '500', name: 'Alex Doe' }],
    });
    expect(calls[149]).toEqual({ id: callIdOf(149), individualAccess: [] });
  });

  it('is null for a call that Gong refuses, and read for the others', async () => {
    const gateway = gatewayOver();
    const all = ids(0, 100);
    // Gong lists the call, and has no access of it.
    const refused = (body: unknown) => JSON.stringify(body).includes(callIdOf(37));
    gateway.sandbox.faults.add({
      operationId: READS,
      times: Infinity,
      matches: ({ body }) => refused(body),
      fault: { kind: 'answer', status: 400, body: { errors: ['Some calls not found'] } },
    });

    const { data, errors, sent } = await gateway.trace(READ, { ids: all });

    expect(errors).toBeUndefined();
    const calls = data?.['callsByIds'] as unknown as { id: string; individualAccess: unknown }[];
    expect(calls.filter(({ individualAccess }) => individualAccess === null)).toHaveLength(1);
    expect(calls[37]?.individualAccess).toBeNull();
    expect(count(sent, READS)).toBeLessThanOrEqual(9);
  });

  it('is hidden with its call', async () => {
    const gateway = gatewayOver({ config: { policy: policyIn('') } });
    const { data, sent } = await gateway.trace(READ, { ids: ids(8, 10) });

    expect(data).toEqual({ callsByIds: [{ id: callIdOf(8), individualAccess: [] }, null] });
    expect(sent.filter(({ operationId }) => operationId === READS)).toMatchObject([
      { body: { filter: { callIds: [callIdOf(8)] } } },
    ]);
  });

  it('is removed from a raw response with its call', async () => {
    const gateway = gatewayOver({ config: { policy: policyIn('') } });
    const { data } = await gateway.execute(
      'mutation ($body: JSON) { gongRequest(input: { method: POST, path: "/v2/calls/users-access", body: $body }) { body } }',
      { body: { filter: { callIds: ids(8, 10) } } },
    );

    expect(data).toMatchObject({
      gongRequest: { body: { callAccessList: [{ callId: callIdOf(8), users: [] }] } },
    });
  });

  it('is priced at 1 request per 100 calls, and 1 per 100 users with names', async () => {
    const price = async (query: string) =>
      (await gatewayOver().execute(query, {}, { extensions: { gong: { estimateOnly: true } } }))
        .extensions?.gong?.estimate?.max;

    expect(await price('{ calls(first: 100) { nodes { individualAccess { id } } } }')).toBe(2);
    expect(await price('{ call(id: "1") { individualAccess { name } } }')).toBe(3);
  });
});

describe('grantCallAccess', () => {
  it('grants access, 100 calls a request, and what was cached before is read again', async () => {
    const gateway = gatewayOver({ config: { cacheTtlSeconds: 300 } });
    await gateway.execute(READ, { ids: ids(0, 2) });

    const answer = await gateway.trace(GRANT, grantsOf(ids(0, 150)));

    expect(doneIn(answer)).toEqual({
      callIds: ids(0, 150),
      rejected: [],
      requestId: expect.any(String),
    });
    expect(answer.sent.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'PUT /v2/calls/users-access',
      'PUT /v2/calls/users-access',
    ]);
    const { data } = await gateway.execute(READ, { ids: ids(0, 2) });
    expect(data).toMatchObject({
      callsByIds: [
        { individualAccess: [{ id: '500' }, { id: '501' }] },
        { individualAccess: [{ id: '501' }] },
      ],
    });
  });

  it('combines entries of one call', async () => {
    const grants = [
      { callId: callIdOf(1), userIds: ['500', '501'] },
      { callId: callIdOf(2), userIds: ['500'] },
      { callId: callIdOf(1), userIds: ['501', '502'] },
    ];
    const { sent } = await gatewayOver().trace(GRANT, { input: { grants } });

    expect(sent).toMatchObject([
      {
        body: {
          callAccessList: [
            { callId: callIdOf(1), userIds: ['500', '501', '502'] },
            { callId: callIdOf(2), userIds: ['500'] },
          ],
        },
      },
    ]);
  });

  it('grants the others when Gong does not have one of 100 calls, for 8 more requests', async () => {
    const wanted = [...ids(0, 40), '404', ...ids(40, 99)];
    const answer = await gatewayOver().trace(GRANT, grantsOf(wanted));

    const { callIds, rejected } = doneIn(answer);
    expect(callIds).toEqual(ids(0, 99));
    expect(rejected).toMatchObject([
      { callId: '404', code: 'NOT_FOUND', message: expect.stringMatching(/was not found/) },
    ]);
    expect(answer.sent.length).toBeLessThanOrEqual(9);
  });

  it('passes on Gong’s message about an unknown user', async () => {
    const { input } = grantsOf(ids(0, 3));
    input.grants.push({ callId: callIdOf(3), userIds: ['9'] });

    const { callIds, rejected } = doneIn(await gatewayOver().execute(GRANT, { input }));

    expect(callIds).toEqual(ids(0, 3));
    expect(rejected).toMatchObject([
      {
        callId: callIdOf(3),
        code: 'REFUSED',
        message: expect.stringMatching(/Some users not found/),
      },
    ]);
  });

  it('rejects a hidden call like a missing one, without a request', async () => {
    const gateway = gatewayOver({ config: { policy: policyIn('') } });
    const answer = await gateway.trace(GRANT, grantsOf([callIdOf(9), '404', callIdOf(1)]));

    const { callIds, rejected } = doneIn(answer);
    expect(callIds).toEqual([callIdOf(1)]);
    const [hidden, missing] = rejected;
    expect({ ...hidden, callId: '404' }).toEqual(missing);
    expect(answer.sent.map(({ operationId }) => operationId)).toEqual([
      'listCallsExtensive',
      GRANTS,
    ]);
    expect(answer.sent[1]?.body).toEqual({
      callAccessList: [{ callId: callIdOf(1), userIds: ['501'] }],
    });
  });

  it('reports what was granted before a request failed', async () => {
    const answers = [{ body: { requestId: 'r1' } }, { status: 500, body: { errors: ['Oops.'] } }];
    const { run, wire } = setUp(answers);

    const { callIds, rejected, requestId } = doneIn(await run(GRANT, grantsOf(ids(0, 250))));

    expect(wire.sent).toHaveLength(2);
    expect(callIds).toEqual(ids(0, 100));
    expect(rejected.map(({ callId }) => callId)).toEqual(ids(100, 250));
    expect(rejected[0]).toMatchObject({ code: 'FAILED', message: expect.stringMatching(/Oops/) });
    expect(requestId).toBe('r1');
  });

  it('says that it is safe to repeat when its outcome is unknown', async () => {
    const { run, wire } = setUp([new Error('read ECONNRESET')]);

    const { errors } = await run(GRANT, grantsOf(ids(0, 1)));

    expect(wire.sent).toHaveLength(1);
    expect(errors).toMatchObject([
      {
        message: expect.stringMatching(/again is safe/),
        extensions: { code: 'OUTCOME_UNKNOWN' },
      },
    ]);
  });

  it.each<[object, RegExp]>([
    [{ grants: [] }, /grants:\)/],
    [{ grants: [{ callId: 'x', userIds: ['1'] }] }, /callId:\)/],
    [{ grants: [{ callId: '1', userIds: [] }] }, /userIds:\)/],
  ])('refuses %j without a request', async (input, message) => {
    const { errors, sent } = await gatewayOver().trace(GRANT, { input });
    expect(errors).toMatchObject([
      { message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect(sent).toEqual([]);
  });

  it('is priced by the number of calls', async () => {
    const price = async (words: string) => {
      const gateway = gatewayOver({ config: { policy: policyIn(words) } });
      const only = { extensions: { gong: { estimateOnly: true } } };
      return (await gateway.execute(GRANT, grantsOf(ids(0, 250)), only)).extensions?.gong?.estimate;
    };

    expect(await price('show-private')).toEqual({ min: 3, max: 3 });
    expect(await price('')).toEqual({ min: 0, max: 6 });
    expect(await price('read-only')).toEqual({ min: 0, max: 0 });
  });
});

describe('revokeCallAccess', () => {
  it('revokes access by a DELETE with a body, also access that was never granted', async () => {
    const gateway = gatewayOver();
    const answer = await gateway.trace(REVOKE, grantsOf(ids(0, 2), ['500', '502']));

    expect(doneIn(answer).callIds).toEqual(ids(0, 2));
    expect(answer.sent).toMatchObject([
      {
        method: 'DELETE',
        path: '/v2/calls/users-access',
        body: { callAccessList: [{ userIds: ['500', '502'] }, { userIds: ['500', '502'] }] },
      },
    ]);
    expect((await gateway.execute(READ, { ids: ids(0, 1) })).data).toMatchObject({
      callsByIds: [{ individualAccess: [] }],
    });
  });
});
