import type { FreshReads } from '../company/freshReads.js';
import type { RecordKind } from '../gong/endpoints/endpoint.js';
import { folders, getLibraryStructure } from '../gong/endpoints/library.js';
import {
  listScorecards,
  listTrackers,
  listWorkspaces,
  scorecards,
  trackers,
  workspaces,
} from '../gong/endpoints/settings.js';
import { listUsers, users } from '../gong/endpoints/users.js';
import type { GongFolder, GongUser } from '../gong/endpoints/wire.js';
import type { Clock } from '../lib/clock.js';
import { recordKinds, type ReplicaRecordKind } from '../replica/parts.js';
import type { ReplicaReader, ReplicaWriter } from '../replica/replica.js';

export interface DirectoryOptions {
  readonly reads: FreshReads;
  readonly replica: Pick<ReplicaWriter, 'putRecords'> & Pick<ReplicaReader, 'findRecords'>;
  readonly clock: Clock;
}

/** Of so many kept records, at least half must still be listed, or none is believed to be gone. */
const FEW_RECORDS = 10;

/**
 * Reads users, workspaces, trackers, scorecards, and folders, and stores them.
 *
 * @param onFailure told why a kind could not be read; the others are read anyway.
 * @throws what `onFailure` does, DatabaseError
 */
export async function readDirectory(
  { reads, replica, clock }: DirectoryOptions,
  onFailure: (kind: ReplicaRecordKind, error: unknown) => void,
): Promise<void> {
  const workspacesRead = new Map<string, object>();
  for (const kind of recordKinds) {
    const readAt = clock.now();
    let records: ReadonlyMap<string, object>;
    try {
      records = await readers[kind](reads, workspacesRead);
    } catch (error) {
      onFailure(kind, error);
      continue;
    }
    if (kind === 'WORKSPACE') for (const [id, each] of records) workspacesRead.set(id, each);
    const { size } = await replica.findRecords(kind);
    const isBelievable = size < FEW_RECORDS || records.size >= size / 2;
    await replica.putRecords(kind, records, readAt, isBelievable);
  }
}

const readers: Readonly<
  Record<
    ReplicaRecordKind,
    (
      reads: FreshReads,
      workspacesRead: ReadonlyMap<string, object>,
    ) => Promise<ReadonlyMap<string, object>>
  >
> = {
  USER: async (reads) => byId(users, await readUsers(reads)),
  WORKSPACE: async (reads) => byId(workspaces, await reads.whole(listWorkspaces, null)),
  TRACKER: async (reads) => byId(trackers, await reads.whole(listTrackers, null)),
  SCORECARD: async (reads) => byId(scorecards, await reads.whole(listScorecards, null)),
  FOLDER: async (reads, known) => byId(folders, await readFolders(reads, known.keys())),
};

async function readUsers(reads: FreshReads): Promise<readonly GongUser[]> {
  const list = reads.list(listUsers);
  const found: GongUser[] = [];
  let cursor: string | null = null;
  do {
    const page = await list(null, cursor);
    found.push(...page.items);
    cursor = page.items.length === 0 ? null : page.cursor;
  } while (cursor !== null);
  return found;
}

/** Gong lists the folders of one workspace at a time. */
async function readFolders(
  reads: FreshReads,
  workspaceIds: Iterable<string>,
): Promise<readonly GongFolder[]> {
  const found: GongFolder[] = [];
  for (const id of workspaceIds) found.push(...(await reads.whole(getLibraryStructure, id)));
  return found;
}

function byId<Item extends object>(
  { idOf }: RecordKind<Item>,
  items: readonly Item[],
): ReadonlyMap<string, Item> {
  return new Map(
    items.flatMap((item) => {
      const id = idOf(item);
      return id === null ? [] : [[id, item] as const];
    }),
  );
}
