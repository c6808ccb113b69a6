import { describe, expect, it } from '@jest/globals';
import { createFetch, createSandbox, plainUser, type Sandbox } from '../../../sandbox/src/index.js';
import type { UploadOptions } from '../../../sandbox/src/options.js';
import { FakeClock } from '../../support/clock.js';
import { callsAt, companyOf } from '../../support/companies.js';
import { createTestGateway, type TestGatewayOptions } from '../../support/gateway.js';
import { minimalCall, setUp as setUpWire } from './support.js';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const MINUTE = 60_000;
const CREATE = `mutation ($input: CreateCallInput!) {
  createCall(input: $input) { callId alreadyExisted requestId call { id title } } }`;
const STATUS = 'query ($id: ID!) { uploadStatus(callId: $id) }';

/** Gateway and sandbox on one clock; a call is processed in ten minutes. */
function setUp(options: TestGatewayOptions & { uploads?: Partial<UploadOptions> } = {}) {
  /** So much later answers come. */
  const latency = { ms: 0 };
  const clock = new FakeClock(NOW);
  const company = companyOf({
    users: [plainUser({ id: '77' })],
    calls: callsAt([NOW - 90 * MINUTE, NOW - 60 * MINUTE]),
  });
  const sandbox: Sandbox = createSandbox({
    company,
    clock,
    requestsPerSecond: Infinity,
    uploads: { processingMs: 10 * MINUTE, analysisMs: MINUTE, ...options.uploads },
  });
  const next = createFetch(sandbox);
  const gateway = createTestGateway({
    clock,
    sandbox,
    config: { cacheTtlSeconds: 300 },
    fetch: async (url, init) => {
      const answer = await next(url, init);
      if (latency.ms > 0) await new Promise<void>((resolve) => clock.after(latency.ms, resolve));
      return answer;
    },
    ...options,
  });
  const create = async (input: object = {}) => {
    const { data, errors } = await gateway.execute(CREATE, { input: { ...minimalCall, ...input } });
    expect(errors).toBeUndefined();
    return (data as unknown as { createCall: CreatedCall }).createCall;
  };
  const statusOf = async (id: string) =>
    (await gateway.execute(STATUS, { id })).data?.['uploadStatus'];
  return { clock, sandbox, gateway, create, statusOf, latency };
}

interface CreatedCall {
  readonly callId: string;
  readonly alreadyExisted: boolean;
  readonly call: { readonly id: string; readonly title: string } | null;
}

const link = { downloadMediaUrl: 'https://media.example.com/1.mp3' };

