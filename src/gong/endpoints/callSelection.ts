/**
 * The selected blocks of a call beyond its basic fields, which become Gong's `contentSelector`. Blocks are named by
 * their path in `exposedFields`.
 */
export const callBlocks = [
  'parties',
  'content.structure',
  'content.topics',
  'content.trackers',
  'content.trackerOccurrences',
  'content.brief',
  'content.outline',
  'content.highlights',
  'content.callOutcome',
  'content.keyPoints',
  'interaction.speakers',
  'interaction.video',
  'interaction.personInteractionStats',
  'interaction.questions',
  'collaboration.publicComments',
  'media',
] as const;
export type CallBlock = (typeof callBlocks)[number];

export type CrmDepth = 'None' | 'Basic' | 'Extended';
export type CrmTiming = 'Now' | 'TimeOfCall';

export interface CallSelection {
  readonly blocks: ReadonlySet<CallBlock>;
  readonly context: CrmDepth;
  /** The selected timings of CRM records; empty when none is named, which Gong treats as `Now`. */
  readonly timings: ReadonlySet<CrmTiming>;
  /** Names of the CRM fields with `Extended`; if omitted, all. Gong sends all of them, and a copy may hold some. */
  readonly crmFields?: ReadonlySet<string>;
}

export const basicSelection: CallSelection = {
  blocks: new Set(),
  context: 'None',
  timings: new Set(),
};

/** Returns whether only basic fields are selected, which every call operation of Gong's sends. */
export function isBasic(selection: CallSelection): boolean {
  return selection.blocks.size === 0 && selection.context === 'None';
}

const depths: readonly CrmDepth[] = ['None', 'Basic', 'Extended'];

/** Returns the union of two selections. */
export function unionSelections(a: CallSelection, b: CallSelection): CallSelection {
  if (covers(a, b)) return a;
  if (covers(b, a)) return b;
  const timings = new Set([...a.timings, ...b.timings]);
  // Next to a named timing, the unnamed one must be named too, or it would be lost.
  if (timings.size > 0 && [a, b].some(wantsUnnamedTiming)) timings.add('Now');
  const crmFields = unionFields([a, b].filter(({ context }) => context === 'Extended'));
  return {
    blocks: new Set([...a.blocks, ...b.blocks]),
    context: depths.indexOf(a.context) >= depths.indexOf(b.context) ? a.context : b.context,
    timings,
    ...(crmFields === undefined ? {} : { crmFields }),
  };
}

/** Returns the fields that any of these selects; undefined when that is all of them, or nothing is selected. */
function unionFields(extended: readonly CallSelection[]): ReadonlySet<string> | undefined {
  if (extended.length === 0) return undefined;
  const names = new Set<string>();
  for (const { crmFields } of extended) {
    if (crmFields === undefined) return undefined;
    for (const name of crmFields) names.add(name);
  }
  return names;
}

/** Returns whether data for `wide` also answers `narrow`. */
export function covers(wide: CallSelection, narrow: CallSelection): boolean {
  if (wide === narrow) return true;
  for (const block of narrow.blocks) if (!wide.blocks.has(block)) return false;
  if (depths.indexOf(wide.context) < depths.indexOf(narrow.context)) return false;
  if (narrow.context === 'None') return true;
  if (narrow.context === 'Extended' && !coversFields(wide, narrow)) return false;
  const held = snapshotsOf(wide);
  return [...snapshotsOf(narrow)].every((timing) => held.has(timing));
}

function coversFields({ crmFields: held }: CallSelection, { crmFields }: CallSelection): boolean {
  return (
    held === undefined ||
    (crmFields !== undefined && [...crmFields].every((name) => held.has(name)))
  );
}

/** Returns the selection as Gong answers it: with every CRM field. */
export function asAnswered(selection: CallSelection): CallSelection {
  if (selection.crmFields === undefined) return selection;
  const { blocks, context, timings } = selection;
  return { blocks, context, timings };
}

/** Returns the selection without one block. */
export function withoutBlock(selection: CallSelection, block: CallBlock): CallSelection {
  return { ...selection, blocks: new Set([...selection.blocks].filter((each) => each !== block)) };
}

/** Returns Gong's `contentSelector`; undefined when only basic fields are selected. */
export function toContentSelector(selection: CallSelection): object | undefined {
  if (isBasic(selection)) return undefined;
  const exposedFields: Record<string, boolean | Record<string, boolean>> = {};
  for (const block of callBlocks) {
    if (!selection.blocks.has(block)) continue;
    const [group = block, member] = block.split('.');
    if (member === undefined) {
      exposedFields[group] = true;
    } else {
      const toggles = exposedFields[group];
      exposedFields[group] = { ...(typeof toggles === 'object' ? toggles : {}), [member]: true };
    }
  }
  return {
    ...(selection.context === 'None' ? {} : { context: selection.context }),
    // Gong accepts timings only with `Extended`.
    ...(selection.context === 'Extended' && selection.timings.size > 0
      ? { contextTiming: [...selection.timings].sort() }
      : {}),
    ...(selection.blocks.size === 0 ? {} : { exposedFields }),
  };
}

interface SelectionJson {
  readonly blocks: readonly CallBlock[];
  readonly context: CrmDepth;
  readonly timings: readonly CrmTiming[];
}

const read = new WeakMap<object, CallSelection>();

/** Converts a selection, as Gong answers it, to JSON and back. */
export function toJson({ blocks, context, timings }: CallSelection): SelectionJson {
  return { blocks: [...blocks], context, timings: [...timings] };
}

export function fromJson(json: unknown): CallSelection {
  const packed = json as SelectionJson;
  let selection = read.get(packed);
  if (selection === undefined) {
    const { blocks, context, timings } = packed;
    selection = { blocks: new Set(blocks), context, timings: new Set(timings) };
    read.set(packed, selection);
  }
  return selection;
}

function wantsUnnamedTiming(selection: CallSelection): boolean {
  return selection.context !== 'None' && selection.timings.size === 0;
}

function snapshotsOf(selection: CallSelection): ReadonlySet<CrmTiming> {
  return selection.timings.size === 0 ? new Set(['Now']) : selection.timings;
}
