import { describe, expect, it } from '@jest/globals';
import {
  createSandbox,
  plainCall,
  plainUser,
  type Call,
  type CrmObject,
  type Party,
} from '../../../sandbox/src/index.js';
import { policyIn } from '../../support/config.js';
import { FakeClock } from '../../support/clock.js';
import { createTestGateway } from '../../support/gateway.js';
import { gatewayTo, NOW, STARTED } from '../values/support.js';

/** What Gong's description doesn't have, yet Gong may send. */
const odd = <T>(value: unknown): T => value as T;

const callOf = (blocks: Omit<Call, 'metaData'>, id = '100'): Call =>
  plainCall({ id, started: STARTED }, blocks);

const selectorIn = (body: unknown) => (body as { contentSelector?: unknown }).contentSelector;

describe('CRM records of a call', () => {
  const object = <Type extends 'Account' | 'Opportunity'>(
    objectType: Type,
    objectId: string | null,
    timing: 'Now' | 'TimeOfCall' | null,
    stage: unknown,
  ) =>
    odd<CrmObject<Type>>({
      objectType,
      objectId,
      timing,
      fields: [{ name: 'Stage', value: stage }, { name: 'Empty', value: null }, null],
    });
  const context = [
    {
      system: 'Salesforce' as const,
      objects: [
        object('Opportunity', '006', 'Now', 'Won'),
        object('Account', '001', 'Now', { tier: 2 }),
        object('Account', '001', 'TimeOfCall', { tier: 1 }),
        object('Opportunity', '006', 'TimeOfCall', 'Open'),
        object('Account', '002', 'Now', 3),
      ],
    },
    { system: 'HubSpot' as const, objects: [object('Account', '001', 'Now', 'other')] },
  ];

  it('are listed once each, with fields at the selected timing', async () => {
    const gateway = gatewayTo({ calls: [callOf({ context })] });

    const { data, errors, sent } = await gateway.trace(`{ calls { nodes {
      accounts { system type id now: field(name: "Stage") then: field(name: "Stage", at: TIME_OF_CALL) }
      opportunities { id then: field(name: "Stage", at: TIME_OF_CALL) none: field(name: "stage") empty: field(name: "Empty") }
    } } }`);

    const salesforce = { system: 'Salesforce', type: 'Account' };
    expect(errors).toBeUndefined();
    expect(data?.['calls']).toEqual({
      nodes: [
        {
          accounts: [
            { ...salesforce, id: '001', now: { tier: 2 }, then: { tier: 1 } },
            { ...salesforce, id: '002', now: 3, then: null },
            { ...salesforce, system: 'HubSpot', id: '001', now: 'other', then: null },
          ],
          opportunities: [{ id: '006', then: 'Open', none: null, empty: null }],
        },
      ],
    });
    expect(sent.map(({ body }) => selectorIn(body))).toEqual([
      { context: 'Extended', contextTiming: ['Now', 'TimeOfCall'] },
    ]);
  });

  it.each([
    ['of one moment that Gong does not name', 'TimeOfCall', 'TIME_OF_CALL', 'then'],
    ['of now', 'Now', 'NOW', 'now'],
  ])('have the fields %s', async (_, sentAs, at, value) => {
    const objects = [object('Account', '001', null, value)];
    const call = odd<Call>({ metaData: { id: '100', started: STARTED }, context: [{ objects }] });
    const gateway = createTestGateway({
      clock: new FakeClock(NOW),
      fetch: (_url, { body }) => {
        const request = JSON.parse(body as string) as object;
        expect(selectorIn(request)).toEqual({ context: 'Extended', contextTiming: [sentAs] });
        const response = { calls: [call], records: { totalRecords: 1 } };
        return Promise.resolve({
          status: 200,
          headers: { get: () => null },
          text: () => Promise.resolve(JSON.stringify(response)),
        });
      },
    });

    const { data } = await gateway.execute(
      `{ call(id: "100") { accounts { field(name: "Stage", at: ${at}) } } }`,
    );

    expect(data).toEqual({ call: { accounts: [{ field: value }] } });
  });

  it.each<[string, unknown, unknown[]]>([
    ['without any', [], []],
    ['without IDs', [object('Account', null, 'Now', 1), object('Account', null, 'Now', 2)], [1, 2]],
    ['among odd values', ['Account', null, 7, { objectType: 4 }], []],
    ['in place of a list', 'Account', []],
  ])('are a list for a call %s', async (_, objects, stages) => {
    const gateway = gatewayTo({});
    const context = [{ system: 'Salesforce', objects }, null, 'HubSpot'];
    const calls = [
      { metaData: { id: '100', started: STARTED }, context },
      { metaData: { id: '101', started: STARTED }, context: 'no' },
    ];
    const body = { calls, records: { totalRecords: 2 } };
    gateway.sandbox.faults.add({ fault: { kind: 'answer', status: 200, body } });

    const { data, errors } = await gateway.execute(
      '{ callsByIds(ids: ["100", "101"]) { accounts { field(name: "Stage", at: null) } } }',
    );

    expect(errors).toBeUndefined();
    const accounts = stages.map((field) => ({ field }));
    expect(data).toEqual({ callsByIds: [{ accounts }, { accounts: [] }] });
  });

  it('are masked like the rest of the call, and hidden with it', async () => {
    const email = [{ name: 'Email', value: 'ada@customer.test' }];
    const account = { ...object('Account', '001', 'Now', null), fields: email };
    const seen = callOf({ context: [{ system: 'Salesforce', objects: [account] }] });
    const hidden = callOf({ context: [{ system: 'Salesforce', objects: [account] }] }, '101');
    hidden.metaData.isPrivate = true;
    const policy = policyIn('mask-emails');
    const gateway = gatewayTo({ calls: [seen, hidden] }, { config: { policy } });

    const { data } = await gateway.execute(
      '{ callsByIds(ids: ["100", "101"]) { accounts { id field(name: "Email") } } }',
    );

    const accounts = [{ id: '001', field: '•••@customer.test' }];
    expect(data).toEqual({ callsByIds: [{ accounts }, null] });
  });
});

