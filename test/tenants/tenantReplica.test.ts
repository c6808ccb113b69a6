import { expect, it } from '@jest/globals';
import { defaultReplica } from '../../src/replica/replicaConfig.js';
import type { Replica } from '../../src/replica/replica.js';
import { TenantReplica } from '../../src/tenants/tenantReplica.js';
import { setUpSync } from '../company/sync/support.js';
import { FakeClock, settle } from '../support/clock.js';
import { silentLogger } from '../support/gateway.js';

const common = {
  key: 'acme',
  tenant: 'default',
  settings: { ...defaultReplica, place: 'file' as const },
  dayTimeZone: 'UTC',
  holder: 'one',
  logger: silentLogger,
};

it('is not opened while it is deleted, and again afterward', async () => {
  const events: string[] = [];
  let endDrop: () => void = () => undefined;
  const replica = new TenantReplica({
    storage: {
      openReplica: () => {
        events.push('open');
        const words = { isReady: true } as Replica['words'];
        return Promise.resolve({ words, close: () => Promise.resolve() } as Replica);
      },
      dropReplica: () => {
        events.push('drop');
        return new Promise((resolve) => {
          endDrop = () => {
            resolve();
          };
        });
      },
    },
    ...common,
    clock: new FakeClock(),
  });
  await replica.store();
  const dropping = replica.drop();

  await expect(replica.store()).rejects.toThrow('The replica is being deleted.');
  await settle();
  expect(events).toEqual(['open', 'drop']);
  endDrop();
  await dropping;
  await replica.store();

  expect(events).toEqual(['open', 'drop', 'open']);
  await replica.close();
});

it('is opened again also when it could not be deleted', async () => {
  const { shared } = setUpSync();
  let opened = 0;
  const replica = new TenantReplica({
    storage: {
      openReplica: () => {
        opened += 1;
        return Promise.resolve({ off: 'Not here.' });
      },
      dropReplica: () => Promise.reject(new Error('The disk fails.')),
    },
    ...common,
    clock: new FakeClock(),
  });
  replica.keepCurrent(shared);
  await settle();
  expect(opened).toBe(1);

  await expect(replica.drop()).rejects.toThrow('The disk fails.');
  await settle();

  expect(opened).toBe(2);
  await replica.close();
});
