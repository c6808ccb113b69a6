import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createSandbox, type RecordedRequest, type Sandbox } from '../../sandbox/src/index.js';
import { FakeClock } from '../support/clock.js';
import { createTestGateway } from '../support/gateway.js';

const clock = new FakeClock();
let sandbox: Sandbox;
let callId: string;

beforeAll(() => {
  sandbox = createSandbox({ calls: 150, users: 20, clock, requestsPerSecond: Infinity });
  callId = sandbox.company.calls[30]?.metaData.id ?? '';
});

afterAll(() => {
  // What Gong would have ignored in silence: a misspelt member, a parameter in the wrong place.
  expect(sandbox.undocumented).toEqual([]);
});

/** What each request for detailed calls asked to have beside the basic fields. */
function selectorsOf(sent: readonly RecordedRequest[]): unknown[] {
  return sent
    .filter(({ operationId }) => operationId === 'listCallsExtensive')
    .map(({ body }) => (body as { contentSelector?: unknown }).contentSelector);
}

const content = (...names: string[]) => ({ exposedFields: { content: toggles(names) } });
const interaction = (...names: string[]) => ({ exposedFields: { interaction: toggles(names) } });
const parties = { exposedFields: { parties: true } };
const toggles = (names: string[]) => Object.fromEntries(names.map((name) => [name, true]));

interface Case {
  readonly select: string;
  /** Undefined: nothing is exposed. */
  readonly expected: unknown;
}

const blocks: readonly Case[] = [
  { select: 'title startedAt isPrivate', expected: undefined },
  { select: 'primaryUser { id name } workspace { name }', expected: undefined },
  { select: 'brief', expected: content('brief') },
  { select: 'structure { name }', expected: content('structure') },
  { select: 'topics { name durationSeconds }', expected: content('topics') },
  { select: 'outline { section items { text } }', expected: content('outline') },
  { select: 'highlights { title items { text } }', expected: content('highlights') },
  { select: 'keyPoints', expected: content('keyPoints') },
  { select: 'outcome { name }', expected: content('callOutcome') },
  { select: 'trackers { name count type }', expected: content('trackers') },
  { select: 'trackers { phrases { phrase count } }', expected: content('trackers') },
  {
    select: 'trackers { occurrences { startSeconds } }',
    expected: content('trackers', 'trackerOccurrences'),
  },
  {
    select: 'trackers { phrases { occurrences { speakerId } } }',
    expected: content('trackers', 'trackerOccurrences'),
  },
  {
    select: 'trackers { occurrences { speaker { name } } }',
    expected: {
      exposedFields: { parties: true, content: toggles(['trackers', 'trackerOccurrences']) },
    },
  },
  { select: 'interaction { speakers { talkTimeSeconds } }', expected: interaction('speakers') },
  { select: 'interaction { video { name } }', expected: interaction('video') },
  { select: 'interaction { stats { value } }', expected: interaction('personInteractionStats') },
  { select: 'interaction { host { talkRatio } }', expected: interaction('personInteractionStats') },
  { select: 'interaction { companyQuestionCount }', expected: interaction('questions') },
  { select: 'interaction { nonCompanyQuestionCount }', expected: interaction('questions') },
  {
    select: 'interaction { speakers { party { name } } }',
    expected: { exposedFields: { parties: true, interaction: { speakers: true } } },
  },
  {
    select: 'comments { text }',
    expected: { exposedFields: { collaboration: { publicComments: true } } },
  },
  { select: 'media { audioUrl }', expected: { exposedFields: { media: true } } },
  { select: 'parties { name }', expected: parties },
  { select: 'parties(affiliation: EXTERNAL) { user { name } }', expected: parties },
];

