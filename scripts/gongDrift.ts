/**
 * Compares a newer description of Gong's API with ours: `npm run gong:drift FILE`. Gong adds about one operation a
 * month.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readArguments } from '../src/bin/commandLine/arguments.js';
import { driftBetween, type Description } from './lib/gongDrift.js';

const { positionals } = readArguments(
  `Usage: npm run gong:drift FILE

Lists what a newer description of Gong's API has differently than gong-api/openapi.yaml:
operations, members, and enums that are new, gone, or different. Ends with 1 when there is any.

  FILE        The description, in JSON or YAML.
  -h, --help  Prints this text.`,
  { mostPositionals: 1 },
);

const [file] = positionals;
if (file === undefined) {
  console.error('Name the file with the newer description: npm run gong:drift FILE');
  process.exit(1);
}

const ours = join(import.meta.dirname, '..', 'gong-api', 'openapi.yaml');

const read = async (path: string): Promise<Description> => {
  const text = await readFile(path, 'utf8');
  return (text.trimStart().startsWith('{') ? JSON.parse(text) : parse(text)) as Description;
};

const lines = driftBetween(await read(ours), await read(file));
console.log(lines.length === 0 ? 'The description has nothing new.' : lines.join('\n'));
if (lines.length > 0) process.exitCode = 1;
