import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { basicSelection } from '../../../src/gong/endpoints/callSelection.js';
import { HOUR_MS } from '../../../src/lib/clock.js';
import type { Replica } from '../../../src/replica/replica.js';
import { forgetChanges } from '../../../src/company/sync/forgetChanges.js';
import { readCalls } from '../../../src/company/sync/readCalls.js';
import { createOperation } from '../../gong/support.js';
import { startDatabases, type TestDatabases } from '../../support/databases.js';
import { openTestReplica } from '../../support/replica.js';
import { callsBefore, setUpSync, START } from './support.js';

let databases: TestDatabases;
let store: Replica;
beforeEach(async () => {
  databases = await startDatabases('sqlite');
  ({ replica: store } = await openTestReplica(databases));
});
afterEach(async () => {
  await store.close();
  await databases.close();
});

/** A company whose calls are cached, and a copy of them that reads them again. */
function setUp({ countsNew = true } = {}) {
  const scene = setUpSync({ company: { calls: callsBefore(START, 3, HOUR_MS) } });
  const { clock, shared, company, sent } = scene;
  const replica = forgetChanges(store, shared, () => countsNew);
  const caller = () => createOperation(clock);
  const [id = ''] = company.calls.map(({ metaData }) => metaData.id);
  const rename = (title: string) => {
    for (const { metaData } of company.calls) metaData.title = title;
  };
  const titleNow = async () => {
    const key = { name: id, selection: basicSelection };
    const call = await clock.runUntil(
      Promise.resolve(shared.reads.load(shared.calls, [key], caller())[0]),
    );
    return call?.basic.title;
  };
  const syncOnce = async () => {
    await readCalls({ company: shared, replica, reads: shared.fresh(caller()), clock }, [id]);
  };
  return { ...scene, replica, id, rename, titleNow, syncOnce, sent };
}

describe('a write of the sync', () => {
  it('invalidates what is cached of a call that has changed', async () => {
    const { rename, titleNow, syncOnce } = setUp();
    rename('Before');
    await syncOnce();
    expect(await titleNow()).toBe('Before');
    rename('After');
    expect(await titleNow()).toBe('Before');

    await syncOnce();

    expect(await titleNow()).toBe('After');
  });

  it('leaves the cache alone when nothing has changed', async () => {
    const { titleNow, syncOnce, sent } = setUp();
    await syncOnce();
    await titleNow();
    const before = sent().length;

    await syncOnce();
    await titleNow();

    expect(sent()).toHaveLength(before + 1);
  });

  it.each([
    ['invalidates what is cached of a call that is new to the replica', true, 'After'],
    ['leaves the cache alone when a call is new in the first copy', false, 'Before'],
  ])('%s', async (_outcome, countsNew, title) => {
    const { rename, titleNow, syncOnce } = setUp({ countsNew });
    rename('Before');
    await titleNow();
    rename('After');

    await syncOnce();

    expect(await titleNow()).toBe(title);
  });

  it('invalidates what is cached of a call that is gone', async () => {
    const { replica, company, id, titleNow, syncOnce } = setUp();
    await syncOnce();
    expect(await titleNow()).toBeDefined();
    company.calls.splice(0, company.calls.length);

    await replica.removeCalls([id]);

    expect(await titleNow()).toBeUndefined();
  });

  it('invalidates what is cached of a changed record of the directory', async () => {
    const { replica, shared, clock, sent } = setUp();
    const user = { name: '900', selection: null };
    const readUser = async () => {
      const load = shared.reads.load(shared.users, [user], createOperation(clock))[0];
      await clock.runUntil(Promise.resolve(load));
    };
    await replica.putRecords('USER', new Map([['900', { id: '900' }]]), START, true);
    await readUser();

    await replica.putRecords('USER', new Map([['900', { id: '900', title: 'CEO' }]]), START, true);
    await readUser();

    expect(sent('listMultipleUsers')).toHaveLength(2);
  });
});
