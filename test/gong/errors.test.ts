import { describe, expect, it } from '@jest/globals';
import type { GongOperationId } from '../../src/gong/generated/operations.js';
import {
  errorFromAnswer,
  failureOfWrite,
  type GongError,
  isEmptyResult,
  isIdRefusal,
  isNotReady,
  type FailedAnswer,
  type GongErrorKind,
  withHint,
} from '../../src/gong/errors.js';

const answer = (
  status: number,
  messages?: readonly string[],
  more: Partial<FailedAnswer> = {},
): GongError =>
  errorFromAnswer({
    operation: 'listUsers',
    status,
    requestId: 'r1',
    messages,
    retryAfterMs: undefined,
    redirectHost: undefined,
    ...more,
  });

const noScope = "You don't have permission to use 'api:calls:read:extensive'";

describe('a message', () => {
  it.each<[string, GongError]>([
    [
      'Gong returned a server error for listUsers: An error occurred.',
      answer(500, ['An error occurred']),
    ],
    ['Gong returned a server error for listUsers.', answer(502)],
    ['Gong rejected the credentials.', answer(401)],
    ['Gong rejected the credentials: "No."', answer(401, ['"No."'])],
    ['Gong rejected the request: One. Two? Three.', answer(400, ['One', 'Two?', 'Three '])],
    ['Not found in Gong: Call ID 5 was not found.', answer(404, ['Call ID 5 was not found'])],
    ['Gong has not enabled listUsers for this company.', answer(402)],
    ['Gong reports a conflict: Twice.', answer(409, ['Twice'])],
  ])('ends with a period whether Gong sent one or not: %s', (message, error) => {
    expect(error.message).toBe(message);
  });

  it('is separate from what the gateway adds', () => {
    const failed = answer(500, ['An error occurred']);

    expect(failureOfWrite(failed).message).toMatch(
      /^Gong .*: An error occurred\. The request was sent, /,
    );
    expect(withHint(failed, 'Look.').message).toMatch(/: An error occurred\. Look\.$/);
  });
});

describe('errorFromAnswer', () => {
  it.each<[GongOperationId, GongErrorKind]>([
    ['askEntity', 'credits-exhausted'],
    ['generateBrief', 'credits-exhausted'],
    ['listBriefs', 'not-licensed'],
  ])('converts a 402 of %s to %s', (operation, kind) => {
    expect(answer(402, ['Not enough credits'], { operation }).kind).toBe(kind);
  });

  it.each<[number, string | undefined, GongErrorKind]>([
    [301, undefined, 'bad-response'],
    [302, undefined, 'bad-response'],
    [307, undefined, 'bad-response'],
    [400, 'filter: must not be null', 'bad-request'],
    [400, undefined, 'bad-request'],
    [401, noScope, 'missing-scope'],
    [403, noScope, 'missing-scope'],
    [401, 'Unable to authenticate', 'bad-credentials'],
    [401, undefined, 'bad-credentials'],
    [403, 'Address not allowed', 'bad-credentials'],
    [403, undefined, 'bad-credentials'],
    [403, 'This feature is not enabled for your company', 'not-licensed'],
    [402, undefined, 'not-licensed'],
    [404, 'Call ID 5 was not found', 'not-found'],
    [404, undefined, 'not-found'],
    [409, undefined, 'conflict'],
    [405, undefined, 'bad-request'],
    [413, undefined, 'bad-request'],
    [429, undefined, 'rate-limited'],
    [500, 'Internal error', 'unavailable'],
    [502, undefined, 'unavailable'],
    [503, undefined, 'unavailable'],
    [599, undefined, 'unavailable'],
    [199, undefined, 'bad-response'],
  ])('converts status %i with %p to the kind %s', (status, message, kind) => {
    const error = answer(status, message === undefined ? undefined : [message]);

    expect(error.kind).toBe(kind);
    expect(error).toMatchObject({ operation: 'listUsers', status, requestId: 'r1' });
  });

  it.each<[GongOperationId, GongErrorKind]>([
    ['integrationStatus', 'not-licensed'],
    ['addMeeting', 'not-licensed'],
    ['listFlows', 'not-licensed'],
    ['listTasks', 'not-licensed'],
    ['updateReminder', 'not-licensed'],
    ['listUsers', 'bad-credentials'],
  ])('converts a 403 without a message to %s to %s', (operation, kind) => {
    expect(answer(403, undefined, { operation }).kind).toBe(kind);
  });

  it.each<[GongOperationId, GongErrorKind]>([
    ['listTasks', 'not-licensed'],
    ['updateReminder', 'unavailable'],
    ['listFlows', 'unavailable'],
  ])('converts a 500 to %s to %s', (operation, kind) => {
    expect(answer(500, ['Internal server error occurred'], { operation }).kind).toBe(kind);
  });

  it('converts any other 5xx to the list of tasks to an outage', () => {
    expect(answer(503, undefined, { operation: 'listTasks' }).kind).toBe('unavailable');
  });

  it('names the missing scope, in whichever message it is', () => {
    const error = answer(401, ['Sorry.', noScope]);

    expect(error.requiredScope).toBe('api:calls:read:extensive');
    expect(error.message).toContain('api:calls:read:extensive');
    expect(error.message).toContain('listUsers');
  });

  it('passes on all messages of Gong', () => {
    const error = answer(400, ['One thing.', 'Another.']);

    expect(error.messages).toEqual(['One thing.', 'Another.']);
    expect(error.message).toBe('Gong rejected the request: One thing. Another.');
  });

  it('keeps how long Gong requested a pause', () => {
    expect(answer(429, undefined, { retryAfterMs: 7000 }).retryAfterMs).toBe(7000);
  });

  it('names only the host of a redirect, and the fix', () => {
    const error = answer(302, undefined, { redirectHost: 'eu.api.gong.io' });

    expect(error.message).toContain('eu.api.gong.io');
    expect(error.message).toContain('GONG_API_BASE_URL');
  });
});