const transcripts: readonly Case[] = [
  { select: 'transcript { wordCount }', expected: undefined },
  { select: 'transcript { monologues { speakerId topic } }', expected: undefined },
  { select: 'transcript { monologues { sentences { text } } }', expected: undefined },
  { select: 'transcript { text }', expected: parties },
  { select: 'transcript { monologues { speaker { name } } }', expected: parties },
  { select: 'transcript { monologues(affiliation: INTERNAL) { topic } }', expected: parties },
  { select: 'transcript { monologues(affiliation: null) { topic } }', expected: undefined },
  { select: 'transcript { monologues(fromSeconds: 5) { topic } }', expected: undefined },
];

const crm: readonly Case[] = [
  { select: 'context { system }', expected: { context: 'Basic' } },
  { select: 'context { objects { objectId } }', expected: { context: 'Basic' } },
  { select: 'context(timing: NOW) { objects { objectId } }', expected: { context: 'Basic' } },
  { select: 'context { objects { fields { name } } }', expected: { context: 'Extended' } },
  {
    select: 'context(timing: [NOW]) { objects { fields { name } } }',
    expected: { context: 'Extended', contextTiming: ['Now'] },
  },
  {
    select: 'context(timing: [TIME_OF_CALL]) { objects { objectId } }',
    expected: { context: 'Extended', contextTiming: ['TimeOfCall'] },
  },
  {
    select: 'context(timing: [TIME_OF_CALL, NOW]) { objects { fields { value } } }',
    expected: { context: 'Extended', contextTiming: ['Now', 'TimeOfCall'] },
  },
  {
    select: `now: context { objects { fields { value } } }
             then: context(timing: [TIME_OF_CALL]) { objects { fields { value } } }`,
    expected: { context: 'Extended', contextTiming: ['Now', 'TimeOfCall'] },
  },
  {
    select: `ids: context { objects { objectId } }
             values: context(timing: [TIME_OF_CALL]) { objects { fields { value } } }`,
    expected: { context: 'Extended', contextTiming: ['Now', 'TimeOfCall'] },
  },
  { select: 'accounts { system type id }', expected: { context: 'Basic' } },
  { select: 'opportunities { id }', expected: { context: 'Basic' } },
  {
    select: 'accounts { id field(name: "Name") }',
    expected: { context: 'Extended', contextTiming: ['Now'] },
  },
  {
    select: 'opportunities { id field(name: "Name", at: TIME_OF_CALL) }',
    expected: { context: 'Extended', contextTiming: ['TimeOfCall'] },
  },
  {
    select: 'accounts { id } opportunities { field(name: "Name", at: TIME_OF_CALL) }',
    expected: { context: 'Extended', contextTiming: ['Now', 'TimeOfCall'] },
  },
  {
    select: 'parties { context { objects { objectId } } }',
    expected: { context: 'Basic', ...parties },
  },
  {
    select: 'parties { context(timing: [TIME_OF_CALL]) { objects { fields { name } } } }',
    expected: { context: 'Extended', contextTiming: ['TimeOfCall'], ...parties },
  },
  {
    select: 'transcript { monologues { speaker { context { system } } } }',
    expected: { context: 'Basic', ...parties },
  },
];

const ways: readonly Case[] = [
  { select: 'a: brief b: brief', expected: content('brief') },
  { select: '... on Call { ... on Node { ... on Call { brief } } }', expected: content('brief') },
  { select: '...outer', expected: content('brief', 'keyPoints') },
  { select: 'brief @include(if: $no) keyPoints', expected: content('keyPoints') },
  { select: 'brief @skip(if: $no) keyPoints @skip(if: $yes)', expected: content('brief') },
  { select: 'brief @include(if: $yes) @skip(if: $yes)', expected: undefined },
  { select: '...outer @include(if: $no)', expected: undefined },
  { select: '... @skip(if: $yes) { media { audioUrl } }', expected: undefined },
  {
    select: 'trackers { name occurrences @include(if: $no) { startSeconds } }',
    expected: content('trackers'),
  },
  {
    select: `interaction { video { name } } ...talk`,
    expected: interaction('speakers', 'video'),
  },
  {
    select: 'context(timing: $when) { objects { objectId } }',
    expected: { context: 'Extended', contextTiming: ['TimeOfCall'] },
  },
];

