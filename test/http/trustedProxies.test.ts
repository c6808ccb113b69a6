import { afterEach, describe, expect, it } from '@jest/globals';
import { createTestAudit } from '../support/audit.js';
import { startServer, type TestServer, type TestServerOptions } from './support.js';
import { askForUrl, registerCall } from './uploadSupport.js';

const running: TestServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map(({ app }) => app.close()));
});

async function start(options: TestServerOptions = {}): Promise<TestServer> {
  const server = await startServer(options);
  running.push(server);
  return server;
}

/** Returns the address that the audit log has of a client whose request has these headers. */
async function addressOf(
  trustedProxies: readonly string[],
  headers: Record<string, string>,
): Promise<unknown> {
  const { audit, taken } = createTestAudit();
  const server = await start({
    audit,
    tokens: [{ client: 'web', tenant: 'default', token: 'web-token' }],
    httpConfig: { trustedProxies },
  });
  await server.post('{ __typename }', { headers: { authorization: 'Bearer wrong', ...headers } });
  return taken()[0]?.['address'];
}

describe('the address of a client', () => {
  it('is that of its connection when no proxy is trusted', async () => {
    expect(await addressOf([], { 'x-forwarded-for': '203.0.113.7' })).toBe('127.0.0.1');
  });

  it('is that of its connection when another proxy is trusted', async () => {
    expect(await addressOf(['10.0.0.0/8'], { 'x-forwarded-for': '203.0.113.7' })).toBe('127.0.0.1');
  });

  it.each([
    ['203.0.113.7', '203.0.113.7'],
    // What the client sent comes first. The proxy appends what it knows.
    ['198.51.100.1, 203.0.113.7', '203.0.113.7'],
    ['198.51.100.1, 203.0.113.7, 10.1.2.3', '203.0.113.7'],
    ['2001:db8::1', '2001:db8::1'],
    ['203.0.113.7:51234', '203.0.113.7'],
    ['[2001:db8::1]:51234', '2001:db8::1'],
    ['nonsense', '127.0.0.1'],
  ])('is what trusted proxies say: %s', async (forwarded, address) => {
    const trusted = ['127.0.0.1', '10.0.0.0/8'];

    expect(await addressOf(trusted, { 'x-forwarded-for': forwarded })).toBe(address);
  });
});

describe('an upload URL', () => {
  const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'gong.example.com' };

  it('ignores forwarded headers when no proxy is trusted', async () => {
    const server = await start();
    const url = await askForUrl(server, await registerCall(server), { headers });

    expect(new URL(url).origin).toBe(server.origin);
  });

  it('begins with the origin that a trusted proxy names', async () => {
    const server = await start({ httpConfig: { trustedProxies: ['127.0.0.1'] } });
    const url = await askForUrl(server, await registerCall(server), { headers });

    expect(new URL(url).origin).toBe('https://gong.example.com');
  });
});
