import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { afterEach, describe, expect, it } from '@jest/globals';
import { graphql, parse } from 'graphql';
import { ConfigError, createGateway, type GatewayOptions } from '../../../src/bin/index.js';
import { answerOf, embed, post, settingsFor, type Embedded } from './support.js';

const opened: Embedded[] = [];
const open = async (options?: Partial<GatewayOptions>): Promise<Embedded> => {
  const embedded = await embed(options);
  opened.push(embedded);
  return embedded;
};
afterEach(async () => {
  for (const embedded of opened.splice(0)) await embedded.close();
});

const OPEN = { GATEWAY_OPEN: 'true' };
const USERS = '{ users(first: 2) { nodes { id } } }';

describe('createGateway', () => {
  it('rejects with all problems of its settings at once', async () => {
    const settings = {
      GATEWAY_DEADLINE_MS: 'soon',
      GATEWAY_MAX_OBJECTS: 5 as unknown as string,
      GATEWAY_TOKENS: 'web:a-token-of-a-client',
    };
    const failure = createGateway({ settings, authenticate: () => null });

    await expect(failure).rejects.toBeInstanceOf(ConfigError);
    const error: unknown = await failure.catch((reason: unknown) => reason);
    expect((error as ConfigError).problems).toEqual([
      'GATEWAY_MAX_OBJECTS must be a string, as in an environment; got a number.',
      'GATEWAY_TOKENS must not be set together with authenticate. Remove one of them.',
      expect.stringContaining('GATEWAY_DEADLINE_MS must be a whole number'),
      expect.stringContaining('Set GONG_ACCESS_KEY and GONG_ACCESS_KEY_SECRET'),
    ]);
  });

  it('reads nothing from the environment, and starts no sandbox by itself', async () => {
    process.env['GONG_SANDBOX'] = 'on';
    try {
      await expect(createGateway({ settings: {} })).rejects.toThrow(
        'Gong credentials are missing, and the sandbox does not start by itself because GONG_SANDBOX is off.',
      );
    } finally {
      delete process.env['GONG_SANDBOX'];
    }
  });

  it('serves the sandbox when it is asked to, to every client', async () => {
    const gateway = await createGateway({ settings: { GONG_SANDBOX: 'on' } });
    try {
      const { data, extensions } = await answerOf(await gateway.handle(post(USERS)));

      expect(data).toEqual({ users: { nodes: [expect.anything(), expect.anything()] } });
      expect(extensions).toMatchObject({ gong: { sandbox: true, requests: 1 } });
    } finally {
      await gateway.close();
    }
  });
});

