import type { Company } from '../../../sandbox/src/index.js';
import { callBlocks, type CallSelection } from '../../../src/gong/endpoints/callSelection.js';
import type { CallRecord } from '../../../src/gong/endpoints/calls.js';
import type { GongAnsweredScorecard } from '../../../src/gong/endpoints/wire.js';
import { MemoryState } from '../../../src/lib/memoryState.js';
import { defaultReplica } from '../../../src/replica/replicaConfig.js';
import type { ReplicaStatus } from '../../../src/replica/status.js';
import { FakeClock } from '../../support/clock.js';
import { createTestGateway, type TestGatewayOptions } from '../../support/gateway.js';
import { MemoryReplica } from '../../support/memoryReplica.js';
import { createTestSandbox } from '../../support/sandbox.js';

export const NOW = Date.parse('2026-06-01T12:00:00Z');
const HOUR_MS = 3_600_000;
export const READ_AT = NOW - HOUR_MS;

/** Everything that a replica keeps of a call: no links to recordings, and of CRM records no more than their IDs. */
const selection: CallSelection = {
  blocks: new Set(callBlocks.filter((block) => block !== 'media')),
  context: 'Basic',
  timings: new Set(),
};

export const current: ReplicaStatus = {
  state: 'CURRENT',
  from: NOW - 365 * 24 * HOUR_MS,
  asOf: READ_AT,
  lateness: 0.25,
  requestsToday: 12,
  requestsPerDay: 500,
};

/** A gateway over a sandbox of its own, and a replica that holds the whole company. */
export function createReplicaGateway({
  config,
  company: given,
  ...options
}: Partial<TestGatewayOptions> & { readonly company?: Company } = {}) {
  const clock = new FakeClock(NOW);
  const sandbox = createTestSandbox({
    clock,
    ...(given === undefined ? { users: 12, calls: 60, days: 30 } : { company: given }),
  });
  const { company } = sandbox;
  const replica = new MemoryReplica(config?.replica?.holds);
  fill(replica, company);
  replica.memory.set('status', current);
  const gateway = createTestGateway({
    sandbox,
    clock,
    ...options,
    config: { ...config, replica: { ...defaultReplica, place: 'file', ...config?.replica } },
    storage: {
      openQuota: () => ({}),
      openData: () => ({}),
      forgetData: () => Promise.resolve(),
      openReplica: () => Promise.resolve(replica.asReplica()),
      dropReplica: () => Promise.resolve(),
      state: new MemoryState(clock),
    },
  });
  return { ...gateway, replica, company, clock };
}

/** The call as the replica keeps it. */
export function keptCall(call: Company['calls'][number]): CallRecord {
  const { metaData, transcript: _transcript, ...details } = call;
  return {
    id: metaData.id,
    basic: metaData,
    details: { metaData, ...details } as CallRecord['details'],
    selection,
  };
}

function fill(replica: MemoryReplica, company: Company): void {
  for (const [index, call] of company.calls.entries()) {
    const { id } = call.metaData;
    replica.putCall(keptCall(call), READ_AT);
    const held = replica.calls.get(id);
    if (held === undefined) continue;
    held.transcript = call.transcript == null ? null : { callId: id, transcript: call.transcript };
    held.reviews = company.answeredScorecards.filter(
      ({ callId }) => callId === id,
    ) as unknown as GongAnsweredScorecard[];
    replica.changes.push({
      id,
      key: held.key,
      seq: index + 1,
      isGone: false,
      isNew: false,
      changed: [...replica.holds],
      seenAt: READ_AT,
    });
  }
  const byId = (items: readonly object[], member: string) =>
    new Map(items.map((item) => [String((item as Record<string, unknown>)[member]), item]));
  replica.records.set('USER', byId(company.users, 'id'));
  replica.records.set('WORKSPACE', byId(company.workspaces, 'id'));
  replica.records.set('TRACKER', byId(company.keywordTrackers, 'trackerId'));
  replica.records.set('SCORECARD', byId(company.scorecards, 'scorecardId'));
}
