import { describe, expect, it } from '@jest/globals';
import type { Fetch } from '../../../src/gong/exchange.js';
import {
  createCompany,
  createFetch,
  createSandbox,
  type Fault,
  type RecordedRequest,
} from '../../../sandbox/src/index.js';
import { FakeClock, settle } from '../../support/clock.js';
import { companyOf, plainReview, usersOf } from '../../support/companies.js';
import { createTestGateway } from '../../support/gateway.js';
import { connectionIn, PAGE } from '../../support/walk.js';
import { NOW, range, calls, company, says, setUp } from './support.js';

const callIds = calls.map(({ metaData }) => metaData.id);

/** A Gong that takes requests and never answers. */
const silence: Fetch = (_, { signal }) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
  });

describe('Reads are repeated', () => {
  it.each<[string, Fault]>([
    ['502', says(502, 'Bad gateway.')],
    ['a dropped connection', { kind: 'drop' }],
  ])('after %s, with growing pauses, each one counted', async (_, fault) => {
    const { clock, sandbox, gateway } = setUp({ random: () => 0.5 });
    sandbox.faults.add({ fault, times: 2 });

    const answer = await clock.runUntil(gateway.trace('{ workspaces { name } }'));

    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual({ workspaces: [{ name: 'Sales' }] });
    expect(answer.sent.map(({ at }) => at - NOW)).toEqual([0, 125, 375]);
    expect(answer.extensions?.gong?.requests).toBe(3);
  });

  it('up to the third attempt after dropped connections', async () => {
    const { clock, sandbox, gateway } = setUp();
    sandbox.faults.add({ fault: { kind: 'drop' }, times: 9 });

    const answer = await clock.runUntil(gateway.trace('{ workspaces { name } }'));

    expect(answer.errors?.[0]?.extensions).toMatchObject({
      code: 'GONG_UNAVAILABLE',
      retryable: true,
    });
    expect(answer.sent).toHaveLength(3);
    expect(answer.extensions?.gong?.requests).toBe(3);
  });

  it('after an attempt that times out', async () => {
    let attempts = 0;
    const clock = new FakeClock(NOW);
    const sandbox = createSandbox({ company, clock });
    const ask = createFetch(sandbox);
    const fetch: Fetch = (url, init) => {
      attempts += 1;
      return attempts === 1 ? silence(url, init) : ask(url, init);
    };
    const gateway = createTestGateway({ sandbox, clock, fetch });

    const answer = await clock.runUntil(gateway.trace('{ workspaces { name } }'));

    expect(answer.errors).toBeUndefined();
    expect(attempts).toBe(2);
    expect(answer.extensions?.gong?.requests).toBe(2);
  });
});

describe('The gateway', () => {
  const slowDown = (seconds: string): Fault => ({
    kind: 'answer',
    status: 429,
    headers: { 'retry-after': seconds },
  });

  it('waits a 429 out within the deadline', async () => {
    const { clock, sandbox, gateway } = setUp();
    sandbox.faults.add({ fault: slowDown('5') });

    const answer = await clock.runUntil(gateway.trace('{ workspaces { name } }'));

    expect(answer.errors).toBeUndefined();
    expect(answer.sent.map(({ at }) => at - NOW)).toEqual([0, 5000]);
    expect(answer.extensions?.gong).toMatchObject({ requests: 2, waitedMs: 5000 });
  });

  it('waits until the date that a 429 names', async () => {
    const { clock, sandbox, gateway } = setUp();
    sandbox.faults.add({ fault: slowDown(new Date(NOW + 7000).toUTCString()) });

    const answer = await clock.runUntil(gateway.trace('{ workspaces { name } }'));

    expect(answer.sent.map(({ at }) => at - NOW)).toEqual([0, 7000]);
  });

  it('repeats more often after 429s than after 5xxs', async () => {
    const { clock, sandbox, gateway } = setUp();
    sandbox.faults.add({ fault: slowDown('2'), times: 5 });

    const answer = await clock.runUntil(gateway.trace('{ workspaces { name } }'));

    expect(answer.errors).toBeUndefined();
    expect(answer.sent.map(({ at }) => at - NOW)).toEqual([0, 2000, 4000, 6000, 8000, 10_000]);
  });

  it('fails at once when the deadline comes first', async () => {
    const { sandbox, gateway } = setUp();
    sandbox.faults.add({ fault: slowDown('60') });

    // No time passes: whoever waited would wait for ever.
    const first = await gateway.trace('{ workspaces { name } }');
    const second = await gateway.trace('{ trackers { name } }');

    const refusal = { code: 'RATE_LIMITED', retryable: true, retryAfterSeconds: 60 };
    expect(first.errors).toMatchObject([{ path: ['workspaces'], extensions: refusal }]);
    expect(second.errors).toMatchObject([{ path: ['trackers'], extensions: refusal }]);
    expect([first.sent.length, second.sent.length]).toEqual([1, 0]);
  });

  it('never starts more than 3 requests in a second', async () => {
    const { clock, sandbox, gateway } = setUp({
      config: { requestsPerSecond: 3 },
      gong: { requestsPerSecond: 3 },
    });

    const answers = range(6).map((index) =>
      gateway.execute(`{ calls(first: 300, filter: { to: "2026-06-0${index + 1}T00:00:00Z" }) {
        nodes { id }
      } }`),
    );
    for (const { errors } of await clock.runUntil(Promise.all(answers))) {
      expect(errors).toBeUndefined();
    }

    expect(sandbox.requests.map(({ status }) => status)).toEqual(Array(18).fill(200));
    const starts = sandbox.requests.map(({ at }) => at);
    for (const [index, start] of starts.slice(3).entries()) {
      expect(start - (starts[index] ?? 0)).toBeGreaterThanOrEqual(1000);
    }
  });
});