describe('handle', () => {
  it('responds as the gateway does at /graphql, wherever the server has it', async () => {
    const { gateway, sandbox } = await open({ settings: OPEN });

    const response = await gateway.handle(post(USERS));

    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    const { data, extensions } = await answerOf(response);
    expect(data).toEqual({ users: { nodes: [expect.anything(), expect.anything()] } });
    expect(extensions).toMatchObject({ gong: { requests: 1 } });
    expect(sandbox.requests).toHaveLength(1);
  });

  it('refuses what the gateway refuses, and sends nothing to Gong', async () => {
    const { gateway, sandbox } = await open({ settings: OPEN });
    const status = async (request: Request) => (await gateway.handle(request)).status;

    expect({
      malformed: await status(post(USERS, { body: '{' })),
      foreign: await status(post(USERS, { headers: { 'content-type': 'text/plain' } })),
      long: await status(post(`${USERS} #${'x'.repeat(2 ** 20)}`)),
      forged: await status(new Request(`https://app.example/g?query=${encodeURIComponent(USERS)}`)),
      argument: await status(
        post('{ users(first: 5000) { nodes { id } } }', {
          headers: { accept: 'application/graphql-response+json' },
        }),
      ),
    }).toEqual({
      malformed: 400,
      foreign: 415,
      long: 413,
      forged: 400,
      argument: 422,
    });
    expect(sandbox.requests).toEqual([]);
  });

  it('accepts long bodies and names documents by hash', async () => {
    const { gateway } = await open({ settings: OPEN });
    const long = await gateway.handle(post(`${USERS} #${'x'.repeat(200_000)}`));
    const unknown = await gateway.handle(
      post('', {
        body: JSON.stringify({
          extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } },
        }),
      }),
    );

    expect((await answerOf(long)).errors).toBeUndefined();
    expect((await answerOf(unknown)).errors).toMatchObject([
      { extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } },
    ]);
  });

  it('refuses every client until the program says which it accepts', async () => {
    const { gateway, sandbox } = await open();

    const response = await gateway.handle(post(USERS));

    expect(response.status).toBe(401);
    const { errors = [] } = await answerOf(response);
    expect(errors[0]?.message).toContain('pass authenticate to createGateway');
    expect(sandbox.requests).toEqual([]);
  });

  it('accepts the tokens of its settings', async () => {
    const { gateway } = await open({ settings: { GATEWAY_TOKENS: 'web:a-token-of-a-client' } });
    const with_ = (token: string) =>
      gateway.handle(post(USERS, { headers: { authorization: `Bearer ${token}` } }));

    expect((await with_('a-token-of-a-client')).status).toBe(200);
    expect((await with_('another')).status).toBe(401);
  });

  it('goes by the login of the embedding server, and its responses are not cached', async () => {
    const { gateway, sandbox } = await open({
      settings: { GATEWAY_POLICY_ROLES: 'intern: mask-emails' },
      authenticate: ({ headers }) => {
        const role = headers.get('cookie');
        return Promise.resolve(role === null ? null : { client: 'app', roles: [role] });
      },
    });
    const emails = encodeURIComponent('{ users(first: 1) { nodes { emailAddress } } }');
    const as = (cookie: string | null) =>
      gateway.handle(
        new Request(`https://app.example/g?query=${emails}`, {
          headers: { 'apollo-require-preflight': '1', ...(cookie === null ? {} : { cookie }) },
        }),
      );

    const refused = await as(null);
    const sent = sandbox.requests.length;
    const [manager, intern] = [await as('manager'), await as('intern')];

    expect({ status: refused.status, sent }).toEqual({ status: 401, sent: 0 });
    expect(JSON.stringify(await answerOf(manager))).not.toContain('•••@');
    expect(JSON.stringify(await answerOf(intern))).toContain('•••@');
    expect(manager.headers.get('cache-control')).toBe('no-store');
  });

  it('takes the recording of a call at its upload URL', async () => {
    const { gateway, sandbox } = await open({ settings: OPEN });
    const [host] = sandbox.company.users;
    if (host === undefined) throw new Error('The company has no users.');
    host.settings.telephonyCallsImported = true;
    const created = await answerOf(
      await gateway.handle(
        post(`mutation { createCall(input: { clientUniqueId: "d1", primaryUserId: "${host.id}",
          direction: INBOUND, actualStart: "2026-05-30T10:00:00Z", parties: [{ userId: "${host.id}" }]
        }) { callId } }`),
      ),
    );
    const { callId } = (created.data as { createCall: { callId: string } }).createCall;
    const asked = await answerOf(
      await gateway.handle(
        post(`mutation { addCallMedia(input: { callId: "${callId}" }) { uploadUrl } }`),
      ),
    );
    const { uploadUrl } = (asked.data as { addCallMedia: { uploadUrl: string } }).addCallMedia;
    const bytes = Buffer.alloc(100_000, 3);
    const response = await gateway.handle(
      new Request(uploadUrl, {
        method: 'PUT',
        headers: { 'content-type': 'audio/mpeg' },
        body: bytes,
      }),
    );

    expect(uploadUrl).toMatch(/^https:\/\/app\.example\/uploads\//);
    expect(response.status).toBe(201);
    expect(sandbox.requestsTo('addCallRecording')).toHaveLength(1);
  });
});

/** In place of Gong, a server that never answers. */
async function silentGong() {
  const server = createServer();
  const arrived = once(server, 'request') as Promise<[IncomingMessage]>;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const gateway = await createGateway({
    settings: { ...settingsFor(`http://127.0.0.1:${port}`, tmpdir()), ...OPEN },
  });
  return {
    gateway,
    arrived,
    close: async () => {
      await gateway.close();
      server.close();
      server.closeAllConnections();
    },
  };
}

