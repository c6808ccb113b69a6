import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../src/lib/clock.js';
import type { Replica } from '../../../src/replica/replica.js';
import { settle, type FakeClock } from '../../support/clock.js';
import { startDatabases, type TestDatabases } from '../../support/databases.js';
import { openTestReplica } from '../../support/replica.js';
import { callsBefore, setUpSync, spokenCall, START } from './support.js';

let databases: TestDatabases;
beforeAll(async () => {
  databases = await startDatabases('sqlite');
});
afterAll(() => databases.close());

/** What is under way outside of the test's time, which must not pass then. */
class Pending {
  private count = 0;

  readonly watch = <T>(promise: Promise<T>): Promise<T> => {
    this.count += 1;
    return promise.finally(() => {
      this.count -= 1;
    });
  };

  async pass(clock: FakeClock, ms: number, stepMs: number): Promise<void> {
    for (let left = ms; left > 0; left -= stepMs) {
      await clock.advance(Math.min(stepMs, left));
      await settle();
      while (this.count > 0) {
        await new Promise((resolve) => setTimeout(resolve, 1));
        if (this.count === 0) await settle();
      }
    }
  }
}

async function openCopy(clock: FakeClock, { watch }: Pending): Promise<Replica> {
  const { replica } = await openTestReplica(databases, { clock });
  const watched = <T extends object>(target: T): T =>
    new Proxy(target, {
      get: (_, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return (...args: unknown[]) => watch(member.apply(target, args) as Promise<unknown>);
      },
    });
  const { sync, leases } = replica;
  const writerUnder: Replica['writerUnder'] = (lease) => watched(replica.writerUnder(lease));
  return new Proxy(watched({ ...replica, sync: watched(sync), leases: watched(leases) }), {
    get: (target, name) =>
      name === 'writerUnder' ? writerUnder : (Reflect.get(target, name) as unknown),
  });
}

const changesAfter = async (replica: Replica, after: number) =>
  (await replica.callChanges({ after, first: 1000, parts: null })).map(
    ({ id, isGone, isNew }) => `${id} ${isGone ? 'gone' : isNew ? 'new' : 'changed'}`,
  );

describe('the sync with the encrypted store', () => {
  it('makes a copy, goes on after a restart, and tells each change once', async () => {
    const calls = callsBefore(START, 250, 4 * HOUR_MS);
    const late = spokenCall('7', START - 2 * HOUR_MS, { availableAt: START + 90 * MINUTE_MS });
    const pending = new Pending();
    const { clock, company, createSyncer, sent } = setUpSync({
      watch: pending.watch,
      company: { calls: [...calls, late] },
      config: { sinceDays: 60 },
    });
    const before = await openCopy(clock, pending);
    const first = createSyncer('first', before);
    first.start();
    await pending.pass(clock, 4 * SECOND_MS, 500);
    await first.stop();
    await before.close();

    const replica = await openCopy(clock, pending);
    const second = createSyncer('second', replica);
    second.start();
    await pending.pass(clock, 40 * SECOND_MS, SECOND_MS);
    await pending.pass(clock, HOUR_MS, MINUTE_MS);

    expect(second.status).toMatchObject({ state: 'CURRENT', reasons: [] });
    expect(await replica.countCalls()).toBe(250);
    const ids = calls.map(({ metaData }) => metaData.id);
    const transcripts = await replica.findTranscripts(ids);
    expect([...transcripts.values()].filter(({ transcript }) => transcript !== null)).toHaveLength(
      250,
    );
    expect(sent().length).toBeLessThanOrEqual(40);
    const { seq } = await replica.head();
    expect(await changesAfter(replica, seq)).toEqual([]);

    const gone = company.calls.findIndex(({ metaData }) => metaData.id === ids[0]);
    company.calls.splice(gone, 1);
    await pending.pass(clock, 3 * HOUR_MS, MINUTE_MS);

    expect((await changesAfter(replica, seq)).sort()).toEqual([`${ids[0] ?? ''} gone`, '7 new']);
    await second.stop();
    await replica.close();
  }, 60_000);
});
