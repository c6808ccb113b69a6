import { describe, expect, it } from '@jest/globals';
import { walkByChance } from './scenes.js';

/** Walks of walks.test.ts first, then further ones; `LONG_WALKS` sets how many, `LONG_WALKS_FROM` the first seed. */
const count = Number(process.env['LONG_WALKS'] ?? 1500);
const from = Number(process.env['LONG_WALKS_FROM'] ?? 1);
const BATCH = 50;

describe('A walk through any list, whatever happens on the way', () => {
  const batches = Array.from(
    { length: Math.ceil(count / BATCH) },
    (_, index) => from + index * BATCH,
  );

  it.each(batches)(
    'gets further with each page, repeats no request, and is complete: 50 seeds from %i on',
    async (first) => {
      for (let seed = first; seed < Math.min(first + BATCH, from + count); seed += 1) {
        try {
          await walkByChance(seed);
        } catch (error) {
          throw new Error(`Seed ${seed}`, { cause: error });
        }
      }
      expect(first).toBeGreaterThan(0);
    },
    600_000,
  );
});
