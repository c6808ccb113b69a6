import { expect, it } from '@jest/globals';
import { counted } from '../../src/lib/counted.js';

it.each([
  [0, '0 requests'],
  [1, '1 request'],
  [2, '2 requests'],
])('counted chooses the form of the noun: %i', (count, text) => {
  expect(counted(count, 'request')).toBe(text);
});

it('counted accepts an irregular plural', () => {
  expect([1, 3].map((count) => counted(count, 'entry', 'entries'))).toEqual([
    '1 entry',
    '3 entries',
  ]);
});
