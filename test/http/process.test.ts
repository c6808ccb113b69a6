import { once } from 'node:events';
import { createServer as createHttpServer, type ServerResponse } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createSandbox, type ServerAddress } from '../../sandbox/src/index.js';
import { AUDIENCE, createKey, ISSUER, sign } from '../access/clients/support.js';
import { runProgram } from '../support/program.js';

const credential = { accessKey: 'PROCESSTESTKEY', accessKeySecret: 'process-test-key-secret' };
const token = 'process-test-token';

/** What must never be printed: also as it goes over the wire, with whatever stands before it. */
const secrets = [
  ...Object.values(credential),
  Buffer.from(`${credential.accessKey}:${credential.accessKeySecret}`).toString('base64'),
  Buffer.from(credential.accessKeySecret).toString('base64').slice(0, -2),
  token,
  'an own secret of at least 32 characters',
];

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

function run(environment: Record<string, string>) {
  const program = runProgram(environment);
  cleanUps.push(() => program.kill('SIGKILL'));
  return program;
}

async function listen() {
  const sandbox = createSandbox({
    calls: 30,
    users: 8,
    requestsPerSecond: Infinity,
    credentials: [credential],
  });
  const listening: ServerAddress = await sandbox.listen();
  cleanUps.push(() => listening.close());
  return { sandbox, url: listening.url };
}

/** What a program printed for people, beside its log. */
const withoutLogs = (output: string): string => output.replace(/^\{.*\}\n/gm, '');

