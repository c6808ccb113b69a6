import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { readFileSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { gongExtension } from '../../src/graphql/plugins/gongExtensions.js';
import { startTenantServer, type TenantServer } from '../tenants/support.js';
import { blocksOf, readPage, root } from './support.js';

const PAGE = 'docs/reference/http.md';
const page = readPage(PAGE);

/** A section of the page, without its heading. */
const section = (heading: string): string =>
  page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';

/** What stands in code in the cells of a column, row by row. */
const cells = (text: string, column: number): readonly (readonly string[])[] =>
  [...text.matchAll(/^\| (?!-|Endpoint|Part)(.*) \|$/gm)].map(([, row = '']) =>
    [...(row.split(' | ')[column] ?? '').matchAll(/`([^`]+)`/g)].map(([, code = '']) => code),
  );

/** `METHOD /path`, as the page and as Fastify spells a route. */
const routeOf = (endpoint: string): string =>
  endpoint
    .replace(/\?.*/, '')
    .replace('<ticket>', '*')
    .replace(/<(\w+)>/, ':$1');

let server: TenantServer;
const routes = new Set<string>();

/** Notes every route of the servers that start. */
function watch(message: unknown): void {
  const { fastify } = message as { readonly fastify: FastifyInstance };
  fastify.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) routes.add(`${each} ${url}`);
  });
}

beforeAll(async () => {
  subscribe('fastify.initialization', watch);
  server = await startTenantServer();
  unsubscribe('fastify.initialization', watch);
});
afterAll(() => server.close());

describe('the table of endpoints', () => {
  const endpoints = page.split(/^## /m)[0] ?? '';

  it('lists every route, and no others', () => {
    const refused = ['PUT /graphql', 'PATCH /graphql', 'DELETE /graphql'];
    const served = [...routes].filter(
      (route) =>
        !/^(HEAD|OPTIONS) /.test(route) &&
        !/ \/(graphiql|status)\//.test(route) &&
        !refused.includes(route),
    );

    expect(cells(endpoints, 0).flat().map(routeOf).sort()).toEqual(served.sort());
  });

  it('says which endpoints need a token', async () => {
    const rows = [...endpoints.matchAll(/^\| (`[A-Z]+ .*) \|$/gm)].map(([, row = '']) => row);
    const needing: string[] = [];
    const refused: string[] = [];
    for (const row of rows) {
      const [listed = '', , authentication = ''] = row.split(' | ').map((cell) => cell.trim());
      for (const [, method = '', path = ''] of listed.matchAll(/`([A-Z]+) ([^`]+)`/g)) {
        if (/token/.test(authentication)) needing.push(path);
        const url = `${server.origin}${path.replace(/<\w+>/, 'acme')}`;
        // Browsers are led to the registered host first, and only there asked for the token.
        const response = await fetch(`${url}${path.includes('?') ? '&' : '?'}led=1`, {
          method,
          redirect: 'manual',
        });
        await response.arrayBuffer();
        if (response.status === 401) refused.push(path);
      }
    }

    expect(refused).toEqual(needing);
    expect(refused.length).toBeGreaterThan(4);
  });

  it('is followed by headers that every response has', async () => {
    const named = [...endpoints.matchAll(/`([A-Z][\w-]+): ([^`]+)`/g)];
    const { headers } = await fetch(`${server.origin}/health/live`);

    expect(named.length).toBeGreaterThan(2);
    for (const [, name = '', value] of named) {
      expect(`${name}: ${headers.get(name)}`).toBe(`${name}: ${value}`);
    }
  });
});

it('lists every member of extensions.gong, and no others', () => {
  const everything = gongExtension(
    {
      operation: {
        requests: 1,
        shared: 1,
        cacheHits: 1,
        kept: 0,
        waitedMs: 1,
        requestIds: ['1'],
        incomplete: [{ path: ['calls'], kind: 'deadline-exceeded' }],
        stale: [['workspaces']],
      },
      quota: () => ({ perDay: 10, usedToday: 1 }),
      isSandbox: true,
    } as never,
    true,
  );
  const text = section('GraphQL').split('### Response extensions')[1] ?? '';
  const [example = '{}'] = blocksOf(PAGE, 'json');
  const listed = [...text.matchAll(/(?:^- |\. )`(\w+)`:/gm)].map(([, name]) => name);

  expect(listed).toEqual(Object.keys(everything ?? {}));
  expect(Object.keys(JSON.parse(example) as object)).toEqual(listed);
});

it('lists every part of /health/ready and its statuses, and no others', () => {
  const health = section('Health');
  const parts = cells(health, 0).flat();
  const statuses = cells(health, 1).flat();
  const folder = `${root}src/http/health/`;
  const sources = readdirSync(folder)
    .filter((file) => /health\.ts$/i.test(file))
    .map((file) => readFileSync(`${folder}${file}`, 'utf8'));
  const used = sources.flatMap((text) =>
    [...text.matchAll(/status: (?:\w+ \? '(\w+)' : )?'(\w+)'/g)].flatMap(([, one, other]) =>
      [one, other].filter((status) => status !== undefined),
    ),
  );
  const isStatus = (word: string) => /^[a-z]+$/.test(word);

  expect(parts).toEqual([
    'gateway',
    'quota',
    'credentials',
    'replica',
    'redis',
    'connections',
    'audit',
  ]);
  expect(new Set(statuses.filter(isStatus))).toEqual(
    new Set(used.filter((status) => status !== 'live' && status !== 'ready')),
  );
});
