import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ServerAddress } from '../../sandbox/src/index.js';
import { authorization, smallSandbox } from './support.js';

const sandbox = smallSandbox();
const headers = { authorization };
let server: ServerAddress;

beforeAll(async () => {
  server = await sandbox.listen();
});
afterAll(() => server.close());

describe('a listening sandbox', () => {
  it('serves HTTP on loopback', async () => {
    const response = await fetch(`${server.url}/v2/calls/extensive`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ filter: {} }),
    });

    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(response.status).toBe(200);
    expect(sandbox.requests.at(-1)).toMatchObject({
      operationId: 'listCallsExtensive',
      body: { filter: {} },
      status: 200,
    });
  });

  it('announces more bytes than a truncated body contains', async () => {
    sandbox.faults.add({ fault: { kind: 'truncate' } });

    const response = await fetch(`${server.url}/v2/users`, { headers });

    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow('terminated');
  });

  it('closes the connection when a fault drops it', async () => {
    sandbox.faults.add({ fault: { kind: 'drop' } });

    await expect(fetch(`${server.url}/v2/users`, { headers })).rejects.toThrow('fetch failed');
  });

  it('frees its port when closed', async () => {
    const other = await smallSandbox().listen();

    await other.close();

    await expect(fetch(`${other.url}/v2/users`, { headers })).rejects.toThrow('fetch failed');
  });
});
