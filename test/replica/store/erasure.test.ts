import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '../../../src/replica/database.js';
import type { Replica, ReplicaWriter } from '../../../src/replica/replica.js';
import { dialects, startDatabases, type TestDatabases } from '../../support/databases.js';
import { callRecord, callsSaying, openTestReplica, transcriptOf } from '../../support/replica.js';

/** What is in the erased call alone, by where it stands. None begins like another word: an index leaves out beginnings. */
const canaries = {
  id: '8234567890123456789',
  title: 'jxvtitle',
  name: 'qzwname',
  domain: 'vkfdomain',
  address: 'bjgaddress',
  number: '15550777888',
  account: 'wqmaccount',
  comment: 'xrtcomment',
  brief: 'zlpbrief',
  tracker: 'fghtracker',
  word: 'kkvword',
  review: 'ygsreview',
} as const;
type Canaries = Record<keyof typeof canaries, string>;

/** Writes a call that holds every text. */
async function putCall(writer: ReplicaWriter, texts: Canaries): Promise<void> {
  const { id, title, name, domain, address, number, account, comment, brief, tracker } = texts;
  const objects = [
    { objectType: 'Account', objectId: account, fields: [{ name: 'Name', value: account }] },
  ];
  const details = {
    parties: [
      ...[{ id: 'p', speakerId: '1', affiliation: 'External', name }],
      ...[{ id: 'q', emailAddress: `${address}@${domain}.com`, phoneNumber: `+${number}` }],
    ],
    context: [{ system: 'Salesforce', objects }],
    content: { brief, trackers: [{ id: tracker, name: tracker, count: 1 }] },
    collaboration: { publicComments: [{ id: '1', comment }] },
  };
  await writer.putCalls([callRecord(id, { basic: { title }, details })], 1);
  await writer.putTranscripts(
    new Map([[id, transcriptOf(id, ['1', `${texts.word} ${texts.word}`])]]),
    1,
  );
  const review = {
    answeredScorecardId: texts.review,
    scorecardId: '5',
    scorecardName: texts.review,
  };
  await writer.putReviews(new Map([[id, [{ callId: id, ...review }]]]), 1);
}

/** Every text that the database holds, also in its indexes and its statistics. */
async function everyText(database: Database): Promise<string> {
  const read = async (sql: string) => database.all({ sql, parameters: [] });
  const isSqlite = database.dialect === 'sqlite';
  const tables = await read(
    isSqlite
      ? `select name from sqlite_master where type = 'table' and sql not like 'create virtual%'`
      : `select tablename as name from pg_tables where schemaname = current_schema()`,
  );
  const sources = tables.map(({ name }) => `select * from ${String(name)}`);
  if (!isSqlite) {
    sources.push(`select most_common_vals::text as v, histogram_bounds::text as h,
      most_common_elems::text as e from pg_stats where schemaname = current_schema()`);
  }
  const texts: string[] = [];
  for (const source of sources) {
    for (const row of await read(source)) texts.push(...Object.values(row).map(textOf));
  }
  return texts.join('\n').toLowerCase();
}

function textOf(value: string | number | Uint8Array | null): string {
  if (!(value instanceof Uint8Array)) return String(value);
  const bytes = Buffer.from(value);
  try {
    return inflateRawSync(bytes).toString();
  } catch {
    // A block of an index.
    return bytes.toString('latin1');
  }
}

describe.each(dialects)('what is removed from a replica in %s', (dialect) => {
  let databases: TestDatabases;
  let database: Database;
  let replica: Replica;
  /** Of another gateway, where several share a database. */
  let other: Replica;

  beforeAll(async () => {
    databases = await startDatabases(dialect);
    ({ database, replica } = await openTestReplica(databases));
    other = dialect === 'sqlite' ? replica : (await openTestReplica(databases)).replica;
  });
  afterAll(async () => {
    await Promise.all([...new Set([replica, other])].map((each) => each.close()));
    await databases.close();
  });

  const left = async (): Promise<readonly string[]> => {
    const held = await everyText(database);
    return Object.entries(canaries).flatMap(([name, text]) => (held.includes(text) ? name : []));
  };

  it('leaves nothing of an erased call but its ID, whichever gateway reads it again', async () => {
    for (let n = 1; n <= 30; n += 1) {
      const texts = Object.keys(canaries).map((name) => [
        name,
        name === 'id' ? `${n}` : `${name}${n}`,
      ]);
      await putCall(replica, Object.fromEntries(texts) as Canaries);
    }
    await putCall(other, canaries);
    // As the server does by itself after some time.
    if (dialect === 'postgres') await database.define(['analyze']);
    const before = await left();

    await replica.eraseCalls([canaries.id], Date.now() + 60_000);
    await replica.compact();
    const after = await left();
    await putCall(other, canaries);

    expect(before).toEqual(Object.keys(canaries));
    expect(after).toEqual(['id']);
    expect(await left()).toEqual(['id']);
    expect(await callsSaying(other, canaries.word)).toEqual([]);
    expect((await other.findCalls([canaries.id])).size).toBe(0);
    expect((await other.findTranscripts([canaries.id])).size).toBe(0);
    expect((await other.findReviews([canaries.id])).size).toBe(0);
    expect(await callsSaying(other, 'word7')).toEqual(['7']);
  });

  it('leaves nothing of a user that Gong no longer lists but the ID', async () => {
    const others = Array.from({ length: 30 }, (_, n): [string, object] => [`${n}`, { n }]);
    const texts = { id: '7234567890123456789', before: 'pqkbefore', after: 'mwdafter' };
    const put = async (own: readonly [string, object][], at: number): Promise<void> =>
      replica.putRecords('USER', new Map([...others, ...own]), at, true);
    const found = async (): Promise<readonly string[]> => {
      const held = await everyText(database);
      return Object.entries(texts).flatMap(([name, text]) => (held.includes(text) ? name : []));
    };
    const places = async (): Promise<number> => {
      const sql = `select seq from record_place where id = '${texts.id}'`;
      return (await database.all({ sql, parameters: [] })).length;
    };
    const seen: (readonly string[])[] = [];
    for (const [at, name] of [texts.before, texts.after].entries()) {
      await put([[texts.id, { name }]], at + 1);
      seen.push(await found());
    }
    const placesBefore = await places();

    await put([], 3);
    await replica.compact();

    expect(seen).toEqual([
      ['id', 'before'],
      ['id', 'after'],
    ]);
    expect(placesBefore).toBe(1);
    expect(await found()).toEqual(['id']);
    expect(await places()).toBe(0);
  });
});
