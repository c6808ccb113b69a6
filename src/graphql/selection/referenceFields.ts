import { selects, type SelectionInfo } from './selectedFields.js';

/** Records that others refer to by id. */
export type RecordType = 'Call' | 'User' | 'Workspace' | 'Tracker' | 'Scorecard' | 'Flow';

/**
 * Fields that Gong is asked for by the record's id alone: sent beside the record instead of after it, and
 * without it where nothing else of it is selected.
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

/** Fields for which the record itself needn't be read: the reference that leads to it will do. */
export const referenceFields: Readonly<Record<RecordType, ReadonlySet<string>>> = {
  Call: freeOf('Call'),
  User: freeOf('User'),
  Workspace: freeOf('Workspace'),
  Tracker: freeOf('Tracker'),
  Scorecard: freeOf('Scorecard'),
  Flow: freeOf('Flow'),
};

/** The same where whatever refers to the record tells its name too. */
export const namedReferenceFields = {
  Tracker: new Set([...referenceFields.Tracker, 'name']),
  Scorecard: new Set([...referenceFields.Scorecard, 'name']),
  Flow: new Set([...referenceFields.Flow, 'name']),
} as const satisfies Partial<Readonly<Record<RecordType, ReadonlySet<string>>>>;

/** What an answer to a scorecard tells of its question. */
export const questionReferenceFields: ReadonlySet<string> = new Set(['id']);

/** What an answer to a scorecard tells of an option that it selects. */
export const optionReferenceFields: ReadonlySet<string> = new Set(['optionId']);

/** Fields of a folder that only the workspace's list of folders tells. */
const placeOfFolder: ReadonlySet<string> = new Set(['workspace', 'parent', 'children']);

const callsOfFolder: ReadonlySet<string> = new Set(['calls']);

/** Up to so many folders, each is read on its own; it takes two requests at least to look for them in the lists. */
export const FEW_FOLDERS = 5;

/** By what the folders of a field are found whose ids alone are known. */
export function searchForFolders(
  info: SelectionInfo,
  count: number,
): { readonly wantsPlace: boolean; readonly wantsCalls: boolean; readonly areMany: boolean } {
  const wantsPlace = selects(info, 'Folder', placeOfFolder);
  const wantsCalls = selects(info, 'Folder', callsOfFolder);
  // What is filed in a folder only the folder itself tells, which then tells the rest too.
  return { wantsPlace, wantsCalls, areMany: !wantsPlace && !wantsCalls && count > FEW_FOLDERS };
}

function freeOf(type: RecordType): ReadonlySet<string> {
  return new Set(['id', 'nodeId', ...prefetchableFields[type]]);
}