describe('the program', () => {
  it('names all invalid variables and exits with 1', async () => {
    const { exited, output } = run({
      PORT: 'none',
      GONG_ACCESS_KEY: credential.accessKey,
      GONG_API_BASE_URL: 'https://api.gong.io.evil.test',
      GATEWAY_TOKENS: token,
    });

    expect(await exited).toEqual([1, null]);
    expect(output()).toContain('The gateway cannot start:\n- PORT must be a port');
    expect(output()).toContain('- GONG_ACCESS_KEY_SECRET is missing');
    expect(output()).toContain('- GONG_API_BASE_URL must be gong.io');
    expect(output()).toContain('- GATEWAY_TOKENS: entry 1 is not a name:token pair.');
    expect(secrets.filter((secret) => output().includes(secret))).toEqual([]);
  });

  it.each([
    [
      'names a workspace that isn’t there',
      { GATEWAY_POLICY: 'workspaces=Sales|Sails' },
      'do not exist: "Sails"; the company has "Sales", "Customer Success".',
    ],
    [
      'has a module that isn’t there',
      { GATEWAY_POLICY_MODULE: './nowhere/policy.js' },
      '- GATEWAY_POLICY_MODULE ./nowhere/policy.js cannot be loaded: ',
    ],
    [
      'has a module that judges nothing',
      { GATEWAY_POLICY_MODULE: './eslint.config.js' },
      '- GATEWAY_POLICY_MODULE ./eslint.config.js must export a function',
    ],
  ])('exits with 1 when its policy %s', async (_, environment, problem) => {
    const { url } = await listen();
    const { exited, output } = run({
      GONG_ACCESS_KEY: credential.accessKey,
      GONG_ACCESS_KEY_SECRET: credential.accessKeySecret,
      GONG_API_BASE_URL: url,
      GONG_ALLOW_ANY_HOST: 'true',
      ...environment,
    });

    expect(await exited).toEqual([1, null]);
    expect(output()).toContain('The gateway cannot start:');
    expect(output()).toContain(problem);
    expect(secrets.filter((secret) => output().includes(secret))).toEqual([]);
  });

  it('starts when the policy’s workspaces cannot be checked, and fails operations that need them', async () => {
    const { started, output } = run({
      GONG_ACCESS_KEY: credential.accessKey,
      GONG_ACCESS_KEY_SECRET: credential.accessKeySecret,
      GONG_API_BASE_URL: 'http://127.0.0.1:1',
      GONG_ALLOW_ANY_HOST: 'true',
      GATEWAY_POLICY: 'workspaces=Sales',
    });

    const response = await fetch(`${await started}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ calls { nodes { id } } }' }),
    });

    expect(await response.json()).toMatchObject({
      data: { calls: null },
      errors: [{ extensions: { code: 'GONG_UNAVAILABLE' } }],
    });
    expect(output()).toContain('Policy workspaces not verified');
  });

  it('exits with 1 when its port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    cleanUps.push(() => other.close());
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;

    const { exited, output } = run({ PORT: String(port) });

    expect(await exited).toEqual([1, null]);
    expect(withoutLogs(output())).toBe(
      `Cannot listen on 127.0.0.1:${port}. Another program uses the port. ` +
        'Stop it, or set PORT to a free port (0 picks one).\n',
    );
  });

  it('exits with 1 and an explanation when HOST is not an address of this machine', async () => {
    // Reserved for documentation: no machine has it.
    const environment = { HOST: '192.0.2.1', GATEWAY_OPEN: 'true', GONG_SANDBOX: 'on' };
    const { exited, output } = run(environment);

    expect(await exited).toEqual([1, null]);
    expect(withoutLogs(output())).toBe(
      'Cannot listen on 192.0.2.1:0. No network interface of this machine has the address. ' +
        'Set HOST to one that it has, such as 127.0.0.1.\n',
    );
  });

  it('serves the sandbox without credentials, says so, and stops on a signal', async () => {
    const { started, stop, output } = run({});
    const origin = await started;

    const ready = await fetch(`${origin}/health/ready`);
    const metrics = await fetch(`${origin}/metrics`);
    const page = await fetch(`${origin}/graphiql`);
    const status = await fetch(/"status":"([^"]+)"/.exec(output())?.[1] ?? '');

    expect(ready.status).toBe(200);
    expect(await status.text()).toContain('<title>');
    expect(await ready.json()).toMatchObject({ sandbox: true });
    expect(await metrics.text()).toContain('gong_gateway_info{sandbox="true"} 1');
    expect(await page.text()).toContain('sandbox-banner');
    expect(output()).toContain('uses the embedded sandbox: all data is invented');
    expect(output()).toContain('Serving this machine only');
    expect(await stop()).toEqual([0, null]);
  });

  it('writes the line of an operation and the audit log to standard output', async () => {
    const { started, stop, output } = run({ GATEWAY_AUDIT_LOG: 'stdout' });
    const origin = await started;

    await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-request-id': 'process-1' },
      body: '{"query":"query Titles { calls(first: 2) { nodes { title } } }"}',
    });
    const ready = await fetch(`${origin}/health/ready`);
    const metrics = await fetch(`${origin}/metrics`);
    await stop();

    const lines = output()
      .split('\n')
      .filter((line) => line.includes('process-1'))
      .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
    // The two logs are written independently of each other: either may come first.
    expect(lines).toHaveLength(2);
    expect(lines.find(({ msg }) => msg !== undefined)).toMatchObject({
      msg: 'Operation ended',
      level: 30,
      operation: 'Titles',
      client: 'anonymous',
    });
    expect(lines.find(({ action }) => action !== undefined)).toMatchObject({
      action: 'read-call',
      client: 'anonymous',
      ids: [expect.any(String), expect.any(String)],
    });
    expect(await ready.json()).toMatchObject({ parts: { audit: { status: 'ok', lost: 0 } } });
    expect(await metrics.text()).toContain('\ngong_gateway_audit_records_lost_total 0\n');
  });

  it('goes on without an audit, and counts the lost records, when no program reads its output', async () => {
    const { started, closeOutput, stop } = run({ GATEWAY_AUDIT_LOG: 'stdout' });
    const origin = await started;

    await closeOutput();
    const response = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ calls(first: 2) { nodes { title } } }"}',
    });
    const ready = await fetch(`${origin}/health/ready`);
    const metrics = await fetch(`${origin}/metrics`);

    expect(await response.json()).not.toHaveProperty('errors');
    expect(await ready.json()).toMatchObject({
      parts: { audit: { status: 'failing', message: expect.stringContaining('EPIPE'), lost: 1 } },
    });
    expect(await metrics.text()).toContain('\ngong_gateway_audit_records_lost_total 1\n');
    expect(await stop()).toEqual([0, null]);
  });

  it('does not serve the sandbox with a misspelled credential', async () => {
    const { exited, output } = run({
      NODE_ENV: 'production',
      HOST: '0.0.0.0',
      GATEWAY_TOKENS: `web:${token}`,
      GONG_ACCESS_KEY_ID: credential.accessKey,
      GONG_ACCESS_KEY_SECRET: credential.accessKeySecret,
    });

    expect(await exited).toEqual([1, null]);
    expect(output()).toContain('- GONG_ACCESS_KEY_ID is not a known variable.');
    expect(output()).toMatch(/- Gong credentials are incomplete.*GONG_ACCESS_KEY.*GONG_SANDBOX=on/);
    expect(secrets.filter((secret) => output().includes(secret))).toEqual([]);
  });

  it('logs that Gong refuses its key, and sends nothing before a client does', async () => {
    const { sandbox, url } = await listen();
    const { started, output } = run({
      GONG_ACCESS_KEY: credential.accessKey,
      GONG_ACCESS_KEY_SECRET: 'another-secret',
      GONG_API_BASE_URL: url,
      GONG_ALLOW_ANY_HOST: 'true',
    });
    const origin = await started;
    const status = async (): Promise<unknown> => {
      const ready = await fetch(`${origin}/health/ready`);
      const { sandbox: isSandbox, parts } = (await ready.json()) as {
        sandbox: boolean;
        parts: { credentials: { status: string } };
      };
      return [ready.status, isSandbox, parts.credentials.status];
    };

    const before = await status();
    await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ workspaces { id } }"}',
    });

    expect([before, await status()]).toEqual([
      [200, false, 'untried'],
      [200, false, 'refused'],
    ]);
    expect(sandbox.requests.map(({ status: code }) => code)).toEqual([401]);
    expect(output()).toContain(`uses Gong at ${url}`);
    expect(output()).toContain('Gong rejected the credentials');
    expect(output()).not.toContain('connected');
  });

  it('stops once after running operations, however many signals it gets', async () => {
    let hold: (response: ServerResponse) => void = () => undefined;
    const held = new Promise<ServerResponse>((resolve) => {
      hold = resolve;
    });
    const gong = createHttpServer((_, response) => {
      hold(response);
    }).listen(0, '127.0.0.1');
    cleanUps.push(() => gong.close());
    await once(gong, 'listening');
    const { port } = gong.address() as AddressInfo;
    const { started, kill, printed, exited, output } = run({
      GONG_ACCESS_KEY: credential.accessKey,
      GONG_ACCESS_KEY_SECRET: credential.accessKeySecret,
      GONG_API_BASE_URL: `http://127.0.0.1:${port}`,
      GONG_ALLOW_ANY_HOST: 'true',
    });
    const answer = fetch(`${await started}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ workspaces { id } }"}',
    }).then((response) => response.json());
    const response = await held;

    void kill('SIGINT');
    await printed('Stopping');
    void kill('SIGTERM');
    response.end('{"requestId":"r1","workspaces":[{"id":"7","name":"Sales"}]}');

    expect(await answer).toMatchObject({ data: { workspaces: [{ id: '7' }] } });
    expect(await exited).toEqual([0, null]);
    expect(output().match(/Stopping/g)).toHaveLength(1);
  });

  it('serves while it drains, and ends at once at a second signal', async () => {
    const { started, kill, printed, exited } = run({
      GONG_SANDBOX: 'on',
      GATEWAY_TOKENS: `web:${token}`,
      GATEWAY_DRAIN_SECONDS: '3600',
    });
    const origin = await started;

    void kill('SIGTERM');
    await printed('Stopping');
    const ready = await fetch(`${origin}/health/ready`);
    const answer = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: '{"query":"{ workspaces { id } }"}',
    });
    void kill('SIGTERM');

    expect([ready.status, answer.status]).toEqual([503, 200]);
    expect(await exited).toEqual([null, 'SIGTERM']);
  });

  it('serves metrics on a port of their own, and warns when it knows no proxy', async () => {
    const { started, stop, output } = run({
      GONG_SANDBOX: 'on',
      GATEWAY_TOKENS: `web:${token}`,
      GATEWAY_BEHIND_TLS: 'on',
      GATEWAY_METRICS_PORT: '0',
    });
    const origin = await started;
    const address = /"metrics":"([^"]+)"/.exec(output())?.[1] ?? '';
    const [here, there] = [await fetch(`${origin}/metrics`), await fetch(address)];

    expect([here.status, there.status]).toEqual([404, 200]);
    expect(await there.text()).toContain('process_cpu_seconds_total');
    expect(output()).toContain('Set GATEWAY_TRUSTED_PROXIES');
    expect(await stop()).toEqual([0, null]);
  });

  it('exits with 1 and the variable when the port of metrics is taken', async () => {
    const { port } = new URL(await run({ GONG_SANDBOX: 'on' }).started);
    const { exited, output } = run({ GONG_SANDBOX: 'on', GATEWAY_METRICS_PORT: port });

    expect(await exited).toEqual([1, null]);
    expect(output()).toContain('or set GATEWAY_METRICS_PORT to a free port');
  });

  it('exits with 1 and an explanation when it cannot stop properly', async () => {
    const breaksClosing =
      'import { Server } from "node:http";' +
      'Server.prototype.close = () => { throw new Error("stuck") };';
    const { started, stop, output } = run({
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(breaksClosing)}`,
    });
    await started;

    expect(await stop()).toEqual([1, null]);
    expect(output()).toMatch(/"level":50.*"message":"stuck".*"msg":"Stopping failed"/);
  });

  it('accepts JWTs with keys that it fetched at startup', async () => {
    const key = await createKey('one');
    const asked: (string | undefined)[] = [];
    const issuer = createHttpServer(({ url }, response) => {
      asked.push(url);
      response.end(JSON.stringify({ keys: [key.jwk] }));
    }).listen(0, '127.0.0.1');
    cleanUps.push(() => issuer.close());
    await once(issuer, 'listening');
    const { port } = issuer.address() as AddressInfo;
    const { started, stop, output } = run({
      HOST: '0.0.0.0',
      GONG_SANDBOX: 'on',
      GATEWAY_JWKS_URL: `http://127.0.0.1:${port}/keys`,
      GATEWAY_JWT_ISSUER: ISSUER,
      GATEWAY_JWT_AUDIENCE: AUDIENCE,
      LOG_LEVEL: 'trace',
    });
    const url = (await started).replace('0.0.0.0', '127.0.0.1');
    expect(asked).toEqual(['/keys']);

    const jwt = await sign(key, Date.now(), { email: 'ada@acme.example' });
    const statuses: number[] = [];
    for (const bearer of [jwt, `${jwt}x`]) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
        body: '{"query":"{ users(first: 1) { nodes { id } } }"}',
      });
      statuses.push(response.status);
    }
    await stop();

    expect(statuses).toEqual([200, 401]);
    expect(asked).toEqual(['/keys']);
    expect(output()).toContain('Client authenticated');
    expect(output()).not.toContain('Serving this machine only');
    for (const secret of [...jwt.split('.'), 'ada@']) expect(output()).not.toContain(secret);
  });

  it('logs no secret at any level', async () => {
    const { sandbox, url } = await listen();
    const { started, stop, output } = run({
      GONG_ACCESS_KEY: credential.accessKey,
      GONG_ACCESS_KEY_SECRET: credential.accessKeySecret,
      GONG_API_BASE_URL: url,
      GONG_ALLOW_ANY_HOST: 'true',
      GONG_REQUESTS_PER_SECOND: '1000',
      GATEWAY_TOKENS: `test:${token}`,
      GATEWAY_SECRET: 'an own secret of at least 32 characters',
      LOG_LEVEL: 'trace',
    });
    const origin = await started;
    const ask = (query: string, authorization = `Bearer ${token}`) =>
      fetch(`${origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body: JSON.stringify({ query }),
      }).then((response) => response.text());
    sandbox.faults.add({ operationId: 'listWorkspaces', fault: { kind: 'drop' }, times: 3 });
    sandbox.faults.add({
      operationId: 'listScorecards',
      fault: { kind: 'redirect', location: 'https://evil.test/' },
    });

    const answers = [
      await ask('{ users(first: 1) { nodes { id } } }'),
      await ask('{ workspaces { id } }'),
      await ask('{ scorecards { id } }'),
      await ask('{ nothing }'),
      await ask('{ users { nodes { id } } }', 'Bearer wrong'),
    ];
    await stop();

    expect(answers[0]).toContain('"requests":1');
    expect(answers[1]).toContain('GONG_UNAVAILABLE');
    expect(output()).toContain('Gong answered');
    const told = [output(), ...answers].join('\n');
    expect(secrets.filter((secret) => told.includes(secret))).toEqual([]);
    expect(told).not.toMatch(/Basic [\w+/=]{8}/);
  });
});
