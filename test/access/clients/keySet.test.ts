import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createAuthenticator } from '../../../src/access/clients/authenticator.js';
import { systemClock, type Clock } from '../../../src/lib/clock.js';
import { NotSentError, type Fetch } from '../../../src/gong/exchange.js';
import { createKeepAliveFetch } from '../../../src/gong/fetch.js';
import { FakeClock } from '../../support/clock.js';
import {
  createKey,
  createKeyServer,
  createLog,
  jwtOptions,
  sign,
  type SigningKey,
} from './support.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

let first: SigningKey;
let second: SigningKey;
let unlisted: SigningKey;

beforeAll(async () => {
  [first, second, unlisted] = await Promise.all([
    createKey('first'),
    createKey('second', 'RS256'),
    createKey('unlisted'),
  ]);
});

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

function authenticatorOf(fetch: Fetch, clock: Clock, jwksUrl = jwtOptions.jwksUrl) {
  const { logger, lines } = createLog();
  const authenticator = createAuthenticator(
    { tokens: [], jwt: { ...jwtOptions, jwksUrl } },
    { fetch, clock, logger },
  );
  /** `ok`, or what kind of refusal. */
  const ask = async (key: SigningKey, header = {}): Promise<string> => {
    const token = await sign(key, clock.now(), {}, header);
    const answer = await authenticator.authenticate(`Bearer ${token}`);
    return 'client' in answer ? 'ok' : answer.refusal.kind;
  };
  return { ...authenticator, ask, lines };
}

function setUp() {
  const clock = new FakeClock();
  const server = createKeyServer(first);
  return { clock, server, ...authenticatorOf(server.fetch, clock) };
}

describe('the keys of an issuer', () => {
  it('are requested without a credential', async () => {
    const { ask, server, clock } = setUp();

    expect(await ask(first)).toBe('ok');

    expect(server.requests).toMatchObject([
      {
        url: jwtOptions.jwksUrl,
        init: {
          method: 'GET',
          redirect: 'manual',
          isFresh: true,
          headers: { accept: 'application/json, application/jwk-set+json' },
        },
      },
    ]);
    expect(server.requests[0]?.init.headers).not.toHaveProperty('authorization');
    expect(clock.pending).toBe(0);
  });

  it('are requested once for tokens that arrive at the same time', async () => {
    const { authenticate, server, clock } = setUp();
    const tokens = await Promise.all(
      Array.from({ length: 50 }, (_, index) => sign(first, clock.now(), { azp: `${index}` })),
    );

    const answers = await Promise.all(tokens.map((token) => authenticate(`Bearer ${token}`)));

    expect(answers.filter((answer) => 'client' in answer)).toHaveLength(50);
    expect(server.requests).toHaveLength(1);
  });

  it('can be requested before a token arrives', async () => {
    const { prepare, ask, server } = setUp();

    await prepare();
    expect(server.requests).toHaveLength(1);

    expect(await ask(first)).toBe('ok');
    expect(server.requests).toHaveLength(1);
  });

  it('are requested again when a token names an unknown key', async () => {
    const { ask, server, clock } = setUp();
    await ask(first);
    await clock.advance(10 * SECOND);
    server.answer = [first.jwk, second.jwk];

    expect(await ask(second)).toBe('ok');
    expect(await ask(second)).toBe('ok');
    expect(await ask(first)).toBe('ok');
    expect(server.requests).toHaveLength(2);
  });

  it('are dropped 10 minutes at most after the issuer withdraws them', async () => {
    const { ask, server, clock } = setUp();
    await ask(first);
    server.answer = [second.jwk];

    await clock.advance(10 * MINUTE - 1);
    expect(await ask(first)).toBe('ok');
    await clock.advance(1);
    expect(await ask(first)).toBe('invalid-token');
    expect(await ask(second)).toBe('ok');
  });

  it('are dropped at once when a token names a new key', async () => {
    const { ask, server, clock } = setUp();
    await ask(first);
    await clock.advance(10 * SECOND);
    server.answer = [second.jwk];

    expect(await ask(second)).toBe('ok');
    expect(await ask(first)).toBe('invalid-token');
  });

  it('are not requested more often for many tokens with invented keys', async () => {
    const { ask, server, clock } = setUp();
    await ask(first);
    await clock.advance(10 * SECOND);

    for (let round = 0; round < 5; round += 1) {
      const flood = Array.from({ length: 20 }, (_, index) =>
        ask(unlisted, { kid: `${round} ${index}` }),
      );
      expect(new Set(await Promise.all(flood))).toEqual(new Set(['invalid-token']));
      expect(await ask(first)).toBe('ok');
    }

    expect(server.requests).toHaveLength(2);
    await clock.advance(10 * SECOND - 1);
    await ask(unlisted);
    expect(server.requests).toHaveLength(2);
    await clock.advance(1);
    await ask(unlisted);
    expect(server.requests).toHaveLength(3);
  });

  it('that are unusable are ignored, and the others are used', async () => {
    const { clock, server, ask, authenticate } = setUp();
    const weak = await createKey('weak', 'RS256', { modulusLength: 2048 });
    const short = { ...weak.jwk, n: weak.jwk.n?.slice(0, 171) ?? '' };
    server.answer = [
      { ...first.jwk, kid: 'curve', x: 'AAAA' },
      { kty: 'oct', kid: 'secret', k: 'c2VjcmV0', alg: 'HS256' },
      short,
      first.jwk,
    ];

    expect(await ask(first)).toBe('ok');
    for (const [key, kid] of [
      [first, 'curve'],
      [weak, 'weak'],
    ] as const) {
      const token = await sign(key, clock.now(), {}, { kid });
      expect(await authenticate(`Bearer ${token}`)).toEqual({
        refusal: {
          kind: 'invalid-token',
          message:
            "The token is signed with one of its issuer's keys that this gateway cannot use.",
        },
      });
    }
    expect(await ask(first, { kid: 'secret' })).toBe('invalid-token');
  });
});

