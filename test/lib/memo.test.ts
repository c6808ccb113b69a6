import { expect, it } from '@jest/globals';
import { memoByKey } from '../../src/lib/memo.js';

const counting = (answer: (key: string) => Promise<string>) => {
  const asked: string[] = [];
  const memo = memoByKey((key: string) => {
    asked.push(key);
    return answer(key);
  });
  return { asked, memo };
};

it('loads each key once', async () => {
  const { asked, memo } = counting((key) => Promise.resolve(`<${key}>`));

  const answers = await Promise.all([memo.load('a'), memo.load('b'), memo.load('a')]);

  expect(answers).toEqual(['<a>', '<b>', '<a>']);
  expect(asked).toEqual(['a', 'b']);
});

it('keeps a failure for the rest of the operation', async () => {
  const { asked, memo } = counting(() => Promise.reject(new Error('no')));

  await expect(memo.load('a')).rejects.toThrow('no');
  await expect(memo.load('a')).rejects.toThrow('no');

  expect(asked).toEqual(['a']);
});

it('shows the requested keys, settled or pending', () => {
  const { memo } = counting(() => new Promise(() => undefined));

  void memo.load('a');
  void memo.load('b');

  expect([...memo.asked().keys()]).toEqual(['a', 'b']);
});
