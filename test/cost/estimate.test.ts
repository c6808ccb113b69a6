import { describe, expect, it } from '@jest/globals';
import { extendSchema, GraphQLSchema, parse, type GraphQLObjectType } from 'graphql';
import { IncomingUpload } from '../../src/company/uploads/recording.js';
import { estimate, range, schema, type EstimateOptions } from './support.js';

type Row = readonly [
  rule: string,
  query: string,
  min: number,
  max: number,
  options?: EstimateOptions,
];

const ids = (count: number, from = 1): string =>
  JSON.stringify(Array.from({ length: count }, (_, index) => String(from + index)));
const nodeId = (type: string, id: string): string =>
  JSON.stringify(Buffer.from(`${type}:${id}`).toString('base64url'));

function describeRows(title: string, rows: readonly Row[]): void {
  describe(title, () => {
    it.each(rows.map(([rule, ...row]) => ({ rule, row })))('$rule', ({ row }) => {
      const [query, min, max, options] = row;
      expect(range(query, options)).toEqual([min, max]);
    });
  });
}

describeRows('Free', [
  ['introspection', '{ __schema { types { name } } __type(name: "Call") { name } }', 0, 0],
  ['type names', '{ __typename }', 0, 0],
  [
    'ids of what is referred to',
    '{ calls { nodes { primaryUser { id } workspace { nodeId } } } }',
    1,
    1,
  ],
  [
    'names that the reference tells',
    '{ answeredScorecards { nodes { scorecard { id name } } } }',
    1,
    1,
  ],
  ['the tracker’s id and name', '{ calls { nodes { trackers { tracker { id name } } } } }', 1, 1],
  ['the question’s id', '{ answeredScorecards { nodes { answers { question { id } } } } }', 1, 1],
  ['a field left out by @skip', '{ calls @skip(if: true) { nodes { id } } __typename }', 0, 0],
  [
    'a field not included by a variable',
    'query ($no: Boolean!) { workspaces { name } ... @include(if: $no) { scorecards { name } } }',
    1,
    1,
    { variables: { no: false } },
  ],
  [
    'operations of the document that do not run',
    'query a { workspaces { name } } query b { calls(first: 1000) { nodes { id } } }',
    1,
    1,
    { operationName: 'a' },
  ],
]);

describeRows('By id', [
  ['a call', '{ call(id: 1) { title } }', 1, 1],
  ['calls under several aliases', '{ a: call(id: 1) { title } b: call(id: 2) { brief } }', 1, 1],
  ['100 distinct calls', `{ callsByIds(ids: ${ids(100)}) { title } call(id: 7) { brief } }`, 1, 1],
  [
    '101 distinct calls',
    `{ callsByIds(ids: ${ids(100)}) { title } call(id: 101) { brief } }`,
    2,
    2,
  ],
  ['a call and its transcript', '{ call(id: 1) { title transcript { wordCount } } }', 2, 2],
  [
    'a transcript alone, which proves the call',
    '{ call(id: 1) { transcript { wordCount } } }',
    1,
    2,
  ],
  [
    'a transcript with speakers, who are the call’s',
    '{ call(id: 1) { transcript { monologues { speaker { title } } } } }',
    2,
    2,
  ],
  ['users', `{ user(id: 1) { name } usersByIds(ids: ${ids(100)}) { id } }`, 1, 1],
  ['a user’s manager', '{ user(id: 1) { manager { name } } }', 1, 2],
  [
    'a user’s calls alone, which prove the user',
    '{ user(id: 1) { id calls { nodes { id } } } }',
    1,
    6,
  ],
  ['a workspace', '{ workspace(id: 1) { name } }', 1, 1],
  [
    'a workspace, its parts beside it',
    '{ workspace(id: 1) { folders { name } trackers { name } scorecards { name } } }',
    4,
    4,
  ],
  ['a tracker', '{ tracker(id: 1) { name } }', 1, 1],
  ['a scorecard', '{ scorecard(id: 1) { name } }', 1, 1],
  ['a scorecard’s reviews', '{ scorecard(id: 1) { answers { nodes { id } } } }', 2, 2],
  ['a folder with its calls', '{ folder(id: 1) { name calls { title } } }', 1, 1],
  ['where a folder lies, if anywhere', '{ folder(id: 1) { parent { name } } }', 2, 6],
  [
    'where it lies, its calls beside',
    '{ folder(id: 1) { parent { name } calls { title } } }',
    2,
    6,
  ],
  ['by node id', `{ node(nodeId: ${nodeId('Call', '1')}) { ... on Call { title } } }`, 1, 1],
  [
    'by node ids, each type by itself',
    `{ nodes(nodeIds: [${nodeId('Call', '1')}, ${nodeId('User', '1')}, ${nodeId('Call', '2')}]) {
      ... on Call { title } ... on User { name } ... on Workspace { folders { name } }
    } }`,
    2,
    2,
  ],
  [
    'addresses, case ignored',
    '{ a: meetingIntegrationStatus(emails: ["a@b.c", "A@b.c"]) { valid } ' +
      'b: meetingIntegrationStatus(emails: ["d@b.c"]) { valid } }',
    1,
    1,
  ],
]);

