import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createSchema } from '../../src/graphql/schema.js';
import { stitchingSdl, subgraphSdl } from '../../src/graphql/sdl/print.js';
import { startServer, type TestServer } from './support.js';

const schema = createSchema();

interface Body {
  readonly data: {
    readonly _service: { readonly sdl: string };
    readonly _sdl: string;
    readonly node: object | null;
  };
  readonly extensions?: object;
}

describe.each([
  ['whole', true],
  ['without Node', false],
])('The SDL for other gateways: %s', (_, hasNode) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ config: { subgraph: { hasNode } } });
  });
  afterAll(() => server.app.close());

  it('is as printed, costs nothing, and is never cached', async () => {
    const asked = encodeURIComponent('{ _service { sdl } _sdl }');
    const response = await fetch(`${server.origin}/graphql?query=${asked}`, {
      headers: { 'apollo-require-preflight': 'true' },
    });
    const body = (await response.json()) as Body;

    expect(body).toEqual({
      data: {
        _service: { sdl: subgraphSdl(schema, { hasNode }) },
        _sdl: stitchingSdl(schema, { hasNode }),
      },
    });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(server.sandbox.requests).toEqual([]);
  });

  it('leaves nodeId to clients', async () => {
    const body = (await (
      await server.post('{ node(nodeId: "VXNlcjo5OQ") { nodeId } }')
    ).json()) as Body;

    expect(body.data.node).toBeNull();
  });

  it('reports errors once, even when a router requests traces', async () => {
    const response = await server.post('{ _entities(representations: [{}]) { __typename } }', {
      headers: { 'apollo-federation-include-trace': 'ftv1' },
    });
    const body = (await response.json()) as Body;

    expect(body).toMatchObject({
      data: { _entities: [null] },
      errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    });
    expect(body.extensions).toBeUndefined();
  });
});
