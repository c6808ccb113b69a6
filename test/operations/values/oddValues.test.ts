import { describe, expect, it } from '@jest/globals';
import {
  createSandbox,
  plainCall,
  plainUser,
  type Call,
  type CallMetaData,
} from '../../../sandbox/src/index.js';
import { FakeClock } from '../../support/clock.js';
import { companyOf, plainReview } from '../../support/companies.js';
import { createTestGateway } from '../../support/gateway.js';
import { NOW, STARTED, gatewayTo } from './support.js';

/** What Gong's description doesn't have, yet Gong may send. */
const odd = <T>(value: unknown): T => value as T;

const callOf = (blocks: Omit<Call, 'metaData'>, members: Partial<CallMetaData> = {}): Call =>
  plainCall({ id: '100', started: STARTED, ...members }, blocks);

describe('Ids are exact strings of digits', () => {
  it('when Gong sends numbers beyond 2^53', async () => {
    const ids = ['9007199254740993', '9007199254740995', '9223372036854775807', '7'];
    const gateway = gatewayTo({
      users: [plainUser({ id: '9007199254740995', firstName: 'Ada', lastName: null })],
      answeredScorecards: ids.map((id) =>
        plainReview({
          answeredScorecardId: id,
          callId: '9007199254740997',
          reviewedUserId: '9007199254740995',
          answers: [
            {
              questionId: '9007199254740999',
              questionRevisionId: '9007199254741001',
              isOverall: false,
              score: 4,
              answerText: 'About 9007199254740993, he said.',
              notApplicable: false,
              selectedOptions: ['1', '2'],
            },
          ],
        }),
      ),
    });

    const { data } = await gateway.execute(`{ answeredScorecards { nodes {
      id call { id } reviewedUser { id name }
      answers { questionId questionRevisionId score text selectedOptionIds question { id } }
    } } }`);

    const answers = [
      {
        questionId: '9007199254740999',
        questionRevisionId: '9007199254741001',
        score: 4,
        text: 'About 9007199254740993, he said.',
        selectedOptionIds: ['1', '2'],
        question: { id: '9007199254740999' },
      },
    ];
    const reviewedUser = { id: '9007199254740995', name: 'Ada' };
    const nodes = ids.map((id) => ({
      id,
      call: { id: '9007199254740997' },
      reviewedUser,
      answers,
    }));
    expect(data).toEqual({ answeredScorecards: { nodes } });
  });

  it('when a call refers to a user by a number', async () => {
    const gateway = gatewayTo({
      calls: [callOf({}, { id: odd(9007199254740993n), primaryUserId: odd(9007199254740995n) })],
      users: [plainUser({ id: '9007199254740995' })],
    });

    const { data } = await gateway.execute('{ calls { nodes { id primaryUser { id title } } } }');

    const primaryUser = { id: '9007199254740995', title: null };
    expect(data).toEqual({ calls: { nodes: [{ id: '9007199254740993', primaryUser }] } });
  });

  it.each(['-1', 'null', '', null])('and none refers to a user for "%s"', async (updaterUserId) => {
    const scorecard = { scorecardId: '10', workspaceId: '1', updaterUserId: odd(updaterUserId) };
    const gateway = gatewayTo({ scorecards: [odd(scorecard)] });

    const { data, errors, sent } = await gateway.trace('{ scorecards { updater { id name } } }');

    expect(errors).toBeUndefined();
    expect(data).toEqual({ scorecards: [{ updater: null }] });
    expect(sent).toHaveLength(1);
  });
});

