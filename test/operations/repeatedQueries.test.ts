import { describe, expect, it } from '@jest/globals';
import { createCompany, createSandbox } from '../../sandbox/src/index.js';
import type { Operation } from '../../src/operation/operation.js';
import { FakeClock } from '../support/clock.js';
import { policyIn } from '../support/config.js';
import {
  createTestGateway,
  type ClientRequest,
  type TestGatewayOptions,
} from '../support/gateway.js';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const company = createCompany({ now: NOW, users: 10, calls: 30, days: 60, steady: true });
const ids = company.calls.map(({ metaData }) => metaData.id);
const LIST = '{ calls(first: 5) { nodes { id title } } }';
const BY_ID = 'query ($id: ID!) { call(id: $id) { title primaryUser { name } } }';
const USERS = '{ users(first: 5) { nodes { name } } }';

function setUp(config: TestGatewayOptions['config'] = {}) {
  const clock = new FakeClock(NOW);
  const sandbox = createSandbox({ company, clock, requestsPerSecond: Infinity });
  const gateway = createTestGateway({
    clock,
    sandbox,
    config: { cacheTtlSeconds: 300, ...config },
  });
  const run = async (query: string, variables = {}, request: ClientRequest = {}) => {
    const scopes: Operation[] = [];
    const onScope = (operation: Operation): void => void scopes.push(operation);
    const answer = await clock.runUntil(gateway.trace(query, variables, { ...request, onScope }));
    const [operation] = scopes;
    /** Whether no resolver read anything. */
    const isRepeated =
      operation !== undefined && operation.cacheHits > 0 && !operation.isFromCacheAlone;
    return { ...answer, isRepeated };
  };
  /** Runs a query until its response is kept, if it is at all. */
  const prepare = async (query: string, variables = {}, request: ClientRequest = {}) => {
    await run(query, variables, request);
    return run(query, variables, request);
  };
  return { clock, sandbox, run, prepare };
}

describe('A query that a viewer sends again', () => {
  it.each([
    ['a list', LIST, {}],
    ['a call by ID', BY_ID, { id: ids[3] }],
    ['a call that is not there', BY_ID, { id: '404' }],
    ['users', USERS, {}],
  ])('gets the response that was made from the cache: %s', async (_, query, variables) => {
    const { run, prepare } = setUp();
    const made = await prepare(query, variables);
    const repeated = await run(query, variables);
    expect([made.isRepeated, repeated.isRepeated]).toEqual([false, true]);
    expect(repeated.sent).toEqual([]);
    // The cost is reported as if it had run.
    expect(repeated).toEqual({ ...made, isRepeated: true });
    expect(repeated.extensions?.gong?.cacheHits).toBeGreaterThan(0);
  });

  it.each([
    ['variables', BY_ID, { id: ids[4] }, {}],
    ['a person', BY_ID, { id: ids[3] }, { person: company.users[1]?.id }],
    ['roles', BY_ID, { id: ids[3] }, { roles: ['sales'] }],
    ['a client', BY_ID, { id: ids[3] }, { client: 'other' }],
    ['a document', `${BY_ID} `, { id: ids[3] }, {}],
    ['a request for its cost', BY_ID, { id: ids[3] }, { extensions: { gong: {} } }],
  ] as [string, string, object, ClientRequest][])(
    'runs when it differs by %s',
    async (_, query, variables, request) => {
      const { run, prepare } = setUp();
      await prepare(BY_ID, { id: ids[3] });
      expect((await run(query, variables, request)).isRepeated).toBe(false);
    },
  );

  it('runs once anything that was read is stale', async () => {
    const { clock, run, prepare } = setUp();
    // It tells nothing for 15 seconds.
    await prepare(BY_ID, { id: '404' });
    await clock.advance(14_999);
    expect((await run(BY_ID, { id: '404' })).isRepeated).toBe(true);
    await clock.advance(1);
    const later = await run(BY_ID, { id: '404' });
    expect([later.isRepeated, later.sent.length]).toEqual([false, 1]);
  });

  it('runs 30 seconds after the response was made, however long its reads are fresh', async () => {
    const { clock, run, prepare } = setUp();
    await prepare(USERS);
    await clock.advance(29_999);
    expect((await run(USERS)).isRepeated).toBe(true);
    await clock.advance(1);
    const later = await run(USERS);
    expect([later.isRepeated, later.sent.length]).toEqual([false, 0]);
  });

  it('runs after a write that may have changed what it read', async () => {
    const { run, prepare } = setUp();
    await prepare(LIST);
    await run(`mutation ($input: CreateCallInput!) { createCall(input: $input) { callId } }`, {
      input: {
        clientUniqueId: 'new',
        primaryUserId: company.users[0]?.id,
        direction: 'INBOUND',
        actualStart: '2026-05-01T12:00:00Z',
        parties: [{ userId: company.users[0]?.id }],
      },
    });
    const later = await run(LIST);
    expect([later.isRepeated, later.sent.length]).toEqual([false, 1]);
  });

  it('runs when it was sent once, however much of it is cached', async () => {
    const { run, prepare } = setUp();
    await prepare('{ users(first: 5) { nodes { id name } } }');
    expect((await run(USERS)).isRepeated).toBe(false);
  });

  it.each([
    ['links to a recording', `query ($id: ID!) { call(id: $id) { title media { audioUrl } } }`],
    ['the quota', `query ($id: ID!) { call(id: $id) { title } quota { usedToday } }`],
    [
      'the status of an upload',
      `query ($id: ID!) { call(id: $id) { title } uploadStatus(callId: $id) }`,
    ],
    ['an error', `query ($id: ID!) { call(id: $id) { title } users(after: "x") { nodes { id } } }`],
  ])('runs when it has %s', async (_, query) => {
    const { run, prepare } = setUp();
    await prepare(query, { id: ids[3] });
    expect((await run(query, { id: ids[3] })).isRepeated).toBe(false);
  });

  it('runs when a policy module judges calls', async () => {
    const { run, prepare } = setUp({ policy: policyIn('', { hook: { judge: () => 'allow' } }) });
    await prepare(LIST);
    expect((await run(LIST)).isRepeated).toBe(false);
  });

  it('runs when caches are off', async () => {
    const { run, prepare } = setUp({ cacheTtlSeconds: 0 });
    await prepare(LIST);
    const later = await run(LIST);
    expect([later.isRepeated, later.sent.length]).toEqual([false, 1]);
  });

  it('runs when stale data is served', async () => {
    const { clock, sandbox, run, prepare } = setUp();
    await prepare(USERS);
    await clock.advance(301_000);
    sandbox.faults.add({ fault: { kind: 'answer', status: 503 }, times: 1000 });
    await prepare(USERS);
    const later = await run(USERS);
    // A kept response would not say so.
    expect(later.extensions?.gong?.stale).toBeDefined();
  });
});
