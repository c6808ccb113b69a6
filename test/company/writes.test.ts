import { describe, expect, it } from '@jest/globals';
import { AnswerCache, createAnswerMemory } from '../../src/company/cache/answerCache.js';
import type { CacheGroup } from '../../src/company/cache/sharedStore.js';
import type { GongRequest } from '../../src/gong/request.js';
import { listTrackers } from '../../src/gong/endpoints/settings.js';
import { Company } from '../../src/company/company.js';
import {
  createOperation,
  createTestClient,
  FakeWire,
  type SentRequest,
  type WireAnswer,
} from '../gong/support.js';
import { FakeClock, settle } from '../support/clock.js';

const WRITE: GongRequest = { operation: 'addCall', body: { title: 'New' } };

interface Setting {
  readonly requestsPerSecond?: number;
  readonly isOn?: boolean;
}

/** A Gong that is at version 1, until a write makes it the next; answers come when the test says so. */
function setUp({ requestsPerSecond = 1000, isOn = true }: Setting = {}) {
  const clock = new FakeClock();
  let version = 1;
  let isHeld = false;
  let held: (() => void)[] = [];
  let failure: WireAnswer | null = null;
  const answerTo = ({ url, body }: SentRequest): WireAnswer => {
    const name = `version ${version}`;
    if (url.endsWith('/trackers'))
      return { body: { keywordTrackers: [{ trackerId: '1', trackerName: name }] } };
    if (url.endsWith('/users/extensive')) {
      const { userIds } = (body as { filter: { userIds: string[] } }).filter;
      return { body: { users: userIds.map((id) => ({ id, firstName: name })) } };
    }
    const answer = failure ?? { body: { callId: '1' } };
    version += 1;
    return answer;
  };
  const wire = new FakeWire(clock, (request) => {
    const isWrite = request.url.endsWith('/calls');
    const answer = answerTo(request);
    if (!isHeld || isWrite) return answer;
    return new Promise((resolve) => {
      held.push(() => {
        resolve(answer);
      });
    });
  });
  const { client } = createTestClient({ clock, wire, requestsPerSecond });
  const cache = new AnswerCache({
    memory: createAnswerMemory(1e6),
    company: 'acme',
    isOn,
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
  const reads = {
    list: async (operation = createOperation(clock)) =>
      (await company.reads.page(company.whole(listTrackers, null), operation)).items[0]
        ?.trackerName,
    record: async (operation = createOperation(clock)) =>
      (await company.reads.load(company.users, [{ name: '1', selection: null }], operation)[0])
        ?.firstName,
  };
  const write = (
    touches: readonly CacheGroup[] = ['users', 'trackers'],
    operation = createOperation(clock),
  ) => company.writes.write(WRITE, touches, operation, (answer) => answer);
  return {
    clock,
    wire,
    reads,
    write,
    failWith: (answer: WireAnswer) => {
      failure = answer;
    },
    hold: () => {
      isHeld = true;
    },
    release: async () => {
      isHeld = false;
      const answers = held;
      held = [];
      for (const answer of answers) answer();
      await settle();
    },
  };
}

describe.each(['list', 'record'] as const)('a write, for an affected %s', (kind) => {
  it('makes the cached value be read again', async () => {
    const { reads, write } = setUp();
    expect(await reads[kind]()).toBe('version 1');
    await write();
    expect(await reads[kind]()).toBe('version 2');
    expect(await reads[kind]()).toBe('version 2');
  });

  it('does not affect other groups', async () => {
    const { wire, reads, write } = setUp();
    await reads[kind]();
    await write(['calls']);
    expect(await reads[kind]()).toBe('version 1');
    expect(wire.sent).toHaveLength(2);
  });

  it('prevents caching of reads that were in progress', async () => {
    const { reads, write, hold, release } = setUp();
    hold();
    const before = reads[kind]();
    await settle();
    await write();
    await release();
    expect(await before).toBe('version 1');
    expect(await reads[kind]()).toBe('version 2');
  });

  it.each([true, false])('is visible to later reads, caches on: %s', async (isOn) => {
    const { reads, write, hold, release } = setUp({ isOn });
    hold();
    const before = reads[kind]();
    await settle();
    await write();
    const after = reads[kind]();
    await settle();
    await release();
    expect(await Promise.all([before, after])).toEqual(['version 1', 'version 2']);
    // And that one may be kept and shared.
    if (isOn) expect(await reads[kind]()).toBe('version 2');
  });

  it('allows sharing and caching of reads that only waited for their slot', async () => {
    const { clock, wire, reads, write } = setUp({ requestsPerSecond: 1 });
    const slot = reads[kind === 'list' ? 'record' : 'list']();
    await settle();
    const waiting = reads[kind]();
    await clock.runUntil(write());
    const after = reads[kind]();
    expect(await clock.runUntil(Promise.all([waiting, after]))).toEqual(['version 2', 'version 2']);
    await slot;
    expect(wire.sent).toHaveLength(3);
    expect(await reads[kind]()).toBe('version 2');
    expect(wire.sent).toHaveLength(3);
  });

  it('that fails invalidates too', async () => {
    const { reads, write, failWith } = setUp();
    failWith({ status: 500, body: { errors: ['Oops.'] } });
    await reads[kind]();
    await expect(write()).rejects.toMatchObject({ kind: 'outcome-unknown' });
    expect(await reads[kind]()).toBe('version 2');
  });

  it('that was never sent invalidates nothing', async () => {
    const { clock, wire, reads, write } = setUp();
    await reads[kind]();
    const operation = createOperation(clock, 25_000, { maxRequests: 0 });
    await expect(write(undefined, operation)).rejects.toMatchObject({
      kind: 'cost-limit-exceeded',
    });
    expect(await reads[kind]()).toBe('version 1');
    expect(wire.sent).toHaveLength(1);
  });
});

describe('a write', () => {
  it('is sent before waiting reads', async () => {
    const { clock, wire, reads, write } = setUp({ requestsPerSecond: 1 });
    const slot = reads.list();
    await settle();
    await clock.runUntil(Promise.all([slot, reads.record(), write()]));
    expect(wire.sent.map(({ url }) => url.split('/').at(-1))).toEqual([
      'trackers',
      'calls',
      'extensive',
    ]);
  });

  it('leaves the queue when its operation ends', async () => {
    const { clock, wire, reads, write } = setUp({ requestsPerSecond: 1 });
    const slot = reads.list();
    await settle();
    const operation = createOperation(clock);
    const writing = write(undefined, operation);
    writing.catch(() => undefined);
    await settle();
    operation.close();
    await expect(writing).rejects.toMatchObject({ kind: 'deadline-exceeded' });
    await clock.advance(5000);
    await slot;
    expect(wire.sent).toHaveLength(1);
  });

  it('continues once it was sent, even if its operation ends', async () => {
    const clock = new FakeClock();
    let answer: (answer: WireAnswer) => void = () => undefined;
    const wire = new FakeWire(clock, () => new Promise((resolve) => (answer = resolve)));
    const { client } = createTestClient({ clock, wire });
    const operation = createOperation(clock);
    const writing = client.write(WRITE, operation);
    await settle();
    operation.close();
    await settle();
    expect(wire.sent[0]?.signal.aborted).toBe(false);
    answer({ body: { callId: '1' } });
    expect(await writing).toMatchObject({ status: 200, body: { callId: '1' } });
    expect(operation.requests).toBe(1);
  });

  it('is repeated after a 429 only', async () => {
    const clock = new FakeClock();
    const operation = createOperation(clock);
    const wire = new FakeWire(
      clock,
      { status: 429, headers: { 'retry-after': '3' } },
      { status: 503, body: { errors: ['Down.'] } },
      { body: { callId: '1' } },
    );
    const { client } = createTestClient({ clock, wire });
    const writing = client.write(WRITE, operation);
    await expect(clock.runUntil(writing)).rejects.toMatchObject({ kind: 'outcome-unknown' });
    expect(wire.times).toEqual([0, 3000]);
    expect(operation.requests).toBe(2);
  });

  it('fails at once when it cannot wait for a pause', async () => {
    const clock = new FakeClock();
    const wire = new FakeWire(clock, { status: 429, headers: { 'retry-after': '1200' } });
    const { client } = createTestClient({ clock, wire });
    await expect(client.write(WRITE, createOperation(clock))).rejects.toMatchObject({
      kind: 'rate-limited',
      retryAfterMs: 1_200_000,
    });
    expect(wire.sent).toHaveLength(1);
  });
});
