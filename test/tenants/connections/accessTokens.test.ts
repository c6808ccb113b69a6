import { describe, expect, it } from '@jest/globals';
import { createCaller, type WireAnswer } from '../../gong/support.js';
import { settle } from '../../support/clock.js';
import { SECOND, MINUTE, HOUR, DAY, isToken, setUp, failureOf } from './oauthSupport.js';

const REFUSED: WireAnswer = { status: 401, body: { errors: ['The access token has expired.'] } };

describe('an access token', () => {
  it('is sent to the company’s own host as a bearer token', async () => {
    const { ask, asked, renewals } = setUp();
    await ask();

    expect(asked()).toMatchObject([
      {
        url: 'https://company-17.api.gong.io/v2/workspaces',
        headers: { authorization: 'Bearer access-1' },
      },
    ]);
    expect(renewals()).toBe(0);
  });

  it('is renewed before it expires, while requests use it', async () => {
    const { clock, ask, asked, renewals, wire } = setUp();
    await clock.advance(DAY - 4 * MINUTE);
    await ask();
    await settle();

    expect(asked()[0]?.headers['authorization']).toBe('Bearer access-1');
    expect(renewals()).toBe(1);
    expect(wire.sent.find(({ url }) => isToken(url))).toMatchObject({
      method: 'POST',
      url: 'https://app.gong.io/oauth2/generate-customer-token?grant_type=refresh_token&refresh_token=refresh-1',
      headers: { authorization: `Basic ${Buffer.from('app:app-secret').toString('base64')}` },
    });

    await ask();
    expect(asked()[1]?.headers['authorization']).toBe('Bearer access-2');
    expect(renewals()).toBe(1);
  });

  it('is not renewed earlier than that', async () => {
    const { clock, ask, renewals } = setUp();
    await clock.advance(DAY - 6 * MINUTE);
    await ask();
    await settle();

    expect(renewals()).toBe(0);
  });

  it('that expired is renewed once for all waiting requests', async () => {
    const { clock, ask, asked, renewals } = setUp();
    await clock.advance(DAY + HOUR);
    await clock.runUntil(Promise.all(Array.from({ length: 20 }, () => ask())));

    expect(renewals()).toBe(1);
    expect(new Set(asked().map(({ headers }) => headers['authorization']))).toEqual(
      new Set(['Bearer access-2']),
    );
  });

  it('is renewed once by several instances', async () => {
    const { all, clock, ask, asked, renewals } = setUp({ gateways: 3 });
    await clock.advance(DAY + HOUR);
    await clock.runUntil(
      Promise.all(all.flatMap(({ client }) => Array.from({ length: 7 }, () => ask(client)))),
    );

    expect(renewals()).toBe(1);
    expect(asked()).toHaveLength(21);
    expect(asked().every(({ headers }) => headers['authorization'] === 'Bearer access-2')).toBe(
      true,
    );
  });

  it('is stored before it is used', async () => {
    const { clock, ask, asked, store } = setUp();
    await clock.advance(DAY + HOUR);
    const replace = store.replace.bind(store);
    let isStored: () => void = () => undefined;
    const stored = new Promise<void>((resolve) => (isStored = resolve));
    store.replace = async (...states) => {
      await stored;
      return replace(...states);
    };

    const asking = ask();
    await settle();
    expect(asked()).toEqual([]);
    isStored();
    await clock.runUntil(asking);

    expect(asked()).toHaveLength(1);
    expect(store.kept.get('acme')).toMatchObject({
      accessToken: 'access-2',
      refreshToken: 'refresh-2',
      id: 'first',
    });
  });

  it('that Gong no longer accepts is renewed, and the request is sent again', async () => {
    const { clock, ask, asked, renewals } = setUp({
      api: [(header) => (header === 'Bearer access-1' ? REFUSED : { body: { requestId: 'x' } })],
    });
    await clock.advance(HOUR);
    await clock.runUntil(Promise.all([ask(), ask(), ask()]));

    expect(renewals()).toBe(1);
    expect(asked()).toHaveLength(6);
  });

  it('that is refused although it is new is renewed once, which shows whether it was revoked', async () => {
    const { clock, ask, renewals } = setUp({ api: [REFUSED] });
    await clock.advance(SECOND);
    for (let time = 0; time < 3; time += 1) {
      const failure = await failureOf(clock.runUntil(ask()));
      expect(failure).toMatchObject({ kind: 'bad-credentials', status: 401 });
    }
    expect(renewals()).toBe(1);
  });

  it('is renewed once for 20 requests that Gong refuses at once, and each is sent again', async () => {
    const { clock, ask, asked, renewals } = setUp({
      api: [(header) => (header === 'Bearer access-1' ? REFUSED : { body: { requestId: 'x' } })],
    });
    await clock.advance(5 * SECOND);
    await clock.runUntil(Promise.all(Array.from({ length: 20 }, () => ask())));

    expect([renewals(), asked().length]).toEqual([1, 40]);
  });

  it('is renewed at once, however new it is, when Gong had accepted it', async () => {
    const valid = new Set(['Bearer access-1']);
    const { clock, ask, renewals } = setUp({
      api: [(header) => (valid.has(header) ? { body: { requestId: 'x' } } : REFUSED)],
    });
    for (let time = 1; time <= 10; time += 1) {
      await clock.runUntil(ask());
      valid.clear();
      valid.add(`Bearer access-${time + 1}`);
      await clock.advance(5 * SECOND);
      await clock.runUntil(ask());
      expect(renewals()).toBe(time);
    }
  });

  it('is not renewed endlessly when Gong refuses each new one', async () => {
    const { clock, ask, renewals } = setUp({ api: [REFUSED] });
    await clock.advance(5 * SECOND);
    const asks = (): Promise<unknown>[] => Array.from({ length: 20 }, () => failureOf(ask()));
    for (let second = 0; second < 50; second += 1) {
      for (const failure of await clock.runUntil(Promise.all(asks()))) {
        expect(failure).toMatchObject({ kind: 'bad-credentials', status: 401 });
      }
      await clock.advance(SECOND);
    }
    expect(renewals()).toBe(1);
  });

  it('is not renewed endlessly when Gong refuses one kind of request', async () => {
    const { clock, client, ask, wire, renewals } = setUp({
      api: [() => (wire.sent.at(-1)?.url.endsWith('/v2/users') ? REFUSED : {})],
    });
    await clock.advance(5 * SECOND);
    for (let second = 0; second < 50; second += 1) {
      await clock.runUntil(ask());
      const { caller } = createCaller(clock);
      const users = client.read({ operation: 'listUsers' }, caller);
      expect(await failureOf(clock.runUntil(users))).toMatchObject({ kind: 'bad-credentials' });
      await clock.advance(SECOND);
    }
    expect(renewals()).toBe(1);
  });

  it('that another instance renewed is used, even when this instance may not renew it', async () => {
    const { clock, ask, store, asked, renewals } = setUp({
      api: [(header) => (header === 'Bearer theirs' ? { body: { requestId: 'x' } } : REFUSED)],
    });
    await failureOf(clock.runUntil(ask()));
    const kept = store.kept.get('acme');
    if (kept?.kind !== 'oauth') throw new Error('It is not connected.');
    store.kept.set('acme', { ...kept, accessToken: 'theirs', revision: kept.revision + 1 });
    await clock.runUntil(ask());

    expect(renewals()).toBe(1);
    expect(asked().at(-1)?.headers['authorization']).toBe('Bearer theirs');
  });

  it('is renewed only once for a request that is refused again', async () => {
    const { clock, ask, asked, renewals } = setUp({ api: [REFUSED] });
    await clock.advance(HOUR);

    expect(await failureOf(clock.runUntil(ask()))).toMatchObject({ kind: 'bad-credentials' });
    expect([renewals(), asked().length]).toEqual([1, 2]);
  });

  it.each<[string, WireAnswer]>([
    [
      'lacks a scope',
      {
        status: 401,
        body: { errors: ["You don't have permission to use 'api:workspaces:read' in your app."] },
      },
    ],
    ['comes from a wrong address', { status: 403, body: { errors: ['Forbidden.'] } }],
  ])('is not renewed when it %s', async (_, answer) => {
    const { clock, ask, renewals } = setUp({ api: [answer] });
    await clock.advance(HOUR);
    await failureOf(ask());

    expect(renewals()).toBe(0);
  });

  it('is renewed for a write that Gong did not apply', async () => {
    const { clock, client, asked, renewals } = setUp({
      api: [(header) => (header === 'Bearer access-1' ? REFUSED : { body: { requestId: 'x' } })],
    });
    await clock.advance(HOUR);
    const { caller } = createCaller(clock);
    await clock.runUntil(client.write({ operation: 'addMeeting', body: {} }, caller));

    expect([renewals(), asked().length]).toEqual([1, 2]);
  });
});
