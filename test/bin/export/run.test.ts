import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { GraphQLClient } from '../../../src/bin/client/graphqlClient.js';
import { ProgressBar } from '../../../src/bin/client/progressBar.js';
import { pagedListOf } from '../../../src/bin/export/connection.js';
import { ExportOutput } from '../../../src/bin/export/output.js';
import { runExport } from '../../../src/bin/export/run.js';
import type { Clock } from '../../../src/lib/clock.js';

const query =
  'query ($after: String) { calls(after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'export-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

interface Page {
  readonly ids: readonly string[];
  readonly next: string | null;
  readonly hasNextPage: boolean;
  readonly errors?: readonly object[];
}

/** Exports from a gateway that responds with these pages, by cursor. Time passes at once. */
async function run(pages: Readonly<Record<string, Page>>) {
  const asked: string[] = [];
  const respond = (_url: unknown, init?: RequestInit) => {
    const { variables } = JSON.parse(init?.body as string) as {
      variables: { after: string | null };
    };
    const after = variables.after ?? 'start';
    asked.push(after);
    const page = pages[after];
    if (page === undefined) throw new Error(`No page begins after ${after}.`);
    const { ids, next, hasNextPage, errors } = page;
    const nodes = ids.map((id) => ({ id }));
    const calls = { nodes, pageInfo: { hasNextPage, endCursor: next } };
    return Promise.resolve(new Response(JSON.stringify({ data: { calls }, errors })));
  };
  const clock = {
    after: (_ms: number, then: () => void) => {
      then();
      return () => undefined;
    },
  } as unknown as Clock;
  const output = await ExportOutput.open({
    file: join(folder, 'rows'),
    cursorFile: undefined,
    fingerprint: 'one',
    write: () => Promise.reject(new Error('Nothing is written to standard output here.')),
  });
  const client = new GraphQLClient({
    origin: 'http://127.0.0.1:4000',
    token: undefined,
    fetch: respond,
    clock,
  });
  const list = pagedListOf(query);
  const bar = new ProgressBar({ isTTY: false, write: () => true });
  try {
    const result = await runExport({
      query,
      variables: {},
      list,
      columns: null,
      client,
      output,
      bar,
    });
    return { asked, result };
  } catch (error) {
    await output.close();
    return { asked, problem: (error as Error).message };
  }
}

const rows = async () => (await readFile(join(folder, 'rows'), 'utf8')).trim().split('\n').join('');
const last: Page = { ids: ['3'], next: 'end', hasNextPage: false };

describe('an export', () => {
  it('stops before a page of which more can be had at a known time, and goes on with it', async () => {
    const error = {
      message: 'No requests are left today.',
      extensions: { code: 'SOME', retryable: true, retryAfterSeconds: 7200 },
    };
    const first = { ids: ['1'], next: 'one', hasNextPage: true };
    const second = { ids: ['2'], next: 'two', hasNextPage: true };

    const stopped = await run({ start: first, one: { ...second, errors: [error] }, two: last });
    const went = await run({ one: second, two: last });

    expect(stopped.problem).toBe('No requests are left today. (SOME)');
    expect(went.result?.rows).toBe(3);
    expect(await rows()).toBe('{"id":"1"}{"id":"2"}{"id":"3"}');
  });

  it('goes on without what may never come, and counts it', async () => {
    const errors = ['NONE', 'BROKEN'].map((code) => ({
      message: 'The call cannot be shown.',
      extensions: { code, retryable: code === 'BROKEN' },
    }));

    const { result } = await run({
      start: { ids: ['1', '2'], next: 'two', hasNextPage: true, errors },
      two: last,
    });

    expect(result).toEqual({
      rows: 3,
      failures: new Map([
        ['NONE', 1],
        ['BROKEN', 1],
      ]),
    });
  });

  it('writes no page twice that does not say where the list goes on', async () => {
    const page = { ids: ['1', '2'], next: null, hasNextPage: true };

    const stopped = await run({ start: page });
    await run({ start: { ...page, next: 'two' }, two: last });

    expect(stopped.problem).toBe('The list says that it goes on, but not where. Try again later.');
    expect(await rows()).toBe('{"id":"1"}{"id":"2"}{"id":"3"}');
  });
});