describe('Gong’s guidance for the user', () => {
  it.each<[string, unknown, string | undefined]>([
    ['an https link', 'https://app.gong.io/fix?step=1#now', 'https://app.gong.io/fix?step=1#now'],
    ['an http link', 'HTTP://help.gong.io/a b', 'http://help.gong.io/a%20b'],
    ['a script', 'javascript:alert(document.cookie)', undefined],
    ['a script that a parser joins', 'java\nscript:alert(1)', undefined],
    ['data', 'data:text/html,<script>alert(1)</script>', undefined],
    ['a file', 'file:///etc/passwd', undefined],
    ['a mail address', 'mailto:x@acme.com', undefined],
    ['a link with a user', 'https://gong.io@evil.test/', undefined],
    ['a link with a password', 'https://:secret@evil.test/', undefined],
    ['a path', '/settings', undefined],
    ['a link without a scheme', '//evil.test/fix', undefined],
    ['no link', 'see settings', undefined],
    ['nothing', '', undefined],
    ['another type', { href: 'https://app.gong.io/fix' }, undefined],
    ['null', null, undefined],
  ])('includes %s only if it is a web page', (_, link, expected) => {
    const links = expected === undefined ? {} : { fixUrl: expected, helpUrl: expected };
    const body = { userFacingError: 'Connect your calendar.', fixUrl: link, helpUrl: link };

    const { guidance } = answer(409, ['Disconnected.'], { body });

    expect(guidance).toEqual({ userFacingError: 'Connect your calendar.', ...links });
    expect(answer(409, ['Disconnected.'], { body: { fixUrl: link } }).guidance).toEqual(
      expected === undefined ? undefined : { fixUrl: expected },
    );
  });
});

describe('what an error means for a read', () => {
  it.each([
    [404, 'No calls found corresponding to the provided filters', true],
    [404, 'No users found corresponding to the provided filters.', true],
    [404, '  no answered scorecards found corresponding to the provided filters ', true],
    [404, 'Call ID 5 was not found', false],
    [404, 'Resource not found.', false],
    [400, 'No calls found corresponding to the provided filters', false],
    [404, undefined, false],
  ])('is an empty result: %i %p, %p', (status, message, expected) => {
    expect(isEmptyResult(answer(status, message === undefined ? [] : [message]))).toBe(expected);
  });

  it.each<[number, string | undefined, boolean]>([
    // What Gong documents.
    [404, 'Call ID 5 was not found', true],
    [404, 'User ID 5 was not found', true],
    [404, 'Folder ID 5 was not found', true],
    [404, 'The given meeting ID was not found.', true],
    [404, 'Flow not found', true],
    [404, 'Flow not found: flowId=7', true],
    [400, 'Some calls not found', true],
    [400, 'One or more of the given flowInstanceIds does not exist', true],
    [400, 'Json parse error, verify Json format matches the API description.', true],
    [404, 'Call ID 5 is not ready yet', true],
    [400, 'The call is Not Ready Yet.', true],
    [409, 'Call 5 is not ready yet', true],
    // Close to it.
    [404, 'Some calls not found', true],
    [404, 'Call 5 not found', true],
    [404, "The user doesn't exist.", true],
    [404, 'Transcript could not be found', true],
    [404, 'Unknown callId', true],
    [400, 'Call ID 5 was not found', true],
    [400, 'callIds: JSON parse error', true],
    [400, 'filter.userIds contains an unknown value', true],
    [400, 'Invalid user id', true],
    [400, 'Malformed callId', true],
    // Of no ID.
    [404, undefined, false],
    [404, 'Not Found', false],
    [404, 'Not found.', false],
    [404, 'Resource not found.', false],
    [404, 'Page not found', false],
    [404, 'The endpoint for calls was not found', false],
    [404, 'Not found: POST /v2/calls/extensive', false],
    [404, 'Not found (request ID 5f3)', false],
    [404, 'No such thing', false],
    [404, 'callIds: JSON parse error', true],
    [404, 'Json parse error', false],
    [404, 'No calls found corresponding to the provided filters', false],
    [400, undefined, false],
    [400, 'Bad request', false],
    [400, 'Malformed request', false],
    [400, 'workspace-id parameter is missing', false],
    [400, 'fromDateTime must be before toDateTime', false],
    [409, 'Call ID 5 was not found', false],
    [500, 'Internal error', false],
    [503, 'The service is not ready yet', false],
    [503, 'Call ID 5 is not ready yet', true],
  ])('is a refused ID: %i %p, %p', (status, message, expected) => {
    const error = answer(status, message === undefined ? undefined : [message]);

    expect(isIdRefusal(error)).toBe(expected);
  });

  it.each([new Error('x'), null, 'text', { kind: 'not-found', messages: ['x'] }])(
    'is neither for other errors: %p',
    (error) => {
      expect([isEmptyResult(error), isIdRefusal(error), isNotReady(error)]).toEqual([
        false,
        false,
        false,
      ]);
    },
  );
});