describe('a registered call', () => {
  it('has its ID at once, without a search', async () => {
    const { sandbox, create } = setUp();

    const created = await create();

    expect(created).toMatchObject({ callId: expect.stringMatching(/^\d+$/), call: null });
    expect(sandbox.requests.map(({ operationId }) => operationId)).toEqual(['addCall']);
  });

  it.each<[string, Partial<UploadOptions>]>([
    ['400 that names it', { duplicateCall: '400 with the id' }],
    ['409 that names it', { duplicateCall: '409 with the id' }],
    ['409', { duplicateCall: '409' }],
  ])('a second time is the same call when Gong responds %s', async (_, uploads) => {
    const { sandbox, create } = setUp({ uploads });
    const { callId } = await create();

    expect(await create()).toMatchObject({ callId, alreadyExisted: true, call: null });

    // Asked for, since it may be there by now.
    expect(sandbox.requests.map(({ operationId }) => operationId)).toEqual([
      'addCall',
      'addCall',
      'getCall',
    ]);
  });

  it('elsewhere is found among the calls with the same start', async () => {
    const { clock, sandbox, gateway } = setUp({ uploads: { duplicateCall: '409' } });
    await gateway.execute(CREATE, { input: { ...minimalCall, ...link } });
    await clock.advance(11 * MINUTE);
    const config = { cacheTtlSeconds: 300 };
    const stranger = createTestGateway({ clock, sandbox, config });

    const { data, sent } = await stranger.trace(CREATE, { input: { ...minimalCall, ...link } });

    const [registered] = sandbox.company.registeredCalls;
    expect(data).toMatchObject({
      createCall: {
        callId: registered?.id,
        alreadyExisted: true,
        call: { id: registered?.id, title: 'Uploaded call' },
      },
    });
    expect(sent[1]).toMatchObject({
      operationId: 'listCallsExtensive',
      body: {
        filter: {
          fromDateTime: '2026-05-30T10:00:00.000Z',
          toDateTime: '2026-05-30T10:00:01.000Z',
        },
      },
    });
    expect(sent).toHaveLength(2);
  });

  it('elsewhere and not shown yet has an unknown ID', async () => {
    const { clock, sandbox, create } = setUp({ uploads: { duplicateCall: '409' } });
    await create();
    const stranger = createTestGateway({ clock, sandbox });

    const { data, errors } = await stranger.execute(CREATE, { input: minimalCall });

    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ createCall: { callId: null, alreadyExisted: true, call: null } });
  });

  it('is found again when the response was lost', async () => {
    const { sandbox, gateway, create } = setUp();
    sandbox.faults.add({ fault: { kind: 'drop' }, operationId: 'addCall' });

    const { errors } = await gateway.execute(CREATE, { input: minimalCall });

    expect(errors).toMatchObject([
      {
        message: expect.stringContaining('It is safe to try again with the same clientUniqueId'),
        extensions: { code: 'OUTCOME_UNKNOWN', retryable: false },
      },
    ]);
    expect(sandbox.requests).toHaveLength(1);
    const [registered] = sandbox.company.registeredCalls;
    expect(await create()).toMatchObject({ callId: registered?.id, alreadyExisted: true });
  });

  it('is known once its ID is, when the response was lost', async () => {
    const { sandbox, gateway, create, statusOf } = setUp();
    sandbox.faults.add({ fault: { kind: 'drop' }, operationId: 'addCall' });
    await gateway.execute(CREATE, { input: minimalCall });

    const { callId } = await create();

    expect(await statusOf(callId)).toBe('MEDIA_MISSING');
  });

  it('is known even if its client had disconnected', async () => {
    const { clock, sandbox, gateway, create, statusOf, latency } = setUp({
      config: { deadlineMs: 200 },
      uploads: { duplicateCall: '409' },
    });
    latency.ms = 500;
    const running = gateway.execute(CREATE, { input: minimalCall });
    await clock.advance(200);
    expect((await running).errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN' } }]);
    await clock.advance(300);
    latency.ms = 0;

    const callId = sandbox.company.registeredCalls[0]?.id ?? '';
    expect(await statusOf(callId)).toBe('MEDIA_MISSING');
    expect(await create()).toMatchObject({ callId, alreadyExisted: true });
  });

  it('is not searched without remaining budget', async () => {
    const { wire, run } = setUpWire(
      [{ status: 409, body: { errors: ['It has already been posted'] } }],
      { config: { maxGongRequests: 1 } },
    );

    const { data, errors } = await run(CREATE, { input: minimalCall });

    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ createCall: { callId: null, alreadyExisted: true } });
    expect(wire.sent).toHaveLength(1);
  });
});

