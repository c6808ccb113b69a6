import { mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createGateway } from '../../../src/bin/index.js';
import { embedAudited, VIEWER, type Audited, type Line } from './auditSupport.js';
import { settingsFor } from './support.js';

const running: Audited[] = [];
const folders: string[] = [];

async function open(...[options]: Parameters<typeof embedAudited>): Promise<Audited> {
  const audited = await embedAudited(options);
  running.push(audited);
  return audited;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((each) => each.close()));
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'audit-'));
  folders.push(folder);
  return folder;
}

const idsOf = (lines: readonly Line[], action: string): readonly string[] =>
  lines.filter((line) => line['action'] === action).flatMap((line) => line['ids'] as string[]);

const callIds = ({ sandbox }: Audited): readonly string[] =>
  sandbox.company.calls.map(({ metaData }) => metaData.id);

describe('what was read', () => {
  it('names the viewer as the token does, the request, and the calls of a list', async () => {
    const audited = await open();

    await audited.ask('{ calls(first: 3) { nodes { id title } } }', { 'x-request-id': 'r-1' });

    const lines = audited.audits();
    expect(lines).toEqual([
      {
        message: 'Audit',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        requestId: 'r-1',
        tenant: 'default',
        client: 'web',
        viewer: VIEWER.person,
        action: 'read-call',
        ids: expect.anything(),
      },
    ]);
    expect(idsOf(lines, 'read-call')).toHaveLength(3);
  });

  it('names calls, transcripts, and recording links that were shown, and no others', async () => {
    const audited = await open();
    const [id = ''] = callIds(audited);

    await audited.ask(`{ call(id: "${id}") { id transcript { text } media { audioUrl } } }`);
    const all = audited.audits();
    await audited.ask(`{ call(id: "${id}") { title } missing: call(id: "404") { title } }`);
    const one = audited.audits();
    await audited.ask('{ users(first: 2) { nodes { name } } }');

    expect(all.map(({ action, ids }) => [action, ids])).toEqual(
      expect.arrayContaining([
        ['read-call', [id]],
        ['read-transcript', [id]],
        ['read-recording-link', [id]],
      ]),
    );
    expect(one.map(({ action, ids }) => [action, ids])).toEqual([['read-call', [id]]]);
    expect(audited.audits()).toEqual([]);
  });

  it('is written again for each cached response', async () => {
    const audited = await open();
    const [id = ''] = callIds(audited);
    const query = `{ callsByIds(ids: ["${id}"]) { title } }`;
    const sent = () => audited.sandbox.requests.length;

    const bodies: unknown[] = [];
    const records: (readonly Line[])[] = [];
    for (let at = 0; at < 4; at += 1) {
      bodies.push((await audited.ask(query))['data']);
      records.push(audited.audits());
    }

    expect(sent()).toBe(1);
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
    expect(records.map((lines) => idsOf(lines, 'read-call'))).toEqual([[id], [id], [id], [id]]);
  });

  it('includes calls of reviews and folders', async () => {
    const audited = await open();
    const { folders, answeredScorecards } = audited.sandbox.company;
    const folder = folders.find(({ calls }) => calls.length > 0);
    const [review] = answeredScorecards;
    if (folder === undefined || review === undefined) throw new Error('The company has neither.');

    await audited.ask(`{ folder(id: "${folder.id}") { calls { title } } }`);
    const inFolder = audited.audits();
    await audited.ask('{ answeredScorecards(first: 1) { nodes { id } } }');

    expect([...idsOf(inFolder, 'read-call')].sort()).toEqual(
      folder.calls.map(({ id }) => id).sort(),
    );
    expect(idsOf(audited.audits(), 'read-call')).toHaveLength(1);
  });

  it('includes what raw requests show', async () => {
    const audited = await open({ settings: { GATEWAY_RAW_REQUESTS: 'on' } });
    const [id = ''] = callIds(audited);

    await audited.ask(`mutation { gongRequest(input: { method: POST, path: "/v2/calls/transcript",
      body: { filter: { callIds: ["${id}"] } } }) { status } }`);

    expect(audited.audits().map(({ action, ids }) => [action, ids])).toEqual([
      ['read-transcript', [id]],
    ]);
  });

  it('goes on further lines beyond 1,000 IDs', async () => {
    const audited = await open({ settings: { GATEWAY_MAX_GONG_REQUESTS: '1000' } });
    const { calls } = audited.sandbox.company;
    const [call] = calls;
    if (call === undefined) throw new Error('The company has no calls.');
    const { started } = call.metaData;
    for (let at = 0; at < 1_100; at += 1) {
      calls.push({
        ...call,
        metaData: { ...call.metaData, id: `9${String(at).padStart(9, '0')}`, started },
      });
    }

    await audited.ask('{ a: calls(first: 1000) { nodes { id } pageInfo { endCursor } } }');
    await audited.ask(
      `{ ${Array.from({ length: 12 }, (_, at) => `c${at}: callsByIds(ids: ${JSON.stringify(calls.slice(at * 90, at * 90 + 90).map(({ metaData }) => metaData.id))}) { title }`).join(' ')} }`,
    );

    const counts = audited.audits().map(({ ids }) => (ids as string[]).length);
    expect(counts).toEqual([1000, 1000, 80]);
  });
});

