import { describe, expect, it } from '@jest/globals';
import { TEXTS } from '../../sandbox/src/index.js';
import { ask, objections, smallSandbox } from './support.js';

const sandbox = smallSandbox();
const extensive = 'POST /v2/calls/extensive';
const reviews = 'POST /v2/stats/activity/scorecards';
const tooLarge = '9223372036854775808';
const late = '2026-03-02T00:00:00Z';
const early = '2026-03-01T00:00:00Z';

describe('the sandbox refuses with 400', () => {
  it.each<[string, string, unknown, string]>([
    ['a body without filter', extensive, {}, 'filter: may not be null'],
    ['no body', extensive, '', TEXTS.parse],
    ['a body that is no JSON', extensive, '{', TEXTS.parse],
    ['an empty list', extensive, { filter: { callIds: [] } }, TEXTS.emptyList('filter.callIds')],
    ['a malformed id', extensive, { filter: { callIds: ['1', 'x'] } }, TEXTS.parse],
    ['an id beyond 64 bits', extensive, { filter: { callIds: [tooLarge] } }, TEXTS.parse],
    ['an id as a number', extensive, { filter: { callIds: [1] } }, TEXTS.parse],
    ['an id twice', extensive, { filter: { callIds: ['1', '1'] } }, TEXTS.parse],
    ['a plain date', extensive, { filter: { fromDateTime: '2026-03-01' } }, TEXTS.parse],
    [
      'an unknown enum value',
      extensive,
      { filter: {}, contentSelector: { context: 'All' } },
      TEXTS.parse,
    ],
    [
      'bounds in reverse',
      extensive,
      { filter: { fromDateTime: late, toDateTime: early } },
      'filter.fromDateTime: must be before filter.toDateTime',
    ],
    [
      'contextTiming without Extended',
      extensive,
      { filter: {}, contentSelector: { context: 'Basic', contextTiming: ['Now'] } },
      'contentSelector.contextTiming: is allowed only with context Extended',
    ],
    ['a date-time where a day is due', reviews, { filter: { callFromDate: late } }, TEXTS.parse],
    ['a malformed id in the path', 'GET /v2/calls/abc', undefined, TEXTS.parse],
    ['a huge id in the path', `GET /v2/users/${tooLarge}`, undefined, TEXTS.parse],
    ['calls without bounds', 'GET /v2/calls', undefined, 'fromDateTime: may not be null'],
    [
      'equal bounds',
      `GET /v2/calls?fromDateTime=${early}&toDateTime=${early}`,
      undefined,
      'fromDateTime: must be before toDateTime',
    ],
    [
      'a bound without zone',
      `GET /v2/calls?fromDateTime=2026-03-01T00:00:00&toDateTime=${late}`,
      undefined,
      'fromDateTime: must be an ISO-8601 date-time with a zone',
    ],
    [
      'folders without workspace',
      'GET /v2/library/folders',
      undefined,
      'workspaceId: may not be null',
    ],
    [
      'content without folder',
      'GET /v2/library/folder-content',
      undefined,
      'folderId: may not be null',
    ],
    [
      'over a hundred addresses',
      'POST /v2/meetings/integration/status',
      { emails: Array.from({ length: 101 }, (_, index) => `${index}@x.example`) },
      TEXTS.parse,
    ],
  ])('%s', async (_, request, body, text) => {
    const answer = await ask(sandbox, request, body);

    expect([answer.status, answer.json.errors]).toEqual([400, [text]]);
    const operationId = sandbox.requests.at(-1)?.operationId ?? '';
    expect(objections(operationId, answer)).toEqual([]);
  });
});

describe('the sandbox ignores without an error', () => {
  it('unknown names, and records them', async () => {
    const fresh = smallSandbox();
    const body = { filter: { limit: 1 }, contentSelector: { exposedFields: { brief: true } } };

    const first = await ask(fresh, 'GET /v2/users?limit=5');
    const second = await ask(fresh, extensive, body);
    await ask(fresh, extensive, body);

    expect([first.json.users.length, second.json.calls.length]).toEqual([20, 60]);
    expect(fresh.undocumented.map(({ name }) => name)).toEqual([
      'limit',
      'filter.limit',
      'contentSelector.exposedFields.brief',
    ]);
  });

  it('null instead of a list', async () => {
    const { json } = await ask(sandbox, extensive, { filter: { callIds: null } });

    expect(json.calls).toHaveLength(60);
  });
});

describe('an empty result is a 404', () => {
  it.each<[string, unknown, string]>([
    [extensive, { filter: { callIds: ['1'] } }, TEXTS.noCalls],
    ['POST /v2/calls/transcript', { filter: { callIds: ['1'] } }, TEXTS.noCalls],
    [
      `GET /v2/calls?fromDateTime=${early}&toDateTime=${late}&workspaceId=1`,
      undefined,
      TEXTS.noCalls,
    ],
    ['POST /v2/users/extensive', { filter: { userIds: ['1'] } }, TEXTS.noUsers],
    [reviews, { filter: { scorecardIds: ['1'] } }, TEXTS.noAnsweredScorecards],
    [
      reviews,
      { filter: { callFromDate: '2026-03-01', callToDate: '2026-03-01' } },
      TEXTS.noAnsweredScorecards,
    ],
    ['GET /v2/calls/1', undefined, 'Call ID 1 was not found'],
    ['GET /v2/users/1', undefined, 'User ID 1 was not found'],
    ['GET /v2/library/folder-content?folderId=1', undefined, 'Folder ID 1 was not found'],
  ])('%s %j', async (request, body, text) => {
    const answer = await ask(sandbox, request, body);

    expect([answer.status, answer.json.errors]).toEqual([404, [text]]);
  });

  it('except an empty list without a filter', async () => {
    const empty = smallSandbox();
    empty.company.scorecards = [];
    empty.company.keywordTrackers = [];

    const scorecards = await ask(empty, 'GET /v2/settings/scorecards');
    const trackers = await ask(empty, 'GET /v2/settings/trackers');

    expect([scorecards.status, scorecards.json.scorecards]).toEqual([200, []]);
    expect([trackers.status, trackers.json.keywordTrackers]).toEqual([200, []]);
  });
});
