import {
  copyFile,
  cp,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { systemClock } from '../../src/lib/clock.js';
import { Sealer, type Resealed } from '../../src/lib/sealer.js';
import type { Replica } from '../../src/replica/replica.js';
import { defaultReplica, type ReplicaConfig } from '../../src/replica/replicaConfig.js';
import { ReplicaFiles } from '../../src/storage/libsql/replicaFiles.js';
import { ReplicaSchemas } from '../../src/storage/postgres/replicaSchemas.js';
import { fileKeyOf, hashKeyOf, openReplicaKey } from '../../src/storage/replicaKey.js';
import { openReplicas } from '../../src/storage/replicas.js';
import { silentLogger } from '../support/gateway.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { callRecord } from '../support/replica.js';

const OLD = 'the-old-secret-of-at-least-32-characters';
const NEW = 'the-new-secret-of-at-least-32-characters';
const BOTH = `${NEW} ${OLD}`;

let stateDir: string;
let server: TestPostgres;
let warned: unknown[];
const opened: Replica[] = [];

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.close());
beforeEach(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'replicas-'));
  warned = [];
});
afterEach(async () => {
  await closeAll();
  await query(`
    do $$ declare name text; begin
      for name in select nspname from pg_namespace where nspname like 'gateway%' loop
        execute format('drop schema %I cascade', name);
      end loop;
    end $$`);
  await rm(stateDir, { recursive: true });
});

const closeAll = () => Promise.all(opened.splice(0).map((replica) => replica.close()));

