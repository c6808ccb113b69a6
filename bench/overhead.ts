import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isDeepStrictEqual } from 'node:util';
import { destination } from 'pino';
import { Sealer } from '../src/lib/sealer.js';
import { createLogger } from '../src/bin/serve/createLogger.js';
import { AuditFile } from '../src/storage/disk/auditFile.js';
import { AuditLog } from '../src/telemetry/audit/auditLog.js';
import type { OperationObserver } from '../src/telemetry/endedOperation.js';
import { logOperations } from '../src/telemetry/operationLine.js';
import { StatusCounts } from '../src/telemetry/status/statusCounts.js';
import { systemClock } from '../src/lib/clock.js';
import { createKeepAliveFetch } from '../src/gong/fetch.js';
import type { Fetch } from '../src/gong/exchange.js';
import { createSandbox } from '../sandbox/src/index.js';
import { policyIn } from '../test/support/config.js';
import { createPlainApollo, type PlainCall, type PlainUser } from './plainApollo.js';
import { createRunner, table, type Runner } from './support.js';

/** Contenders run in turns this often, so that a slower minute of the machine is every contender's. */
const SLICES = 20;
/** Before it is measured, code is compiled. */
const WARM_UP_SLICES = 20;
const RUNS_PER_SLICE = 10;
/** Different sets of variables: as many as are run in all measured slices. */
const VARIABLE_SETS = SLICES * RUNS_PER_SLICE;
const IDS_PER_SET = 50;
const EXPORTED_CALLS = 10_000;
/** What an operator has who says nothing of a policy. */
const DEFAULT_POLICY = policyIn('hide-private');

const FIELDS = 'id title url startedAt durationSeconds direction scope mediaType system isPrivate';
/** A hundred calls, ten fields each. */
const WIDE_LIST = `{ calls(first: 100) { nodes { ${FIELDS} } } }`;
const BY_IDS = `query ($ids: [ID!]!) { callsByIds(ids: $ids) {
  ${FIELDS} primaryUser { id name emailAddress }
} }`;
const EXPORT = `query ($after: String) { calls(first: 1000, after: $after) {
  nodes { ${FIELDS} }
  pageInfo { hasNextPage endCursor }
} }`;
/** What the plain server holds. */
const DATA = `{
  calls(first: 1000) { nodes { ${FIELDS} primaryUser { id } } }
  users(first: 1000) { nodes { id name emailAddress } }
}`;
const FILL_CACHE = `query ($ids: [ID!]!) { callsByIds(ids: $ids) { ${FIELDS} primaryUser { name } } }`;
/** Calls of one operation that fills the cache. */
const FILLED_AT_ONCE = 500;

interface Contender {
  readonly name: string;
  /** One run; each gets a number of its own. */
  readonly run: (number: number) => Promise<unknown>;
}

/** The gateway's own work, without the sandbox's: its responses are recorded first. */
export async function measureOverhead(): Promise<string> {
  const sandbox = createSandbox({
    calls: EXPORTED_CALLS,
    requestsPerSecond: Infinity,
    requestsPerDay: Infinity,
  });
  const listening = await sandbox.listen();
  const gong = createKeepAliveFetch(systemClock);
  const fetch = recording(gong.fetch);
  const folder = mkdtempSync(join(tmpdir(), 'overhead-'));
  const { lines, audit } = openLogs(folder);
  const runner = (cacheTtlSeconds: number, ...observers: readonly OperationObserver[]): Runner =>
    createRunner({
      baseUrl: listening.url,
      fetch,
      config: {
        cacheTtlSeconds,
        policy: DEFAULT_POLICY,
        isAudited: observers.includes(audit.onEnded),
      },
      observers,
    });
  const uncached = runner(0);
  const cached = runner(300, lines);
  const audited = runner(300, lines, audit.onEnded);
  const counted = runner(300, lines, new StatusCounts(systemClock).onEnded);
  try {
    const ratios = await measureRatios({ uncached, cached, audited, counted, silent: runner(300) });
    return `${ratios}\n\n${await measureExport(uncached)}`;
  } finally {
    gong.close();
    await listening.close();
    audit.sink.close();
    rmSync(folder, { recursive: true });
  }
}

/** The log and the audit log of a gateway, as files. */
function openLogs(folder: string) {
  const logger = createLogger('info', destination({ dest: join(folder, 'log'), sync: true }));
  const sink = new AuditFile({ path: join(folder, 'audit.log'), clock: systemClock, logger });
  return {
    lines: logOperations(logger, new Sealer('a secret of the measurement', 'log')),
    audit: new AuditLog(sink, systemClock),
  };
}

interface Runners {
  readonly uncached: Runner;
  /** Logs a line for each operation, as gateways do by default. */
  readonly cached: Runner;
  readonly audited: Runner;
  /** Counts for the status page. */
  readonly counted: Runner;
  /** Logs nothing. */
  readonly silent: Runner;
}

/** Each request is sent once; from then on, its response comes from memory. */
function recording(send: Fetch): Fetch {
  const recorded = new Map<string, string>();
  return async (url, init) => {
    const key = `${url} ${typeof init.body === 'string' ? init.body : ''}`;
    let text = recorded.get(key);
    if (text === undefined) {
      text = await (await send(url, init)).text();
      recorded.set(key, text);
    }
    const body = text;
    return { status: 200, headers: { get: () => null }, text: () => Promise.resolve(body) };
  };
}