describe('Values that Gong adds later', () => {
  it('become UNKNOWN when the schema has an enum', async () => {
    const call = callOf(
      {
        parties: [{ id: 'p', affiliation: odd('Partner') }],
        content: { trackers: [{ id: '5', name: 'T', count: 1, type: odd('NEURAL') }] },
      },
      { direction: odd('Hologram'), scope: odd('Galactic'), media: odd('Smell') },
    );
    const gateway = gatewayTo({
      calls: [call],
      scorecards: [odd({ scorecardId: '10', reviewMethod: 'PSYCHIC', questions: [] })],
    });

    const { data, errors } = await gateway.execute(`{
      calls { nodes { direction scope mediaType parties { affiliation } trackers { type } } }
      scorecards { reviewMethod }
    }`);

    expect(errors).toBeUndefined();
    const node = { direction: 'UNKNOWN', scope: 'UNKNOWN', mediaType: 'UNKNOWN' };
    const parts = { parties: [{ affiliation: 'UNKNOWN' }], trackers: [{ type: 'UNKNOWN' }] };
    expect(data).toEqual({
      calls: { nodes: [{ ...node, ...parts }] },
      scorecards: [{ reviewMethod: 'UNKNOWN' }],
    });
  });

  it.each([
    ['Inbound', 'INBOUND'],
    ['Outbound', 'OUTBOUND'],
    ['Conference', 'CONFERENCE'],
    ['Unknown', 'UNKNOWN'],
    ['CONFERENCE', 'CONFERENCE'],
    ['', null],
    [null, null],
    [undefined, null],
  ])('and known ones keep their meaning: %s', async (direction, expected) => {
    const gateway = gatewayTo({ calls: [callOf({}, { direction: odd(direction) })] });

    const { data } = await gateway.execute('{ calls { nodes { direction } } }');

    expect(data).toEqual({ calls: { nodes: [{ direction: expected }] } });
  });

  it('are ignored when the schema has no such member', async () => {
    const gateway = gatewayTo({
      calls: [odd({ ...callOf({}), metaData: { ...callOf({}).metaData, mood: ['great'] } })],
    });

    const { data, errors } = await gateway.execute('{ calls { nodes { id title } } }');

    expect(errors).toBeUndefined();
    expect(data).toEqual({ calls: { nodes: [{ id: '100', title: 'Call 100' }] } });
  });

  it('never make serialization throw', async () => {
    const metaData = {
      url: 'not a link',
      meetingUrl: 'also/none',
      started: 'last Tuesday',
      scheduled: '',
      duration: 'long',
      title: 42,
      isPrivate: 'yes',
    };
    const sandbox = createSandbox({ company: companyOf({}), clock: new FakeClock(NOW) });
    const body = { calls: [{ id: '100', ...metaData }], records: { totalRecords: 'many' } };
    sandbox.faults.add({
      fault: { kind: 'answer', status: 200, body: { call: body.calls[0] } },
    });
    const gateway = createTestGateway({ sandbox });

    const { data, errors } = await gateway.execute(`{ call(id: "100") {
      url meetingUrl startedAt scheduledAt durationSeconds title isPrivate
    } }`);

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      call: {
        url: 'not a link',
        meetingUrl: 'also/none',
        startedAt: null,
        scheduledAt: null,
        durationSeconds: null,
        title: '42',
        isPrivate: null,
      },
    });
  });
});

describe('Null, missing, and empty values are equal', () => {
  const nothing: readonly (readonly [string, Omit<Call, 'metaData'>])[] = [
    ['absent', {}],
    [
      'null',
      { parties: null, context: null, content: null, interaction: null, collaboration: null },
    ],
    ['empty', { parties: [], context: [], content: {}, interaction: {}, collaboration: {} }],
    [
      'null within',
      {
        content: {
          structure: null,
          trackers: null,
          topics: null,
          brief: null,
          outline: null,
          highlights: null,
          callOutcome: null,
          keyPoints: null,
        },
        collaboration: { publicComments: null },
      },
    ],
    [
      'empty within',
      {
        content: { brief: '', callOutcome: odd({}), trackers: [], keyPoints: [], outline: [] },
        transcript: [],
      },
    ],
  ];

  it.each(nothing)('in the blocks of a call: %s', async (_, blocks) => {
    const gateway = gatewayTo({ calls: [callOf({ ...blocks, hasMedia: false })] });

    const { data, errors } = await gateway.execute(`{ calls { nodes {
      parties { name } context { system } structure { name } topics { name } trackers { name }
      brief outline { section } highlights { title } keyPoints outcome { name }
      interaction { companyQuestionCount } comments { text } media { audioUrl }
      transcript { text } answeredScorecards { id }
    } } }`);

    const lists = ['parties', 'context', 'structure', 'topics', 'trackers', 'outline'];
    lists.push('highlights', 'keyPoints', 'comments', 'answeredScorecards');
    const values = ['brief', 'outcome', 'interaction', 'media', 'transcript'];
    const node = Object.fromEntries([
      ...lists.map((name) => [name, []] as const),
      ...values.map((name) => [name, null] as const),
    ]);
    expect(errors).toBeUndefined();
    expect(data).toEqual({ calls: { nodes: [node] } });
  });

  const hollow: readonly (readonly [string, object])[] = [
    ['no speakers and no counts', { interaction: { speakers: null, questions: {} } }],
    [
      'empty all through',
      { interaction: { speakers: [], video: [], questions: { companyCount: null } } },
    ],
    ['links that are null', { media: { audioUrl: null, videoUrl: null } }],
    ['links that are empty', { media: { audioUrl: '', videoUrl: '' } }],
  ];
  it.each(hollow)('in a block of empty members: %s', async (_, blocks) => {
    const gateway = gatewayTo({});
    const body = { calls: [{ metaData: { id: '100', started: STARTED }, ...blocks }] };
    gateway.sandbox.faults.add({ fault: { kind: 'answer', status: 200, body } });

    const { data, errors } = await gateway.execute(`{ calls { nodes {
      interaction { speakers { partyId } stats { name } companyQuestionCount }
      media { audioUrl videoUrl expiresAt }
    } } }`);

    expect(errors).toBeUndefined();
    expect(data).toEqual({ calls: { nodes: [{ interaction: null, media: null }] } });
  });

  it('except zero and partial values', async () => {
    const gateway = gatewayTo({});
    const blocks = {
      interaction: { speakers: null, questions: { companyCount: 0 } },
      media: { audioUrl: null, videoUrl: 'https://media.example/v' },
    };
    const body = { calls: [{ metaData: { id: '100', started: STARTED }, ...blocks }] };
    gateway.sandbox.faults.add({ fault: { kind: 'answer', status: 200, body } });

    const { data } = await gateway.execute(`{ calls { nodes {
      interaction { speakers { partyId } companyQuestionCount nonCompanyQuestionCount }
      media { audioUrl videoUrl }
    } } }`);

    const interaction = { speakers: [], companyQuestionCount: 0, nonCompanyQuestionCount: null };
    const media = { audioUrl: null, videoUrl: 'https://media.example/v' };
    expect(data).toEqual({ calls: { nodes: [{ interaction, media }] } });
  });

  it.each([null, undefined, ''])('in texts and references: %s', async (value) => {
    const names = ['title', 'purpose', 'scheduled', 'system', 'language', 'primaryUserId'];
    names.push('workspaceId', 'meetingUrl', 'calendarEventId', 'customData', 'url');
    const members = Object.fromEntries(names.map((name) => [name, odd<string>(value)]));
    const gateway = gatewayTo({ calls: [callOf({}, members)] });

    const { data, errors } = await gateway.execute(`{ calls { nodes {
      title purpose scheduledAt system language meetingUrl calendarEventId customData url
      primaryUser { id name } workspace { id name }
    } } }`);

    expect(errors).toBeUndefined();
    const { nodes } = data?.['calls'] as unknown as { nodes: object[] };
    expect(Object.values(nodes[0] ?? {})).toEqual(Array(11).fill(null));
  });

  it.each([
    ['answers without records', {}],
    ['records that are null', { records: null, users: null }],
    ['no list at all', { records: { totalRecords: 0 } }],
  ])('in the envelope of a page: %s', async (_, body) => {
    const gateway = gatewayTo({});
    gateway.sandbox.faults.add({ fault: { kind: 'answer', status: 200, body } });

    const { data, errors } = await gateway.execute(
      '{ users { nodes { id } pageInfo { hasNextPage endCursor } } }',
    );

    expect(errors).toBeUndefined();
    const pageInfo = { hasNextPage: false, endCursor: null };
    expect(data).toEqual({ users: { nodes: [], pageInfo } });
  });
});

