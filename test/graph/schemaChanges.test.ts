import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { compareSchemas, released } from '../../scripts/lib/schemaChanges.js';

const before = `
  type Query { call(id: ID!): Call calls(first: Int): [Call!] }
  type Call { id: ID! title: String brief: String }
  enum Order { OLDEST NEWEST }
`;
const changesWith = (...lines: string[]) =>
  [
    '# Changes',
    '',
    '## Not yet released',
    '',
    ...lines,
    '',
    '## 0.0.1',
    '',
    '- `Call.old`: gone',
    '',
  ].join('\n');

describe('a change of the schema', () => {
  const current = before.replace(' brief: String', '').replace('first: Int', 'first: Int!');

  it('that breaks clients is reported unless it is declared', async () => {
    const { undeclared, idle } = await compareSchemas(before, current, changesWith());

    expect(undeclared.map(({ path }) => path).sort()).toEqual(['Call.brief', 'Query.calls.first']);
    expect(undeclared.map(({ message }) => message).join('\n')).toContain("Field 'brief'");
    expect(idle).toEqual([]);
  });

  it('that is declared passes at its path only', async () => {
    const declared = changesWith('- `Call.brief`: Gong sends it no more; use `Query.calls.first`.');

    const { undeclared } = await compareSchemas(before, current, declared);

    expect(undeclared.map(({ path }) => path)).toEqual(['Query.calls.first']);
  });

  it('that is declared without a reason does not pass', async () => {
    const { undeclared } = await compareSchemas(before, current, changesWith('- `Call.brief`:'));

    expect(undeclared.map(({ path }) => path)).toContain('Call.brief');
  });

  it('that only adds needs no declaration', async () => {
    const more = before.replace('brief', 'language: String brief');

    expect(await compareSchemas(before, more, changesWith())).toEqual({ undeclared: [], idle: [] });
  });

  it('does not pass with a useless declaration, or with one of a release', async () => {
    const idle = changesWith('- `Call.title`: gone');

    expect(await compareSchemas(before, before, idle)).toEqual({
      undeclared: [],
      idle: ['Call.title'],
    });
    const gone = before.replace('title', 'old: String title');
    const { undeclared } = await compareSchemas(gone, before, changesWith());
    expect(undeclared.map(({ path }) => path)).toEqual(['Call.old']);
  });

  it('moves to its version at a release', () => {
    expect(released(changesWith('- `Call.brief`: gone'), '0.2.0')).toBe(
      changesWith('## 0.2.0', '', '- `Call.brief`: gone'),
    );
    expect(released('# Changes\n\n## Not yet released\n\n- `Call.brief`: gone\n', '0.2.0')).toBe(
      '# Changes\n\n## Not yet released\n\n## 0.2.0\n\n- `Call.brief`: gone\n',
    );
    expect(released(changesWith(), '0.2.0')).toBe(changesWith().replace('\n\n\n', '\n\n'));
  });
});

it('the present schema breaks no client of the last release without a declaration', async () => {
  const [last = '', current = '', changes = ''] = await Promise.all(
    ['released/schema.graphql', 'schema.graphql', 'schema-changes.md'].map((file) =>
      readFile(new URL(`../../${file}`, import.meta.url), 'utf8'),
    ),
  );

  expect(await compareSchemas(last, current, changes)).toEqual({ undeclared: [], idle: [] });
});
