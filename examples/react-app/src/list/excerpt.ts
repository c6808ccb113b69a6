/** Characters shown before the first match: a passage can have 256 words. */
const LEAD = 120;
const LENGTH = 360;

/**
 * Cuts a long passage around its first match. It cuts at spaces, and at any character of a text without spaces near
 * the match, such as Japanese.
 *
 * @param match where the match starts.
 */
export function excerptOf(text: string, match: number): { from: number; text: string } {
  const lead = Math.max(0, match - LEAD);
  const space = text.indexOf(' ', lead);
  const from = lead === 0 ? 0 : space === -1 || space >= match ? lead : space + 1;
  if (text.length - from <= LENGTH) return { from, text: text.slice(from) };
  const lastSpace = text.lastIndexOf(' ', from + LENGTH);
  return { from, text: text.slice(from, lastSpace > match ? lastSpace : from + LENGTH) };
}
