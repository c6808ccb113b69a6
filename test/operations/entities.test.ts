import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createCompany,
  createSandbox,
  DEFAULT_CREDENTIAL,
  type Company,
  type Sandbox,
} from '../../sandbox/src/index.js';
import { FakeClock } from '../support/clock.js';
import { createTestGateway } from '../support/gateway.js';
import { createBudgetCompany, NOW } from './budgets.js';
import { call, entities, entitiesOf, user, userBy } from './entitySupport.js';

const clock = new FakeClock(NOW);
let sandbox: Sandbox;
let company: Company;

beforeAll(() => {
  company = createBudgetCompany();
  sandbox = createSandbox({ company, clock, requestsPerSecond: Infinity });
});

afterAll(() => {
  expect(sandbox.undocumented).toEqual([]);
});

const operations = (sent: readonly { readonly operationId: string | null }[]) =>
  sent.map(({ operationId }) => operationId);

function ask(select: string, references: readonly unknown[], of = sandbox) {
  return createTestGateway({ sandbox: of, clock }).trace(entities(select), { r: references });
}

describe('References to users', () => {
  const select = '... on User { id name emailAddress }';

  it('by ID and by email use the directory, in order', async () => {
    const { users } = company;
    const references = Array.from({ length: 250 }, (_, index): unknown => {
      if (index === 30) return user('99999');
      if (index === 31) return userBy('nobody@elsewhere.test');
      if (index === 32) return user('88888');
      if (index === 200) return user('no id');
      const each = users[(index * 7) % users.length];
      return index % 2 === 0 ? user(each?.id) : userBy(each?.emailAddress);
    });

    const { sent, errors, ...answer } = await ask(select, references);

    // The two IDs that the directory lacks may be avatars': these are looked up once, together.
    expect(operations(sent)).toEqual(['listUsers', 'listUsers', 'listUsers', 'listMultipleUsers']);
    expect(errors).toMatchObject([
      {
        path: ['_entities', 200],
        message:
          'Argument "_entities(representations[200]:)" must have a Gong ID (1 to 20 digits) as its id; got "no id".',
        extensions: { code: 'BAD_USER_INPUT', retryable: false },
      },
    ]);
    expect(errors).toHaveLength(1);
    expect(entitiesOf(answer)).toEqual(
      references.map((_, index) => {
        if ([30, 31, 32, 200].includes(index)) return null;
        const each = users[(index * 7) % users.length];
        const name = `${each?.firstName ?? ''} ${each?.lastName ?? ''}`;
        return { __typename: 'User', id: each?.id, name, emailAddress: each?.emailAddress };
      }),
    );
  });

  it('by ID only are sent 100 per request', async () => {
    const { sent, ...answer } = await ask(
      select,
      company.users.map(({ id }) => user(id)),
    );

    expect(operations(sent)).toEqual(Array(3).fill('listMultipleUsers'));
    expect(entitiesOf(answer).map((each) => each?.['id'])).toEqual(
      company.users.map(({ id }) => id),
    );
  });

  it('with both keys use the ID', async () => {
    const [one, two] = company.users;
    const { sent, ...answer } = await ask('... on User { id }', [
      { ...user(one?.id), emailAddress: two?.emailAddress },
    ]);

    expect(operations(sent)).toEqual(['listMultipleUsers']);
    expect(entitiesOf(answer)).toEqual([{ __typename: 'User', id: one?.id }]);
  });

  it('by email find the user with this main email, or else another one, and no user when several share it', async () => {
    const own = createCompany({ now: NOW, users: 6, calls: 1 });
    const [main, alias, first, second] = own.users;
    if (!main || !alias || !first || !second) throw new Error('There are too few users.');
    alias.emailAliases = [main.emailAddress, 'Old.Name@acme.test'];
    first.emailAliases = ['desk@acme.test'];
    second.emailAliases = ['desk@acme.test'];
    const of = createSandbox({ company: own, clock, requestsPerSecond: Infinity });

    const { errors, ...answer } = await ask(
      '... on User { id }',
      [
        userBy(` ${main.emailAddress.toUpperCase()} `),
        userBy('old.name@acme.test'),
        userBy('desk@acme.test'),
      ],
      of,
    );

    expect(entitiesOf(answer)).toEqual([
      { __typename: 'User', id: main.id },
      { __typename: 'User', id: alias.id },
      null,
    ]);
    expect(errors).toMatchObject([
      {
        path: ['_entities', 2],
        message:
          'Argument "_entities(representations[2]:)" has an emailAddress that 2 users share: reference the user by id.',
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
  });
});

describe('References to calls', () => {
  it('request only what is selected, 100 per request', async () => {
    const ids = company.calls.slice(0, 150).map(({ metaData }) => metaData.id);
    const { sent, errors, ...answer } = await ask(
      '... on Call { id title brief primaryUser { id } }',
      [...ids, ids[0], '42'].map(call),
    );

    expect(errors).toBeUndefined();
    expect(sent.map(({ body }) => (body as { contentSelector?: unknown }).contentSelector)).toEqual(
      Array(2).fill({ exposedFields: { content: { brief: true } } }),
    );
    expect(entitiesOf(answer).map((each) => each?.['id'] ?? null)).toEqual([...ids, ids[0], null]);
  });

  it('are one request with the smallest scope for basic fields of one call', async () => {
    const id = company.calls[3]?.metaData.id;
    const { sent, ...answer } = await ask('... on Call { title } ... on User { name }', [call(id)]);

    expect(operations(sent)).toEqual(['getCall']);
    expect(entitiesOf(answer)).toEqual([
      { __typename: 'Call', title: company.calls[3]?.metaData.title },
    ]);
  });
});

it('References to all types are resolved together, with null for missing records', async () => {
  const [workspace] = company.workspaces;
  const [folder] = company.folders;
  const [tracker] = company.keywordTrackers;
  const [scorecard] = company.scorecards;
  const references = [
    call(company.calls[0]?.metaData.id),
    user(company.users[0]?.id),
    { __typename: 'Workspace', id: workspace?.id },
    { __typename: 'Folder', id: folder?.id },
    { __typename: 'Tracker', id: tracker?.trackerId },
    { __typename: 'Scorecard', id: scorecard?.scorecardId },
  ];
  const unknown = references.map((each) => ({ ...each, id: '7' }));
  const select = ['Call { id }', 'User { id }', 'Workspace { id n: name }', 'Folder { id n: name }']
    .concat('Tracker { id n: name }', 'Scorecard { id n: name }')
    .map((each) => `... on ${each}`)
    .join(' ');

  const { sent, errors, ...answer } = await ask(select, [...references, ...unknown]);

  expect(errors).toBeUndefined();
  expect(operations(sent).sort()).toEqual(
    [
      'getCallsInSpecificFolder',
      'getCallsInSpecificFolder',
      'listCallsExtensive',
      'listMultipleUsers',
      'listScorecards',
      'listTrackers',
      'listWorkspaces',
    ].sort(),
  );
  const names = [
    undefined,
    undefined,
    workspace?.name,
    folder?.name,
    tracker?.trackerName,
    scorecard?.scorecardName,
  ];
  expect(entitiesOf(answer)).toEqual([
    ...references.map((each, index) => ({
      ...each,
      ...(names[index] === undefined ? {} : { n: names[index] }),
    })),
    ...unknown.map(() => null),
  ]);
});

describe('A malformed reference', () => {
  it.each([
    [
      'of no type',
      { id: '1' },
      /must have the __typename Call, User, .* or Scorecard; got nothing/,
    ],
    ['of another type', { __typename: 'Account', id: '1' }, /; got "Account"\.$/],
    ['of a type without a key', { __typename: 'Party', id: '1' }, /; got "Party"\.$/],
    ['of a type like any object', { __typename: 'toString', id: '1' }, /; got "toString"\.$/],
    ['without an id', { __typename: 'Call' }, /must have the id of the Call\.$/],
    ['by another key', { __typename: 'Call', nodeId: 'x' }, /must have the id of the Call\.$/],
    ['with an id of another kind', call({ a: 1 }), /as its id; got an object\.$/],
    [
      'with an id that lost digits',
      call(2 ** 53),
      /a string as its id: .* 9007199254740992 may have lost/,
    ],
    ['with a fraction', call(1.5), /as its id; got 1.5\.$/],
    ['of a user, by nothing', { __typename: 'User' }, /the id or the emailAddress of the User\.$/],
    ['of a user, by no address', userBy('nobody'), /an email address .*; got "nobody"\.$/],
    ['that is a text', 'Call', /must be an object with __typename and id; got "Call"\.$/],
    ['that is a list', [call('1')], /must be an object with __typename and id; got a list\.$/],
    ['that is long', call('x'.repeat(500)), /; got "x{60}"\.$/],
  ])('fails its own path: %s', async (_, reference, message) => {
    const id = company.calls[5]?.metaData.id;
    const { errors, sent, ...answer } = await ask('... on Call { id }', [reference, call(id)]);

    expect(errors).toMatchObject([
      {
        path: ['_entities', 0],
        message: expect.stringMatching(message),
        extensions: { code: 'BAD_USER_INPUT', retryable: false },
      },
    ]);
    expect(errors).toHaveLength(1);
    expect(entitiesOf(answer)).toEqual([null, { __typename: 'Call', id }]);
    expect(sent).toHaveLength(1);
  });

  it('counts more than a valid one, because many errors take time', async () => {
    const gateway = createTestGateway({ sandbox, clock, config: { maxObjects: 150_000 } });
    const aliases = (count: number) =>
      Array.from(
        { length: count },
        (_, i) => `a${i}: _entities(representations: $r) { __typename }`,
      );
    const run = (count: number) =>
      gateway.execute(`query ($r: [_Any!]!) { ${aliases(count).join(' ')} }`, {
        r: Array(1000).fill({}),
      });

    const { errors = [] } = await run(1);
    const omitted = Number(errors.at(-1)?.extensions['omitted']);
    expect(errors.length - 1 + omitted).toBe(1000);
    expect((await run(20)).errors).toMatchObject([{ extensions: { code: 'COST_LIMIT_EXCEEDED' } }]);
  });

  it('costs nothing', async () => {
    const { sent, errors } = await ask('... on Call { id }', [{}, call('')]);

    expect(errors).toHaveLength(2);
    expect(sent).toEqual([]);
  });
});

it('An ID can be a number, and loses no digits in a document', async () => {
  const id = company.calls[5]?.metaData.id ?? '';
  const { sent, ...answer } = await createTestGateway({ sandbox, clock }).trace(
    `{ _entities(representations: [{ __typename: "Call", id: ${id} }]) { ... on Call { id } } }`,
  );

  expect(sent).toHaveLength(1);
  expect(entitiesOf(answer)).toEqual([{ id }]);
  expect(entitiesOf(await ask('... on Call { id }', [call(42)]))).toEqual([null]);
});

it('No references cost nothing, and more than 1,000 are refused without a request', async () => {
  expect(await ask('... on Call { id }', [])).toMatchObject({
    data: { _entities: [] },
    sent: [],
  });

  const { errors, data, sent } = await ask('... on Call { id }', Array(1001).fill(call('1')));

  expect(errors).toMatchObject([
    {
      message: 'Argument "_entities(representations:)" must have at most 1000 items; got 1001.',
      extensions: { code: 'BAD_USER_INPUT' },
    },
  ]);
  expect([data, sent]).toEqual([undefined, []]);
});

it('A failure is reported at each affected reference', async () => {
  const of = createSandbox({
    company,
    clock,
    requestsPerSecond: Infinity,
    credentials: [{ ...DEFAULT_CREDENTIAL, scopes: ['api:users:read'] }],
  });
  const id = company.calls[0]?.metaData.id;

  const { errors, ...answer } = await ask(
    '... on Call { brief } ... on User { id }',
    [call(id), user(company.users[0]?.id)],
    of,
  );

  expect(errors).toMatchObject([
    {
      path: ['_entities', 0],
      extensions: {
        code: 'GONG_MISSING_SCOPE',
        requiredScope: expect.stringContaining('api:calls:read'),
      },
    },
  ]);
  expect(entitiesOf(answer)).toEqual([null, { __typename: 'User', id: company.users[0]?.id }]);
});

describe('The estimate', () => {
  const priceOf = async (references: readonly unknown[], select: string, maxRequests = 1000) => {
    const gateway = createTestGateway({ sandbox, clock });
    const { extensions, sent } = await gateway.trace(
      entities(select),
      { r: references },
      { extensions: { gong: { estimateOnly: true } }, maxRequests },
    );
    expect(sent).toEqual([]);
    return extensions?.gong?.estimate;
  };
  const calls = () => company.calls.map(({ metaData }) => call(metaData.id));
  const users = () => company.users.map(({ id }) => user(id));

  it.each<[string, () => readonly unknown[], string, { min: number; max: number }]>([
    ['calls', () => calls().slice(0, 250), '... on Call { id }', { min: 3, max: 3 }],
    ['the same twice', () => [call('1'), call('1')], '... on Call { id }', { min: 1, max: 1 }],
    ['users', users, '... on User { name }', { min: 3, max: 3 }],
    [
      'users by address, and by id',
      () => [...users(), userBy('a@b.test')],
      '... on User { name }',
      // The directory may lack any of the IDs: they may be avatars'.
      { min: 1, max: 8 },
    ],
    [
      'several types',
      () => [
        call('1'),
        user('2'),
        { __typename: 'Workspace', id: '3' },
        { __typename: 'Tracker', id: '4' },
      ],
      '... on Call { id }',
      { min: 4, max: 4 },
    ],
    ['malformed ones', () => [{}, call('x'), 'y'], '... on Call { id }', { min: 0, max: 0 }],
    ['none', () => [], '... on Call { id }', { min: 0, max: 0 }],
  ])('includes references: %s', async (_, references, select, price) => {
    expect(await priceOf(references(), select)).toEqual(price);
  });

  it('refuses references over the cost limit', async () => {
    const gateway = createTestGateway({ sandbox, clock });
    const { errors, sent } = await gateway.trace(
      entities('... on Call { id }'),
      { r: calls().slice(0, 300) },
      { maxRequests: 2 },
    );

    expect(errors).toMatchObject([
      { extensions: { code: 'COST_LIMIT_EXCEEDED', requests: { atLeast: 3, allowed: 2 } } },
    ]);
    expect(sent).toEqual([]);
  });
});
