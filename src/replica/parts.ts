import type { CallBlock, CallSelection } from '../gong/endpoints/callSelection.js';
import { idOf } from '../gong/endpoints/wire.js';

/** Parts of a call that Gong completes at different times. `CallPart` of the schema. */
export const callParts = [
  'BASIC',
  'PARTIES',
  'CRM',
  'ANALYSIS',
  'INTERACTION',
  'COMMENTS',
  'TRANSCRIPT',
  'REVIEWS',
] as const;
export type CallPart = (typeof callParts)[number];

/** The blocks of Gong's that each part holds, of those that come with the call itself. */
export const blocksOf: Readonly<Partial<Record<CallPart, readonly CallBlock[]>>> = {
  PARTIES: ['parties'],
  ANALYSIS: [
    'content.structure',
    'content.topics',
    'content.trackers',
    'content.trackerOccurrences',
    'content.brief',
    'content.outline',
    'content.highlights',
    'content.callOutcome',
    'content.keyPoints',
  ],
  INTERACTION: [
    'interaction.speakers',
    'interaction.video',
    'interaction.personInteractionStats',
    'interaction.questions',
  ],
  COMMENTS: ['collaboration.publicComments'],
};

/** The parts that a selection of a call needs, of those that come with the call itself. */
export function partsOf({ blocks, context }: CallSelection): readonly CallPart[] {
  return callParts.filter((part) => {
    if (part === 'CRM') return context !== 'None';
    return part === 'BASIC' || blocksOf[part]?.some((block) => blocks.has(block)) === true;
  });
}

/** What a call that has all of these parts holds at least. Which values of CRM records it holds, the call itself says. */
export function heldSelection(holds: ReadonlySet<CallPart>): CallSelection {
  const blocks = [...holds].flatMap((part) => blocksOf[part] ?? []);
  const context = holds.has('CRM') && holds.has('PARTIES') ? 'Basic' : 'None';
  return { blocks: new Set(blocks), context, timings: new Set() };
}

/** Kinds of directory records that are kept. `RecordKind` of the schema. */
export const recordKinds = ['USER', 'WORKSPACE', 'TRACKER', 'SCORECARD', 'FOLDER'] as const;
export type ReplicaRecordKind = (typeof recordKinds)[number];

/** The member of a record that names its workspace. Users have none: every viewer may see them. */
export const workspaceMembers: Readonly<Record<ReplicaRecordKind, string | null>> = {
  USER: null,
  WORKSPACE: 'id',
  TRACKER: 'workspaceId',
  SCORECARD: 'workspaceId',
  FOLDER: 'workspaceId',
};

/** ID of the workspace of a record; null when it has none. */
export function workspaceOf(kind: ReplicaRecordKind, record: object): string | null {
  const member = workspaceMembers[kind];
  return member === null ? null : idOf((record as Readonly<Record<string, unknown>>)[member]);
}
