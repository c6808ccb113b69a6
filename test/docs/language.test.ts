import { describe, expect, it } from '@jest/globals';
// @ts-expect-error: scripts that run before anything is built are JavaScript.
import * as language from '../../scripts/lib/language.js';

interface Language {
  bannedPhrasings: (styleGuide: string) => string[];
  proseOfMarkdown: (text: string) => string;
  proseOfSchema: (text: string) => string;
  findBanned: (prose: string, phrasings: readonly string[]) => { line: number; phrasing: string }[];
}
const { bannedPhrasings, findBanned, proseOfMarkdown, proseOfSchema } = language as Language;

const STYLE_GUIDE = `# Style guide

Write \`somebody\` never.

## Banned phrasings

| Do not write         | Write         |
| -------------------- | ------------- |
| \`in vain\`, \`anew\`    | \`again\`       |
| free (no cost)       | Cost: none    |
| \`in Gong's words\`    | as spelled    |

## Glossary

| \`tenant\` | name |
`;

describe('bannedPhrasings', () => {
  it('returns the code spans of the first column of the table alone', () => {
    expect(bannedPhrasings(STYLE_GUIDE)).toEqual(['in vain', 'anew', "in Gong's words"]);
  });

  it('throws when the style guide has no table', () => {
    expect(() => bannedPhrasings('# Style guide')).toThrow('no table of banned phrasings');
  });
});

describe('findBanned', () => {
  it('finds phrasings in any case, across lines, and with a curly quote', () => {
    const prose = 'Anew.\nTried in\nvain, in Gong’s words.';
    expect(findBanned(prose, bannedPhrasings(STYLE_GUIDE))).toEqual([
      { line: 1, phrasing: 'Anew' },
      { line: 2, phrasing: 'in vain' },
      { line: 3, phrasing: 'in Gong’s words' },
    ]);
  });

  it('finds whole words only', () => {
    expect(findBanned('in vainglory, renewanew, anew-ish', ['in vain', 'anew'])).toEqual([]);
  });
});

describe('proseOfMarkdown', () => {
  it('leaves out code and targets of links, and keeps the lines', () => {
    const text = 'a `anew` b\n\n```sh\nanew\n```\n\n[text](anew.md) anew\n';
    expect(findBanned(proseOfMarkdown(text), ['anew'])).toEqual([{ line: 7, phrasing: 'anew' }]);
  });
});

describe('proseOfSchema', () => {
  it('returns descriptions alone, without code', () => {
    const sdl = '# anew\n"Read anew, not `anew`."\ntype Anew {\n  "Once."\n  anew: Int\n}\n';
    expect(findBanned(proseOfSchema(sdl), ['anew'])).toEqual([{ line: 2, phrasing: 'anew' }]);
  });
});