describe('an unreachable issuer', () => {
  it('makes clients retry', async () => {
    const { authenticate, server, clock, ask } = setUp();
    server.answer = new NotSentError(Object.assign(new Error('x'), { code: 'ECONNREFUSED' }));
    const token = await sign(first, clock.now());

    expect(await authenticate(`Bearer ${token}`)).toEqual({
      refusal: {
        kind: 'unavailable',
        message:
          "The token cannot be verified, because the issuer's keys cannot be fetched. Try again after retryAfterSeconds.",
        retryAfterSeconds: 10,
      },
    });
    await clock.advance(3500);
    expect(await authenticate(`Bearer ${token}`)).toMatchObject({
      refusal: { kind: 'unavailable', retryAfterSeconds: 7 },
    });
    expect(server.requests).toHaveLength(1);

    server.answer = [first.jwk];
    await clock.advance(6500);
    expect(await ask(first)).toBe('ok');
  });

  it('leaves known keys valid for a day, and makes clients with other keys retry', async () => {
    const { ask, server, clock } = setUp();
    await ask(first);
    server.answer = 503;

    await clock.advance(10 * SECOND);
    expect(await ask(second)).toBe('unavailable');
    expect(await ask(second)).toBe('unavailable');
    expect(await ask(first)).toBe('ok');
    expect(server.requests).toHaveLength(2);

    await clock.advance(24 * HOUR - 10 * SECOND - 1);
    expect(await ask(first)).toBe('ok');
    await clock.advance(1);
    expect(await ask(first)).toBe('unavailable');

    server.answer = [first.jwk];
    await clock.advance(10 * SECOND);
    expect(await ask(first)).toBe('ok');
  });

  it('is given 5 seconds to respond', async () => {
    const { authenticate, server, clock, lines } = setUp();
    server.answer = null;
    const asking = authenticate(`Bearer ${await sign(first, clock.now())}`);

    await clock.advance(5 * SECOND - 1);
    expect(server.requests[0]?.init.signal.aborted).toBe(false);
    await clock.advance(1);

    expect(await asking).toMatchObject({ refusal: { kind: 'unavailable' } });
    expect(server.requests[0]?.init.signal.aborted).toBe(true);
    expect(lines).toMatchObject([
      { fields: { reason: 'The server did not respond within 5000 ms.' } },
    ]);
    expect(clock.pending).toBe(0);
  });

  it('is logged once when it fails and once when it recovers, without secrets', async () => {
    const { prepare, ask, server, clock, lines } = setUp();
    server.answer = 500;

    await prepare();
    await clock.advance(10 * SECOND);
    await ask(first);
    server.answer = [first.jwk];
    await clock.advance(10 * SECOND);
    await ask(first);

    expect(lines).toEqual([
      {
        level: 'warn',
        fields: {
          url: 'https://login.example.com/keys',
          reason: 'The server responded with the status 500.',
          outcome: 'no JWT is accepted',
        },
        message: 'JWKS fetch failed',
      },
      { level: 'info', fields: {}, message: 'JWKS fetch restored' },
    ]);

    await clock.advance(10 * MINUTE);
    server.answer = 500;
    await ask(first);
    expect(lines).toHaveLength(3);
    expect(lines[2]).toMatchObject({ fields: { outcome: 'cached keys stay in use' } });
    expect(JSON.stringify(lines)).not.toContain('s3cret');
  });

  it.each<[string, string | number | Error, string]>([
    ['a redirect', 302, 'The server responded with the redirect 302, which is not followed.'],
    ['a refusal', 403, 'The server responded with the status 403.'],
    ['a page', '<html>s3cret</html>', 'The response is not JSON.'],
    ['another file', '{"s3cret":1}', 'The response is not a JSON Web Key Set.'],
    ['null', 'null', 'The response is not a JSON Web Key Set.'],
    ['keys that are none', '{"keys":[1]}', 'The response is not a JSON Web Key Set.'],
    [
      'no network',
      new NotSentError(Object.assign(new Error('s3cret'), { code: 'ENOTFOUND' })),
      'ENOTFOUND',
    ],
    ['a connection that breaks off', new Error('s3cret'), 'The server did not respond.'],
  ])('is logged with the reason: %s', async (_, answer, reason) => {
    const { prepare, server, lines } = setUp();
    server.answer = answer;

    await prepare();

    expect(lines).toMatchObject([
      { level: 'warn', fields: { reason: expect.stringContaining(reason) } },
    ]);
    expect(JSON.stringify(lines)).not.toContain('s3cret');
    // What isn't read holds its connection no longer.
    expect(server.requests[0]?.init.signal.aborted || typeof answer === 'string').toBe(true);
  });
});

