import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallBlock, CallSelection } from '../../src/gong/endpoints/callSelection.js';
import { callBlocks } from '../../src/gong/endpoints/callSelection.js';
import type { CallRecord } from '../../src/gong/endpoints/calls.js';
import type { GongCallData, GongCallTranscript } from '../../src/gong/endpoints/wire.js';
import { systemClock } from '../../src/lib/clock.js';
import type { Database } from '../../src/replica/database.js';
import type { SpeechCondition } from '../../src/replica/filter.js';
import { openReplica, type ReplicaOptions } from '../../src/replica/openReplica.js';
import type { Replica } from '../../src/replica/replica.js';
import { parseTextQuery } from '../../src/replica/text/query.js';
import { everything } from '../../src/replica/visibility.js';

export const testKey = Buffer.alloc(32, 7);

/** A folder for the file of a replica, that `remove` deletes. */
export async function replicaFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'gateway-replica-'));
  return {
    path: join(folder, 'company.db'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Opens a replica that keeps everything, unless the options say something else. */
export async function openTestReplica(
  databases: { open(name?: string): Promise<Database> },
  options: Partial<ReplicaOptions> = {},
): Promise<{ readonly database: Database; readonly replica: Replica }> {
  const database = await databases.open();
  try {
    const replica = await openReplica(database, {
      crmFields: ['Name'],
      keepDays: null,
      hashKey: testKey,
      clock: systemClock,
      ...options,
    });
    return { database, replica };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The calls in which someone on the side says the words. */
export async function callsSaying(
  replica: Replica,
  words: string,
  affiliation?: SpeechCondition['affiliation'],
): Promise<string[]> {
  const { passages } = await replica.searchPassages({
    text: parseTextQuery(words),
    filter: {},
    speech: affiliation === undefined ? null : { affiliation },
    visibility: everything,
    order: 'NEWEST_FIRST',
    first: 100,
    after: null,
    needsTotal: false,
  });
  return [...new Set(passages.map(({ callId }) => callId))].sort();
}

export const parties = [
  { id: 'p1', speakerId: '1', userId: '900', name: 'Ada Host', affiliation: 'Internal' },
  {
    id: 'p2',
    speakerId: '2',
    emailAddress: 'Eva@EU.Acme.com',
    phoneNumber: '+1 (555) 010-99',
    name: 'Éva Müller',
    affiliation: 'External',
  },
];

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
