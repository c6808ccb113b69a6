import { describe, expect, it } from '@jest/globals';
import { extendSchema, GraphQLSchema, parse, type GraphQLObjectType } from 'graphql';
import { IncomingUpload } from '../../../src/company/uploads/recording.js';
import { estimate, mostOf, schema, type EstimateOptions } from './support.js';

type Row = readonly [rule: string, query: string, max: number, options?: EstimateOptions];

const ids = (count: number, from = 1): string =>
  JSON.stringify(Array.from({ length: count }, (_, index) => String(from + index)));
const nodeId = (type: string, id: string): string =>
  JSON.stringify(Buffer.from(`${type}:${id}`).toString('base64url'));

function describeRows(title: string, rows: readonly Row[]): void {
  describe(title, () => {
    it.each(rows.map(([rule, ...row]) => ({ rule, row })))('$rule', ({ row }) => {
      const [query, max, options] = row;
      expect(mostOf(query, options)).toBe(max);
    });
  });
}

describeRows('Free', [
  ['introspection', '{ __schema { types { name } } __type(name: "Call") { name } }', 0],
  [
    'ids of what is referred to',
    '{ calls { nodes { primaryUser { id } workspace { nodeId } } } }',
    1,
  ],
  ['the tracker’s id and name', '{ calls { nodes { trackers { tracker { id name } } } } }', 1],
  ['the question’s id', '{ answeredScorecards { nodes { answers { question { id } } } } }', 1],
  ['a field left out by @skip', '{ calls @skip(if: true) { nodes { id } } __typename }', 0],
]);

describeRows('By id', [
  ['a call', '{ call(id: 1) { title } }', 1],
  ['100 distinct calls', `{ callsByIds(ids: ${ids(100)}) { title } call(id: 7) { brief } }`, 1],
  ['101 distinct calls', `{ callsByIds(ids: ${ids(100)}) { title } call(id: 101) { brief } }`, 2],
  ['a transcript alone, which proves the call', '{ call(id: 1) { transcript { wordCount } } }', 2],
  [
    'a transcript with speakers, who are the call’s',
    '{ call(id: 1) { transcript { monologues { speaker { title } } } } }',
    3,
  ],
  ['users', `{ user(id: 1) { name } usersByIds(ids: ${ids(100)}) { id } }`, 1],
  ['a user’s manager', '{ user(id: 1) { manager { name } } }', 2],
  [
    'a user’s calls alone, which prove the user',
    '{ user(id: 1) { id calls { nodes { id } } } }',
    10,
  ],
  [
    'a workspace, its parts beside it',
    '{ workspace(id: 1) { folders { name } trackers { name } scorecards { name } } }',
    4,
  ],
  ['a scorecard’s reviews', '{ scorecard(id: 1) { answers { nodes { id } } } }', 2],
  ['a folder with its calls', '{ folder(id: 1) { name calls { title } } }', 1],
  ['where a folder lies, if anywhere', '{ folder(id: 1) { parent { name } } }', 6],
  [
    'by node ids, each type by itself',
    `{ nodes(nodeIds: [${nodeId('Call', '1')}, ${nodeId('User', '1')}, ${nodeId('Call', '2')}]) {
      ... on Call { title } ... on User { name } ... on Workspace { folders { name } }
    } }`,
    2,
  ],
  [
    'addresses, case ignored',
    '{ a: meetingIntegrationStatus(emails: ["a@b.c", "A@b.c"]) { valid } ' +
      'b: meetingIntegrationStatus(emails: ["d@b.c"]) { valid } }',
    1,
  ],
]);

