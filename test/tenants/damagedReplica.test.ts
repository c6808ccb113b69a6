import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { DAY_MS, systemClock } from '../../src/lib/clock.js';
import type { Replica } from '../../src/replica/replica.js';
import { defaultReplica } from '../../src/replica/replicaConfig.js';
import { openReplicas } from '../../src/storage/replicas.js';
import { TenantReplica } from '../../src/tenants/tenantReplica.js';
import { FakeClock, settle } from '../support/clock.js';
import { silentLogger } from '../support/gateway.js';
import { callRecord } from '../support/replica.js';

let stateDir: string;
let logged: string[];
const opened: TenantReplica[] = [];
beforeEach(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'damaged-'));
  logged = [];
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((replica) => replica.close()));
  await rm(stateDir, { recursive: true });
});

const log = (_fields: object, message: string) => logged.push(message);
const logger = { ...silentLogger, warn: log, error: log };

const common = {
  key: 'acme',
  tenant: 'default',
  settings: { ...defaultReplica, place: 'file' as const },
  dayTimeZone: 'UTC',
  holder: 'one',
  logger,
};

/** Opened on what `openReplicas` keeps on disk, as by a gateway that starts. */
function start(): TenantReplica {
  const storage = openReplicas({ stateDir, secret: 's'.repeat(32) }, systemClock, logger);
  const replica = new TenantReplica({ ...common, storage, clock: systemClock });
  opened.push(replica);
  return replica;
}

/** 200 calls, in a file of which the last quarter is overwritten: opening it reads none of it. */
async function damage(): Promise<void> {
  const before = start();
  const replica = await before.store();
  const ids = Array.from({ length: 200 }, (_, index) => String(1000 + index));
  await replica.putCalls(
    ids.map((id) => callRecord(id)),
    1,
  );
  await before.close();
  const path = join(stateDir, 'replica', 'acme.db');
  const content = await readFile(path);
  await writeFile(path, content.fill('nonsense ', 0.75 * content.length));
}

it('is replaced by one that begins with nothing, when a part that is read later is damaged', async () => {
  await damage();
  const replica = start();
  const store = await replica.store();
  expect(logged).toEqual([]);

  await expect(store.findCalls(['1000', '1100', '1199'])).rejects.toMatchObject({
    kind: 'corrupt',
  });
  const next = await replica.store();

  expect(next).not.toBe(store);
  expect(await next.countCalls()).toBe(0);
  await next.putCalls([callRecord('1')], 1);
  expect(await next.countCalls()).toBe(1);
  expect(logged).toEqual(['Replica file set aside']);
  expect(await readdir(join(stateDir, 'replica'))).toContain('acme.db.unreadable');
});

it('is replaced once a day at most, because each copy costs requests', async () => {
  const clock = new FakeClock();
  const tellers: (() => void)[] = [];
  let closed = 0;
  const replica = new TenantReplica({
    ...common,
    clock,
    storage: {
      openReplica: (_key, _settings, onDamaged) => {
        tellers.push(onDamaged);
        const close = () => Promise.resolve(void (closed += 1));
        return Promise.resolve({ words: { isReady: true }, close } as Replica);
      },
    },
  });
  await replica.store();
  tellers.at(-1)?.();
  await settle();
  expect([tellers.length, closed]).toEqual([2, 1]);

  await clock.advance(DAY_MS - 1);
  tellers.at(-1)?.();
  await settle();
  expect([tellers.length, closed]).toEqual([2, 1]);
  expect(logged).toEqual(['Replica damaged again within a day']);

  await clock.advance(1);
  tellers.at(-1)?.();
  await settle();
  expect([tellers.length, closed]).toEqual([3, 2]);

  await replica.close();
  tellers.at(-1)?.();
  await settle();
  expect([tellers.length, closed]).toEqual([3, 3]);
});
