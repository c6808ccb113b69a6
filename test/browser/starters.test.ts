import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { mergeTypeDefs } from '@graphql-tools/merge';
import { buildASTSchema, getOperationAST, parse, validate } from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { exampleGroups } from '../../ui/graphiql/exampleGroups.js';
import { withDays } from '../../ui/graphiql/starterDays.js';
import { readStarters } from './starters.js';

const directory = new URL('../../schema/', import.meta.url);
const schema = buildASTSchema(
  mergeTypeDefs(
    readdirSync(directory)
      .filter((file) => file.endsWith('.graphql'))
      .map((file) => readFileSync(new URL(file, directory), 'utf8')),
  ),
);
const starters = readStarters();

describe.each(starters)('starter $file', ({ query, variables }) => {
  const document = parse(query);
  const operation = getOperationAST(document);

  test('is valid against the schema', () => {
    expect(validate(schema, document).map(({ message }) => message)).toEqual([]);
  });

  test('is one named operation, whose name GraphiQL shows on the tab', () => {
    expect(document.definitions).toHaveLength(1);
    expect(['query', 'mutation']).toContain(operation?.operation);
    expect(operation?.name?.value).toMatch(/^[A-Z]\w+$/);
  });

  test('begins with an explanation', () => {
    expect(query).toMatch(/^# \S/);
  });

  test('opens with valid variables', () => {
    const { errors } = getVariableValues(schema, operation?.variableDefinitions ?? [], variables);
    expect((errors ?? []).map(({ message }) => message)).toEqual([]);
    const declared = operation?.variableDefinitions?.map(({ variable }) => variable.name.value);
    expect(declared ?? []).toEqual(expect.arrayContaining(Object.keys(variables)));
  });
});

test('the first starter needs no variables', () => {
  expect(starters[0]?.variables).toEqual({});
});

test('the menu of examples has one entry for each starter', () => {
  const names = starters.map(({ query }) => getOperationAST(parse(query))?.name?.value);
  const entries = exampleGroups.flatMap(({ entries }) => entries.map(({ name }) => name));

  expect(entries.toSorted()).toEqual(names.toSorted());
});

test('the tutorial lists the examples in the groups of the menu', () => {
  const page = readFileSync(
    new URL('../../docs/tutorials/explore-in-graphiql.md', import.meta.url),
    'utf8',
  );
  const rows = exampleGroups.flatMap(({ title, entries }) =>
    entries.map(({ name, shows }) => `${title} ${name} ${shows}`),
  );
  const listed = [...page.matchAll(/^\| (.+?) +\| `(\w+)` +\| (.+?) +\|$/gm)].map(
    ([, group, name, shows]) => `${group} ${name} ${shows}`,
  );

  expect(listed).toEqual(rows);
});

test('days in variables are counted back from today', () => {
  const now = Date.parse('2026-03-01T00:30:00Z');

  expect(withDays('{ "from": "<31 days ago>", "to": "<1 day ago>T00:00:00Z" }', now)).toBe(
    '{ "from": "2026-01-29", "to": "2026-02-28T00:00:00Z" }',
  );
});