describe('over real connections', () => {
  async function serve(listener: RequestListener) {
    const http = createServer(listener).listen(0, '127.0.0.1');
    await once(http, 'listening');
    const gong = createKeepAliveFetch(systemClock);
    cleanUps.push(
      () => {
        gong.close();
      },
      () => {
        http.closeAllConnections();
      },
      () => http.close(),
    );
    const { port } = http.address() as AddressInfo;
    return authenticatorOf(gong.fetch, systemClock, `http://127.0.0.1:${port}/keys`);
  }

  it('reads keys', async () => {
    const { ask } = await serve((_, response) => {
      response.end(JSON.stringify({ keys: [first.jwk] }));
    });

    expect(await ask(first)).toBe('ok');
  });

  it('does not follow a redirect', async () => {
    const paths: (string | undefined)[] = [];
    const { ask } = await serve(({ url }, response) => {
      paths.push(url);
      if (url === '/keys') response.writeHead(302, { location: '/evil' }).end();
      else response.end(JSON.stringify({ keys: [first.jwk] }));
    });

    expect(await ask(first)).toBe('unavailable');
    expect(paths).toEqual(['/keys']);
  });

  it('aborts an endless response', async () => {
    let sent = 0;
    let onClosed: () => void = () => undefined;
    const closed = new Promise<void>((resolve) => {
      onClosed = resolve;
    });
    const { ask, lines } = await serve((_, response) => {
      const chunk = ' '.repeat(64 * 1024);
      const send = (): void => {
        while (response.write(chunk)) sent += chunk.length;
        sent += chunk.length;
      };
      response.on('drain', send).once('close', onClosed);
      send();
    });

    expect(await ask(first)).toBe('unavailable');
    await closed;
    expect(lines).toMatchObject([
      { fields: { reason: 'The response is larger than 524288 bytes.' } },
    ]);
    expect(sent).toBeLessThan(32 * 1024 * 1024);
  });
});
