import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const readme = new URL('../../../README.md', import.meta.url);

/** A block of code in README. */
export interface Block {
  readonly language: string;
  readonly text: string;
  /** Where its first line, a comment, says that it belongs; undefined for a block without such a line. */
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

/** Writes the files of a recipe, as somebody does who follows it. */
export async function writeRecipe(blocks: readonly Block[], directory: string): Promise<void> {
  for (const { file, text } of blocks) {
    if (file === undefined) continue;
    await mkdir(join(directory, dirname(file)), { recursive: true });
    await writeFile(join(directory, file), text);
  }
}
