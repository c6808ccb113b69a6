import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startServer, type TestServer } from './support.js';

interface Body {
  readonly extensions?: { readonly gong?: Readonly<Record<string, unknown>> };
}

describe.each([
  ['with the embedded sandbox', true],
  ['with Gong', false],
])('A gateway %s', (_, isSandbox) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ config: { isSandbox, cacheTtlSeconds: 300 } });
  });
  afterAll(() => server.app.close());

  const gongOf = async (query: string): Promise<unknown> =>
    ((await (await server.post(query)).json()) as Body).extensions?.gong;

  it('marks responses as invented or real', async () => {
    const marks = isSandbox ? { sandbox: true } : {};
    const usual = { shared: 0, waitedMs: expect.any(Number), remainingToday: expect.any(Number) };

    expect(await gongOf('{ workspaces { id } }')).toEqual({
      ...usual,
      requests: 1,
      cacheHits: 0,
      ...marks,
    });
    expect(await gongOf('{ workspaces { id } }')).toEqual({
      ...usual,
      requests: 0,
      cacheHits: 1,
      ...marks,
    });
    expect(await gongOf('{ __typename }')).toBeUndefined();
  });

  it('shows the sandbox banner or not', async () => {
    const page = await (await fetch(`${server.origin}/graphiql`)).text();

    expect(page.includes('<title>Gong in GraphQL (sandbox)</title>')).toBe(isSandbox);
    expect(/<body>\s*<aside class="sandbox-banner"/.test(page)).toBe(isSandbox);
    expect(page.includes('invented')).toBe(isSandbox);
  });
});
