import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createSandbox, type Sandbox } from '../sandbox/src/index.js';
import { startPostgres } from '../test/support/postgres.js';
import { startRedis } from '../test/support/redis.js';
import { startGateway, type GatewayProcess } from './gatewayProcess.js';
import { loadOperations, type LoadOperation } from './loadOperations.js';
import { percentile, table } from './support.js';

const CLIENTS = 50;
const MINUTE_MS = 60_000;
const CALLS = 4000;
const CLIENT_TOKEN = 'a-client-token-of-at-least-32-characters';
const ADMIN_TOKEN = 'an-admin-token-of-at-least-32-characters';
/** By the end of this minute, the caches are full. */
const FIRST_COMPARED = 2;

interface Minute {
  readonly times: number[];
  readonly errors: Map<string, number>;
}

/** Lets clients send, or holds them between two operations. */
class Gate {
  private running = 0;
  private held: Promise<void> | null = null;
  private release: () => void = () => undefined;
  private onIdle: () => void = () => undefined;

  async pass(send: () => Promise<void>): Promise<void> {
    if (this.held !== null) await this.held;
    this.running += 1;
    await send();
    this.running -= 1;
    if (this.running === 0) this.onIdle();
  }

  /** Waits until no operation runs. */
  async hold(): Promise<void> {
    this.held = new Promise((resolve) => (this.release = resolve));
    const idle = new Promise<void>((resolve) => (this.onIdle = resolve));
    if (this.running > 0) await idle;
  }

  open(): void {
    this.held = null;
    this.release();
  }
}

/**
 * Fifty clients that never pause, over a gateway with everything on: Redis, a replica in PostgreSQL, audit log, traces,
 * metrics, and the status page. Reports what the heap holds after each minute, once it is collected.
 */
export async function measureLoad(minutes: number): Promise<string> {
  const sandbox = createSandbox({
    calls: CALLS,
    requestsPerSecond: Infinity,
    requestsPerDay: Infinity,
  });
  const surroundings = await startSurroundings(sandbox);
  const gateway = await startGateway(surroundings.gongUrl, surroundings.env);
  let minute: Minute = { times: [], errors: new Map() };
  let isOver = false;
  const gate = new Gate();
  const operations = loadOperations(sandbox.company);
  const clients = Array.from({ length: CLIENTS }, async (_, client) => {
    for (let count = client; !isOver; count += 1) {
      const operation = operations[count % operations.length];
      if (operation === undefined) continue;
      const number = count * CLIENTS + client;
      await gate.pass(() => send(gateway, operation, number, minute));
    }
  });
  const watcher = watch(gateway, () => isOver);
  const rows: { readonly heap: number; readonly row: readonly string[] }[] = [];
  try {
    for (let number = 1; number <= minutes; number += 1) {
      const current = minute;
      await wait(MINUTE_MS);
      // The memory of running operations does not count.
      await gate.hold();
      const { heapUsed, rss } = await gateway.memory();
      gate.open();
      minute = { times: [], errors: new Map() };
      rows.push({ heap: heapUsed, row: rowOf(number, current, heapUsed, rss) });
    }
  } finally {
    isOver = true;
    await Promise.allSettled([...clients, watcher]);
    await gateway.kill();
    await surroundings.close();
  }
  return reportOf(rows);
}

function reportOf(
  rows: readonly { readonly heap: number; readonly row: readonly string[] }[],
): string {
  const head = ['Minute', 'Operations', 'p95 ms', 'Errors', 'Heap MB', 'RSS MB'];
  const [from, to] = [rows[FIRST_COMPARED - 1], rows.at(-1)];
  const growth =
    from === undefined || to === undefined || from === to
      ? 'Too short to compare: take at least 3 minutes.'
      : `From minute ${FIRST_COMPARED} to minute ${rows.length}, the heap grew by ${((100 * to.heap) / from.heap - 100).toFixed(1)} %.`;
  return `${table(
    head,
    rows.map(({ row }) => row),
  )}\n\n${growth}`;
}

function rowOf(number: number, { times, errors }: Minute, heap: number, rss: number): string[] {
  const codes = [...errors].map(([code, count]) => `${code} ${count}`).join(', ');
  const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
  return [
    String(number),
    String(times.length),
    percentile(times, 0.95).toFixed(0),
    codes === '' ? 'none' : codes,
    megabytes(heap),
    megabytes(rss),
  ];
}

async function send(
  { origin }: GatewayProcess,
  operation: LoadOperation,
  number: number,
  { times, errors }: Minute,
): Promise<void> {
  const note = (code: string): void => {
    errors.set(code, (errors.get(code) ?? 0) + 1);
  };
  const startedAt = performance.now();
  try {
    const response = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${CLIENT_TOKEN}` },
      body: JSON.stringify(operation(number)),
    });
    const { errors: failures = [] } = (await response.json()) as {
      readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
    };
    for (const { extensions } of failures) note(extensions?.code ?? 'UNKNOWN');
  } catch (error) {
    note((error as Error).name);
  }
  times.push(performance.now() - startedAt);
}

/** What watches a gateway in production: Prometheus, and an operator with the status page open. */
async function watch({ origin }: GatewayProcess, isOver: () => boolean): Promise<void> {
  const headers = { authorization: `Bearer ${ADMIN_TOKEN}` };
  while (!isOver()) {
    await wait(5000);
    for (const path of ['/metrics', '/admin/status', '/health/ready']) {
      const response = await fetch(`${origin}${path}`, { headers });
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`${path} responded with ${response.status}.`);
    }
  }
}

async function startSurroundings(sandbox: Sandbox) {
  const [redis, postgres, gong, collector, folder] = await Promise.all([
    startRedis(),
    startPostgres(),
    sandbox.listen(),
    startCollector(),
    mkdtemp(join(tmpdir(), 'load-')),
  ]);
  return {
    gongUrl: gong.url,
    env: {
      GONG_REQUESTS_PER_SECOND: '100',
      GONG_REQUESTS_PER_DAY: '10000000',
      GATEWAY_TOKENS: `load:${CLIENT_TOKEN}`,
      GATEWAY_ADMIN_TOKEN: ADMIN_TOKEN,
      GATEWAY_STATE_DIR: folder,
      GATEWAY_AUDIT_LOG: 'file',
      GATEWAY_REPLICA: postgres.url,
      REDIS_URL: redis.url,
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}`,
    },
    close: async () => {
      collector.closeAllConnections();
      collector.close();
      await gong.close();
      await redis.close();
      await postgres.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Accepts traces, and keeps none. */
async function startCollector(): Promise<Server> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
