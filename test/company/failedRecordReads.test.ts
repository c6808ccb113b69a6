import { describe, expect, it } from '@jest/globals';
import type { GongError } from '../../src/gong/errors.js';
import { later } from '../gong/support.js';
import { settle } from '../support/clock.js';
import { badIds, down, numbers, setUp, type Setting } from './recordReadsSupport.js';

describe('a batch that Gong refuses because of an ID', () => {
  const refusing = (bad: readonly string[]): Setting => ({
    answer: ({ ids }) => (ids.some((id) => bad.includes(id)) ? badIds : null),
  });

  it('is halved until the bad ID is alone, and the rest is one request', async () => {
    const { load, scope, askedIds } = setUp(refusing(['3']));
    const operation = scope();

    const items = await load(['1', '2', '3', '4', '5'], operation);

    expect(items.map((item) => item?.id)).toEqual(['1', '2', undefined, '4', '5']);
    expect(askedIds()).toEqual([
      ['1', '2', '3', '4', '5'],
      ['1', '2', '3'],
      ['1', '2'],
      ['4', '5'],
    ]);
    expect(operation.requests).toBe(4);
  });

  it.each<[string, string[], number]>([
    ['the first', ['1'], 8],
    ['the 37th', ['37'], 8],
    ['the 64th', ['64'], 8],
    ['the 99th', ['99'], 8],
    ['the last', ['100'], 7],
    ['two side by side', ['50', '51'], 15],
    ['two far apart', ['1', '100'], 15],
    ['three', ['7', '50', '93'], 22],
    ['every tenth', numbers(100).filter((id) => id.endsWith('0')), 61],
    ['every second', numbers(100).filter((id) => Number(id) % 2 === 0), 168],
    ['all', numbers(100), 134],
  ])('does not fail the other IDs, in few requests: %s', async (_, bad, further) => {
    const { load, scope, askedIds } = setUp(refusing(bad));
    const operation = scope();

    const items = await load(numbers(100), operation);

    const expected = numbers(100).map((id) => (bad.includes(id) ? undefined : id));
    expect(items.map((item) => item?.id)).toEqual(expected);
    expect(operation.requests).toBe(1 + further);
    expect(new Set(askedIds().map((ids) => ids.join())).size).toBe(1 + further);
  });

  it('costs at most 8 further requests for one bad ID in 100, at any position', async () => {
    for (const bad of numbers(100)) {
      const { load, scope } = setUp(refusing([bad]));
      const operation = scope();

      await load(numbers(100), operation);

      expect(operation.requests).toBeLessThanOrEqual(1 + 8);
    }
  });

  it('requests each bad ID alone, or among few where it must be the cause', async () => {
    let refusals = 0;
    const { load, scope } = setUp({
      // Whatever it was, it went by.
      answer: () => ((refusals += 1) === 1 ? badIds : null),
    });

    const items = await load(numbers(100), scope());

    expect(items.map((item) => item?.id)).toEqual(numbers(100));
  });

  it('is halved when one record is not ready', async () => {
    const notReady = { status: 400, body: { requestId: 'r', errors: ['Call 3 is not ready yet'] } };
    const { load, scope } = setUp({
      answer: ({ ids }: { ids: readonly string[] }) => (ids.includes('3') ? notReady : null),
    });

    const items = await load(['1', '2', '3', '4'], scope());

    expect(items.map((item) => item?.id)).toEqual(['1', '2', undefined, '4']);
  });

  it('reports what Gong says of each ID', async () => {
    const told: [string, unknown][] = [];
    const { load, scope } = setUp({
      change: {
        onRefused: (id, said) => {
          told.push([id, (said as GongError).messages[0]]);
        },
      },
      answer: ({ ids }) => {
        const [bad] = ids.filter((id) => ['2', '6'].includes(id));
        const error = `Call ID ${bad} ${bad === '2' ? 'is not ready yet' : 'was not found'}`;
        return bad === undefined ? null : { status: 404, body: { errors: [error] } };
      },
    });

    await load(numbers(8), scope());

    expect(told).toEqual([
      ['2', 'Call ID 2 is not ready yet'],
      ['6', 'Call ID 6 was not found'],
    ]);
  });

  it('is not divided after a 404 that mentions no ID, and no record is reported as missing', async () => {
    const unknown: string[] = [];
    const { load, scope, asked } = setUp({
      change: {
        onRefused: (id) => {
          unknown.push(id);
        },
      },
      answer: () => ({ status: 404, body: { requestId: 'r', errors: ['Not Found'] } }),
    });

    await expect(load(numbers(40), scope())).rejects.toMatchObject({ kind: 'not-found' });

    expect(asked()).toHaveLength(1);
    expect(unknown).toEqual([]);
  });

  it('fails for the remaining IDs after another failure, and requests no more', async () => {
    const { clock, load, scope, askedIds } = setUp({
      requestsPerSecond: 1,
      answer: ({ ids }) => (ids.length > 2 ? badIds : ids.includes('4') ? down : null),
    });
    const operation = scope();
    void load(['0'], operation);
    const loads = ['1', '2', '3', '4', '5'].map((id) => load([id], operation));

    const results = await clock.runUntil(Promise.allSettled(loads));

    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
      'rejected',
    ]);
    expect(askedIds().slice(1)).toEqual([
      ['1', '2', '3', '4', '5'],
      ['1', '2', '3'],
      ['1', '2'],
      ['4', '5'],
    ]);
  });
});

