import { describe, expect, it } from '@jest/globals';
import { createCompany, createSandbox, type SandboxOptions } from '../../src/sandbox/index.js';
import { FakeClock } from '../support/clock.js';
import { createTestGateway, type Answer, type TestGatewayOptions } from '../support/gateway.js';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const DAY_MS = 86_400_000;
const company = createCompany({ now: NOW, users: 130, calls: 600, days: 60, steady: true });
const callIds = company.calls.map(({ metaData }) => metaData.id);
const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const daysAgo = (days: number): string => new Date(NOW - days * DAY_MS).toISOString();

function setUp(options: TestGatewayOptions & { gong?: SandboxOptions } = {}) {
  const clock = new FakeClock(NOW);
  const sandbox = createSandbox({ company, clock, requestsPerSecond: Infinity, ...options.gong });
  const config = { cacheTtlSeconds: 300, maxGongRequests: 100, ...options.config };
  return { clock, sandbox, gateway: createTestGateway({ clock, ...options, config, sandbox }) };
}

const NOTHING = { requests: 0, shared: 0, cacheHits: 0, waitedMs: 0, remainingToday: 0 };
const costOf = ({ extensions }: Answer) => extensions?.gong ?? NOTHING;

const workspaceId = company.workspaces[0]?.id ?? '';
const folderId = company.folders.find(({ calls }) => (calls ?? []).length > 2)?.id ?? '';
const recent = `filter: { from: "${daysAgo(7)}" }`;

const parts: Record<string, string> = {
  'the oldest calls': '{ calls(first: 10) { nodes { title brief primaryUser { name } } } }',
  'the newest calls': `{ calls(first: 12, order: NEWEST_FIRST) {
    nodes { title startedAt parties { name } }
  } }`,
  'the newest calls of a week, counted': `{ calls(first: 12, order: NEWEST_FIRST, ${recent}) {
    totalCount nodes { title }
  } }`,
  'several pages of calls': '{ calls(first: 350) { nodes { id } } }',
  'calls with transcripts': '{ calls(first: 20) { nodes { transcript { text } } } }',
  'calls that nobody made': `{ calls(filter: { from: "2001-01-01T00:00:00Z", to: "2001-02-01T00:00:00Z" }) {
    totalCount nodes { id }
  } }`,
  'calls of users': `{ usersByIds(ids: ${JSON.stringify(company.users.slice(0, 5).map(({ id }) => id))}) {
    name calls(first: 3, from: "${daysAgo(20)}") { nodes { title } }
  } }`,
  users: '{ users(first: 120) { nodes { name manager { name } } } }',
  'searched users': '{ searchUsers(email: "nobody@nowhere.example") { name } }',
  settings: '{ trackers { name } workspaces { name } scorecards { name questions { text } } }',
  'the library': `{ folders(workspaceId: "${workspaceId}") { name parent { name } } }`,
  'a folder with its calls': `{ folder(id: "${folderId}") {
    name calls { call { title transcript { text } primaryUser { name } } }
  } }`,
  'a library that isn’t there': '{ folders(workspaceId: "987654321") { name } }',
  'a folder that isn’t there': '{ folder(id: "987654321") { name } }',
  'calls by id': `{
    one: call(id: "${callIds[3]}") { title }
    two: call(id: "${callIds[4]}") { title brief }
    callsByIds(ids: ["${callIds[5]}", "987654321"]) { title transcript { text } }
  }`,
  'records that aren’t there': `{
    call(id: "987654321") { title transcript { text } }
    user(id: "987654322") { name }
    workspace(id: "987654323") { name }
    tracker(id: "987654324") { name }
  }`,
  'ids beyond what Gong can read': `{
    callsByIds(ids: ["99999999999999999999", "${callIds[9]}"]) { title }
    calls(filter: { primaryUserIds: ["99999999999999999999", "${company.users[1]?.id}"] }, first: 2) {
      nodes { title }
    }
  }`,
  reviews: '{ answeredScorecards(first: 30) { nodes { averageScore: id } } }',
  'reviews of calls': '{ calls(first: 10) { nodes { answeredScorecards { id } } } }',
};

describe('200 identical queries within ten seconds cost what one costs', () => {
  describe.each(Object.entries(parts))('%s', (_, query) => {
    it('of many clients at once, and one after the other', async () => {
      const alone = setUp();
      const only = await alone.clock.runUntil(alone.gateway.execute(query));
      const { clock, sandbox, gateway } = setUp({ config: { requestsPerSecond: 3 } });

      const clientOf = (index: number) => ({ client: `client ${index % 7}` });
      const answers = await clock.runUntil(
        Promise.all(range(100).map((index) => gateway.execute(query, {}, clientOf(index)))),
      );
      for (const index of range(100)) {
        await clock.advance(60);
        answers.push(await clock.runUntil(gateway.execute(query, {}, clientOf(index))));
      }

      expect(sandbox.requests.length).toBe(alone.sandbox.requests.length);
      expect(only.errors).toBeUndefined();
      for (const { data, errors } of answers) {
        expect(errors).toBeUndefined();
        expect(data).toEqual(only.data);
      }
      const requests = answers.reduce((sum, answer) => sum + costOf(answer).requests, 0);
      expect(requests).toBe(sandbox.requests.length);
      for (const answer of answers.slice(100)) {
        expect(costOf(answer)).toMatchObject({ requests: 0, shared: 0, waitedMs: 0 });
        expect(costOf(answer).cacheHits).toBeGreaterThan(0);
      }
    }, 30_000);
  });
});