describe('A list of which a page fails', () => {
  const review = (index: number) => plainReview({ answeredScorecardId: String(9000 + index) });
  const reviews = range(130).map(review);
  const long = companyOf({ calls, users: usersOf(130), answeredScorecards: reviews });
  const connections = [
    { field: 'calls', ids: callIds.slice(0, 130) },
    { field: 'users', ids: long.users.map(({ id }) => id) },
    { field: 'answeredScorecards', ids: reviews.map((each) => each.answeredScorecardId) },
  ];
  const isLaterPage = ({ body, query }: RecordedRequest) =>
    query['cursor'] !== undefined || Object.hasOwn(body ?? {}, 'cursor');
  const codes = [
    { status: 500, code: 'GONG_UNAVAILABLE' },
    { status: 403, code: 'GONG_BAD_CREDENTIALS' },
  ];
  const cases = connections.flatMap((each) => codes.map((code) => ({ ...each, ...code })));

  it.each(cases)(
    'is cut at a later page: $field, $status',
    async ({ field, ids, status, code }) => {
      const { clock, sandbox, gateway } = setUp({ gong: { company: long } });
      sandbox.faults.add({ fault: says(status, 'No.'), times: 9, matches: isLaterPage });
      const page = (after: string) => `{ cut: ${field}(first: 130${after}) { ${PAGE} } }`;

      const answer = await clock.runUntil(gateway.execute(page('')));
      const { nodes, pageInfo } = connectionIn(answer, 'cut');
      sandbox.faults.clear();
      // So long, a refusal of the credential is believed.
      await clock.advance(15_000);
      const after = `, after: "${pageInfo.endCursor ?? ''}"`;
      const rest = await clock.runUntil(gateway.execute(page(after)));

      expect(nodes.map(({ id }) => id)).toEqual(ids.slice(0, 100));
      expect(pageInfo.hasNextPage).toBe(true);
      expect(answer.extensions?.gong?.incomplete).toEqual([{ path: ['cut'], code }]);
      const others = connectionIn(rest, 'cut').nodes.map(({ id }) => id);
      expect(others.slice(0, 30)).toEqual(ids.slice(100));
      expect(rest.extensions?.gong?.incomplete).toBeUndefined();
    },
  );

  it.each(cases)('is an error on its first page: $field, $status', async (each) => {
    const { field, status, code } = each;
    const { clock, sandbox, gateway } = setUp({ gong: { company: long } });
    sandbox.faults.add({ fault: says(status, 'No.'), times: 9 });

    const answer = await clock.runUntil(gateway.execute(`{ ${field} { ${PAGE} } }`));

    expect(answer.data).toEqual({ [field]: null });
    expect(answer.errors).toMatchObject([{ path: [field], extensions: { code } }]);
    expect(answer.extensions?.gong?.incomplete).toBeUndefined();
  });

  it('reports no cut that the page does not show', async () => {
    const { sandbox, gateway } = setUp();
    sandbox.faults.add({ fault: says(403, 'No.'), matches: isLaterPage });

    const { errors, extensions } = await gateway.execute(`{
      short: calls(first: 20) { nodes { id } }
      long: calls(first: 150) { nodes { id } }
    }`);

    expect(errors).toBeUndefined();
    expect(extensions?.gong?.incomplete).toEqual([
      { path: ['long'], code: 'GONG_BAD_CREDENTIALS' },
    ]);
  });
});

