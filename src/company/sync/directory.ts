import type { FreshReads } from '../freshReads.js';
import type { ReadEndpoint, RecordKind } from '../../gong/endpoints/endpoint.js';
import { folders, getLibraryStructure } from '../../gong/endpoints/library.js';
import {
  listScorecards,
  listTrackers,
  listWorkspaces,
  scorecards,
  trackers,
  workspaces,
} from '../../gong/endpoints/settings.js';
import { listUsers, users } from '../../gong/endpoints/users.js';
import type { GongUser } from '../../gong/endpoints/wire.js';
import type { Clock } from '../../lib/clock.js';
import { recordKinds, type ReplicaRecordKind } from '../../replica/parts.js';
import type { ReplicaReader, ReplicaWriter } from '../../replica/replica.js';
import type { Listed } from './syncState.js';

export interface DirectoryOptions {
  readonly reads: FreshReads;
  readonly replica: Pick<ReplicaWriter, 'putRecords'> & Pick<ReplicaReader, 'findRecords'>;
  readonly clock: Clock;
}

/** When at least this many records are kept, half of them must still be listed, or no record is believed to be gone. */
const FEW_RECORDS = 10;

/**
 * Reads users, workspaces, trackers, scorecards, and folders, and stores them.
 *
 * @param onListed told of each list that was read and stored to its end.
 * @param onFailure told why a kind could not be read; the others are read anyway.
 * @throws what `onFailure` does, DatabaseError
 */
export async function readDirectory(
  { reads, replica, clock }: DirectoryOptions,
  onFailure: (kind: ReplicaRecordKind, error: unknown) => void,
  onListed: (list: DirectoryList, listed: Listed) => Promise<void>,
): Promise<void> {
  const workspacesRead = new Map<string, object>();
  for (const kind of recordKinds) {
    const readAt = clock.now();
    const { idOf } = kinds[kind];
    let lists: readonly DirectoryList[];
    try {
      lists = await readers[kind](reads, workspacesRead);
    } catch (error) {
      onFailure(kind, error);
      continue;
    }
    const records = byId(
      idOf,
      lists.flatMap(({ items }) => items),
    );
    if (kind === 'WORKSPACE') for (const [id, each] of records) workspacesRead.set(id, each);
    const { size } = await replica.findRecords(kind);
    const isBelievable = size < FEW_RECORDS || records.size >= size / 2;
    await replica.putRecords(kind, records, readAt, isBelievable);
    if (!isBelievable) continue;
    for (const list of lists) {
      const ids = [...byId(idOf, list.items).keys()];
      // A record without an ID is not kept.
      if (ids.length === list.items.length) await onListed(list, { ids, readAt });
    }
  }
}

/** All records of one of Gong's lists. */
export interface DirectoryList {
  /** Gong's operation. */
  readonly operation: string;
  readonly query: unknown;
  readonly items: readonly object[];
}

const kinds: Readonly<Record<ReplicaRecordKind, Pick<RecordKind<never>, 'idOf'>>> = {
  USER: users,
  WORKSPACE: workspaces,
  TRACKER: trackers,
  SCORECARD: scorecards,
  FOLDER: folders,
};

const readers: Readonly<
  Record<
    ReplicaRecordKind,
    (
      reads: FreshReads,
      workspacesRead: ReadonlyMap<string, object>,
    ) => Promise<readonly DirectoryList[]>
  >
> = {
  USER: async (reads) => [{ operation: listUsers.id, query: null, items: await readUsers(reads) }],
  WORKSPACE: async (reads) => [await readWhole(reads, listWorkspaces, null)],
  TRACKER: async (reads) => [await readWhole(reads, listTrackers, null)],
  SCORECARD: async (reads) => [await readWhole(reads, listScorecards, null)],
  FOLDER: (reads, known) => readFolders(reads, known.keys()),
};

async function readWhole<Item extends object, S, Query>(
  reads: FreshReads,
  endpoint: ReadEndpoint<Item, S, Query>,
  query: Query,
): Promise<DirectoryList> {
  return { operation: endpoint.id, query, items: await reads.whole(endpoint, query) };
}

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
): Promise<readonly DirectoryList[]> {
  const lists: DirectoryList[] = [];
  for (const id of workspaceIds) lists.push(await readWhole(reads, getLibraryStructure, id));
  return lists;
}

function byId(
  idOf: RecordKind<never>['idOf'],
  items: readonly object[],
): ReadonlyMap<string, object> {
  return new Map(
    items.flatMap((item) => {
      const id = idOf(item as never);
      return id === null ? [] : [[id, item] as const];
    }),
  );
}
