import { describe, expect, it } from '@jest/globals';
import { type Fault } from '../../../sandbox/src/index.js';
import { callsAt, companyOf, usersOf } from '../../support/companies.js';
import { NOW, company, setUp } from './support.js';

const SECOND_MS = 1000;

const MINUTE_MS = 60_000;

const HOUR_MS = 3_600_000;

const DAY_MS = 24 * HOUR_MS;

const callIds = company.calls.map(({ metaData }) => metaData.id);

const workspaceId = company.workspaces[0]?.id ?? '';

const folderId = company.folders[0]?.id ?? '';

const ago = (ms: number): string => new Date(NOW - ms).toISOString();

/** How long a query's answer serves. */
async function lifetimeOf(query: string, mostMs = 2 * HOUR_MS): Promise<number> {
  const serves = async (ageMs: number): Promise<boolean> => {
    const { clock, costOf } = setUp({ config: { requestsPerDay: 1e9 } });
    await costOf(query);
    await clock.advance(ageMs);
    return (await costOf(query)) === 0;
  };
  let [within, beyond] = [0, mostMs];
  while (beyond - within > 1) {
    const middle = Math.floor((within + beyond) / 2);
    if (await serves(middle)) within = middle;
    else beyond = middle;
  }
  return beyond;
}

describe('Directory data', () => {
  it.each([
    ['users', '{ users { name } }'],
    ['a user', `{ user(id: "${company.users[3]?.id}") { name } }`],
    ['users with a filter', `{ users(filter: { createdFrom: "2001-01-01T00:00:00Z" }) { name } }`],
    ['workspaces', '{ workspaces { name } }'],
    ['trackers', '{ trackers { name } }'],
    ['trackers of a workspace', `{ trackers(workspaceId: "${workspaceId}") { name } }`],
    ['scorecards', '{ scorecards { name } }'],
    ['folders', `{ folders(workspaceId: "${workspaceId}") { name } }`],
    ['a folder', `{ folder(id: "${folderId}") { name } }`],
  ])('is reused as long as configured: %s', async (_, body) => {
    const query = body.replace(/users(\(.*\))? \{ name \}/, 'users$1 { nodes { name } }');
    const { clock, costOf } = setUp();
    const cost = await costOf(query);
    expect(cost).toBeGreaterThan(0);

    await clock.advance(299 * SECOND_MS);
    expect(await costOf(query)).toBe(0);
    await clock.advance(2 * SECOND_MS);
    expect(await costOf(query)).toBe(cost);
  });

  it('of a list serves reads by ID and filtered lists', async () => {
    const { costOf } = setUp();
    await costOf('{ users(first: 100) { nodes { name } } }');
    expect(await costOf(`{ user(id: "${company.users[3]?.id}") { name manager { id } } }`)).toBe(0);

    await costOf('{ workspaces { name } trackers { name } scorecards { name } }');
    expect(
      await costOf(`{
        workspace(id: "${workspaceId}") { name }
        trackers { affiliation }
        tracker(id: "${company.keywordTrackers[0]?.trackerId}") { name }
      }`),
    ).toBe(0);
  });
});

