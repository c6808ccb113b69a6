import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallBlock, CallSelection } from '../../src/gong/endpoints/callSelection.js';
import { callBlocks } from '../../src/gong/endpoints/callSelection.js';
import type { CallRecord } from '../../src/gong/endpoints/calls.js';
import type { GongCallData, GongCallTranscript } from '../../src/gong/endpoints/wire.js';
import { systemClock, type Clock } from '../../src/lib/clock.js';
import { openReplica, type ReplicaOptions } from '../../src/replica/openReplica.js';
import { openLibsql } from '../../src/storage/libsql/libsqlDatabase.js';

export const testKey = Buffer.alloc(32, 7);

/** A folder for the file of a replica, that `remove` deletes. */
export async function replicaFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'gateway-replica-'));
  return {
    path: join(folder, 'company.db'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Opens the replica in a file, encrypted and with everything kept, unless the options say something else. */
export async function openTestReplica(
  path: string,
  options: Partial<ReplicaOptions> & { readonly clock?: Clock } = {},
) {
  const database = await openLibsql({ path, key: testKey, clock: systemClock, lockWaitMs: 0 });
  const replica = await openReplica(database, {
    crmFields: ['Name'],
    keepDays: null,
    hashKey: testKey,
    clock: systemClock,
    ...options,
  });
  return { database, replica };
}

/** What is asked of Gong for a call that is kept whole. */
export const wholeSelection: CallSelection = {
  blocks: new Set<CallBlock>(callBlocks.filter((block) => block !== 'media')),
  context: 'Extended',
  timings: new Set(),
};

/** A call as it is read from Gong. */
export function callRecord(
  id: string,
  {
    basic = {},
    details = {},
    selection = wholeSelection,
  }: {
    readonly basic?: CallRecord['basic'];
    readonly details?: GongCallData;
    readonly selection?: CallSelection;
  } = {},
): CallRecord {
  return {
    id,
    basic: { id, started: '2026-05-04T10:00:00Z', title: `Call ${id}`, duration: 60, ...basic },
    details,
    selection,
  };
}

/** A transcript in which the speakers say the sentences, one after the other. */
export function transcriptOf(
  callId: string,
  ...said: readonly (readonly [speakerId: string, text: string])[]
): GongCallTranscript {
  return {
    callId,
    transcript: said.map(([speakerId, text], index) => ({
      speakerId,
      sentences: [{ start: index * 1000, end: index * 1000 + 900, text }],
    })),
  };
}