describe('what was refused', () => {
  it('names the field, and hidden calls that were asked for', async () => {
    const audited = await open({ settings: { GATEWAY_POLICY: 'no-audit, hide-private' } });
    const [call] = audited.sandbox.company.calls;
    if (call === undefined) throw new Error('The company has no calls.');
    call.metaData.isPrivate = true;
    const { id } = call.metaData;

    await audited.ask('{ auditLog(type: ACCESS, from: "2026-05-01T00:00:00Z") { nodes { at } } }');
    const log = audited.audits();
    const hidden = await audited.ask(`{ call(id: "${id}") { title } }`);
    const again = await audited.ask(
      `{ calls(filter: { callIds: ["${id}"] }) { nodes { title } } }`,
    );

    expect(log).toMatchObject([{ action: 'refused', code: 'FORBIDDEN', path: 'auditLog' }]);
    expect(hidden).toMatchObject({ data: { call: null } });
    expect(again).toMatchObject({ data: { calls: { nodes: [] } } });
    expect(audited.audits()).toMatchObject([
      { action: 'refused', code: 'HIDDEN', ids: [id] },
      { action: 'refused', code: 'HIDDEN', ids: [id] },
    ]);
  });

  it('has a line for a document that is not in the manifest', async () => {
    const folder = await newFolder();
    const manifest = join(folder, 'manifest.json');
    await writeFile(manifest, JSON.stringify({ one: '{ quota { perDay } }' }));
    const audited = await open({
      settings: {
        GATEWAY_PERSISTED_DOCUMENTS: 'only',
        GATEWAY_PERSISTED_DOCUMENTS_FILE: manifest,
      },
    });

    await audited.ask('{ quota { usedToday } }');

    expect(audited.audits()).toMatchObject([
      { action: 'refused', code: 'QUERY_NOT_IN_SAFELIST', viewer: VIEWER.person, client: 'web' },
    ]);
    expect(audited.operations()).toEqual([]);
  });

  it('has a line for a request that the embedding server does not authenticate', async () => {
    const audited = await open({ authenticate: () => null });

    await audited.ask('{ quota { usedToday } }', { 'x-request-id': 'no-login' });

    expect(audited.audits()).toMatchObject([
      {
        action: 'bad-token',
        requestId: 'no-login',
        reason: 'no-token',
        address: null,
        client: null,
      },
    ]);
    expect(audited.operations()).toEqual([]);
  });
});

