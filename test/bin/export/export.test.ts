import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runProgram } from '../../support/program.js';
import { runNode } from '../../support/runNode.js';

const PROGRAM = ['--import', 'tsx', 'src/bin/gongGraphql.ts', 'export'];
const QUERY = `query ($after: String) {
  calls(first: 50, after: $after) { totalCount nodes { id title } pageInfo { hasNextPage endCursor } }
}`;

let folder: string;
let gateway: ReturnType<typeof runProgram>;
let environment: Record<string, string>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'export-'));
  await writeFile(join(folder, 'calls.graphql'), QUERY);
  gateway = runProgram({ GATEWAY_TOKENS: 'exporter:a-token-of-sixteen' });
  environment = { GATEWAY_URL: await gateway.started, GATEWAY_CLIENT_TOKEN: 'a-token-of-sixteen' };
});
afterAll(async () => {
  await gateway.stop();
  await rm(folder, { recursive: true });
});

const run = (...args: readonly string[]) =>
  runNode([...PROGRAM, '--query', join(folder, 'calls.graphql'), ...args], environment);

describe('npm run export', () => {
  it('writes a list of a running gateway, with its token, and says the price first', async () => {
    const file = join(folder, 'calls.csv');

    const { code, stderr } = await run('--format', 'csv', '--out', file);

    const [header, ...lines] = (await readFile(file, 'utf8')).trim().split('\r\n');
    expect(stderr).toMatch(/^A page costs 1 Gong request/);
    expect(stderr).toContain(`Exported ${lines.length} rows.`);
    expect(code).toBe(0);
    expect(header).toBe('id,title');
    expect(lines.length).toBeGreaterThan(1500);
    expect(new Set(lines.map((line) => line.split(',')[0])).size).toBe(lines.length);
  });

  it('writes NDJSON to standard output', async () => {
    const { code, stdout } = await run();

    const rows = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string });
    expect(code).toBe(0);
    expect(rows.length).toBeGreaterThan(1500);
    expect(rows[0]).toEqual({ id: expect.stringMatching(/^\d+$/), title: expect.any(String) });
  });

  it('says what is wrong with its options, its token, and its address', async () => {
    const bad = [
      await runNode([...PROGRAM]),
      await run('--format', 'xml'),
      await run('--variables', 'from=1'),
      await run('--cursor', 'place'),
      await runNode([...PROGRAM, '--changes']),
      await runNode([...PROGRAM, '--query', join(folder, 'calls.graphql')], {
        ...environment,
        GATEWAY_CLIENT_TOKEN: 'another',
      }),
      await runNode([...PROGRAM, '--query', join(folder, 'calls.graphql')], {
        GATEWAY_URL: 'http://127.0.0.1:1',
      }),
    ];

    expect(bad.map(({ code }) => code)).toEqual(bad.map(() => 1));
    expect(bad.map(({ stderr }) => stderr.trim())).toEqual([
      expect.stringContaining('--query FILE is missing'),
      expect.stringContaining('--format must be ndjson or csv, not xml.'),
      expect.stringContaining('--variables must be a JSON object'),
      expect.stringContaining('--cursor belongs to --changes'),
      expect.stringContaining('--changes needs --cursor FILE'),
      expect.stringContaining('UNAUTHENTICATED'),
      expect.stringContaining('No gateway responds at GATEWAY_URL (http://127.0.0.1:1)'),
    ]);
  });
});
