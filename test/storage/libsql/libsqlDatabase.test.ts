import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { systemClock } from '../../../src/lib/clock.js';
import type { Database, SqlValue, WriteStatement } from '../../../src/replica/database.js';
import { openLibsql, type LibsqlOptions } from '../../../src/storage/libsql/libsqlDatabase.js';
import { FakeClock } from '../../support/clock.js';
import { childrenOf } from '../../support/processes.js';
import { replicaFolder, testKey } from '../../support/replica.js';

let folder: Awaited<ReturnType<typeof replicaFolder>>;
const opened: Database[] = [];

beforeEach(async () => {
  folder = await replicaFolder();
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.close()));
  await folder.remove();
});

async function open(options: Partial<LibsqlOptions> = {}): Promise<Database> {
  const database = await openLibsql({
    path: folder.path,
    key: testKey,
    clock: systemClock,
    lockWaitMs: 0,
    ...options,
  });
  opened.push(database);
  return database;
}

const all = (database: Database, sql: string, ...parameters: SqlValue[]) =>
  database.all({ sql, parameters });
const write = (database: Database, sql: string, ...parameters: SqlValue[]) =>
  database.write([{ sql, parameters }]);

/** Processes of the engine: one writes, the other one reads. */
const engines = () => childrenOf(process.pid, 'libsql/child');

describe('openLibsql()', () => {
  it('refuses a file of another key, and a file that is none of its own', async () => {
    const database = await open();
    await database.define(['create table x(a)']);
    await database.close();
    await expect(open({ key: Buffer.alloc(32, 8) })).rejects.toMatchObject({ kind: 'corrupt' });
    const foreign = join(dirname(folder.path), 'foreign.db');
    await writeFile(foreign, 'This is not a database. '.repeat(1000));

    await expect(open({ path: foreign })).rejects.toMatchObject({ kind: 'corrupt' });
    expect(engines()).toEqual([]);
  });

  it('refuses an empty key, which would write plain text', async () => {
    await expect(open({ key: Buffer.alloc(0) })).rejects.toMatchObject({
      kind: 'statement',
      message: 'The key of a database is empty.',
    });
  });

  it('refuses a file that is open already', async () => {
    const database = await open();
    await expect(open()).rejects.toMatchObject({ kind: 'locked' });
    await database.close();

    await expect(open()).resolves.toBeDefined();
  });

  it('writes nothing that can be read, and only files of mode 0600', async () => {
    const database = await open();
    await database.define([
      'create table x(a text)',
      "create virtual table w using fts5(t, content='', contentless_delete=1, tokenize='ascii')",
    ]);
    await write(database, 'insert into x values (?)', 'canary');
    await write(database, 'insert into w(rowid, t) values (1, ?)', 'canary');
    const check = async (): Promise<string[]> => {
      const names = await readdir(dirname(folder.path));
      for (const name of names) {
        const path = join(dirname(folder.path), name);
        expect((await readFile(path)).includes('canary')).toBe(false);
        expect((await stat(path)).mode & 0o777).toBe(0o600);
      }
      return names.sort();
    };

    expect(await check()).toEqual([
      'company.db',
      'company.db-shm',
      'company.db-wal',
      'company.db.lock',
      'company.db.lock-journal',
    ]);
    await database.close();
    await check();
    expect((await stat(`${folder.path}-wal`)).size).toBe(0);
  });

  it('starts the engine without the environment of the gateway', async () => {
    process.env['GATEWAY_SECRET_OF_TEST'] = 'canary';
    await open();
    delete process.env['GATEWAY_SECRET_OF_TEST'];

    expect(engines()).toHaveLength(2);
    for (const pid of engines()) {
      const environment = await readFile(`/proc/${pid}/environ`, 'utf8');
      expect(environment).not.toContain('canary');
      expect(await readFile(`/proc/${pid}/cmdline`, 'utf8')).not.toContain(testKey.toString('hex'));
    }
  });
});

