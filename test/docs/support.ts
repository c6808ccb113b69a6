import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Folder of the repository, with a slash at the end. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** README, the other documents at the root, every page in docs/, and those of examples, relative to the root. */
export const pages: readonly string[] = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(`${root}docs`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
  ...readdirSync(`${root}examples`).map((name) => `examples/${name}/README.md`),
].sort();

export const readPage = (page: string): string => readFileSync(`${root}${page}`, 'utf8');

/** The fenced code of a language on a page, without the indentation of a list. */
export function blocksOf(page: string, language: string): readonly string[] {
  return [...readPage(page).matchAll(/^( *)```(\w*)\n(.*?)^ *```$/gms)]
    .filter(([, , name]) => name === language)
    .map(([, indent = '', , body = '']) =>
      body
        .split('\n')
        .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
        .join('\n'),
    );
}

/** What is left of a page without its code. */
export const proseOf = (page: string): string =>
  readPage(page)
    .replace(/^ *```.*?^ *```$/gms, '')
    .replace(/`[^`\n]*`/g, '');