describe('The TTL by age applies to', () => {
  const newest = callsAt([1, 2, 3].map((minutes) => NOW - minutes * MINUTE_MS));
  it.each([
    ['of a minute ago', MINUTE_MS, 30 * SECOND_MS],
    ['of an hour ago', HOUR_MS, MINUTE_MS],
    ['of yesterday', DAY_MS, 24 * MINUTE_MS],
    ['of last month', 30 * DAY_MS, HOUR_MS],
  ])('a call %s', async (_, age, expected) => {
    const call = callsAt([NOW - age]);
    const id = call[0]?.metaData.id ?? '';
    const query = `{ call(id: "${id}") { brief } }`;
    const create = () => setUp({ gong: { company: companyOf({ calls: call }) } });
    const serves = async (after: number): Promise<boolean> => {
      const { clock, costOf } = create();
      expect(await costOf(query)).toBe(1);
      await clock.advance(after);
      return (await costOf(query)) === 0;
    };
    expect(await serves(expected - 1)).toBe(true);
    expect(await serves(expected + 1)).toBe(false);
  });

  it.each([
    ['open to the present', '', 30 * SECOND_MS],
    ['that ended an hour ago', `to: "${ago(HOUR_MS)}"`, MINUTE_MS],
    ['that ended yesterday', `to: "${ago(DAY_MS)}"`, 24 * MINUTE_MS],
    ['that ended last month', `to: "${ago(30 * DAY_MS)}"`, HOUR_MS],
  ])('a list %s', async (_, to, expected) => {
    const query = `{ calls(first: 3, filter: { from: "${ago(45 * DAY_MS)}" ${to} }) { nodes { id } } }`;
    expect(await lifetimeOf(query)).toBe(expected);
  });

  it('a transcript by the age of its call, when that is known', async () => {
    const id = callIds[0] ?? '';
    const alone = `{ call(id: "${id}") { transcript { text } } }`;
    const { clock, costOf } = setUp();
    await costOf(`{ calls(first: 1) { nodes { transcript { text } } } }`);
    await clock.advance(50 * MINUTE_MS);
    expect(await costOf(alone)).toBe(0);
    await clock.advance(11 * MINUTE_MS);
    expect(await costOf(alone)).toBeGreaterThan(0);
  });

  it('a missing call, for seconds only', async () => {
    const { clock, sandbox, costOf } = setUp({ gong: { company: companyOf({ calls: [] }) } });
    const id = newest[0]?.metaData.id ?? '';
    const query = `{ call(id: "${id}") { title } }`;
    expect(await costOf(query)).toBe(1);
    sandbox.company.calls.push(...newest);
    await clock.advance(14 * SECOND_MS);
    expect(await costOf(query)).toBe(0);
    await clock.advance(2 * SECOND_MS);
    expect(await costOf(query)).toBe(1);
  });
});

describe('Media links', () => {
  const withLinks = {
    ...company,
    calls: company.calls.slice(0, 150).map((call) => ({
      ...call,
      media: { audioUrl: 'https://media.test/a', videoUrl: 'https://media.test/v' },
    })),
  };
  const media = '{ calls(first: 3) { nodes { title media { audioUrl } } } }';
  const plain = '{ calls(first: 3) { nodes { title } } }';
  const byId = `{ call(id: "${callIds[1]}") { media { audioUrl } } }`;

  it('are new each time, in lists and by ID', async () => {
    const { costOf } = setUp({ gong: { company: withLinks } });
    for (const query of [media, media, byId, byId]) expect(await costOf(query)).toBe(1);
  });

  it('do not prevent caching the rest of their page', async () => {
    const { costOf } = setUp({ gong: { company: withLinks } });
    expect(await costOf(media)).toBe(1);
    expect(await costOf(plain)).toBe(0);
    expect(await costOf(`{ call(id: "${callIds[1]}") { title } }`)).toBe(0);
  });

  it('are shared by simultaneous reads', async () => {
    const { clock, sandbox, gateway } = setUp({ gong: { company: withLinks } });
    const answers = await clock.runUntil(
      Promise.all([media, media, plain].map((query) => gateway.execute(query))),
    );
    expect(sandbox.requests.length).toBeLessThanOrEqual(2);
    for (const { errors } of answers) expect(errors).toBeUndefined();
  });
});

