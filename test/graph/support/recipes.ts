import { readFile } from 'node:fs/promises';

const docs = new URL('../../../docs/', import.meta.url);

/** A block of code on a page. */
export interface Block {
  readonly language: string;
  readonly text: string;
  /** The example's file that it shows parts of, by its first line, a comment; undefined where there is none. */
  readonly file: string | undefined;
}

/** A section of docs/ that tests run. */
export interface Recipe {
  /** Relative to docs/. */
  readonly page: string;
  readonly heading: string;
}

export const recipes = {
  react: { page: 'how-to/react-apollo-client.md', heading: 'A React app with Apollo Client' },
  typed: { page: 'how-to/react-apollo-client.md', heading: 'Typed operations' },
  supergraph: { page: 'how-to/add-to-a-supergraph.md', heading: 'Adding it to a supergraph' },
  references: { page: 'how-to/add-to-a-supergraph.md', heading: 'In a supergraph' },
  graphiql: { page: 'tutorials/explore-in-graphiql.md', heading: 'Exploring in GraphiQL' },
} as const satisfies Record<string, Recipe>;

/** The blocks of code below the heading of a recipe, up to the next heading. */
export async function recipeBlocks({ page, heading }: Recipe): Promise<Block[]> {
  const text = await readFile(new URL(page, docs), 'utf8');
  const [, section] = text.split(new RegExp(`^#+ ${heading}$`, 'm'));
  if (section === undefined) throw new Error(`${page} has no "${heading}".`);
  const [own = ''] = section.split(/^#+ [A-Z]/m);
  return [...own.matchAll(/^( *)```(\w+)\n(.*?)^ *```$/gms)].map(
    ([, indent = '', language = '', body = '']) => {
      const lines = body.split('\n').map((line) => line.slice(indent.length));
      const file = /^(?:\/\/|<!--|#) ([\w./-]+\.\w+)(?: -->)?$/.exec(lines[0] ?? '')?.[1];
      return { language, file, text: lines.slice(file === undefined ? 0 : 1).join('\n') };
    },
  );
}