describe('Times', () => {
  it.each([
    ['2026-05-20T10:00:00Z', '2026-05-20T10:00:00.000Z'],
    ['2026-05-20T10:00:00.123456+05:30', '2026-05-20T04:30:00.123Z'],
    ['2026-05-20T10:00:00.9-07:00', '2026-05-20T17:00:00.900Z'],
    ['2026-12-31T23:59:59.999999-12:00', '2027-01-01T11:59:59.999Z'],
  ])('are in UTC with milliseconds: %s', async (started, expected) => {
    const gateway = gatewayTo({ calls: [callOf({}, { started })] });

    const { data } = await gateway.execute('{ calls { nodes { startedAt } } }');

    expect(data).toEqual({ calls: { nodes: [{ startedAt: expected }] } });
  });

  it.each([
    '2026-05-20 10:00:00Z',
    '2026-02-30T10:00:00Z',
    '2025-02-29T10:00:00Z',
    '2026-05-20T24:00:00Z',
    '2026-05-20T10:60:00Z',
    ' 2026-05-20T10:00:00Z',
    '2026-05-20T10:00:00Z ',
    '2026-05-20T10:00:00Z\n',
    '2026-05-20T10:00Z',
    '2026-05-20T10:00:00',
    '2026-05-20T10:00:00+0200',
    '2026-05-20T10:00:00.Z',
    '20260520T100000Z',
    '',
  ])('are refused when they are not RFC 3339: "%s"', async (from) => {
    const gateway = gatewayTo({ calls: [callOf({})] });

    const byVariable = await gateway.trace(
      'query ($from: DateTime) { calls(filter: { from: $from }) { nodes { id } } }',
      { from },
    );
    const byLiteral = await gateway.trace(
      `{ users(filter: { createdTo: ${JSON.stringify(from)} }) { nodes { id } } }`,
    );

    for (const { errors, sent } of [byVariable, byLiteral]) {
      expect(errors).toHaveLength(1);
      expect(errors?.[0]?.message).toMatch(/RFC 3339|UTC offset|a day that exists/);
      expect(sent).toEqual([]);
    }
    expect(byVariable.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    // A literal makes the document itself invalid, as for any scalar.
    expect(byLiteral.errors?.[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('of media links end 8 hours after the response', async () => {
    const gateway = gatewayTo({ calls: [callOf({})] });

    const { data } = await gateway.execute('{ calls { nodes { media { expiresAt } } } }');

    const media = { expiresAt: '2026-06-01T20:00:00.000Z' };
    expect(data).toEqual({ calls: { nodes: [{ media }] } });
  });
});