describe('Gong’s analysis', () => {
  it('of the host has a field for each statistic', async () => {
    const interactionStats = [
      { name: 'Talk Ratio', value: 0.55 },
      { name: 'longestMonologue', value: odd<number>('80.5') },
      { name: 'Longest Customer Story', value: 40 },
      { name: 'Patience', value: odd<number>({}) },
      { name: 'New one', value: 3 },
    ];
    const gateway = gatewayTo({
      calls: [
        callOf({ interaction: { interactionStats } }),
        callOf(
          {
            interaction: {
              interactionStats: [],
              questions: { companyCount: 1, nonCompanyCount: 0 },
            },
          },
          '101',
        ),
      ],
    });
    const fields =
      'talkRatio longestMonologueSeconds longestCustomerStorySeconds interactivity patienceSeconds';

    const { data, sent } = await gateway.trace(
      `{ callsByIds(ids: ["100", "101"]) { interaction { companyQuestionCount host { ${fields} } } } }`,
    );

    const host = {
      talkRatio: 0.55,
      longestMonologueSeconds: 80.5,
      longestCustomerStorySeconds: 40,
      interactivity: null,
      patienceSeconds: null,
    };
    expect(data).toEqual({
      callsByIds: [
        { interaction: { companyQuestionCount: null, host } },
        { interaction: { companyQuestionCount: 1, host: null } },
      ],
    });
    expect(sent).toHaveLength(1);
  });

  it('of trackers can be limited to those that were detected', async () => {
    const counts = [2, 0, odd<number>('1'), odd<number>(null), odd<number>('many')];
    const trackers = counts.map((count, index) => ({
      id: String(index + 1),
      name: `T${index + 1}`,
      count,
      type: 'KEYWORD' as const,
    }));
    const gateway = gatewayTo({ calls: [callOf({ content: { trackers } })] });

    const { data, sent } = await gateway.trace(`{ call(id: "100") {
      some: trackers(detectedOnly: true) { name }
      all: trackers { name }
      either: trackers(detectedOnly: null) { count }
    } }`);

    expect(data?.['call']).toEqual({
      some: [{ name: 'T1' }, { name: 'T3' }],
      all: ['T1', 'T2', 'T3', 'T4', 'T5'].map((name) => ({ name })),
      either: [2, 0, 1, null, null].map((count) => ({ count })),
    });
    expect(sent).toHaveLength(1);
  });

  it('contains trackers of both kinds in the sandbox', async () => {
    const sandbox = createSandbox({ calls: 5, users: 5, requestsPerSecond: Infinity });
    const gateway = createTestGateway({ sandbox });

    const { data } = await gateway.execute(
      '{ calls { nodes { trackers { count } accounts { id } interaction { host { talkRatio } } } } }',
    );

    const { nodes } = data?.['calls'] as unknown as { nodes: { trackers: { count: number }[] }[] };
    const counts = nodes.flatMap(({ trackers }) => trackers.map(({ count }) => count));
    expect([Math.min(...counts), Math.max(...counts) > 0]).toEqual([0, true]);
    expect(JSON.stringify(nodes)).toMatch(/"accounts":\[\{"id":.*"talkRatio":0\.\d/);
  });
});

describe('A part of a transcript', () => {
  const sentence = (start: unknown, text: string) => ({ start: odd<number>(start), end: 1, text });
  const parties: Party[] = [
    { id: 'a', name: 'Ada', speakerId: '71', affiliation: 'Internal' },
    { id: 'b', name: 'Bo', speakerId: '72', affiliation: 'External' },
  ];
  const transcript = [
    {
      speakerId: '98',
      topic: null,
      sentences: [sentence(0, 'Beep.')],
    },
    {
      speakerId: '71',
      topic: 'Intro',
      sentences: [sentence(1501, 'Hello.'), sentence(65_000, 'Shall we?')],
    },
    { speakerId: '72', topic: null, sentences: [sentence(70_000, 'Yes.')] },
    { speakerId: '99', topic: null, sentences: [sentence(3_725_000, 'Who?')] },
    { speakerId: '71', topic: null, sentences: [sentence(null, 'Bye.')] },
  ];
  const gateway = gatewayTo({ calls: [callOf({ parties, transcript })] });
  const textOf = async (args: string) => {
    const answer = await gateway.trace(`{ call(id: "100") { transcript { text${args} } } }`);
    expect(answer.errors).toBeUndefined();
    return (answer.data?.['call'] as unknown as { transcript: { text: string } }).transcript.text;
  };

  it.each([
    ['(fromSeconds: 60)', ['Ada: Shall we?', 'Bo: Yes.', 'Unknown speaker 2: Who?']],
    ['(toSeconds: 65)', ['Unknown speaker 1: Beep.', 'Ada: Hello.']],
    ['(fromSeconds: 1.501, toSeconds: 70)', ['Ada: Hello. Shall we?']],
    ['(affiliation: EXTERNAL)', ['Bo: Yes.']],
    ['(affiliation: INTERNAL, toSeconds: 60)', ['Ada: Hello.']],
    ['(affiliation: EXTERNAL, fromSeconds: 80)', []],
    [
      '(timestamps: true)',
      [
        '[00:00] Unknown speaker 1: Beep.',
        '[00:01] Ada: Hello. Shall we?',
        '[01:10] Bo: Yes.',
        '[1:02:05] Unknown speaker 2: Who?',
        'Ada: Bye.',
      ],
    ],
    ['(timestamps: true, fromSeconds: 60, toSeconds: 70)', ['[01:05] Ada: Shall we?']],
  ])('is text%s', async (args, lines) => {
    expect(await textOf(args)).toBe(lines.join('\n'));
  });

  it('is the whole for arguments that are null', async () => {
    const nulls = '(timestamps: null, affiliation: null, fromSeconds: null, toSeconds: null)';

    expect(await textOf(nulls)).toBe(await textOf(''));
  });

  it('is monologues with the sentences that begin in it', async () => {
    const { data, sent } = await gateway.trace(`{ call(id: "100") { transcript {
      slice: monologues(fromSeconds: 60, toSeconds: 3000) { topic sentences { startSeconds text } }
      ours: monologues(affiliation: INTERNAL, fromSeconds: 60) { sentences { text } }
      wordCount
    } } }`);

    const shallWe = { text: 'Shall we?' };
    expect(data).toEqual({
      call: {
        transcript: {
          slice: [
            { topic: 'Intro', sentences: [{ startSeconds: 65, ...shallWe }] },
            { topic: null, sentences: [{ startSeconds: 70, text: 'Yes.' }] },
          ],
          ours: [{ sentences: [shallWe] }],
          wordCount: 7,
        },
      },
    });
    expect(sent.length).toBeLessThanOrEqual(2);
  });

  it.each([
    ['text(fromSeconds: 10, toSeconds: 10)', '"text(fromSeconds:)" must be less than "toSeconds"'],
    ['text(fromSeconds: -1)', '"text(fromSeconds:)" must be at least 0; got -1'],
    ['text(toSeconds: -0.5)', '"text(toSeconds:)" must be at least 0; got -0.5'],
    ['text(affiliation: UNKNOWN)', '"text(affiliation:)" must not be UNKNOWN'],
    [
      'monologues(fromSeconds: 9, toSeconds: 3) { topic }',
      '"monologues(fromSeconds:)" must be less than "toSeconds", which is exclusive; got 9 and 3',
    ],
    ['monologues(fromSeconds: -2) { topic }', '"monologues(fromSeconds:)" must be at least 0'],
  ])('is refused without a request: %s', async (field, message) => {
    const { errors, sent } = await gateway.trace(`{ call(id: "100") { transcript { ${field} } } }`);

    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', retryable: false });
    expect(errors?.[0]?.message).toContain(message);
    expect(sent).toEqual([]);
  });

  it('is masked', async () => {
    const call = callOf({
      parties,
      transcript: [{ speakerId: '72', topic: null, sentences: [sentence(0, 'bo@x.test')] }],
    });
    const policy = policyIn('mask-emails');
    const masked = gatewayTo({ calls: [call] }, { config: { policy } });

    const { data } = await masked.execute(
      '{ call(id: "100") { transcript { text(timestamps: true, toSeconds: 5) } } }',
    );

    expect(data).toEqual({ call: { transcript: { text: '[00:00] Bo: •••@x.test' } } });
  });
});

describe('A part of a transcript whose speaker has no name', () => {
  it('reads the user once', async () => {
    const parties: Party[] = [{ id: 'a', speakerId: '71', userId: '500', affiliation: 'Internal' }];
    const transcript = [
      { speakerId: '71', topic: null, sentences: [{ start: 0, end: 1, text: 'Hi.' }] },
    ];
    const users = [plainUser({ id: '500', firstName: 'Cy', lastName: null })];
    const gateway = gatewayTo({ calls: [callOf({ parties, transcript })], users });

    const { data, sent } = await gateway.trace(
      '{ call(id: "100") { transcript { text(affiliation: INTERNAL) whole: text } } }',
    );

    expect(data).toEqual({ call: { transcript: { text: 'Cy: Hi.', whole: 'Cy: Hi.' } } });
    const reads = sent.filter(({ operationId }) => operationId === 'listMultipleUsers');
    expect(reads).toHaveLength(1);
  });
});
