import { describe, expect, it } from '@jest/globals';
import {
  basicSelection,
  callBlocks,
  covers,
  isBasic,
  toContentSelector,
  unionSelections,
  withoutBlock,
  type CallBlock,
  type CallSelection,
  type CrmDepth,
  type CrmTiming,
} from '../../src/gong/endpoints/callSelection.js';
import { createRandom, type Random } from '../company/support.js';

const select = (
  blocks: readonly CallBlock[] = [],
  context: CrmDepth = 'None',
  timings: readonly CrmTiming[] = [],
  crmFields?: readonly string[],
): CallSelection => ({
  blocks: new Set(blocks),
  context,
  timings: new Set(timings),
  ...(crmFields === undefined ? {} : { crmFields: new Set(crmFields) }),
});

describe('toContentSelector', () => {
  it.each<[CallSelection, object | undefined]>([
    [select(), undefined],
    [select(['content.brief']), { exposedFields: { content: { brief: true } } }],
    [select(['parties']), { exposedFields: { parties: true } }],
    [select(['media']), { exposedFields: { media: true } }],
    [
      select(['interaction.video', 'content.brief', 'content.topics', 'parties']),
      {
        exposedFields: {
          parties: true,
          content: { topics: true, brief: true },
          interaction: { video: true },
        },
      },
    ],
    [select([], 'Basic'), { context: 'Basic' }],
    [select([], 'Extended'), { context: 'Extended' }],
    [
      select([], 'Extended', ['TimeOfCall', 'Now']),
      { context: 'Extended', contextTiming: ['Now', 'TimeOfCall'] },
    ],
    [select([], 'Basic', ['TimeOfCall']), { context: 'Basic' }],
    [
      select(['media'], 'Extended', ['TimeOfCall']),
      { context: 'Extended', contextTiming: ['TimeOfCall'], exposedFields: { media: true } },
    ],
  ])('names what was selected and nothing else (%#)', (selection, expected) => {
    expect(toContentSelector(selection)).toEqual(expected);
  });

  it('asks for every block by its own path', () => {
    const paths = callBlocks.map((block) => {
      const { exposedFields } = toContentSelector(select([block])) as {
        exposedFields: Record<string, true | Record<string, true>>;
      };
      return Object.entries(exposedFields).flatMap(([group, members]) =>
        members === true ? [group] : Object.keys(members).map((member) => `${group}.${member}`),
      );
    });

    expect(paths).toEqual(callBlocks.map((block) => [block]));
  });
});

describe('covers', () => {
  it.each<[wide: CallSelection, narrow: CallSelection, expected: boolean]>([
    [select(), select(), true],
    [select(['parties']), select(), true],
    [select(), select(['parties']), false],
    [select(['parties', 'media']), select(['media']), true],
    [select(['content.topics']), select(['content.brief']), false],
    [select([], 'Extended'), select([], 'Basic'), true],
    [select([], 'Basic'), select([], 'Extended'), false],
    [select([], 'Basic'), select([], 'Basic'), true],
    [select([], 'Extended'), select([], 'Extended', ['Now']), true],
    [select([], 'Extended', ['Now']), select([], 'Extended'), true],
    [select([], 'Extended', ['TimeOfCall']), select([], 'Extended'), false],
    [select([], 'Extended', ['TimeOfCall']), select([], 'Basic'), false],
    [select([], 'Extended', ['TimeOfCall']), select(), true],
    [select([], 'Extended'), select([], 'Extended', ['TimeOfCall']), false],
    [select([], 'Extended', ['Now', 'TimeOfCall']), select([], 'Extended', ['TimeOfCall']), true],
    [select([], 'Extended'), select([], 'Extended', [], ['Name']), true],
    [select([], 'Extended', [], ['Name']), select([], 'Extended'), false],
    [select([], 'Extended', [], ['Name', 'Type']), select([], 'Extended', [], ['Name']), true],
    [select([], 'Extended', [], ['Name']), select([], 'Extended', [], ['Type']), false],
    [select([], 'Extended', [], []), select([], 'Extended', ['Now'], []), true],
    [select([], 'Extended', [], []), select([], 'Basic'), true],
  ])('compares selections (%#)', (wide, narrow, expected) => {
    expect(covers(wide, narrow)).toBe(expected);
  });
});

