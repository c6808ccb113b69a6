import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { systemClock } from '../src/lib/clock.js';
import type { Database } from '../src/replica/database.js';
import { openReplica } from '../src/replica/openReplica.js';
import type { Replica } from '../src/replica/replica.js';
import { openLibsql } from '../src/storage/libsql/libsqlDatabase.js';
import { openPostgres } from '../src/storage/postgres/postgresDatabase.js';
import { startPostgres } from '../test/support/postgres.js';
import { measureFirstCopy } from './firstCopy.js';
import { callOf, createChance, START_MS, YEAR_MS } from './replicaCompany.js';
import { questionGroups, type Question } from './replicaQuestions.js';
import { percentile, table } from './support.js';

const CALLS_AT_ONCE = 10;

export interface ReplicaBench {
  readonly calls: number;
  readonly isPostgres: boolean;
}

/** A database for the benchmark alone. */
interface BenchDatabase {
  readonly database: Database;
  /** Bytes that it takes. */
  readonly size: () => Promise<number>;
  /** Deletes it, once it is closed. */
  readonly remove: () => Promise<void>;
}

/** The copy of a company: how long it takes to make, to fill, and to search it, and how large it is. */
export async function measureReplica({ calls, isPostgres }: ReplicaBench): Promise<string> {
  const first = await measureFirstCopy();
  const { database, size, remove } = await (isPostgres ? openServer() : openFile());
  const replica = await openReplica(database, {
    crmFields: ['Name'],
    keepDays: null,
    hashKey: new Uint8Array(32).fill(2),
    clock: systemClock,
  });
  try {
    const filled = await fill(replica, calls);
    const bytes = await size();
    const measured = await ask(replica);
    const name = isPostgres ? 'PostgreSQL' : 'libsql';
    return [first, `${name}: ${filled}, ${(bytes / 1e6).toFixed(0)} MB`, ...measured].join('\n\n');
  } finally {
    await replica.close();
    await remove();
  }
}

async function openFile(): Promise<BenchDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'replica-'));
  const key = new Uint8Array(32).fill(1);
  return {
    database: await openLibsql({ path: join(folder, 'company.db'), key, clock: systemClock }),
    size: () =>
      Promise.resolve(
        readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0),
      ),
    remove: () => {
      rmSync(folder, { recursive: true });
      return Promise.resolve();
    },
  };
}

async function openServer(): Promise<BenchDatabase> {
  // A quarter of the memory of a small server, as its manual says.
  const server = await startPostgres({ shared_buffers: '512MB' });
  const database = await openPostgres({ url: server.url, schema: 'company' });
  return {
    database,
    size: async () => {
      const [row] = await database.all({
        sql: 'select pg_database_size(current_database()) as bytes',
        parameters: [],
      });
      return Number(row?.['bytes']);
    },
    remove: () => server.close(),
  };
}

async function fill(replica: Replica, calls: number): Promise<string> {
  const chance = createChance(1);
  let tookMs = 0;
  for (let from = 0; from < calls; from += CALLS_AT_ONCE) {
    const size = Math.min(CALLS_AT_ONCE, calls - from);
    const some = Array.from({ length: size }, (_, at) => callOf(from + at, calls, chance));
    const startedAt = performance.now();
    await replica.putCalls(
      some.map(({ record }) => record),
      START_MS + YEAR_MS,
    );
    await replica.putTranscripts(
      new Map(some.map(({ record, transcript }) => [record.id, transcript])),
      START_MS + YEAR_MS,
    );
    tookMs += performance.now() - startedAt;
  }
  return `${calls} calls filled in ${(tookMs / 1000).toFixed(0)} s, ${(tookMs / calls).toFixed(1)} ms each`;
}

/** A table of the groups, and one of their questions. */
async function ask(replica: Replica): Promise<readonly string[]> {
  const groups: string[][] = [];
  const questions: string[][] = [];
  for (const [group, { targetMs, rounds, questions: asked }] of Object.entries(questionGroups)) {
    const times: number[] = [];
    let blockedMs = 0;
    for (const [name, question] of Object.entries(asked)) {
      const measured = await measure(replica, question, rounds);
      times.push(...measured.times);
      blockedMs = Math.max(blockedMs, measured.blockedMs);
      questions.push([name, ...cellsOf(measured)]);
    }
    groups.push([group, ...cellsOf({ times, blockedMs }), targetMs === null ? '' : `${targetMs}`]);
  }
  return [
    table(['Questions', 'p50 ms', 'p95 ms', 'loop blocked ms', 'p95 at most'], groups),
    table(
      ['First page of 20, or answer', 'p50 ms', 'p95 ms', 'loop blocked ms', 'found'],
      questions,
    ),
  ];
}

interface Measured {
  readonly times: readonly number[];
  /** How long nothing else could run, at most. */
  readonly blockedMs: number;
  /** On average: says that the question was not an empty one. */
  readonly found?: number;
}

function cellsOf({ times, blockedMs, found }: Measured): string[] {
  return [
    percentile(times, 0.5).toFixed(1),
    percentile(times, 0.95).toFixed(1),
    blockedMs.toFixed(0),
    ...(found === undefined ? [] : [found.toFixed(1)]),
  ];
}

async function measure(replica: Replica, question: Question, rounds: number): Promise<Measured> {
  const chance = createChance(2);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const times: number[] = [];
  let found = 0;
  delay.enable();
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now();
    found += sizeOf(await question(replica, chance));
    times.push(performance.now() - startedAt);
  }
  delay.disable();
  return { times, blockedMs: delay.max / 1e6, found: found / rounds };
}

function sizeOf(answer: unknown): number {
  if (Array.isArray(answer)) return answer.length;
  if (answer instanceof Map) return answer.size;
  return Object.values(answer as object)
    .filter((member): member is unknown[] => Array.isArray(member))
    .reduce((sum, { length }) => sum + length, 0);
}
