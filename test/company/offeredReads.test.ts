import { describe, expect, it } from '@jest/globals';
import type { Copies } from '../../src/company/copies.js';
import { setUp } from './recordReadsSupport.js';

/** Copies that only take. */
class TakingCopies implements Copies {
  readonly answersWhenGongFails = false;
  readonly taken: string[] = [];
  readonly has = () => true;
  readonly find = () => Promise.resolve(new Map());
  readonly hasList = () => false;
  readonly findPage = () => Promise.resolve(null);

  offer(_kind: string, values: ReadonlyMap<string, object>): void {
    this.taken.push(...values.keys());
  }
}

describe('copies', () => {
  it('are offered what was read from Gong', async () => {
    const copies = new TakingCopies();
    const { clock, load, scope } = setUp({ copies });

    await clock.runUntil(load(['1', '2'], scope()));

    expect(copies.taken).toEqual(['1', '2']);
  });

  it('are not offered what was requested before a change', async () => {
    const copies = new TakingCopies();
    const { clock, cache, load, scope, askedIds } = setUp({
      copies,
      answer: () => {
        void cache.drop(['users']);
        return null;
      },
    });

    const [item] = await clock.runUntil(load(['1'], scope()));

    expect(item).toMatchObject({ id: '1' });
    expect(askedIds()).toEqual([['1']]);
    expect(copies.taken).toEqual([]);
  });
});