describeRows('Lists', [
  ['calls oldest first, of any number', '{ calls(first: 1000) { nodes { id } } }', 1, 10],
  ['calls without a word about first', '{ calls { nodes { brief } } }', 1, 1],
  [
    'the page after a cursor may begin in a page',
    '{ calls(first: 100, after: "x") { nodes { id } } }',
    1,
    2,
  ],
  [
    'calls by id in a filter',
    `{ calls(filter: { callIds: ${ids(3)} }, first: 900) { nodes { id } } }`,
    1,
    1,
  ],
  ['the newest calls', '{ calls(order: NEWEST_FIRST) { nodes { id } } }', 1, 4],
  ['the newest calls, counted', '{ calls(order: NEWEST_FIRST) { totalCount } }', 1, 5],
  [
    'one list under several aliases',
    '{ a: calls(first: 100) { nodes { id } } b: calls(first: 250) { edges { node { brief } } } }',
    1,
    3,
  ],
  [
    'one window written in two ways',
    `{ a: calls(filter: { from: "2026-05-01T00:00:00Z" }) { nodes { id } }
       b: calls(filter: { from: "2026-05-01T02:00:00+02:00" }) { nodes { id } } }`,
    1,
    1,
  ],
  [
    'two lists',
    `{ a: calls { nodes { id } } b: calls(filter: { workspaceId: 1 }) { nodes { id } } }`,
    2,
    2,
  ],
  ['users', '{ users { nodes { name } } }', 1, 1],
  ['all users there are', '{ users(first: 1000) { nodes { name } } }', 1, 5],
  [
    'active users, who may come late',
    '{ users(filter: { active: true }, first: 5) { nodes { id } } }',
    1,
    5,
  ],
  ['users in a filter', `{ users(filter: { userIds: ${ids(250)} }) { nodes { id } } }`, 1, 3],
  [
    'pages of the directory, shared',
    '{ users { nodes { id } } searchUsers(email: "a@b.c") { name } }',
    1,
    5,
  ],
  ['workspaces', '{ workspaces { name } }', 1, 1],
  ['scorecards', '{ scorecards { name } a: scorecards(workspaceId: 1) { name } }', 1, 1],
  ['trackers of one workspace', '{ trackers(workspaceId: 1) { name } }', 1, 1],
  ['trackers of several', '{ a: trackers(workspaceId: 1) { name } b: trackers { name } }', 1, 1],
  [
    'folders by workspace',
    '{ a: folders(workspaceId: 1) { name } b: folders(workspaceId: 2) { name } }',
    2,
    2,
  ],
  ['reviews', '{ answeredScorecards(first: 250) { nodes { id } } }', 1, 3],
  [
    'reviews of one filter',
    '{ answeredScorecards { nodes { id } } a: answeredScorecards { totalCount } }',
    1,
    1,
  ],
]);

