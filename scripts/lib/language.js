import { parse, visit } from 'graphql';

/**
 * Returns the phrasings that the style guide bans: the code spans in the first column of its table.
 *
 * @param styleGuide text of docs/contributing/style.md.
 * @throws when the table is missing or names nothing.
 */
export function bannedPhrasings(styleGuide) {
  const [, section = ''] = styleGuide.split(/^## Banned phrasings$/m);
  const rows = section.split(/^## /m)[0].match(/^\|[^|]*/gm) ?? [];
  const phrasings = rows.flatMap((cell) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, text]) => text),
  );
  if (phrasings.length === 0) throw new Error('The style guide has no table of banned phrasings.');
  return phrasings;
}

/** Replaces a text by spaces, so that every line keeps its number. */
const blank = (text) => text.replace(/[^\n]/g, ' ');

/** Returns the prose of a Markdown document: code, comments, and targets of links are blanked. */
export function proseOfMarkdown(text) {
  return text
    .replace(/^( *)(`{3,}|~{3,})[^]*?^ *\2/gm, blank)
    .replace(/<!--[^]*?-->/g, blank)
    .replace(/(`+)(?!`)[^]*?[^`]\1(?!`)/g, blank)
    .replace(/\]\([^)\s]*\)/g, blank);
}

/** Returns the descriptions of an SDL document, each in its line. Code spans are blanked. */
export function proseOfSchema(text) {
  let prose = blank(text);
  visit(parse(text), {
    enter({ description }) {
      if (!description) return;
      const { start, end } = description.loc;
      const shown = text.slice(start, end).replace(/`[^`]*`/g, blank);
      prose = prose.slice(0, start) + shown + prose.slice(end);
    },
  });
  return prose;
}

/** Returns the occurrences of banned phrasings in a prose, in their order. Case and line breaks do not count. */
export function findBanned(prose, phrasings) {
  const words = phrasings.map((phrasing) =>
    phrasing
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll("'", "['’]")
      .replace(/ /g, '\\s+'),
  );
  const pattern = new RegExp(`(?<![\\w-])(?:${words.join('|')})(?![\\w-])`, 'gi');
  return [...prose.matchAll(pattern)].map((match) => ({
    line: prose.slice(0, match.index).split('\n').length,
    phrasing: match[0].replace(/\s+/g, ' '),
  }));
}
