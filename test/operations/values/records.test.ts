import { describe, expect, it } from '@jest/globals';
import {
  plainCall,
  plainUser,
  type Call,
  type CallMetaData,
  type Company,
  type RecordedRequest,
  type Scorecard,
} from '../../../sandbox/src/index.js';
import { FakeClock } from '../../support/clock.js';
import { plainReview, usersOf } from '../../support/companies.js';
import { createTestGateway } from '../../support/gateway.js';
import { connectionIn, COUNTED_PAGE, idsOf, requestsOf, walkPages } from '../../support/walk.js';
import { NOW, STARTED, gatewayTo, folderOf } from './support.js';

/** What Gong's description doesn't have, yet Gong may send. */
const odd = <T>(value: unknown): T => value as T;

const callOf = (blocks: Omit<Call, 'metaData'>, members: Partial<CallMetaData> = {}): Call =>
  plainCall({ id: '100', started: STARTED, ...members }, blocks);

describe('Users', () => {
  const users = [
    plainUser({
      id: '1',
      emailAddress: 'Ada@Main.example',
      emailAliases: ['ada@alias.example'],
      trustedEmailAddress: 'ada@trusted.example',
      phoneNumber: '+1 (415) 555-0100',
      lastName: null,
    }),
    plainUser({ id: '2', emailAddress: 'bo@main.example', phoneNumber: '1 415 555 0100' }),
    odd<ReturnType<typeof plainUser>>({ id: '3', created: STARTED }),
  ];

  it.each([
    ['email: "ADA@main.EXAMPLE"', ['1']],
    ['email: "Ada@Alias.example"', ['1']],
    ['email: "ada@TRUSTED.example"', ['1']],
    ['email: "da@main.example"', []],
    ['phoneNumber: "+14155550100"', ['1', '2']],
    ['phoneNumber: "0100"', []],
  ])('are found by %s', async (search, expected) => {
    const gateway = gatewayTo({ users });

    const { data } = await gateway.execute(`{ searchUsers(${search}) { id } }`);

    expect(data).toEqual({ searchUsers: expected.map((id) => ({ id })) });
  });

  it('have a name however few fields Gong sends', async () => {
    const gateway = gatewayTo({ users });

    const { data, errors } = await gateway.execute(
      '{ users { nodes { id name emailAliases spokenLanguages { language } settings { emailsImported } } } }',
    );

    const { nodes } = data?.['users'] as unknown as { nodes: { name: string | null }[] };
    expect(errors).toBeUndefined();
    expect(nodes.map(({ name }) => name)).toEqual(['Alex', 'Alex Doe', null]);
    expect(nodes[2]).toMatchObject({ emailAliases: [], spokenLanguages: [], settings: null });
  });
});

describe('The conferencing providers of users', () => {
  it('are shown as Gong sends them, and [] when it sends none', async () => {
    const gateway = gatewayTo({
      users: [
        plainUser({ id: '500', conferencingProviders: [{ provider: 'Zoom', isDefault: true }] }),
        plainUser({ id: '501', conferencingProviders: null }),
      ],
    });

    const { data, errors } = await gateway.execute(
      '{ usersByIds(ids: ["500", "501"]) { conferencingProviders { provider isDefault } } }',
    );

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      usersByIds: [
        { conferencingProviders: [{ provider: 'Zoom', isDefault: true }] },
        { conferencingProviders: [] },
      ],
    });
  });
});

