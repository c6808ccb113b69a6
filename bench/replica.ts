import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { systemClock } from '../src/lib/clock.js';
import type { CallFilter } from '../src/replica/filter.js';
import { openReplica } from '../src/replica/openReplica.js';
import type { CallDimension, Replica } from '../src/replica/replica.js';
import { parseTextQuery } from '../src/replica/text/query.js';
import { everything, type CallVisibility } from '../src/replica/visibility.js';
import { openLibsql } from '../src/storage/libsql/libsqlDatabase.js';
import { callOf, createChance, START_MS, wordOf, YEAR_MS, type Chance } from './replicaCompany.js';
import { percentile, table } from './support.js';

const CALLS_AT_ONCE = 10;
const ROUNDS = 40;
const DAY_MS = 86_400_000;

type Question = (replica: Replica, chance: Chance) => Promise<unknown>;

/** A copy of a company with so many calls: how long it takes to fill and to search it, and how large it is. */
export async function measureReplica(calls: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'replica-'));
  const database = await openLibsql({
    path: join(folder, 'company.db'),
    key: new Uint8Array(32).fill(1),
    clock: systemClock,
  });
  const replica = await openReplica(database, {
    crmFields: ['Name'],
    keepDays: null,
    hashKey: new Uint8Array(32).fill(2),
    clock: systemClock,
  });
  try {
    const filled = await fill(replica, calls);
    const rows = [];
    for (const [name, ask] of Object.entries(questions)) {
      rows.push([name, ...(await measure(replica, ask))]);
    }
    const bytes = readdirSync(folder).reduce(
      (sum, file) => sum + statSync(join(folder, file)).size,
      0,
    );
    return [
      `${filled}, ${(bytes / 1e6).toFixed(0)} MB of files`,
      table(['First page of 20, or answer', 'p50 ms', 'p95 ms', 'found', 'loop blocked ms'], rows),
    ].join('\n\n');
  } finally {
    await replica.close();
    rmSync(folder, { recursive: true });
  }
}

async function fill(replica: Replica, calls: number): Promise<string> {
  const chance = createChance(1);
  let tookMs = 0;
  for (let from = 0; from < calls; from += CALLS_AT_ONCE) {
    const size = Math.min(CALLS_AT_ONCE, calls - from);
    const some = Array.from({ length: size }, (_, at) => callOf(from + at, calls, chance));
    const startedAt = performance.now();
    await replica.putCalls(
      some.map(({ record }) => record),
      START_MS + YEAR_MS,
    );
    await replica.putTranscripts(
      new Map(some.map(({ record, transcript }) => [record.id, transcript])),
      START_MS + YEAR_MS,
    );
    tookMs += performance.now() - startedAt;
  }
  return `${calls} calls: ${(tookMs / 1000).toFixed(0)} s, ${(tookMs / calls).toFixed(1)} ms each`;
}

/** What is found says that the question was not an empty one; the delay, how long nothing else could run. */
async function measure(replica: Replica, ask: Question): Promise<string[]> {
  const chance = createChance(2);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const times: number[] = [];
  let found = 0;
  delay.enable();
  for (let round = 0; round < ROUNDS; round += 1) {
    const startedAt = performance.now();
    found += sizeOf(await ask(replica, chance));
    times.push(performance.now() - startedAt);
  }
  delay.disable();
  return [
    percentile(times, 0.5).toFixed(1),
    percentile(times, 0.95).toFixed(1),
    (found / ROUNDS).toFixed(1),
    (delay.max / 1e6).toFixed(0),
  ];
}

function sizeOf(answer: unknown): number {
  return Object.values(answer as object)
    .filter((member): member is unknown[] => Array.isArray(member))
    .reduce((sum, { length }) => sum + length, 0);
}

const between = (chance: Chance, least: number, most: number): number =>
  least + Math.floor(chance() * (most - least));
const common = (chance: Chance): string => wordOf(between(chance, 0, 50));
const middling = (chance: Chance): string => wordOf(between(chance, 200, 2000));
const rare = (chance: Chance): string => wordOf(between(chance, 10_000, 40_000));

const policy: CallVisibility = {
  hidesPrivate: true,
  anyOf: [{ workspaceIds: ['1'], hostIds: null }],
  judge: null,
  judgeGone: null,
};

