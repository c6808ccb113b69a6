import { describe, expect, it } from '@jest/globals';
import type { Policies } from '../../../src/access/policy/policies.js';
import { createSandbox, DEFAULT_CREDENTIAL, type Company } from '../../../sandbox/src/index.js';
import { toNodeId } from '../../../src/graphql/selection/nodeId.js';
import { FakeClock } from '../../support/clock.js';
import { policyIn } from '../../support/config.js';
import { createTestGateway, type Answer, type ClientRequest } from '../../support/gateway.js';
import { createRounds } from '../../support/rounds.js';
import { createPolicyCompany, host, NOW } from './support.js';

const clock = new FakeClock(NOW);

function setUp(policy: Policies, scopes?: readonly string[]) {
  const company = createPolicyCompany(60);
  const sandbox = createSandbox({
    company,
    clock,
    requestsPerSecond: Infinity,
    ...(scopes === undefined ? {} : { credentials: [{ ...DEFAULT_CREDENTIAL, scopes }] }),
  });
  return { company, sandbox, gateway: createTestGateway({ sandbox, clock, config: { policy } }) };
}

const folderIn = ({ folders }: Company, place = 0) => {
  const folder = folders.filter(({ calls }) => calls.length > 0)[place];
  if (folder === undefined) throw new Error('There are no calls in folders.');
  return folder;
};

const FOLDER = `query ($id: ID!) { folder(id: $id) { calls { callId title call { id title } } } }`;

const itemsIn = ({ data }: Answer) =>
  (data?.['folder'] as unknown as { calls: { callId: string; call: object | null }[] }).calls;

describe('A lookup', () => {
  it.each<[string, string, Parameters<typeof policyIn>[1]]>([
    ['private calls', '', {}],
    [
      'a hook that goes by who took part',
      '',
      { hook: { judge: () => 'allow', needsParties: true } },
    ],
  ])('of a folder’s calls is 1 request with their selection: %s', async (_, words, more) => {
    const { gateway, company } = setUp(policyIn(words, more));
    const { sent, errors } = await gateway.trace(
      `query ($id: ID!) { folder(id: $id) { calls { call { brief trackers { name } } } } }`,
      { id: folderIn(company).id },
    );
    expect(errors).toBeUndefined();
    expect(sent.map(({ operationId }) => operationId)).toEqual([
      'getCallsInSpecificFolder',
      'listCallsExtensive',
    ]);
  });

  it('of reviews’ calls is 1 request per page with their selection', async () => {
    const { gateway } = setUp(policyIn(''));
    const { sent, errors } = await gateway.trace(
      '{ answeredScorecards(first: 5) { nodes { call { title brief } } } }',
    );
    expect(errors).toBeUndefined();
    expect(sent.map(({ operationId }) => operationId)).toEqual([
      'listAnsweredScorecards',
      'listCallsExtensive',
    ]);
  });

  it('of a call is sent in parallel to its transcript’s request', async () => {
    const company = createPolicyCompany(60);
    const sandbox = createSandbox({ company, clock, requestsPerSecond: Infinity });
    const { fetch, rounds } = createRounds(sandbox);
    const config = { policy: policyIn('') };
    const gateway = createTestGateway({ sandbox, clock, fetch, config });
    const id = company.calls[1]?.metaData.id;
    const { data } = await gateway.execute(
      'query ($id: ID!) { call(id: $id) { id transcript { wordCount } } }',
      { id },
    );
    expect(data).toEqual({ call: { id, transcript: { wordCount: 1 } } });
    expect(rounds).toEqual([['getCall', 'getCallTranscripts']]);
  });

  it.each<[string, string, ClientRequest, string, string]>([
    ['the calls of a folder', '', {}, 'listCallsExtensive', 'folder'],
    ['users', 'own-calls', { person: 'x@acme.test' }, 'listUsers', 'calls'],
    ['workspaces', 'workspaces=Sales', {}, 'listWorkspaces', 'calls'],
  ])(
    'that fails, fails the fields that need it, and says why it was made: %s',
    async (_, words, asker, operationId, field) => {
      const { gateway, company, sandbox } = setUp(policyIn(words));
      const fault = {
        kind: 'answer',
        status: 400,
        body: { requestId: 'r1', errors: ['No.'] },
      } as const;
      sandbox.faults.add({ operationId, times: 10, fault });

      const { data, errors } = await gateway.execute(
        `query ($id: ID!) {
        calls(first: 3) @include(if: ${field === 'calls'}) { nodes { id } }
        folder(id: $id) @include(if: ${field === 'folder'}) { calls { callId title } }
      }`,
        { id: folderIn(company).id },
        asker,
      );

      expect(data?.[field] ?? null).toEqual(field === 'folder' ? { calls: null } : null);
      expect(errors).toMatchObject([
        {
          message: expect.stringMatching(/No\..*GATEWAY_POLICY/),
          extensions: { code: 'GONG_BAD_REQUEST' },
        },
      ]);
    },
  );

  it('without its scope fails and shows nothing', async () => {
    const scopes = ['api:library:read', 'api:workspaces:read'];
    const { gateway, company } = setUp(policyIn(''), scopes);
    const { data, errors } = await gateway.execute(FOLDER, { id: folderIn(company).id });
    expect(data).toEqual({ folder: { calls: null } });
    expect(errors).toMatchObject([
      {
        message: expect.stringContaining('GATEWAY_POLICY'),
        extensions: { code: 'GONG_MISSING_SCOPE' },
      },
    ]);
  });
});

