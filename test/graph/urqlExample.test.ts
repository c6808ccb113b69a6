import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { copyExample, type Example } from './support/examples.js';
import { openGateway, type JudgedGateway } from './support/gateway.js';

interface Expected {
  readonly calls: {
    readonly nodes: readonly {
      readonly title: string;
      readonly primaryUser: { readonly name: string } | null;
    }[];
  };
}

let gateway: JudgedGateway;
let example: Example;
beforeAll(async () => {
  gateway = await openGateway();
  example = await copyExample('urql');
});
afterAll(async () => {
  await Promise.all([gateway.close(), example.remove()]);
});

const start = (asked: JudgedGateway, token = asked.token) =>
  example.run('start', { EXAMPLE_GATEWAY_URL: asked.url, EXAMPLE_GATEWAY_TOKEN: token });

describe('examples/urql', () => {
  it('compiles', async () => {
    expect(await example.run('check')).toEqual({ stdout: '', stderr: '' });
  });

  it('prints two pages, joined by the cache', async () => {
    const { data } = await gateway.ask<Expected>(
      '{ calls(first: 10, order: NEWEST_FIRST) { nodes { title primaryUser { name } } } }',
    );
    const { outcome, seen } = await gateway.trace(() => start(gateway));

    expect(outcome.stderr).toBe('');
    expect(outcome.stdout.trim().split('\n')).toEqual(
      data.calls.nodes.map(
        ({ title, primaryUser }) => `${title} (${primaryUser?.name ?? 'unknown host'})`,
      ),
    );
    expect(seen.map(({ method, variables }) => [method, variables['first']])).toEqual([
      ['GET', 5],
      ['GET', 5],
    ]);
  });

  it('prints the calls of a response in which another part failed', async () => {
    // Gong refuses to list users to a key without that scope.
    const limited = await openGateway({}, ['api:calls:read:basic', 'api:calls:read:extensive']);
    try {
      const { stdout, stderr } = await start(limited);

      expect(stdout.match(/\(unknown host\)/g)).toHaveLength(10);
      expect(stderr).toContain('(GONG_MISSING_SCOPE)');
    } finally {
      await limited.close();
    }
  });

  it('ends with the gateway’s error', async () => {
    await expect(start(gateway, 'wrong')).rejects.toThrow('(UNAUTHENTICATED)');
  });
});
