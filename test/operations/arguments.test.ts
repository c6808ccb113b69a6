import { describe, expect, it } from '@jest/globals';
import { getOperationAST, parse, visit, type DocumentNode } from 'graphql';
import { checkArguments } from '../../src/graphql/plugins/argumentChecks.js';
import { createSandbox } from '../../sandbox/src/index.js';
import { createSchema } from '../../src/graphql/schema.js';
import { companyOf, usersOf } from '../support/companies.js';
import { testConfig } from '../support/config.js';
import { createTestGateway, type Answer } from '../support/gateway.js';

const sandbox = createSandbox({
  company: companyOf({ users: usersOf(3) }),
  requestsPerSecond: Infinity,
});
const gateway = createTestGateway({ sandbox });
const list = (count: number, item = '"1"'): string => `[${Array(count).fill(item).join()}]`;
const nodeId = (text: string): string => Buffer.from(text).toString('base64url');

const messagesOf = ({ errors }: Answer): string[] => (errors ?? []).map(({ message }) => message);
const codesOf = ({ errors }: Answer): unknown[] =>
  (errors ?? []).map(({ extensions }) => extensions['code']);

/** Lets so many looks at what is selected below fields happen, and throws at the next one. */
function countLooks(document: DocumentNode, most: number): void {
  let looks = 0;
  visit(document, {
    Field: (node) => {
      const { selectionSet } = node;
      Object.defineProperty(node, 'selectionSet', {
        get: () => {
          looks += 1;
          if (looks > most) throw new Error(`More than ${most} looks.`);
          return selectionSet;
        },
      });
    },
  });
}

