/** Looked up once: global names are slow in the contexts that tests run in, and these are used millions of times. */
const { floor, imul } = Math;

/**
 * A stream of reproducible chance. Everything the sandbox invents comes from one of these, so the same
 * seed always gives the same company.
 */
export interface Random {
  /** A number from 0 (included) to 1 (excluded). */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  integer(min: number, max: number): number;
  /** True with the given probability (0 to 1). */
  chance(probability: number): boolean;
  /** One of the items, which must not be empty. */
  pick<T>(items: readonly T[]): T;
  /** Up to `count` different items, in random order. */
  sample<T>(items: readonly T[], count: number): T[];
}

/**
 * Chance derived from any number of keys, so that each part of the data has a stream of its own:
 * the transcript of a call is the same whether or not its parties were looked at before.
 */
export const createRandom = (...keys: readonly (string | number)[]): Random => {
  let state = hash(keys.join('\u0000'));
  const next = (): number => {
    // Mulberry32: 32 bits of state are plenty for test data.
    state = (state + 0x6d2b79f5) | 0;
    let mixed = imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (min: number, max: number): number => min + floor(next() * (max - min + 1));
  return {
    next,
    integer,
    chance: (probability) => next() < probability,
    pick: (items) => itemAt(items, integer(0, items.length - 1)),
    sample: (items, count) => {
      const left = [...items];
      const chosen = [];
      while (left.length > 0 && chosen.length < count) {
        chosen.push(...left.splice(integer(0, left.length - 1), 1));
      }
      return chosen;
    },
  };
};

/**
 * A maker of distinct ids as Gong writes them: decimal strings of 18 or 19 digits, beyond 2^53 (so that
 * a client which turns them into numbers is found out) and below 2^63.
 */
export const createIdMaker = (random: Random): (() => string) => {
  const used = new Set<string>();
  return () => {
    for (;;) {
      const head = random.integer(100_000_000, 9_199_999_999);
      const tail = random.integer(0, 999_999_999);
      const id = `${head}${String(tail).padStart(9, '0')}`;
      if (!used.has(id)) {
        used.add(id);
        return id;
      }
    }
  };
};

const itemAt = <T>(items: readonly T[], index: number): T => {
  if (items.length === 0) throw new RangeError('Cannot pick from an empty list.');
  return items[index] as T;
};

/** FNV-1a over UTF-16 units: short, and good enough to keep streams apart. */
const hash = (text: string): number => {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value | 0;
};
