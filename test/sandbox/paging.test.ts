import { describe, expect, it } from '@jest/globals';
import { ask, askAll, createClock, NOW, smallSandbox } from './support.js';

const HOUR_MS = 3_600_000;
const idsOf = (calls: Record<string, unknown>[]) =>
  calls.map((call) => (call['metaData'] as { id: string }).id);

describe('pages', () => {
  it('contain every record once, oldest call first', async () => {
    const sandbox = smallSandbox({ calls: 250 });

    const calls = await askAll(sandbox, 'POST /v2/calls/extensive', 'calls', { filter: {} });

    expect(idsOf(calls)).toEqual(sandbox.company.calls.map(({ metaData }) => metaData.id));
    expect(sandbox.requestsTo('listCallsExtensive')).toHaveLength(3);
  });

  it('accept the cursor in the query of a GET', async () => {
    const sandbox = smallSandbox({ users: 240 });

    const users = await askAll(sandbox, 'GET /v2/users', 'users');

    expect(users.map(({ id }) => id)).toEqual(sandbox.company.users.map(({ id }) => id));
    expect(sandbox.requestsTo('listUsers')).toHaveLength(3);
  });

  it('are numbered from 0, with a cursor only while more remain', async () => {
    const sandbox = smallSandbox({ calls: 150 });

    const first = await ask(sandbox, 'POST /v2/calls/extensive', { filter: {} });
    const { cursor, ...records } = first.json.records;
    const second = await ask(sandbox, 'POST /v2/calls/extensive', { filter: {}, cursor });

    expect(records).toEqual({ totalRecords: 150, currentPageSize: 100, currentPageNumber: 0 });
    expect(cursor).toEqual(expect.any(String));
    expect(second.json.records).toEqual({
      totalRecords: 150,
      currentPageSize: 50,
      currentPageNumber: 1,
    });
  });

  it('start over when the cursor is in the wrong place', async () => {
    const sandbox = smallSandbox({ calls: 150 });
    const url = 'POST /v2/calls/extensive';
    const { cursor } = (await ask(sandbox, url, { filter: {} })).json.records;

    const inQuery = await ask(sandbox, `${url}?cursor=${cursor ?? ''}`, { filter: {} });
    const inFilter = await ask(sandbox, url, { filter: { cursor } });

    expect(inQuery.json.records.currentPageNumber).toBe(0);
    expect(inFilter.json.records.currentPageNumber).toBe(0);
    expect(sandbox.undocumented).toEqual([
      { operationId: 'listCallsExtensive', where: 'query', name: 'cursor' },
      { operationId: 'listCallsExtensive', where: 'body', name: 'filter.cursor' },
    ]);
  });
});

describe('cursors', () => {
  it.each([
    'cursor has expired',
    'Json parse error, verify Json format matches the API description.',
  ] as const)('expire with the first page: %s', async (cursorExpiryText) => {
    const clock = createClock();
    const sandbox = smallSandbox({ clock, calls: 300, cursorExpiryText });
    const next = async (cursor?: string) =>
      ask(sandbox, 'POST /v2/calls/extensive', { filter: {}, ...(cursor ? { cursor } : {}) });

    const first = await next();
    clock.advance(HOUR_MS - 1);
    const second = await next(first.json.records.cursor);
    clock.advance(1);
    const third = await next(second.json.records.cursor);

    expect(second.status).toBe(200);
    expect([third.status, third.json.errors]).toEqual([400, [cursorExpiryText]]);
  });

  it('are refused when forged', async () => {
    const sandbox = smallSandbox({ calls: 150 });
    const { cursor } = (await ask(sandbox, 'POST /v2/calls/extensive', { filter: {} })).json
      .records;
    const [head, , signature] = (cursor ?? '').split('.');
    const content = Buffer.from(JSON.stringify({ pageNumber: 1 })).toString('base64url');

    for (const forged of ['x', `${cursor ?? ''}x`, `${head ?? ''}.${content}.${signature ?? ''}`]) {
      const { status } = await ask(sandbox, 'POST /v2/calls/extensive', {
        filter: {},
        cursor: forged,
      });
      expect(status).toBe(400);
    }
  });

  it('belong to all other inputs of their request', async () => {
    const sandbox = smallSandbox({ calls: 150 });
    const { cursor } = (await ask(sandbox, 'POST /v2/calls/extensive', { filter: {} })).json
      .records;

    const other = { filter: { toDateTime: new Date(NOW).toISOString() }, cursor };
    const { status, json } = await ask(sandbox, 'POST /v2/calls/extensive', other);

    expect([status, json.errors]).toEqual([400, [expect.stringContaining('cursor')]]);
  });
});