describeRows('Within lists, which may be empty', [
  ['hosts', '{ calls(first: 100) { nodes { primaryUser { name } } } }', 1, 2],
  [
    'hosts and those met, at one moment',
    '{ calls(first: 30) { nodes { primaryUser { name } parties { user { name } } } } }',
    1,
    2,
  ],
  [
    'those met in many calls, at most all',
    '{ calls(first: 1000) { nodes { parties { user { name } } } } }',
    1,
    15,
  ],
  [
    'managers, a round later',
    '{ calls { nodes { primaryUser { name manager { name } } } } }',
    1,
    3,
  ],
  ['transcripts', '{ calls(first: 250) { nodes { transcript { wordCount } } } }', 1, 6],
  ['names of speakers who have none', '{ calls { nodes { transcript { text } } } }', 1, 3],
  ['names of parties, which are theirs', '{ calls { nodes { parties { name } } } }', 1, 1],
  ['trackers’ definitions', '{ calls { nodes { trackers { tracker { affiliation } } } } }', 1, 2],
  [
    'reviews of calls in a row',
    '{ calls(first: 40) { nodes { answeredScorecards { id } } } }',
    1,
    2,
  ],
  [
    'reviews of calls from anywhere',
    `{ callsByIds(ids: ${ids(4)}) { answeredScorecards { id } } }`,
    1,
    5,
  ],
  [
    'the call of a review of the call',
    '{ calls(first: 40) { nodes { answeredScorecards { call { title } } } } }',
    1,
    2,
  ],
  ['more of it', '{ calls(first: 40) { nodes { answeredScorecards { call { brief } } } } }', 1, 3],
  ['calls of reviews', '{ answeredScorecards { nodes { call { title } } } }', 1, 2],
  [
    'questions of reviews',
    '{ answeredScorecards { nodes { answers { question { text } } } } }',
    1,
    2,
  ],
  [
    'calls of a folder',
    '{ folder(id: 1) { calls { call { title transcript { wordCount } } } } }',
    1,
    3,
  ],
  ['contents of folders, one by one', '{ folders(workspaceId: 1) { calls { title } } }', 1, 21],
  [
    'parents and children of folders',
    '{ folders(workspaceId: 1) { parent { name } children { name } } }',
    1,
    1,
  ],
  [
    'the directory, once',
    '{ calls { nodes { primaryUser { name directReports { name manager { name } } } } } }',
    1,
    6,
  ],
  [
    'calls of hosts in a week, walked together',
    `{ calls(first: 12) { nodes { primaryUser {
      calls(from: "2026-05-24T00:00:00Z", to: "2026-05-31T00:00:00Z") { nodes { id } }
    } } } }`,
    1,
    2,
  ],
  [
    'each workspace’s parts',
    '{ workspaces { folders { name } trackers { name } scorecards { name } } }',
    1,
    7,
  ],
  [
    'fields by a fragment',
    '{ calls { nodes { ...a } } } fragment a on Call { ...b } fragment b on Call { primaryUser { name } }',
    1,
    2,
  ],
  [
    'numbers by variables',
    'query ($first: Int = 300) { calls(first: $first) { nodes { id } } }',
    1,
    2,
    { variables: { first: 200 } },
  ],
]);

describeRows('Of a company that is known', [
  [
    'a small directory',
    '{ searchUsers(email: "a@b.c") { name } }',
    1,
    1,
    { company: { users: 80 } },
  ],
  ['a large one', '{ searchUsers(email: "a@b.c") { name } }', 10, 10, { company: { users: 1000 } }],
  [
    'some of its users',
    '{ users(first: 250) { nodes { id } } }',
    3,
    3,
    { company: { users: 1000 } },
  ],
  [
    'people met, of whom there are few',
    '{ calls(first: 1000) { nodes { parties { user { name } } } } }',
    1,
    11,
    { company: { users: 80 } },
  ],
  [
    'its only workspace',
    '{ folder(id: 1) { parent { name } } }',
    2,
    3,
    { company: { workspaces: 1 } },
  ],
  ['its workspaces', '{ workspaces { folders { name } } }', 1, 11, { company: { workspaces: 10 } }],
]);

