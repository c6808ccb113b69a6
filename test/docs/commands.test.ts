import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { runProgram } from '../support/program.js';
import { blocksOf, root } from './support.js';

/** Where the pages find the gateway. */
const ORIGIN = 'http://127.0.0.1:4000';
const END_OF_BLOCK = '== end of block ==';

/**
 * In place of npm: what `npm start` begins runs already, and the packages are installed. A command that package.json lacks
 * fails.
 */
const npm = `#!/usr/bin/env node
const { scripts } = require(${JSON.stringify(`${root}package.json`)});
const [command, ...others] = process.argv.slice(2).filter((argument) => argument !== '-s');
const [name, ...options] = command === 'run' ? others : [command];
if (command !== 'ci' && scripts[name] === undefined) process.exit(1);
if (['export', 'sync'].includes(name)) {
  // They ask the gateway: those of this checkout, wherever the reader is.
  const { status } = require('node:child_process').spawnSync(
    process.execPath,
    ['--import', ${JSON.stringify(pathToFileURL(`${root}node_modules/tsx/dist/loader.mjs`).href)}, ${JSON.stringify(`${root}src/bin/gongGraphql.ts`)}, name, ...options.filter((each) => each !== '--')],
    { stdio: 'inherit' },
  );
  process.exitCode = status;
}
`;

let program: ReturnType<typeof runProgram>;
let origin: string;
let folder: string;

beforeAll(async () => {
  program = runProgram({ SANDBOX_PROCESSING_SECONDS: '0' });
  folder = await mkdtemp(join(tmpdir(), 'gateway-docs-'));
  await writeFile(join(folder, 'npm'), npm);
  await chmod(join(folder, 'npm'), 0o755);
  origin = await program.started;
});
afterAll(async () => {
  await program.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Runs all blocks of a page in one shell, as a reader would. Returns what each printed. */
function run(page: string): Promise<readonly string[]> {
  const blocks = blocksOf(page, 'sh');
  const script = [
    'set -euo pipefail',
    ...blocks.map((block) => `${block.replaceAll(ORIGIN, origin)}\necho; echo '${END_OF_BLOCK}'`),
  ].join('\n');
  const env = {
    ...process.env,
    GATEWAY_URL: origin,
    PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}`,
  };
  return new Promise((resolve, reject) => {
    execFile('bash', ['-c', script], { cwd: folder, env }, (error, stdout, stderr) => {
      if (error !== null) reject(new Error(`${page}: ${stdout}\n${stderr}`));
      else resolve(stdout.split(END_OF_BLOCK).slice(0, blocks.length));
    });
  });
}

interface Answer {
  readonly data?: Record<string, { readonly nodes: readonly unknown[] }>;
  readonly extensions?: { readonly gong: { readonly requests: number } };
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

const answersIn = (outputs: readonly string[]): readonly Answer[] =>
  outputs
    .map((output) => output.trim())
    .filter((output) => output.startsWith('{'))
    .map((output) => JSON.parse(output) as Answer);

it('README: its commands run, and its first query finds calls', async () => {
  const [first, ...others] = answersIn(await run('README.md'));

  expect(others).toEqual([]);
  expect(first).not.toHaveProperty('errors');
  // 3 as README says; a week in which the first calls have no transcript needs fewer.
  expect(first?.extensions?.gong.requests).toBeLessThanOrEqual(3);
  const call = { title: expect.any(String), startedAt: expect.any(String) };
  expect(first?.data?.['calls']?.nodes).toMatchObject([call, call]);
});

it('Your first query: reads two calls, then two others, then makes a mistake', async () => {
  const [first, second, mistake] = answersIn(await run('docs/tutorials/first-query.md'));

  expect(first?.data?.['calls']?.nodes).toHaveLength(2);
  expect(second?.data?.['calls']?.nodes).toHaveLength(2);
  expect(second?.data?.['calls']?.nodes).not.toEqual(first?.data?.['calls']?.nodes);
  expect(mistake?.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});

it('Upload a call: registers a call, sends its recording, and sees it', async () => {
  const outputs = await run('docs/tutorials/upload-a-call.md');
  const [uploaded, status] = answersIn(outputs);

  expect(uploaded).toMatchObject({ callId: outputs[1]?.trim() });
  expect(status?.data).toEqual({ uploadStatus: 'READY', call: { title: 'Tutorial call' } });
});

it('Keep a warehouse up to date: writes a line for each call, and later lines for what has changed', async () => {
  await run('docs/tutorials/keep-a-warehouse-up-to-date.md');

  const lines = (await readFile(join(folder, 'calls.ndjson'), 'utf8')).trim().split('\n');
  const changes = lines.map((line) => JSON.parse(line) as { kind: string; callId: string });
  const calls = new Set(changes.map(({ callId }) => callId));
  expect(calls.size).toBeGreaterThan(1500);
  expect(changes[0]).toMatchObject({ kind: 'NEW', call: { title: expect.any(String) } });
});

it('runs every shell block of README and the tutorials', async () => {
  const tutorials = (await readdir(`${root}docs/tutorials`)).map(
    (name) => `docs/tutorials/${name}`,
  );
  const withCommands = ['README.md', ...tutorials].filter(
    (page) => blocksOf(page, 'sh').length > 0,
  );

  expect(withCommands.sort()).toEqual([
    'README.md',
    'docs/tutorials/first-query.md',
    'docs/tutorials/keep-a-warehouse-up-to-date.md',
    'docs/tutorials/upload-a-call.md',
  ]);
  // A block of another name would escape.
  expect(
    withCommands.flatMap((page) => [...blocksOf(page, 'bash'), ...blocksOf(page, 'shell')]),
  ).toEqual([]);
});
