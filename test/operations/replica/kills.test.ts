import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, it } from '@jest/globals';
import { createSandbox, DEFAULT_CREDENTIAL, type Sandbox } from '../../../sandbox/src/index.js';
import { sized } from '../../support/size.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const HOUR_MS = 3_600_000;
/** Simulated days, and how often gateway and reader are killed. */
const days = sized(2, 30);
const kills = sized(4, 50);

let folder: string;
let gateway: ChildProcess | undefined;
let listening: Awaited<ReturnType<Sandbox['listen']>> | undefined;
afterEach(async () => {
  gateway?.kill('SIGKILL');
  await listening?.close();
  await rm(folder, { recursive: true, force: true });
});

it('tells a reader of the change feed exactly what Gong shows, whatever is killed and when', async () => {
  folder = await mkdtemp(join(tmpdir(), 'gateway-kills-'));
  // The same things happen in the company each time.
  let offset = Date.parse('2026-03-02T00:00:00Z') - Date.now();
  let gongOffset = offset;
  const clock = { now: () => Date.now() + gongOffset };
  const sandbox = createSandbox({
    clock,
    calls: 300,
    days: 20,
    users: 12,
    requestsPerSecond: Infinity,
    requestsPerDay: Infinity,
    life: { callsPerDay: 40 },
  });
  listening = await sandbox.listen();
  const gongUrl = listening.url;
  let origin = '';

  const start = async (): Promise<void> => {
    const child = spawn(
      process.execPath,
      [
        '--import',
        'tsx',
        '--import',
        './test/operations/replica/jumpingClock.ts',
        'src/bin/gongGraphql.ts',
        'serve',
      ],
      {
        cwd: root,
        env: {
          PATH: process.env['PATH'],
          PORT: '0',
          TEST_CLOCK_OFFSET: String(offset),
          GONG_ACCESS_KEY: DEFAULT_CREDENTIAL.accessKey,
          GONG_ACCESS_KEY_SECRET: DEFAULT_CREDENTIAL.accessKeySecret,
          GONG_API_BASE_URL: gongUrl,
          GONG_ALLOW_ANY_HOST: 'true',
          GONG_REQUESTS_PER_SECOND: '100',
          GATEWAY_SECRET: 'a-secret-of-at-least-32-characters',
          GATEWAY_STATE_DIR: join(folder, 'state'),
          GATEWAY_POLICY: 'show-private',
          GATEWAY_REPLICA: 'on',
          GATEWAY_REPLICA_SINCE_DAYS: '60',
        },
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      },
    );
    gateway = child;
    let output = '';
    origin = await new Promise<string>((resolve, reject) => {
      const read = (chunk: Buffer): void => {
        output += chunk.toString();
        const found = /(http:\/\/[\w.:]+)\/graphiql/.exec(output)?.[1];
        if (found !== undefined) resolve(found);
      };
      child.stdout?.on('data', read);
      child.stderr?.on('data', read);
      child.once('exit', () => {
        reject(new Error(output));
      });
    });
  };
  const jump = (ms: number, isLifeOver = false): void => {
    offset += ms;
    if (!isLifeOver) gongOffset += ms;
    sandbox.advance();
    gateway?.send({ jumpMs: ms });
  };
  /** Waits until the sync has nothing more to send for the moment. */
  const quiet = async (): Promise<void> => {
    for (let seen = -1; seen !== sandbox.requests.length;) {
      seen = sandbox.requests.length;
      await wait(400);
    }
  };
  /** Waits until the sync has examined everything that is due. */
  const current = async (): Promise<void> => {
    for (;;) {
      await quiet();
      const response = await fetch(`${origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"query":"{ replica { state lateness asOf } }"}',
      });
      const { data } = (await response.json()) as { readonly data: { readonly replica: Standing } };
      const { state, lateness, asOf } = data.replica;
      const isLate = Date.now() + offset - Date.parse(asOf ?? '') > HOUR_MS;
      if (state === 'CURRENT' && (lateness ?? 1) <= 0.3 && !isLate) return;
    }
  };
  const read = (): ChildProcess =>
    spawn(
      process.execPath,
      [
        ...['--import', 'tsx', 'src/bin/gongGraphql.ts', 'export', '--changes'],
        ...['--cursor', join(folder, 'cursor'), '--out', join(folder, 'rows')],
        ...['--query', 'test/operations/replica/changedCalls.graphql'],
      ],
      { cwd: root, env: { PATH: process.env['PATH'], GATEWAY_URL: origin }, stdio: 'pipe' },
    );
  const readAll = async (): Promise<void> => {
    const reader = read();
    let output = '';
    reader.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const [code] = (await once(reader, 'exit')) as [number | null];
    if (code !== 0) throw new Error(output);
  };

  await start();
  await quiet();
  await readAll();
  const hours = days * 24;
  for (let hour = 1; hour <= hours; hour += 1) {
    jump(HOUR_MS);
    if (Math.floor((hour * kills) / hours) > Math.floor(((hour - 1) * kills) / hours)) {
      // While it syncs, and while the reader reads.
      const reader = read();
      await wait((hour * 37) % 1500);
      reader.kill('SIGKILL');
      gateway?.kill('SIGKILL');
      await start();
    }
    if (hour % 6 === 0) await quiet();
  }
  // Everything that is still to be noticed: a change of an old call, after a quarter of its age.
  for (let hour = 0; hour < 30 * 24; hour += 6) {
    jump(6 * HOUR_MS, true);
    if (hour % 48 === 0) await current();
  }
  await current();
  await readAll();

  const rows = (await readFile(join(folder, 'rows'), 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
  const { known, repeated } = replay(rows);
  const now = clock.now();
  const isBefore = (time = 0): boolean => time <= now;
  const shown = sandbox.company.calls.filter(({ availableAt }) => isBefore(availableAt));
  expect(shown.map(({ metaData: { id } }) => known.get(id))).toMatchObject(
    shown.map(({ metaData: { id, title, isPrivate }, analyzedAt, content, collaboration }) => ({
      id,
      title,
      isPrivate,
      brief: isBefore(analyzedAt) ? (content?.brief ?? null) : null,
      comments: collaboration?.publicComments?.map(({ comment }) => ({ text: comment })) ?? [],
    })),
  );
  // Nothing that Gong has deleted is left.
  const present = new Set(sandbox.company.calls.map(({ metaData }) => metaData.id));
  expect([...known.keys()].filter((id) => !present.has(id))).toEqual([]);
  // Nothing is told twice without a change.
  expect(repeated).toEqual([]);
}, 1_800_000);

/** A call as the query selects it. */
type ChangedCall = Readonly<Record<string, unknown>>;

interface Standing {
  readonly state: string;
  readonly lateness: number | null;
  readonly asOf: string | null;
}

interface Row {
  readonly kind: 'NEW' | 'CHANGED' | 'GONE';
  readonly callId: string;
  readonly changed: readonly string[];
  readonly call: ChangedCall | null;
}

/** Everything of a part that the sandbox changes. */
const membersOf: Readonly<Record<string, readonly string[]>> = {
  BASIC: ['title', 'durationSeconds', 'isPrivate'],
  ANALYSIS: [
    ...['structure', 'topics', 'trackers', 'brief'],
    ...['outline', 'highlights', 'keyPoints', 'outcome'],
  ],
  COMMENTS: ['comments'],
};

/** What a reader holds after these rows, and the parts of which a row tells nothing new. */
function replay(rows: readonly Row[]) {
  const known = new Map<string, ChangedCall | null>();
  const repeated: unknown[] = [];
  for (const { kind, callId, changed, call } of rows) {
    const before = known.get(callId);
    for (const part of before == null ? [] : changed) {
      const members = membersOf[part] ?? [];
      const isSame = members.every(
        (member) => JSON.stringify(before?.[member]) === JSON.stringify(call?.[member]),
      );
      if (members.length > 0 && isSame) repeated.push({ callId, part });
    }
    if (kind === 'GONE') known.delete(callId);
    else known.set(callId, call);
  }
  return { known, repeated };
}
