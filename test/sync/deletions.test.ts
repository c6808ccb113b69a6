import { describe, expect, it } from '@jest/globals';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/lib/clock.js';
import { callsBefore, setUpSync, START, type SyncSetting } from './support.js';

/** A copy of a company that is current. */
async function currentCopy(count: number, setting: SyncSetting = {}) {
  const calls = callsBefore(START, count, 5 * MINUTE_MS);
  const world = setUpSync({ ...setting, company: { calls } });
  world.syncer.start();
  await world.clock.advance(HOUR_MS);
  expect(world.replica.calls.size).toBe(count);
  const hide = (ids: readonly string[]) => {
    const gone = world.company.calls.filter(({ metaData }) => ids.includes(metaData.id));
    for (const call of gone) world.company.calls.splice(world.company.calls.indexOf(call), 1);
    return () => world.company.calls.push(...gone);
  };
  return { ...world, calls, hide };
}

const idAt = (index: number): string => String(1_000_000 + index);
const idsOf = (sent: readonly { readonly body: unknown }[]) =>
  sent.flatMap(({ body }) => {
    const { filter } = body as { filter: { callIds?: readonly string[] } };
    return filter.callIds === undefined ? [] : [filter.callIds];
  });

describe('a call that is missing', () => {
  it('is removed after Gong had no call with its ID twice, 10 minutes apart', async () => {
    const { clock, replica, syncer, sent, hide } = await currentCopy(30);
    hide([idAt(0), idAt(29)]);

    await clock.advance(16 * MINUTE_MS);
    expect(replica.removed).toEqual([]);
    expect(idsOf(sent('listCallsExtensive'))).toHaveLength(1);
    await clock.advance(HOUR_MS);

    expect(replica.removed.sort()).toEqual([idAt(0), idAt(29)]);
    const asked = sent('listCallsExtensive').filter((each) => idsOf([each]).length > 0);
    expect(asked.map((each) => idsOf([each])[0]?.length)).toEqual([2, 2, 28]);
    const [first, second] = asked.map(({ at }) => at);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(10 * MINUTE_MS);
    expect(syncer.status.state).toBe('CURRENT');
    await syncer.stop();
  });

  it('stays when Gong has it by its ID, or shows it again in time', async () => {
    const { clock, replica, syncer, sent, hide } = await currentCopy(30);
    const show = hide([idAt(3)]);
    await clock.advance(16 * MINUTE_MS);
    expect(idsOf(sent('listCallsExtensive'))).toEqual([[idAt(3)]]);
    show();

    await clock.advance(DAY_MS);

    expect(replica.removed).toEqual([]);
    await syncer.stop();
  });

  it('stays while Gong refuses the credentials, or says that it lacks a scope', async () => {
    const { clock, replica, syncer, sandbox } = await currentCopy(30);
    for (const status of [401, 403]) {
      sandbox.faults.add({
        times: 1000,
        fault: { kind: 'answer', status, body: { errors: ['no'] } },
      });
      await clock.advance(DAY_MS);
      expect(syncer.status).toMatchObject({ state: 'BEHIND', reasons: ['CREDENTIALS'] });
      sandbox.faults.clear();
    }
    await clock.advance(DAY_MS);

    expect(replica.removed).toEqual([]);
    expect(syncer.status).toMatchObject({ state: 'CURRENT', reasons: [] });
    await syncer.stop();
  });
});

describe('many calls that are missing at one time', () => {
  const half = Array.from({ length: 150 }, (_, index) => idAt(2 * index));

  it('stay, and the copy is behind until Gong shows them again', async () => {
    const { clock, replica, syncer, hide, logged } = await currentCopy(300);
    const show = hide(half);

    await clock.advance(20 * HOUR_MS);
    expect(replica.removed).toEqual([]);
    expect(syncer.status).toMatchObject({ state: 'BEHIND', reasons: ['CALLS_MISSING'] });
    expect(logged.filter(({ level }) => level === 'warn')).toMatchObject([
      { message: 'Replica is behind', fields: { reasons: ['CALLS_MISSING'] } },
    ]);
    show();
    await clock.advance(DAY_MS);

    expect(replica.removed).toEqual([]);
    expect(syncer.status).toMatchObject({ state: 'CURRENT', reasons: [] });
    await syncer.stop();
  });

  it('are removed when Gong still has none of them a day later, also after a restart', async () => {
    const { clock, replica, syncer, createSyncer, hide } = await currentCopy(300);
    hide(half);
    await clock.advance(12 * HOUR_MS);
    await syncer.stop();
    const next = createSyncer('next');
    next.start();
    await clock.advance(11 * HOUR_MS);
    expect(replica.removed).toEqual([]);

    await clock.advance(6 * HOUR_MS);

    expect(replica.removed.sort()).toEqual([...half].sort());
    expect(next.status).toMatchObject({ state: 'CURRENT', reasons: [] });
    await next.stop();
  });

  it('are removed when an operator says so', async () => {
    const { clock, replica, syncer, hide } = await currentCopy(300);
    hide(half);
    await clock.advance(3 * HOUR_MS);
    expect(replica.removed).toEqual([]);

    expect(syncer.approveVanished()).toBe(true);
    await clock.advance(12 * HOUR_MS);

    expect(replica.removed.sort()).toEqual([...half].sort());
    await syncer.stop();
  });

  it('may be 20: these are believed', async () => {
    const { clock, replica, syncer, hide } = await currentCopy(300);
    hide(half.slice(0, 20));
    await clock.advance(DAY_MS);
    expect(replica.removed).toHaveLength(20);
    await syncer.stop();
  });
});