/** Each a selection on Query, and what the message must name. */
const refused: readonly (readonly [selection: string, ...named: string[]])[] = [
  ['call(id: "abc") { id }', 'call(id:)', '1 to 20 digits'],
  ['call(id: "") { id }', 'call(id:)'],
  ['call(id: "-1") { id }', 'call(id:)'],
  ['call(id: "12 ") { id }', 'call(id:)'],
  ['call(id: "１２") { id }', 'call(id:)'],
  [`call(id: "${'1'.repeat(21)}") { id }`, 'call(id:)'],
  ['user(id: "x") { id }', 'user(id:)'],
  ['workspace(id: "x") { id }', 'workspace(id:)'],
  ['folder(id: "x") { id }', 'folder(id:)'],
  ['tracker(id: "x") { id }', 'tracker(id:)'],
  ['scorecard(id: "x") { id }', 'scorecard(id:)'],
  ['folders(workspaceId: "x") { id }', 'folders(workspaceId:)'],
  ['trackers(workspaceId: "x") { id }', 'trackers(workspaceId:)'],
  ['scorecards(workspaceId: "x") { id }', 'scorecards(workspaceId:)'],
  ['callsByIds(ids: []) { id }', 'callsByIds(ids:)', 'empty'],
  ['callsByIds(ids: ["1", "x"]) { id }', 'callsByIds(ids:)', '"x"'],
  [`callsByIds(ids: ${list(1001)}) { id }`, 'callsByIds(ids:)', '1000', '1001'],
  ['usersByIds(ids: []) { id }', 'usersByIds(ids:)', 'empty'],
  [`usersByIds(ids: ${list(1001)}) { id }`, 'usersByIds(ids:)', '1001'],
  ['workspacesByIds(ids: []) { id }', 'workspacesByIds(ids:)', 'empty'],
  ['foldersByIds(ids: ["x"]) { id }', 'foldersByIds(ids:)', '"x"'],
  [`trackersByIds(ids: ${list(1001)}) { id }`, 'trackersByIds(ids:)', '1001'],
  [`scorecardsByIds(ids: ${list(1001)}) { id }`, 'scorecardsByIds(ids:)', '1001'],
  ['calls(first: 0) { totalCount }', 'calls(first:)', 'from 1 to 1000'],
  ['calls(first: -5) { totalCount }', 'calls(first:)'],
  ['calls(first: 1001) { totalCount }', 'calls(first:)', '1001'],
  ['users(first: 0) { totalCount }', 'users(first:)'],
  ['users(first: 1001) { totalCount }', 'users(first:)'],
  ['answeredScorecards(first: 0) { totalCount }', 'answeredScorecards(first:)'],
  ['calls(filter: { callIds: [] }) { totalCount }', 'calls(filter.callIds:)', 'empty'],
  [
    `calls(filter: { callIds: ${list(101)} }) { totalCount }`,
    'calls(filter.callIds:)',
    '100',
    'callsByIds',
  ],
  ['calls(filter: { callIds: ["x"] }) { totalCount }', 'calls(filter.callIds:)'],
  ['calls(filter: { primaryUserIds: [] }) { totalCount }', 'calls(filter.primaryUserIds:)'],
  [
    `calls(filter: { primaryUserIds: ${list(101)} }) { totalCount }`,
    'calls(filter.primaryUserIds:)',
  ],
  ['calls(filter: { workspaceId: "x" }) { totalCount }', 'calls(filter.workspaceId:)'],
  ['users(filter: { userIds: [] }) { totalCount }', 'users(filter.userIds:)', 'empty'],
  [`users(filter: { userIds: ${list(1001)} }) { totalCount }`, 'users(filter.userIds:)'],
  [
    'answeredScorecards(filter: { scorecardIds: [] }) { totalCount }',
    'answeredScorecards(filter.scorecardIds:)',
  ],
  [
    `answeredScorecards(filter: { reviewedUserIds: ${list(101)} }) { totalCount }`,
    'answeredScorecards(filter.reviewedUserIds:)',
  ],
  [
    'calls(filter: { from: "2026-05-02T00:00:00Z", to: "2026-05-01T00:00:00Z" }) { totalCount }',
    'calls(filter.from:)',
    '"to"',
  ],
  [
    'calls(filter: { from: "2026-05-01T00:00:00Z", to: "2026-05-01T02:00:00+02:00" }) { totalCount }',
    'calls(filter.from:)',
  ],
  [
    `calls(filter: { from: "2026-05-01T00:00:00.000002Z", to: "2026-05-01T00:00:00.000001Z" }) {
      totalCount
    }`,
    'calls(filter.from:)',
  ],
  [
    `users(filter: { createdFrom: "2026-05-02T00:00:00Z", createdTo: "2026-05-01T00:00:00Z" }) {
      totalCount
    }`,
    'users(filter.createdFrom:)',
    '"createdTo"',
  ],
  [
    'answeredScorecards(filter: { callFrom: "2026-05-02", callTo: "2026-05-02" }) { totalCount }',
    'answeredScorecards(filter.callFrom:)',
    '"callTo"',
  ],
  [
    'answeredScorecards(filter: { reviewFrom: "2026-05-03", reviewTo: "2026-05-02" }) { totalCount }',
    'answeredScorecards(filter.reviewFrom:)',
  ],
  ['node(nodeId: "1") { nodeId }', 'node(nodeId:)', 'nodeId issued by this gateway'],
  [`node(nodeId: "${nodeId('Call:x')}") { nodeId }`, 'node(nodeId:)'],
  [`node(nodeId: "${nodeId('Meeting:1')}") { nodeId }`, 'node(nodeId:)'],
  [`node(nodeId: "${nodeId('Call:1:2')}") { nodeId }`, 'node(nodeId:)'],
  ['nodes(nodeIds: []) { nodeId }', 'nodes(nodeIds:)', 'empty'],
  [`nodes(nodeIds: ["${nodeId('Call:1')}", "x"]) { nodeId }`, 'nodes(nodeIds:)'],
  ['searchUsers { id }', 'exactly one', '"email"', '"phoneNumber"'],
  ['searchUsers(email: "a@b.c", phoneNumber: "1") { id }', 'exactly one'],
  ['searchUsers(email: null, phoneNumber: null) { id }', 'exactly one'],
  ['searchUsers(email: "nobody") { id }', 'searchUsers(email:)', 'email'],
  ['searchUsers(phoneNumber: "ext.") { id }', 'searchUsers(phoneNumber:)', 'digits'],
  ['meetingIntegrationStatus(emails: []) { exists }', 'meetingIntegrationStatus(emails:)'],
  ['meetingIntegrationStatus(emails: ["x"]) { exists }', 'meetingIntegrationStatus(emails:)'],
  // Nested, below records that would have to be fetched first.
  ['calls { nodes { primaryUser { calls(first: 0) { totalCount } } } }', 'calls(first:)'],
  ['calls { edges { node { context(timing: []) { system } } } }', 'context(timing:)', 'empty'],
  ['calls { nodes { parties(affiliation: UNKNOWN) { name } } }', 'parties(affiliation:)'],
  [
    'calls { nodes { transcript { monologues(affiliation: UNKNOWN) { topic } } } }',
    'monologues(affiliation:)',
  ],
  [
    `users { nodes { calls(from: "2026-05-02T00:00:00Z", to: "2026-05-01T00:00:00Z") {
      totalCount
    } } }`,
    'calls(from:)',
  ],
  ['scorecards { answers(filter: { scorecardIds: ["x"] }) { totalCount } }', 'answers(filter'],
  ['scorecards { answers(first: 5000) { totalCount } }', 'answers(first:)'],
  ['node(nodeId: "VXNlcjox") { ... on User { calls(first: 0) { totalCount } } }', 'calls(first:)'],
];

