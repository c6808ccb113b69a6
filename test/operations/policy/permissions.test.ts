import { describe, expect, it } from '@jest/globals';
import { createSandbox, type Company } from '../../../sandbox/src/index.js';
import { FakeClock } from '../../support/clock.js';
import { policyIn } from '../../support/config.js';
import { createTestGateway } from '../../support/gateway.js';
import { mutationOf, samples, setUp as setUpWire, type Sample } from '../mutations/support.js';
import { createPolicyCompany, NOW } from './support.js';

const RAW = `mutation ($input: GongRequestInput!) { gongRequest(input: $input) { status body requestId } }`;

const forbidden = (message: RegExp) => ({
  message: expect.stringMatching(message) as unknown,
  extensions: { code: 'FORBIDDEN', retryable: false },
});

describe('Under read-only', () => {
  const config = { policy: policyIn('read-only') };
  const rows = samples.map((sample): [string, Sample] => [sample.name, sample]);

  it.each(rows)('%s fails without a request', async (name, sample) => {
    const { wire, run } = setUpWire([{ body: sample.answer }], { config });

    const { data, errors } = await run(mutationOf(sample), { input: sample.input });

    expect(data).toEqual({ [name]: null });
    expect(errors).toMatchObject([forbidden(/allows reading only/)]);
    expect(wire.sent).toEqual([]);
  });

  it('no upload URL is issued', async () => {
    const { run } = setUpWire([], { config });
    const { data, errors } = await run(
      'mutation { addCallMedia(input: { callId: "1" }) { uploadUrl } }',
    );
    expect(data).toEqual({ addCallMedia: null });
    expect(errors).toMatchObject([forbidden(/allows reading only/)]);
  });

  it('raw reads are sent', async () => {
    const { wire, run } = setUpWire([{ body: { users: [] } }], { config });
    const { errors } = await run(RAW, { input: { method: 'GET', path: '/v2/users' } });
    expect(errors).toBeUndefined();
    expect(wire.sent).toHaveLength(1);
  });

  it('a forbidden mutation costs nothing, also by the estimate', async () => {
    const { gateway } = setUpWire([], { config });
    const [sample] = samples;
    if (sample === undefined) throw new Error('There is no sample.');
    const { extensions } = await gateway.execute(
      mutationOf(sample),
      { input: sample.input },
      { extensions: { gong: { estimateOnly: true } } },
    );
    expect(extensions?.gong?.estimate).toEqual({ min: 0, max: 0 });
  });
});

describe('A raw request', () => {
  const users = { input: { method: 'GET', path: '/v2/users' } };
  const hook = { judge: () => 'allow' };

  it.each([
    ['no-raw-requests', policyIn('no-raw-requests'), /no-raw-requests/],
    ['own-calls', policyIn('own-calls'), /raw-requests/],
    ['workspaces', policyIn('workspaces=Sales'), /raw-requests/],
    ['mask-emails', policyIn('mask-emails'), /raw-requests/],
    ['mask-phones', policyIn('mask-phones'), /raw-requests/],
    ['a hook', policyIn('', { hook }), /raw-requests/],
  ])('is denied under %s without a request', async (_, policy, message) => {
    const { wire, run } = setUpWire([{ body: {} }], { config: { policy } });
    const { data, errors } = await run(RAW, users);
    expect(data).toEqual({ gongRequest: null });
    expect(errors).toMatchObject([forbidden(message)]);
    expect(wire.sent).toEqual([]);
  });

  it.each([
    ['by default', policyIn('')],
    ['where the words say so', policyIn('own-calls, mask-emails, raw-requests')],
    ['where the words say so beside a hook', policyIn('raw-requests', { hook })],
  ])('is allowed %s', async (_, policy) => {
    const { wire, run } = setUpWire([{ body: { users: [] } }], { config: { policy } });
    const { errors } = await run(RAW, users);
    expect(errors).toBeUndefined();
    expect(wire.sent).toHaveLength(1);
  });

  it('stays off under any policy words', async () => {
    const rawRequests = { isOn: false, furtherPaths: [] };
    const config = { policy: policyIn('raw-requests'), rawRequests };
    const { errors } = await setUpWire([], { config }).run(RAW, users);
    expect(errors).toMatchObject([forbidden(/GATEWAY_RAW_REQUESTS=on/)]);
  });

  it('is masked when the policy words mask', async () => {
    const config = { policy: policyIn('mask-emails, raw-requests') };
    const { run } = setUpWire([{ body: { users: [{ emailAddress: 'x@acme.com' }] } }], { config });
    const { data } = await run(RAW, users);
    expect(data).toMatchObject({
      gongRequest: { body: { users: [{ emailAddress: '•••@acme.com' }] } },
    });
  });
});

