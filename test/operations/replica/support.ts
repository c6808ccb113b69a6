import type { Company } from '../../../sandbox/src/index.js';
import type { CallRecord } from '../../../src/gong/endpoints/calls.js';
import type {
  GongAnsweredScorecard,
  GongCallTranscript,
} from '../../../src/gong/endpoints/wire.js';
import { MemoryState } from '../../../src/lib/memoryState.js';
import type { Database } from '../../../src/replica/database.js';
import type { CallPart } from '../../../src/replica/parts.js';
import type { Lease, Replica } from '../../../src/replica/replica.js';
import { defaultReplica, type ReplicaConfig } from '../../../src/replica/replicaConfig.js';
import type { ReplicaStatus } from '../../../src/replica/status.js';
import { listedName, PROGRESS, type Listed } from '../../../src/company/sync/syncState.js';
import { FakeClock } from '../../support/clock.js';
import { companyCopy } from '../../support/company.js';
import { createTestGateway, type TestGatewayOptions } from '../../support/gateway.js';
import { startDatabases } from '../../support/databases.js';
import { openTestReplica, wholeSelection } from '../../support/replica.js';
import { createTestSandbox } from '../../support/sandbox.js';

export const NOW = Date.parse('2026-06-01T12:00:00Z');
const HOUR_MS = 3_600_000;
/** When everything in the replica was read. */
export const READ_AT = NOW - HOUR_MS;

export const current: ReplicaStatus = {
  state: 'CURRENT',
  reasons: [],
  progress: null,
  from: NOW - 365 * 24 * HOUR_MS,
  asOf: READ_AT,
  unreadTranscripts: null,
  lacksCalls: false,
  unreadReviewsBefore: null,
  lateness: 0.25,
  requestsToday: 12,
  requestsPerDay: 500,
};

/** A company whose first calls are private, one in five. */
export function createReplicaCompany(): Company {
  return companyCopy(
    { now: NOW, users: 12, calls: 60, days: 30, workspaces: 2 },
    {
      name: 'one in five is private',
      change: ({ calls }) => {
        for (const [index, { metaData }] of calls.entries()) metaData.isPrivate = index % 5 === 0;
      },
    },
  );
}

export interface ReplicaScene {
  readonly store: Replica;
  readonly company: Company;
  /** The right to write what the sync remembers. */
  readonly lease: Lease;
  /** A gateway over a sandbox of the company, and over the replica. */
  gateway(
    options?: Omit<TestGatewayOptions, 'storage'> & {
      readonly storage?: Partial<TestGatewayOptions['storage']>;
      readonly replica?: Partial<ReplicaConfig>;
    },
  ): ReturnType<typeof createTestGateway>;
  writeStatus(status: ReplicaStatus): Promise<void>;
  close(): Promise<void>;
}

/** A replica that holds a whole company. */
export async function createReplicaScene(
  holds?: readonly CallPart[],
  company = createReplicaCompany(),
  dialect: Database['dialect'] = 'sqlite',
): Promise<ReplicaScene> {
  const clock = new FakeClock(NOW);
  const databases = await startDatabases(dialect);
  const { replica: store } = await openTestReplica(databases, {
    clock,
    ...(holds === undefined ? {} : { holds }),
  });
  await fill(store, company);
  const lease = await store.leases.acquire('test', HOUR_MS);
  if (lease === null) throw new Error('Another sync has the replica.');
  const writeStatus = (status: ReplicaStatus) => store.sync.put('status', status, lease);
  await writeStatus(current);
  await fillMemory(store, company, lease);
  return {
    store,
    company,
    lease,
    writeStatus,
    gateway: ({ config, replica, ...options } = {}) =>
      createTestGateway({
        sandbox: createTestSandbox({ clock, company }),
        clock,
        ...options,
        config: {
          ...config,
          replica: { ...defaultReplica, place: 'file', holds: store.holds, ...replica },
        },
        storage: {
          openQuota: () => ({}),
          openData: () => ({}),
          forgetData: () => Promise.resolve(),
          openReplica: () => Promise.resolve(store),
          state: new MemoryState(clock),
          ...options.storage,
        },
      }),
    close: async () => {
      await store.close();
      await databases.close();
    },
  };
}

