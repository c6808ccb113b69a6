import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '../../../src/replica/database.js';
import type { CallFilter } from '../../../src/replica/filter.js';
import type { ReplicaOptions } from '../../../src/replica/openReplica.js';
import type { CallPart } from '../../../src/replica/parts.js';
import { WordsError, type Replica } from '../../../src/replica/replica.js';
import { parseTextQuery } from '../../../src/replica/text/query.js';
import { everything } from '../../../src/replica/visibility.js';
import { dialects, startDatabases, type TestDatabases } from '../../support/databases.js';
import {
  callRecord,
  callsSaying,
  openTestReplica,
  parties,
  transcriptOf,
} from '../../support/replica.js';

describe.each(dialects)('openReplica() in %s', (dialect) => {
  let databases: TestDatabases;
  let name = 'company';
  const opened: Replica[] = [];

  beforeAll(async () => {
    databases = await startDatabases(dialect);
  });
  afterEach(async () => {
    await closeAll();
    name = `${name}x`;
  });
  afterAll(() => databases.close());

  const closeAll = () => Promise.all(opened.splice(0).map((replica) => replica.close()));

  /** Opens the same database again, once it is closed. */
  async function reopen(
    options: Partial<ReplicaOptions> = {},
  ): Promise<{ database: Database; replica: Replica }> {
    await closeAll();
    const both = await openTestReplica({ open: () => databases.open(name) }, options);
    opened.push(both.replica);
    return both;
  }

  const write = (database: Database, sql: string) => database.write([{ sql, parameters: [] }]);

  const crm = {
    context: [
      {
        system: 'Salesforce',
        objects: [
          {
            objectType: 'Account',
            objectId: 'a1',
            fields: [
              { name: 'Name', value: 'Acme' },
              { name: 'Stage', value: 'Won' },
            ],
          },
        ],
      },
    ],
  };

  async function putOne(replica: Replica): Promise<void> {
    await replica.putCalls([callRecord('1', { details: { parties, ...crm } })], 1);
    await replica.putTranscripts(new Map([['1', transcriptOf('1', ['2', 'Too high'])]]), 1);
  }

  it('starts again with another key, whose hashes and names tell nothing of the old ones', async () => {
    const tables = [
      ...['call_part', 'call_place', 'call_party', 'call_crm', 'record', 'record_place', 'barred'],
      ...['call_former', 'record_former'],
    ];
    const rowsOf = (database: Database) =>
      Promise.all(
        tables.map(async (table): Promise<[string, number]> => {
          const rows = await database.all({ sql: `select * from ${table}`, parameters: [] });
          return [table, rows.length];
        }),
      );
    const { database: old, replica } = await reopen();
    const before = await replica.head();
    await putOne(replica);
    for (const at of [1, 2]) {
      await replica.putRecords('USER', new Map([['1', { id: '1', at }]]), at, true);
    }
    for (const workspaceId of ['1', '2', '3']) {
      const at = Number(workspaceId) + 1;
      await replica.putCalls([callRecord('3', { basic: { workspaceId } })], at);
      await replica.putRecords('TRACKER', new Map([['4', { workspaceId }]]), at, true);
    }
    await replica.eraseCalls(['2'], Date.now() + 60_000);
    const held = await rowsOf(old);
    const lease = await replica.leases.acquire('old', -1);
    if (lease === null) throw new Error('Another one has the lease.');
    await replica.sync.put('progress', 1, lease);

    const hashKey = Buffer.alloc(32, 8);
    const { database, replica: again } = await reopen({ hashKey });
    const after = await again.head();

    expect(after.epoch).not.toBe(before.epoch);
    expect(await again.countCalls()).toBe(0);
    expect(await callsSaying(again, 'too high')).toEqual([]);
    expect(await again.sync.get('progress')).toBeNull();
    expect(held.filter(([, rows]) => rows === 0)).toEqual([]);
    expect((await rowsOf(database)).filter(([, rows]) => rows > 0)).toEqual([]);
    await expect(again.sync.put('progress', 1, lease)).rejects.toMatchObject({ kind: 'conflict' });
    await putOne(again);
    await again.putCalls([callRecord('2')], 1);
    expect(await callsSaying(again, 'too high')).toEqual(['1']);
    expect(await again.countCalls()).toBe(2);
    const { replica: third } = await reopen({ hashKey });
    expect((await third.head()).epoch).toBe(after.epoch);
    expect(await third.countCalls()).toBe(2);
  });

  it('keeps its name and its content, and skips numbers', async () => {
    const { replica } = await reopen();
    const before = await replica.head();
    await putOne(replica);
    const { replica: again } = await reopen();
    const after = await again.head();

    expect(before.epoch).not.toBe('');
    expect(after.epoch).toBe(before.epoch);
    expect(after.seq).toBeGreaterThanOrEqual(before.seq + 1_000_000);
    expect((await again.findCalls(['1'])).size).toBe(1);
    expect(await callsSaying(again, 'too high')).toEqual(['1']);
  });

  it('refuses what a newer release has written', async () => {
    const { database } = await reopen();
    await write(database, 'update version set version = 99');

    await expect(reopen()).rejects.toMatchObject({
      kind: 'unsupported',
      message: expect.stringContaining('A newer release of the gateway wrote the database'),
    });
  });

  it('cuts texts into words again, when another release did so by other rules', async () => {
    const { database, replica } = await reopen();
    await putOne(replica);
    const { seq } = (await replica.callChanges({ after: 0, first: 9, parts: null }))[0] ?? {};
    await database.write(
      [
        'update head set tokenizer = 0',
        dialect === 'sqlite'
          ? 'delete from passage_words where rowid in (select id from passage_words_docsize)'
          : 'delete from passage_words',
      ].map((sql) => ({ sql, parameters: [] })),
    );
    expect(await callsSaying(replica, 'too high')).toEqual([]);
    const { replica: again } = await reopen();
    await again.words.rebuild();

    expect(await callsSaying(again, 'too high', 'External')).toEqual(['1']);
    expect(await again.callChanges({ after: 0, first: 9, parts: null })).toMatchObject([{ seq }]);
    const { replica: last } = await reopen();
    expect(last.words.isReady).toBe(true);
  });

  it('answers what needs no words while these are rebuilt, and refuses the rest', async () => {
    const { database, replica } = await reopen();
    await putOne(replica);
    await write(database, 'update head set tokenizer = 0');
    const { replica: again } = await reopen();
    const search = (filter: CallFilter) =>
      again.searchCalls({
        filter,
        visibility: everything,
        order: 'NEWEST_FIRST',
        first: 9,
        after: null,
        needsTotal: true,
      });
    const text = parseTextQuery('too high');

    expect(again.words.isReady).toBe(false);
    await expect(callsSaying(again, 'too high')).rejects.toBeInstanceOf(WordsError);
    for (const filter of [
      { said: text },
      { title: text },
      { crmName: text },
      { participants: [{ name: text }] },
    ]) {
      await expect(search(filter)).rejects.toBeInstanceOf(WordsError);
    }
    expect(await search({ domains: ['acme.com'] })).toMatchObject({ total: 1 });
    expect(await again.callChanges({ after: 0, first: 9, parts: null })).toHaveLength(1);
    await again.words.rebuild();
    expect(again.words.isReady).toBe(true);
    expect(await search({ said: text })).toMatchObject({ total: 1 });
  });

  it('goes on with a rebuild of words where the last process ended', async () => {
    const { database, replica } = await reopen();
    const ids = Array.from({ length: 25 }, (_, index) => String(index + 1));
    await replica.putCalls(
      ids.map((id) => callRecord(id)),
      1,
    );
    await replica.putTranscripts(
      new Map(ids.map((id) => [id, transcriptOf(id, ['2', 'Too high'])])),
      1,
    );
    await write(database, 'update head set tokenizer = 0');
    const { replica: first } = await reopen();
    const { seq } = await first.head();
    void first.words.rebuild();
    const { replica: second } = await reopen();
    const { seq: reopenedAt } = await second.head();
    const startedWith = reopenedAt - 1_000_000 - seq;
    await second.words.rebuild();

    expect(startedWith).toBe(1);
    // Ten calls at a time, and each time takes a number, as does the end.
    expect(startedWith + (await second.head()).seq - reopenedAt).toBe(4);
    expect(await callsSaying(second, 'too high')).toHaveLength(25);
  });

  it('removes parts that are no longer to be kept', async () => {
    const { replica } = await reopen();
    await putOne(replica);
    const holds: CallPart[] = ['PARTIES', 'CRM'];
    const { replica: again } = await reopen({ holds });
    await again.putTranscripts(new Map([['1', transcriptOf('1', ['2', 'Too high'])]]), 2);

    expect(again.holds).toEqual(new Set(['BASIC', ...holds]));
    expect([...((await again.findCalls(['1'])).get('1')?.readAt.keys() ?? [])]).toEqual([
      'BASIC',
      'PARTIES',
      'CRM',
    ]);
    expect((await again.findTranscripts(['1'])).size).toBe(0);
    expect(await callsSaying(again, 'too high')).toEqual([]);
  });

  it('removes parts of calls with text that no database can store as it is', async () => {
    const { replica } = await reopen();
    const content = { callOutcome: { id: 'o\uD83D', name: 'Won \uD83D' } };
    await replica.putCalls([callRecord('1', { details: { content } })], 1);
    await replica.putTranscripts(new Map([['1', transcriptOf('1', ['2', 'Too high'])]]), 1);
    const { replica: again, database } = await reopen({ holds: ['ANALYSIS'] });

    expect((await again.findTranscripts(['1'])).size).toBe(0);
    expect(
      await database.all({ sql: 'select outcome_name, outcome_id from call', parameters: [] }),
    ).toEqual([{ outcome_name: 'Won \uFFFD', outcome_id: 'o\uFFFD' }]);
  });

  it('removes values of CRM fields that are no longer to be kept', async () => {
    const crmFields = ['Name', 'Stage'];
    const { replica } = await reopen({ crmFields });
    await putOne(replica);
    const kept = async (from: Replica): Promise<string> =>
      JSON.stringify((await from.findCalls(['1'])).get('1')?.call.details.context);
    expect(await kept(replica)).toContain('Won');
    const { replica: again } = await reopen({ crmFields: ['Stage'] });

    expect(await kept(again)).toContain('Won');
    expect(await kept(again)).not.toContain('Acme');
    // What is read again is the same as what is kept, and so no change.
    const { seq } = await again.head();
    await again.putCalls([callRecord('1', { details: { parties, ...crm } })], 2);
    expect((await again.head()).seq).toBe(seq);
  });

  it('says of each call which CRM fields it holds when more are to be kept', async () => {
    const { replica } = await reopen({ crmFields: ['Name'] });
    await putOne(replica);
    const { replica: again } = await reopen({ crmFields: ['Name', 'Stage'] });
    const held = async () =>
      (await again.findCalls(['1'])).get('1')?.call.selection.crmFields ?? new Set();

    expect([...(await held())]).toEqual(['Name']);
    await again.putCalls([callRecord('1', { details: { parties, ...crm } })], 2);
    expect([...(await held())]).toEqual(['Name', 'Stage']);
  });

  it('does not store calls that started before the days that are kept', async () => {
    const started = new Date(Date.now() - 31 * 86_400_000).toISOString();
    const { replica } = await reopen({ keepDays: 30 });
    await replica.putCalls(
      [
        callRecord('1', { basic: { started } }),
        callRecord('2', { basic: { started: new Date().toISOString() } }),
      ],
      1,
    );

    expect([...(await replica.findCalls(['1', '2'])).keys()]).toEqual(['2']);
  });
});