describe('Refused with BAD_USER_INPUT before a request is spent', () => {
  it.each(refused)('%s', async (selection, ...named) => {
    const answer = await gateway.trace(`{ workspaces { name } ${selection} }`);

    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    for (const part of named) expect(messagesOf(answer)[0]).toContain(part);
    expect(answer.errors?.[0]?.extensions['retryable']).toBe(false);
    expect(answer.data ?? null).toBeNull();
    expect(answer.sent).toEqual([]);
  });
});

describe('Invalid arguments', () => {
  it.each<readonly [string, string, Record<string, unknown>]>([
    ['a variable', 'query ($id: ID!) { call(id: $id) { id } }', { id: 'x' }],
    ['a variable’s default', 'query ($first: Int = 0) { calls(first: $first) { totalCount } }', {}],
    [
      'a member of a variable',
      'query ($filter: CallFilter) { calls(filter: $filter) { totalCount } }',
      { filter: { callIds: [] } },
    ],
    [
      'a variable within a filter',
      'query ($ids: [ID!]) { calls(filter: { primaryUserIds: $ids }) { totalCount } }',
      { ids: ['1', 'two'] },
    ],
    ['one item for a list', 'query ($ids: [ID!]!) { callsByIds(ids: $ids) { id } }', { ids: 'x' }],
    [
      'a fragment',
      '{ ...list } fragment list on Query { users { nodes { ...his } } } fragment his on User { calls(first: 0) { totalCount } }',
      {},
    ],
    ['an inline fragment', '{ ... on Query { ... { call(id: "x") { id } } } }', {}],
    ['an alias', '{ good: call(id: "1") { id } bad: call(id: "x") { id } }', {}],
  ])('are refused through %s', async (_, query, variables) => {
    const answer = await gateway.trace(query, variables);

    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    expect(answer.sent).toEqual([]);
  });

  it('are all named at once with their coordinates', async () => {
    const answer = await gateway.trace(
      `query ($ids: [ID!]!) {
        a: call(id: "x") { id }
        b: callsByIds(ids: $ids) { id }
        calls(first: 0, filter: { callIds: [], workspaceId: "w" }) { totalCount }
        users { nodes { calls(first: 2000) { totalCount } } }
      }`,
      { ids: ['1', 'two', 'three'] },
    );

    const named = messagesOf(answer).map((message) => /"(\w+\([\w.]+:\))"/.exec(message)?.[1]);
    expect(named.sort()).toEqual([
      'call(id:)',
      'calls(filter.callIds:)',
      'calls(filter.workspaceId:)',
      'calls(first:)',
      'calls(first:)',
      'callsByIds(ids:)',
      'callsByIds(ids:)',
    ]);
    expect(new Set(codesOf(answer))).toEqual(new Set(['BAD_USER_INPUT']));
    expect(answer.sent).toEqual([]);
  });

  it.each([
    ['{ calls(filter: { from: "yesterday" }) { totalCount } }', 'DateTime'],
    ['{ calls(filter: { from: "2026-05-01T00:00:00" }) { totalCount } }', 'DateTime'],
    ['{ calls(filter: { from: "2026-05-01" }) { totalCount } }', 'DateTime'],
    ['{ calls(filter: { from: 5 }) { totalCount } }', 'DateTime'],
    ['{ answeredScorecards(filter: { callFrom: "1.5.2026" }) { totalCount } }', 'Date'],
    ['{ answeredScorecards(filter: { callFrom: "2026-02-30" }) { totalCount } }', 'Date'],
    ['{ answeredScorecards(filter: { reviewMethod: UNKNOWN }) { totalCount } }', 'UNKNOWN'],
    ['{ calls(order: RANDOM) { totalCount } }', 'RANDOM'],
    ['{ calls(first: "ten") { totalCount } }', 'Int'],
  ])('are refused when they are not of their type: %s', async (query, named) => {
    const answer = await gateway.trace(query);

    expect(answer.errors?.length).toBeGreaterThan(0);
    expect(messagesOf(answer).join()).toContain(named);
    expect(answer.sent).toEqual([]);
  });

  it('are refused in a variable that is not an instant', async () => {
    const answer = await gateway.trace(
      'query ($from: DateTime) { calls(filter: { from: $from }) { totalCount } }',
      { from: '2026-13-01T00:00:00Z' },
    );

    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    expect(messagesOf(answer)[0]).toContain('$from');
    expect(answer.sent).toEqual([]);
  });
});

