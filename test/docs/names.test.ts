import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { MAX_RECORDING_BYTES } from '../../src/company/uploads/recording.js';
import { TICKET_LIFE_MS } from '../../src/company/uploads/tickets.js';
import {
  MAX_SETTLED_TTL_MS,
  NOT_FOUND_TTL_MS,
  VOLATILE_TTL_MS,
} from '../../src/company/cache/ttl.js';
import { knownVariables } from '../../src/config/config.js';
import { readEndpoints, writeEndpoints } from '../../src/gong/generated/catalog.js';
import { gongOperations } from '../../src/gong/generated/operations.js';
import { MAX_MARGIN_MS } from '../../src/gong/scheduling/adaptiveMargin.js';
import { MAX_ERRORS_BYTES } from '../../src/graphql/plugins/errorLimit.js';
import { createSchema } from '../../src/graphql/schema.js';
import { MAX_MESSAGE_LENGTH } from '../../src/graphql/errors.js';
import {
  MAX_CHARACTERS,
  MAX_CHARACTERS_PER_DOCUMENT,
} from '../../src/http/graphql/documentCache.js';
import { errorCodes } from '../../src/lib/errorCodes.js';
import { GatewayMetrics } from '../../src/telemetry/gatewayMetrics.js';
import { pages, readPage, root } from './support.js';

/** Pages that tell what is, not what was or why. */
const current = pages.filter(
  (page) => !/CHANGELOG|schema-changes|decisions|style\.md|reference\/schema/.test(page),
);

/** Whether a page holds a text. */
const holds = (page: string, text: string): boolean => readPage(page).includes(text);

/** What a pattern finds on these pages, each once, as `page: text`. */
function found(pattern: RegExp, isRight: (name: string) => boolean): readonly string[] {
  const all = current.flatMap((page) =>
    [...readPage(page).matchAll(pattern)].map(([, name = '']) => ({ page, name })),
  );
  // A pattern that finds nothing would accept everything.
  expect(all.length).toBeGreaterThan(10);
  return [
    ...new Set(
      all.filter(({ name }) => !isRight(name)).map(({ page, name }) => `${page}: ${name}`),
    ),
  ];
}

it('names only variables that the gateway knows', () => {
  const isKnown = (name: string) => knownVariables.includes(name) || name.endsWith('_');

  expect(
    found(/\b((?:GONG|GATEWAY|SANDBOX)_[A-Z_]+)\b/g, (name) => isKnown(name) || name in errorCodes),
  ).toEqual([]);
});

it('names only variables of OpenTelemetry that its SDK reads', () => {
  const folder = `${root}node_modules/@opentelemetry/`;
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.js') && path.includes('build/src'))
    .map((path) => readFileSync(`${folder}${path}`, 'utf8'))
    .join('\n');

  expect(found(/\b(OTEL_[A-Z_]+)\b/g, (name) => sources.includes(name))).toEqual([]);
});

it('names only error codes that clients may see', () => {
  const isCode = (name: string) => name in errorCodes || knownVariables.includes(name);
  const values = Object.values(createSchema().getTypeMap()).flatMap((type) =>
    'getValues' in type ? type.getValues().map(({ name }) => name) : [],
  );
  const others = ['REDIS_URL', 'GONG_ID', 'NODE_ENV'];
  const isOther = (name: string) =>
    values.includes(name) ||
    others.includes(name) ||
    /^(EXAMPLE|SANDBOX|GATEWAY|GONG|OTEL)_/.test(name);

  expect(found(/`([A-Z]+(?:_[A-Z]+)+)`/g, (name) => isCode(name) || isOther(name))).toEqual([]);
});

it('names only metrics that exist, with their suffixes', async () => {
  const { registry } = new GatewayMetrics(false);
  const names = (await registry.getMetricsAsJSON()).map(({ name }) => name);
  const isKnown = (name: string) =>
    names.includes(name) || names.includes(name.replace(/_(bucket|count|sum)$/, ''));

  expect(found(/\b(gong_gateway_\w+)/g, isKnown)).toEqual([]);
});

it('names only commands that package.json has', () => {
  const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
    readonly scripts: Record<string, string>;
  };
  // Examples have packages of their own.
  const ofExamples = ['check', 'generate', 'preview'];

  expect(
    found(/npm run ([a-z:]+)/g, (name) => name in scripts || ofExamples.includes(name)),
  ).toEqual([]);
});

it('names only files of the sources that exist, from the root, from src/, or from an example', () => {
  const folders = readdirSync(`${root}src`).join('|');
  const path = new RegExp(
    `\\x60((?:src|test|sandbox|scripts|schema|ui|gong-api|released|${folders})/[\\w./<>*-]*)\\x60`,
    'g',
  );
  const examples = readdirSync(`${root}examples`).map((name) => `${root}examples/${name}/`);
  const roots = [root, `${root}src/`, ...examples];
  const isThere = (name: string) =>
    /[<*…]/.test(name) || roots.some((folder) => existsSync(`${folder}${name}`));

  expect(found(path, isThere)).toEqual([]);
});

it('says how many operations of Gong have fields', () => {
  const declared = readEndpoints.length + writeEndpoints.length;
  const all = Object.keys(gongOperations).length;

  expect(holds('README.md', `and ${all - declared} of the ${all} operations of Gong's API`)).toBe(
    true,
  );
});

const minutes = (ms: number) => `${ms / 60_000} minutes`;
const seconds = (ms: number) => `${ms / 1000} seconds`;

it.each([
  ['docs/how-to/change-data.md', `valid for ${minutes(TICKET_LIFE_MS)}`],
  ['docs/tutorials/upload-a-call.md', `valid for ${minutes(TICKET_LIFE_MS)}`],
  ['docs/explanation/security.md', `URLs in ${minutes(TICKET_LIFE_MS)}`],
  ['docs/how-to/change-data.md', `over ${MAX_RECORDING_BYTES / 1e9} GB`],
  ['README.md', `up to ${MAX_RECORDING_BYTES / 1e9} GB`],
  ['docs/how-to/authenticate-clients.md', `holds ${MAX_CHARACTERS / 2 ** 20} MiB`],
  ['docs/how-to/authenticate-clients.md', `longer than ${MAX_CHARACTERS_PER_DOCUMENT / 1024} KiB`],
  ['docs/how-to/handle-errors.md', `limited to ${MAX_ERRORS_BYTES / 1000} KB`],
  ['docs/explanation/security.md', `at most ${MAX_MESSAGE_LENGTH.toLocaleString('en')} characters`],
  ['docs/explanation/cost-and-quota.md', `up to ${MAX_MARGIN_MS} ms late`],
  ['docs/explanation/reads-and-writes.md', `${seconds(VOLATILE_TTL_MS)} while it is open`],
  ['docs/explanation/reads-and-writes.md', `at least ${seconds(VOLATILE_TTL_MS)}`],
  ['docs/explanation/reads-and-writes.md', seconds(NOT_FOUND_TTL_MS)],
  [
    'docs/explanation/reads-and-writes.md',
    MAX_SETTLED_TTL_MS === 3_600_000 ? 'at most an hour' : 'a new limit',
  ],
  ['docs/explanation/policy.md', `for ${seconds(NOT_FOUND_TTL_MS)}`],
  ['docs/reference/http.md', `${seconds(VOLATILE_TTL_MS)} for calls`],
])('%s says what the sources hold: %s', (page, text) => {
  expect(holds(page, text)).toBe(true);
});
