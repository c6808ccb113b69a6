import { describe, expect, it } from '@jest/globals';
import { readWithoutRefused } from '../../src/company/idRefusals.js';
import { GongError } from '../../src/gong/errors.js';

const refusalOf = (text: string): GongError =>
  new GongError('not-found', text, { messages: [text] });

/** Reads items of which Gong refuses some, as it says. */
async function readAll(items: readonly string[], bad: readonly string[], name = true) {
  const sizes: number[] = [];
  const read: string[] = [];
  const refused: string[] = [];
  const say = (some: readonly string[]) => {
    const id = some.find((each) => bad.includes(each));
    return id === undefined ? null : refusalOf(`Flow not found${name ? `: flowId=${id}` : ''}`);
  };
  await readWithoutRefused(items, say(items), true, {
    idOf: (id) => id,
    read: (some) => {
      sizes.push(some.length);
      const refusal = say(some);
      if (refusal !== null) return Promise.reject(refusal);
      read.push(...some);
      return Promise.resolve();
    },
    onRefused: (id) => refused.push(id),
  });
  return { sizes, read, refused };
}

const ids = Array.from({ length: 20 }, (_, index) => `4${index}`);

describe('A refusal that names its ID', () => {
  it('costs 1 further request', async () => {
    const { sizes, read, refused } = await readAll(ids, ['47']);

    expect(sizes).toEqual([19]);
    expect(refused).toEqual(['47']);
    expect(read).toEqual(ids.filter((id) => id !== '47'));
  });

  it('costs 1 further request for each of several', async () => {
    const { sizes, read, refused } = await readAll(ids, ['40', '47', '419']);

    expect(sizes).toEqual([19, 18, 17]);
    expect(refused).toEqual(['40', '47', '419']);
    expect(read).toHaveLength(17);
  });

  it('costs no further request when nothing is left', async () => {
    expect((await readAll(['1'], ['1'])).sizes).toEqual([]);
  });

  it('does not match a longer ID that contains it', async () => {
    const { refused } = await readAll(['4', '41'], ['41']);

    expect(refused).toEqual(['41']);
  });
});

describe('A refusal that names no ID', () => {
  it('is resolved by halving', async () => {
    const { sizes, read, refused } = await readAll(ids, ['47'], false);

    expect(sizes).toEqual([10, 5, 3, 2, 12]);
    expect(refused).toEqual(['47']);
    expect(read).toHaveLength(19);
  });
});
