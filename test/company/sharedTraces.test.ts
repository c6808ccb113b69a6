import { beforeEach, describe, expect, it } from '@jest/globals';
import { AnswerCache, createAnswerMemory } from '../../src/company/cache/answerCache.js';
import { Company } from '../../src/company/company.js';
import { NotSentError } from '../../src/gong/exchange.js';
import type { Operation } from '../../src/operation/operation.js';
import { createOperation, createTestClient, FakeWire, type WireAnswer } from '../gong/support.js';
import { FakeClock, settle } from '../support/clock.js';
import { recordSpans, startTrace, startUnsampledTrace, type EndedSpan } from '../support/spans.js';

const recorded = recordSpans();
beforeEach(() => {
  recorded.take();
});

/** One slot a second, which another read has taken. */
async function setUp(...answers: (WireAnswer | Error | (() => Promise<WireAnswer>))[]) {
  const clock = new FakeClock();
  const wire = new FakeWire(clock, { body: { users: [] } }, ...answers, { body: { users: [] } });
  const { client } = createTestClient({ clock, wire, requestsPerSecond: 1 });
  const memory = createAnswerMemory(1e6);
  const cache = new AnswerCache({ memory, company: 'acme', isOn: true, shared: null, clock });
  const options = { client, cache, directoryTtlSeconds: 300, requestsPerSecond: 1000, clock };
  const company = new Company(options);
  const read = (name: string, operation = createOperation(clock)) =>
    company.reads.load(company.users, [{ name, selection: null }], operation)[0];
  const write = (operation = createOperation(clock)) =>
    company.writes.write({ operation: 'addCall', body: {} }, [], operation, () => null);
  void read('99');
  await settle();
  const traced = (maxRequests = 100, deadlineMs = 25_000) =>
    createOperation(clock, deadlineMs, { trace: startTrace(), maxRequests });
  return { clock, wire, read, write, traced };
}

interface TracedSpans {
  readonly own: EndedSpan;
  readonly waits: readonly EndedSpan[];
  readonly requests: readonly EndedSpan[];
}

/** Ends the spans of operations, and returns the spans of each. */
function endAll<T extends readonly Operation[]>(...operations: T): { [K in keyof T]: TracedSpans } {
  for (const [index, { trace }] of operations.entries()) trace?.end({ index }, null);
  const spans = recorded.take();
  return operations.map((_, index) => {
    const own = spans.find(({ attributes }) => attributes['index'] === index);
    if (own === undefined) throw new Error(`Operation ${index} has no span.`);
    const named = (name: string): readonly EndedSpan[] =>
      spans.filter((span) => span.parentId === own.id && span.name === name);
    return { own, waits: named('gong.queue'), requests: named('gong.request') };
  }) as { [K in keyof T]: TracedSpans };
}

const idsOf = (spans: readonly EndedSpan[]): readonly string[] => spans.map(({ id }) => id);

describe('a request that several traced operations wait for', () => {
  it('is in the trace of the charged operation and linked with the others', async () => {
    const { clock, wire, read, traced } = await setUp();
    const [a, b, c] = [traced(), traced(), traced()];
    await clock.runUntil(Promise.all([read('1', a), read('2', b), read('1', c)]));

    const [first, ...others] = endAll(a, b, c);

    expect(wire.sent).toHaveLength(2);
    expect(first.waits).toHaveLength(1);
    expect(first.requests).toHaveLength(1);
    const linked = [...(first.requests[0]?.links ?? [])].sort();
    expect(linked).toEqual([...idsOf(others.map(({ own }) => own))].sort());
    for (const { own, waits, requests } of others) {
      expect(own.links).toEqual(idsOf(first.requests));
      expect([...waits, ...requests]).toEqual([]);
    }
  });

  it('is linked with an operation that joins after it was sent', async () => {
    let answer: (answer: WireAnswer) => void = () => undefined;
    const held = () => new Promise<WireAnswer>((resolve) => (answer = resolve));
    const { clock, wire, read, traced } = await setUp(held);
    const [a, b] = [traced(), traced()];
    const reading = read('1', a);
    await clock.advance(1000);
    expect(wire.sent).toHaveLength(2);
    const joined = read('1', b);
    await settle();
    answer({ body: { users: [] } });
    await Promise.all([reading, joined]);

    const [first, second] = endAll(a, b);

    expect(second.own.links).toEqual(idsOf(first.requests));
    expect(first.requests[0]?.links).toEqual([second.own.id]);
  });

  it('is linked once for each attempt', async () => {
    const down = { status: 503, body: { errors: ['No.'] } };
    const { clock, read, traced } = await setUp(down);
    const [a, b] = [traced(), traced()];
    await clock.runUntil(Promise.all([read('1', a), read('2', b)]));

    const [first, second] = endAll(a, b);

    expect(first.requests.map(({ attributes }) => attributes['gong.attempt'])).toEqual([1, 2]);
    expect(first.requests.map(({ isError }) => isError)).toEqual([true, false]);
    expect(second.own.links).toEqual(idsOf(first.requests));
  });

  it('moves to the trace of the next operation when the first one leaves the queue', async () => {
    const { clock, read, traced } = await setUp();
    const [a, b] = [traced(), traced()];
    const left = read('1', a);
    const stays = read('1', b);
    await settle();
    a.close();
    await expect(left).rejects.toMatchObject({ kind: 'deadline-exceeded' });
    await clock.runUntil(Promise.resolve(stays));

    const [first, second] = endAll(a, b);

    expect(first.requests).toEqual([]);
    expect(second.requests).toHaveLength(1);
  });

  it('is in the trace of another operation when the charged one is not recorded', async () => {
    const { clock, wire, read, traced } = await setUp();
    const unsampled = createOperation(clock, 25_000, { trace: startUnsampledTrace() });
    const b = traced();
    await clock.runUntil(Promise.all([read('1', unsampled), read('2', b)]));

    const [second] = endAll(b);

    expect(wire.sent).toHaveLength(2);
    expect(unsampled).toMatchObject({ requests: 1, trace: null });
    expect(b).toMatchObject({ requests: 0, shared: 1 });
    expect(second.requests).toHaveLength(1);
  });
});

describe('a traced request', () => {
  it('has a failed wait and no attempt when its operation ends in the queue', async () => {
    const { read, traced } = await setUp();
    const a = traced();
    const reading = read('1', a);
    await settle();
    a.close();
    await expect(reading).rejects.toMatchObject({ kind: 'deadline-exceeded' });

    const [{ waits, requests }] = endAll(a);

    expect(waits.map(({ isError }) => isError)).toEqual([true]);
    expect(requests).toEqual([]);
  });

  it('has no attempt when its operation has no budget', async () => {
    const { clock, wire, read, traced } = await setUp();
    const a = traced(0);
    await expect(clock.runUntil(Promise.resolve(read('1', a)))).rejects.toMatchObject({
      kind: 'cost-limit-exceeded',
    });

    expect(endAll(a)[0].requests).toEqual([]);
    expect(wire.sent).toHaveLength(1);
  });

  it('says that no connection was established', async () => {
    const refused = new NotSentError(new Error('refused'));
    const { clock, write, traced } = await setUp(refused);
    const a = traced();
    await clock.runUntil(write(a));

    expect(endAll(a)[0].requests.map(({ attributes }) => attributes)).toMatchObject([
      { 'gong.outcome': 'unsent', 'gong.attempt': 1, 'error.type': 'unsent' },
      { 'gong.outcome': 'ok', 'gong.attempt': 2, 'http.request.method': 'POST' },
    ]);
  });
});