const fragments = `
  fragment outer on Call { brief ...inner }
  fragment inner on Call { keyPoints }
  fragment talk on Call { interaction { speakers { talkTimeSeconds } } }
  fragment all on Query { __typename }`;
const variables = { no: false, yes: true, when: ['TIME_OF_CALL'] };

/** A document in which every variable and fragment has a use. */
function documentOf(field: string, select: string): string {
  return `query ($no: Boolean!, $yes: Boolean!, $when: [ContextTiming!]) {
    ...all
    unused: __type(name: "Call") @skip(if: $yes) { name }
    unsent: call(id: "1") @include(if: $no) { ...outer ...talk context(timing: $when) { system } }
    ${field.replace('%', select)}
  } ${fragments}`;
}

describe('A list requests exactly what is selected', () => {
  it.each([...blocks, ...transcripts, ...crm, ...ways])('$select', async ({ select, expected }) => {
    const gateway = createTestGateway({ sandbox, clock });

    const query = documentOf('calls(first: 2) { nodes { % } edges { cursor } }', select);
    const { errors, sent } = await gateway.trace(query, variables);

    expect(errors).toBeUndefined();
    expect(selectorsOf(sent)).toEqual([expected]);
  });
});

describe('A single call requests the same, or its basic fields', () => {
  it.each([...blocks, ...transcripts, ...crm, ...ways])('$select', async ({ select, expected }) => {
    const gateway = createTestGateway({ sandbox, clock });

    const query = documentOf(`call(id: "${callId}") { % }`, select);
    const { errors, sent } = await gateway.trace(query, variables);

    expect(errors).toBeUndefined();
    expect(selectorsOf(sent)).toEqual(expected === undefined ? [] : [expected]);
    const singles = sent.filter(({ operationId }) => operationId === 'getCall');
    // A transcript proves that its call exists.
    const isProven = transcripts.some((each) => each.select === select);
    expect(singles).toHaveLength(expected === undefined && !isProven ? 1 : 0);
  });
});

describe('Several fields of one operation', () => {
  it('share one request with the union of their selections', async () => {
    const gateway = createTestGateway({ sandbox, clock });
    const [a, b] = sandbox.company.calls.map(({ metaData }) => metaData.id);

    const { sent } = await gateway.trace(
      `query ($a: ID!, $b: ID!) {
        a: call(id: $a) { brief context { objects { objectId } } }
        b: call(id: $b) { parties { name } }
        both: callsByIds(ids: [$b, $a]) { keyPoints }
      }`,
      { a, b },
    );

    expect(sent.map(({ body }) => body)).toEqual([
      {
        filter: { callIds: [a, b] },
        contentSelector: {
          context: 'Basic',
          exposedFields: { parties: true, content: { brief: true, keyPoints: true } },
        },
      },
    ]);
  });

  it('keep media links out of lists that never select them', async () => {
    const gateway = createTestGateway({ sandbox, clock });

    const { sent } = await gateway.trace(`{
      calls(first: 3) { nodes { brief } }
      recent: calls(filter: { from: "2026-05-20T00:00:00Z" }, first: 3) { nodes { media { videoUrl } } }
    }`);

    expect(selectorsOf(sent)).toEqual([
      { exposedFields: { content: { brief: true } } },
      { exposedFields: { media: true } },
    ]);
  });

  it('use the selection of calls below other records', async () => {
    const gateway = createTestGateway({ sandbox, clock });
    const folder = sandbox.company.folders.find(({ calls }) => calls.length > 1)?.id;

    const { sent } = await gateway.trace(
      `query ($id: ID!) { folder(id: $id) { calls { call { title outcome { name } } } } }`,
      { id: folder },
    );

    expect(selectorsOf(sent)).toEqual([{ exposedFields: { content: { callOutcome: true } } }]);
  });

  it('do not include the selection of an inner record', async () => {
    const gateway = createTestGateway({ sandbox, clock });

    const { sent } = await gateway.trace(`{ calls(first: 1) { nodes { primaryUser {
      calls(from: "2026-05-20T00:00:00Z", order: OLDEST_FIRST) { nodes { brief } }
    } } } }`);

    expect(selectorsOf(sent)).toEqual([undefined, { exposedFields: { content: { brief: true } } }]);
  });

  it('request only what a call lacks', async () => {
    const gateway = createTestGateway({ sandbox, clock });

    const { data, sent } = await gateway.trace(`{ answeredScorecards(first: 1) { nodes {
      call { title }
      again: call { id title startedAt }
    } } }`);

    expect(data?.['answeredScorecards']).toBeDefined();
    expect(sent.map(({ operationId }) => operationId)).toEqual([
      'listAnsweredScorecards',
      'getCall',
    ]);
  });
});

