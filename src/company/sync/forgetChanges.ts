import type { CacheGroup } from '../cache/sharedStore.js';
import type { Company } from '../company.js';
import type { CallPart, ReplicaRecordKind } from '../../replica/parts.js';
import type { CallChangeRow, ReplicaWriter } from '../../replica/replica.js';
import type { SyncedReplica } from './options.js';

/** Most changes that one write brings. */
const MOST_CHANGES = 10_000;

/** The cached records that a call consists of. */
const groupsOfCalls: readonly CacheGroup[] = ['calls', 'transcripts', 'reviews'];

const groupOfPart: Readonly<Partial<Record<CallPart, CacheGroup>>> = {
  TRANSCRIPT: 'transcripts',
  REVIEWS: 'reviews',
};

const groupOfKind: Readonly<Record<ReplicaRecordKind, CacheGroup>> = {
  USER: 'users',
  WORKSPACE: 'workspaces',
  TRACKER: 'trackers',
  SCORECARD: 'scorecards',
  FOLDER: 'folders',
};

/**
 * Returns the replica, whose writes invalidate what the company caches of changed records. A client that learns of a
 * change from the replica, and then reads the record from the gateway, does not get an older one.
 *
 * @param countsNew whether records count that the replica did not hold. Those of the first copy are no changes.
 * @param writer by which it writes, as that of the sync, which needs the lease.
 */
export function forgetChanges(
  replica: SyncedReplica,
  company: Pick<Company, 'forget'>,
  countsNew: () => boolean,
  writer: ReplicaWriter = replica,
): SyncedReplica {
  const forgetting = async (write: () => Promise<void>): Promise<void> => {
    const { seq: after } = await replica.head();
    try {
      await write();
    } finally {
      // A write that fails may have stored a part.
      const groups = await changedGroups(replica, after, countsNew());
      if (groups.size > 0) await company.forget([...groups]);
    }
  };
  return {
    holds: replica.holds,
    sync: replica.sync,
    leases: replica.leases,
    putCalls: (...args) => forgetting(() => writer.putCalls(...args)),
    putTranscripts: (...args) => forgetting(() => writer.putTranscripts(...args)),
    putReviews: (...args) => forgetting(() => writer.putReviews(...args)),
    putRecords: (...args) => forgetting(() => writer.putRecords(...args)),
    removeCalls: (...args) => forgetting(() => writer.removeCalls(...args)),
    eraseCalls: (...args) => forgetting(() => writer.eraseCalls(...args)),
    // Gong still has what is only too old to be kept.
    removeCallsBefore: (startMs) => writer.removeCallsBefore(startMs),
    compact: () => writer.compact(),
    findReviews: (ids) => replica.findReviews(ids),
    findRecords: (...args) => replica.findRecords(...args),
    head: () => replica.head(),
    callChanges: (query) => replica.callChanges(query),
    recordChanges: (...args) => replica.recordChanges(...args),
  };
}

async function changedGroups(
  replica: SyncedReplica,
  after: number,
  countsNew: boolean,
): Promise<ReadonlySet<CacheGroup>> {
  const groups = new Set<CacheGroup>();
  if ((await replica.head()).seq === after) return groups;
  const query = { after, first: MOST_CHANGES };
  for (const change of await replica.callChanges({ ...query, parts: null })) {
    if (change.isNew && !countsNew) continue;
    for (const group of groupsOf(change)) groups.add(group);
  }
  for (const { kind, isNew } of await replica.recordChanges(query, null)) {
    if (!isNew || countsNew) groups.add(groupOfKind[kind]);
  }
  return groups;
}

function groupsOf({ isGone, changed }: CallChangeRow): readonly CacheGroup[] {
  return isGone ? groupsOfCalls : changed.map((part) => groupOfPart[part] ?? 'calls');
}
