import { describe, expect, it } from '@jest/globals';
import { ask, smallSandbox } from './support.js';

const basic = (key: string, secret: string) => ({
  Authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`,
});
const withScopes = (...scopes: string[]) =>
  smallSandbox({ credentials: [{ accessKey: 'K', accessKeySecret: 'S', scopes }] });

describe('credentials', () => {
  it('are required', async () => {
    const sandbox = smallSandbox();

    for (const headers of [{}, basic('K', 'wrong'), { Authorization: 'Bearer nothing' }]) {
      const { status, json } = await ask(sandbox, 'GET /v2/users', undefined, headers);
      expect([status, json.errors]).toEqual([401, [expect.any(String)]]);
    }
  });

  it('can be a bearer token', async () => {
    const credential = { accessKey: 'K', accessKeySecret: 'S', bearer: 'token' };
    const sandbox = smallSandbox({ credentials: [credential] });

    const { status } = await ask(sandbox, 'GET /v2/users', undefined, {
      Authorization: 'Bearer token',
    });

    expect(status).toBe(200);
  });

  it('without the scope get a 401 that names it', async () => {
    const sandbox = withScopes('api:calls:read:basic');

    const { status, json } = await ask(
      sandbox,
      'POST /v2/calls/extensive',
      { filter: {} },
      basic('K', 'S'),
    );

    expect(status).toBe(401);
    expect(json.errors).toEqual([
      "You don't have permission to use 'api:calls:read:extensive' in your app.",
    ]);
  });

  it('need another scope for media links', async () => {
    const sandbox = withScopes('api:calls:read:extensive');
    const asking = (media: boolean) =>
      ask(
        sandbox,
        'POST /v2/calls/extensive',
        { filter: {}, contentSelector: { exposedFields: { media } } },
        basic('K', 'S'),
      );

    expect((await asking(false)).status).toBe(200);
    expect((await asking(true)).json.errors).toEqual([
      "You don't have permission to use 'api:calls:read:media-url' in your app.",
    ]);
  });
});
