import { describe, expect, it } from '@jest/globals';
import { later } from '../gong/support.js';
import { settle } from '../support/clock.js';
import { badIds, numbers, setUp } from './recordReadsSupport.js';

describe('one request for records by ID', () => {
  it('contains all keys of one call', async () => {
    const { load, scope, askedIds } = setUp();

    const items = await load(['3', '1', '2'], scope());

    expect(items.map((item) => item?.id)).toEqual(['3', '1', '2']);
    expect(askedIds()).toEqual([['3', '1', '2']]);
  });

  it('contains all keys that joined before its slot', async () => {
    const { clock, load, scope, askedIds } = setUp({ requestsPerSecond: 1 });
    const operation = scope();
    void load(['1'], operation);
    void load(['2'], operation);
    await clock.advance(500);

    await clock.runUntil(load(['3', '2', '4'], operation));

    expect(askedIds()).toEqual([['1'], ['2', '3', '4']]);
    expect(operation).toMatchObject({ requests: 2, shared: 0, waitedMs: 1000 });
  });

  it('selects the union of the selections', async () => {
    const { clock, load, scope, asked } = setUp({ requestsPerSecond: 1 });
    void load(['0'], scope());
    void load(['1'], scope(), ['b']);
    void load(['2'], scope(), ['a']);

    const [item] = await clock.runUntil(load(['1'], scope(), ['c']));

    expect(asked()[1]).toEqual({ ids: ['1', '2'], parts: ['a', 'b', 'c'] });
    expect(item?.parts).toEqual(['a', 'b', 'c']);
    expect(asked()).toHaveLength(2);
  });

  it.each([
    [99, [99]],
    [100, [100]],
    [101, [100, 1]],
    [250, [100, 100, 50]],
  ])('contains at most 100 IDs: %i of them', async (count, sizes) => {
    const { load, scope, askedIds } = setUp();
    const operation = scope();

    const items = await load(numbers(count), operation);

    expect(items.map((item) => item?.id)).toEqual(numbers(count));
    expect(askedIds().map((ids) => ids.length)).toEqual(sizes);
    expect(operation.requests).toBe(sizes.length);
  });

  it('is filled with keys that join while it waits', async () => {
    const { clock, load, scope, askedIds } = setUp({ requestsPerSecond: 1 });
    void load(['x'], scope());
    void load(numbers(60), scope());
    void load(numbers(90).slice(60), scope());

    await clock.runUntil(load(numbers(120).slice(90), scope()));

    expect(askedIds().map((ids) => ids.length)).toEqual([1, 100, 20]);
  });

  it('resolves both readers of one ID', async () => {
    const { load, scope, askedIds } = setUp();

    const items = await load(['1', '1'], scope());

    expect(items).toEqual([
      { id: '1', parts: [] },
      { id: '1', parts: [] },
    ]);
    expect(askedIds()).toEqual([['1']]);
  });
});

