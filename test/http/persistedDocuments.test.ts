import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { parseConfig, type PersistedDocuments } from '../../src/config/config.js';
import type { DocumentStore } from '../../src/lib/documentStore.js';
import { startServer, type TestServer } from './support.js';

let server: TestServer;
const started: TestServer[] = [];

async function start(
  persistedDocuments: PersistedDocuments = { mode: 'apq' },
  sharedDocuments?: DocumentStore,
): Promise<TestServer> {
  server = await startServer({
    httpConfig: { persistedDocuments },
    ...(sharedDocuments === undefined ? {} : { sharedDocuments }),
  });
  started.push(server);
  return server;
}
afterEach(async () => {
  await Promise.all(started.splice(0).map(({ app }) => app.close()));
});

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const QUERY = 'query One { users(first: 1) { nodes { id } } }';
const HASH = sha256(QUERY);
const OTHER = '{ __typename }';

interface Answer {
  readonly status: number;
  readonly data: object | null | undefined;
  readonly code: string | undefined;
  readonly message: string | undefined;
  readonly spent: number;
}

async function send(path: string, init: RequestInit): Promise<Answer> {
  const before = server.sandbox.requests.length;
  const response = await fetch(`${server.origin}${path}`, init);
  const { data, errors } = (await response.json()) as {
    readonly data?: object | null;
    readonly errors?: readonly { message: string; extensions: { code: string } }[];
  };
  return {
    status: response.status,
    data,
    code: errors?.[0]?.extensions.code,
    message: errors?.[0]?.message,
    spent: server.sandbox.requests.length - before,
  };
}