describe('Database.write()', () => {
  it('keeps each value as it is', async () => {
    const database = await open();
    await database.define(['create table x(t text, i integer, r real, b blob, n)']);
    const bytes = Buffer.from('-abc-').subarray(1, 4);
    await write(database, 'insert into x values (?, ?, ?, ?, ?)', '5', 2 ** 52, 1.5, bytes, null);
    await write(
      database,
      'insert into x values (?, ?, ?, ?, ?)',
      'é😀',
      7n,
      3,
      new Uint8Array(),
      5,
    );

    expect(await all(database, 'select *, typeof(n) as type from x')).toEqual([
      { t: '5', i: 2 ** 52, r: 1.5, b: new Uint8Array([97, 98, 99]), n: null, type: 'null' },
      { t: 'é😀', i: 7, r: 3, b: new Uint8Array(), n: 5, type: 'integer' },
    ]);
  });

  it.each([
    ['a NUL', 'a\0b'],
    ['half of a surrogate pair', 'a\uD800'],
    ['an integer that lost digits', 2 ** 53],
    ['no number', NaN],
    ['a boolean', true],
    ['nothing', undefined],
    ['a date', new Date(0)],
  ])('refuses %s, and goes on', async (_name, value) => {
    const database = await open();
    await expect(all(database, 'select ? as a', value as SqlValue)).rejects.toMatchObject({
      kind: 'statement',
    });

    expect(await all(database, 'select ? as a', 1)).toEqual([{ a: 1 }]);
  });

  it('runs all statements or none, however many messages they take', async () => {
    const database = await open();
    await database.define(['create table x(a integer primary key)']);
    const insert = (a: number): WriteStatement => ({
      sql: 'insert into x values (?)',
      parameters: [a],
    });
    const numbers = Array.from({ length: 2500 }, (_, index) => insert(index));
    await expect(database.write([...numbers, insert(0)])).rejects.toMatchObject({
      kind: 'conflict',
    });
    expect(await all(database, 'select count(*) as n from x')).toEqual([{ n: 0 }]);
    // One at a time, although both begin at once.
    await Promise.all([database.write(numbers), write(database, 'insert into x values (?)', -1)]);

    expect(await all(database, 'select count(*) as n from x')).toEqual([{ n: 2501 }]);
  });

  it('returns how many rows changed, and takes all back where another number was expected', async () => {
    const database = await open();
    await database.define(['create table x(a integer)']);
    const changed = await database.write([
      { sql: 'insert into x values (1), (2)', parameters: [] },
      { sql: 'update x set a = 3 where a = 2', parameters: [], changes: 1 },
    ]);
    expect(changed).toEqual([{ changes: 2 }, { changes: 1 }]);
    await expect(
      database.write([
        { sql: 'delete from x', parameters: [] },
        { sql: 'update x set a = 3 where a = 2', parameters: [], changes: 1 },
      ]),
    ).rejects.toMatchObject({ kind: 'conflict' });

    expect(await all(database, 'select a from x')).toEqual([{ a: 1 }, { a: 3 }]);
  });

  it('tells what failed without the data', async () => {
    const database = await open();
    await database.define(["create virtual table w using fts5(t, content='')"]);
    const search = all(database, 'select rowid from w where w match ?', '"canary');

    await expect(search).rejects.toMatchObject({
      kind: 'statement',
      message: 'The database engine failed (SQLITE_ERROR): select rowid from w where w match ?',
    });
  });
});

describe('an engine that ends', () => {
  it('is started again, and has what was committed', async () => {
    const database = await open();
    await database.define(['create table x(a integer)']);
    await write(database, 'insert into x values (1)');
    const before = engines();
    const pending = write(database, 'insert into x values (2)');
    const reading = all(database, 'select count(*) as n from x');
    for (const pid of before) process.kill(pid, 'SIGKILL');
    await expect(pending).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(reading).rejects.toMatchObject({ kind: 'unavailable' });
    await write(database, 'insert into x values (3)');

    expect(await all(database, 'select a from x')).toEqual([{ a: 1 }, { a: 3 }]);
    expect(engines()).toHaveLength(2);
    expect(engines().filter((pid) => before.includes(pid))).toEqual([]);
  });

  it('ends with a gateway that is killed, and frees a file that lost nothing', async () => {
    const program = fileURLToPath(new URL('./killedGateway.ts', import.meta.url));
    const gateway = spawn(process.execPath, ['--import', 'tsx', program, folder.path], {
      env: { PATH: process.env['PATH'] },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let committed = 0;
    gateway.stdout.setEncoding('utf8').on('data', (text: string) => {
      committed = Number(text.trim().split('\n').at(-1));
    });
    while (committed < 20) await once(gateway.stdout, 'data');
    gateway.kill('SIGKILL');
    await once(gateway, 'exit');
    const database = await open({ lockWaitMs: 60_000 });
    const [row] = await all(database, 'select count(*) as n, max(n) as last from number');

    expect(row?.['n']).toBe(row?.['last']);
    expect(Number(row?.['last'])).toBeGreaterThanOrEqual(committed);
    expect(await all(database, 'pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  });
});

describe('an engine that cannot be started', () => {
  it('fails the request, and no process is ended in its place', async () => {
    const program = fileURLToPath(new URL('./outOfFiles.ts', import.meta.url));
    const command = `ulimit -n 64; exec "${process.execPath}" --import tsx "${program}"`;
    const gateway = spawn('sh', ['-c', command], {
      env: { PATH: process.env['PATH'] },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    gateway.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    await once(gateway, 'close');

    expect(JSON.parse(said)).toEqual({
      failure: { name: 'DatabaseError', kind: 'unavailable' },
      ended: [],
    });
  });
});

describe('Database.close()', () => {
  it('ends what was begun, and the processes', async () => {
    const database = await open();
    await database.define(['create table x(a integer)']);
    const pending = write(database, 'insert into x values (1)');
    await database.close();
    await pending;
    await database.close();

    expect(engines()).toEqual([]);
    await expect(all(database, 'select 1')).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await all(await open(), 'select a from x')).toEqual([{ a: 1 }]);
  });

  it('kills an engine that does not end within 5 seconds', async () => {
    const clock = new FakeClock();
    const database = await open({ clock });
    for (const pid of engines()) process.kill(pid, 'SIGSTOP');
    let isClosed = false;
    const closing = database.close().then(() => {
      isClosed = true;
    });
    await clock.advance(4999);
    expect(engines()).toHaveLength(2);
    // That a process has ended is told in real time.
    while (!isClosed) await clock.advance(5000);
    await closing;

    expect(engines()).toEqual([]);
  });
});
