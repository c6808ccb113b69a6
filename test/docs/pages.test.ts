import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { isExecutableDefinitionNode, parse, validate } from 'graphql';
import { createSchema } from '../../src/graphql/schema.js';
import { blocksOf, pages, proseOf, readPage, root } from './support.js';

/** Targets of Markdown links and of images. */
const linksOf = (page: string): readonly string[] =>
  [...proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);

/** As GitHub makes them of headings. */
function anchorsOf(page: string): readonly string[] {
  return [...proseOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\- _]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function problemOf(page: string, link: string): string | null {
  if (/^https?:/.test(link)) return URL.canParse(link) ? null : 'is no URL';
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : relative(root, join(root, dirname(page), path));
  if (target.startsWith('..')) return 'leaves the repository';
  if (!existsSync(`${root}${target}`)) return 'does not exist';
  if (anchor === undefined) return null;
  return anchorsOf(target).includes(anchor) ? null : 'has no such heading';
}

describe('every page', () => {
  it.each(pages)('%s links to what exists', (page) => {
    const broken = linksOf(page).flatMap((link) => {
      const problem = problemOf(page, link);
      return problem === null ? [] : [`${link} ${problem}`];
    });

    expect(broken).toEqual([]);
  });

  it('finds a broken link', () => {
    expect(problemOf('README.md', 'docs/none.md')).toBe('does not exist');
    expect(problemOf('README.md', 'docs/README.md#none')).toBe('has no such heading');
    expect(problemOf('docs/README.md', '../../elsewhere')).toBe('leaves the repository');
  });

  it('is in the index of docs/, except decisions', () => {
    const index = linksOf('docs/README.md').map((link) =>
      relative(root, join(root, 'docs', link.split('#')[0] ?? '')),
    );
    const inDocs = pages.filter((page) => /^docs\/(?!decisions\/|README)/.test(page));

    expect(inDocs.filter((page) => !index.includes(page))).toEqual([]);
  });

  it('has at least half a screen of text', () => {
    const short = pages.filter(
      (page) => page.startsWith('docs/') && readPage(page).split(/\s+/).length < 120,
    );

    expect(short).toEqual([]);
  });
});

describe('every GraphQL block', () => {
  const schema = createSchema();
  const withBlocks = pages.filter((page) => blocksOf(page, 'graphql').length > 0);

  it.each(withBlocks)('of %s fits the schema', (page) => {
    for (const block of blocksOf(page, 'graphql')) {
      const document = parse(block);
      // The SDL of other subgraphs is composed with the graph in test/graph.
      if (!document.definitions.every(isExecutableDefinitionNode)) continue;
      expect({ block, errors: validate(schema, document) }).toEqual({ block, errors: [] });
    }
  });

  it('has no fixed date', () => {
    const dated = withBlocks.filter((page) => /"20\d\d-/.test(blocksOf(page, 'graphql').join()));

    expect(dated).toEqual([]);
  });
});

it('README has at most 220 lines', () => {
  expect(readPage('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(220);
});

it.each([
  'LICENSE',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  '.env.example',
  '.node-version',
])('%s is there', (file) => {
  expect(statSync(`${root}${file}`).size).toBeGreaterThan(1);
});
