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
import { DAY_MS, type Clock } from '../../lib/clock.js';
import type { ReplicaRecordKind } from '../../replica/parts.js';
import type { ReplicaReader, ReplicaWriter } from '../../replica/replica.js';
import type { Listed } from './syncState.js';

export interface DirectoryOptions {
  readonly reads: FreshReads;
  readonly replica: Pick<ReplicaWriter, 'putRecords'> & Pick<ReplicaReader, 'findRecords'>;
  readonly clock: Clock;
}

/**
 * When at least this many records are kept, and fewer than half of them are listed, none is believed to be gone until a
 * day has passed: the credential may have lost its sight of them.
 */
const FEW_RECORDS = 10;
const BELIEVED_MS = DAY_MS;

/**
 * Reads the records of a kind, and stores them.
 *
 * @param missingSince since when fewer than half of the kept records are listed; null: they are not.
 * @param onListed told of each list that was read and stored to its end.
 * @returns the same as of now.
 * @throws GongError, DatabaseError
 */
export async function readRecords(
  { reads, replica, clock }: DirectoryOptions,
  kind: ReplicaRecordKind,
  missingSince: number | null,
  onListed: (list: DirectoryList, listed: Listed) => Promise<void>,
): Promise<number | null> {
  const readAt = clock.now();
  const { idOf } = kinds[kind];
  const lists = await readers[kind](reads, replica);
  const records = byId(
    idOf,
    lists.flatMap(({ items }) => items),
  );
  const { size } = await replica.findRecords(kind);
  const areMissing = size >= FEW_RECORDS && records.size < size / 2;
  const since = missingSince ?? readAt;
  const isBelievable = !areMissing || readAt - since >= BELIEVED_MS;
  await replica.putRecords(kind, records, readAt, isBelievable);
  if (!isBelievable) return since;
  for (const list of lists) {
    const ids = [...byId(idOf, list.items).keys()];
    // A record without an ID is not kept.
    if (ids.length === list.items.length) await onListed(list, { ids, readAt });
  }
  return null;
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
    (reads: FreshReads, replica: DirectoryOptions['replica']) => Promise<readonly DirectoryList[]>
  >
> = {
  USER: async (reads) => [{ operation: listUsers.id, query: null, items: await readUsers(reads) }],
  WORKSPACE: async (reads) => [await readWhole(reads, listWorkspaces, null)],
  TRACKER: async (reads) => [await readWhole(reads, listTrackers, null)],
  SCORECARD: async (reads) => [await readWhole(reads, listScorecards, null)],
  // The kept workspaces, because the credential may lack the scope to read them again.
  FOLDER: async (reads, replica) =>
    readFolders(reads, (await replica.findRecords('WORKSPACE')).keys()),
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