describe('what was changed', () => {
  it('names the mutation, its IDs, and the operation at Gong, also of an upload', async () => {
    const audited = await open();
    const { sandbox, gateway } = audited;
    const [host] = sandbox.company.users;
    if (host === undefined) throw new Error('The company has no users.');
    host.settings.telephonyCallsImported = true;
    const created = await audited.ask(`mutation { createCall(input: { clientUniqueId: "d1",
      primaryUserId: "${host.id}", direction: INBOUND, actualStart: "2026-05-30T10:00:00Z",
      title: "CANARY-TITLE", parties: [{ userId: "${host.id}" }, { name: "CANARY-NAME", emailAddress: "canary@canary-buyer.com" }]
    }) { callId } }`);
    expect(created).not.toHaveProperty('errors');
    const { callId } = (created['data'] as { createCall: { callId: string } }).createCall;
    const first = audited.audits();
    const asked = await audited.ask(
      `mutation AskForUrl { addCallMedia(input: { callId: "${callId}" }) { uploadUrl } }`,
    );
    const { uploadUrl } = (asked['data'] as { addCallMedia: { uploadUrl: string } }).addCallMedia;
    const none = audited.audits();
    const upload = (): Promise<Response> =>
      gateway.handle(
        new Request(uploadUrl, {
          method: 'PUT',
          headers: { 'content-type': 'audio/mpeg', 'x-request-id': 'upload-1' },
          body: Buffer.alloc(100_000, 3),
        }),
      );
    const uploaded = await upload();
    const last = audited.audits();
    const twice = await upload();

    expect(first).toMatchObject([
      { action: 'change', mutation: 'createCall', gong: ['addCall'], outcome: 'ok' },
    ]);
    expect(idsOf(first, 'change')).toEqual([host.id, callId]);
    // An upload URL changes nothing yet.
    expect(none).toEqual([]);
    expect([uploaded.status, twice.status]).toEqual([201, 403]);
    expect(last).toMatchObject([
      {
        action: 'change',
        mutation: 'addCallMedia',
        gong: ['addCallRecording'],
        ids: [callId],
        outcome: 'ok',
        viewer: VIEWER.person,
        requestId: 'upload-1',
      },
    ]);
    expect(audited.audits()).toMatchObject([{ action: 'bad-token', reason: 'upload URL: used' }]);
    expect(JSON.stringify(audited.logged)).not.toMatch(/CANARY|canary@/);
  });

  it('has the code of a failed change, and nothing of one that was refused', async () => {
    const audited = await open({ settings: { GATEWAY_POLICY: 'show-private' } });
    const remove =
      'mutation { deleteMeeting(input: { id: "404404" organizerEmail: "canary@x.example" }) { deletedMeetingId } }';

    const { errors } = await audited.ask(remove);
    const failed = audited.audits();

    expect(failed).toMatchObject([
      {
        action: 'change',
        mutation: 'deleteMeeting',
        ids: ['404404'],
        outcome: (errors as { extensions: { code: string } }[])[0]?.extensions.code,
      },
    ]);
    const readOnly = await open({ settings: { GATEWAY_POLICY: 'read-only' } });
    await readOnly.ask(remove);
    expect(readOnly.audits()).toMatchObject([
      { action: 'refused', code: 'FORBIDDEN', path: 'deleteMeeting' },
    ]);
    expect(JSON.stringify([audited.logged, readOnly.logged])).not.toContain('canary@');
  });
});

describe('what the logs hold', () => {
  it('is the name of no person but the viewer, and no title, address, or text', async () => {
    const audited = await open({ settings: { GATEWAY_RAW_REQUESTS: 'on' } });
    const { sandbox } = audited;
    const { calls, users } = sandbox.company;
    const [call] = calls;
    if (call === undefined) throw new Error('The company has no calls.');
    const { id } = call.metaData;

    const body = await audited.ask(`query ByTitle { calls(first: 20) { nodes {
      id title primaryUser { name emailAddress } parties { name emailAddress phoneNumber }
      transcript { text } media { audioUrl videoUrl }
    } } failing: call(id: "${id}") { passages(text: "hello") { text } } }`);
    await audited.ask(
      `query ($ids: [ID!]!) { callsByIds(ids: $ids) { title } other(title: "${call.metaData.title}") }`,
    );
    await audited.ask(
      `mutation { gongRequest(input: { method: GET, path: "/v2/users" }) { body } }`,
    );

    const text = JSON.stringify(audited.logged);
    const secrets = [
      ...users.flatMap(({ emailAddress, lastName }) => [emailAddress, lastName]),
      ...calls.flatMap(({ metaData, parties }) => [
        metaData.title,
        ...(parties ?? []).flatMap(({ emailAddress, name }) => [emailAddress, name]),
      ]),
    ].filter((secret): secret is string => typeof secret === 'string' && secret.length > 3);
    expect(JSON.stringify(body)).toContain(call.metaData.title);
    expect(secrets.length).toBeGreaterThan(50);
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    expect(text).not.toContain('https://');
    const withoutAudit = audited.logged.filter(({ message }) => message !== 'Audit');
    expect(withoutAudit.length).toBeGreaterThan(2);
    expect(JSON.stringify(withoutAudit)).not.toContain('ada');
    expect(audited.operations()).toMatchObject([
      { operation: 'ByTitle', errorCodes: ['REPLICA_OFF'], isPartial: true },
      { errorCodes: ['GRAPHQL_VALIDATION_FAILED'], isPartial: false },
      { errorCodes: [] },
    ]);
  });
});

