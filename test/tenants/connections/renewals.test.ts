import { describe, expect, it } from '@jest/globals';
import type { OAuthConnection } from '../../../src/tenants/connections/connection.js';
import { StoreUnavailableError } from '../../../src/tenants/connections/connectionStore.js';
import { createCaller, later, type WireAnswer } from '../../gong/support.js';
import { settle } from '../../support/clock.js';
import { SECOND, MINUTE, HOUR, DAY, NOW, connected, setUp, failureOf } from './oauthSupport.js';

const REFUSED: WireAnswer = { status: 401, body: { errors: ['The access token has expired.'] } };

describe('a renewal', () => {
  const GRANT: WireAnswer = { status: 400, body: { error: 'invalid_grant' } };

  it('that Gong refuses ends the connection, and says to connect again', async () => {
    const { clock, ask, asked, renewals, changes, store, logged } = setUp({ tokens: [GRANT] });
    await clock.advance(DAY + HOUR);
    const failure = await failureOf(clock.runUntil(ask()));
    await clock.advance(HOUR);
    const later = await failureOf(ask());

    for (const error of [failure, later]) {
      expect(error).toMatchObject({
        kind: 'bad-credentials',
        message: expect.stringContaining('connect it at /oauth/gong/start?tenant=acme'),
      });
    }
    expect([renewals(), asked().length]).toEqual([1, 0]);
    expect(changes.at(-1)?.revokedAt).not.toBeNull();
    expect(store.kept.get('acme')).toMatchObject({ revokedAt: expect.any(Number) });
    expect(logged.join()).toContain('must connect it again');
    expect(`${logged.join()} ${String(failure)}`).not.toMatch(/refresh-1|access-1|app-secret/);
  });

  it.each<[string, WireAnswer, 'revoked' | 'not revoked']>([
    ['a code of the standard', GRANT, 'revoked'],
    ['no reason', { status: 400, body: {} }, 'revoked'],
    ['a status alone', { status: 401, body: {} }, 'revoked'],
    ['its own credentials', { status: 401, body: { error: 'invalid_client' } }, 'not revoked'],
    ['its IP address', { status: 403, body: {} }, 'not revoked'],
  ])('that Gong refuses for %s after a lost response', async (_, refusal, expected) => {
    const { clock, ask, changes } = setUp({
      tokens: [new Error('socket hang up'), refusal],
      api: [REFUSED],
    });
    await clock.advance(5 * SECOND);
    expect(await failureOf(clock.runUntil(ask()))).toMatchObject({ kind: 'unavailable' });
    await clock.advance(3 * SECOND);
    const failure = await failureOf(clock.runUntil(ask()));

    expect(failure).toMatchObject({ kind: 'bad-credentials' });
    expect(changes.some(({ revokedAt }) => revokedAt !== null)).toBe(expected === 'revoked');
    if (expected === 'revoked') expect(String(failure)).toContain('/oauth/gong/start?tenant=acme');
  });

  it('that Gong refuses only by its message is refused too', async () => {
    const answer = { status: 400, body: 'Refresh token code is invalid' };
    const { clock, ask, changes } = setUp({
      tokens: [{ status: 400, body: { error_description: answer.body } }],
    });
    await clock.advance(DAY + HOUR);
    await failureOf(clock.runUntil(ask()));

    expect(changes.at(-1)?.revokedAt).not.toBeNull();
  });

  it('that another instance finished first uses the stored result', async () => {
    const { clock, ask, asked, store, changes } = setUp({
      tokens: [
        () => {
          const renewed = { ...connected, accessToken: 'theirs', revision: 1 };
          store.kept.set('acme', { ...renewed, expiresAt: clock.now() + DAY });
          return Promise.resolve(GRANT);
        },
      ],
    });
    await clock.advance(DAY + HOUR);
    await clock.runUntil(ask());

    expect(asked()[0]?.headers['authorization']).toBe('Bearer theirs');
    expect(changes.every(({ revokedAt }) => revokedAt === null)).toBe(true);
  });

  it.each<[string, WireAnswer | Error]>([
    ['fails', { status: 503, body: {} }],
    ['is asked to wait', { status: 429, body: {} }],
    ['does not answer', new Error('socket hang up')],
  ])('that Gong %s does not end the connection: a valid token is still used', async (_, answer) => {
    const { clock, ask, asked, renewals, changes } = setUp({ tokens: [answer, {}] });
    await clock.advance(DAY - 30 * SECOND);
    await clock.runUntil(ask());
    expect(asked()[0]?.headers['authorization']).toBe('Bearer access-1');
    // No flood of attempts.
    await clock.runUntil(ask());
    expect(renewals()).toBe(1);

    await clock.advance(HOUR);
    await clock.runUntil(ask());
    expect(asked()[2]?.headers['authorization']).toBe('Bearer access-3');
    expect(changes).toHaveLength(1);
  });

  it('that fails after the token expired fails requests for a while', async () => {
    const { clock, ask, asked } = setUp({ tokens: [{ status: 503, body: {} }, {}] });
    await clock.advance(DAY + HOUR);

    expect(await failureOf(clock.runUntil(ask()))).toMatchObject({ kind: 'unavailable' });
    expect(asked()).toEqual([]);
    await clock.advance(3 * SECOND);
    await clock.runUntil(ask());
    expect(asked()).toHaveLength(1);
  });

  it('does not begin when nothing can be stored', async () => {
    const { clock, ask, renewals, store } = setUp();
    await clock.advance(DAY + HOUR);
    store.isAway = true;

    expect(await failureOf(clock.runUntil(ask()))).toMatchObject({ kind: 'unavailable' });
    expect(renewals()).toBe(0);
  });

  it('that cannot be stored is still used, and stored later', async () => {
    const { clock, ask, asked, store, logged, credentials } = setUp({
      tokens: [
        () => {
          store.isAway = true;
          return Promise.resolve({});
        },
      ],
    });
    await clock.advance(DAY + HOUR);
    await clock.runUntil(ask());
    expect(asked()[0]?.headers['authorization']).toBe('Bearer access-2');
    expect(logged.join()).toContain('cannot be stored');

    // It goes by nothing else meanwhile, whatever is stored.
    const [before] = [store.kept.get('acme')];
    if (before?.kind === 'oauth') credentials.adopt(before);
    expect(credentials.latest().authorization).toBe('Bearer access-2');
    await clock.advance(5 * SECOND);
    expect(store.kept.get('acme')).toMatchObject({ accessToken: 'access-1' });
    store.isAway = false;
    await clock.advance(5 * SECOND);
    expect(store.kept.get('acme')).toMatchObject({ accessToken: 'access-2', revision: 1 });
    expect(clock.pending).toBe(0);
  });

  it('ends for an operation that leaves, not for the others', async () => {
    const gate = later();
    const { clock, client, ask, asked } = setUp({ tokens: [gate.respond] });
    await clock.advance(DAY + HOUR);
    const { caller, controller } = createCaller(clock);
    const leaving = failureOf(client.read({ operation: 'listWorkspaces' }, caller));
    const staying = ask();
    await settle();
    controller.abort(new Error('gone'));
    expect(await leaving).toMatchObject({ message: 'gone' });

    gate.answer({ body: { access_token: 'a2', refresh_token: 'r2', expires_in: 3600 } });
    await clock.runUntil(staying);
    expect(asked().map(({ headers }) => headers['authorization'])).toEqual(['Bearer a2']);
  });

  it.each([
    ['isn’t Gong’s', 'https://api.gong.io.evil.test', 'company-17.api.gong.io'],
    ['has somebody’s name in it', 'https://x:y@company-18.api.gong.io', 'company-17.api.gong.io'],
    ['is bare', 'company-18.api.gong.io', 'company-18.api.gong.io'],
  ])('uses the right host when the one that Gong names %s', async (_, named, host) => {
    const { clock, ask, asked } = setUp({
      tokens: [
        {
          body: {
            access_token: 'a2',
            refresh_token: 'r2',
            api_base_url_for_customer: named,
          },
        },
      ],
    });
    await clock.advance(DAY + HOUR);
    await clock.runUntil(ask());

    expect(asked().map(({ url }) => new URL(url).host)).toEqual([host]);
    expect(asked()[0]?.headers['authorization']).toBe('Bearer a2');
  });

  it.each<[string, () => OAuthConnection | null]>([
    ['ended', () => null],
    ['made anew', () => ({ ...connected, id: 'second', accessToken: 'anew', refreshToken: 'new' })],
  ])('of a connection that is %s in the meantime does not change that', async (_, now) => {
    const { clock, ask, asked, store, changes } = setUp({
      tokens: [
        () => {
          const stored = now();
          if (stored === null) store.kept.delete('acme');
          else store.kept.set('acme', stored);
          return Promise.resolve({ body: { access_token: 'a2', refresh_token: 'r2' } });
        },
      ],
    });
    await clock.advance(DAY + HOUR);

    expect(await failureOf(clock.runUntil(ask()))).toMatchObject({
      message: expect.stringContaining('is not connected'),
    });
    expect(store.kept.get('acme') ?? null).toEqual(now());
    expect([asked(), changes]).toEqual([[], []]);
  });

  it('that is refused while the company is connected again does not revoke the new connection', async () => {
    const anew = { ...connected, id: 'second', accessToken: 'anew', refreshToken: 'new' };
    const { clock, ask, store, changes } = setUp({
      tokens: [
        () => {
          store.kept.set('acme', anew);
          return Promise.resolve(GRANT);
        },
      ],
    });
    await clock.advance(DAY + HOUR);
    await failureOf(clock.runUntil(ask()));

    expect(store.kept.get('acme')).toEqual(anew);
    expect(changes).toEqual([]);
  });

  it('that cannot be stored is dropped when the company was connected again', async () => {
    const anew = { ...connected, id: 'second', accessToken: 'anew', refreshToken: 'new' };
    const { clock, ask, store } = setUp({
      tokens: [
        () => {
          store.isAway = true;
          return Promise.resolve({});
        },
      ],
    });
    await clock.advance(DAY + HOUR);
    await clock.runUntil(ask());
    store.isAway = false;
    store.kept.set('acme', anew);
    await clock.advance(5 * SECOND);

    expect(store.kept.get('acme')).toEqual(anew);
  });

  it('restores a connection that another instance found revoked, as soon as it can be stored', async () => {
    const { clock, ask, store } = setUp({
      tokens: [
        () => {
          store.isAway = true;
          return Promise.resolve({});
        },
      ],
    });
    await clock.advance(DAY + HOUR);
    await clock.runUntil(ask());
    store.isAway = false;
    store.kept.set('acme', { ...connected, revokedAt: clock.now() });
    await clock.advance(5 * SECOND);

    expect(store.kept.get('acme')).toMatchObject({ accessToken: 'access-2', revokedAt: null });
  });

  it('is awaited when the gateway stops', async () => {
    const gate = later();
    const { clock, ask, credentials, store } = setUp({ tokens: [gate.respond] });
    await clock.advance(DAY - 4 * MINUTE);
    await ask();
    let isClosed = false;
    const closing = credentials.close().then(() => (isClosed = true));
    await settle();
    expect(isClosed).toBe(false);

    gate.answer({ body: { access_token: 'a2', refresh_token: 'r2', expires_in: 3600 } });
    await closing;
    expect(store.kept.get('acme')).toMatchObject({ refreshToken: 'r2' });
  });

  it('that could not be stored is stored when the gateway stops', async () => {
    const { clock, ask, credentials, store } = setUp({
      tokens: [
        () => {
          store.isAway = true;
          return Promise.resolve({});
        },
      ],
    });
    await clock.advance(DAY + HOUR);
    await clock.runUntil(ask());
    store.isAway = false;
    await credentials.close();

    expect(store.kept.get('acme')).toMatchObject({ accessToken: 'access-2' });
    expect(clock.pending).toBe(0);
  });

  it.each<[string, WireAnswer, 'revoked' | 'not revoked']>([
    ['text alone', { status: 400, body: 'Refresh token code is invalid' }, 'revoked'],
    ['words in a list', { status: 400, body: { errors: ['The code has expired.'] } }, 'revoked'],
    [
      'a code for something else',
      {
        status: 400,
        body: {
          error: 'invalid_request',
          error_description: 'The refresh token is invalid or missing.',
        },
      },
      'not revoked',
    ],
    ['no words', { status: 400, body: {} }, 'not revoked'],
    ['its own app', { status: 401, body: {} }, 'not revoked'],
    ['addresses', { status: 403, body: 'Forbidden' }, 'not revoked'],
  ])('that Gong refuses for %s', async (_, answer, expected) => {
    const { clock, ask, changes, renewals } = setUp({ tokens: [answer] });
    await clock.advance(DAY + HOUR);
    const failure = await failureOf(clock.runUntil(ask()));
    await failureOf(clock.runUntil(ask()));

    expect(failure).toMatchObject({ kind: 'bad-credentials' });
    expect(changes.some(({ revokedAt }) => revokedAt !== null)).toBe(expected === 'revoked');
    // Nor is it tried for every request.
    expect(renewals()).toBe(1);
  });

  it('says what to do when Gong refuses the app or its IP address', async () => {
    for (const [status, words] of [
      [401, 'GONG_OAUTH_CLIENT_SECRET'],
      [403, 'both lists of the app'],
    ] as const) {
      const { clock, ask } = setUp({ tokens: [{ status, body: {} }] });
      await clock.advance(DAY + HOUR);
      expect(await failureOf(clock.runUntil(ask()))).toMatchObject({
        message: expect.stringContaining(words),
      });
    }
  });

  it('by another instance is compared by its revision, not by its clock', async () => {
    const { clock, credentials } = setUp();
    const theirs = { ...connected, accessToken: 'theirs', revision: 1, issuedAt: NOW - HOUR };
    credentials.adopt(theirs);
    expect(credentials.latest().authorization).toBe('Bearer theirs');
    credentials.adopt({ ...connected, issuedAt: NOW + HOUR });
    expect(credentials.latest().authorization).toBe('Bearer theirs');
    credentials.adopt({ ...theirs, id: 'another', accessToken: 'other', revision: 9 });
    expect(credentials.latest().authorization).toBe('Bearer theirs');

    credentials.adopt({ ...theirs, revokedAt: clock.now() });
    await expect(credentials.ready()).rejects.toThrow('no longer accepts the connection');
  });

  it('that another instance finished during the wait for the lock is not repeated', async () => {
    const { clock, ask, store, renewals, asked } = setUp();
    await clock.advance(DAY + HOUR);
    const lock = store.lock.bind(store);
    store.lock = async (tenant) => {
      const got = await lock(tenant);
      const renewed = { ...connected, accessToken: 'theirs', revision: 1 };
      store.kept.set('acme', { ...renewed, expiresAt: clock.now() + DAY });
      return got;
    };
    await clock.runUntil(ask());

    expect(renewals()).toBe(0);
    expect(asked()[0]?.headers['authorization']).toBe('Bearer theirs');
  });

  it('is stored with up to 3 attempts', async () => {
    const { clock, ask, store } = setUp();
    await clock.advance(DAY + HOUR);
    const replace = store.replace.bind(store);
    let attempts = 0;
    store.replace = (...states) => {
      attempts += 1;
      if (attempts < 3) return Promise.reject(new StoreUnavailableError('It is away.'));
      return replace(...states);
    };
    await clock.runUntil(ask());

    expect(attempts).toBe(3);
    expect(store.kept.get('acme')).toMatchObject({ accessToken: 'access-2' });
  });

  it('is awaited when little time is left', async () => {
    const { clock, ask, asked } = setUp();
    await clock.advance(DAY - 50 * SECOND);
    await clock.runUntil(ask());

    expect(asked()[0]?.headers['authorization']).toBe('Bearer access-2');
  });

  it('without effect is repeated at longer and longer intervals', async () => {
    const { clock, ask, renewals } = setUp({ api: [REFUSED] });
    const after: number[] = [];
    for (let minute = 0; minute < 60; minute += 1) {
      await failureOf(clock.runUntil(ask()));
      if (renewals() > after.length) after.push(minute);
      await clock.advance(MINUTE);
    }

    expect(after).toEqual([0, 1, 3, 7, 15, 31]);
  });

  it('of a connection that was ended in the meantime does not begin', async () => {
    const { clock, ask, renewals, store } = setUp();
    await clock.advance(DAY + HOUR);
    store.kept.clear();

    expect(await failureOf(clock.runUntil(ask()))).toMatchObject({
      message: expect.stringContaining('is not connected to Gong'),
    });
    expect(renewals()).toBe(0);
  });
});
