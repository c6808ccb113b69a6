/**
 * Whether the graph still serves the clients of its last release: `npm run schema:changes`. Fails where something that
 * breaks them is not declared in schema-changes.md. With `--release`, what there is now becomes the last release.
 */
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readArguments } from '../src/bin/commandLine/arguments.js';
import { createSchema } from '../src/graphql/schema.js';
import { printedFiles } from '../src/graphql/sdl/print.js';
import { ensureGraphTests } from './lib/graphTests.js';
import { root } from './lib/paths.js';
import { compareSchemas, released } from './lib/schemaChanges.ts';

const { values } = readArguments(
  `Usage: npm run schema:changes [-- --release]

Ends with 1 when the graph breaks clients of its last release beyond what schema-changes.md declares.

  --release   Makes the present graph the last release.
  -h, --help  Prints this text.`,
  { options: { release: { type: 'boolean' } } },
);

const currentFile = join(root, 'schema.graphql');
const releasedFile = join(root, 'released', 'schema.graphql');
const changesFile = join(root, 'schema-changes.md');

async function check() {
  await ensureGraphTests();
  const texts = await Promise.all(
    [releasedFile, currentFile, changesFile].map((file) => readFile(file, 'utf8')),
  );
  const { undeclared, idle } = await compareSchemas(...texts);
  for (const { path, message } of undeclared) {
    console.error(
      `${message}\n  Keep it, or declare it in schema-changes.md, below "Not yet released":\n` +
        `  - \`${path}\`: why, and what to use in its place`,
    );
  }
  for (const path of idle) {
    console.error(`schema-changes.md declares \`${path}\`, where nothing breaks: take it out.`);
  }
  if (undeclared.length + idle.length > 0) return false;
  console.log('Nothing breaks the clients of the last release, but for what is declared.');
  return true;
}

async function release() {
  const { 'schema.graphql': printed } = printedFiles(createSchema());
  if (printed !== (await readFile(currentFile, 'utf8'))) {
    throw new Error('schema.graphql is not current: run `npm run schema:print` before a release.');
  }
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  await copyFile(currentFile, releasedFile);
  await writeFile(changesFile, released(await readFile(changesFile, 'utf8'), version));
  console.log(`released/schema.graphql is the graph of ${version} now.`);
}

try {
  if (!(await check())) process.exitCode = 1;
  else if (values.release === true) await release();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