describe('the status of an upload', () => {
  it('is MEDIA_MISSING until Gong shows a call with a recording from elsewhere', async () => {
    const { clock, sandbox, gateway, create, statusOf } = setUp();
    const { callId } = await create();
    expect(await statusOf(callId)).toBe('MEDIA_MISSING');

    const url = `/v2/calls/${callId}/media`;
    const form = [
      { name: 'mediaFile', fileName: 'a', contentType: 'audio/wav', bytes: 9, sha256: 'a' },
    ];
    const authorization = `Basic ${Buffer.from('SANDBOXACCESSKEY:sandbox-access-key-secret').toString('base64')}`;
    await sandbox.handle({ method: 'PUT', url, headers: { authorization }, form });
    await clock.advance(6 * MINUTE);
    // Gong says "not ready yet" by now; the gateway's own record is the better answer.
    expect(await statusOf(callId)).toBe('MEDIA_MISSING');
    await clock.advance(5 * MINUTE);
    expect(await statusOf(callId)).toBe('READY');

    const { data } = await gateway.execute('query ($id: ID!) { call(id: $id) { id title } }', {
      id: callId,
    });
    expect(data).toEqual({ call: { id: callId, title: 'Uploaded call' } });
  });

  it('is MEDIA_MISSING without a link', async () => {
    const { create, statusOf } = setUp();
    const { callId } = await create({ downloadMediaUrl: null });

    expect(await statusOf(callId)).toBe('MEDIA_MISSING');
  });

  it.each([
    ['is not ready yet', 404],
    ['is not ready yet', 400],
    ['was not found', 404],
  ])(
    'is MEDIA_MISSING for 1 request when Gong says that the call %s (%i)',
    async (said, status) => {
      const { wire, run } = setUpWire([
        { body: { callId: '123', requestId: 'r' } },
        { status, body: { errors: [`Call ID 123 ${said}`] } },
      ]);
      await run('mutation ($input: CreateCallInput!) { createCall(input: $input) { callId } }', {
        input: { ...minimalCall, downloadMediaUrl: null },
      });

      const { data } = await run(STATUS, { id: '123' });

      expect(data).toEqual({ uploadStatus: 'MEDIA_MISSING' });
      expect(wire.sent).toHaveLength(2);
    },
  );

  it('is PROCESSING from the start when Gong fetches the recording', async () => {
    const { clock, create, statusOf } = setUp();
    const { callId } = await create(link);

    expect(await statusOf(callId)).toBe('PROCESSING');
    await clock.advance(11 * MINUTE);
    expect(await statusOf(callId)).toBe('READY');
  });

  it('is PROBABLY_DISCARDED an hour later, or at once when the recording is too short', async () => {
    const { clock, create, statusOf } = setUp({ uploads: { processingMs: 999 * MINUTE } });
    const { callId } = await create(link);
    const short = await create({
      clientUniqueId: 'd2',
      durationSeconds: 40,
      downloadMediaUrl: 'https://m.example.com/2',
    });

    expect(await statusOf(short.callId)).toBe('PROBABLY_DISCARDED');
    await clock.advance(60 * MINUTE);
    expect(await statusOf(callId)).toBe('PROCESSING');
    await clock.advance(MINUTE);
    expect(await statusOf(callId)).toBe('PROBABLY_DISCARDED');
  });

  it('is READY for a call that Gong shows, and null for an unknown one', async () => {
    const { sandbox, statusOf } = setUp();

    expect(await statusOf(sandbox.company.calls[0]?.metaData.id ?? '')).toBe('READY');
    expect(await statusOf('12345')).toBeNull();
  });

  it('shares the request of the call, and agrees with it', async () => {
    const { clock, gateway, create } = setUp();
    const { callId } = await create(link);
    const query = `query ($id: ID!) { uploadStatus(callId: $id) call(id: $id) { title brief } }`;

    const before = await gateway.trace(query, { id: callId });
    await clock.advance(11 * MINUTE);
    const after = await gateway.trace(query, { id: callId });

    expect(before).toMatchObject({ data: { uploadStatus: 'PROCESSING', call: null } });
    expect(before.sent).toHaveLength(1);
    expect(after).toMatchObject({
      data: { uploadStatus: 'READY', call: { title: 'Uploaded call' } },
    });
    expect(after.sent).toHaveLength(1);
  });

  it('is requested at intervals, however often clients poll', async () => {
    const { clock, sandbox, create, statusOf } = setUp();
    const { callId } = await create();
    const before = sandbox.requests.length;

    for (let look = 0; look < 5; look += 1) await statusOf(callId);
    expect(sandbox.requests.length - before).toBe(1);
    await clock.advance(15_001);
    await statusOf(callId);
    expect(sandbox.requests.length - before).toBe(2);
  });

  it('fails like the read of the call', async () => {
    const { run } = setUpWire([{ status: 500, body: { errors: ['Oops.'] } }]);

    const { data, errors } = await run(STATUS, { id: '1' });

    expect(data).toEqual({ uploadStatus: null });
    expect(errors).toMatchObject([{ extensions: { code: 'GONG_UNAVAILABLE' } }]);
  });
});

describe('data from before a mutation', () => {
  const LIST = `{ calls(filter: { from: "2026-05-30T00:00:00Z", to: "2026-06-02T00:00:00Z" }) { totalCount nodes { id } } }`;

  it('is not reused after it: a list is read again', async () => {
    const { sandbox, gateway, create } = setUp();
    await gateway.execute(LIST);
    await gateway.execute(LIST);
    expect(sandbox.requestsTo('listCallsExtensive')).toHaveLength(1);

    await create();
    await gateway.execute(LIST);

    expect(sandbox.requestsTo('listCallsExtensive')).toHaveLength(2);
  });

  it('is not reused once an upload is ready', async () => {
    const { clock, gateway, create, statusOf } = setUp();
    const { callId } = await create(link);
    const idsOf = async () => {
      const { data } = await gateway.execute(LIST);
      return (data as unknown as { calls: { nodes: { id: string }[] } }).calls.nodes.map(
        ({ id }) => id,
      );
    };
    await clock.advance(9.9 * MINUTE);
    expect(await idsOf()).not.toContain(callId);
    await clock.advance(0.2 * MINUTE);

    expect(await statusOf(callId)).toBe('READY');

    expect(await idsOf()).toContain(callId);
  });

  it('is not reused in the rest of the same operation', async () => {
    const { sandbox, gateway } = setUp();
    const user = sandbox.company.users[0];
    const query = `mutation {
      a: createMeeting(input: $i) { meeting { organizer { name } } }
      gongRequest(input: { method: PUT, path: "/v2/meetings/1", body: {} }) { status }
      b: createMeeting(input: $i) { meeting { organizer { name } } } }`.replaceAll(
      '$i',
      `{ startsAt: "2026-07-01T00:00:00Z", endsAt: "2026-07-01T01:00:00Z", invitees: [], organizerEmail: "${user?.emailAddress ?? ''}" }`,
    );

    await gateway.execute(query);

    expect(sandbox.requestsTo('listUsers')).toHaveLength(2);
  });
});
