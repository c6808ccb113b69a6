import { afterEach, describe, expect, it } from '@jest/globals';
import { FakeClock } from '../support/clock.js';
import { askAt, document, INPUT, VALIDATION } from './hostileSupport.js';
import { startServer, type TestServer, type TestServerOptions } from './support.js';

let server: TestServer;

afterEach(() => server.app.close());

async function ask(query: string, variables?: object, options: TestServerOptions = {}) {
  server = await startServer(options);
  const answer = await askAt(server, '/graphql', document(query, variables));
  const [error, ...others] = answer.errors;
  expect(others).toEqual([]);
  return { status: answer.status, spent: answer.spent, code: error?.extensions.code, error };
}

const calls = (filter: string): string => `{ calls(filter: { ${filter} }) { nodes { id } } }`;
const byVariable = 'query ($filter: CallFilter) { calls(filter: $filter) { nodes { id } } }';

describe('a mistake in a document', () => {
  it.each<[string, string, string]>([
    [
      'a field of the items that is requested from the list',
      '{ calls { title } }',
      'Cannot query field "title" on type "CallConnection", which is a list with paging. ' +
        'Use "calls { nodes { title } }".',
    ],
    [
      'the same with an alias, arguments, and directives',
      '{ recent: calls(first: 2, filter: { workspaceId: "1" }) @include(if: true) @skip(if: false) { totalCount title } }',
      'Cannot query field "title" on type "CallConnection", which is a list with paging. ' +
        'Use "calls { nodes { title } }".',
    ],
    [
      'the same with fields of its own',
      '{ calls { pageInfo { hasNextPage } parties { name } } }',
      'Cannot query field "parties" on type "CallConnection", which is a list with paging. ' +
        'Use "calls { nodes { parties { … } } }".',
    ],
    [
      'the same in a fragment',
      '{ calls { ...f } } fragment f on CallConnection { title }',
      'Cannot query field "title" on type "CallConnection", which is a list with paging. ' +
        'Use "nodes { title }".',
    ],
    [
      'the beginning of a name',
      '{ call(id: "1") { duration } }',
      'Cannot query field "duration" on type "Call". Did you mean "durationSeconds"',
    ],
    [
      'the beginning of the name of an argument',
      '{ calls(fil: {}) { nodes { id } } }',
      'Unknown argument "fil" on field "Query.calls". Did you mean "filter"',
    ],
    [
      'last',
      '{ calls(last: 5) { nodes { id } } }',
      'Unknown argument "last" on field "Query.calls". Paging goes forward only: use "first" and "after".',
    ],
    [
      'before',
      '{ calls(before: "x") { nodes { id } } }',
      'Unknown argument "before" on field "Query.calls". Paging goes forward only: use "first" and "after".',
    ],
    [
      'an unknown value of an enum',
      '{ calls(order: LATEST) { nodes { id } } }',
      'Value "LATEST" does not exist in "CallOrder" enum. Known values: OLDEST_FIRST, NEWEST_FIRST.',
    ],
    [
      'a value of an enum as a string',
      '{ calls(order: "NEWEST_FIRST") { nodes { id } } }',
      'Enum "CallOrder" cannot represent non-enum value: "NEWEST_FIRST". Known values: OLDEST_FIRST, NEWEST_FIRST.',
    ],
    [
      'a date without a time',
      calls('from: "2026-03-02"'),
      'DateTime must have a time: append one with a UTC offset, as in "2026-03-02T00:00:00Z"; got "2026-03-02".',
    ],
    [
      'a time without an offset',
      calls('from: "2026-03-02T10:00:00"'),
      'DateTime must have a UTC offset: append "Z" for UTC, as in "2026-03-02T10:00:00Z"; got "2026-03-02T10:00:00".',
    ],
    [
      'a day that does not exist',
      calls('from: "2026-02-30T10:00:00Z"'),
      'DateTime must be a day that exists: the calendar has no 2026-02-30; got "2026-02-30T10:00:00Z".',
    ],
  ])('gets the fix: %s', async (_, query, message) => {
    const { status, code, spent, error } = await ask(query);

    expect(error?.message).toContain(message);
    expect([status, code, spent]).toEqual([422, VALIDATION, 0]);
  });

  it.each([
    '{ calls { title } }',
    '{ call(id: "1") { duration } }',
    '{ calls(last: 5) { nodes { id } } }',
    '{ calls(order: LATEST) { nodes { id } } }',
  ])('gets no names of the schema when introspection is off: %s', async (query) => {
    const { error } = await ask(query, {}, { httpConfig: { hasIntrospection: false } });

    expect(error?.message).not.toMatch(/nodes|durationSeconds|first|after|NEWEST_FIRST/);
  });
});

describe('a mistake in a variable', () => {
  it.each<[string, string, object, string]>([
    [
      'an unknown value of an enum',
      'query ($order: CallOrder) { calls(order: $order) { nodes { id } } }',
      { order: 'LATEST' },
      'Known values: OLDEST_FIRST, NEWEST_FIRST.',
    ],
    ['the beginning of a name', byVariable, { filter: { workspace: '1' } }, '"workspaceId"'],
    ['a date without a time', byVariable, { filter: { from: '2026-03-02' } }, 'append one'],
    ['a day that does not exist', byVariable, { filter: { to: '2026-13-01' } }, 'no 2026-13-01'],
  ])('gets the fix: %s', async (_, query, variables, message) => {
    const { status, code, spent, error } = await ask(query, variables);

    expect(error?.message).toContain(message);
    expect([status, code, spent]).toEqual([422, INPUT, 0]);
  });
});

describe('a limit that is reached', () => {
  it('names the parts of an expensive operation that are within it alone', async () => {
    const { code, spent, error } = await ask(
      '{ users(first: 1) { nodes { id } } again: workspaces { id } recent: calls(first: 60) { nodes { id trackers { name } transcript { text } } } }',
      {},
      { config: { maxGongRequests: 1 } },
    );

    expect([code, spent]).toEqual(['COST_LIMIT_EXCEEDED', 0]);
    expect(error?.message).toMatch(
      / Each of these is within the limit as a separate operation: users, again\.$/,
    );
  });

  it('says when a daily quota resets', async () => {
    const clock = new FakeClock(Date.parse('2026-06-01T12:00:00Z'));
    server = await startServer({
      clock,
      config: { requestsPerDay: 1, dayTimeZone: 'America/New_York' },
    });
    await askAt(server, '/graphql', document('{ workspaces { name } }'));
    const { errors } = await askAt(server, '/graphql', document('{ users { nodes { name } } }'));

    expect(errors).toMatchObject([
      {
        message:
          'The daily quota of Gong requests is used up. It resets at 2026-06-02T04:00:00.000Z. Try again then.',
        extensions: { code: 'QUOTA_EXHAUSTED' },
      },
    ]);
  });
});
