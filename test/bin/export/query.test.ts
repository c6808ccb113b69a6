import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from '@jest/globals';
import { changesQuery } from '../../../src/bin/export/changesQuery.js';
import { pagedListOf } from '../../../src/bin/export/connection.js';
import { columnsOf, csvLine, valuesOf } from '../../../src/bin/export/csv.js';

const schema = buildSchema(`
  interface Node { id: ID! }
  type Query { team: Team, calls(after: String): Calls }
  type Team { members(after: String, first: Int): Users }
  type Users { nodes: [User!]!, edges: [Edge!]!, pageInfo: Page! }
  type Edge { cursor: String!, node: User! }
  type Calls { nodes: [Node!]!, pageInfo: Page! }
  type User implements Node { id: ID!, name: String, manager: User, tags: [String!], reports: [User!] }
  type Page { hasNextPage: Boolean!, endCursor: String }
`);
const paging = 'pageInfo { hasNextPage endCursor }';

describe('the query of an export', () => {
  it('asks for changes as the graph has them, unless an own query is given', () => {
    const graph = readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8');

    expect(validate(buildSchema(graph), parse(changesQuery))).toEqual([]);
    expect(pagedListOf(changesQuery).path).toEqual(['callChanges']);
  });

  it('names its list by the variable of after, however deep it is', () => {
    const { path, afterVariable, items } = pagedListOf(
      `query ($place: String) { team { people: members(first: 5, after: $place) { edges { node { id } } ${paging} } } }`,
    );

    expect({ path, afterVariable, items }).toEqual({
      path: ['team', 'people'],
      afterVariable: 'place',
      items: 'edges',
    });
  });

  it.each([
    ['{ calls { nodes { id } } }', 'No field has an argument after: $after'],
    [
      'query ($after: String) { calls(after: $after) { nodes { id } } }',
      'Select nodes (or edges) and pageInfo',
    ],
    [`query ($after: String) { calls(after: $after) { ${paging} } }`, 'Select nodes (or edges)'],
    [
      `query ($a: String) { a: calls(after: $a) { nodes { id } ${paging} } b: calls(after: $a) { nodes { id } ${paging} } }`,
      'Export one list at a time',
    ],
    ['mutation { x }', 'exactly one query, and no mutation'],
    ['query A { calls { nodes { id } } } query B { calls { nodes { id } } }', 'exactly one query'],
    ['{ calls', 'The query is not GraphQL: Syntax Error'],
  ])('refuses %s', (query, message) => {
    expect(() => pagedListOf(query)).toThrow(message);
  });

  it('gives CSV a column for each value, and one for each list', () => {
    const list = pagedListOf(`
      query ($after: String) {
        team { members(after: $after) { nodes { ...person boss: manager { id manager { name } } reports { id } } ${paging} } }
      }
      fragment person on User { id tags ... on User { name id } }
    `);

    const columns = columnsOf(list, schema);

    expect(columns.map((column) => column.join('.'))).toEqual([
      'id',
      'tags',
      'name',
      'boss.id',
      'boss.manager.name',
      'reports',
    ]);
    const item = {
      id: '7',
      tags: ['a', 'b'],
      name: 'Ana "the\nboss", Müller',
      boss: { id: '1', manager: null },
      reports: null,
    };
    expect(csvLine(valuesOf(item, columns))).toBe(
      '7,"[""a"",""b""]","Ana ""the\nboss"", Müller",1,,\r\n',
    );
  });
});
