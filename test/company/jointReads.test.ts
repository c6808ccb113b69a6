import { describe, expect, it } from '@jest/globals';
import { AnswerCache, createAnswerMemory } from '../../src/company/cache/answerCache.js';
import { listScorecards, listTrackers, listWorkspaces } from '../../src/gong/endpoints/settings.js';
import type { Operation } from '../../src/operation/operation.js';
import { Company } from '../../src/company/company.js';
import {
  createOperation,
  createTestClient,
  FakeWire,
  later,
  type WireAnswer,
} from '../gong/support.js';
import { FakeClock, settle } from '../support/clock.js';

/** One slot a second, the first of which is taken. */
async function setUp(...answers: (WireAnswer | (() => Promise<WireAnswer>))[]) {
  const clock = new FakeClock();
  const found: WireAnswer = { body: { keywordTrackers: [], users: [{ id: '1' }] } };
  const wire = new FakeWire(clock, { body: { users: [] } }, ...answers, found);
  const { client } = createTestClient({ clock, wire, requestsPerSecond: 1 });
  const cache = new AnswerCache({
    memory: createAnswerMemory(1e6),
    company: 'acme',
    isOn: true,
    shared: null,
    clock,
  });
  const company = new Company({
    client,
    cache,
    directoryTtlSeconds: 300,
    requestsPerSecond: 1000,
    clock,
  });
  const readUser = (name: string, operation: Operation) =>
    company.reads.load(company.users, [{ name, selection: null }], operation)[0];
  const read: Record<'list' | 'record', (operation: Operation) => Promise<unknown>> = {
    list: (operation) => company.reads.page(company.whole(listTrackers, null), operation),
    record: async (operation) => readUser('1', operation),
  };
  const scopeOf = (client: string, maxRequests = 100, deadlineMs = 25_000) =>
    createOperation(clock, deadlineMs, { client, maxRequests });
  void readUser('99', scopeOf('first'));
  await settle();
  return { clock, wire, company, read, scopeOf };
}

describe.each(['list', 'record'] as const)('a %s that several operations wait for', (kind) => {
  it('is charged to the first operation with budget when it is sent', async () => {
    const { clock, wire, read, scopeOf } = await setUp();
    const [poor, rich] = [scopeOf('poor', 1), scopeOf('rich')];
    const reads = [read[kind](poor), read[kind](rich)];
    await settle();
    // Another of its requests was sent meanwhile.
    poor.onAttempt(0);

    await clock.runUntil(Promise.all(reads));

    expect(wire.sent).toHaveLength(2);
    expect(poor).toMatchObject({ requests: 1, shared: 1 });
    expect(rich).toMatchObject({ requests: 1, shared: 0 });
  });

  it('is not sent when no operation has budget', async () => {
    const { clock, wire, read, scopeOf } = await setUp();
    const scopes = [scopeOf('a', 1), scopeOf('b', 1)];
    const reads = scopes.map((operation) => read[kind](operation));
    await settle();
    for (const operation of scopes) operation.onAttempt(0);

    const results = await clock.runUntil(Promise.allSettled(reads));

    const refusal = { status: 'rejected', reason: { kind: 'cost-limit-exceeded' } };
    expect(results).toMatchObject([refusal, refusal]);
    expect(wire.sent).toHaveLength(1);
  });

  it('charges a retry to an operation with budget', async () => {
    const down = { status: 503, body: { errors: ['No.'] } };
    const { clock, wire, read, scopeOf } = await setUp(down, down);
    const [poor, rich] = [scopeOf('poor', 1), scopeOf('rich', 2)];
    const reads = [read[kind](poor), read[kind](rich)];
    await clock.runUntil(Promise.allSettled(reads));
    expect(wire.sent).toHaveLength(4);
    expect(poor).toMatchObject({ requests: 1, shared: 2 });
    expect(rich).toMatchObject({ requests: 2, shared: 1 });
  });

  it('continues when the first operation leaves, charged to the next', async () => {
    const { clock, wire, read, scopeOf } = await setUp();
    const [first, second] = [scopeOf('a'), scopeOf('b')];
    const left = read[kind](first);
    const stays = read[kind](second);
    left.catch(() => undefined);
    await settle();
    first.close();

    await expect(left).rejects.toMatchObject({ kind: 'deadline-exceeded' });
    await clock.runUntil(stays);

    expect(wire.sent).toHaveLength(2);
    expect(first.requests).toBe(0);
    expect(second).toMatchObject({ requests: 1, shared: 0 });
  });

  it('has the priority of the most urgent operation', async () => {
    const { clock, wire, read, scopeOf } = await setUp();
    const bulk = scopeOf('a');
    bulk.readInBulk();
    const waiting = read[kind](bulk);
    const other = read[kind === 'list' ? 'record' : 'list'](scopeOf('a'));
    await clock.runUntil(other);
    expect(wire.sent).toHaveLength(2);
    await clock.runUntil(waiting);

    // Now the same with someone in a hurry beside it.
    const again = await setUp();
    const patient = again.scopeOf('a');
    patient.readInBulk();
    const joint = again.read[kind](patient);
    await settle();
    const later = again.read[kind === 'list' ? 'record' : 'list'](again.scopeOf('a'));
    await settle();
    const hurried = again.read[kind](again.scopeOf('b'));
    await again.clock.runUntil(hurried);
    expect(again.wire.sent).toHaveLength(2);
    await again.clock.runUntil(Promise.all([joint, later]));
  });

  it('counts as waiting for each of the clients', async () => {
    const { clock, wire, company, read, scopeOf } = await setUp();
    // Who began it has other requests before it; who joins has none.
    const busy = scopeOf('busy');
    const others = [
      company.reads.page(company.whole(listWorkspaces, null), busy),
      company.reads.page(company.whole(listScorecards, null), busy),
    ];
    await settle();
    const began = read[kind](busy);
    await settle();
    const joined = read[kind](scopeOf('fresh'));

    await clock.runUntil(Promise.all([...others, began, joined]));

    const sent = wire.sent.slice(1).map(({ url }) => url.split('/').at(-1));
    const own = kind === 'list' ? 'trackers' : 'extensive';
    expect(sent).toEqual(['workspaces', own, 'scorecards']);
  });

  it('fails at once for operations that cannot wait for Gong’s pause, and serves the others', async () => {
    const { clock, read, scopeOf } = await setUp({ status: 429, headers: { 'retry-after': '15' } });
    const hasty = read[kind](scopeOf('hasty', 100, 10_000));
    const patient = read[kind](scopeOf('patient', 100, 25_000));
    let told = -1;
    hasty.catch(() => (told = clock.monotonic()));

    await clock.runUntil(patient);

    await expect(hasty).rejects.toMatchObject({ kind: 'rate-limited', retryAfterMs: 15_000 });
    expect(told).toBe(1000);
  });
});