describeRows('Lists', [
  ['calls oldest first, of any number', '{ calls(first: 1000) { nodes { id } } }', 10],
  [
    'the page after a cursor may begin in a page',
    '{ calls(first: 100, after: "x") { nodes { id } } }',
    2,
  ],
  [
    'calls by id in a filter',
    `{ calls(filter: { callIds: ${ids(3)} }, first: 900) { nodes { id } } }`,
    1,
  ],
  ['the newest calls', '{ calls(order: NEWEST_FIRST) { nodes { id } } }', 4],
  [
    'one list under several aliases',
    '{ a: calls(first: 100) { nodes { id } } b: calls(first: 250) { edges { node { brief } } } }',
    3,
  ],
  ['users', '{ users { nodes { name } } }', 1],
  [
    'active users, who may come late',
    '{ users(filter: { active: true }, first: 5) { nodes { id } } }',
    5,
  ],
  ['users in a filter', `{ users(filter: { userIds: ${ids(250)} }) { nodes { id } } }`, 3],
  [
    'pages of the directory, shared',
    '{ users { nodes { id } } searchUsers(email: "a@b.c") { name } }',
    6,
  ],
  ['trackers of several', '{ a: trackers(workspaceId: 1) { name } b: trackers { name } }', 1],
  [
    'folders by workspace',
    '{ a: folders(workspaceId: 1) { name } b: folders(workspaceId: 2) { name } }',
    2,
  ],
  ['reviews', '{ answeredScorecards(first: 250) { nodes { id } } }', 3],
]);

describeRows('Within lists, which may be empty', [
  ['hosts', '{ calls(first: 100) { nodes { primaryUser { name } } } }', 2],
  [
    'hosts and those met, at one moment',
    '{ calls(first: 30) { nodes { primaryUser { name } parties { user { name } } } } }',
    3,
  ],
  [
    'those met in many calls, at most all',
    '{ calls(first: 1000) { nodes { parties { user { name } } } } }',
    15,
  ],
  ['managers, a round later', '{ calls { nodes { primaryUser { name manager { name } } } } }', 4],
  ['transcripts', '{ calls(first: 250) { nodes { transcript { wordCount } } } }', 6],
  ['names of speakers who have none', '{ calls { nodes { transcript { text } } } }', 3],
  ['trackers’ definitions', '{ calls { nodes { trackers { tracker { affiliation } } } } }', 2],
  ['reviews of calls in a row', '{ calls(first: 40) { nodes { answeredScorecards { id } } } }', 2],
  [
    'reviews of calls from anywhere',
    `{ callsByIds(ids: ${ids(4)}) { answeredScorecards { id } } }`,
    6,
  ],
  [
    'the call of a review of the call',
    '{ calls(first: 40) { nodes { answeredScorecards { call { title } } } } }',
    3,
  ],
  ['calls of reviews', '{ answeredScorecards { nodes { call { title } } } }', 2],
  ['questions of reviews', '{ answeredScorecards { nodes { answers { question { text } } } } }', 2],
  ['contents of folders, one by one', '{ folders(workspaceId: 1) { calls { title } } }', 21],
  [
    'parents and children of folders',
    '{ folders(workspaceId: 1) { parent { name } children { name } } }',
    1,
  ],
  [
    'the directory, once',
    '{ calls { nodes { primaryUser { name directReports { name manager { name } } } } } }',
    12,
  ],
  [
    'calls of hosts in a week, walked together',
    `{ calls(first: 12) { nodes { primaryUser {
      calls(from: "2026-05-24T00:00:00Z", to: "2026-05-31T00:00:00Z") { nodes { id } }
    } } } }`,
    3,
  ],
  [
    'each workspace’s parts',
    '{ workspaces { folders { name } trackers { name } scorecards { name } } }',
    7,
  ],
]);

describeRows('Of a company that is known', [
  ['a large one', '{ searchUsers(email: "a@b.c") { name } }', 10, { company: { users: 1000 } }],
  [
    'people met, of whom there are few',
    '{ calls(first: 1000) { nodes { parties { user { name } } } } }',
    11,
    { company: { users: 80 } },
  ],
  ['its workspaces', '{ workspaces { folders { name } } }', 11, { company: { workspaces: 10 } }],
]);

