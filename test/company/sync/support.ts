import { AnswerCache, createAnswerMemory } from '../../../src/company/cache/answerCache.js';
import { Company } from '../../../src/company/company.js';
import { keyCredentials } from '../../../src/gong/credentials.js';
import type { Fetch } from '../../../src/gong/exchange.js';
import type { Logger } from '../../../src/lib/logger.js';
import { DAY_MS } from '../../../src/lib/clock.js';
import type { SyncConfig, SyncOptions } from '../../../src/company/sync/options.js';
import { Syncer } from '../../../src/company/sync/syncer.js';
import { DayCountInMemory } from '../../../src/gong/scheduling/dayCount.js';
import { LocalQuota } from '../../../src/gong/scheduling/localQuota.js';
import {
  createFetch,
  DEFAULT_CREDENTIAL,
  type Call,
  type Company as SandboxCompany,
  type SandboxCredential,
} from '../../../sandbox/src/index.js';
import { plainCall } from '../../../sandbox/src/index.js';
import { createTestClient, FakeWire, type LoggedLine } from '../../gong/support.js';
import { FakeClock } from '../../support/clock.js';
import { companyOf, usersOf } from '../../support/companies.js';
import { MemoryReplica } from './memoryReplica.js';
import { createTestSandbox } from '../../support/sandbox.js';

export interface SyncSetting {
  readonly company?: Partial<SandboxCompany>;
  readonly config?: Partial<SyncConfig>;
  readonly credential?: SandboxCredential;
  readonly requestsPerDay?: number;
  /** In place of the sandbox. */
  readonly fetch?: Fetch;
  readonly clock?: FakeClock;
  /** Told of what takes real time. */
  readonly watch?: <T>(pending: Promise<T>) => Promise<T>;
}

export const START = Date.parse('2026-06-01T12:00:00Z');

/** What the sync reads with. */
export const syncScopes = [
  'api:calls:read:basic',
  'api:calls:read:extensive',
  'api:calls:read:transcript',
  'api:users:read',
  'api:workspaces:read',
  'api:settings:trackers:read',
  'api:settings:scorecards:read',
  'api:library:read',
  'api:stats:scorecards',
];

/** A company whose copy is made and kept, with time in the test's hands. */
export function setUpSync(setting: SyncSetting = {}) {
  const clock = setting.clock ?? new FakeClock(START);
  const company = companyOf({ users: usersOf(3), ...setting.company });
  const credential = setting.credential ?? DEFAULT_CREDENTIAL;
  const sandbox = createTestSandbox({
    clock,
    company,
    credentials: [credential],
    requestsPerDay: 1_000_000,
  });
  const replica = new MemoryReplica(() => clock.now());
  const logged: LoggedLine[] = [];
  const log =
    (level: string) =>
    (fields: object, message: string): void => {
      logged.push({ level, fields, message });
    };
  const logger: Logger = {
    debug: () => undefined,
    info: log('info'),
    warn: log('warn'),
    error: log('error'),
  };
  const dayCount = new DayCountInMemory();
  const quota = new LocalQuota({
    requestsPerSecond: 3,
    requestsPerDay: setting.requestsPerDay ?? 10_000,
    marginMs: 0,
    dayTimeZone: 'UTC',
    dayCount,
    clock,
  });
  const { client } = createTestClient({
    clock,
    wire: new FakeWire(clock),
    fetch: setting.fetch ?? watchedFetch(createFetch(sandbox), setting.watch),
    credentials: keyCredentials({ baseUrl: 'https://gong.test', ...credential }),
    quota,
  });
  const shared = new Company({
    client,
    cache: new AnswerCache({
      memory: createAnswerMemory(1e6),
      company: 'acme',
      isOn: true,
      shared: null,
      clock,
    }),
    directoryTtlSeconds: 3600,
    requestsPerSecond: 3,
    clock,
  });
  const createSyncer = (holder = 'one', store: SyncOptions['replica'] = replica): Syncer =>
    new Syncer({
      company: shared,
      replica: store,
      clock,
      logger,
      tenant: 'default',
      holder,
      leaseMs: DAY_MS,
      config: {
        sinceDays: 30,
        keepDays: null,
        requestsPerDay: 500,
        fillRequestsPerDay: 2000,
        dayTimeZone: 'UTC',
        ...setting.config,
      },
    });
  const syncer = createSyncer();
  const sent = (operationId?: string) =>
    sandbox.requests.filter(
      (each) => operationId === undefined || each.operationId === operationId,
    );
  return { clock, company, sandbox, replica, shared, syncer, createSyncer, sent, logged, dayCount };
}

function watchedFetch(fetch: Fetch, watch: SyncSetting['watch']): Fetch {
  if (watch === undefined) return fetch;
  return async (url, init) => {
    const response = await watch(fetch(url, init));
    const { status, headers } = response;
    return { status, headers, text: () => watch(response.text()) };
  };
}

/** A call with a transcript and an analysis; both may come later, by `availableAt` and `analyzedAt`. */
export function spokenCall(id: string, startMs: number, more: Partial<Call> = {}): Call {
  return {
    ...plainCall({ id, started: new Date(startMs).toISOString() }),
    interaction: { speakers: [], interactionStats: [], video: [], questions: {} } as never,
    transcript: [{ speakerId: '1', topic: null, sentences: [] }] as never,
    ...more,
  };
}

/** So many calls, one each `spacingMs` before the time. */
export function callsBefore(endMs: number, count: number, spacingMs: number, from = 0): Call[] {
  return Array.from({ length: count }, (_, index) =>
    spokenCall(String(1_000_000 + from + index), endMs - (index + 1) * spacingMs),
  );
}