describe('When time runs out', () => {
  it('a list is cut, with a cursor to go on', async () => {
    const { clock, gateway } = setUp({ config: { requestsPerSecond: 1, deadlineMs: 2500 } });
    const field = (after: string) => `{ long: calls(first: 400${after}) { ${PAGE} } }`;

    const cut = await clock.runUntil(gateway.trace(field('')));
    const { nodes, pageInfo } = connectionIn(cut, 'long');
    const rest = await clock.runUntil(
      gateway.trace(field(`, after: "${pageInfo.endCursor ?? ''}"`)),
    );

    expect(nodes.map(({ id }) => id)).toEqual(callIds.slice(0, 300));
    expect(pageInfo.hasNextPage).toBe(true);
    expect(cut.extensions?.gong).toMatchObject({
      requests: 3,
      incomplete: [{ path: ['long'], code: 'DEADLINE_EXCEEDED' }],
    });
    expect(connectionIn(rest, 'long').nodes.map(({ id }) => id)).toEqual(callIds.slice(300));
    expect(rest.extensions?.gong?.incomplete).toBeUndefined();
  });

  it('every list that was cut is named by its path', async () => {
    const { clock, gateway } = setUp({
      config: { requestsPerSecond: 1, deadlineMs: 1500 },
      gong: { company: createCompany({ now: NOW, calls: 900, users: 3 }) },
    });
    const ids = gateway.sandbox.company.users.slice(0, 2).map(({ id }) => `"${id}"`);

    const { data, errors, extensions } = await clock.runUntil(
      gateway.execute(`{ hosts: usersByIds(ids: [${ids.join()}]) {
        calls(first: 300, order: OLDEST_FIRST) { pageInfo { hasNextPage } }
      } }`),
    );

    const host = { calls: { pageInfo: { hasNextPage: true } } };
    expect(errors).toBeUndefined();
    expect(data).toEqual({ hosts: [host, host] });
    expect(extensions?.gong?.incomplete).toEqual([
      { path: ['hosts', 0, 'calls'], code: 'DEADLINE_EXCEEDED' },
      { path: ['hosts', 1, 'calls'], code: 'DEADLINE_EXCEEDED' },
    ]);
  });

  it.each(['calls', 'users', 'answeredScorecards'])(
    'a cursor restarts the list before the first of %s',
    async (field) => {
      const { clock, gateway } = setUp({ fetch: silence });

      const cut = await clock.runUntil(gateway.execute(`{ ${field} { ${PAGE} } }`));

      const { nodes, pageInfo } = connectionIn(cut, field);
      expect(nodes).toEqual([]);
      expect(pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
      expect(cut.extensions?.gong?.incomplete).toEqual([
        { path: [field], code: 'DEADLINE_EXCEEDED' },
      ]);
      const again = setUp().gateway;
      const after = pageInfo.endCursor ?? '';
      const answer = await again.execute(`{ ${field}(first: 5, after: "${after}") { ${PAGE} } }`);
      expect(connectionIn(answer, field).pageInfo.hasPreviousPage).toBe(false);
    },
  );

  it.each(['workspaces { name }', 'call(id: "5") { id }', 'searchUsers(email: "a@b.c") { id }'])(
    'other fields are errors: %s',
    async (field) => {
      const { clock, gateway } = setUp({ fetch: silence });

      const answer = await clock.runUntil(gateway.execute(`{ part: ${field} __typename }`));

      expect(answer.data).toEqual({ part: null, __typename: 'Query' });
      expect(answer.errors).toMatchObject([
        { path: ['part'], extensions: { code: 'DEADLINE_EXCEEDED', retryable: true } },
      ]);
      expect(clock.now() - NOW).toBe(25_000);
    },
  );

  it('a list without pages is never cut', async () => {
    const { clock, gateway } = setUp({ config: { requestsPerSecond: 1, deadlineMs: 500 } });

    const answer = await clock.runUntil(
      gateway.trace('{ searchUsers(email: "user500@lumenta.example") { id } }'),
    );

    expect(answer.data).toEqual({ searchUsers: null });
    expect(answer.errors?.[0]?.extensions['code']).toBe('DEADLINE_EXCEEDED');
    expect(answer.sent).toHaveLength(1);
  });

  it('nothing more is sent for the operation', async () => {
    const { clock, sandbox, gateway } = setUp({
      config: { requestsPerSecond: 1, deadlineMs: 1500 },
    });

    await clock.runUntil(gateway.execute('{ calls(first: 450) { nodes { id } } }'));
    const before = sandbox.requests.length;
    await clock.advance(60_000);
    await settle();

    expect(sandbox.requests).toHaveLength(before);
  });
});
