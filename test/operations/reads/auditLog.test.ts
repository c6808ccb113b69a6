import { describe, expect, it } from '@jest/globals';
import { createSandbox, type Company } from '../../../sandbox/src/index.js';
import { FakeClock } from '../../support/clock.js';
import { callsAt, companyOf, usersOf } from '../../support/companies.js';
import { policyIn } from '../../support/config.js';
import { createTestGateway, type TestGatewayOptions } from '../../support/gateway.js';
import { connectionIn } from '../../support/walk.js';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const DAY_MS = 24 * 60 * 60 * 1000;
const WINDOW = 'from: "2026-05-01T00:00:00Z", to: "2026-06-01T00:00:00Z"';

const companyWith = (calls: number): Company =>
  companyOf({
    users: usersOf(3),
    calls: callsAt(Array.from({ length: calls }, (_, index) => NOW - 20 * DAY_MS + index * 1000)),
  });
const gatewayOver = (calls: number, options: TestGatewayOptions = {}) => {
  const clock = new FakeClock(NOW);
  const sandbox = createSandbox({
    company: companyWith(calls),
    clock,
    requestsPerSecond: Infinity,
  });
  return createTestGateway({ clock, sandbox, ...options });
};
const log = (select: string, type = 'USER_ACTIVITY', more = '') =>
  `{ auditLog(type: ${type}, ${WINDOW}${more}) { ${select} } }`;

