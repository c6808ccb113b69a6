import { beforeAll, describe, expect, it } from '@jest/globals';
import { createSandbox, type Company, type Sandbox } from '../../../sandbox/src/index.js';
import { toNodeId } from '../../../src/graphql/selection/nodeId.js';
import { FakeClock } from '../../support/clock.js';
import { createTestGateway, type Answer, type TestGateway } from '../../support/gateway.js';
import { createPolicyCompany, NOW, policyCases, type SandboxCall } from './support.js';

const clock = new FakeClock(NOW);
let sandbox: Sandbox;
let company: Company;

beforeAll(() => {
  company = createPolicyCompany();
  sandbox = createSandbox({ company, clock, requestsPerSecond: Infinity });
});

const idOf = ({ metaData }: SandboxCall): string => metaData.id;

describe.each(policyCases)('Under the policy $name', ({ policy, asker, maySee }) => {
  const isSeen = (call: SandboxCall): boolean => maySee(call, company);
  const seen = (): string[] => company.calls.filter(isSeen).map(idOf);
  const hidden = (): string[] => company.calls.filter((call) => !isSeen(call)).map(idOf);
  const isSeenId = (id: string): boolean => seen().includes(id);
  let gateway: TestGateway;

  beforeAll(() => {
    gateway = createTestGateway({ sandbox, clock, config: { policy } });
  });

  /** Runs it, and looks for anything of what is hidden in all that comes back. */
  async function ask(query: string, variables = {}, named: readonly string[] = []) {
    const answer = await gateway.trace(query, variables, asker(company));
    expectNothingOf(
      hidden().filter((id) => !named.includes(id)),
      answer,
    );
    return answer;
  }

  function expectNothingOf(ids: readonly string[], { data, errors, extensions }: Answer): void {
    const text = JSON.stringify({ data, errors, extensions });
    expect(ids.filter((id) => text.includes(id))).toEqual([]);
  }

  it.each(['OLDEST_FIRST', 'NEWEST_FIRST'])(
    'a list contains each visible call once: %s',
    async (order) => {
      const found: string[] = [];
      let after: string | null = null;
      for (let pages = 0; pages < 40; pages += 1) {
        const { data, errors } = await ask(
          `query ($after: String, $order: CallOrder) {
            calls(first: 7, after: $after, order: $order) {
              totalCount nodes { id title transcript { text } } pageInfo { hasNextPage endCursor }
            }
          }`,
          { after, order },
        );
        expect(errors).toBeUndefined();
        const { nodes, pageInfo, totalCount } = (data?.['calls'] ?? {}) as unknown as {
          nodes: { id: string; transcript: { text: string } | null }[];
          pageInfo: { hasNextPage: boolean; endCursor: string | null };
          totalCount: number | null;
        };
        found.push(...nodes.map(({ id }) => id));
        for (const { id, transcript } of nodes) expect(transcript?.text).toContain(`Words-${id}`);
        if (hidden().length > 0) expect(totalCount).toBeNull();
        if (!pageInfo.hasNextPage) break;
        expect(nodes.length).toBeGreaterThan(0);
        after = pageInfo.endCursor;
      }

      const inOrder = order === 'OLDEST_FIRST' ? seen() : seen().reverse();
      expect(new Set(found).size).toBe(found.length);
      expect([...found].sort()).toEqual([...inOrder].sort());
    },
  );

  it('a hidden call causes the same requests as a missing one', async () => {
    const some = company.calls.slice(0, 40).map(idOf);
    const ids = [...some, '77'];
    const nodeIds = ids.map((id) => toNodeId('Call', id));
    const { data, errors } = await ask(
      `query ($ids: [ID!]!, $nodeIds: [ID!]!) {
        free: callsByIds(ids: $ids) { id }
        basic: callsByIds(ids: $ids) { id title }
        brief: callsByIds(ids: $ids) { id brief parties { name } }
        transcript: callsByIds(ids: $ids) { id transcript { text } }
        nodes(nodeIds: $nodeIds) { nodeId ... on Call { id title } }
      }`,
      { ids, nodeIds },
    );

    expect(errors).toBeUndefined();
    const expected = ids.map((id) => (isSeenId(id) ? id : null));
    for (const name of ['free', 'basic', 'brief', 'transcript', 'nodes']) {
      const calls = (data?.[name] ?? []) as unknown as ({ id: string } | null)[];
      expect([name, calls.map((call) => call?.id ?? null)]).toEqual([name, expected]);
    }
  });

  it.each([
    ['its id', '{ id nodeId }'],
    ['its title', '{ title }'],
    ['what is said', '{ transcript { text } }'],
    ['how much is said', '{ transcript { wordCount } }'],
    ['what is said, and more', '{ title brief transcript { monologues { sentences { text } } } }'],
    ['its reviews', '{ answeredScorecards { id } }'],
  ])('a hidden call by ID is null: %s', async (_, fields) => {
    const [seenId] = seen();
    const [hiddenId] = hidden();
    const query = `query ($id: ID!, $nodeId: ID!) {
      call(id: $id) ${fields} node(nodeId: $nodeId) { ... on Call ${fields} }
    }`;

    if (hiddenId !== undefined) {
      const variables = { id: hiddenId, nodeId: toNodeId('Call', hiddenId) };
      const { data, errors } = await ask(query, variables);
      expect(errors).toBeUndefined();
      expect(data).toEqual({ call: null, node: null });
    }
    if (seenId !== undefined) {
      const { data } = await ask(query, { id: seenId, nodeId: toNodeId('Call', seenId) });
      expect(data?.['call']).not.toBeNull();
      expect(data?.['node']).not.toBeNull();
    }
  });

  it('hosts have their visible calls', async () => {
    const ids = company.users.map(({ id }) => id);
    const { data, errors } = await ask(
      `query ($ids: [ID!]!) { usersByIds(ids: $ids) { id
        calls(first: 100, from: "2026-01-01T00:00:00Z") { totalCount nodes { id title } }
        old: calls(first: 100, order: OLDEST_FIRST) { nodes { id } }
      } }`,
      { ids },
    );

    expect(errors).toBeUndefined();
    for (const user of data?.['usersByIds'] as unknown as {
      id: string;
      calls: { nodes: { id: string }[] };
      old: { nodes: { id: string }[] };
    }[]) {
      const expected = company.calls
        .filter((call) => isSeen(call) && call.metaData.primaryUserId === user.id)
        .map(idOf)
        .sort();
      expect(user.calls.nodes.map(({ id }) => id).sort()).toEqual(expected);
      expect(user.old.nodes.map(({ id }) => id).sort()).toEqual(expected);
    }
  });

  it('folders contain their visible calls', async () => {
    const isFolderSeen = ({ workspaceId }: Company['folders'][number]): boolean =>
      policy.base.workspaces === null ||
      policy.base.workspaces.length > 1 ||
      workspaceId === company.workspaces[0]?.id;
    for (const folder of [company.folders[1], company.folders.at(-1)]) {
      const { data, errors } = await ask(
        `query ($id: ID!) { folder(id: $id) {
          name calls { callId title note call { id title transcript { text } } }
        } }`,
        { id: folder?.id },
      );
      expect(errors).toBeUndefined();
      if (folder === undefined || !isFolderSeen(folder)) {
        expect(data).toEqual({ folder: null });
        continue;
      }
      const { calls } = data?.['folder'] as unknown as {
        calls: { callId: string; call: { transcript: { text: string } } }[];
      };
      const expected = folder.calls.map(({ id }) => id).filter(isSeenId);
      expect(calls.map(({ callId }) => callId)).toEqual(expected);
      for (const { callId, call } of calls) {
        expect(call.transcript.text).toContain(`Words-${callId}`);
      }
    }
  });

  it('reviews are those of visible calls', async () => {
    const reviews = company.answeredScorecards.filter(({ callId }) => isSeenId(callId));
    const { data, errors } = await ask(`{
      answeredScorecards(first: 1000) {
        totalCount nodes { id call { id title } answers { text } callStartedAt }
      }
      scorecards { id answers(first: 1000) { nodes { id call { id } answers { text } } } }
    }`);

    expect(errors).toBeUndefined();
    const all = data?.['answeredScorecards'] as unknown as {
      totalCount: number | null;
      nodes: { id: string; call: { id: string } | null }[];
    };
    expect(all.nodes.map(({ id }) => id).sort()).toEqual(
      reviews.map(({ answeredScorecardId }) => answeredScorecardId).sort(),
    );
    expect(all.nodes.every(({ call }) => call !== null)).toBe(true);
    if (hidden().length > 0) expect(all.totalCount).toBeNull();
    for (const { id, answers } of data?.['scorecards'] as unknown as {
      id: string;
      answers: { nodes: { id: string }[] };
    }[]) {
      expect(answers.nodes.map((review) => review.id).sort()).toEqual(
        reviews
          .filter(({ scorecardId }) => scorecardId === id)
          .map(({ answeredScorecardId }) => answeredScorecardId)
          .sort(),
      );
    }
  });

  it('a hidden upload is unknown', async () => {
    const [id] = hidden();
    const { data, errors } = await ask('query ($id: ID!) { uploadStatus(callId: $id) }', {
      id: id ?? '77',
    });

    expect(errors).toBeUndefined();
    expect(data).toEqual({ uploadStatus: null });
  });
});