describe('A cached value serves', () => {
  const wide = '{ calls(first: 5) { nodes { title brief parties { name } } } }';
  const narrow = '{ calls(first: 5) { nodes { title brief } } }';

  it('a narrower selection, and never a wider one', async () => {
    const { costOf } = setUp();
    expect(await costOf(narrow)).toBe(1);
    expect(await costOf(wide)).toBe(1);
    expect(await costOf(narrow)).toBe(0);
    expect(await costOf(wide)).toBe(0);
  });

  it('a narrower selection of a call, and never a wider one', async () => {
    const { costOf } = setUp();
    const call = (fields: string): string => `{ call(id: "${callIds[7]}") { ${fields} } }`;
    expect(await costOf(call('title'))).toBe(1);
    expect(await costOf(call('title brief'))).toBe(1);
    expect(await costOf(call('brief'))).toBe(0);
    expect(await costOf(call('title'))).toBe(0);
    expect(await costOf(call('brief parties { name }'))).toBe(1);
  });

  it('a wide selection after it was read again with a narrow one', async () => {
    const { costOf } = setUp();
    const wideCall = `{ call(id: "${callIds[2]}") { title brief parties { name } } }`;
    expect(await costOf(wideCall)).toBe(1);
    expect(await costOf(narrow)).toBe(1);
    expect(await costOf(wideCall)).toBe(0);
  });

  it('a call by ID after a list that contains it', async () => {
    const { costOf } = setUp();
    await costOf(wide);
    expect(await costOf(`{ call(id: "${callIds[2]}") { title brief parties { name } } }`)).toBe(0);
    expect(await costOf(`{ call(id: "${callIds[2]}") { outline { section } } }`)).toBe(1);
  });

  it('the requested selection, not the one of another operation', async () => {
    const { run } = setUp();
    const first = await run(wide);
    const again = await run(wide);
    const less = await run(narrow);
    expect(again.data).toEqual(first.data);
    expect(less.data).toEqual({
      calls: {
        nodes: (
          first.data as unknown as { calls: { nodes: { title: string; brief: string }[] } }
        ).calls.nodes.map(({ title, brief }) => ({ title, brief })),
      },
    });
  });
});

describe('Never cached is', () => {
  const faults: [string, Fault, number][] = [
    ['a failure', { kind: 'answer', status: 500, body: { errors: ['Oops.'] } }, 3],
    ['a refusal of the credential', { kind: 'answer', status: 401 }, 1],
    ['what is no JSON', { kind: 'malformed-json' }, 1],
    ['what breaks off', { kind: 'truncate' }, 1],
    [
      'a list that is none',
      {
        kind: 'answer',
        status: 200,
        body: { trackers: 7, keywordTrackers: 7, calls: 7, users: 7, workspaces: 7 },
      },
      1,
    ],
    [
      'items that are none',
      { kind: 'answer', status: 200, body: { keywordTrackers: [1], calls: [1], users: [1] } },
      1,
    ],
  ];
  const queries: [string, string][] = [
    ['trackers', '{ trackers { name } }'],
    ['calls', '{ calls(first: 3) { nodes { title } } }'],
    ['a call', `{ call(id: "${callIds[4]}") { brief } }`],
    ['users', '{ users(first: 3) { nodes { name } } }'],
  ];
  it.each(
    faults.flatMap(([what, fault, times]) =>
      queries.map(([name, query]) => [what, name, fault, times, query] as const),
    ),
  )('%s instead of %s', async (_what, _name, fault, times, query) => {
    const { sandbox, run, costOf } = setUp();
    sandbox.faults.add({ fault, times });
    expect((await run(query)).errors).toHaveLength(1);
    expect(await costOf(query)).toBe(1);
    expect(await costOf(query)).toBe(0);
  });

  it('anything when caches are off, while reads in flight are shared', async () => {
    const { clock, sandbox, gateway, costOf } = setUp({ config: { cacheTtlSeconds: 0 } });
    for (const [, query] of queries) {
      expect(await costOf(query)).toBe(1);
      expect(await costOf(query)).toBe(1);
      const before = sandbox.requests.length;
      const answers = await clock.runUntil(
        Promise.all([1, 2, 3, 4, 5].map(() => gateway.execute(query))),
      );
      expect(sandbox.requests.length - before).toBe(1);
      expect(answers.map(({ extensions }) => extensions?.gong)).toMatchObject([
        { requests: 1, shared: 0, cacheHits: 0 },
        ...[1, 2, 3, 4].map(() => ({ requests: 0, shared: 1, cacheHits: 0 })),
      ]);
    }
  });

  it('more than the memory allows', async () => {
    const { sandbox, costOf } = setUp({ config: { cacheMaxBytes: 20_000 } });
    const id = (index: number): string => `{ call(id: "${callIds[index]}") { title } }`;
    await costOf(id(0));
    for (let index = 1; index < 200; index += 1) await costOf(id(index));
    expect(await costOf(id(199))).toBe(0);
    expect(await costOf(id(0))).toBe(1);
    expect(sandbox.requests.length).toBe(201);
    // A page that is larger than all of it is read, and not kept.
    const page =
      '{ calls(first: 100) { nodes { title brief parties { name } outline { section } } } }';
    expect(await costOf(page)).toBe(1);
    expect(await costOf(page)).toBe(1);
  });
});

