/**
 * Writes the graph as SDL: `npm run schema:print`. With `--check` nothing is written; the command fails when a committed
 * file differs from what would be written.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readArguments } from '../src/bin/commandLine/arguments.js';
import { createSchema } from '../src/graphql/schema.js';
import { printedFiles } from '../src/graphql/sdl/print.js';

const { values } = readArguments(
  `Usage: npm run schema:print [-- --check]

Writes schema.graphql, its copy in examples/typed-client, and subgraph.graphql.

  --check     Writes nothing, and ends with 1 when a committed file is not current.
  -h, --help  Prints this text.`,
  { options: { check: { type: 'boolean' } } },
);

const root = join(import.meta.dirname, '..');
const files = Object.entries(printedFiles(createSchema()));

if (values['check'] === true) {
  const committed = await Promise.all(
    files.map(([name]) => readFile(join(root, name), 'utf8').catch(() => null)),
  );
  const stale = files.flatMap(([name, content], index) => {
    if (committed[index] === content) return [];
    return [`${name} is ${committed[index] === null ? 'missing' : 'out of date'}`];
  });
  if (stale.length > 0) {
    console.error(`${stale.join('\n')}\nRun \`npm run schema:print\` and commit what it writes.`);
    process.exit(1);
  }
  console.log(`${files.map(([name]) => name).join(' and ')} are current.`);
} else {
  for (const [name, content] of files) {
    await writeFile(join(root, name), content);
    console.log(`wrote ${name}`);
  }
}
