/** Refuses the phrasings that docs/contributing/style.md bans, as a part of `npm run lint`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments } from './lib/arguments.js';
import { bannedPhrasings, findBanned, proseOfMarkdown, proseOfSchema } from './lib/language.js';
import { root } from './lib/paths.js';

readArguments(`Usage: node scripts/language.js

Ends with 1 when README, a document, the README of an example, or a description of the schema
contains a phrasing that docs/contributing/style.md bans. It takes no options.`);

const read = (file) => readFileSync(join(root, file), 'utf8');
const filesIn = (folder) =>
  readdirSync(join(root, folder), { recursive: true }).map((file) => join(folder, file));

const phrasings = bannedPhrasings(read('docs/contributing/style.md'));
const documents = [
  'README.md',
  ...filesIn('docs').filter((file) => file.endsWith('.md')),
  ...readdirSync(join(root, 'examples')).map((name) => join('examples', name, 'README.md')),
];
const schemas = filesIn('schema').filter((file) => file.endsWith('.graphql'));
const proses = [
  ...documents.map((file) => [file, proseOfMarkdown(read(file))]),
  ...schemas.map((file) => [file, proseOfSchema(read(file))]),
];

for (const [file, prose] of proses) {
  for (const { line, phrasing } of findBanned(prose, phrasings)) {
    console.error(
      `${file}:${line} contains "${phrasing}". docs/contributing/style.md says what to write.`,
    );
    process.exitCode = 1;
  }
}
