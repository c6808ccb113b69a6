import { formatInstant } from '../instants.js';
import type { createIdMaker, Random } from '../random.js';
import type { Call, Company, Folder, FolderCall } from './types.js';

const DAY_MS = 86_400_000;
const SECONDS = 1_000_000;

/** Name, index of the parent (null: the root), calls in it. */
type FolderPlan = readonly [string, number | null, number];

const FOLDERS: readonly FolderPlan[] = [
  ['Library', null, 0],
  ['Best of discovery', 0, 30],
  ['Objection handling', 0, 12],
  ['Price objections', 2, 9],
  ['“We already have Talkwell”', 3, 4],
  ['Onboarding – week 1', 0, 18],
  ['Empty on purpose', 5, 0],
  ['Démos en français', 0, 6],
];
/** The root and the first folder come with Gong: nobody created them. */
const BUILT_IN = 2;
const NOTES = [
  'Listen to how the first question is asked.',
  'Great handling of the budget topic.',
  'Example for the next training.',
  '',
];

/** Public folders of every workspace as a tree, filled with that workspace's calls. */
export const createFolders = (
  company: Company,
  random: Random,
  nextId: ReturnType<typeof createIdMaker>,
  now: number,
): Folder[] =>
  company.workspaces.flatMap(({ id: workspaceId }) => {
    const calls = company.calls.filter(
      ({ metaData }) => metaData.workspaceId === workspaceId && !metaData.isPrivate,
    );
    const folders: Folder[] = [];
    FOLDERS.forEach(([name, parent, size], index) => {
      folders.push({
        id: nextId(),
        workspaceId,
        name,
        parentFolderId: parent === null ? null : (folders[parent]?.id ?? null),
        createdBy: index < BUILT_IN ? null : random.pick(company.users).id,
        updated: formatInstant((now - random.integer(1, 60) * DAY_MS) * 1000, -300, 'micros'),
        calls: random.sample(calls, size).map((call) => fileCall(call, company, random, now)),
      });
    });
    return folders;
  });

const fileCall = (
  { metaData }: Call,
  { users }: Company,
  random: Random,
  now: number,
): FolderCall => {
  const from = random.integer(0, Math.floor(metaData.duration / 2));
  const snippet = random.chance(0.4)
    ? { fromSec: from, toSec: Math.min(from + 90, metaData.duration) }
    : null;
  return {
    id: metaData.id,
    title: metaData.title,
    note: random.chance(0.2) ? null : random.pick(NOTES),
    addedBy: random.chance(0.05) ? null : random.pick(users).id,
    created: formatInstant(now * 1000 - random.integer(1, 5 * 86_400) * SECONDS, 0, 'utc'),
    url: snippet ? `${metaData.url}&snippet=${snippet.fromSec}-${snippet.toSec}` : metaData.url,
    snippet,
  };
};
