import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

const root = join(import.meta.dirname, '..', '..');

/**
 * Returns a page that people write, with its generated sections renewed. A section is between two comments,
 * `<!-- begin NAME: … -->` and `<!-- end NAME -->`.
 *
 * @param file the page, relative to the root of the repository.
 * @param sections the Markdown of each section by its name.
 * @throws Error when the page has no such section, or has another one.
 */
export async function withSections(
  file: string,
  sections: Readonly<Record<string, string>>,
): Promise<string> {
  const path = join(root, file);
  const text = await readFile(path, 'utf8');
  const found: string[] = [];
  const filled = text.replace(
    /(<!-- begin ([\w-]+): [^>]*-->\n).*?(\n<!-- end \2 -->)/gs,
    (_whole, begin: string, name: string, end: string) => {
      const section = sections[name];
      if (section === undefined) throw new Error(`${file}: no section ${name} is generated.`);
      found.push(name);
      return `${begin}\n${section}\n${end}`;
    },
  );
  const missing = Object.keys(sections).filter((name) => !found.includes(name));
  if (missing.length > 0) throw new Error(`${file} lacks the sections ${missing.join(', ')}.`);
  return format(filled, { ...(await resolveConfig(path)), filepath: path });
}
