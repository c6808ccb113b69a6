import { describe, expect, it } from '@jest/globals';
import { createSandbox, type Company } from '../../../sandbox/src/index.js';
import { GatewayMetrics } from '../../../src/telemetry/gatewayMetrics.js';
import { FakeClock } from '../../support/clock.js';
import { callsAt, companyOf } from '../../support/companies.js';
import { policyIn } from '../../support/config.js';
import { createTestGateway, type TestGatewayOptions } from '../../support/gateway.js';
import { setUp } from './support.js';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const DAY_MS = 24 * 60 * 60 * 1000;
const enabled = new Set(['GATEWAY_AI'] as const);

const ASK = `mutation ($input: AskGongInput!) { askGong(input: $input) {
  answers { text calls { call { id title } } emails { id subject sentAt } } callsSearched emailsSearched requestId
} }`;
const BRIEF = `mutation ($input: GenerateEntityBriefInput!) { generateEntityBrief(input: $input) {
  sections {
    title type text calls { call { id title } } emails { subject } pages { domain title url }
    mcp { status errorMessage servers connections { name status } }
  }
  callsSearched emailsSearched
} }`;

const about = { workspaceId: '1', crmEntityType: 'ACCOUNT', crmEntityId: '001A' };
const question = { ...about, question: 'What is next?', timePeriod: 'LAST_30_DAYS' };
const brief = { ...about, briefName: 'Deal review', timePeriod: 'ALL_CONVERSATIONS' };

/** Three calls on account 001A, of which the newest is private, and one on another account. */
function companyWithAccounts(): Company {
  const calls = callsAt([40, 3, 2, 1].map((days) => NOW - days * DAY_MS));
  calls.forEach((call, index) => {
    call.metaData.title = `Call ${index}`;
    call.metaData.isPrivate = index === 3;
    call.context = [
      {
        system: 'Salesforce',
        objects: [{ objectType: 'Account', objectId: index === 1 ? '001B' : '001A' }],
      },
    ];
  });
  return companyOf({ calls });
}

function gatewayOver(options: TestGatewayOptions = {}) {
  const clock = new FakeClock(NOW);
  const company = companyWithAccounts();
  const sandbox = createSandbox({ company, clock, requestsPerSecond: Infinity });
  const gateway = createTestGateway({
    clock,
    sandbox,
    ...options,
    config: { enabled, ...options.config },
  });
  return { gateway, ids: company.calls.map(({ metaData }) => metaData.id) };
}

describe('askGong', () => {
  it('returns sections with the calls and emails they are based on', async () => {
    const { gateway, ids } = gatewayOver({ config: { policy: policyIn('show-private') } });

    const { data, errors, sent } = await gateway.trace(ASK, { input: question });

    expect(errors).toBeUndefined();
    expect(sent.filter(({ operationId }) => operationId === 'askEntity')).toMatchObject([
      {
        method: 'GET',
        query: { ...about, question: 'What is next?', timePeriod: 'LAST_30DAYS' },
      },
    ]);
    expect(data).toEqual({
      askGong: {
        answers: [
          {
            text: expect.stringMatching(/^You asked: What is next\?\n\n.*"Call 3"/) as unknown,
            calls: [3, 2].map((index) => ({ call: { id: ids[index], title: `Call ${index}` } })),
            emails: [
              {
                id: `e${ids[3]}`,
                subject: 'Re: Call 3',
                sentAt: new Date(NOW - DAY_MS).toISOString(),
              },
            ],
          },
        ],
        callsSearched: 2,
        emailsSearched: 2,
        requestId: expect.any(String) as unknown,
      },
    });
  });

  it('names no call that the policy hides', async () => {
    const { gateway, ids } = gatewayOver({ config: { policy: policyIn('hide-private') } });

    const { data, errors } = await gateway.execute(ASK, { input: question });

    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      askGong: {
        answers: [{ calls: [{ call: null }, { call: { id: ids[2], title: 'Call 2' } }] }],
      },
    });
  });

  it('sends the bounds of a custom range, and refuses bounds that no range has', async () => {
    const { gateway } = gatewayOver();
    const from = '2026-04-01T00:00:00Z';
    const range = { ...question, timePeriod: 'CUSTOM_RANGE', from, to: '2026-05-01T00:00:00Z' };

    const { data, sent } = await gateway.trace(ASK, { input: range });
    expect(sent[0]?.query).toMatchObject({
      timePeriod: 'CUSTOM_RANGE',
      fromDateTime: from,
      toDateTime: '2026-05-01T00:00:00Z',
    });
    expect(data).toMatchObject({ askGong: { callsSearched: 1 } });

    const wrong: readonly [object, RegExp][] = [
      [{ ...question, timePeriod: 'CUSTOM_RANGE' }, /askGong\(input\.from:\)" must be given/],
      [{ ...question, from }, /askGong\(input\.from:\)" is only allowed with .* CUSTOM_RANGE/],
      [{ ...range, to: from }, /"askGong\(input\.from:\)" must be earlier than "to"/],
      [{ ...question, question: ' ' }, /askGong\(input\.question:\)"/],
    ];
    for (const [input, message] of wrong) {
      const refused = await gateway.trace(ASK, { input });
      expect(refused.errors).toMatchObject([
        { message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } },
      ]);
      expect(refused.sent).toEqual([]);
    }
  });
});

