import type { Span } from '../highlight';
import type { Passage } from './speech';

/** A place in a transcript at which a text was found. */
export interface Match extends Span {
  readonly passage: number;
}

/** Finds a text in a transcript. Case and accents are ignored, as the gateway's search does. */
export function findText(passages: readonly Passage[], text: string): readonly Match[] {
  const wanted = fold(text.trim()).text;
  if (wanted === '') return [];
  return passages.flatMap((passage) => {
    const { text: folded, positions } = fold(passage.text);
    const matches: Match[] = [];
    let at = folded.indexOf(wanted);
    while (at !== -1) {
      const end = at + wanted.length;
      const span = { start: positions[at] ?? 0, end: positions[end] ?? passage.text.length };
      matches.push({ passage: passage.index, ...span });
      at = folded.indexOf(wanted, end);
    }
    return matches;
  });
}

/** Removes case and accents, and says where each character was in the text. */
function fold(text: string): { text: string; positions: readonly number[] } {
  let folded = '';
  const positions: number[] = [];
  let position = 0;
  for (const character of text) {
    const plain = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    for (let index = 0; index < plain.length; index++) positions.push(position);
    folded += plain;
    position += character.length;
  }
  return { text: folded, positions };
}