describe('unionSelections', () => {
  it.each<[CallSelection, CallSelection, CallSelection]>([
    [select(['parties']), select(['media']), select(['parties', 'media'])],
    [select([], 'Basic'), select(['media']), select(['media'], 'Basic')],
    [select(['media'], 'Extended'), select([], 'Basic'), select(['media'], 'Extended')],
    [
      select([], 'Extended', ['TimeOfCall']),
      select([], 'Extended'),
      select([], 'Extended', ['TimeOfCall', 'Now']),
    ],
    [
      select([], 'Extended', ['TimeOfCall']),
      select([], 'Basic'),
      select([], 'Extended', ['TimeOfCall', 'Now']),
    ],
    [
      select([], 'Extended', ['TimeOfCall']),
      select(['media']),
      select(['media'], 'Extended', ['TimeOfCall']),
    ],
    [
      select([], 'Extended', [], ['Name']),
      select([], 'Extended', [], ['Type']),
      select([], 'Extended', [], ['Name', 'Type']),
    ],
    [
      select(['media'], 'Basic'),
      select([], 'Extended', [], ['Name']),
      select(['media'], 'Extended', [], ['Name']),
    ],
    [
      select(['media'], 'Extended', [], ['Name']),
      select([], 'Extended'),
      select(['media'], 'Extended'),
    ],
  ])('is the smallest selection that covers both (%#)', (a, b, expected) => {
    expect(unionSelections(a, b)).toEqual(expected);
    expect(unionSelections(b, a)).toEqual(expected);
  });

  it('returns the selection that already covers both', () => {
    const wide = select(['media', 'parties'], 'Extended');

    expect(unionSelections(wide, select(['media']))).toBe(wide);
    expect(unionSelections(select([], 'Basic'), wide)).toBe(wide);
  });

  const anySelection = (random: Random): CallSelection => {
    const context = random.pick<CrmDepth>(['None', 'Basic', 'Extended']);
    return select(
      callBlocks.filter(() => random.chance(0.2)),
      context,
      context === 'Extended'
        ? (['Now', 'TimeOfCall'] as const).filter(() => random.chance(0.4))
        : [],
      context === 'Extended' && random.chance(0.5)
        ? ['Name', 'Type', 'Stage'].filter(() => random.chance(0.4))
        : undefined,
    );
  };

  it.each([1, 2, 3])('covers both selections: seed %i', (seed) => {
    const random = createRandom(seed);
    const pairs = Array.from({ length: 500 }, () => [anySelection(random), anySelection(random)]);

    const unserved = pairs.filter(([a = basicSelection, b = basicSelection]) => {
      const both = unionSelections(a, b);
      return !covers(both, a) || !covers(both, b);
    });

    expect(unserved).toEqual([]);
  });
});

describe('parts of a selection', () => {
  it('omit one block and keep the rest', () => {
    const selection = select(['media', 'parties'], 'Extended', ['TimeOfCall']);

    const less = withoutBlock(selection, 'media');

    expect(less).toEqual(select(['parties'], 'Extended', ['TimeOfCall']));
    expect(selection.blocks.has('media')).toBe(true);
  });

  it.each<[CallSelection, boolean]>([
    [basicSelection, true],
    [select(['media']), false],
    [select([], 'Basic'), false],
    [select([], 'None', ['TimeOfCall']), true],
  ])('show whether basic fields suffice (%#)', (selection, expected) => {
    expect(isBasic(selection)).toBe(expected);
  });
});