describe('a failed batch', () => {
  it('rejects all operations that wait for it', async () => {
    const { clock, load, scope } = setUp({
      requestsPerSecond: 1,
      answer: ({ ids }) => (ids.includes('1') ? down : null),
    });
    void load(['0'], scope());
    const first = load(['1'], scope());
    const second = load(['2'], scope());

    await expect(clock.runUntil(first)).rejects.toMatchObject({ kind: 'bad-credentials' });
    await expect(second).rejects.toMatchObject({ kind: 'bad-credentials' });
  });

  it('does not affect the next read of the same ID', async () => {
    let isDown = true;
    const { clock, load, scope, askedIds } = setUp({ answer: () => (isDown ? down : null) });
    await expect(load(['1'], scope())).rejects.toThrow('Gong rejected the credentials: no');
    isDown = false;
    // So long, a refusal is believed.
    await clock.advance(15_000);

    const items = await load(['1'], scope());

    expect(items).toEqual([{ id: '1', parts: [] }]);
    expect(askedIds()).toEqual([['1'], ['1']]);
  });

  it('is retried once when something was learned from the failure', async () => {
    let learned = 0;
    const { load, scope, asked } = setUp({
      change: { learnFrom: () => (learned += 1) === 1 },
      answer: () => (learned === 0 ? { status: 409, body: { errors: ['no'] } } : null),
    });
    const operation = scope();

    const items = await load(['1', '2'], operation);

    expect(items.map((item) => item?.id)).toEqual(['1', '2']);
    expect(asked()).toHaveLength(2);
    expect(operation.requests).toBe(2);
  });

  it('fails only its own IDs when one half fails', async () => {
    const { load, scope } = setUp({
      answer: ({ ids }) => (ids.length > 2 ? badIds : ids.includes('4') ? down : null),
    });

    await expect(load(['1', '2', '3', '4'], scope())).rejects.toThrow(
      'Gong rejected the credentials',
    );
    expect(await load(['1'], scope())).toEqual([{ id: '1', parts: [] }]);
  });

  it('is reported as a bad response when its shape is wrong', async () => {
    const { load, scope } = setUp({ answer: () => ({ body: { items: 'none' } }) });

    await expect(load(['1'], scope())).rejects.toMatchObject({ kind: 'bad-response' });
  });

  it('fails at once when Gong requests a pause beyond every deadline', async () => {
    const { clock, load, scope, wire } = setUp({
      answer: () => ({ status: 429, headers: { 'retry-after': '60' } }),
    });
    await expect(load(['1'], scope())).rejects.toMatchObject({ kind: 'rate-limited' });

    const refused = load(['2', '3'], scope());

    await expect(refused).rejects.toMatchObject({ kind: 'rate-limited', retryAfterMs: 60_000 });
    expect(clock.monotonic()).toBe(0);
    expect(wire.sent).toHaveLength(1);
  });
});