describe('Query.auditLog', () => {
  it('returns entries with their users, for 1 request and 1 for the users', async () => {
    const { data, errors, sent } = await gatewayOver(3).trace(
      log('nodes { at user { id name } impersonator { id } record } totalCount'),
    );

    expect(errors).toBeUndefined();
    expect(sent.map(({ operationId }) => operationId)).toEqual(['listLogs', 'listMultipleUsers']);
    expect(sent[0]?.query).toEqual({
      logType: 'UserActivityLog',
      fromDateTime: '2026-05-01T00:00:00Z',
      toDateTime: '2026-06-01T00:00:00Z',
    });
    expect(data).toMatchObject({
      auditLog: {
        totalCount: 3,
        nodes: Array.from({ length: 3 }, () => ({
          at: expect.stringMatching(/^2026-05-1.T.*Z$/),
          user: { id: expect.stringMatching(/^50[012]$/), name: 'Alex Doe' },
          record: { action: 'UPDATE_CALL_TITLE' },
        })),
      },
    });
  });

  it('replaces tokens and IP addresses, unless the operator shows them', async () => {
    const ask = log('nodes { record }');
    const hidden = await gatewayOver(2).execute(ask);
    const shown = await gatewayOver(2, { config: { showsAuditSecrets: true } }).execute(ask);

    const secret = /203\.0\.113\.|(Token|token=)("?:"?)?(?!\[redacted\])\w{4}/;
    expect(JSON.stringify(shown.data)).toMatch(secret);
    expect(JSON.stringify(shown.data)).toContain('203.0.113.');
    expect(JSON.stringify(hidden.data)).not.toMatch(secret);
    expect(JSON.stringify(hidden.data)).toContain('[redacted]');
  });

  it('replaces them in the response to a raw request as well, and keeps its cursor', async () => {
    const ask = `mutation { gongRequest(input: { method: GET, path: "/v2/logs",
      query: { logType: "UserActivityLog", fromDateTime: "2026-05-01T00:00:00Z" } }) { body } }`;
    const hidden = await gatewayOver(102).trace(ask);
    const shown = await gatewayOver(102, { config: { showsAuditSecrets: true } }).trace(ask);
    const typed = await gatewayOver(102).execute(log('nodes { record }'));

    interface Page {
      readonly records: { readonly cursor: string };
      readonly logEntries: readonly { readonly logRecord: unknown }[];
    }
    const [of, ofShown] = [hidden, shown].map(
      ({ data }) => (data as unknown as { gongRequest: { body: Page } }).gongRequest.body,
    );
    const { nodes } = (typed.data as unknown as { auditLog: { nodes: { record: unknown }[] } })
      .auditLog;
    expect(of?.logEntries.map(({ logRecord }) => logRecord)).toEqual(
      nodes.map(({ record }) => record),
    );
    expect(JSON.stringify(of)).toContain('[redacted]');
    expect(JSON.stringify(ofShown)).toContain('203.0.113.');
    expect(JSON.stringify(ofShown)).not.toContain('[redacted]');
    expect(of?.records).toEqual(ofShown?.records);
    expect(of?.records.cursor).toEqual(expect.any(String));
    expect([hidden, shown].map(({ sent }) => sent.length)).toEqual([1, 1]);
  });

  it('leads through all entries, 100 a request', async () => {
    const gateway = gatewayOver(250);
    const select = 'nodes { at } pageInfo { endCursor hasNextPage }';
    const first = await gateway.trace(log(select, 'ACCESS', ', first: 150'));
    const { endCursor } = connectionIn(first, 'auditLog').pageInfo;
    const rest = await gateway.trace(
      log(select, 'ACCESS', `, first: 150, after: ${JSON.stringify(endCursor)}`),
    );

    expect(first.sent).toHaveLength(2);
    expect(connectionIn(first, 'auditLog').nodes).toHaveLength(150);
    expect(connectionIn(rest, 'auditLog').nodes).toHaveLength(100);
    expect(connectionIn(rest, 'auditLog').pageInfo.hasNextPage).toBe(false);

    const { errors } = await gateway.execute(
      log(select, 'USER_CALL_PLAY', `, after: ${JSON.stringify(endCursor)}`),
    );
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_CURSOR' } }]);
  });

  it('is empty when Gong finds nothing', async () => {
    const { data, errors } = await gatewayOver(0).execute(log('nodes { at }'));

    expect(errors).toBeUndefined();
    expect(data).toEqual({ auditLog: { nodes: [] } });
  });

  it.each([
    ['type: ACCESS, from: "2026-05-02T00:00:00Z", to: "2026-05-01T00:00:00Z"', /auditLog\(from:\)/],
    ['type: ACCESS, from: "2026-05-02T00:00:00Z", first: 0', /auditLog\(first:\).*from 1 to 1000/],
    ['type: EVERYTHING, from: "2026-05-02T00:00:00Z"', /AuditLogType/],
  ])('refuses bad arguments without a request: %s', async (args, message) => {
    const { errors, sent } = await gatewayOver(1).trace(`{ auditLog(${args}) { nodes { at } } }`);

    expect(errors).toMatchObject([{ message: expect.stringMatching(message) }]);
    expect(sent).toEqual([]);
  });

  it.each([
    ['no-audit', /remove "no-audit"/],
    ['own-calls', /restricts what you may see/],
    ['mask-emails', /restricts what you may see/],
  ])('is forbidden under %s, by raw request too', async (words, message) => {
    const gateway = gatewayOver(1, { config: { policy: policyIn(words) } });
    const raw = `mutation { gongRequest(input: { method: GET, path: "/v2/logs",
      query: { logType: "AccessLog", fromDateTime: "2026-05-01T00:00:00Z" } }) { status } }`;

    const answers = [await gateway.trace(log('nodes { at }')), await gateway.trace(raw)];

    expect(answers[0]?.errors).toMatchObject([
      { message: expect.stringMatching(message), extensions: { code: 'FORBIDDEN' } },
    ]);
    expect(answers[1]?.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(answers.flatMap(({ sent }) => sent)).toEqual([]);
  });

  it('is priced at 1 request per 100 entries, and 1 per 100 users that they name', async () => {
    const { extensions } = await gatewayOver(1).execute(
      log('nodes { at user { name } }', 'ACCESS', ', first: 200'),
      {},
      { extensions: { gong: { estimateOnly: true } } },
    );

    expect(extensions?.gong?.estimate).toEqual({ min: 1, max: 4 });
  });
});