const passages =
  (
    text: (chance: Chance) => string,
    options: {
      readonly filter?: (chance: Chance) => CallFilter;
      readonly visibility?: CallVisibility;
      readonly order?: 'RELEVANCE';
      readonly needsTotal?: boolean;
      readonly speech?: 'External';
    } = {},
  ): Question =>
  (replica, chance) =>
    replica.searchPassages({
      text: parseTextQuery(text(chance)),
      filter: options.filter?.(chance) ?? {},
      visibility: options.visibility ?? everything,
      speech: options.speech === undefined ? null : { affiliation: options.speech },
      order: options.order ?? 'NEWEST_FIRST',
      first: 20,
      after: null,
      needsTotal: options.needsTotal ?? false,
    });

const calls =
  (filter: (chance: Chance) => CallFilter, visibility = everything, needsTotal = false): Question =>
  (replica, chance) =>
    replica.searchCalls({
      filter: filter(chance),
      visibility,
      order: 'NEWEST_FIRST',
      first: 20,
      after: null,
      needsTotal,
    });

const stats =
  (by: readonly CallDimension[], filter: (chance: Chance) => CallFilter = () => ({})): Question =>
  (replica, chance) =>
    replica.stats({
      filter: filter(chance),
      visibility: everything,
      by,
      timeZone: 'America/New_York',
      first: 1000,
    });

const host = (chance: Chance): string => String(between(chance, 1000, 1100));
const domain = (chance: Chance): string => `company${between(chance, 0, 2000)}.com`;
const tracker = (chance: Chance) => ({ trackerIds: [`t${between(chance, 0, 20)}`], minCount: 1 });
const said = (text: string): CallFilter => ({ said: parseTextQuery(text) });

const questions: Readonly<Record<string, Question>> = {
  'passages: a common word': passages(common),
  'passages: a middling word': passages(middling),
  'passages: a rare word': passages(rare),
  'passages: two middling words': passages((chance) => `${middling(chance)} ${common(chance)}`),
  'passages: a phrase of common words': passages(
    (chance) => `"${common(chance)} ${common(chance)}"`,
  ),
  'passages: a phrase of middling words': passages(
    (chance) => `"${common(chance)} ${middling(chance)}"`,
  ),
  'passages: a prefix of 3 letters': passages((chance) => `${middling(chance).slice(0, 3)}*`),
  'passages: a prefix of 4 letters': passages((chance) => `${middling(chance).slice(0, 4)}*`),
  'passages: a common word, policy': passages(common, { visibility: policy }),
  'passages: a common word of a domain': passages(common, {
    filter: (chance) => ({ domains: [domain(chance)] }),
  }),
  'passages: a middling word of a host': passages(middling, {
    filter: (chance) => ({ hostIds: [host(chance)] }),
  }),
  'passages: a common word of customers': passages(common, { speech: 'External' }),
  'passages: a middling word, ranked': passages(middling, { order: 'RELEVANCE' }),
  'passages: a common word, ranked': passages(common, { order: 'RELEVANCE' }),
  'passages: a middling word, with total': passages(middling, { needsTotal: true }),
  'passages: a common word, policy, with total': passages(common, {
    visibility: policy,
    needsTotal: true,
  }),
  'calls: of a host': calls((chance) => ({ hostIds: [host(chance)] })),
  'calls: of a domain': calls((chance) => ({ domains: [domain(chance)] })),
  'calls: of an account, policy, with total': calls(
    (chance) => ({ crmObjects: [{ objectType: 'Account', objectId: domain(chance) }] }),
    policy,
    true,
  ),
  'calls: with two trackers, with total': calls(
    (chance) => ({ trackers: [tracker(chance), tracker(chance)] }),
    everything,
    true,
  ),
  'calls: by the name of a participant': calls((chance) => ({
    participants: [{ name: parseTextQuery(middling(chance)), affiliation: 'External' }],
  })),
  'calls: by a word of the title': calls((chance) => ({ title: parseTextQuery(middling(chance)) })),
  'calls: in which a common word is said, with total': calls(
    (chance) => said(common(chance)),
    policy,
    true,
  ),
  'calls: in which a middling word is said, with total': calls(
    (chance) => said(middling(chance)),
    policy,
    true,
  ),
  'calls: in which a phrase is said, with total': calls(
    (chance) => said(`"${common(chance)} ${common(chance)}"`),
    policy,
    true,
  ),
  'statistics: host and week, all': stats(['HOST', 'WEEK']),
  'statistics: host and week, 90 days': stats(['HOST', 'WEEK'], () => ({
    fromMs: START_MS + YEAR_MS - 90 * DAY_MS,
  })),
  'statistics: host and month': stats(['HOST', 'MONTH']),
  'statistics: tracker and week': stats(['TRACKER', 'WEEK']),
  'statistics: account': stats(['ACCOUNT']),
  'statistics: a middling word, host and week': stats(['HOST', 'WEEK'], (chance) =>
    said(middling(chance)),
  ),
};