describe.each(['list', 'record'] as const)('a %s in flight', (kind) => {
  async function send() {
    const setting = await setUp(later().respond);
    const operation = setting.scopeOf('one');
    const reading = setting.read[kind](operation);
    reading.catch(() => undefined);
    await setting.clock.advance(1000);
    const sent = setting.wire.sent[1];
    expect(sent?.signal.aborted).toBe(false);
    return { ...setting, operation, sent };
  }

  it('is aborted when all operations that wait for it have left', async () => {
    const { read, operation, scopeOf, sent } = await send();
    const other = scopeOf('two');
    read[kind](other).catch(() => undefined);
    await settle();
    operation.close();
    await settle();
    expect(sent?.signal.aborted).toBe(false);
    other.close();
    await settle();
    expect(sent?.signal.aborted).toBe(true);
  });

  it('counts once as shared for an operation that joins it', async () => {
    const { read, operation, scopeOf } = await send();
    const other = scopeOf('two');
    void Promise.allSettled([read[kind](other), read[kind](other)]);
    await settle();
    expect(operation).toMatchObject({ requests: 1, shared: 0, waitedMs: 1000 });
    expect(other).toMatchObject({ requests: 0, shared: 1, waitedMs: 0 });
  });
});

it('a hold applies even if the operation that received it left before reading it', async () => {
  const clock = new FakeClock();
  const wire = new FakeWire(clock, { body: { users: [] } });
  const { client, scheduler } = createTestClient({
    clock,
    wire,
    // The headers are there, and the rest doesn't come.
    fetch: (_, { signal }) =>
      Promise.resolve({
        status: 429,
        headers: { get: (name) => (name === 'retry-after' ? '60' : null) },
        text: () =>
          new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => {
              reject(new Error('aborted'));
            });
          }),
      }),
  });
  const operation = createOperation(clock);
  const reading = client.read({ operation: 'listUsers' }, operation);
  reading.catch(() => undefined);
  await settle();
  operation.close();
  await expect(reading).rejects.toMatchObject({ kind: 'deadline-exceeded' });

  await expect(
    scheduler.run(() => Promise.resolve(), createOperation(clock)),
  ).rejects.toMatchObject({
    kind: 'rate-limited',
    retryAfterMs: 60_000,
  });
});