const post = (body: object): Promise<Answer> =>
  send('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

function get(parameters: Record<string, string>): Promise<Answer> {
  const search = new URLSearchParams(parameters).toString();
  return send(`/graphql?${search}`, { headers: { 'apollo-require-preflight': '1' } });
}

const byHash = (hash: unknown, version: unknown = 1) => ({
  extensions: { persistedQuery: { version, sha256Hash: hash } },
});
const users = { users: { nodes: [{ id: expect.any(String) }] } };

describe('automatic persisted queries', () => {
  it('are requested, registered, and then named by their hash alone', async () => {
    await start();

    const unknown = await post(byHash(HASH));
    const registered = await post({ query: QUERY, ...byHash(HASH) });
    const known = await post(byHash(HASH));
    const got = await get({ extensions: JSON.stringify(byHash(HASH).extensions) });

    expect(unknown).toMatchObject({ status: 200, code: 'PERSISTED_QUERY_NOT_FOUND', spent: 0 });
    for (const answer of [registered, known, got]) {
      expect(answer).toMatchObject({ status: 200, data: users, spent: 1 });
    }
  });

  it('are named by documentId, too', async () => {
    await start();

    expect((await post({ documentId: HASH })).code).toBe('PERSISTED_QUERY_NOT_FOUND');
    await post({ query: QUERY, documentId: `sha256:${HASH}` });

    expect(await post({ documentId: `sha256:${HASH}` })).toMatchObject({ data: users });
    expect(await post({ documentId: HASH, ...byHash(HASH) })).toMatchObject({ data: users });
    expect(await get({ documentId: HASH })).toMatchObject({ data: users });
  });

  it('accept variables and other extensions', async () => {
    await start();
    const query = 'query ($n: Int) { users(first: $n) { nodes { id } } }';
    const documentId = sha256(query);
    await post({ query, documentId, variables: { n: 2 } });

    const posted = await post({ documentId, variables: { n: 3 } });
    const got = await get({ documentId, variables: '{"n":4}' });
    const priced = await post({
      documentId,
      variables: { n: 3 },
      extensions: { gong: { estimateOnly: true } },
    });

    expect(posted.data).toEqual({ users: { nodes: [1, 2, 3].map(() => expect.any(Object)) } });
    expect(got.data).toEqual({ users: { nodes: [1, 2, 3, 4].map(() => expect.any(Object)) } });
    expect(priced).toMatchObject({ data: null, spent: 0 });
  });

  it.each<[string, object]>([
    ['a hash of another text', { query: OTHER, ...byHash(HASH) }],
    ['a documentId of another text', { query: OTHER, documentId: HASH }],
    ['a hash and another documentId', { documentId: HASH, ...byHash(sha256(OTHER)) }],
    ['a hash that is none', byHash({ toString: 'x' })],
    ['a list of hashes', byHash([HASH])],
    ['another version', byHash(HASH, 2)],
    ['nothing of what is needed', { query: OTHER, extensions: { persistedQuery: true } }],
  ])('are refused with %s, and not stored', async (_, body) => {
    await start();

    expect(await post(body)).toMatchObject({ status: 400, code: 'BAD_REQUEST', spent: 0 });
    expect((await post(byHash(HASH))).code).toBe('PERSISTED_QUERY_NOT_FOUND');
    expect(server.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('are not stored when the document is invalid', async () => {
    await start();
    const query = '{ nothing }';

    await post({ query, ...byHash(sha256(query)) });

    expect((await post(byHash(sha256(query)))).code).toBe('PERSISTED_QUERY_NOT_FOUND');
  });

  it('are not stored when they are very long', async () => {
    await start();
    const query = `${OTHER} # ${'x'.repeat(100_000)}`;

    expect((await post({ query, ...byHash(sha256(query)) })).data).toEqual({ __typename: 'Query' });
    expect((await post(byHash(sha256(query)))).code).toBe('PERSISTED_QUERY_NOT_FOUND');
  });

  it('are evicted when the least recently used', async () => {
    await start();
    const long = (n: number): string => `${OTHER} # ${n}${'x'.repeat(60_000)}`;
    for (let n = 0; n < 150; n += 1) {
      await post({ query: long(n), ...byHash(sha256(long(n))) });
    }

    expect((await post(byHash(sha256(long(0))))).code).toBe('PERSISTED_QUERY_NOT_FOUND');
    expect((await post(byHash(sha256(long(149))))).data).toEqual({ __typename: 'Query' });
  });
});

describe('documents of two tenants', () => {
  it('are separate, in memory and in the shared store', async () => {
    const kept = new Map<string, string>();
    const sharedDocuments: DocumentStore = {
      get: (tenant, hash) => Promise.resolve(kept.get(`${tenant} ${hash}`)),
      set: (tenant, hash, text) => {
        kept.set(`${tenant} ${hash}`, text);
        return Promise.resolve();
      },
    };
    for (const options of [{}, { sharedDocuments }]) {
      server = await startServer({
        tokens: ['acme', 'globex'].map((tenant) => ({
          client: 'web',
          tenant,
          token: `${tenant}-token`,
        })),
        httpConfig: { persistedDocuments: { mode: 'apq' } },
        ...options,
      });
      started.push(server);
      const as = async (tenant: string, body: object): Promise<Answer> =>
        send('/graphql', {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${tenant}-token` },
          body: JSON.stringify(body),
        });
      await as('acme', { query: OTHER, ...byHash(sha256(OTHER)) });
      const named = byHash(sha256(OTHER));

      expect(await as('acme', named)).toMatchObject({ data: { __typename: 'Query' } });
      expect(await as('globex', named)).toMatchObject({ code: 'PERSISTED_QUERY_NOT_FOUND' });
      await as('globex', { query: OTHER, ...named });
      expect(await as('globex', named)).toMatchObject({ data: { __typename: 'Query' } });
    }
  });
});

describe('documents that instances share', () => {
  const createStore = () => {
    const kept = new Map<string, string>();
    const asked: string[] = [];
    const store: DocumentStore = {
      get: (tenant, hash) => {
        asked.push(hash);
        return Promise.resolve(kept.get(`${tenant} ${hash}`));
      },
      set: (tenant, hash, text) => {
        kept.set(`${tenant} ${hash}`, text);
        return Promise.resolve();
      },
    };
    return { kept, asked, store };
  };

  it('are known at each instance', async () => {
    const { store, asked } = createStore();
    await start({ mode: 'apq' }, store);
    await post({ query: QUERY, ...byHash(HASH) });
    await start({ mode: 'apq' }, store);

    expect(await post(byHash(HASH))).toMatchObject({ data: users });
    expect(await post(byHash(HASH))).toMatchObject({ data: users });
    // The second time, it was there.
    expect(asked).toEqual([HASH]);
  });

  it('run only when their hash matches', async () => {
    const { store, kept } = createStore();
    kept.set(`default ${HASH}`, OTHER);
    await start({ mode: 'apq' }, store);

    expect((await post(byHash(HASH))).code).toBe('PERSISTED_QUERY_NOT_FOUND');
  });

  it('are found by hashes only', async () => {
    const { store, asked } = createStore();
    await start({ mode: 'apq' }, store);

    for (const documentId of ['x', '../x', HASH.toUpperCase(), `${HASH}0`]) {
      expect((await post({ documentId })).code).toBe('PERSISTED_QUERY_NOT_FOUND');
    }
    expect(asked).toEqual([]);
  });
});

describe('when persisted documents are off', () => {
  it.each<[string, object]>([
    ['a hash', byHash(HASH)],
    ['a hash and its text', { query: QUERY, ...byHash(HASH) }],
    ['a documentId', { documentId: HASH }],
  ])('%s gets an error that says so', async (_, body) => {
    await start({ mode: 'off' });

    expect(await post(body)).toMatchObject({
      status: 200,
      code: 'PERSISTED_QUERY_NOT_SUPPORTED',
      spent: 0,
    });
  });

  it('a document runs by its text', async () => {
    await start({ mode: 'off' });

    expect(await post({ query: QUERY })).toMatchObject({ data: users });
  });
});

describe('when only documents of a manifest may run', () => {
  const manifest = {
    format: 'apollo-persisted-query-manifest',
    version: 1,
    operations: [
      { id: HASH, name: 'One', type: 'query', body: QUERY },
      { id: 'custom', name: 'Two', type: 'query', body: 'query Two { __typename }' },
    ],
  };
  const { persistedDocuments } = parseConfig(
    { GATEWAY_PERSISTED_DOCUMENTS: 'only', GATEWAY_PERSISTED_DOCUMENTS_FILE: 'documents.json' },
    () => JSON.stringify(manifest),
  ).http;
  const two = { __typename: 'Query' };

  it.each<[string, () => Promise<Answer>, object]>([
    ['its hash', () => post(byHash(HASH)), users],
    ['its id', () => post({ documentId: 'custom' }), two],
    ['its id as a hash', () => post(byHash('custom')), two],
    ['the hash of its text', () => post(byHash(sha256('query Two { __typename }'))), two],
    [
      'its hash as GraphQL over HTTP spells it',
      () => post({ documentId: `sha256:${HASH}` }),
      users,
    ],
    ['its text', () => post({ query: QUERY }), users],
    ['its text and hash', () => post({ query: QUERY, ...byHash(HASH) }), users],
    ['its text by GET', () => get({ query: QUERY }), users],
    ['its id by GET', () => get({ documentId: 'custom' }), two],
    ['its hash by GET', () => get({ extensions: JSON.stringify(byHash(HASH).extensions) }), users],
  ])('one runs by %s', async (_, ask, data) => {
    await start(persistedDocuments);

    expect(await ask()).toMatchObject({ status: 200, data });
  });

  const forged = `{ workspaces { id } }`;
  it.each<[string, () => Promise<Answer>, number, string]>([
    ['another text', () => post({ query: forged }), 403, 'QUERY_NOT_IN_SAFELIST'],
    ['nearly the text', () => post({ query: `${QUERY} ` }), 403, 'QUERY_NOT_IN_SAFELIST'],
    ['a text that is none', () => post({ query: '{' }), 403, 'QUERY_NOT_IN_SAFELIST'],
    ['another text by GET', () => get({ query: forged }), 403, 'QUERY_NOT_IN_SAFELIST'],
    [
      'a known id and another text',
      () => post({ query: forged, documentId: 'custom' }),
      403,
      'QUERY_NOT_IN_SAFELIST',
    ],
    [
      'a known hash and another text',
      () => post({ query: forged, ...byHash(HASH) }),
      403,
      'QUERY_NOT_IN_SAFELIST',
    ],
    [
      'an unknown id',
      () => post({ documentId: 'x'.repeat(100_000) }),
      404,
      'PERSISTED_QUERY_NOT_IN_LIST',
    ],
    ['an unknown hash', () => post(byHash('a'.repeat(64))), 404, 'PERSISTED_QUERY_NOT_IN_LIST'],
    [
      'a new text with its hash',
      () => post({ query: forged, ...byHash(sha256(forged)) }),
      404,
      'PERSISTED_QUERY_NOT_IN_LIST',
    ],
    [
      'an id that every object has',
      () => post({ documentId: 'constructor' }),
      404,
      'PERSISTED_QUERY_NOT_IN_LIST',
    ],
    ['nothing', () => post({ variables: {} }), 400, 'PERSISTED_QUERY_ID_REQUIRED'],
    ['a hash that is none', () => post(byHash(7)), 400, 'PERSISTED_QUERY_ID_REQUIRED'],
    [
      'a document in place of a text',
      () => post({ query: { kind: 'Document' } }),
      400,
      'PERSISTED_QUERY_ID_REQUIRED',
    ],
    ['nothing by GET', () => get({ variables: '{}' }), 400, 'PERSISTED_QUERY_ID_REQUIRED'],
    [
      'extensions that are none, by GET',
      () => get({ query: QUERY, extensions: '[' }),
      400,
      'BAD_REQUEST',
    ],
    ['a batch', () => post([{ query: forged }]), 400, 'BAD_REQUEST'],
  ])('other documents are refused before they are parsed: %s', async (_, ask, status, code) => {
    await start(persistedDocuments);

    const answer = await ask();

    expect(answer).toMatchObject({ status, code, spent: 0 });
    expect(answer.data).toBeUndefined();
    expect(answer.message?.length).toBeLessThan(300);
    expect(server.contexts).toEqual([]);
  });

  it('invalid ones are logged at startup and refused', async () => {
    const aliases = `{ ${Array.from({ length: 101 }, (_, n) => `a${n}: __typename`).join(' ')} }`;
    const manifest = { good: QUERY, bad: '{ nothing }', wide: aliases };
    const documents = parseConfig(
      { GATEWAY_PERSISTED_DOCUMENTS: 'only', GATEWAY_PERSISTED_DOCUMENTS_FILE: 'documents.json' },
      () => JSON.stringify(manifest),
    ).http.persistedDocuments;
    await start(documents);

    expect(server.logged).toMatchObject([
      {
        level: 'warn',
        message: expect.stringContaining('Some persisted documents are invalid'),
        fields: {
          count: 2,
          documents: [
            { id: 'bad', problem: 'Cannot query field "nothing" on type "Query".' },
            { id: 'wide', problem: expect.stringContaining('the limit is 100') },
          ],
        },
      },
    ]);
    expect(await post({ documentId: 'good' })).toMatchObject({ data: users });
    expect(await post({ documentId: 'bad' })).toMatchObject({ code: 'GRAPHQL_VALIDATION_FAILED' });
  });

  it('a second query in the URL is refused', async () => {
    await start(persistedDocuments);
    const search = `query=${encodeURIComponent(QUERY)}&query=${encodeURIComponent(forged)}`;

    const answer = await send(`/graphql?${search}`, {
      headers: { 'apollo-require-preflight': '1' },
    });

    expect(answer).toMatchObject({ status: 400, code: 'BAD_REQUEST', spent: 0 });
  });

  it('a multipart operation is refused', async () => {
    await start(persistedDocuments);
    const form = new FormData();
    form.set('operations', JSON.stringify({ query: forged, variables: { file: null } }));
    form.set('map', JSON.stringify({ 0: ['variables.file'] }));
    form.set('0', new Blob(['x']), 'a.mp3');

    const answer = await send('/graphql', {
      method: 'POST',
      headers: { 'apollo-require-preflight': '1' },
      body: form,
    });

    expect(answer).toMatchObject({ status: 403, code: 'QUERY_NOT_IN_SAFELIST', spent: 0 });
  });
});
