import { describe, expect, it } from '@jest/globals';
import { readEndpoint } from '../../../src/gong/endpoints/catalog.js';
import { gongOperations } from '../../../src/gong/generated/operations.js';
import { companyOf } from '../../support/companies.js';
import { FakeClock } from '../../support/clock.js';
import { credential, NOW, sandboxOf, visit, withKey } from './support.js';

const isRead = (operationId: string | null): boolean =>
  Object.entries(gongOperations).find(([id]) => id === operationId)?.[1].effect === 'read';
const scopesReadBy = (operationIds: readonly (string | null)[]) =>
  Object.entries(gongOperations)
    .filter(([id]) => operationIds.includes(id))
    .flatMap(([, { scopes, conditionalScopes }]) => [...scopes, ...conditionalScopes] as string[]);

/** Operations whose scope only requests need that change something. */
const WRITES = expect.arrayContaining(['api:calls:create', 'api:flows:write', 'api:tasks:write']);
const writing = {
  grade: 'ok',
  says: 'not checked, because only requests that change something or spend Gong credits need them:',
  words: WRITES,
};

describe('npm run doctor -- --all-scopes', () => {
  it('tries each scope that a read needs, with one request each, within the rate limit', async () => {
    const { about, diagnosis, sandbox } = await visit(withKey(), { triesAllScopes: true });

    const sent = sandbox.requests.map(({ operationId }) => operationId);
    expect(about('Scopes')).toMatchObject([{ grade: 'ok', says: 'granted:' }, writing]);
    expect(new Set(about('Scopes')[0]?.words)).toEqual(new Set(scopesReadBy(sent)));
    expect(sent.every(isRead)).toBe(true);
    const reads = Object.keys(gongOperations).filter((id) => readEndpoint(id) !== undefined);
    const untried = about('Scopes')[1]?.words ?? [];
    expect(untried.filter((scope) => scopesReadBy(reads).includes(scope))).toEqual([]);
    expect(new Set(sent).size).toBe(sent.length);
    expect(sent.slice(0, 4)).toEqual([
      'listUsers',
      'listWorkspaces',
      'listCalls',
      'listGenericCrmIntegration',
    ]);
    expect(diagnosis.requests).toBe(sent.length);
    // As fast as is allowed beside a gateway.
    expect(sandbox.requests.map(({ at }) => Math.floor((at - NOW) / 1000))).toEqual(
      sent.map((_, index) => index),
    );
    expect(sandbox.undocumented).toEqual([]);
  });

  it('tries with IDs of the company, and with an address that no person has', async () => {
    const { sandbox } = await visit(withKey(), { triesAllScopes: true });

    const { users, workspaces, calls, crm } = sandbox.company;
    const [query] = sandbox.requestsTo('listUsers_1').map((each) => each.query);
    expect(users.map(({ id }) => id)).toContain(query?.['manager-id']);
    expect(workspaces.map(({ id }) => id)).toContain(query?.['workspace-id']);
    const [access] = sandbox.requestsTo('getUsersAccessToCalls');
    const { callIds } = (access?.body as { filter: { callIds: string[] } }).filter;
    expect(calls.map(({ metaData }) => metaData.id)).toEqual(expect.arrayContaining(callIds));
    expect(sandbox.requestsTo('getCrmObjects')).toMatchObject([
      { query: { integrationId: crm.integration?.integrationId }, body: ['gateway-doctor'] },
    ]);
    expect(sandbox.requestsTo('findAllReferencesToEmailAddress')).toMatchObject([
      { query: { emailAddress: 'doctor@example.com' } },
    ]);
  });

  it('reports scopes that are missing, and goes on', async () => {
    const gone = ['api:tasks:read', 'api:library:read'];
    const clock = new FakeClock(NOW);
    const scopes = Object.values(gongOperations).flatMap((each) => [
      ...each.scopes,
      ...each.conditionalScopes,
    ]) as string[];
    const sandbox = sandboxOf(clock, {
      credentials: [{ ...credential, scopes: scopes.filter((each) => !gone.includes(each)) }],
    });

    const { about } = await visit(withKey(), { sandbox, clock, triesAllScopes: true });

    const missing = about('Scopes').filter(({ grade }) => grade === 'problem');
    expect(missing.map(({ says }) => says.split(' ')[0])).toEqual(expect.arrayContaining(gone));
    expect(missing).toHaveLength(2);
    expect(missing.flatMap(({ words }) => words)).toEqual(
      expect.arrayContaining(['User.tasks', 'Query.folders']),
    );
    expect(about('Scopes')[0]?.words).toEqual(expect.arrayContaining(['api:coaching:read']));
  });

  it('reports features that Gong has not enabled, and requests that fail', async () => {
    const clock = new FakeClock(NOW);
    const sandbox = sandboxOf(clock);
    const errors = ['Engage is not enabled for the company'];
    sandbox.faults.add({
      operationId: 'listFlows',
      fault: { kind: 'answer', status: 403, body: { requestId: 'x', errors } },
    });
    sandbox.faults.add({
      operationId: 'listBriefs',
      fault: { kind: 'answer', status: 400, body: { requestId: 'x', errors: ['Odd'] } },
    });

    const { about, diagnosis } = await visit(withKey(), { sandbox, clock, triesAllScopes: true });

    expect(about('Scopes').filter(({ grade }) => grade !== 'ok')).toEqual([
      {
        grade: 'warning',
        about: 'Scopes',
        says: 'of features that Gong has not enabled for the company:',
        words: ['api:flows:read'],
        todo: "Ask Gong's support to enable the feature, or do not use its fields.",
      },
      {
        grade: 'warning',
        about: 'Scopes',
        says: 'api:ai-briefer:read could not be checked, because listBriefs failed (status 400).',
        todo: 'Run the doctor again later.',
      },
    ]);
    expect(about('Scopes').flatMap(({ words }) => words)).toContain('api:tasks:read');
    expect(diagnosis.requests).toBe(sandbox.requests.length);
  });

  it('reports what it cannot try without a record of the company', async () => {
    const clock = new FakeClock(NOW);
    const sandbox = sandboxOf(clock, { company: companyOf({}) });

    const { about, diagnosis } = await visit(withKey(), { sandbox, clock, triesAllScopes: true });

    const [, untried] = about('Scopes');
    expect(untried).toMatchObject({
      grade: 'ok',
      says: 'not checked, because they need another scope, or a record that the company does not have:',
      words: expect.arrayContaining(['api:call-user-access:read', 'api:crm:upload']),
    });
    expect(diagnosis.requests).toBe(sandbox.requests.length);
  });

  it('stops when Gong requests a pause, and says what it did not try', async () => {
    const clock = new FakeClock(NOW);
    const sandbox = sandboxOf(clock);
    sandbox.faults.add({
      operationId: 'listWorkspaces',
      fault: { kind: 'answer', status: 429, headers: { 'retry-after': '600' } },
      times: 9,
    });

    const { about } = await visit(withKey(), { sandbox, clock, triesAllScopes: true });

    expect(about('Scopes')).toMatchObject([
      { grade: 'ok', says: 'granted:', words: ['api:users:read'] },
      { grade: 'warning', says: 'not checked, because Gong requested a pause:' },
      writing,
    ]);
    expect(sandbox.requests.length).toBe(2);
  });

  it('never sends more than 40 requests', async () => {
    const clock = new FakeClock(NOW);
    const sandbox = sandboxOf(clock);
    const { requests } = sandbox;
    sandbox.faults.add({ operationId: 'listBriefs', fault: { kind: 'drop' }, times: 99 });
    for (const operationId of ['listLogs', 'listTrackers', 'listFlows', 'listCallOutcomes']) {
      sandbox.faults.add({ operationId, fault: { kind: 'answer', status: 503 }, times: 99 });
    }
    for (const operationId of ['getLibraryStructure', 'listUsers_1', 'listCrmSchemaFields']) {
      sandbox.faults.add({ operationId, fault: { kind: 'answer', status: 503 }, times: 99 });
    }

    const { about, diagnosis } = await visit(withKey(), { sandbox, clock, triesAllScopes: true });

    expect([diagnosis.requests, requests.length]).toEqual([40, 40]);
    expect(about('Scopes').at(-2)).toMatchObject({
      grade: 'warning',
      says: 'not checked, because the doctor sends at most 40 requests:',
    });
  });
});