describe('Expired cursors of Gong in cached pages', () => {
  const gong = { cursorLifetimeMs: 10 * MINUTE_MS };
  const expectAll = (answer: { data: unknown; errors?: unknown }, name: string, ids: string[]) => {
    expect(answer.errors).toBeUndefined();
    const { nodes } = (answer.data as Record<string, { nodes: { id: string }[] }>)[name] ?? {
      nodes: [],
    };
    expect(nodes.map(({ id }) => id)).toEqual(ids);
  };

  it.each([
    'cursor has expired',
    'Json parse error, verify Json format matches the API description.',
  ] as const)('cause a fresh walk: a list of users (%s)', async (cursorExpiryText) => {
    const { clock, run, costOf } = setUp({
      gong: { ...gong, cursorExpiryText },
      config: { cacheTtlSeconds: 3600 },
    });
    await costOf('{ users(first: 100) { nodes { id } } }');
    await clock.advance(30 * MINUTE_MS);
    const all = await run('{ users(first: 130) { nodes { id } } }');
    expectAll(
      all,
      'users',
      company.users.map(({ id }) => id),
    );
    expect(await costOf('{ users(first: 130) { nodes { id } } }')).toBe(0);
  });

  it('cause a fresh walk: calls, even of one instant', async () => {
    const start = NOW - 60 * DAY_MS;
    const calls = callsAt(Array.from({ length: 250 }, () => start));
    const { clock, run, costOf } = setUp({
      gong: { ...gong, company: companyOf({ calls, users: usersOf(3) }) },
    });
    const filter = `filter: { from: "${ago(60 * DAY_MS)}", to: "${ago(59 * DAY_MS)}" }`;
    const page = (first: number) => `{ calls(first: ${first}, ${filter}) { nodes { id } } }`;
    const { data } = await run(page(100));
    await clock.advance(30 * MINUTE_MS);
    const all = await run(page(250));
    expect(all.errors).toBeUndefined();
    const { nodes } = (all.data as unknown as { calls: { nodes: { id: string }[] } }).calls;
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(250);
    expect(data).not.toBeNull();
    expect(await costOf(page(250))).toBe(0);
  });

  it('cost 200 readers the same as one', async () => {
    const { clock, sandbox, gateway, costOf } = setUp({ gong, config: { cacheTtlSeconds: 3600 } });
    await costOf('{ users(first: 100) { nodes { id } } }');
    await clock.advance(30 * MINUTE_MS);
    const before = sandbox.requests.length;
    await clock.runUntil(
      Promise.all(
        Array.from({ length: 200 }, () =>
          gateway.execute('{ users(first: 130) { nodes { id } } }'),
        ),
      ),
    );
    // The refused page, and the two of the fresh walk.
    expect(sandbox.requests.length - before).toBe(3);
  });
});