describe('Users by more IDs than one request accepts', () => {
  const everybody = usersOf(250);
  const ids = everybody.map(({ id }) => id);
  const setUp = () => gatewayTo({ users: everybody });
  const idsAsked = (sent: readonly RecordedRequest[]) =>
    sent.map(({ body }) => (body as { filter: { userIds: string[] } }).filter.userIds);
  const field = (first: number, userIds: readonly string[]) =>
    `users(first: ${first}, filter: { userIds: ${JSON.stringify(userIds)} }%)`;

  it('are all returned, 100 per request, without a count', async () => {
    const pages = await walkPages(setUp(), field(1000, ids), undefined, COUNTED_PAGE);

    expect(pages).toMatchObject([{ totalCount: null, pageInfo: { hasNextPage: false } }]);
    expect(idsOf(pages)).toEqual(ids);
    const asked = idsAsked(pages.flatMap(({ sent }) => sent));
    expect(asked.map(({ length }) => length)).toEqual([100, 100, 50]);
    expect(asked.flat()).toEqual(ids);
  });

  it.each([1, 30, 70, 100, 249])('are paged with cursors, %i at a time', async (first) => {
    const pages = await walkPages(setUp(), field(first, ids), undefined, COUNTED_PAGE);

    expect(idsOf(pages)).toEqual(ids);
    expect(pages).toHaveLength(Math.ceil(250 / first));
    expect(new Set(pages.map(({ totalCount }) => totalCount))).toEqual(new Set([null]));
    for (const { sent } of pages) {
      expect(sent.length).toBeLessThanOrEqual(Math.ceil(first / 100) + 1);
      for (const asked of idsAsked(sent)) expect(asked.length).toBeLessThanOrEqual(100);
    }
  });

  it('are read no further than needed', async () => {
    const answer = await setUp().trace(
      `{ ${field(20, ids).replace('%', '')} { ${COUNTED_PAGE} } }`,
    );

    expect(connectionIn(answer, 'users').nodes).toHaveLength(20);
    expect(answer.sent).toHaveLength(1);
  });

  it('are found among many that Gong does not know or refuses', async () => {
    const unknown = Array.from({ length: 120 }, (_, index) => String(90_000 + index));
    const asked = [...unknown, ...ids.slice(0, 60), '77777777777777777777', ...ids.slice(60, 90)];
    const gateway = setUp();

    const whole = await walkPages(gateway, field(1000, asked));
    const paged = await walkPages(gateway, field(40, asked));

    expect(idsOf(whole)).toEqual(ids.slice(0, 90));
    expect(idsOf(paged)).toEqual(ids.slice(0, 90));
    expect(requestsOf(whole)).toBeLessThanOrEqual(20);
  });

  it('that Gong does not know are an empty list', async () => {
    const unknown = Array.from({ length: 250 }, (_, index) => String(90_000 + index));

    const pages = await walkPages(setUp(), field(100, unknown), undefined, COUNTED_PAGE);

    const pageInfo = { hasNextPage: false, hasPreviousPage: false, endCursor: null };
    expect(pages).toMatchObject([{ nodes: [], pageInfo, totalCount: null }]);
    expect(requestsOf(pages)).toBe(3);
  });
});

