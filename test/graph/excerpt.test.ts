import { describe, expect, it } from '@jest/globals';
import { excerptOf } from '../../examples/react-app/src/list/excerpt.js';

describe('the excerpt of a passage in the React app', () => {
  it('is the whole of a short passage', () => {
    expect(excerptOf('one two', 4)).toEqual({ from: 0, text: 'one two' });
  });

  it('begins and ends between words', () => {
    const text = 'word '.repeat(200);

    const excerpt = excerptOf(text, 500);

    expect(excerpt.text).toMatch(/^(word )+word$/);
    expect(text.slice(excerpt.from).startsWith(excerpt.text)).toBe(true);
    expect(excerpt.from).toBeGreaterThan(375);
    expect(excerpt.text.length).toBeGreaterThan(350);
  });

  it.each([
    ['without spaces', '話'.repeat(1000)],
    ['with a single space far from the match', `話 ${'話'.repeat(1000)} 話`],
  ])('contains the match in a text %s', (_, text) => {
    const { from, text: shown } = excerptOf(text, 500);

    expect(from).toBe(380);
    expect(shown).toHaveLength(360);
  });
});
