import { describe, expect, it } from '@jest/globals';
import { setUp } from './support.js';

const RAW = `mutation ($input: GongRequestInput!) { gongRequest(input: $input) { status body requestId } }`;

describe('a raw request', () => {
  it('is refused when raw requests are off', async () => {
    const { wire, run } = setUp([{ body: {} }], {
      config: { rawRequests: { isOn: false, furtherPaths: [] } },
    });

    const { data, errors } = await run(RAW, { input: { method: 'GET', path: '/v2/users' } });

    expect(data).toEqual({ gongRequest: null });
    expect(errors).toMatchObject([
      {
        message: expect.stringContaining('GATEWAY_RAW_REQUESTS=on'),
        extensions: { code: 'FORBIDDEN', retryable: false },
      },
    ]);
    expect(wire.sent).toEqual([]);
  });

  it('keeps numbers beyond 2^53 in responses, queries, and bodies', async () => {
    const { wire, run } = setUp([
      { body: '{"id":7782342274025937895,"small":12,"list":[7782342274025937896]}' },
    ]);
    const query = `mutation { gongRequest(input: { method: GET, path: "/v2/crm/entities",
      query: { integrationId: 7782342274025937897, objectType: "ACCOUNT" }, body: ["1", 7782342274025937898] }) { body } }`;

    const { data } = await run(query);

    expect(data).toEqual({
      gongRequest: {
        body: { id: '7782342274025937895', small: 12, list: ['7782342274025937896'] },
      },
    });
    expect(wire.sent[0]).toMatchObject({
      method: 'GET',
      url: 'https://gong.test/v2/crm/entities?integrationId=7782342274025937897&objectType=ACCOUNT',
      body: ['1', '7782342274025937898'],
    });
  });

  it.each([
    ['GET', '/v2/workspaces'],
    ['POST', '/v2/calls/extensive'],
  ])('that only reads is repeated after a failure: %s %s', async (method, path) => {
    const { wire, run } = setUp([
      { status: 503, body: { errors: ['Down.'] } },
      new Error('read ECONNRESET'),
      { body: { requestId: 'r1' } },
    ]);

    const { data, errors } = await run(RAW, { input: { method, path, body: { filter: {} } } });

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      gongRequest: { status: 200, body: { requestId: 'r1' }, requestId: 'r1' },
    });
    expect(wire.sent).toHaveLength(3);
  });

  it('that costs credits is not repeated', async () => {
    const { wire, run } = setUp([{ status: 503, body: { errors: ['Down.'] } }, { body: {} }], {
      config: { enabled: new Set(['GATEWAY_AI'] as const) },
    });

    const { errors } = await run(RAW, {
      input: { method: 'GET', path: '/v2/entities/ask-entity' },
    });

    expect(errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN' } }]);
    expect(wire.sent).toHaveLength(1);
  });

  it('is never served from the cache', async () => {
    const { wire, run } = setUp([{ body: { users: [] } }], { config: { cacheTtlSeconds: 300 } });
    const input = { method: 'GET', path: '/v2/users' };

    await run('{ users { nodes { id } } }');
    await run(RAW, { input });
    await run(RAW, { input });

    expect(wire.sent).toHaveLength(3);
  });

  it('that finds nothing returns Gong’s response', async () => {
    const errors = ['No calls found corresponding to the provided filters'];
    const { run } = setUp([{ status: 404, body: { requestId: 'r1', errors } }]);

    const { data } = await run(RAW, {
      input: { method: 'POST', path: '/v2/calls/extensive', body: { filter: {} } },
    });

    expect(data).toEqual({
      gongRequest: { status: 404, body: { requestId: 'r1', errors }, requestId: 'r1' },
    });
  });

  it.each([
    [201, '', null],
    [202, '[1]', [1]],
    [200, '"text"', 'text'],
    [200, 'null', null],
  ])('returns any JSON, or none: %i %s', async (status, body, expected) => {
    const { run } = setUp([{ status, body }]);

    const { data, errors } = await run(RAW, {
      input: { method: 'POST', path: '/v2/digital-interaction', body: {} },
    });

    expect(errors).toBeUndefined();
    expect(data).toEqual({ gongRequest: { status, body: expected, requestId: null } });
  });

  it('that writes invalidates the cache', async () => {
    const { wire, run } = setUp([{ body: { users: [] } }], { config: { cacheTtlSeconds: 300 } });
    await run('{ users { nodes { id } } }');
    await run('{ users { nodes { id } } }');
    expect(wire.sent).toHaveLength(1);

    await run(RAW, { input: { method: 'POST', path: '/v2/permission-profile', body: {} } });
    await run('{ users { nodes { id } } }');

    expect(wire.sent).toHaveLength(3);
  });

  it('can use paths that an operator allows', async () => {
    const { wire, run } = setUp([{ body: { ok: true } }], {
      config: { rawRequests: { isOn: true, furtherPaths: ['/v2/new/{id}'] } },
    });

    const { data } = await run(RAW, {
      input: { method: 'DELETE', path: '/v2/new/a%20b', body: { a: 1 } },
    });

    expect(data).toMatchObject({ gongRequest: { status: 200, body: { ok: true } } });
    expect(wire.sent[0]).toMatchObject({
      method: 'DELETE',
      url: 'https://gong.test/v2/new/a%20b',
      body: { a: 1 },
    });
  });

  it('has no body when the input has none', async () => {
    const { wire, run } = setUp([{ body: {} }]);

    await run(RAW, { input: { method: 'GET', path: '/v2/users', body: null, query: null } });

    expect(wire.inits[0]).not.toHaveProperty('body');
    expect(wire.sent[0]?.headers).not.toHaveProperty('content-type');
    expect(wire.sent[0]?.url).toBe('https://gong.test/v2/users');
  });
});