/** CPU of the gateway beside that of a plain Apollo Server with the same data in memory. */
async function measureRatios(runners: Runners): Promise<string> {
  const { uncached, cached, audited, counted, silent } = runners;
  const { data } = await uncached.run(DATA);
  const { calls, users } = data as {
    calls: { nodes: readonly PlainCall[] };
    users: { nodes: readonly PlainUser[] };
  };
  const ids = calls.nodes.map(({ id }) => id);
  // A page leaves hidden calls out and is not filled up, so it is shorter than as many calls of the whole list.
  const page = (await uncached.run(WIDE_LIST)).data as { calls: { nodes: readonly PlainCall[] } };
  const plain = createPlainApollo({
    listed: page.calls.nodes,
    calls: calls.nodes,
    users: users.nodes,
  });
  const idsOf = (number: number) => ({
    ids: Array.from({ length: IDS_PER_SET }, (_, at) => ids[(number * 7 + at * 11) % ids.length]),
  });
  // Records are cached by another operation than the one that is measured.
  for (let at = 0; at < ids.length; at += FILLED_AT_ONCE) {
    for (const each of [cached, audited, counted, silent]) {
      await each.run(FILL_CACHE, { ids: ids.slice(at, at + FILLED_AT_ONCE) });
    }
  }
  expectEqual(await plain(WIDE_LIST), (await cached.run(WIDE_LIST)).data);
  expectEqual(await plain(BY_IDS, idsOf(0)), (await cached.run(BY_IDS, idsOf(0))).data);

  const list = await race([
    { name: 'plain', run: () => plain(WIDE_LIST) },
    { name: 'cached', run: () => cached.run(WIDE_LIST) },
    { name: 'silent', run: () => silent.run(WIDE_LIST) },
    { name: 'audited', run: () => audited.run(WIDE_LIST) },
    { name: 'counted', run: () => counted.run(WIDE_LIST) },
    { name: 'upstream', run: () => uncached.run(WIDE_LIST) },
  ]);
  const byIds = await race([
    { name: 'plain', run: (number) => plain(BY_IDS, idsOf(number)) },
    { name: 'cached', run: (number) => cached.run(BY_IDS, idsOf(number)) },
    { name: 'audited', run: (number) => audited.run(BY_IDS, idsOf(number)) },
  ]);
  return tableOf(list, byIds);
}

/** Milliseconds by contender, for the list and for the calls by ID. */
function tableOf(list: ReadonlyMap<string, number>, byIds: ReadonlyMap<string, number>): string {
  const row = (what: string, gatewayMs = NaN, plainMs = NaN): string[] => [
    what,
    `${gatewayMs.toFixed(2)} ms`,
    `${plainMs.toFixed(2)} ms`,
    `${(gatewayMs / plainMs).toFixed(2)} ×`,
  ];
  return table(
    ['CPU of an operation', 'gateway', 'plain Apollo Server', 'ratio'],
    [
      row('100 calls × 10 fields, cached', list.get('cached'), list.get('plain')),
      row('the same without a line in the log', list.get('silent'), list.get('plain')),
      row('the same with the audit log', list.get('audited'), list.get('plain')),
      row('the same with the status page', list.get('counted'), list.get('plain')),
      row('the same by 1 Gong request', list.get('upstream'), list.get('plain')),
      row(
        `${IDS_PER_SET} cached calls by id, ${VARIABLE_SETS} different sets of variables`,
        byIds.get('cached'),
        byIds.get('plain'),
      ),
      row('the same with the audit log', byIds.get('audited'), byIds.get('plain')),
    ],
  );
}

/** What is compared must answer alike. */
function expectEqual(plain: unknown, gateway: unknown): void {
  const [one, other] = [plain, gateway].map((data) => JSON.parse(JSON.stringify(data)) as unknown);
  if (!isDeepStrictEqual(one, other)) throw new Error('The two servers answer differently.');
}

/** Milliseconds of CPU that one run of each takes: the median of their slices. */
async function race(contenders: readonly Contender[]): Promise<ReadonlyMap<string, number>> {
  const slices = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let slice = -WARM_UP_SLICES; slice < SLICES; slice += 1) {
    // In no fixed order, because each collects the garbage of the one before it.
    for (const { name, run } of shuffled(contenders)) {
      const before = process.cpuUsage();
      for (let at = 0; at < RUNS_PER_SLICE; at += 1) {
        // No number comes twice.
        await run((slice + WARM_UP_SLICES) * RUNS_PER_SLICE + at);
      }
      const { user, system } = process.cpuUsage(before);
      if (slice >= 0) slices.get(name)?.push((user + system) / 1000 / RUNS_PER_SLICE);
    }
  }
  return new Map([...slices].map(([name, values]) => [name, median(values)]));
}

function shuffled<T>(items: readonly T[]): readonly T[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

async function measureExport({ run }: Runner): Promise<string> {
  await exportAll(run);
  const collectGarbage = garbageCollector();
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  let peak = 0;
  await exportAll(run, () => {
    peak = Math.max(peak, process.memoryUsage().heapUsed);
  });
  collectGarbage();
  const kept = process.memoryUsage().heapUsed - before;
  return (
    `${EXPORTED_CALLS} calls exported, 1,000 an operation: ${mib(Math.max(0, peak - before))} above the start at ` +
    `most, ${mib(Math.max(0, kept))} after it`
  );
}

async function exportAll(run: Runner['run'], onPage: () => void = () => undefined): Promise<void> {
  for (let after: string | null = null, hasNextPage = true; hasNextPage;) {
    const { data } = await run(EXPORT, { after });
    const { calls } = data as {
      calls: { pageInfo: { hasNextPage: boolean; endCursor: string | null } };
    };
    ({ endCursor: after, hasNextPage } = calls.pageInfo);
    onPage();
  }
}

function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

function mib(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}
