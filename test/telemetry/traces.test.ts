import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DEFAULT_CREDENTIAL } from '../../sandbox/src/index.js';
import { startCollector } from '../support/collector.js';
import { runProgram } from '../support/program.js';
import { createTestSandbox } from '../support/sandbox.js';

it('one', async () => {
  const gong = await createTestSandbox({ calls: 3, users: 3 }).listen();
  const collector = await startCollector();
  const stateDir = await mkdtemp(join(tmpdir(), 'gateway-traces-'));
  const program = runProgram({
    GONG_ACCESS_KEY: DEFAULT_CREDENTIAL.accessKey,
    GONG_ACCESS_KEY_SECRET: DEFAULT_CREDENTIAL.accessKeySecret,
    GONG_API_BASE_URL: gong.url,
    GONG_ALLOW_ANY_HOST: 'true',
    GATEWAY_STATE_DIR: stateDir,
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
  });
  const origin = await program.started;
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: 'query Users { users(first: 1) { nodes { id } } }' }),
  });
  console.log(await response.text());
  await program.stop();
  console.log(program.output(), JSON.stringify(collector.spans(), null, 1), collector.resources());
});
