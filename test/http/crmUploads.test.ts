import { afterEach, describe, expect, it } from '@jest/globals';
import { MAX_CRM_FILE_BYTES } from '../../src/company/uploads/crmFile.js';
import { crmOf, INTEGRATION_ID } from '../support/crm.js';
import { startServer, type TestServer, type TestServerOptions } from './support.js';
import { put, putAll, sha256 } from './uploadSupport.js';

let server: TestServer;

afterEach(async () => {
  await server.app.close();
});

async function setUp(options: TestServerOptions = {}) {
  server = await startServer(options);
  server.sandbox.company.crm = crmOf();
  const url = await askForUrl('file-1');
  expect(server.sandbox.requests).toEqual([]);
  return { url, sent: () => server.sandbox.requestsTo('uploadCrmData') };
}

async function askForUrl(clientRequestId: string): Promise<string> {
  const answer = await server.post(`mutation Nightly { uploadCrmObjects(input: {
    integrationId: "${INTEGRATION_ID}", objectType: ACCOUNT, clientRequestId: "${clientRequestId}"
  }) { job { id status } alreadySent uploadUrl requestId } }`);
  const { data } = (await answer.json()) as {
    data: { uploadCrmObjects: { uploadUrl: string } };
  };
  const { uploadUrl } = data.uploadCrmObjects;
  expect(data.uploadCrmObjects).toEqual({
    job: { id: clientRequestId, status: null },
    alreadySent: false,
    uploadUrl: expect.stringContaining(`${server.origin}/uploads/`) as unknown,
    requestId: null,
  });
  return uploadUrl;
}

const lines = Buffer.from(
  [
    { objectId: 'a1', modifiedDate: '2026-05-30T10:00:00Z', name: 'Ärzte' },
    { objectId: 'a7', modifiedDate: '2026-05-30T10:00:00Z', name: 'New' },
  ]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join(''),
);

describe('PUT /uploads/<ticket> of CRM objects', () => {
  it('passes the file on to Gong unchanged', async () => {
    const { url, sent } = await setUp();

    const { status, json } = await putAll(url, lines, { 'content-type': 'text/plain' });

    expect(status).toBe(201);
    expect(json).toEqual({
      clientRequestId: 'file-1',
      alreadySent: false,
      requestId: expect.any(String),
      extensions: { gong: expect.objectContaining({ requests: 1 }) },
    });
    expect(sent()).toMatchObject([
      {
        query: { integrationId: INTEGRATION_ID, objectType: 'ACCOUNT', clientRequestId: 'file-1' },
        form: [
          {
            name: 'dataFile',
            fileName: 'account.ldjson',
            contentType: 'application/x-ndjson',
            sha256: sha256(lines),
          },
        ],
      },
    ]);
    expect(server.sandbox.company.crm.objects['ACCOUNT']).toMatchObject({
      a1: { name: 'Ärzte', size__c: 20 },
      a7: { name: 'New' },
    });
  });

  it('accepts one file', async () => {
    const { url, sent } = await setUp();
    await putAll(url, lines);
    const { status } = await putAll(url, lines);
    expect(status).toBe(403);
    expect(sent()).toHaveLength(1);
  });

  it('says that Gong accepted a file with the ID before', async () => {
    const { url } = await setUp();
    await putAll(url, lines);
    const { status, json } = await putAll(await askForUrl('file-1'), lines);
    expect(status).toBe(201);
    expect(json).toMatchObject({ clientRequestId: 'file-1', alreadySent: true });
  });

  it.each<[string, Buffer, Record<string, string | number>, number, RegExp]>([
    ['a table', Buffer.from('objectId,name\na1,Acme\n'), {}, 415, /a JSON object on each line/],
    ['a list', Buffer.from('[{"objectId":"a1"}]'), {}, 415, /a JSON object on each line/],
    ['nothing', Buffer.from(''), {}, 400, /The file is empty/],
    ['packed lines', lines, { 'content-encoding': 'gzip' }, 415, /Content-Encoding/],
    ['a part', lines, { 'content-range': 'bytes 0-9/20' }, 400, /Content-Range/],
  ])(
    'refuses %s without a request, and accepts the file afterward',
    async (_name, body, headers, code, message) => {
      const { url, sent } = await setUp();

      const { status, json } = await putAll(url, body, headers);

      expect(status).toBe(code);
      expect(json.errors).toMatchObject([
        { message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } },
      ]);
      expect(sent()).toEqual([]);
      expect((await putAll(url, Buffer.concat([Buffer.from('\ufeff\n'), lines]))).status).toBe(201);
    },
  );

  it('refuses a file of more than 200 MB before any of it is sent, and names the fix', async () => {
    const { url, sent } = await setUp();

    const { sending, answer } = put(url, { 'content-length': MAX_CRM_FILE_BYTES + 1 });
    sending.flushHeaders();
    const { status, json } = await answer;
    sending.destroy();

    expect(status).toBe(413);
    expect(json.errors).toMatchObject([
      {
        message: expect.stringMatching(
          /at most 200000000 bytes \(200 MB\)\. Divide it into several files.* clientRequestId of its own\.$/,
        ),
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
    expect(sent()).toEqual([]);
  });

  it('does not send a file twice when Gong fails', async () => {
    const { url, sent } = await setUp();
    server.sandbox.faults.add({
      operationId: 'uploadCrmData',
      fault: { kind: 'answer', status: 500, body: { errors: ['Oops'] } },
    });

    const { status, json } = await putAll(url, lines);

    expect(status).toBe(504);
    expect(json.errors).toMatchObject([
      {
        message: expect.stringContaining('safe to try again with the clientRequestId "file-1"'),
        extensions: { code: 'OUTCOME_UNKNOWN' },
      },
    ]);
    expect((await putAll(url, lines)).status).toBe(403);
    expect(sent()).toHaveLength(1);
  });
});