/** A call as the sync reads it. */
export function readCall(call: Company['calls'][number]): CallRecord {
  const { metaData } = call;
  const details = { ...call } as Partial<typeof call>;
  delete details.transcript;
  return {
    id: metaData.id,
    basic: metaData,
    details: { metaData, ...details },
    selection: wholeSelection,
  };
}

/** What the sync remembers when it has read everything, the latest three hours apart. */
export async function fillMemory(store: Replica, company: Company, lease: Lease): Promise<void> {
  const hotFromMs = READ_AT - 3 * HOUR_MS;
  const slice = { readAt: READ_AT, nextAt: NOW, calls: 30 };
  await store.sync.putSlices(
    [
      { ...slice, fromMs: NOW - 365 * 24 * HOUR_MS, toMs: NOW - 10 * 24 * HOUR_MS },
      { ...slice, fromMs: NOW - 10 * 24 * HOUR_MS, toMs: hotFromMs },
    ],
    lease,
  );
  const hot = { fromMs: hotFromMs, toMs: READ_AT, readAt: READ_AT, nextAt: NOW };
  await store.sync.put(PROGRESS, { hot }, lease);
  const put = (operation: string, query: unknown, ids: readonly string[]) =>
    store.sync.put(listedName(operation, query), { ids, readAt: READ_AT } satisfies Listed, lease);
  const { users, workspaces, keywordTrackers, scorecards, folders } = company;
  await put(
    'listUsers',
    null,
    users.map(({ id }) => id),
  );
  await put(
    'listWorkspaces',
    null,
    workspaces.map(({ id }) => id),
  );
  await put(
    'listTrackers',
    null,
    keywordTrackers.map(({ trackerId }) => trackerId),
  );
  await put(
    'listScorecards',
    null,
    scorecards.map(({ scorecardId }) => scorecardId),
  );
  for (const { id } of workspaces) {
    const own = folders.filter(({ workspaceId }) => workspaceId === id);
    await put(
      'getLibraryStructure',
      id,
      own.map((folder) => folder.id),
    );
  }
}

async function fill(store: Replica, company: Company): Promise<void> {
  await store.putCalls(company.calls.map(readCall), READ_AT);
  const transcripts = company.calls.map(
    ({ metaData: { id: callId }, transcript }): [string, GongCallTranscript | null] => [
      callId,
      transcript == null ? null : { callId, transcript },
    ],
  );
  if (store.holds.has('TRANSCRIPT')) await store.putTranscripts(new Map(transcripts), READ_AT);
  const reviewsOf = (id: string) =>
    company.answeredScorecards.filter(({ callId }) => callId === id);
  const reviews = company.calls.map(({ metaData: { id } }): [string, GongAnsweredScorecard[]] => [
    id,
    reviewsOf(id) as unknown as GongAnsweredScorecard[],
  ]);
  if (store.holds.has('REVIEWS')) await store.putReviews(new Map(reviews), READ_AT);
  const byId = (items: readonly object[], member: string) =>
    new Map(items.map((item) => [String((item as Record<string, unknown>)[member]), item]));
  await store.putRecords('USER', byId(company.users, 'id'), READ_AT, true);
  await store.putRecords('WORKSPACE', byId(company.workspaces, 'id'), READ_AT, true);
  await store.putRecords('TRACKER', byId(company.keywordTrackers, 'trackerId'), READ_AT, true);
  const folders = company.folders.map(({ id, name, parentFolderId, createdBy, updated }) => ({
    ...{ id, name, parentFolderId, createdBy, updated },
  }));
  await store.putRecords('FOLDER', byId(folders, 'id'), READ_AT, true);
  await store.putRecords('SCORECARD', byId(company.scorecards, 'scorecardId'), READ_AT, true);
}