describe('an aborted signal', () => {
  it.each(['handle', 'execute'] as const)('ends the request to Gong of %s', async (way) => {
    const { gateway, arrived, close } = await silentGong();
    try {
      const leaving = new AbortController();
      const { signal } = leaving;
      const reason = new Error('The client has left.');
      const result =
        way === 'handle'
          ? gateway.handle(post(USERS, { signal }))
          : gateway.execute({ document: USERS }, { client: 'app' }, { signal });
      const outcome = result.catch((error: unknown) => error);
      const [request] = await arrived;
      const left = new Promise((resolve) => request.socket.once('close', resolve));

      leaving.abort(reason);

      expect(await outcome).toBe(reason);
      await left;
      await expect(gateway.handle(post(USERS, { signal }))).rejects.toBe(reason);
    } finally {
      await close();
    }
  });
});

describe('execute', () => {
  it('runs an operation with all checks, and says what it cost', async () => {
    const { gateway, sandbox } = await open();
    const viewer = { client: 'app' };

    const answer = await gateway.execute(
      {
        document: parse('query Users($first: Int) { users(first: $first) { nodes { id } } }'),
        variables: { first: 2 },
      },
      viewer,
    );
    const refused = await gateway.execute(
      { document: '{ users(first: 5000) { nodes { id } } }' },
      viewer,
    );
    const estimate = await gateway.execute(
      { document: USERS, extensions: { gong: { estimateOnly: true } } },
      viewer,
    );

    expect(answer).toMatchObject({
      data: { users: { nodes: [{ id: expect.any(String) }, { id: expect.any(String) }] } },
      extensions: { gong: { requests: 1 } },
    });
    expect(refused.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(estimate.extensions).toHaveProperty('gong.estimate');
    expect(sandbox.requests).toHaveLength(1);
  });
});

describe('schema and createContext', () => {
  it('give an executor of the program its data, and errors as clients may see them', async () => {
    const { gateway, sandbox } = await open();
    sandbox.faults.add({ fault: { kind: 'answer', status: 401, body: { errors: ['No.'] } } });
    const run = async () => {
      const contextValue = await gateway.createContext({ client: 'app' });
      const { data, errors = [] } = await graphql({
        schema: gateway.schema,
        source: USERS,
        contextValue,
      });
      contextValue.close();
      return { data, errors: errors.map((error) => contextValue.formatError(error)) };
    };

    const failed = await run();
    const answered = await run();

    expect(failed.errors).toMatchObject([
      { path: ['users'], extensions: { code: 'GONG_BAD_CREDENTIALS', retryable: false } },
    ]);
    expect(answered).toMatchObject({ data: { users: expect.anything() }, errors: [] });
  });

  it('shows nothing of an internal error', async () => {
    const logged: string[] = [];
    const log = (_fields: object, message: string) => logged.push(message);
    const { gateway } = await open({ logger: { debug: log, info: log, warn: log, error: log } });
    const context = await gateway.createContext({ client: 'app' });
    const { errors: [error] = [] } = await graphql({
      schema: gateway.schema,
      source: USERS,
      // A copy loses what the context has in its prototype.
      contextValue: { ...context },
    });
    context.close();
    if (error === undefined) throw new Error('It did not fail.');

    expect(context.formatError(error)).toMatchObject({
      message: 'Internal server error.',
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    });
    expect(logged).toContain('Operation failed unexpectedly');
  });
});

it('close waits for running operations, and then nothing runs', async () => {
  const embedded = await embed({ settings: OPEN });
  const { gateway } = embedded;
  const running = gateway.handle(post(USERS));

  await embedded.close();

  expect((await running).status).toBe(200);
  await expect(gateway.handle(post(USERS))).rejects.toThrow('The gateway is closed.');
  await expect(gateway.createContext({ client: 'app' })).rejects.toThrow('The gateway is closed.');
});