describe('A call that Gong does not show', () => {
  const withUnlisted = (policy: Policies) => {
    const { gateway, company } = setUp(policy);
    const folder = folderIn(company);
    const [item] = folder.calls;
    if (item === undefined) throw new Error('The folder is empty.');
    folder.calls = [{ ...item, id: '4711', title: 'Unlisted' }, ...folder.calls];
    const [review] = company.answeredScorecards;
    if (review === undefined) throw new Error('There are no reviews.');
    review.callId = '4711';
    return { gateway, company, folder };
  };
  const REVIEWS = '{ answeredScorecards(first: 1000) { nodes { call { id } } } }';

  it('stays in folders and reviews when only private ones are hidden', async () => {
    const { gateway, folder } = withUnlisted(policyIn(''));
    const answer = await gateway.execute(FOLDER, { id: folder.id });
    expect(itemsIn(answer)[0]).toEqual({
      callId: '4711',
      title: 'Unlisted',
      call: { id: '4711', title: 'Unlisted' },
    });
    const reviews = await gateway.execute(REVIEWS);
    expect(JSON.stringify(reviews.data)).toContain('4711');
  });

  it('has no visible transcript', async () => {
    const { gateway, folder } = withUnlisted(policyIn(''));
    const { data } = await gateway.execute(
      'query ($id: ID!) { folder(id: $id) { calls { call { id transcript { text } brief } } } }',
      { id: folder.id },
    );
    const [first] = (data?.['folder'] as unknown as { calls: object[] }).calls;
    expect(first).toEqual({ call: { id: '4711', transcript: null, brief: null } });
  });

  it.each<[string, Policies]>([
    ['own calls', policyIn('own-calls')],
    ['workspaces', policyIn('workspaces=Sales')],
    ['a hook', policyIn('', { hook: { judge: () => 'allow' } })],
  ])('is hidden when more is hidden: %s', async (_, policy) => {
    const { gateway, folder, company } = withUnlisted(policy);
    const asker = { person: host(createPolicyCompany()).id };
    const folderAnswer = await gateway.execute(FOLDER, { id: folder.id }, asker);
    const reviews = await gateway.execute(REVIEWS, {}, asker);
    expect(company.folders).toContain(folder);
    expect(folderAnswer.errors ?? reviews.errors).toBeUndefined();
    expect(JSON.stringify([folderAnswer.data, reviews.data])).not.toContain('4711');
  });
});

