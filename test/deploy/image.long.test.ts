import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { lstatSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEFAULT_CREDENTIAL } from '../../sandbox/src/index.js';
import { readPage } from '../docs/support.js';
import { freePort } from '../support/ports.js';
import { createTestSandbox } from '../support/sandbox.js';
import { execForm, lastOf, parseDockerfile } from './dockerfile.js';
import { beginBuild, buildStage, type Build, type BuiltStage } from './image.js';

const execute = promisify(execFile);

const TOKEN = 'a-token-of-the-image-test';
/** An unprivileged user: root could write to read-only files. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
const user = isRoot ? { uid: NOBODY, gid: NOBODY } : {};

let folder: string;
let build: Build;
let image: BuiltStage;
let state: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gateway-image-'));
  await chmod(folder, 0o755);
  build = await beginBuild(folder);
});
// One after the other, because each takes a minute or two.
for (const stage of parseDockerfile(readPage('Dockerfile'))) {
  beforeAll(async () => {
    image = await buildStage(stage, build);
  });
}
beforeAll(async () => {
  state = image.environment['GATEWAY_STATE_DIR'] ?? '';
  if (isRoot) await chown(state, NOBODY, NOBODY);
  await execute('chmod', ['-R', 'a-w', image.folder]);
  await chmod(state, 0o700);
});

afterAll(async () => {
  await execute('chmod', ['-R', 'u+w', folder]);
  await rm(folder, { recursive: true, force: true });
});

/** Every path of the image, its folders before their content. */
async function everything(): Promise<readonly string[]> {
  const entries = await readdir(image.folder, { recursive: true });
  return [image.folder, ...entries.map((entry) => join(image.folder, entry))];
}

/** Every file outside the state with its size and time. */
async function outsideState(): Promise<readonly string[]> {
  return (await everything())
    .filter((path) => !path.startsWith(state))
    .map((path) => {
      const { size, mtimeMs } = lstatSync(path);
      return `${path} ${size} ${mtimeMs}`;
    });
}

/** Starts a command of the image as its user, with the variables of the image and nothing of this process. */
function run(instruction: 'CMD' | 'HEALTHCHECK', environment: Readonly<Record<string, string>>) {
  const [program, ...args] = execForm(lastOf(image.stage, instruction));
  expect(program).toBe('node');
  const child = spawn(process.execPath, args, {
    cwd: image.workdir,
    // A read-only file system has no folder for temporary files, unless one is mounted.
    env: { TMPDIR: join(image.folder, 'tmp'), ...image.environment, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...user,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
  }
  const ended = once(child, 'close') as Promise<[code: number | null, signal: string | null]>;
  return {
    child,
    output: () => output,
    ended,
    printed: async (text: string) => {
      while (!output.includes(text)) {
        const event = await Promise.race([once(child.stdout, 'data'), ended.then(() => null)]);
        if (event === null) throw new Error(`It ended before it printed "${text}":\n${output}`);
      }
    },
  };
}

describe('the image', () => {
  it('holds the production packages, with libsql, and no tool', async () => {
    const packages = await readdir(join(image.workdir, 'node_modules'));

    expect(packages).toEqual(expect.arrayContaining(['@apollo', 'fastify', 'graphql', 'libsql']));
    expect(packages.filter((name) => /^(typescript|jest|vite|eslint|tsx)$/.test(name))).toEqual([]);
    expect((await readdir(image.workdir)).sort()).toEqual([
      'dist',
      'gong-api',
      'node_modules',
      'package.json',
      'schema',
      'schema.graphql',
      'subgraph.graphql',
    ]);
  });

  it('explains what it needs when it starts without settings', async () => {
    const { ended, output } = run('CMD', {});

    expect(await ended).toEqual([1, null]);
    expect(output()).toContain('Set GATEWAY_TOKENS, such as web:TOKEN');
    expect(output()).toContain('Set GONG_ACCESS_KEY and GONG_ACCESS_KEY_SECRET');
  });

  it('serves from a read-only file system, writes to its state only, and stops at SIGTERM', async () => {
    const gong = await createTestSandbox({ calls: 20, users: 5 }).listen();
    const settings = {
      HOST: '127.0.0.1',
      PORT: String(await freePort()),
      GONG_ACCESS_KEY: DEFAULT_CREDENTIAL.accessKey,
      GONG_ACCESS_KEY_SECRET: DEFAULT_CREDENTIAL.accessKeySecret,
      GONG_API_BASE_URL: gong.url,
      GONG_ALLOW_ANY_HOST: 'true',
      GATEWAY_TOKENS: `web:${TOKEN}`,
      GATEWAY_SECRET: 'a secret of the image test, long enough',
      GATEWAY_REPLICA: 'on',
      GATEWAY_DRAIN_SECONDS: '0',
    };
    const origin = `http://127.0.0.1:${settings.PORT}`;
    const before = await outsideState();
    const gateway = run('CMD', settings);
    try {
      await gateway.printed('/graphiql');
      const ready = await fetch(`${origin}/health/ready`);
      const ask = (headers: Record<string, string>) =>
        fetch(`${origin}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: '{"query":"{ users(first: 2) { nodes { id } } replica { state } }"}',
        });
      const answer = await ask({ authorization: `Bearer ${TOKEN}` });
      const refused = await ask({});
      const page = await fetch(`${origin}/graphiql`);
      const [healthy] = await run('HEALTHCHECK', settings).ended;
      gateway.child.kill('SIGTERM');
      const ending = await gateway.ended;
      const [unhealthy] = await run('HEALTHCHECK', settings).ended;

      expect([ready.status, answer.status, refused.status, page.status]).toEqual([
        200, 200, 401, 200,
      ]);
      expect(await answer.json()).toMatchObject({
        data: { users: { nodes: [{ id: expect.any(String) }, { id: expect.any(String) }] } },
      });
      expect([healthy, unhealthy]).toEqual([0, 1]);
      expect(ending).toEqual([0, null]);
      expect(await readdir(state)).not.toEqual([]);
      expect(await outsideState()).toEqual(before);
    } finally {
      gateway.child.kill('SIGKILL');
      await gong.close();
    }
  });
});
