import { describe, expect, it } from '@jest/globals';
import { NotSentError } from '../../../src/gong/exchange.js';
import type { WireAnswer } from '../../gong/support.js';
import { mutationOf, samples, setUp, type Sample } from './support.js';

const rows = samples.map((sample): [string, Sample] => [sample.name, sample]);
const refused = new NotSentError(new Error('connect ECONNREFUSED'));
const reset = new Error('read ECONNRESET');
const says = (
  status: number,
  message: string,
  headers: Record<string, string> = {},
): WireAnswer => ({
  status,
  headers,
  body: { requestId: 'r9', errors: [message] },
});

describe.each(rows)('%s', (_, sample) => {
  const query = mutationOf(sample);
  const variables = { input: sample.input };
  const dataOf = (value: unknown) => ({ [sample.name]: value });

  it('sends one request and returns Gong’s response', async () => {
    const { wire, run } = setUp([{ body: sample.answer }]);

    const { data, errors, extensions } = await run(query, variables);

    expect(errors).toBeUndefined();
    expect(data).toEqual(dataOf(sample.data));
    expect(wire.sent).toHaveLength(1);
    const [request] = wire.sent;
    expect(request).toMatchObject({
      method: sample.method,
      url: `https://gong.test${sample.path}`,
      headers: { 'content-type': 'application/json' },
    });
    expect(request?.headers['authorization']).toMatch(/^Basic /);
    // As text, so that members without a value and null are told apart.
    expect(JSON.parse(wire.inits[0]?.body as string)).toEqual(
      JSON.parse(JSON.stringify(sample.body)),
    );
    expect(extensions?.gong).toMatchObject({ requests: 1, shared: 0, cacheHits: 0 });
  });

  it.each<[string, WireAnswer | Error]>([
    ['no connection', refused],
    ['a 429', { status: 429, headers: { 'retry-after': '2' } }],
  ])('is sent again after %s', async (_name, first) => {
    const { wire, run } = setUp([first, { body: sample.answer }]);

    const { data, errors, extensions } = await run(query, variables);

    expect(errors).toBeUndefined();
    expect(data).toEqual(dataOf(sample.data));
    expect(wire.sent).toHaveLength(2);
    // What no connection came about for, Gong never saw.
    expect(extensions?.gong?.requests).toBe(first instanceof Error ? 1 : 2);
  });

  it.each<[string, WireAnswer | Error, object]>([
    ['the connection is lost', reset, { code: 'OUTCOME_UNKNOWN', retryable: false }],
    [
      'Gong fails',
      says(500, 'Oops.'),
      { code: 'OUTCOME_UNKNOWN', gong: { status: 500, requestId: 'r9', messages: ['Oops.'] } },
    ],
    ['the answer is cut', { body: '{"reque', breaksOff: true }, { code: 'OUTCOME_UNKNOWN' }],
    ['the answer is no JSON', { body: '<html>' }, { code: 'GONG_BAD_RESPONSE', retryable: false }],
    [
      'Gong refuses it',
      says(400, 'Wrong.'),
      { code: 'GONG_BAD_REQUEST', gong: { messages: ['Wrong.'] } },
    ],
    [
      'a scope is missing',
      says(401, "You don't have permission to use 'api:x:write' in your app."),
      { code: 'GONG_MISSING_SCOPE', requiredScope: 'api:x:write' },
    ],
    ['the key is wrong', says(401, 'Who?'), { code: 'GONG_BAD_CREDENTIALS' }],
    ['Gong hasn’t got it', says(404, 'Gone.'), { code: 'GONG_NOT_FOUND' }],
    [
      'Gong asks for too long a wait',
      says(429, 'Slow.', { 'retry-after': '1200' }),
      { code: 'RATE_LIMITED', retryAfterSeconds: 1200 },
    ],
  ])('is never sent twice when %s', async (_name, answer, extensions) => {
    const { wire, clock, run } = setUp([answer]);

    const { data, errors } = await run(query, variables);

    expect(data).toEqual(dataOf(null));
    expect(errors).toMatchObject([{ path: [sample.name], extensions }]);
    await clock.advance(60_000);
    expect(wire.sent).toHaveLength(1);
  });

  it('has an unknown outcome at the deadline', async () => {
    const { wire, clock, run } = setUp([() => new Promise(() => undefined)], {
      config: { deadlineMs: 5000 },
    });

    const { errors } = await run(query, variables);

    expect(clock.monotonic()).toBe(5000);
    expect(errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN', retryable: false } }]);
    // It is not cut for that.
    expect(wire.sent[0]?.signal.aborted).toBe(false);
  });

  it('is two requests when written twice', async () => {
    const { wire, run } = setUp([{ body: sample.answer }]);
    const twice = query.replace(/\{ (\w+\(.*)\}$/s, '{ a: $1 b: $1 }');

    const { data } = await run(twice, variables);

    expect(data).toEqual({ a: sample.data, b: sample.data });
    expect(wire.sent).toHaveLength(2);
  });

  it('is two requests when sent side by side', async () => {
    const { wire, clock, gateway } = setUp([{ body: sample.answer }]);

    await clock.runUntil(
      Promise.all([gateway.execute(query, variables), gateway.execute(query, variables)]),
    );

    expect(wire.sent).toHaveLength(2);
  });

  it('can be estimated without being sent', async () => {
    const { wire, clock, gateway } = setUp([{ body: sample.answer }]);
    const request = { extensions: { gong: { estimateOnly: true } } };

    const { data, extensions } = await clock.runUntil(gateway.execute(query, variables, request));

    expect(data).toBeNull();
    expect(extensions?.gong?.estimate?.min).toBe(1);
    expect(wire.sent).toEqual([]);
  });
});

describe('a mutation', () => {
  const [create] = samples;
  const meetingOf = (name: string) => samples.find((sample) => sample.name === name);

  it('that fails keeps the payload of the previous one', async () => {
    const { wire, run } = setUp([
      { body: create?.answer ?? {} },
      says(409, 'Provider disconnected'),
      { body: { requestId: 'r3' } },
    ]);
    const query = `mutation ($a: CreateCallInput!, $b: CreateMeetingInput!, $c: RecordCustomActionInput!) {
      createCall(input: $a) { callId } createMeeting(input: $b) { meeting { id } }
      recordCustomAction(input: $c) { accepted } }`;

    const { data, errors } = await run(query, {
      a: create?.input,
      b: meetingOf('createMeeting')?.input,
      c: meetingOf('recordCustomAction')?.input,
    });

    expect(data).toEqual({
      createCall: { callId: '7782342274025937895' },
      createMeeting: null,
      recordCustomAction: { accepted: true },
    });
    expect(errors).toMatchObject([{ path: ['createMeeting'] }]);
    expect(wire.sent.map(({ url }) => new URL(url).pathname)).toEqual([
      '/v2/calls',
      '/v2/meetings',
      '/v2/customer-engagement/action',
    ]);
  });

  it.each(['createMeeting', 'updateMeeting', 'deleteMeeting'])(
    'passes on Gong’s guidance for the user: %s',
    async (name) => {
      const sample = meetingOf(name);
      const guidance = {
        userFacingError: 'Connect your calendar.',
        fixUrl: 'https://app.gong.io/fix',
        helpUrl: '',
      };
      const { run } = setUp([
        { status: 409, body: { requestId: 'r9', errors: ['Provider disconnected'], ...guidance } },
      ]);

      const { errors } = await run(sample === undefined ? '' : mutationOf(sample), {
        input: sample?.input,
      });

      expect(errors?.[0]?.extensions).toEqual({
        code: 'GONG_CONFLICT',
        retryable: false,
        gong: {
          operation: expect.stringMatching(/Meeting$/),
          status: 409,
          requestId: 'r9',
          messages: ['Provider disconnected'],
          userFacingError: 'Connect your calendar.',
          fixUrl: 'https://app.gong.io/fix',
        },
      });
    },
  );

  it('passes on only links to web pages of the integration status', async () => {
    const status = { email: 'x@acme.com', userFacingError: 'Connect your calendar.' };
    const { run } = setUp([
      {
        body: {
          users: [{ ...status, fixUrl: 'javascript:alert(1)', helpUrl: 'https://help.gong.io/x' }],
        },
      },
    ]);

    const { data } = await run(
      '{ meetingIntegrationStatus(emails: ["x@acme.com"]) { userFacingError fixUrl helpUrl } }',
    );

    expect(data).toEqual({
      meetingIntegrationStatus: [
        {
          userFacingError: 'Connect your calendar.',
          fixUrl: null,
          helpUrl: 'https://help.gong.io/x',
        },
      ],
    });
  });

  it('for meetings is not licensed until Gong enables it', async () => {
    const sample = meetingOf('createMeeting');
    const { run } = setUp([says(403, 'Forbidden')]);

    const { errors } = await run(sample === undefined ? '' : mutationOf(sample), {
      input: sample?.input,
    });

    expect(errors).toMatchObject([{ extensions: { code: 'GONG_NOT_LICENSED' } }]);
  });

  it.each([
    'recordContentView',
    'recordContentShare',
    'recordCustomAction',
    'recordDigitalInteraction',
  ])('that reports a known event is not an error: %s', async (name) => {
    const sample = meetingOf(name);
    const { wire, run } = setUp([says(409, 'Event was already reported in the past')]);

    const { data, errors } = await run(sample === undefined ? '' : mutationOf(sample), {
      input: sample?.input,
    });

    expect(errors).toBeUndefined();
    expect(data).toEqual({ [name]: { accepted: true, alreadyReported: true, requestId: 'r9' } });
    expect(wire.sent).toHaveLength(1);
  });

  it('does not repeat credentials or signed links in Gong’s messages', async () => {
    const { run } = setUp([
      says(
        400,
        'Bad: sandbox-access-key-secret, U0FOREJPWEFDQ0VTU0tFWTpzYW5kYm94LWFjY2Vzcy1rZXktc2VjcmV0 and https://m.example.com/1.mp3?X-Sig=abc.',
      ),
    ]);
    const sample = meetingOf('createMeeting');

    const { errors } = await run(sample === undefined ? '' : mutationOf(sample), {
      input: sample?.input,
    });

    const told = ['Bad: …, … and https://m.example.com/1.mp3?…'];
    expect(errors?.[0]?.extensions['gong']).toMatchObject({ messages: told });
    expect(JSON.stringify(errors)).not.toMatch(/access-key-secret|U0FO|abc/);
  });

  it.each([
    ['with an id may be sent again', {}, true],
    ['without one may not', { eventId: null }, false],
  ])(
    'with an unknown outcome says whether repeating it is safe: an event %s',
    async (_, input, isSafe) => {
      const sample = meetingOf('recordCustomAction');
      const { run } = setUp([reset]);

      const { errors } = await run(sample === undefined ? '' : mutationOf(sample), {
        input: { ...sample?.input, ...input },
      });

      expect(errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN', retryable: false } }]);
      expect(errors?.[0]?.message.includes('It is safe to try again with the same eventId')).toBe(
        isSafe,
      );
    },
  );

  it('with another conflict fails: an event without an ID', async () => {
    const sample = meetingOf('recordCustomAction');
    const { run } = setUp([says(409, 'Integration is being deleted')]);

    const { errors } = await run(sample === undefined ? '' : mutationOf(sample), {
      input: { ...sample?.input, eventId: null },
    });

    expect(errors).toMatchObject([{ extensions: { code: 'GONG_CONFLICT' } }]);
  });

  it.each([
    ['createCall', {}, /has no callId/],
    ['createMeeting', { meetingUrl: 'https://x.example.com' }, /has no meetingId/],
  ])('fails when Gong’s response lacks the ID: %s', async (name, answer, message) => {
    const sample = meetingOf(name);
    const { run } = setUp([{ body: { requestId: 'r1', ...answer } }]);

    const { errors } = await run(sample === undefined ? '' : mutationOf(sample), {
      input: sample?.input,
    });

    expect(errors).toMatchObject([
      {
        message: expect.stringMatching(message),
        extensions: { code: 'GONG_BAD_RESPONSE', retryable: false },
      },
    ]);
  });

  it.each([
    ['updateMeeting', 204],
    ['deleteMeeting', 200],
    ['recordContentView', 200],
  ])('accepts an empty response: %s', async (name, status) => {
    const sample = meetingOf(name);
    const { run } = setUp([{ status, body: '' }]);

    const { data, errors } = await run(sample === undefined ? '' : mutationOf(sample), {
      input: sample?.input,
    });

    expect(errors).toBeUndefined();
    expect(data?.[name]).not.toBeNull();
  });

  it('finds the organizer of a meeting by email', async () => {
    const sample = meetingOf('createMeeting');
    const users = [
      { id: '1', emailAddress: 'x@example.com' },
      { id: '2', emailAddress: 'y@example.com', emailAliases: ['REP@example.com'] },
    ];
    const { wire, run } = setUp([{ body: sample?.answer ?? {} }, { body: { users } }]);
    const query =
      'mutation ($i: CreateMeetingInput!) { createMeeting(input: $i) { meeting { organizer { id } } } }';

    const { data } = await run(query, { i: sample?.input });

    expect(data).toEqual({ createMeeting: { meeting: { organizer: { id: '2' } } } });
    expect(wire.sent).toHaveLength(2);
  });
});
