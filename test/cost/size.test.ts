import { describe, expect, it } from '@jest/globals';
import { budgets } from '../http/budgets.js';
import { estimate } from './support.js';

/** `count` fragments of users, each spreading the next one several times. */
function chain(count: number, spread: (next: string) => string): string {
  const fragments = Array.from(
    { length: count },
    (_, index) => `fragment f${index} on User { ${spread(`...f${index + 1}`)} }`,
  );
  return [
    '{ calls { nodes { primaryUser { ...f0 } } } }',
    ...fragments,
    `fragment f${count} on User { name }`,
  ].join('\n');
}

/** Milliseconds that the work takes. */
function timeOf(work: () => unknown): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}

describe('However an operation is nested', () => {
  it.each([
    ['aliases', (next: string) => `a: manager { ${next} } b: manager { ${next} }`],
    ['fields', (next: string) => `manager { ${next} } directReports { ${next} }`],
    [
      'ways of different lengths',
      (next: string) => `manager { ${next} directReports { ${next} } }`,
    ],
    [
      'lists',
      (next: string) =>
        `calls { nodes { primaryUser { ${next} } parties { user { ${next} } } } } manager { ${next} }`,
    ],
  ])('it is estimated at once, doubling by %s', (_, spread) => {
    const query = chain(60, spread);
    let result: ReturnType<typeof estimate> | null = null;

    const elapsed = timeOf(() => {
      result = estimate(query, { isValid: true });
    });

    expect(result).toMatchObject({ min: 1 });
    expect(elapsed).toBeLessThan(2000);
  });

  it('the parts of a call do not multiply either', () => {
    const aliases = (count: number, text: (index: number) => string): string =>
      Array.from({ length: count }, (_, index) => text(index)).join(' ');
    const query = `{ call(id: 1) { ${aliases(40, (a) => `a${a}: interaction { ...i }`)} } }
      fragment i on CallInteraction { ${aliases(40, (b) => `b${b}: speakers { ...s }`)} }
      fragment s on CallSpeaker { ${aliases(40, (c) => `c${c}: party { ...p }`)} }
      fragment p on Party { ${aliases(40, (d) => `d${d}: user { name }`)} }`;

    const elapsed = timeOf(() => estimate(query, { isValid: true }));

    expect(elapsed).toBeLessThan(500);
  });

  it('beyond all measure, nothing is said of the most', () => {
    const depth = 1000;
    const query = `{ user(id: 1) ${'{ manager '.repeat(depth)}{ name }${'}'.repeat(depth)} }`;
    const deep = timeOf(() => estimate(query, { isValid: true }));

    const wide = estimate(
      chain(200, (next) => `manager { ${next} manager { ${next} directReports { ${next} } } }`),
      { isValid: true },
    );

    expect(wide).toMatchObject({ min: 1, max: null });
    expect(deep).toBeLessThan(2000);
  });
});

describe('A usual operation', () => {
  it('is estimated in well under a millisecond', () => {
    const queries = budgets.filter(({ variables }) => variables === undefined);
    for (let count = 0; count < 50; count += 1) {
      for (const { query } of queries) estimate(query, { isValid: true });
    }

    const runs = 100;
    const elapsed = timeOf(() => {
      for (let count = 0; count < runs; count += 1) {
        for (const { query } of queries) estimate(query, { isValid: true });
      }
    });

    // With parsing, on a busy machine.
    expect(elapsed / runs / queries.length).toBeLessThan(1);
  });
});
