import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { createSandbox, DEFAULT_CREDENTIAL } from '../../sandbox/src/index.js';
import { systemClock } from '../../src/lib/clock.js';
import { defaultReplica } from '../../src/replica/replicaConfig.js';
import { openReplicas } from '../../src/storage/replicas.js';
import { silentLogger } from '../support/gateway.js';
import { startPostgres } from '../support/postgres.js';
import { freePort } from '../support/ports.js';
import { runProgram } from '../support/program.js';
import { runNode } from '../support/runNode.js';

const OLD = 'the-old-secret-of-at-least-32-characters';
const NEW = 'the-new-secret-of-at-least-32-characters';
const BOTH = `${NEW} ${OLD}`;

interface Page {
  readonly nodes: readonly unknown[];
  readonly pageInfo: { readonly endCursor: string };
}

let stateDir: string;
let ending: (() => Promise<unknown>)[];
beforeEach(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'gateway-rotate-'));
  ending = [() => rm(stateDir, { recursive: true, force: true })];
});
afterEach(async () => {
  for (const end of ending.reverse()) await end();
});

const rotate = (environment: Readonly<Record<string, string>>) =>
  runNode(['--import', 'tsx', 'src/bin/gongGraphql.ts', 'rotate'], {
    GATEWAY_STATE_DIR: stateDir,
    GONG_ACCESS_KEY: DEFAULT_CREDENTIAL.accessKey,
    GONG_ACCESS_KEY_SECRET: DEFAULT_CREDENTIAL.accessKeySecret,
    ...environment,
  });

it('lets a gateway go on with its copy and its cursors, from the old secret to the new one', async () => {
  const gong = createSandbox({ calls: 10, days: 30, users: 3, requestsPerSecond: Infinity });
  const listening = await gong.listen();
  ending.push(() => listening.close());
  const start = async (secret: string) => {
    const gateway = runProgram({
      GONG_ACCESS_KEY: DEFAULT_CREDENTIAL.accessKey,
      GONG_ACCESS_KEY_SECRET: DEFAULT_CREDENTIAL.accessKeySecret,
      GONG_API_BASE_URL: listening.url,
      GONG_ALLOW_ANY_HOST: 'true',
      GATEWAY_SECRET: secret,
      GATEWAY_STATE_DIR: stateDir,
      GATEWAY_REPLICA: 'on',
    });
    ending.push(() => gateway.kill('SIGKILL'));
    const origin = await gateway.started;
    await gateway.printed('Replica is current');
    return { ...gateway, origin };
  };
  const readChanges = async (origin: string, after: string | null): Promise<unknown> => {
    const response = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: `query Changes($after: String) {
          callChanges(first: 100, after: $after) { nodes { callId } pageInfo { endCursor } }
        }`,
        variables: { after },
      }),
    });
    return response.json();
  };
  const pageIn = (answer: unknown) => {
    expect(answer).not.toHaveProperty('errors');
    return (answer as { data: { callChanges: Page } }).data.callChanges;
  };

  const first = await start(OLD);
  const before = pageIn(await readChanges(first.origin, null));
  await first.stop();
  const copied = gong.requestsTo('getCallTranscripts').length;
  const second = await start(BOTH);
  const then = pageIn(await readChanges(second.origin, before.pageInfo.endCursor));
  const rotated = await rotate({ GATEWAY_SECRET: BOTH, GATEWAY_REPLICA: 'on' });
  await second.stop();
  const third = await start(NEW);
  const after = pageIn(await readChanges(third.origin, then.pageInfo.endCursor));

  expect(before.nodes.length).toBeGreaterThan(5);
  // The sync reads reviews after the first copy, so some of the calls may have changed.
  expect(then.nodes.length).toBeLessThan(before.nodes.length);
  expect(after.nodes.length).toBeLessThan(before.nodes.length);
  expect(rotated).toMatchObject({
    code: 0,
    stdout:
      'Sealed 0 connections with the first secret. It had sealed 0 already.\n' +
      'Sealed 1 replica key with the first secret. It had sealed 0 already.\n',
  });
  expect(first.output()).toContain('First copy of the company');
  expect(`${second.output()}${third.output()}`).not.toContain('First copy of the company');
  expect(copied).toBeGreaterThan(0);
  expect(gong.requestsTo('getCallTranscripts')).toHaveLength(copied);
});

it('seals the keys of replicas in PostgreSQL, also of a tenant alone, and says how many no secret opens', async () => {
  const server = await startPostgres();
  ending.push(() => server.close());
  const make = async (name: string, secret: string): Promise<void> => {
    const replicas = openReplicas({ stateDir, secret }, systemClock, silentLogger);
    const place = { postgresUrl: server.url };
    const replica = await replicas.openReplica(name, { ...defaultReplica, place }, () => undefined);
    if ('off' in replica) throw new Error(replica.off);
    await replica.close();
  };
  await make('one', OLD);
  await make('two', NEW);
  const tenants = join(stateDir, 'tenants.json');
  await writeFile(tenants, JSON.stringify({ acme: { replica: server.url } }));
  const first = await rotate({ GATEWAY_SECRET: BOTH, GATEWAY_TENANTS_FILE: tenants });
  await make('three', OLD);
  const second = await rotate({ GATEWAY_SECRET: NEW, GATEWAY_REPLICA: server.url });

  expect(first).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('Sealed 1 replica key with the first secret. It had sealed 1'),
  });
  expect(second).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('Sealed 0 replica keys with the first secret. It had sealed 2'),
    stderr: expect.stringContaining('No secret of GATEWAY_SECRET opens 1 replica key.'),
  });
});

it('says that PostgreSQL cannot be reached, and keeps the password to itself', async () => {
  const port = await freePort();
  const { code, stderr } = await rotate({
    GATEWAY_SECRET: BOTH,
    GATEWAY_REPLICA: `postgres://gong:the-password@127.0.0.1:${port}/gong`,
  });

  expect(code).toBe(1);
  expect(stderr).toContain('Not all replicas were rotated:\n- The connection to PostgreSQL failed');
  expect(stderr).not.toContain('the-password');
});
