import { describe, expect, it } from '@jest/globals';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../src/lib/clock.js';
import { DEFAULT_CREDENTIAL } from '../../../sandbox/src/index.js';
import { usersOf } from '../../support/companies.js';
import { callsBefore, setUpSync, START, syncScopes } from './support.js';

describe('the directory records of a copy', () => {
  it('goes on beside a list that Gong always fails to send, and says that', async () => {
    const { clock, sandbox, syncer, sent } = setUpSync({
      company: { calls: callsBefore(START, 500, HOUR_MS) },
    });
    syncer.start();
    await clock.advance(HOUR_MS);
    sandbox.faults.add({
      times: 1e6,
      operationId: 'listScorecards',
      fault: { kind: 'answer', status: 500, body: {} },
    });
    const before = sent('listScorecards').length;
    await clock.advance(3 * DAY_MS);

    expect(syncer.status).toMatchObject({ state: 'BEHIND', reasons: ['GONG_FAILS'] });
    expect(syncer.status.lateness).toBeLessThan(0.3);
    // Each try is three attempts, and in the end half an hour apart.
    expect(sent('listScorecards').length - before).toBeLessThanOrEqual(3 * (3 * 48 + 6));
    sandbox.faults.clear();
    await clock.advance(HOUR_MS);
    expect(syncer.status).toMatchObject({ state: 'CURRENT', reasons: [] });
    await syncer.stop();
  });

  it('reads records soon after their scope is granted, and no longer names it', async () => {
    const scopes = syncScopes.filter((scope) => scope !== 'api:settings:trackers:read');
    const { clock, replica, syncer } = setUpSync({
      company: { calls: callsBefore(START, 10, HOUR_MS) },
      credential: { ...DEFAULT_CREDENTIAL, scopes },
    });
    syncer.start();
    await clock.advance(2 * HOUR_MS);
    expect(syncer.status).toMatchObject({ state: 'BEHIND', reasons: ['SCOPE'] });

    scopes.push('api:settings:trackers:read');
    await clock.advance(HOUR_MS + MINUTE_MS);

    expect([...replica.records.keys()]).toContain('TRACKER');
    expect(syncer.status).toMatchObject({ state: 'CURRENT', reasons: [] });
    await syncer.stop();
  });

  it('keeps the folders when the credential loses the scope for workspaces', async () => {
    const updated = new Date(START - DAY_MS).toISOString();
    const folder = { workspaceId: '1', parentFolderId: null, createdBy: null, updated, calls: [] };
    const folders = [
      { ...folder, id: '7', name: 'Best' },
      { ...folder, id: '8', name: 'First' },
    ];
    const scopes = [...syncScopes];
    const { clock, company, replica, syncer } = setUpSync({
      company: { folders },
      credential: { ...DEFAULT_CREDENTIAL, scopes },
    });
    syncer.start();
    await clock.advance(HOUR_MS);
    expect([...(replica.records.get('FOLDER')?.keys() ?? [])]).toEqual(['7', '8']);

    scopes.splice(scopes.indexOf('api:workspaces:read'), 1);
    company.folders.pop();
    await clock.advance(7 * HOUR_MS);

    expect(syncer.status.reasons).toEqual(['SCOPE']);
    expect([...(replica.records.get('FOLDER')?.keys() ?? [])]).toEqual(['7']);
    await syncer.stop();
  });

  it('are gone when most of a list is missing for a day, not at once', async () => {
    const { clock, company, replica, syncer } = setUpSync({ company: { users: usersOf(12) } });
    syncer.start();
    await clock.advance(HOUR_MS);
    expect(replica.records.get('USER')?.size).toBe(12);
    company.users.length = 5;
    await clock.advance(20 * HOUR_MS);
    expect(replica.records.get('USER')?.size).toBe(12);

    await clock.advance(20 * HOUR_MS);

    expect(replica.records.get('USER')?.size).toBe(5);
    await syncer.stop();
  });

  it('stay when most of a list was missing for less than a day', async () => {
    const { clock, company, replica, syncer } = setUpSync({ company: { users: usersOf(12) } });
    syncer.start();
    await clock.advance(HOUR_MS);
    const missing = company.users.splice(5);
    await clock.advance(20 * HOUR_MS);
    company.users.push(...missing);
    await clock.advance(7 * HOUR_MS);
    company.users.length = 5;
    await clock.advance(20 * HOUR_MS);

    expect(replica.records.get('USER')?.size).toBe(12);
    await syncer.stop();
  });
});