describe('What changes something', () => {
  const extended = extendSchema(
    schema,
    parse(`
      type Writes { upload(id: ID): Uploaded book(id: ID): Booking }
      type Changes { uploaded: Uploaded }
      type Uploaded { callId: ID call: Call }
      type Booking { meeting: Meeting }
    `),
  );
  const written = new GraphQLSchema({
    ...extended.toConfig(),
    mutation: extended.getType('Writes') as GraphQLObjectType,
    subscription: extended.getType('Changes') as GraphQLObjectType,
  });
  const priced = (query: string) => range(query, { schema: written });

  it('is one request each, under every alias', () => {
    expect(priced('mutation { a: upload { callId } b: upload { callId } }')).toEqual([2, 2]);
  });

  it('costs what its answer shows, too, if there is something', () => {
    expect(priced('mutation { upload { call { title } } }')).toEqual([1, 2]);
    expect(priced('mutation { upload { call { id } } }')).toEqual([1, 1]);
    expect(priced('mutation { book { meeting { organizer { name } } } }')).toEqual([1, 6]);
  });

  const call =
    'primaryUserId: "1", clientUniqueId: "a", direction: INBOUND, parties: [{ userId: "1" }], actualStart: "2026-05-01T00:00:00Z"';
  const meeting =
    'startsAt: "2026-07-01T00:00:00Z", endsAt: "2026-07-01T01:00:00Z", organizerEmail: "a@b.com", invitees: []';

  it.each<[string, [number, number]]>([
    [`createCall(input: { ${call} }) { callId }`, [1, 2]],
    [`createCall(input: { ${call} }) { callId call { title } }`, [1, 3]],
    ['addCallMedia(input: { callId: "1" }) { uploadUrl }', [0, 0]],
    ['addCallMedia(input: { callId: "1", file: $file }) { callUrl }', [1, 1]],
    [`createMeeting(input: { ${meeting} }) { meeting { url } }`, [1, 1]],
    [`createMeeting(input: { ${meeting} }) { meeting { organizer { name } } }`, [1, 6]],
    ['deleteMeeting(input: { id: "1", organizerEmail: "a@b.com" }) { requestId }', [1, 1]],
    ['gongRequest(input: { method: GET, path: "/v2/users" }) { status }', [1, 1]],
  ])('is priced by what it takes: %s', (field, expected) => {
    const file = new IncomingUpload(
      {},
      () => null,
      () => Promise.reject(new Error('Nobody reads it.')),
    );
    const declared = field.includes('$file') ? '($file: Upload)' : '';

    expect(range(`mutation ${declared} { ${field} }`, { variables: { file } })).toEqual(expected);
  });

  it('is watched for what is shown of it', () => {
    expect(priced('subscription { uploaded { call { title } } }')).toEqual([1, 2]);
  });
});

describe('What to narrow', () => {
  it('names the most expensive parts first, with a way to do it', () => {
    const { narrow } = estimate(`{
      few: call(id: 1) { title }
      many: callsByIds(ids: ${ids(1000, 5)}) { transcript { text } }
      all: searchUsers(email: "a@b.c") { name }
    }`);

    expect(narrow.slice(0, 2)).toEqual([
      { path: ['many'], requests: 11, advice: 'ask for fewer ids' },
      { path: ['many', 'transcript'], requests: 10, advice: 'ask for fewer ids' },
    ]);
    expect(narrow[2]).toMatchObject({ path: ['all'], requests: 5 });
  });

  it('tells to give a window where there is none', () => {
    const { narrow } = estimate(`{ usersByIds(ids: ${ids(40)}) { calls { nodes { id } } } }`);

    expect(narrow[0]?.path).toEqual(['usersByIds', 'calls']);
    expect(narrow[0]?.advice).toMatch(/"from" and "to"/);
  });

  it('has nothing to say of what is free', () => {
    expect(estimate('{ __typename }').narrow).toEqual([]);
  });

  it('is another operation where each list costs one request: a smaller one would cost as much', () => {
    const { narrow } = estimate(`{
      a: calls(first: 1, filter: { from: "2026-01-01T00:00:00Z" }) { nodes { id } }
      b: calls(first: 1, filter: { from: "2026-01-02T00:00:00Z" }) { nodes { id } }
    }`);

    expect(narrow).toMatchObject([
      { requests: 1, advice: 'move it to a separate operation' },
      { requests: 1, advice: 'move it to a separate operation' },
    ]);
  });
});