describe('Filters', () => {
  it('send bounds, workspace, calls, and hosts unchanged', async () => {
    const gateway = createTestGateway({ sandbox, clock });
    const filter = {
      from: '2026-05-01T02:00:00.123456+02:00',
      to: '2026-06-01T00:00:00Z',
      workspaceId: '7',
      callIds: ['9007199254740993', '5'],
      primaryUserIds: ['18446744073709551'],
    };

    const { data, sent } = await gateway.trace(
      'query ($filter: CallFilter) { calls(filter: $filter) { nodes { id } totalCount } }',
      { filter },
    );

    expect(data).toEqual({ calls: { nodes: [], totalCount: 0 } });
    const { from, to, workspaceId, callIds, primaryUserIds } = filter;
    expect(sent.map(({ body }) => body)).toEqual([
      {
        filter: { fromDateTime: from, toDateTime: to, workspaceId, callIds, primaryUserIds },
      },
    ]);
  });

  it.each([
    ['2026-05-01t02:00:00z', '2026-06-01T00:00:00Z'],
    ['2026-05-01T02:00:00.5+05:30', '2026-05-31T23:59:59.999999-07:00'],
    ['2024-02-29T00:00:00Z', '2026-06-01T00:00:00.000001Z'],
    ['2026-05-01T00:00:00-00:00', '2026-06-01T00:00:00.100Z'],
  ])('send times as the client spells them: %s, %s', async (from, to) => {
    const gateway = createTestGateway({ sandbox, clock });

    const { errors, sent } = await gateway.trace(
      `query ($from: DateTime, $to: DateTime) {
        calls(filter: { from: $from, to: $to }) { nodes { id } }
        users(filter: { createdFrom: "${from}", createdTo: "${to}" }) { nodes { id } }
      }`,
      { from, to },
    );

    expect(errors).toBeUndefined();
    const filters = sent.map(({ operationId, body }) => [
      operationId,
      (body as { filter: unknown }).filter,
    ]);
    expect(Object.fromEntries(filters)).toEqual({
      listCallsExtensive: { fromDateTime: from, toDateTime: to },
      listMultipleUsers: { createdFromDateTime: from, createdToDateTime: to },
    });
    expect(sent).toHaveLength(2);
  });

  it('request all reviews without a method', async () => {
    const gateway = createTestGateway({ sandbox, clock });

    const { sent } = await gateway.trace(`{
      all: answeredScorecards { nodes { id } }
      some: answeredScorecards(filter: {
        callFrom: "2026-05-01", callTo: "2026-05-09", reviewMethod: MANUAL, scorecardIds: ["5"]
      }) { nodes { id } }
    }`);

    expect(sent.map(({ body }) => body)).toEqual([
      { filter: { reviewMethod: 'BOTH' } },
      {
        filter: {
          callFromDate: '2026-05-01',
          callToDate: '2026-05-09',
          reviewMethod: 'MANUAL',
          scorecardIds: ['5'],
        },
      },
    ]);
  });
});