describe('generateEntityBrief', () => {
  it('returns the sections of the brief, whatever they come from', async () => {
    const { gateway, ids } = gatewayOver({ config: { policy: policyIn('show-private') } });

    const { data, errors } = await gateway.execute(BRIEF, { input: brief });

    expect(errors).toBeUndefined();
    const nothing = { calls: [], emails: [], pages: [], mcp: null };
    expect(data).toEqual({
      generateEntityBrief: {
        sections: [
          {
            ...nothing,
            title: 'Conversations',
            type: 'CONVERSATIONS',
            text: expect.stringContaining('\n\n') as unknown,
            calls: [3, 2, 0].map((index) => ({ call: { id: ids[index], title: `Call ${index}` } })),
            emails: [{ subject: 'Re: Call 3' }],
          },
          {
            ...nothing,
            title: 'In the news',
            type: 'WEB',
            text: 'The company announced a new product.',
            pages: [
              {
                domain: 'news.example.com',
                title: 'A new product',
                url: 'https://news.example.com/new-product',
              },
            ],
          },
          {
            ...nothing,
            title: null,
            type: 'CRM_OR_GONG_DATA',
            text: 'The next step is a proposal.',
          },
          {
            ...nothing,
            title: 'Support tickets',
            type: 'MCP_CONNECTION',
            text: '',
            mcp: {
              status: 'FAILURE',
              errorMessage: 'Sign in to Tickets again.',
              servers: ['tickets'],
              connections: [{ name: 'Tickets', status: 'AUTH_REQUIRED' }],
            },
          },
        ],
        callsSearched: 3,
        emailsSearched: 3,
      },
    });
  });

  it('fails when no published brief has the name', async () => {
    const { gateway } = gatewayOver();
    const { data, errors } = await gateway.execute(BRIEF, {
      input: { ...brief, briefName: 'Renewal risks' },
    });
    expect(data).toEqual({ generateEntityBrief: null });
    expect(errors).toMatchObject([{ extensions: { code: 'GONG_NOT_FOUND' } }]);
  });
});

describe.each([
  ['askGong', ASK, question],
  ['generateEntityBrief', BRIEF, brief],
])('%s', (name, query, input) => {
  const run = { config: { enabled } };

  it('is not sent unless GATEWAY_AI is on', async () => {
    const { gateway } = gatewayOver({ config: { enabled: new Set() } });
    const { data, errors, sent } = await gateway.trace(query, { input });
    expect(data).toEqual({ [name]: null });
    expect(errors).toMatchObject([
      {
        message: expect.stringContaining('GATEWAY_AI=on') as unknown,
        extensions: { code: 'FORBIDDEN', retryable: false },
      },
    ]);
    expect(sent).toEqual([]);
  });

  it.each(['team-calls', 'workspaces=Sales', 'mask-emails', 'read-only'])(
    'is not sent under %s',
    async (words) => {
      const { gateway } = gatewayOver({ config: { policy: policyIn(words) } });
      const { errors, sent } = await gateway.trace(query, { input }, { person: '500' });
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      expect(sent).toEqual([]);
    },
  );

  it('is sent under a restricting policy that allows raw requests', async () => {
    const { gateway } = gatewayOver({
      config: { policy: policyIn('mask-emails, raw-requests') },
    });
    const { errors } = await gateway.execute(query, { input });
    expect(errors).toBeUndefined();
  });

  it.each([
    [402, 'GONG_CREDITS_EXHAUSTED'],
    [500, 'OUTCOME_UNKNOWN'],
    [200, 'GONG_BAD_RESPONSE'],
  ])('is sent once when Gong answers %i, and fails with %s', async (status, code) => {
    const body = status === 200 ? ['odd'] : { requestId: 'r9', errors: ['Not enough credits'] };
    const { wire, run: execute } = setUp([{ status, body }, { body: {} }], run);

    const { data, errors } = await execute(query, { input });

    expect(data).toEqual({ [name]: null });
    expect(errors).toMatchObject([{ extensions: { code, retryable: false } }]);
    expect(wire.sent).toHaveLength(1);
  });

  it('is not sent by an estimate', async () => {
    const { gateway } = gatewayOver();
    const { extensions, sent } = await gateway.trace(
      query,
      { input },
      { extensions: { gong: { estimateOnly: true } } },
    );
    expect(extensions?.gong?.estimate).toMatchObject({ min: 1 });
    expect(sent).toEqual([]);
  });
});

it('counts the requests that may have spent credits', async () => {
  const metrics = new GatewayMetrics(false);
  const observer = metrics.observerOf('acme');
  const attempt = { asker: { client: 'app', operation: 'Ask' }, waitedMs: 0, tookMs: 1 };

  observer.onAttempt({ ...attempt, endpoint: 'askEntity', outcome: 'ok' });
  observer.onAttempt({ ...attempt, endpoint: 'listUsers', outcome: 'ok' });

  const spent = await metrics.registry.getSingleMetric('gong_gateway_credit_requests_total')?.get();
  expect(spent?.values).toEqual([
    {
      labels: {
        operation: 'Ask',
        client: 'app',
        endpoint: 'askEntity',
        outcome: 'ok',
        tenant: 'acme',
      },
      value: 1,
    },
  ]);
});