describe('A raw read, when private calls are hidden,', () => {
  const clock = new FakeClock(NOW);
  const company = createPolicyCompany(60);
  const sandbox = createSandbox({ company, clock, requestsPerSecond: Infinity });
  const gateway = createTestGateway({ sandbox, clock, config: { policy: policyIn('') } });
  const isPrivate = ({ metaData }: Company['calls'][number]) => metaData.isPrivate;
  const idOf = ({ metaData }: Company['calls'][number]) => metaData.id;
  const hidden = company.calls.filter(isPrivate).map(idOf);
  const seen = company.calls.filter((call) => !isPrivate(call)).map(idOf);
  const [hiddenId = ''] = hidden;
  const [folder] = company.folders.filter(({ calls }) => calls.length > 0);

  interface Raw {
    readonly status: number;
    readonly body: Record<string, unknown>;
  }

  async function raw(input: Record<string, unknown>) {
    const { data, errors, sent } = await gateway.trace(RAW, { input });
    return { answer: data?.['gongRequest'] as unknown as Raw | null, errors, sent };
  }

  it.each([
    [
      'GET',
      '/v2/calls',
      { query: { fromDateTime: '2026-01-01T00:00:00Z', toDateTime: '2026-07-01T00:00:00Z' } },
      'calls',
    ],
    ['POST', '/v2/calls/extensive', { body: { filter: {} } }, 'calls'],
    ['POST', '/v2/calls/transcript', { body: { filter: {} } }, 'callTranscripts'],
    ['GET', '/v2/library/folder-content', { query: { folderId: folder?.id } }, 'calls'],
    [
      'POST',
      '/v2/stats/activity/scorecards',
      { body: { filter: { reviewMethod: 'BOTH' } } },
      'answeredScorecards',
    ],
  ])('contains nothing of them: %s %s', async (method, path, more, member) => {
    const { answer, errors } = await raw({ method, path, ...more });

    expect(errors).toBeUndefined();
    const text = JSON.stringify(answer);
    expect(hidden.filter((id) => text.includes(id))).toEqual([]);
    expect(seen.filter((id) => text.includes(id)).length).toBeGreaterThan(5);
    const items = answer?.body[member] as unknown[];
    expect(answer?.body['records'] ?? {}).not.toHaveProperty('totalRecords');
    if (answer?.body['records'] !== undefined) {
      expect(answer.body['records']).toMatchObject({ currentPageSize: items.length });
    }
  });

  it.each(['77', hiddenId])(
    'of a hidden call gets the response for a missing one: %s',
    async (id) => {
      const { answer, errors } = await raw({ method: 'GET', path: `/v2/calls/${id}` });
      expect(answer).toBeNull();
      expect(errors).toEqual([
        {
          message: `Not found in Gong: Call ID ${id} was not found.`,
          path: ['gongRequest'],
          locations: expect.anything(),
          extensions: {
            code: 'GONG_NOT_FOUND',
            retryable: false,
            gong: {
              operation: 'getCall',
              status: 404,
              requestId: expect.stringMatching(/./),
              messages: [`Call ID ${id} was not found`],
            },
          },
        },
      ]);
    },
  );

  it('of a visible call returns that call', async () => {
    const { answer } = await raw({ method: 'GET', path: `/v2/calls/${seen[0]}` });
    expect(answer?.body['call']).toMatchObject({ id: seen[0] });
  });

  it.each(['77', hiddenId])('that finds only hidden calls finds none: %s', async (id) => {
    for (const path of ['/v2/calls/extensive', '/v2/calls/transcript']) {
      const { answer } = await raw({ method: 'POST', path, body: { filter: { callIds: [id] } } });
      expect(answer).toMatchObject({
        status: 404,
        body: { errors: ['No calls found corresponding to the provided filters'] },
      });
    }
  });

  it('looks up what the response lacks, within the estimate', async () => {
    const input = { method: 'POST', path: '/v2/calls/transcript', body: { filter: {} } };
    const { sent } = await raw(input);
    expect(sent.map(({ operationId }) => operationId)).toEqual([
      'getCallTranscripts',
      'listCallsExtensive',
    ]);
    const { extensions } = await gateway.execute(
      RAW,
      { input },
      { extensions: { gong: { estimateOnly: true } } },
    );
    expect(extensions?.gong?.estimate).toEqual({ min: 1, max: 2 });
  });
});
