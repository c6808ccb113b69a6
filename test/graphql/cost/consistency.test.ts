import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Kind, parse, print, visit, type DocumentNode, type SelectionNode } from 'graphql';
import {
  createCompany,
  createFetch,
  createSandbox,
  type Company,
  type Sandbox,
} from '../../../sandbox/src/index.js';
import type { Fetch } from '../../../src/gong/exchange.js';
import { createRandom, type Random } from '../../company/support.js';
import { FakeClock } from '../../support/clock.js';
import { CallPolicy } from '../../../src/access/policy/callPolicy.js';
import type { Policies } from '../../../src/access/policy/policies.js';
import { policyIn } from '../../support/config.js';
import {
  createTestGateway,
  silentLogger,
  type ClientRequest,
  type TestGateway,
} from '../../support/gateway.js';
import { seeds } from '../../support/size.js';
import { RandomOperations } from './operations.js';
import { estimate, NOW, type EstimateOptions } from './support.js';

const clock = new FakeClock(NOW);
const companies: readonly [string, () => Company][] = [
  ['a small one', () => createCompany({ ...sandboxDefaults, users: 30, calls: 60, workspaces: 1 })],
  ['a larger one', () => createCompany({ ...sandboxDefaults, users: 150, workspaces: 3 })],
];
const sandboxDefaults = { now: NOW, calls: 600, days: 60 };

const engageFields = [
  'Query.flows',
  'Query.flowFolders',
  'Query.flowsByIds',
  'Query.prospectFlows',
  'Query.flowInstancesByIds',
  'Query.flowBulkJob',
  'User.flows',
  'User.tasks',
];

/** Answers after a while each, so that what was asked at one moment is answered at many. */
function createUnevenFetch(sandbox: Sandbox, random: Random): Fetch {
  const ask = createFetch(sandbox);
  return async (url, init) => {
    const answer = await ask(url, init);
    for (let turns = random.integer(0, 5); turns > 0; turns -= 1) {
      await new Promise<void>((resolve) => {
        setImmediate(resolve);
      });
    }
    return answer;
  };
}

/** What an operation is estimated at, nothing being known or the company's size, and what it costs. */
async function costOf(
  gateway: TestGateway,
  query: string,
  known: EstimateOptions,
  asker: ClientRequest = {},
) {
  const estimateOnly = { extensions: { gong: { estimateOnly: true } } };
  const { extensions } = await gateway.execute(query, {}, { ...asker, ...estimateOnly });
  const { errors, sent } = await gateway.trace(query, {}, asker);
  const { min = -1, max = null } = extensions?.gong?.estimate ?? {};
  const most = Math.min(max ?? Infinity, estimate(query, known).max ?? Infinity);
  const isRight = errors === undefined && min >= 0 && min <= sent.length && sent.length <= most;
  return { isRight, query, errors, min, most, sent: sent.map(({ operationId }) => operationId) };
}

describe.each(companies)('A random operation on %s', (_, create) => {
  let company: Company;
  let sandbox: Sandbox;

  beforeAll(() => {
    company = create();
    const unlimited = { requestsPerSecond: Infinity, requestsPerDay: Infinity };
    sandbox = createSandbox({ company, clock, ...unlimited });
  });

  afterAll(() => {
    sandbox.requests.length = 0;
  });

  it.each(seeds(2, 20))('costs at least its minimum and at most its maximum (%i)', async (seed) => {
    const random = createRandom(seed);
    const operations = new RandomOperations(company, random);
    const fetch = createUnevenFetch(sandbox, random);
    const sizes = { users: company.users.length, workspaces: company.workspaces.length };
    const wrong: unknown[] = [];
    for (let count = 0; count < 60; count += 1) {
      const query = operations.next();
      const gateway = createTestGateway({ sandbox, clock, fetch });
      const result = await costOf(gateway, query, { company: sizes });
      if (!result.isRight) wrong.push(result);
    }

    expect(wrong).toEqual([]);
  });
});

