import { selects, type SelectionInfo } from './selectedFields.js';

/** Records that others refer to by ID. */
export type RecordType = 'Call' | 'User' | 'Workspace' | 'Tracker' | 'Scorecard' | 'Flow';

/**
 * Fields that need only the record's ID. They are requested in parallel to the record, and without it when no other
 * field is selected.
 */
export const prefetchableFields = {
  Call: ['transcript'],
  User: ['calls', 'directReports'],
  Workspace: ['folders', 'trackers', 'scorecards', 'briefDefinitions', 'permissionProfiles'],
  Tracker: [],
  Scorecard: ['answers'],
  Flow: [],
} as const satisfies Readonly<Record<RecordType, readonly string[]>>;

export type PrefetchableField<T extends RecordType> = (typeof prefetchableFields)[T][number];

/** Fields that the reference to a record contains, so that the record need not be read. */
export const referenceFields: Readonly<Record<RecordType, ReadonlySet<string>>> = {
  Call: freeOf('Call'),
  User: freeOf('User'),
  Workspace: freeOf('Workspace'),
  Tracker: freeOf('Tracker'),
  Scorecard: freeOf('Scorecard'),
  Flow: freeOf('Flow'),
};

/** The same fields for records whose parents also contain their names. */
export const namedReferenceFields = {
  Tracker: new Set([...referenceFields.Tracker, 'name']),
  Scorecard: new Set([...referenceFields.Scorecard, 'name']),
  Flow: new Set([...referenceFields.Flow, 'name']),
} as const satisfies Partial<Readonly<Record<RecordType, ReadonlySet<string>>>>;

/** Fields of a question that an answer contains. */
export const questionReferenceFields: ReadonlySet<string> = new Set(['id']);

/** Fields of a selected option that an answer contains. */
export const optionReferenceFields: ReadonlySet<string> = new Set(['optionId']);

/** Fields of a folder that only the workspace's list of folders contains. */
const placeOfFolder: ReadonlySet<string> = new Set(['workspace', 'parent', 'children']);

const callsOfFolder: ReadonlySet<string> = new Set(['calls']);

/** Up to this many folders are read separately, because searching the lists takes at least two requests. */
export const FEW_FOLDERS = 5;

/** Returns how to find a field's folders when only their IDs are known. */
export function searchForFolders(
  info: SelectionInfo,
  count: number,
): { readonly wantsPlace: boolean; readonly wantsCalls: boolean; readonly areMany: boolean } {
  const wantsPlace = selects(info, 'Folder', placeOfFolder);
  const wantsCalls = selects(info, 'Folder', callsOfFolder);
  // Only the folder itself contains its calls, and then also everything else.
  return { wantsPlace, wantsCalls, areMany: !wantsPlace && !wantsCalls && count > FEW_FOLDERS };
}

function freeOf(type: RecordType): ReadonlySet<string> {
  return new Set(['id', 'nodeId', ...prefetchableFields[type]]);
}
