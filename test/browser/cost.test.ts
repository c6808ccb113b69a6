import { describe, expect, it } from '@jest/globals';
import { costFacts, elapsedText, priceText } from '../../ui/graphiql/cost.js';

describe('the price in GraphiQL', () => {
  it.each([
    [{ min: 0, max: 0 }, 'no Gong request'],
    [{ min: 1, max: 1 }, '1 Gong request'],
    [{ min: 3, max: 9 }, '3 to 9 Gong requests'],
    [{ min: 0, max: 1 }, 'up to 1 Gong request'],
    [{ min: 2, max: null }, 'at least 2 Gong requests'],
    [{ min: 1, max: 1234 }, '1 to 1,234 Gong requests'],
  ])('says %j as "%s"', (estimate, text) => {
    expect(priceText(estimate)).toBe(text);
  });
});

describe('the cost of a run in GraphiQL', () => {
  const gong = { requests: 3, shared: 1, cacheHits: 120, waitedMs: 1100, remainingToday: 9712 };

  it('names requests, time, and what is left', () => {
    const facts = costFacts(gong, { elapsedMs: 2340, errors: 0 });

    expect(facts.map(({ text }) => text)).toEqual([
      '3 Gong requests',
      '1 shared',
      '120 from the cache',
      '2.3 s, of it 1.1 s waiting',
      '9,712 left today',
    ]);
  });

  it('warns of errors, of lists cut short, and of old data', () => {
    const incomplete = [{ path: ['calls'], code: 'DEADLINE_EXCEEDED' }];
    const stale = [{ path: ['workspaces', 0, 'name'] }, { path: ['users'] }];
    const facts = costFacts({ ...gong, incomplete, stale }, { elapsedMs: 10, errors: 2 });

    expect(facts.filter(({ isWarning }) => isWarning).map(({ text }) => text)).toEqual([
      '2 errors',
      'List cut short: calls (DEADLINE_EXCEEDED)',
      'Out of date: workspaces.0.name, users',
    ]);
  });

  it('says that nothing was requested when the gateway used neither Gong nor a cache', () => {
    const facts = costFacts(null, { elapsedMs: 90, errors: 0 });

    expect(facts).toEqual([{ text: 'No Gong request' }, { text: '0.1 s' }]);
  });

  it.each([
    [0, '0.0 s'],
    [59_900, '59.9 s'],
    [125_000, '2 min 5 s'],
  ])('says %d ms as "%s"', (ms, text) => {
    expect(elapsedText(ms)).toBe(text);
  });
});
