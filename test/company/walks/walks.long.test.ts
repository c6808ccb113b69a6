import { describe, expect, it } from '@jest/globals';
import { seeds } from '../../support/size.js';
import { walkByChance } from './scenes.js';

describe('A walk through any list, whatever happens on the way', () => {
  it.each(seeds(24, 400))(
    'advances with each page, repeats no request, and is complete: seed %i',
    async (seed) => {
      await expect(walkByChance(seed)).resolves.toBeUndefined();
    },
  );
});