describe('a batch size that shrinks while requests wait', () => {
  it('leaves no operation waiting without a request', async () => {
    let limit = 100;
    const { clock, load, scope, askedIds } = setUp({
      requestsPerSecond: 1,
      change: {
        max: () => limit,
        learnFrom: () => {
          const isNew = limit === 100;
          limit = 1;
          return isNew;
        },
      },
      answer: ({ ids }) => (ids.length > 1 ? down : null),
    });
    const ids = numbers(103);

    const items = await clock.runUntil(load(ids, scope(1_000_000)));

    expect(items.map((item) => item?.id)).toEqual(ids);
    expect(askedIds().filter(({ length }) => length === 1)).toHaveLength(103);
  });
});

describe('an operation that ends', () => {
  it('removes what it alone waited for from the queue', async () => {
    const { clock, load, scope, askedIds } = setUp({ requestsPerSecond: 1 });
    const [leaving, staying] = [scope(), scope()];
    void load(['0'], staying);
    const left = load(['1', '2'], leaving);
    const kept = load(['2', '3'], staying);

    leaving.close();

    await expect(left).rejects.toThrow('The operation has ended.');
    expect((await clock.runUntil(kept)).map((item) => item?.id)).toEqual(['2', '3']);
    expect(askedIds()).toEqual([['0'], ['2', '3']]);
    expect(leaving.requests).toBe(0);
  });

  it('gives its slot to the next request when nothing is left to send', async () => {
    const { clock, load, scope, wire } = setUp({ requestsPerSecond: 1 });
    const leaving = scope();
    void load(['0'], scope());
    void load(['1'], leaving);
    leaving.close();
    await clock.advance(5000);

    await clock.runUntil(load(['2'], scope()));

    expect(wire.times).toEqual([0, 5000]);
  });

  it('aborts a fetch that only it waits for', async () => {
    const { load, scope, wire } = setUp({ answer: later().respond });
    const leaving = scope();
    const left = load(['1'], leaving);
    await settle();

    leaving.close();

    await expect(left).rejects.toThrow('The operation has ended.');
    expect(wire.sent.map(({ signal }) => signal.aborted)).toEqual([true]);
  });

  it('does not abort a fetch that another operation waits for', async () => {
    const { answer, respond } = later();
    const { load, scope, wire } = setUp({ answer: respond });
    const leaving = scope();
    void load(['1'], leaving);
    await settle();
    const kept = load(['1'], scope());
    leaving.close();
    answer({ body: { items: [{ id: '1' }] } });

    expect(await kept).toEqual([{ id: '1' }]);
    expect(wire.sent.map(({ signal }) => signal.aborted)).toEqual([false]);
  });

  it('does not affect an operation that requests the same right after the abort', async () => {
    const { load, scope, askedIds } = setUp({
      answer: () => (askedIds().length === 1 ? later().respond() : null),
    });
    const leaving = scope();
    void load(['1'], leaving);
    await settle();
    leaving.close();

    const items = await load(['1'], scope());

    expect(items).toEqual([{ id: '1', parts: [] }]);
    expect(askedIds()).toEqual([['1'], ['1']]);
  });

  it('sends nothing once it has ended', async () => {
    const { load, scope, wire } = setUp();
    const ended = scope();
    ended.close();

    await expect(load(['1'], ended)).rejects.toThrow('The operation has ended.');
    expect(wire.sent).toEqual([]);
  });

  it('waits no longer than its own deadline', async () => {
    const { clock, load, scope } = setUp({ answer: later().respond });
    const patient = load(['1'], scope(10_000));
    await settle();
    const hasty = load(['1'], scope(2_000));

    await expect(clock.runUntil(hasty)).rejects.toMatchObject({ kind: 'deadline-exceeded' });
    expect(clock.monotonic()).toBe(2_000);
    await expect(clock.runUntil(patient)).rejects.toMatchObject({ kind: 'deadline-exceeded' });
    expect(clock.monotonic()).toBe(10_000);
  });
});