describe.each<[string, Policies, ClientRequest]>([
  ['hides private calls', policyIn(''), {}],
  ['shows own calls', policyIn('own-calls'), { person: 'own' }],
  ['shows own calls of nobody', policyIn('own-calls'), {}],
  ['shows the team’s calls', policyIn('team-calls, show-private'), { person: 'team' }],
  ['goes by profiles', policyIn('gong-profile'), { person: 'team' }],
  ['shows one workspace', policyIn('workspaces=Sales'), {}],
  ['shows two workspaces', policyIn('workspaces=Sales|Customer Success'), {}],
  [
    'asks a hook',
    policyIn('', {
      hook: {
        needsParties: true,
        judge: (_, { id }) => (Number(id.at(-1)) % 2 === 0 ? 'allow' : 'hide'),
      },
    }),
    {},
  ],
])('Under a policy that %s, an operation', (_, policy, { person }) => {
  it.each(seeds(1, 4))('costs at least its minimum and at most its maximum (%i)', async (seed) => {
    const company = createCompany({ ...sandboxDefaults, users: 30, calls: 250 });
    for (const [index, { metaData }] of company.calls.entries()) {
      metaData.isPrivate = index % 12 === 0;
    }
    const sandbox = createSandbox({ company, clock, requestsPerSecond: Infinity });
    const random = createRandom(seed);
    const asker = person === undefined ? {} : { person: String(company.users[1]?.id) };
    const facts = factsOf(policy, asker);
    // A policy that restricts more than private calls forbids these.
    const without = new Set([
      ...(facts.isStrict
        ? ['Query.auditLog', 'User.coaching', 'Query.dataSubject', 'CrmIntegration.objects']
        : []),
      // A module can't judge it; and of two workspaces, one has to be named.
      ...(facts.mayHideMost ? engageFields : []),
    ]);
    const operations = new RandomOperations(company, random, without);
    const fetch = createUnevenFetch(sandbox, random);
    const sizes = { users: company.users.length, workspaces: company.workspaces.length };
    const wrong: unknown[] = [];
    for (let count = 0; count < 80; count += 1) {
      const query = operations.next();
      const gateway = createTestGateway({ sandbox, clock, fetch, config: { policy } });
      const result = await costOf(gateway, query, { policy: facts, company: sizes }, asker);
      if (!result.isRight) wrong.push(result);
    }

    expect(wrong).toEqual([]);
  });
});

/** What decides on the price under a policy, for whoever asks. */
function factsOf({ base, hook }: Policies, { person = null }: { person?: string | null }) {
  const viewer = { client: 'test', tenant: 'default', person, roles: [] };
  const nothing = (): Promise<never[]> => Promise.resolve([]);
  return new CallPolicy({
    settings: base,
    hook,
    viewer,
    sources: { users: nothing, workspaces: nothing, profiles: nothing },
    signal: new AbortController().signal,
    logger: silentLogger,
  }).facts;
}

describe('An operation with more selected fields', () => {
  const company = createCompany({ ...sandboxDefaults, users: 30 });

  it.each(seeds(3, 20))('has no lower maximum (%i)', (seed) => {
    const random = createRandom(seed);
    const operations = new RandomOperations(company, random);
    const wrong: unknown[] = [];
    for (let count = 0; count < 150; count += 1) {
      const more = operations.next();
      const less = withoutOne(parse(more), random);
      if (less === null) continue;
      const [a, b] = [estimate(less, { isValid: true }), estimate(more, { isValid: true })];
      const isRight = (a.max ?? Infinity) <= (b.max ?? Infinity);
      if (!isRight) wrong.push({ less, more, a, b });
    }

    expect(wrong).toEqual([]);
  });
});

/** The operation without one of its fields; null where that leaves nothing. */
function withoutOne(document: DocumentNode, random: Random): string | null {
  const fields: SelectionNode[] = [];
  visit(document, {
    SelectionSet: ({ selections }) => {
      if (selections.length > 1) fields.push(...selections);
    },
  });
  if (fields.length === 0) return null;
  const gone = random.pick(fields);
  return print(
    visit(document, {
      [Kind.FIELD]: (node) => (node === gone ? null : undefined),
      [Kind.INLINE_FRAGMENT]: (node) => (node === gone ? null : undefined),
    }),
  );
}
