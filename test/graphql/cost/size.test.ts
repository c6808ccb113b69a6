import { describe, expect, it, jest } from '@jest/globals';
import { isObjectType } from 'graphql';
import { estimate, schema } from './support.js';

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

/** Far beyond any operation here: work that multiplies fails instead of going on for ever. */
const MAX_LOOKUPS = 200_000;
/** Most that twice the length may cost, with a little for what every estimate costs. */
const SQUARE = 4.2;

/** How often the work looks into a type of the schema: its size, on any machine. */
function lookupsOf(work: () => unknown): number {
  let lookups = 0;
  const spies = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type))
    .map((type) => {
      const fields = type.getFields();
      return jest.spyOn(type, 'getFields').mockImplementation(() => {
        lookups += 1;
        if (lookups > MAX_LOOKUPS) throw new Error('The work multiplies.');
        return fields;
      });
    });
  try {
    work();
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return lookups;
}

describe('The estimate of a nested operation', () => {
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
  ])('takes time that grows with the square of its length at most, doubling by %s', (_, spread) => {
    const work = (count: number): number =>
      lookupsOf(() => {
        expect(estimate(chain(count, spread), { isValid: true }).narrow).not.toEqual([]);
      });

    expect(work(60)).toBeLessThanOrEqual(SQUARE * work(30));
  });

  it('does not multiply the parts of a call', () => {
    const aliases = (count: number, text: (index: number) => string): string =>
      Array.from({ length: count }, (_, index) => text(index)).join(' ');
    const work = (width: number): number => {
      const query = `{ call(id: 1) { ${aliases(width, (a) => `a${a}: interaction { ...i }`)} } }
      fragment i on CallInteraction { ${aliases(width, (b) => `b${b}: speakers { ...s }`)} }
      fragment s on CallSpeaker { ${aliases(width, (c) => `c${c}: party { ...p }`)} }
      fragment p on Party { ${aliases(width, (d) => `d${d}: user { name }`)} }`;
      return lookupsOf(() => estimate(query, { isValid: true }));
    };

    expect(work(40)).toBeLessThanOrEqual(SQUARE * work(20));
  });

  it('has no maximum beyond a number of levels', () => {
    const deep = (depth: number): number =>
      lookupsOf(() =>
        estimate(`{ user(id: 1) ${'{ manager '.repeat(depth)}{ name }${'}'.repeat(depth)} }`, {
          isValid: true,
        }),
      );
    const wide = estimate(
      chain(200, (next) => `manager { ${next} manager { ${next} directReports { ${next} } } }`),
      { isValid: true },
    );

    expect(wide.max).toBeNull();
    expect(deep(1000)).toBeLessThanOrEqual(SQUARE * deep(500));
  });
});
