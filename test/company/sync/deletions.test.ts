import { describe, expect, it } from '@jest/globals';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../src/lib/clock.js';
import { confirmHeldCalls, readHeldCalls } from '../../../src/company/sync/syncState.js';
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

  it('are removed after Gong had none of them twice, when an administrator confirms them', async () => {
    const { clock, replica, syncer, sent, hide, logged } = await currentCopy(300);
    hide(half);
    await clock.advance(20 * HOUR_MS);
    const held = await readHeldCalls(replica.sync);
    expect(held.calls).toBe(150);
    expect(syncer.status.callsMissing).toBe(150);

    await confirmHeldCalls(replica.sync, held);
    expect(await readHeldCalls(replica.sync)).toEqual({ calls: 0, missed: null });
    await clock.advance(9 * MINUTE_MS);
    // Gong was asked for the first ones before the others were missed.
    expect(replica.removed.length).toBeLessThan(20);
    await clock.advance(20 * MINUTE_MS);

    expect(replica.removed.sort()).toEqual([...half].sort());
    const asked = idsOf(sent('listCallsExtensive')).flat();
    for (const id of half)
      expect(asked.filter((each) => each === id).length).toBeGreaterThanOrEqual(2);
    expect(syncer.status).toMatchObject({ state: 'CURRENT', callsMissing: 0 });
    expect(logged).toContainEqual({
      level: 'info',
      fields: { calls: 150 },
      message: 'Missing calls confirmed as deleted',
    });
    await syncer.stop();
  });

  it('stay when they were missed after an administrator confirmed others', async () => {
    const { clock, replica, syncer, hide } = await currentCopy(400);
    const [few, many] = [half.slice(0, 60), half.slice(60)];
    hide(few);
    await clock.advance(20 * HOUR_MS);
    const held = await readHeldCalls(replica.sync);
    await confirmHeldCalls(replica.sync, held);
    hide(many);
    await clock.advance(20 * HOUR_MS);

    expect(held.calls).toBeGreaterThan(20);
    expect(held.calls).toBeLessThanOrEqual(60);
    expect(replica.removed.sort()).toEqual([...few].sort());
    expect(syncer.status).toMatchObject({ state: 'BEHIND', reasons: ['CALLS_MISSING'] });
    expect(syncer.status.callsMissing).toBeGreaterThanOrEqual(many.length);
    await syncer.stop();
  });

  it('are removed when another gateway took the confirmation, or syncs since', async () => {
    const { clock, replica, syncer, createSyncer, hide } = await currentCopy(300);
    hide(half);
    await clock.advance(20 * HOUR_MS);
    await syncer.stop();
    await confirmHeldCalls(replica.sync, await readHeldCalls(replica.sync));
    const next = createSyncer('next');
    next.start();
    await clock.advance(20 * MINUTE_MS);

    expect(replica.removed.sort()).toEqual([...half].sort());
    await next.stop();
  });

  it('may be 20: these are believed', async () => {
    const { clock, replica, syncer, hide } = await currentCopy(300);
    hide(half.slice(0, 20));
    await clock.advance(DAY_MS);
    expect(replica.removed).toHaveLength(20);
    await syncer.stop();
  });
});
