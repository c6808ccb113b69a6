import { describe, expect, it } from '@jest/globals';
import {
  isRead,
  resolveRawRequest,
  type RawRequest,
} from '../../src/gong/endpoints/rawRequests.js';
import { methodOf, urlOf, type HttpMethod } from '../../src/gong/request.js';

const HOST = 'https://us-1.api.gong.io';

function resolve(method: HttpMethod, path: string, further: readonly string[] = []) {
  const raw: RawRequest = { method, path, query: {}, body: undefined };
  return resolveRawRequest(raw, further);
}

function sent(method: HttpMethod, path: string, further: readonly string[] = []): string {
  const resolved = resolve(method, path, further);
  if (!('request' in resolved)) throw new Error(resolved.problem);
  const { request } = resolved;
  return `${request.operation} ${methodOf(request)} ${urlOf(HOST, request)}`;
}

describe('a path of Gong’s', () => {
  it.each<[HttpMethod, string, string]>([
    ['GET', '/v2/users', 'listUsers GET /v2/users'],
    ['GET', '/v2/users/7000000000000000001', 'getUser GET /v2/users/7000000000000000001'],
    ['POST', '/v2/users/extensive', 'listMultipleUsers POST /v2/users/extensive'],
    ['POST', '/v2/calls/users-access', 'getUsersAccessToCalls POST /v2/calls/users-access'],
    ['DELETE', '/v2/meetings/1', 'deleteMeeting DELETE /v2/meetings/1'],
    ['PATCH', '/v2/tasks/a%20b', 'updateReminder PATCH /v2/tasks/a%20b'],
    ['PATCH', '/v2/tasks/%C3%A9', 'updateReminder PATCH /v2/tasks/%C3%A9'],
    ['PATCH', '/v2/tasks/a@b;c=1', 'updateReminder PATCH /v2/tasks/a%40b%3Bc%3D1'],
    ['GET', '/v2/crm/entities', 'getCrmObjects GET /v2/crm/entities'],
  ])('leads to its operation: %s %s', (method, path, expected) => {
    expect(sent(method, path)).toBe(expected.replace('/v2', `${HOST}/v2`));
  });

  it.each<[HttpMethod, string, RegExp]>([
    ['POST', '/v2/workspaces', /does not support this method: use GET$/],
    ['PATCH', '/v2/calls', /use GET or POST$/],
    ['PUT', '/v2/calls/1/media', /multipart form.*use addCallMedia$/],
    ['POST', '/v2/crm/entities', /multipart form, which gongRequest cannot send$/],
  ])('refuses an invalid method or segment: %s %s', (method, path, problem) => {
    expect(resolve(method, path)).toEqual({ problem: expect.stringMatching(problem) });
  });
});

describe('an unknown path', () => {
  it.each([
    ['/v2/user', 'GET /v2/users'],
    ['/v2/call/123', 'GET /v2/calls/{id}'],
    ['/v2/settings/tracker', 'GET /v2/settings/trackers'],
    ['/v2/users/1/2/3', 'GET /v2/users/{id}'],
    ['/v2/users/{id}', 'GET /v2/users/{id}'],
    ['/v2/users/abc', 'GET /v2/users'],
    ['/v2/calls/transcripts', 'POST /v2/calls/transcript'],
    [`/v2/users/${'1'.repeat(21)}`, 'GET /v2/users/{id}'],
    ['/v2/USERS', 'GET /v2/users'],
  ])('is refused with the nearest known one: %s', (path, nearest) => {
    expect(resolve('GET', path)).toEqual({
      problem: expect.stringMatching(new RegExp(`nearest is ${nearest.replace(/[{}]/g, '.')}`)),
    });
  });

  it('is sent when an operator allows it', () => {
    const further = ['/v2/new/{id}/parts', '/v2/newer'];

    expect(sent('POST', '/v2/newer', further)).toBe(`undescribed POST ${HOST}/v2/newer`);
    expect(sent('GET', '/v2/new/a%20b/parts', further)).toBe(
      `undescribed GET ${HOST}/v2/new/a%20b/parts`,
    );
    // Some servers take `..;` for `..`.
    expect(sent('GET', '/v2/new/..;/parts', further)).toBe(
      `undescribed GET ${HOST}/v2/new/..%3B/parts`,
    );
    expect(resolve('GET', '/v2/new/1', further)).toHaveProperty('problem');
    expect(resolve('GET', '/v2/newer/1', further)).toHaveProperty('problem');
  });
});

describe('a path to another place', () => {
  it.each([
    'https://evil.test/v2/users',
    '//evil.test/v2/users',
    'http:/v2/users',
    '@evil.test/v2/users',
    'v2/users',
    '/v1/users',
    '/V2/users',
    '/oauth2/authorize',
    '',
    '/v2/../oauth2/authorize',
    '/v2/./users',
    '/v2/users/..',
    '/v2/users/%2e%2e',
    '/v2/users/.%2E/x',
    '/v2/users%2f1',
    '/v2/users/a%5Cb',
    '/v2/users/%252e%252e',
    '/v2/users\\..\\x',
    '/v2/users#x',
    '/v2/users?x=1',
    '/v2/users/1 ',
    '/v2/users/\t1',
    '/v2/users/1\r\nHost: evil.test',
    '/v2/users/%0d%0aHost',
    '/v2/users/%00',
    '/v2/users/%7f',
    '/v2/users/é',
    '/v2/users/%',
    '/v2/users/%zz',
    '/v2/users/%ff',
    '/v2//users',
    '/v2/users/',
  ])('is refused, even with wide permissions: %j', (path) => {
    expect(resolve('GET', path, ['/v2/{a}', '/v2/{a}/{b}', '/v2/{a}/{b}/{c}'])).toHaveProperty(
      'problem',
    );
  });
});

describe('a request that only reads', () => {
  it.each<[HttpMethod, string, boolean]>([
    ['GET', '/v2/users', true],
    ['GET', '/v2/crm/entities', true],
    ['POST', '/v2/calls/extensive', true],
    ['POST', '/v2/tasks', true],
    ['POST', '/v2/flows/prospects', true],
    ['POST', '/v2/calls', false],
    ['POST', '/v2/flows/prospects/assign', false],
    ['PUT', '/v2/calls/users-access', false],
    ['DELETE', '/v2/meetings/1', false],
    ['GET', '/v2/entities/ask-entity', false],
    ['GET', '/v2/entities/get-brief', false],
    ['GET', '/v2/newer', true],
    ['POST', '/v2/newer', false],
  ])('is distinguished from writes: %s %s %s', (method, path, expected) => {
    const resolved = resolve(method, path, ['/v2/newer']);

    expect('request' in resolved && isRead(resolved.request)).toBe(expected);
  });
});