describe('Under a policy with workspaces', () => {
  const { gateway, company } = setUp(policyIn('workspaces=Sales, show-private'));
  const [sales, other] = company.workspaces;
  const inOther = <T extends { readonly workspaceId: string }>(items: readonly T[]): T => {
    const found = items.find(({ workspaceId }) => workspaceId === other?.id);
    if (found === undefined) throw new Error('There is nothing in the other workspace.');
    return found;
  };

  it('nothing of another workspace is shown by any field', async () => {
    const folder = inOther(company.folders);
    const tracker = inOther(company.keywordTrackers).trackerId;
    const scorecard = inOther(company.scorecards).scorecardId;
    const { data, errors } = await gateway.execute(
      `query ($other: ID!, $folder: ID!, $tracker: ID!, $scorecard: ID!, $nodes: [ID!]!) {
        workspaces { name }
        workspace(id: $other) { id name folders { id } trackers { id } scorecards { id } }
        folders(workspaceId: $other) { id }
        folder(id: $folder) { id name calls { callId } }
        place: folder(id: $folder) { id workspace { id } }
        trackers { id workspace { id } }
        ofOther: trackers(workspaceId: $other) { id }
        tracker(id: $tracker) { name }
        scorecards { id workspace { id } }
        scorecard(id: $scorecard) { name answers(first: 5) { nodes { id } } }
        nodes(nodeIds: $nodes) { nodeId }
        calls(first: 1000) { nodes { workspace { id } } }
      }`,
      {
        other: other?.id,
        folder: folder.id,
        tracker,
        scorecard,
        nodes: [
          toNodeId('Workspace', other?.id ?? ''),
          toNodeId('Folder', folder.id),
          toNodeId('Tracker', tracker),
          toNodeId('Scorecard', scorecard),
        ],
      },
    );

    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      workspaces: [{ name: 'Sales' }],
      workspace: null,
      folders: [],
      folder: null,
      place: null,
      ofOther: [],
      tracker: null,
      scorecard: null,
      nodes: [null, null, null, null],
    });
    for (const list of [data?.['trackers'], data?.['scorecards']] as unknown as object[][]) {
      expect(list.length).toBeGreaterThan(0);
      for (const each of list) expect(each).toMatchObject({ workspace: { id: sales?.id } });
    }
    expect(JSON.stringify(data)).not.toContain(other?.id);
  });

  it('nothing is requested of another workspace', async () => {
    const { sent } = await gateway.trace(
      'query ($id: ID!) { folders(workspaceId: $id) { id } trackers(workspaceId: $id) { id } }',
      { id: other?.id },
    );
    expect(sent.map(({ operationId }) => operationId)).toEqual(['listWorkspaces']);
  });

  it('users are not affected', async () => {
    const { data } = await gateway.execute('{ users(first: 1000) { nodes { id } } }');
    expect((data?.['users'] as unknown as { nodes: object[] }).nodes).toHaveLength(
      company.users.length,
    );
  });

  it('a missing workspace fails everything that depends on it, and nothing else', async () => {
    const { gateway: wrong, company: its } = setUp(policyIn('workspaces=Sales|Sails'));
    const { data, errors } = await wrong.execute(
      `query ($id: ID!) {
        calls(first: 3) { nodes { id } } call(id: $id) { id } workspaces { id } trackers { id }
        users(first: 1) { nodes { id } }
      }`,
      { id: its.calls[1]?.metaData.id },
    );
    expect(data).toEqual({
      calls: null,
      call: null,
      workspaces: null,
      trackers: null,
      users: { nodes: [{ id: expect.any(String) }] },
    });
    expect(errors).toHaveLength(4);
    for (const error of errors ?? []) {
      expect(error.extensions).toEqual({ code: 'FORBIDDEN', retryable: false });
      expect(error.message).toContain('"Sails"');
      expect(error.message).not.toContain('Customer Success');
    }
  });
});

describe('Registering an existing call', () => {
  it('shows it only to viewers that may see it', async () => {
    const { gateway, company } = setUp(policyIn('', { roles: { all: 'show-private' } }));
    const [call] = company.calls;
    const host = company.users[0];
    const input = {
      clientUniqueId: 'again',
      primaryUserId: host?.id,
      direction: 'OUTBOUND',
      actualStart: '2026-05-30T10:00:00Z',
      parties: [{ userId: host?.id }],
    };
    const CREATE = `mutation ($input: CreateCallInput!) {
      createCall(input: $input) { alreadyExisted call { id title } }
    }`;
    await gateway.execute(CREATE, { input });
    const [registered] = company.registeredCalls;
    if (call === undefined || registered === undefined) throw new Error('Nothing was registered.');
    call.metaData.id = registered.id;
    call.metaData.isPrivate = true;

    const hidden = await gateway.execute(CREATE, { input });
    const shown = await gateway.execute(CREATE, { input }, { roles: ['all'] });

    const status = 'query ($id: ID!) { uploadStatus(callId: $id) }';
    const unseen = await gateway.execute(status, { id: registered.id });

    expect(unseen.data).toEqual({ uploadStatus: null });
    expect(hidden.errors).toBeUndefined();
    expect(hidden.data).toEqual({ createCall: { alreadyExisted: true, call: null } });
    expect(shown.data).toMatchObject({ createCall: { call: { id: registered.id } } });
  });
});
