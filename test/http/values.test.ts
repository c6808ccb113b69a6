import { describe, expect, it } from '@jest/globals';
import {
  createSandbox,
  plainCall,
  plainUser,
  type Call,
  type CallMetaData,
  type Company,
  type Folder,
  type Party,
  type RecordedRequest,
  type Scorecard,
} from '../../sandbox/src/index.js';
import { FakeClock } from '../support/clock.js';
import { companyOf, plainReview, usersOf } from '../support/companies.js';
import { createTestGateway, type TestGatewayOptions } from '../support/gateway.js';
import { connectionIn, COUNTED_PAGE, idsOf, requestsOf, walkPages } from '../support/walk.js';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const STARTED = '2026-05-20T10:00:00Z';

/** What Gong's description doesn't have, yet Gong may send. */
const odd = <T>(value: unknown): T => value as T;
const callOf = (blocks: Omit<Call, 'metaData'>, members: Partial<CallMetaData> = {}): Call =>
  plainCall({ id: '100', started: STARTED, ...members }, blocks);

function gatewayTo(parts: Partial<Company>, options: TestGatewayOptions = {}) {
  return createTestGateway({
    sandbox: { company: companyOf(parts) },
    clock: new FakeClock(NOW),
    ...options,
  });
}

describe('Ids are exact strings of digits', () => {
  it('where Gong sends bare numbers beyond 2^53', async () => {
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

  it('where a call refers to a user by a bare number', async () => {
    const gateway = gatewayTo({
      calls: [callOf({}, { id: odd(9007199254740993n), primaryUserId: odd(9007199254740995n) })],
      users: [plainUser({ id: '9007199254740995' })],
    });

    const { data } = await gateway.execute('{ calls { nodes { id primaryUser { id title } } } }');

    const primaryUser = { id: '9007199254740995', title: null };
    expect(data).toEqual({ calls: { nodes: [{ id: '9007199254740993', primaryUser }] } });
  });

  it.each(['-1', 'null', '', null])('with no user behind "%s"', async (updaterUserId) => {
    const scorecard = { scorecardId: '10', workspaceId: '1', updaterUserId: odd(updaterUserId) };
    const gateway = gatewayTo({ scorecards: [odd(scorecard)] });

    const { data, errors, sent } = await gateway.trace('{ scorecards { updater { id name } } }');

    expect(errors).toBeUndefined();
    expect(data).toEqual({ scorecards: [{ updater: null }] });
    expect(sent).toHaveLength(1);
  });
});

describe('Values that Gong invents later', () => {
  it('become UNKNOWN where the schema has an enum', async () => {
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

  it('are ignored where the schema has no such member', async () => {
    const gateway = gatewayTo({
      calls: [odd({ ...callOf({}), metaData: { ...callOf({}).metaData, mood: ['great'] } })],
    });

    const { data, errors } = await gateway.execute('{ calls { nodes { id title } } }');

    expect(errors).toBeUndefined();
    expect(data).toEqual({ calls: { nodes: [{ id: '100', title: 'Call 100' }] } });
  });

  it('never make output throw, however odd', async () => {
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

describe('Null, absent and empty are alike', () => {
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

  it('but neither zero nor a part is nothing', async () => {
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
  ])('are refused where no RFC 3339 says so: "%s"', async (from) => {
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
      expect(errors?.[0]?.message).toContain('RFC 3339');
      expect(sent).toEqual([]);
    }
    expect(byVariable.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    // A literal makes the document itself invalid, as for any scalar.
    expect(byLiteral.errors?.[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('of media links end eight hours after the answer', async () => {
    const gateway = gatewayTo({ calls: [callOf({})] });

    const { data } = await gateway.execute('{ calls { nodes { media { expiresAt } } } }');

    const media = { expiresAt: '2026-06-01T20:00:00.000Z' };
    expect(data).toEqual({ calls: { nodes: [{ media }] } });
  });
});

describe('Transcripts name people', () => {
  const say = (speakerId: string | null, ...texts: string[]) => ({
    speakerId,
    topic: null,
    sentences: texts.map((text, index) => ({ start: 1500 + index, end: 2750, text })),
  });
  const parties: Party[] = [
    { id: 'a', name: 'Zoë Ångström', speakerId: '71', userId: '501', affiliation: 'Internal' },
    { id: 'b', speakerId: '72', userId: '502', affiliation: 'Internal' },
    { id: 'c', name: '', speakerId: '73', emailAddress: 'c@x.example', affiliation: 'External' },
    { id: 'd', name: 'Silent', affiliation: 'External' },
  ];
  const transcript = [
    say('71', 'Hello there.', 'Shall we?'),
    say('72', 'Yes.'),
    say('99', 'Who am I?'),
    say(null, 'And I?'),
    say('73', 'Prix:  12 €'),
    say('99', 'Still me.'),
  ];
  const users = [plainUser({ id: '502', firstName: 'Bo', lastName: 'Berg' })];

  it('one line a monologue, by party, user, address or number', async () => {
    const gateway = gatewayTo({ calls: [callOf({ parties, transcript })], users });

    const { data, sent } = await gateway.trace(
      '{ calls { nodes { transcript { text wordCount } } } }',
    );

    const text = [
      'Zoë Ångström: Hello there. Shall we?',
      'Bo Berg: Yes.',
      'Unknown speaker 1: Who am I?',
      'Unknown speaker 2: And I?',
      'c@x.example: Prix:  12 €',
      'Unknown speaker 1: Still me.',
    ].join('\n');
    expect(data).toEqual({ calls: { nodes: [{ transcript: { text, wordCount: 15 } }] } });
    // A named party's user isn't asked for, the others' beside the transcripts.
    const askedUsers = sent.filter(({ operationId }) => operationId === 'listMultipleUsers');
    expect(askedUsers.map(({ body }) => body)).toEqual([{ filter: { userIds: ['502'] } }]);
  });

  it.each(['transcript { text }', 'transcript { monologues { speaker { name } } }'])(
    'asks for a nameless speaker’s user beside the host: %s',
    async (select) => {
      const call = callOf({ parties, transcript }, { primaryUserId: '503' });
      const host = plainUser({ id: '503', firstName: 'Cy', lastName: null });
      const gateway = gatewayTo({ calls: [call], users: [...users, host] });

      const list = await gateway.trace(`{ calls { nodes { primaryUser { name } ${select} } } }`);
      const single = await gateway.trace(`{ call(id: "100") { ${select} primaryUser { name } } }`);

      for (const { data, errors, sent } of [list, single]) {
        expect(errors).toBeUndefined();
        expect(JSON.stringify(data)).toContain('"Cy"');
        expect(JSON.stringify(data)).toContain('Bo Berg');
        const asked = sent.filter(({ operationId }) => operationId === 'listMultipleUsers');
        const ids = asked.map(({ body }) => (body as { filter: { userIds: string[] } }).filter);
        expect(ids.map(({ userIds }) => [...userIds].sort())).toEqual([['502', '503']]);
      }
    },
  );

  it('joins speakers to parties and counts in seconds', async () => {
    const gateway = gatewayTo({ calls: [callOf({ parties, transcript })], users });

    const { data } = await gateway.execute(`{ calls { nodes { transcript { monologues {
      speakerId speaker { partyId name } sentences { startSeconds endSeconds text }
    } } } } }`);

    const { nodes } = data?.['calls'] as unknown as {
      nodes: { transcript: { monologues: { speaker: unknown; sentences: unknown[] }[] } }[];
    };
    const monologues = nodes[0]?.transcript.monologues ?? [];
    expect(monologues.map(({ speaker }) => speaker)).toEqual([
      { partyId: 'a', name: 'Zoë Ångström' },
      { partyId: 'b', name: 'Bo Berg' },
      null,
      null,
      { partyId: 'c', name: null },
      null,
    ]);
    expect(monologues[0]?.sentences).toEqual([
      { startSeconds: 1.5, endSeconds: 2.75, text: 'Hello there.' },
      { startSeconds: 1.501, endSeconds: 2.75, text: 'Shall we?' },
    ]);
  });

  it.each([
    ['INTERNAL', ['71', '72']],
    ['EXTERNAL', ['73']],
  ])('picks the turns of one side: %s', async (side, expected) => {
    const gateway = gatewayTo({ calls: [callOf({ parties, transcript })], users });

    const { data } = await gateway.execute(
      `{ calls { nodes { transcript { monologues(affiliation: ${side}) { speakerId } } } } }`,
    );

    const monologues = expected.map((speakerId) => ({ speakerId }));
    expect(data).toEqual({ calls: { nodes: [{ transcript: { monologues } }] } });
  });

  it.each([null, undefined, []])('gives the text without any parties: %s', async (none) => {
    const call = callOf({ transcript, ...(none === undefined ? {} : { parties: none }) });
    const gateway = gatewayTo({ calls: [call] });

    const { data } = await gateway.execute('{ call(id: "100") { transcript { text } } }');

    const { text } = (data?.['call'] as unknown as { transcript: { text: string } }).transcript;
    expect(text.split('\n').map((line) => line.slice(0, 17))).toEqual(
      [1, 2, 3, 4, 5, 3].map((number) => `Unknown speaker ${number}`),
    );
  });
});

describe('CRM records', () => {
  const fields = [
    { name: 'text', value: 'x' },
    { name: 'number', value: 1.5 },
    { name: 'large', value: odd<number>(12345678901234567890n) },
    { name: 'flag', value: false },
    { name: 'list', value: [1, ['a'], null] },
    { name: 'object', value: { a: { b: null } } },
    { name: 'empty', value: null },
  ];
  const context = [
    {
      system: 'Salesforce' as const,
      objects: [
        { objectType: 'Account' as const, objectId: '001', fields, timing: 'Now' as const },
        {
          objectType: 'Account' as const,
          objectId: '001',
          fields: [{ name: 'text', value: 'then' }],
          timing: 'TimeOfCall' as const,
        },
      ],
    },
  ];

  it('carry values of any JSON type', async () => {
    const gateway = gatewayTo({ calls: [callOf({ context })] });

    const { data } = await gateway.execute(
      '{ calls { nodes { context { objects { fields { name value } } } } } }',
    );

    const shown = fields.map((field) =>
      field.name === 'large' ? { ...field, value: '12345678901234567890' } : field,
    );
    expect(data).toEqual({ calls: { nodes: [{ context: [{ objects: [{ fields: shown }] }] }] } });
  });

  it('stay apart by moment under their aliases', async () => {
    const gateway = gatewayTo({ calls: [callOf({ context })] });

    const { data } = await gateway.execute(`{ calls { nodes {
      ids: context { objects { objectId } }
      then: context(timing: [TIME_OF_CALL]) { objects { timing fields { value } } }
      both: context(timing: [NOW, TIME_OF_CALL]) { objects { timing } }
    } } }`);

    const { nodes } = data?.['calls'] as unknown as { nodes: unknown[] };
    expect(nodes).toEqual([
      {
        ids: [{ objects: [{ objectId: '001' }] }],
        then: [{ objects: [{ timing: 'TIME_OF_CALL', fields: [{ value: 'then' }] }] }],
        both: [{ objects: [{ timing: 'NOW' }, { timing: 'TIME_OF_CALL' }] }],
      },
    ]);
  });
});

describe('References to what Gong no longer lists', () => {
  it('keep the id, and the name where the parent has it', async () => {
    const call = callOf(
      {
        parties: [{ id: 'a', userId: '404', affiliation: 'Internal' }],
        content: { trackers: [{ id: '77', name: 'Smart one', count: 3, type: 'SMART' }] },
      },
      { primaryUserId: '404', workspaceId: '9' },
    );
    const gateway = gatewayTo({ calls: [call], answeredScorecards: [plainReview({})] });

    const { data, errors } = await gateway.execute(`{
      calls { nodes {
        primaryUser { id name manager { id } } workspace { id name }
        parties { user { id emailAddress } } trackers { tracker { id name affiliation } }
      } }
      answeredScorecards { nodes { scorecard { id name enabled } reviewer { id name } } }
    }`);

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      calls: {
        nodes: [
          {
            primaryUser: { id: '404', name: null, manager: null },
            workspace: { id: '9', name: null },
            parties: [{ user: { id: '404', emailAddress: null } }],
            trackers: [{ tracker: { id: '77', name: 'Smart one', affiliation: null } }],
          },
        ],
      },
      answeredScorecards: {
        nodes: [
          {
            scorecard: { id: '10', name: 'Discovery', enabled: null },
            reviewer: { id: '501', name: null },
          },
        ],
      },
    });
  });

  it('hold for calls filed in folders, too', async () => {
    const filed = { id: '666', title: 'Gone', note: null, addedBy: '404', created: STARTED };
    const folder = { ...folderOf('20', null), calls: [{ ...filed, url: '', snippet: null }] };
    const gateway = gatewayTo({ folders: [folder] });

    const { data, errors } = await gateway.execute(`{ folder(id: "20") { calls {
      callId title url snippet { fromSeconds } addedBy { id name }
      call { id title startedAt brief parties { name } transcript { text } }
    } } }`);

    const call = { id: '666', title: 'Gone', startedAt: null, brief: null };
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      folder: {
        calls: [
          {
            callId: '666',
            title: 'Gone',
            url: null,
            snippet: null,
            addedBy: { id: '404', name: null },
            call: { ...call, transcript: null },
          },
        ],
      },
    });
  });
});

function folderOf(id: string, parentFolderId: string | null, workspaceId = '1'): Folder {
  const name = `Folder ${id}`;
  return { id, workspaceId, name, parentFolderId, createdBy: null, updated: STARTED, calls: [] };
}

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

  it('have a name however little Gong tells', async () => {
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

describe('Users by more ids than a request carries', () => {
  const everybody = usersOf(250);
  const ids = everybody.map(({ id }) => id);
  const setUp = () => gatewayTo({ users: everybody });
  const idsAsked = (sent: readonly RecordedRequest[]) =>
    sent.map(({ body }) => (body as { filter: { userIds: string[] } }).filter.userIds);
  const field = (first: number, userIds: readonly string[]) =>
    `users(first: ${first}, filter: { userIds: ${JSON.stringify(userIds)} }%)`;

  it('are all there, a hundred a request, uncounted', async () => {
    const pages = await walkPages(setUp(), field(1000, ids), undefined, COUNTED_PAGE);

    expect(pages).toMatchObject([{ totalCount: null, pageInfo: { hasNextPage: false } }]);
    expect(idsOf(pages)).toEqual(ids);
    const asked = idsAsked(pages.flatMap(({ sent }) => sent));
    expect(asked.map(({ length }) => length)).toEqual([100, 100, 50]);
    expect(asked.flat()).toEqual(ids);
  });

  it.each([1, 30, 70, 100, 249])('are walked with cursors, %i at a time', async (first) => {
    const pages = await walkPages(setUp(), field(first, ids), undefined, COUNTED_PAGE);

    expect(idsOf(pages)).toEqual(ids);
    expect(pages).toHaveLength(Math.ceil(250 / first));
    expect(new Set(pages.map(({ totalCount }) => totalCount))).toEqual(new Set([null]));
    for (const { sent } of pages) {
      expect(sent.length).toBeLessThanOrEqual(Math.ceil(first / 100) + 1);
      for (const asked of idsAsked(sent)) expect(asked.length).toBeLessThanOrEqual(100);
    }
  });

  it('are read no further than wanted', async () => {
    const answer = await setUp().trace(
      `{ ${field(20, ids).replace('%', '')} { ${COUNTED_PAGE} } }`,
    );

    expect(connectionIn(answer, 'users').nodes).toHaveLength(20);
    expect(answer.sent).toHaveLength(1);
  });

  it('are found beside many that Gong doesn’t know or refuses', async () => {
    const unknown = Array.from({ length: 120 }, (_, index) => String(90_000 + index));
    const asked = [...unknown, ...ids.slice(0, 60), '77777777777777777777', ...ids.slice(60, 90)];
    const gateway = setUp();

    const whole = await walkPages(gateway, field(1000, asked));
    const paged = await walkPages(gateway, field(40, asked));

    expect(idsOf(whole)).toEqual(ids.slice(0, 90));
    expect(idsOf(paged)).toEqual(ids.slice(0, 90));
    expect(requestsOf(whole)).toBeLessThanOrEqual(20);
  });

  it('of whom Gong knows nobody are none', async () => {
    const unknown = Array.from({ length: 250 }, (_, index) => String(90_000 + index));

    const pages = await walkPages(setUp(), field(100, unknown), undefined, COUNTED_PAGE);

    const pageInfo = { hasNextPage: false, hasPreviousPage: false, endCursor: null };
    expect(pages).toMatchObject([{ nodes: [], pageInfo, totalCount: null }]);
    expect(requestsOf(pages)).toBe(3);
  });
});

describe('The same record by any way', () => {
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

  it('is found again by its nodeId, in order, null where gone', async () => {
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

  it('shows folders as a tree in one request', async () => {
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

  it('places a folder that was read by its id', async () => {
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

  it('shows a scorecard’s questions, and answers with theirs', async () => {
    const answer = { questionId: '30', questionRevisionId: '29', isOverall: true, score: 5 };
    const other = { questionId: '99', questionRevisionId: '98', isOverall: false, score: null };
    const answers = odd<ReturnType<typeof plainReview>['answers']>([answer, other]);
    const gateway = gatewayTo({ ...parts, answeredScorecards: [plainReview({ answers })] });

    const { data, sent } = await gateway.trace(`{
      scorecard(id: "10") {
        updater { id }
        questions { id revisionId text minRange maxRange answerGuide answerOptions { optionId text } }
        answers { nodes { answers { score questionRevisionId question { id revisionId text } } } }
      }
    }`);

    const options = [{ optionId: '1', text: 'Much' }];
    const question = { id: '30', revisionId: '31', text: 'Was it good?' };
    const lost = { id: '99', revisionId: null, text: null };
    const range = { minRange: 1, maxRange: 5, answerGuide: null, answerOptions: options };
    expect(data).toEqual({
      scorecard: {
        updater: null,
        questions: [{ ...question, ...range }],
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
  ])('are read by days, %s', async (_, companyTimeZone, callFromDate, callToDate) => {
    const gateway = gatewayTo(reviewed, { config: { companyTimeZone } });

    const { data, sent } = await gateway.trace(query);

    const nodes = [
      { id: '100', answeredScorecards: [{ id: '1' }, { id: '2' }] },
      { id: '101', answeredScorecards: [] },
    ];
    expect(data).toEqual({ calls: { nodes } });
    expect(filtersOf(sent)).toEqual([{ callFromDate, callToDate, reviewMethod: 'BOTH' }]);
  });

  it('of today are read without an end', async () => {
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

  it('of far apart calls leave out the time between', async () => {
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
  ])('of many days far apart are read %s', async (_, others, requests) => {
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
  it('comes through as Gong sends it, call by call', async () => {
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