describe('A record', () => {
  const scorecard: Scorecard = {
    scorecardId: '10',
    scorecardName: 'Discovery',
    workspaceId: '1',
    enabled: true,
    updaterUserId: '-1',
    created: STARTED,
    updated: STARTED,
    reviewMethod: 'MANUAL',
    questions: [
      {
        questionId: '30',
        questionRevisionId: '31',
        questionText: 'Was it good?',
        isOverall: true,
        questionType: 'RANGE',
        answerGuide: '',
        minRange: '1',
        maxRange: '5',
        answerOptions: [{ id: '1', text: 'Much' }],
        updaterUserId: '-1',
        created: STARTED,
        updated: STARTED,
      },
    ],
  };
  const parts: Partial<Company> = {
    workspaces: [
      { id: '1', name: 'Sales', description: '' },
      { id: '2', name: 'Success', description: '' },
    ],
    calls: [callOf({})],
    users: [plainUser({ id: '500' })],
    folders: [
      folderOf('20', null),
      folderOf('21', '20'),
      folderOf('22', '20'),
      folderOf('23', '21'),
    ],
    scorecards: [scorecard],
    keywordTrackers: [odd({ trackerId: '40', trackerName: 'Price', workspaceId: '1' })],
  };

  it('is found by its nodeId, in order, null when it is gone', async () => {
    const gateway = gatewayTo(parts);
    const found = await gateway.execute(`{
      call(id: "100") { nodeId } user(id: "500") { nodeId } workspace(id: "1") { nodeId }
      folder(id: "20") { nodeId } tracker(id: "40") { nodeId } scorecard(id: "10") { nodeId }
    }`);
    const nodeIds = Object.values(found.data ?? {}).map(
      (record) => (record as { nodeId: string }).nodeId,
    );
    const gone = Buffer.from('User:404').toString('base64url');

    const { data, errors, sent } = await gateway.trace(
      `query ($nodeIds: [ID!]!) { nodes(nodeIds: $nodeIds) {
        __typename nodeId ... on Call { title } ... on User { name } ... on Folder { name }
      } }`,
      { nodeIds: [...nodeIds, gone, nodeIds[0]] },
    );

    const types = ['Call', 'User', 'Workspace', 'Folder', 'Tracker', 'Scorecard'];
    const nodes = types.map((__typename, index) => ({ __typename, nodeId: nodeIds[index] }));
    expect(errors).toBeUndefined();
    expect(new Set(nodeIds).size).toBe(6);
    expect(data).toMatchObject({ nodes: [...nodes, null, nodes[0]] });
    expect(sent).toHaveLength(6);
  });

  it('in a tree of folders costs 1 request', async () => {
    const gateway = gatewayTo(parts);

    const { data, sent } = await gateway.trace(
      '{ folders(workspaceId: "1") { id parent { id name } children { id parent { id } } } }',
    );

    const child = (id: string, parent: string) => ({ id, parent: { id: parent } });
    const named = (id: string) => ({ id, name: `Folder ${id}` });
    expect(data).toEqual({
      folders: [
        { id: '20', parent: null, children: [child('21', '20'), child('22', '20')] },
        { id: '21', parent: named('20'), children: [child('23', '21')] },
        { id: '22', parent: named('20'), children: [] },
        { id: '23', parent: named('21'), children: [] },
      ],
    });
    expect(sent).toHaveLength(1);
  });

  it('shows its workspace when it is a folder that was read by ID', async () => {
    const gateway = gatewayTo(parts);

    const { data } = await gateway.execute(
      '{ folder(id: "21") { name workspace { id name } parent { id } children { id } calls { callId } } }',
    );

    expect(data).toEqual({
      folder: {
        name: 'Folder 21',
        workspace: { id: '1', name: 'Sales' },
        parent: { id: '20' },
        children: [{ id: '23' }],
        calls: [],
      },
    });
  });

  it('shows a scorecard’s questions, and each answer’s question', async () => {
    const answer = { questionId: '30', questionRevisionId: '29', isOverall: true, score: 5 };
    const other = { questionId: '99', questionRevisionId: '98', isOverall: false, score: null };
    const answers = odd<ReturnType<typeof plainReview>['answers']>([answer, other]);
    const gateway = gatewayTo({ ...parts, answeredScorecards: [plainReview({ answers })] });

    const { data, sent } = await gateway.trace(`{
      scorecard(id: "10") {
        updater { id }
        questions { id revisionId text createdAt updatedAt updater { id } minRange maxRange answerGuide answerOptions { optionId text } }
        answers { nodes { answers { score questionRevisionId question { id revisionId text } } } }
      }
    }`);

    const options = [{ optionId: '1', text: 'Much' }];
    const question = { id: '30', revisionId: '31', text: 'Was it good?' };
    const lost = { id: '99', revisionId: null, text: null };
    const times = { createdAt: expect.any(String), updatedAt: expect.any(String) };
    const range = { minRange: 1, maxRange: 5, answerGuide: null, answerOptions: options };
    expect(data).toEqual({
      scorecard: {
        updater: null,
        questions: [{ ...question, ...range, ...times, updater: null }],
        answers: {
          nodes: [
            {
              answers: [
                { score: 5, questionRevisionId: '29', question },
                { score: null, questionRevisionId: '98', question: lost },
              ],
            },
          ],
        },
      },
    });
    expect(sent).toHaveLength(2);
  });
});