describe('a logger of the embedding program that fails', () => {
  it('fails no operation, and its lost records are reported', async () => {
    const reported: unknown[] = [];
    const audited = await open({
      logger: {
        debug: () => undefined,
        info: (_fields, message) => {
          if (message === 'Audit') throw new TypeError('The stream is closed.');
        },
        warn: () => undefined,
        error: (fields, message) => reported.push({ ...fields, message }),
      },
    });

    const { data, errors } = await audited.ask('{ calls(first: 2) { nodes { id } } }');

    expect([errors, data]).toEqual([undefined, { calls: { nodes: expect.anything() } }]);
    expect(reported).toMatchObject([
      { message: 'Audit log cannot be written: records are lost', reason: 'TypeError', lost: 1 },
    ]);
  });
});

describe('an executor of the embedding program', () => {
  it('is audited and has a line when the context is closed', async () => {
    const { graphql } = await import('graphql');
    const audited = await open();
    const { gateway } = audited;
    const [id = ''] = callIds(audited);

    const contextValue = await gateway.createContext(VIEWER, { requestId: 'own-1' });
    await graphql({
      schema: gateway.schema,
      source: `{ call(id: "${id}") { title } }`,
      contextValue,
    });
    const early = audited.audits();
    contextValue.close();
    contextValue.close();

    expect(early).toEqual([]);
    const lines = audited.logged.filter(({ requestId }) => requestId === 'own-1');
    expect(lines).toMatchObject([
      { message: 'Operation ended', gongRequests: 1 },
      { message: 'Audit', action: 'read-call', ids: [id], viewer: VIEWER.person },
    ]);
  });
});

describe('GATEWAY_AUDIT_LOG', () => {
  it('is off by default', async () => {
    const audited = await open({ settings: { GATEWAY_AUDIT_LOG: undefined } });

    await audited.ask('{ calls(first: 3) { nodes { id title } } }');

    expect(audited.audits()).toEqual([]);
    expect(audited.operations()).toHaveLength(1);
  });

  it('writes a private file, and follows it when it is renamed', async () => {
    const stateDir = await newFolder();
    const path = join(stateDir, 'audit.log');
    const audited = await open({
      settings: { GATEWAY_AUDIT_LOG: 'file', GATEWAY_STATE_DIR: stateDir },
    });
    const query = '{ calls(first: 2) { nodes { title } } }';

    await audited.ask(query);
    const first = await readFile(path, 'utf8');
    const { mode } = await stat(path);

    expect(
      first
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Line),
    ).toMatchObject([{ action: 'read-call', viewer: VIEWER.person }]);
    expect(mode & 0o777).toBe(0o600);
    expect(audited.audits()).toEqual([]);
    await rename(path, `${path}.1`);
    expect(await readFile(`${path}.1`, 'utf8')).toBe(first);
  });

  it.each([
    ['elsewhere', 'GATEWAY_AUDIT_LOG must be off, stdout, file, or file: with a path.'],
    [
      'file:/nonexistent/folder/audit.log',
      'GATEWAY_AUDIT_LOG: the file /nonexistent/folder/audit.log cannot be opened (ENOENT). Create its folder, and let the gateway write there.',
    ],
    [
      'stdout',
      'GATEWAY_AUDIT_LOG=stdout needs a logger here, which gets the records. Pass logger, or set a file.',
    ],
  ])('refuses %s with the fix', async (value, problem) => {
    const stateDir = await newFolder();
    const settings = { ...settingsFor('http://127.0.0.1:1', stateDir), GATEWAY_AUDIT_LOG: value };

    await expect(createGateway({ settings })).rejects.toThrow(problem);
  });
});