describe('In a document whose fragments multiply, invalid arguments', () => {
  it('are reported once per field, in execution order', () => {
    // Each level spreads the next one twice: written out, the last one would stand there 2³⁰ times.
    const fragments = Array.from(
      { length: 30 },
      (_, level) => `fragment F${level} on User {
        a: manager { ...F${level + 1} }
        b: manager { ...F${level + 1} }
      }`,
    );
    const document = parse(`{ user(id: "x") { ...F0 } calls(first: 0) { totalCount } }
      ${fragments.join('\n')}
      fragment F30 on User { calls(first: 1001) { totalCount } }`);
    const operation = getOperationAST(document);
    if (operation == null) throw new Error('There is one.');
    countLooks(document, 1000);

    const errors = checkArguments(
      createSchema(),
      document,
      operation,
      {},
      {
        rawRequests: testConfig.rawRequests,
        today: () => null,
      },
    );

    expect(errors.map(({ message }) => /"(.+)".*got (\S+)\./.exec(message)?.slice(1))).toEqual([
      ['user(id:)', '"x"'],
      ['calls(first:)', '1001'],
      ['calls(first:)', '0'],
    ]);
  });

  it('are reported through an included spread', async () => {
    const answer = await gateway.trace(
      `query ($no: Boolean!) {
        users {
          nodes { ...bad @include(if: $no) }
          nodes { ... @skip(if: $no) { ...bad @skip(if: $no) } }
        }
      }
      fragment bad on User { calls(first: 0) { totalCount } }`,
      { no: false },
    );

    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    expect(answer.sent).toEqual([]);
  });
});

describe('Accepted', () => {
  it.each([
    'call(id: "00000000000000000001") { id }',
    'calls(first: 1) { totalCount }',
    'calls(first: 1000) { totalCount }',
    'calls(first: null, filter: null, order: null, after: null) { totalCount }',
    'calls(filter: { from: null, callIds: null }) { totalCount }',
    `calls(filter: { callIds: ${list(100)} }) { totalCount }`,
    'calls(filter: { from: "2026-05-01T00:00:00Z", to: "2026-05-01T00:00:00.000001Z" }) { totalCount }',
    `callsByIds(ids: ${list(1000)}) { id }`,
    'calls { nodes { parties(affiliation: null) { name } context(timing: null) { system } } }',
    'searchUsers(email: " User500@Lumenta.example ") { id }',
    'searchUsers(phoneNumber: "+1 (5)") { id }',
    'answeredScorecards(filter: { callFrom: "2026-05-01", callTo: "2026-05-02" }) { totalCount }',
    'node(nodeId: "Q2FsbDox") { nodeId }',
  ])('%s', async (selection) => {
    const answer = await gateway.trace(`{ ${selection} }`);

    expect(answer.errors).toBeUndefined();
    expect(answer.sent).toHaveLength(1);
  });

  it.each([
    ['calls(filter: { callIds: ["1", "1"] }) { totalCount }', { callIds: ['1'] }],
    ['users(filter: { userIds: ["1", "2", "1"] }) { totalCount }', { userIds: ['1', '2'] }],
    [
      'answeredScorecards(filter: { scorecardIds: ["1", "1"], reviewedUserIds: ["2", "2"] }) { totalCount }',
      { reviewMethod: 'BOTH', scorecardIds: ['1'], reviewedUserIds: ['2'] },
    ],
  ])('and sends an ID to Gong once: %s', async (selection, filter) => {
    const answer = await gateway.trace(`{ ${selection} }`);

    expect(answer.errors).toBeUndefined();
    expect(answer.sent.map(({ body }) => body)).toEqual([expect.objectContaining({ filter })]);
  });

  it('without a check of what @skip and @include exclude', async () => {
    const answer = await gateway.trace(
      `query ($no: Boolean!) {
        call(id: "x") @include(if: $no) { id }
        workspaces { name }
        ... @skip(if: true) { calls(first: 0) { totalCount } }
        ...list @include(if: $no)
      }
      fragment list on Query { users(first: 0) { totalCount } }`,
      { no: false },
    );

    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual({ workspaces: [{ name: 'Sales' }] });
  });
});