describe('Reviews of a call', () => {
  const review = (id: string, callId: string, callStartTime: string, isAutomatic = false) =>
    plainReview({
      answeredScorecardId: id,
      callId,
      callStartTime,
      reviewMethod: isAutomatic ? 'AUTOMATIC' : 'MANUAL',
    });
  // In New York, where this company counts its days, it is still the 19th.
  const late = '2026-05-20T03:30:00Z';
  const reviewed: Partial<Company> = {
    calls: [callOf({}, { id: '100', started: late }), callOf({}, { id: '101', started: late })],
    answeredScorecards: [
      review('1', '100', late),
      review('2', '100', late, true),
      review('3', '999', late),
    ],
  };
  const query = '{ calls { nodes { id answeredScorecards { id } } } }';
  const filtersOf = (sent: readonly { operationId: string | null; body: unknown }[]) =>
    sent
      .filter(({ operationId }) => operationId === 'listAnsweredScorecards')
      .map(({ body }) => (body as { filter: unknown }).filter);

  it.each([
    ['padded where the zone is unknown', undefined, '2026-05-19', '2026-05-22'],
    ['exact where it is known', 'America/New_York', '2026-05-19', '2026-05-20'],
  ])('are read by day ranges, %s', async (_, companyTimeZone, callFromDate, callToDate) => {
    const gateway = gatewayTo(reviewed, { config: { companyTimeZone } });

    const { data, sent } = await gateway.trace(query);

    const nodes = [
      { id: '100', answeredScorecards: [{ id: '1' }, { id: '2' }] },
      { id: '101', answeredScorecards: [] },
    ];
    expect(data).toEqual({ calls: { nodes } });
    expect(filtersOf(sent)).toEqual([{ callFromDate, callToDate, reviewMethod: 'BOTH' }]);
  });

  it('of today are read with an open end', async () => {
    const started = '2026-06-01T09:00:00Z';
    const gateway = gatewayTo({
      calls: [callOf({}, { started })],
      answeredScorecards: [review('1', '100', started)],
    });

    const { data, sent } = await gateway.trace(query);

    expect(data).toEqual({ calls: { nodes: [{ id: '100', answeredScorecards: [{ id: '1' }] }] } });
    expect(filtersOf(sent)).toEqual([{ callFromDate: '2026-05-31', reviewMethod: 'BOTH' }]);
  });

  const early = '2025-01-10T12:00:00Z';

  it('of calls that are far apart exclude the time between', async () => {
    const gateway = gatewayTo({
      calls: [callOf({}, { id: '99', started: early }), callOf({}, { id: '100', started: late })],
      answeredScorecards: [review('1', '100', late), review('2', '99', early)],
    });

    const { data, sent } = await gateway.trace(query);

    const nodes = [
      { id: '99', answeredScorecards: [{ id: '2' }] },
      { id: '100', answeredScorecards: [{ id: '1' }] },
    ];
    expect(data).toEqual({ calls: { nodes } });
    expect(filtersOf(sent)).toEqual([
      { callFromDate: '2025-01-09', callToDate: '2025-01-12', reviewMethod: 'BOTH' },
      { callFromDate: '2026-05-19', callToDate: '2026-05-22', reviewMethod: 'BOTH' },
    ]);
  });

  it.each([
    ['in one while there are few', 20, 1],
    ['day by day where much lies between', 900, 9],
  ])('of many days that are far apart are read %s', async (_, others, requests) => {
    const starts = Array.from({ length: 8 }, (_each, month) => `2025-0${month + 1}-10T12:00:00Z`);
    const gateway = gatewayTo({
      calls: starts.map((started, index) => callOf({}, { id: String(index + 1), started })),
      answeredScorecards: [
        ...Array.from({ length: others }, (_each, index) =>
          review(String(1000 + index), '555', '2025-05-25T12:00:00Z'),
        ),
        ...starts.map((started, index) => review(String(index + 1), String(index + 1), started)),
      ],
    });

    const { data, sent } = await gateway.trace(query);

    const nodes = starts.map((_each, index) => ({
      id: String(index + 1),
      answeredScorecards: [{ id: String(index + 1) }],
    }));
    expect(data).toEqual({ calls: { nodes } });
    expect(filtersOf(sent)).toHaveLength(requests);
  });
});

describe('A generated company', () => {
  it('is returned as Gong sends it, call by call', async () => {
    const clock = new FakeClock(NOW);
    const gateway = createTestGateway({ sandbox: { calls: 120, users: 20 }, clock });

    const { data } = await gateway.execute(`{ calls(first: 200) { nodes {
      id title durationSeconds startedAt system isPrivate clientUniqueId purpose
      primaryUser { id } workspace { id } parties { partyId name user { id } speakerId }
      keyPoints trackers { trackerId name count }
    } } }`);

    const { nodes } = data?.['calls'] as unknown as { nodes: unknown[] };
    const orNull = (text: string | null | undefined) => (text === '' ? null : (text ?? null));
    const expected = gateway.sandbox.company.calls.map((call) => {
      const { metaData, parties, content, analyzedAt = 0 } = call;
      const analysed = analyzedAt <= NOW ? content : null;
      return {
        id: metaData.id,
        title: metaData.title,
        durationSeconds: metaData.duration,
        startedAt: new Date(metaData.started).toISOString(),
        system: metaData.system,
        isPrivate: metaData.isPrivate,
        clientUniqueId: metaData.clientUniqueId,
        purpose: metaData.purpose,
        primaryUser: metaData.primaryUserId === null ? null : { id: metaData.primaryUserId },
        workspace: { id: metaData.workspaceId },
        parties: (parties ?? []).map((party) => ({
          partyId: party.id,
          name: orNull(party.name),
          user: party.userId == null ? null : { id: party.userId },
          speakerId: orNull(party.speakerId),
        })),
        keyPoints: (analysed?.keyPoints ?? []).map(({ text }) => text),
        trackers: (analysed?.trackers ?? []).map(({ id, name, count }) => ({
          trackerId: id,
          name,
          count,
        })),
      };
    });
    expect(nodes).toEqual(expected);
  });
});
