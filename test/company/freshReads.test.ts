import { describe, expect, it } from '@jest/globals';
import { AnswerCache, createAnswerMemory } from '../../src/company/cache/answerCache.js';
import { Company } from '../../src/company/company.js';
import { basicSelection, type CallSelection } from '../../src/gong/endpoints/callSelection.js';
import { listWorkspaces } from '../../src/gong/endpoints/settings.js';
import { listUsers } from '../../src/gong/endpoints/users.js';
import {
  createFetch,
  DEFAULT_CREDENTIAL,
  type SandboxCredential,
} from '../../sandbox/src/index.js';
import { keyCredentials } from '../../src/gong/credentials.js';
import { createCaller, createTestClient, FakeWire } from '../gong/support.js';
import { FakeClock } from '../support/clock.js';
import { callIdOf, callsAt, companyOf, usersOf } from '../support/companies.js';
import { createTestSandbox } from '../support/sandbox.js';

const wanted: CallSelection = { ...basicSelection, blocks: new Set(['parties']) };
const HOUR_MS = 3_600_000;

function setUp(callCount = 3, credential: SandboxCredential = DEFAULT_CREDENTIAL) {
  const clock = new FakeClock();
  const starts = Array.from({ length: callCount }, (_, index) => clock.now() - index * HOUR_MS);
  const calls = callsAt(starts).map((call) => ({ ...call, transcript: [] }));
  const company = companyOf({ users: usersOf(150), calls });
  const sandbox = createTestSandbox({ clock, company, credentials: [credential] });
  const { client } = createTestClient({
    clock,
    wire: new FakeWire(clock),
    fetch: createFetch(sandbox),
    credentials: keyCredentials({ baseUrl: 'https://gong.test', ...credential }),
  });
  const memory = createAnswerMemory(1e6);
  const shared = new Company({
    client,
    cache: new AnswerCache({ memory, company: 'acme', isOn: true, shared: null, clock }),
    directoryTtlSeconds: 3600,
    requestsPerSecond: 1000,
    clock,
  });
  const { caller } = createCaller(clock);
  const sent = () => sandbox.requests.map(({ operationId }) => operationId);
  return { clock, company, sandbox, shared, caller, reads: shared.fresh(caller), sent };
}

const keyWith = (...scopes: readonly string[]): SandboxCredential => ({
  ...DEFAULT_CREDENTIAL,
  scopes,
});

describe('FreshReads', () => {
  it('reads a list again although it was read before', async () => {
    const { company, reads, sent } = setUp();
    await reads.whole(listWorkspaces, null);
    company.workspaces.push({ id: '2', name: 'New', description: '' });

    const workspaces = await reads.whole(listWorkspaces, null);

    expect(workspaces.map(({ id }) => id)).toEqual(['1', '2']);
    expect(sent()).toEqual(['listWorkspaces', 'listWorkspaces']);
  });

  it('reads the pages of a list by cursor', async () => {
    const { reads } = setUp();
    const list = reads.list(listUsers);

    const first = await list(null, null);
    const second = await list(null, first.cursor);

    expect([first.items.length, second.items.length, second.cursor, first.total]).toEqual([
      100,
      50,
      null,
      150,
    ]);
  });

  it('returns an empty page when Gong finds no calls', async () => {
    const { reads } = setUp(0);

    const page = await reads.calls(wanted).read({}, null);

    expect(page).toMatchObject({ items: [], cursor: null });
  });

  it('lists basic calls when the scope of the detailed list is missing', async () => {
    const { reads, sent } = setUp(3, keyWith('api:calls:read:basic'));
    const calls = reads.calls(wanted);
    expect(calls.comparesStart).toBe(true);

    const page = await calls.read({}, null);

    expect(page.items.map(({ selection }) => selection)).toEqual(Array(3).fill(basicSelection));
    expect(calls.comparesStart).toBe(false);
    expect(sent()).toEqual(['listCallsExtensive', 'listCalls']);
  });

  it('reads records by ID, 100 in a request, past the cache', async () => {
    const { shared, reads, sent } = setUp(150);
    const ids = Array.from({ length: 150 }, (_, index) => callIdOf(index));

    for (const part of [0, 1]) {
      const { values, refused } = await reads.records(shared.calls, [...ids, '404'], wanted);
      expect([part, values.size, refused.size]).toEqual([part, 150, 0]);
    }

    expect(sent()).toEqual(Array(4).fill('listCallsExtensive'));
  });

  it('returns nothing for IDs of which Gong has no record', async () => {
    const { shared, reads } = setUp();

    const { values, refused } = await reads.records(shared.transcripts, ['404', '405'], null);

    expect([values.size, refused.size]).toEqual([0, 0]);
  });

  it('reads the others beside an ID that Gong refuses', async () => {
    const { shared, sandbox, reads } = setUp();
    sandbox.faults.add({
      times: 100,
      fault: { kind: 'answer', status: 404, body: { errors: ['Call ID 13 is not found.'] } },
      matches: ({ body }) => JSON.stringify(body).includes('"13"'),
    });

    const { values, refused } = await reads.records(
      shared.calls,
      [callIdOf(0), '13', callIdOf(1)],
      wanted,
    );

    expect([...values.keys()].sort()).toEqual([callIdOf(0), callIdOf(1)].sort());
    expect([...refused.keys()]).toEqual(['13']);
  });

  it('reads calls one at a time when the scope of the detailed list is missing', async () => {
    const { shared, reads, sent } = setUp(2, keyWith('api:calls:read:basic'));

    const ids = [callIdOf(0), callIdOf(1)];
    const { values } = await reads.records(shared.calls, ids, wanted);

    expect([...values.keys()]).toEqual(ids);
    expect(sent()).toEqual(['listCallsExtensive', 'getCall', 'getCall']);
  });

  it('sends nothing once its caller has left', async () => {
    const { shared, clock, sandbox } = setUp();
    const { caller, controller } = createCaller(clock);
    controller.abort(new Error('left'));

    await expect(shared.fresh(caller).whole(listWorkspaces, null)).rejects.toThrow('left');
    expect(sandbox.requests).toEqual([]);
  });
});
