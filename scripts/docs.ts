/**
 * Writes the reference pages, the generated sections of other pages, and .env.example from the sources:
 * `npm run docs:generate`. With `--check` nothing is written;
 * the command fails when a committed file differs from what would be written.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readArguments } from '../src/bin/commandLine/arguments.js';
import { commandsPage } from './docs/commands.js';
import { configurationPage, envExample, mostUsedVariables } from './docs/configuration.js';
import { costsPage } from './docs/costs.js';
import { limitsPage } from './docs/limits.js';
import { errorsPage, metricsPage, scopesPage } from './docs/pages.js';
import { schemaPage } from './docs/schema.js';
import { withSections } from './docs/sections.js';
import { uploadStatuses } from './docs/uploads.js';

const { values } = readArguments(
  `Usage: npm run docs:generate [-- --check]

Writes the reference pages and .env.example from the sources.

  --check     Writes nothing, and ends with 1 when a committed file is not current.
  -h, --help  Prints this text.`,
  { options: { check: { type: 'boolean' } } },
);

const root = join(import.meta.dirname, '..');

const outputs: readonly (readonly [file: string, content: string])[] = [
  ['.env.example', envExample()],
  ['docs/reference/configuration.md', configurationPage()],
  ['docs/reference/errors.md', errorsPage()],
  ['docs/reference/limits.md', limitsPage()],
  ['docs/reference/metrics.md', metricsPage()],
  ['docs/reference/scopes.md', scopesPage()],
  ['docs/reference/schema.md', await schemaPage()],
  ['docs/reference/costs.md', await costsPage()],
  ['docs/reference/commands.md', await commandsPage()],
  [
    'docs/reference/http.md',
    await withSections('docs/reference/http.md', { uploads: uploadStatuses() }),
  ],
  ['README.md', await withSections('README.md', { variables: mostUsedVariables() })],
];

if (values['check'] === true) {
  const stale: string[] = [];
  for (const [file, content] of outputs) {
    const committed = await readFile(join(root, file), 'utf8').catch(() => null);
    if (committed === null) stale.push(`${file} is missing`);
    else if (committed !== content) stale.push(`${file} is out of date`);
  }
  if (stale.length > 0) {
    console.error(`${stale.join('\n')}\nRun \`npm run docs:generate\` and commit what it writes.`);
    process.exit(1);
  }
  console.log('The reference pages and .env.example are current.');
} else {
  for (const [file, content] of outputs) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), content);
    console.log(`wrote ${file}`);
  }
}