async function query(sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client(server.url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const inFile: ReplicaConfig = { ...defaultReplica, place: 'file' };
const inPostgres = (): ReplicaConfig => ({
  ...defaultReplica,
  place: { postgresUrl: server.url },
});

async function open(settings: ReplicaConfig, secret: string, name = 'one'): Promise<Replica> {
  const logger = { ...silentLogger, warn: (...line: unknown[]) => warned.push(line) };
  const replica = await openReplicas({ stateDir, secret }, systemClock, logger).openReplica(
    name,
    settings,
    () => undefined,
  );
  if ('off' in replica) throw new Error(replica.off);
  opened.push(replica);
  return replica;
}

function reseal({ place }: ReplicaConfig, secret: string): Promise<Resealed> {
  const options = { stateDir, secret, clock: systemClock, logger: silentLogger };
  return typeof place === 'object'
    ? new ReplicaSchemas(options).reseal(place.postgresUrl)
    : new ReplicaFiles(options).reseal();
}

const changesOf = (replica: Replica, after: number) =>
  replica.callChanges({ after, first: 9, parts: null });
const names = () => readdir(join(stateDir, 'replica'));
const inFolder = (name: string) => join(stateDir, 'replica', name);

/** Does what the documentation says, to use files again that were set aside. */
async function putBack(): Promise<void> {
  const all = await names();
  const aside = all.filter((name) => name.includes('.unreadable'));
  for (const name of all) if (!aside.includes(name)) await rm(inFolder(name));
  for (const name of aside) await rename(inFolder(name), inFolder(name.replace('.unreadable', '')));
}

/** A copy with one call and a barred one, and what a reader knows of it. */
async function writtenWith(settings: ReplicaConfig, secret: string) {
  const replica = await open(settings, secret);
  const { seq: start, epoch } = await replica.head();
  await replica.putCalls([callRecord('1'), callRecord('2')], 1);
  await replica.eraseCalls(['2'], Date.now() + 3_600_000);
  return { replica, start, epoch };
}

describe.each([
  ['a file', () => inFile],
  ['PostgreSQL', inPostgres],
])('the key of a replica in %s', (_name, settings) => {
  it('stays when another secret becomes the first one, with content, changes, and erasures', async () => {
    const { start, epoch } = await writtenWith(settings(), OLD);
    await closeAll();
    const replica = await open(settings(), BOTH);
    await replica.putCalls([callRecord('1'), callRecord('2')], 2);

    expect((await replica.head()).epoch).toBe(epoch);
    expect([...(await replica.findCalls(['1', '2'])).keys()]).toEqual(['1']);
    // What is read again has the hashes that it had, so it is no change.
    expect(await changesOf(replica, start)).toMatchObject([{ id: '1', seq: start + 1 }]);
    expect(warned).toEqual([]);
  });

  it('opens with the new secret alone once it is sealed again, while a gateway writes', async () => {
    const { replica, epoch } = await writtenWith(settings(), OLD);
    const resealed = await reseal(settings(), BOTH);
    await replica.putCalls([callRecord('3')], 1);
    const again = await reseal(settings(), BOTH);
    await closeAll();
    const after = await open(settings(), NEW);
    await after.putCalls([callRecord('2')], 2);

    expect(resealed).toEqual({ resealed: 1, current: 0, busy: 0, unreadable: 0 });
    expect(again).toEqual({ resealed: 0, current: 1, busy: 0, unreadable: 0 });
    expect((await after.head()).epoch).toBe(epoch);
    expect([...(await after.findCalls(['1', '2', '3'])).keys()]).toEqual(['1', '3']);
    expect(warned).toEqual([]);
    await closeAll();
    expect((await (await open(settings(), OLD)).head()).epoch).not.toBe(epoch);
  });

  it('does not open with the new secret alone before that, and the copy starts again', async () => {
    const { epoch } = await writtenWith(settings(), OLD);
    await closeAll();
    const replica = await open(settings(), NEW);

    expect((await replica.head()).epoch).not.toBe(epoch);
    expect(await replica.countCalls()).toBe(0);
    await replica.putCalls([callRecord('2')], 1);
    await closeAll();
    const again = await open(settings(), NEW);
    expect([...(await again.findCalls(['1', '2'])).keys()]).toEqual(['2']);
  });

  it('is left as it is by a rotation without its secret', async () => {
    const { epoch } = await writtenWith(settings(), OLD);
    await closeAll();

    expect(await reseal(settings(), NEW)).toEqual({
      resealed: 0,
      current: 0,
      busy: 0,
      unreadable: 1,
    });
    expect((await (await open(settings(), OLD)).head()).epoch).toBe(epoch);
  });

  it('is sealed again for every company', async () => {
    for (const name of ['one', 'two', 'three']) await open(settings(), OLD, name);
    await open(settings(), NEW, 'four');

    expect(await reseal(settings(), BOTH)).toMatchObject({ resealed: 3, current: 1 });
  });

  it('is deleted with the replica', async () => {
    await open(settings(), OLD);
    await closeAll();
    const replicas = openReplicas({ stateDir, secret: OLD }, systemClock, silentLogger);
    await replicas.dropReplica('one', settings());

    expect(await reseal(settings(), OLD)).toMatchObject({ current: 0, unreadable: 0 });
  });
});

describe('the file of a replica', () => {
  it.each<[string, () => Promise<void>]>([
    ['sealed with another secret', () => Promise.resolve()],
    ['damaged', () => writeFile(inFolder('one.key'), 'nonsense')],
    ['missing', () => rm(inFolder('one.key'))],
  ])('is set aside with its key, when that is %s', async (_, damage) => {
    await writtenWith(inFile, OLD);
    await closeAll();
    await damage();
    const replica = await open(inFile, NEW);

    expect(await replica.countCalls()).toBe(0);
    expect(warned).toEqual([
      [
        {
          file: inFolder('one.db.unreadable'),
          hint: expect.stringContaining('a secret that GATEWAY_SECRET does not list'),
        },
        'Replica file set aside',
      ],
    ]);
    expect(await names()).toEqual(expect.arrayContaining(['one.db.unreadable', 'one.key']));
  });

  it('can be used again, when it was set aside for a missing secret', async () => {
    const { epoch } = await writtenWith(inFile, OLD);
    await closeAll();
    await open(inFile, NEW);
    await closeAll();
    await putBack();

    expect((await (await open(inFile, BOTH)).head()).epoch).toBe(epoch);
  });

  it('can be used again, when the gateway was killed before a secret was missing', async () => {
    const { replica, epoch } = await writtenWith(inFile, OLD);
    const killedDir = await mkdtemp(join(tmpdir(), 'replicas-'));
    await cp(stateDir, killedDir, { recursive: true });
    await replica.close();
    await rm(stateDir, { recursive: true });
    stateDir = killedDir;
    expect((await stat(inFolder('one.db-wal'))).size).toBeGreaterThan(0);
    await open(inFile, NEW);
    await closeAll();
    await putBack();
    const again = await open(inFile, BOTH);

    expect((await again.head()).epoch).toBe(epoch);
    expect([...(await again.findCalls(['1', '2'])).keys()]).toEqual(['1']);
  });

  it('is set aside later, when the process ended after it had set the key aside', async () => {
    const { epoch } = await writtenWith(inFile, OLD);
    await closeAll();
    await rename(inFolder('one.key'), inFolder('one.key.unreadable'));
    await open(inFile, NEW);
    await closeAll();
    await putBack();

    expect((await (await open(inFile, OLD)).head()).epoch).toBe(epoch);
  });

  it('is not set aside by a gateway with another secret, while one with its secret uses it', async () => {
    const { replica } = await writtenWith(inFile, OLD);
    const before = await names();

    await expect(open(inFile, NEW)).rejects.toMatchObject({ kind: 'locked' });
    expect(await names()).toEqual(before);
    await replica.putCalls([callRecord('3')], 1);
    expect(await replica.countCalls()).toBe(2);
  });

  it('does not open for another company, even with its key', async () => {
    await writtenWith(inFile, OLD);
    await closeAll();
    await copyFile(inFolder('one.db'), inFolder('two.db'));
    await copyFile(inFolder('one.key'), inFolder('two.key'));

    expect(await (await open(inFile, OLD, 'two')).countCalls()).toBe(0);
    expect(await names()).toContain('two.db.unreadable');
  });

  it('uses the key that a killed process left without a file', async () => {
    await open(inFile, OLD);
    await closeAll();
    const key = await readFile(inFolder('one.key'));
    await rm(inFolder('one.db'));
    await open(inFile, BOTH);

    expect(await readFile(inFolder('one.key'))).toEqual(key);
    expect(warned).toEqual([]);
  });

  it('has neither its keys nor the secret in clear, in any file beside it', async () => {
    const { replica } = await writtenWith(inFile, OLD);
    await reseal(inFile, BOTH);
    await replica.putCalls([callRecord('3')], 1);
    const sealer = new Sealer(NEW, 'replica');
    const key = openReplicaKey(sealer, await readFile(inFolder('one.key')), 'one');
    if (key === null) throw new Error('The key cannot be opened.');
    const keys = [key, fileKeyOf(key), hashKeyOf(key)];
    const readable = [
      ...[OLD, NEW, ...keys],
      ...keys.flatMap((each) => [each.toString('hex'), each.toString('base64')]),
    ];

    for (const name of await names()) {
      const content = await readFile(inFolder(name));
      expect([name, readable.filter((text) => content.includes(text))]).toEqual([name, []]);
    }
    expect(await names()).toEqual(expect.arrayContaining(['one.db', 'one.db-wal', 'one.key']));
  });

  it('leaves no file in the folder once it is deleted, nor one that was set aside', async () => {
    await writtenWith(inFile, OLD);
    await closeAll();
    await open(inFile, NEW);
    await closeAll();
    const options = { stateDir, secret: NEW, clock: systemClock, logger: silentLogger };
    expect(await names()).toContain('one.key.unreadable');
    await new ReplicaFiles(options).purgeReplica('one');

    expect(await names()).toEqual([]);
  });
});

describe('a replica in PostgreSQL', () => {
  it.each([
    ['at first', () => Promise.resolve()],
    [
      'after another secret',
      async () => {
        await writtenWith(inPostgres(), OLD);
        await closeAll();
      },
    ],
  ])('gets one key from gateways that open it together, %s', async (_, before) => {
    await before();
    const all = await Promise.all(
      Array.from({ length: 4 }, () =>
        open(inPostgres(), `${NEW} a-third-secret-${'x'.repeat(32)}`),
      ),
    );
    const epochs = await Promise.all(all.map(async (replica) => (await replica.head()).epoch));
    await Promise.all(all.map((replica, index) => replica.putCalls([callRecord(`1${index}`)], 1)));

    expect(new Set(epochs).size).toBe(1);
    expect(await all[0]?.countCalls()).toBe(4);
    expect(await reseal(inPostgres(), NEW)).toMatchObject({ current: 1, unreadable: 0 });
  });

  it('takes no writes from a gateway with the old secret, once one with a new secret has started it again', async () => {
    const { replica: old } = await writtenWith(inPostgres(), OLD);
    const next = await open(inPostgres(), NEW);

    await expect(old.putCalls([callRecord('3')], 1)).rejects.toMatchObject({ kind: 'conflict' });
    expect(await old.leases.acquire('old', 60_000)).toBeNull();
    expect(await next.countCalls()).toBe(0);
  });

  it.each([
    'sealed_key = null',
    "sealed_key = '\\x00'",
    "key_id = 'of another key'",
    'key_id = null',
  ])('starts again with %s', async (change) => {
    const { epoch } = await writtenWith(inPostgres(), OLD);
    await closeAll();
    const [schema] = await query(`select nspname from pg_namespace where nspname like 'gateway%'`);
    await query(`update ${String(schema?.['nspname'])}.head set ${change}`);
    const replica = await open(inPostgres(), OLD);

    expect((await replica.head()).epoch).not.toBe(epoch);
    expect(await replica.countCalls()).toBe(0);
    const again = await open(inPostgres(), OLD);
    expect((await again.head()).epoch).toBe((await replica.head()).epoch);
  });

  it('holds neither its key nor the secret in clear', async () => {
    await writtenWith(inPostgres(), OLD);
    const [schema] = await query(`select nspname from pg_namespace where nspname like 'gateway%'`);
    const [head] = await query(`select * from ${String(schema?.['nspname'])}.head`);
    const sealed = head?.['sealed_key'] as Buffer;

    expect(sealed).toHaveLength(75);
    expect(sealed.includes(OLD)).toBe(false);
    expect(JSON.stringify({ ...head, sealed_key: null })).not.toContain(OLD);
  });

  it('has no key to seal again, when another program has a schema of a similar name', async () => {
    const schema = `gateway_${'a'.repeat(32)}`;
    await query(`create schema ${schema}; create table ${schema}.head(id int)`);

    expect(await reseal(inPostgres(), NEW)).toEqual({
      resealed: 0,
      current: 0,
      busy: 0,
      unreadable: 0,
    });
  });
});