describe('A mutation', () => {
  const extended = extendSchema(
    schema,
    parse(`
      type Writes { upload(id: ID): Uploaded book(id: ID): Booking }
      type Uploaded { callId: ID call: Call @gong(operation: "getCall") }
      type Booking { meeting: Meeting }
    `),
  );
  const written = new GraphQLSchema({
    ...extended.toConfig(),
    mutation: extended.getType('Writes') as GraphQLObjectType,
  });
  const priced = (query: string) => mostOf(query, { schema: written });

  it('costs 1 request under each alias', () => {
    expect(priced('mutation { a: upload { callId } b: upload { callId } }')).toBe(2);
  });

  it('also costs what its payload selects', () => {
    expect(priced('mutation { upload { call { title } } }')).toBe(2);
    expect(priced('mutation { upload { call { id } } }')).toBe(1);
    expect(priced('mutation { book { meeting { organizer { name } } } }')).toBe(6);
  });

  const call =
    'primaryUserId: "1", clientUniqueId: "a", direction: INBOUND, parties: [{ userId: "1" }], actualStart: "2026-05-01T00:00:00Z"';
  const meeting =
    'startsAt: "2026-07-01T00:00:00Z", endsAt: "2026-07-01T01:00:00Z", organizerEmail: "a@b.com", invitees: []';

  it.each<[string, number]>([
    [`createCall(input: { ${call} }) { callId }`, 2],
    [`createCall(input: { ${call} }) { callId call { title } }`, 3],
    ['addCallMedia(input: { callId: "1" }) { uploadUrl }', 0],
    ['addCallMedia(input: { callId: "1", file: $file }) { callUrl }', 1],
    [`createMeeting(input: { ${meeting} }) { meeting { url } }`, 1],
    [`createMeeting(input: { ${meeting} }) { meeting { organizer { name } } }`, 6],
    ['deleteMeeting(input: { id: "1", organizerEmail: "a@b.com" }) { requestId }', 1],
    ['gongRequest(input: { method: GET, path: "/v2/users" }) { status }', 1],
  ])('costs what its input requires: %s', (field, expected) => {
    const file = new IncomingUpload(
      {},
      () => null,
      () => Promise.reject(new Error('Nobody reads it.')),
    );
    const declared = field.includes('$file') ? '($file: Upload)' : '';

    expect(mostOf(`mutation ${declared} { ${field} }`, { variables: { file } })).toBe(expected);
  });
});

describe('The advice of an estimate', () => {
  it('names the most expensive parts first', () => {
    const { narrow } = estimate(`{
      few: call(id: 1) { title }
      many: callsByIds(ids: ${ids(1000, 5)}) { transcript { text } }
      all: searchUsers(email: "a@b.c") { name }
    }`);

    expect(narrow.slice(0, 2)).toEqual([
      { path: ['many'], most: 11, advice: 'request fewer IDs' },
      { path: ['many', 'transcript'], most: 10, advice: 'request fewer IDs' },
    ]);
    expect(narrow[2]).toMatchObject({ path: ['all'], most: 5 });
  });

  it('asks for a time window when there is none', () => {
    const { narrow } = estimate(`{ usersByIds(ids: ${ids(40)}) { calls { nodes { id } } } }`);

    expect(narrow[0]?.path).toEqual(['usersByIds', 'calls']);
    expect(narrow[0]?.advice).toMatch(/"from" and "to"/);
  });

  it('omits parts without cost', () => {
    expect(estimate('{ __typename }').narrow).toEqual([]);
  });

  it('is a separate operation when each list costs 1 request', () => {
    const { narrow } = estimate(`{
      a: calls(first: 1, filter: { from: "2026-01-01T00:00:00Z" }) { nodes { id } }
      b: calls(first: 1, filter: { from: "2026-01-02T00:00:00Z" }) { nodes { id } }
    }`);

    expect(narrow).toMatchObject([
      { most: 1, advice: 'move it to a separate operation' },
      { most: 1, advice: 'move it to a separate operation' },
    ]);
  });
});
