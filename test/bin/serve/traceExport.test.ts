import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { context, diag, propagation, trace } from '@opentelemetry/api';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MINUTE_MS } from '../../../src/lib/clock.js';
import { startTraceExport } from '../../../src/bin/serve/traces.js';
import { startCollector } from '../../support/collector.js';
import { FakeClock } from '../../support/clock.js';
import { freePort } from '../../support/ports.js';
import { runProgram } from '../../support/program.js';

/** Prints, as the process ends, which packages of the SDK it has loaded. */
const REPORT = `process.on('exit', () => {
  const files = Object.keys(require.cache).filter((file) => file.includes('@opentelemetry'));
  const names = files.map((file) => file.split('@opentelemetry')[1].split(/[\\\\/]/)[1]);
  console.log('LOADED ' + JSON.stringify([...new Set(names)]));
});`;

const cleanUps: (() => unknown)[] = [];
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gateway-trace-export-'));
  await writeFile(join(folder, 'report.cjs'), REPORT);
});
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
  await rm(folder, { recursive: true, force: true });
});

/** Runs the program with the sandbox and one operation, and stops it. */
async function runOnce(environment: Readonly<Record<string, string>>) {
  const program = runProgram({
    NODE_OPTIONS: `--require=${join(folder, 'report.cjs')}`,
    GATEWAY_STATE_DIR: join(folder, 'state'),
    ...environment,
  });
  cleanUps.push(() => program.kill('SIGKILL'));
  const origin = await program.started;
  await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ trackers { name } }' }),
  });
  const [code] = await program.stop();
  const loaded = /^LOADED (.*)$/m.exec(program.output())?.[1] ?? '';
  return { code, loaded: JSON.parse(loaded) as readonly string[], output: program.output() };
}

describe('the program', () => {
  it('does not load the SDK when no endpoint is set', async () => {
    const { code, loaded } = await runOnce({
      OTEL_EXPORTER_OTLP_ENDPOINT: '',
      OTEL_TRACES_EXPORTER: 'otlp',
    });

    expect(code).toBe(0);
    expect(loaded).toEqual(['api']);
  });

  it('exports protobuf to the endpoint of traces', async () => {
    const collector = await startCollector();
    cleanUps.push(() => {
      collector.close();
    });
    const { code, loaded } = await runOnce({
      OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${collector.url}/of/traces`,
      OTEL_SERVICE_NAME: 'gong-of-acme',
    });

    expect(code).toBe(0);
    expect(loaded).toContain('sdk-node');
    expect(collector.requests.map(({ url, type }) => ({ url, type }))).toContainEqual({
      url: '/of/traces',
      type: 'application/x-protobuf',
    });
    const raw = collector.requests.map(({ body }) => body).join('');
    expect(raw).toContain('gong.request');
    expect(raw).toContain('gong-of-acme');
  });

  it('logs that the collector cannot be reached, and stops as usual', async () => {
    const { code, output } = await runOnce({
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${await freePort()}`,
      OTEL_EXPORTER_OTLP_TIMEOUT: '100',
    });

    expect(code).toBe(0);
    expect(output).toMatch(/Traces may be incomplete|Last traces not exported/);
    expect(output).not.toContain('Stopping failed');
  });
});

describe('the export of traces', () => {
  const variables = { ...process.env };
  let clock: FakeClock;
  let logged: { readonly fields: object; readonly message: string }[];

  beforeEach(() => {
    clock = new FakeClock();
    logged = [];
  });
  afterEach(() => {
    process.env = { ...variables };
    for (const api of [trace, propagation, context, diag]) api.disable();
  });

  const start = (environment: Readonly<Record<string, string>>) => {
    Object.assign(process.env, environment);
    const ignore = (): void => undefined;
    const warn = (fields: object, message: string): void => {
      logged.push({ fields, message });
    };
    const logger = { debug: ignore, info: ignore, warn, error: ignore };
    return startTraceExport({ exportsTraces: true }, { clock, logger });
  };

  it('does not wait for a collector that does not respond', async () => {
    const responses: ServerResponse[] = [];
    const silent = createServer((_request, response) => {
      responses.push(response);
    });
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const exporting = await start({ OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` });
    trace.getTracer('test').startSpan('one').end();

    const closing = exporting?.close();
    await once(silent, 'request');
    await clock.advance(3000);

    expect(await closing).toBe(false);
    expect(logged).toEqual([
      { fields: {}, message: 'Last traces not exported: the collector did not respond in time' },
    ]);
    for (const response of responses) response.end();
    silent.close();
  });

  it('logs an equal problem again only after 10 minutes', async () => {
    const exporting = await start({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' });
    const message = 'Traces may be incomplete: OpenTelemetry reported a problem';
    const report = (): number => {
      diag.error('The collector is away.');
      return logged.length;
    };

    expect(report()).toBe(1);
    await clock.advance(10 * MINUTE_MS - 1);
    expect(report()).toBe(1);
    await clock.advance(1);
    expect(report()).toBe(2);
    diag.warn('Spans were dropped.');
    expect(logged.at(-1)).toEqual({ fields: { reason: 'Spans were dropped.' }, message });
    await exporting?.close();
  });
});
