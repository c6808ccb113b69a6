import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const readme = new URL('../../../README.md', import.meta.url);

/** Whole programs to copy, of which README shows parts. */
export const exampleFolder = (name: string): string =>
  fileURLToPath(new URL(`../examples/${name}/`, import.meta.url));

/** A block of code in README. */
export interface Block {
  readonly language: string;
  readonly text: string;
  /** The example's file that it shows parts of, by its first line, a comment; undefined where there is none. */
  readonly file: string | undefined;
}

/** The blocks of code below a heading of README, up to the next heading. */
export async function recipeBlocks(heading: string): Promise<Block[]> {
  const text = await readFile(readme, 'utf8');
  const [, section] = text.split(new RegExp(`^#+ ${heading}$`, 'm'));
  if (section === undefined) throw new Error(`README has no "${heading}".`);
  const [own = ''] = section.split(/^#+ [A-Z]/m);
  return [...own.matchAll(/^( *)```(\w+)\n(.*?)^ *```$/gms)].map(
    ([, indent = '', language = '', body = '']) => {
      const lines = body.split('\n').map((line) => line.slice(indent.length));
      const file = /^(?:\/\/|<!--|#) ([\w./-]+\.\w+)(?: -->)?$/.exec(lines[0] ?? '')?.[1];
      return { language, file, text: lines.slice(file === undefined ? 0 : 1).join('\n') };
    },
  );
}