describe('an ID in flight', () => {
  it('is not requested again by any operation', async () => {
    const { answer, respond } = later();
    const { load, scope, askedIds } = setUp({ answer: respond });
    const [one, two] = [scope(), scope()];
    const first = load(['1', '2'], one);
    await settle();
    const second = load(['2'], two);
    const again = load(['1'], one);
    answer({ body: { items: [{ id: '2' }, { id: '1' }] } });

    const ids = (await Promise.all([first, second, again])).map((items) => items.map((i) => i?.id));

    expect(ids).toEqual([['1', '2'], ['2'], ['1']]);
    expect(askedIds()).toEqual([['1', '2']]);
    expect([one, two].map(({ requests, shared }) => [requests, shared])).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  it('counts as shared once, however many IDs an operation waits for', async () => {
    const { answer, respond } = later();
    const { load, scope } = setUp({ answer: respond });
    const other = scope();
    const first = load(['1', '2', '3'], scope());
    await settle();
    void load(['1', '2'], other);
    const last = load(['3'], other);
    answer({ body: { items: [] } });

    await Promise.all([first, last]);

    expect([other.requests, other.shared]).toEqual([0, 1]);
  });

  it('is requested again for a wider selection', async () => {
    const { answer, respond } = later();
    const { load, scope, asked } = setUp({
      answer: ({ parts }) => (parts.includes('b') ? null : respond()),
    });
    const first = load(['1'], scope(), ['a']);
    await settle();
    const [wider] = await load(['1'], scope(), ['b']);
    const third = load(['1'], scope(), ['a']);
    answer({ body: { items: [{ id: '1', parts: ['a'] }] } });

    expect(wider).toEqual({ id: '1', parts: ['b'] });
    expect((await first)[0]?.parts).toEqual(['a']);
    expect((await third)[0]?.parts).toEqual(['a']);
    expect(asked().map(({ parts }) => parts)).toEqual([['a'], ['b'], ['a']]);
  });

  it('is requested again after its response', async () => {
    const { load, scope, askedIds } = setUp();
    await load(['1'], scope());

    await load(['1'], scope());

    expect(askedIds()).toEqual([['1'], ['1']]);
  });

  it('charges its request to the first operation and shares it with the others', async () => {
    const { clock, load, scope } = setUp({ requestsPerSecond: 1 });
    const [blocker, one, two] = [scope(), scope(), scope()];
    void load(['0'], blocker);
    void load(['1'], one);

    await clock.runUntil(load(['2'], two));

    expect([one.requests, one.shared, one.waitedMs]).toEqual([1, 0, 1000]);
    expect([two.requests, two.shared, two.waitedMs]).toEqual([0, 1, 1000]);
  });

  it('charges every retry to the operation that started it', async () => {
    const answers = [{ status: 500 }, { status: 503 }];
    const { clock, load, scope } = setUp({ answer: () => answers.shift() ?? null });
    const [one, two] = [scope(), scope()];
    void load(['1'], one);

    await clock.runUntil(load(['1'], two));

    expect([one.requests, one.shared]).toEqual([3, 0]);
    expect([two.requests, two.shared]).toEqual([0, 3]);
  });
});

describe('a response', () => {
  it('gives null for a missing item', async () => {
    const { load, scope } = setUp({ answer: () => ({ body: { items: [{ id: '2' }] } }) });

    const items = await load(['1', '2'], scope());

    expect(items).toEqual([null, { id: '2' }]);
  });

  it('is followed by its further pages', async () => {
    const { load, scope, asked } = setUp({
      answer: ({ cursor }) =>
        cursor === undefined
          ? { body: { items: [{ id: '1' }], cursor: 'more' } }
          : { body: { items: [{ id: '2' }] } },
    });
    const operation = scope();

    const items = await load(['1', '2'], operation, ['a']);

    expect(items).toEqual([{ id: '1' }, { id: '2' }]);
    expect(asked()).toEqual([
      { ids: ['1', '2'], parts: ['a'] },
      { ids: ['1', '2'], parts: ['a'], cursor: 'more' },
    ]);
    expect(operation.requests).toBe(2);
  });

  it('is not followed further after a page without new items', async () => {
    const { load, scope, asked } = setUp({
      answer: ({ cursor = '' }) => ({ body: { items: [{ id: '1' }], cursor: `${cursor}more` } }),
    });

    const items = await load(['1', '2'], scope());

    expect(items).toEqual([{ id: '1' }, null]);
    expect(asked().map(({ cursor }) => cursor)).toEqual([undefined, 'more']);
  });

  it('is not followed further once every ID was found', async () => {
    const { load, scope, askedIds } = setUp({
      answer: () => ({ body: { items: [{ id: '1' }], cursor: 'more' } }),
    });

    await load(['1'], scope());

    expect(askedIds()).toEqual([['1']]);
  });

  it.each([
    [
      'the 404 of an empty result',
      { status: 404, body: { errors: ['No users found corresponding to the provided filters'] } },
    ],
    ['an unknown single id', { status: 404, body: { errors: ['User ID 1 was not found'] } }],
    [
      'a call that is not ready yet',
      { status: 409, body: { errors: ['Call 1 is not ready yet'] } },
    ],
    ['a malformed single id', badIds],
  ])('is null for %s', async (_, answer) => {
    const { load, scope, askedIds } = setUp({ answer: () => answer });

    const items = await load(['1'], scope());

    expect(items).toEqual([null]);
    expect(askedIds()).toEqual([['1']]);
  });
});
