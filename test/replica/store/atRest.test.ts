import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { systemClock } from '../../../src/lib/clock.js';
import type { Database } from '../../../src/replica/database.js';
import type { Replica } from '../../../src/replica/replica.js';
import { openLibsql } from '../../../src/storage/libsql/libsqlDatabase.js';
import {
  callRecord,
  callsSaying,
  openTestReplica,
  replicaFolder,
  testKey,
  transcriptOf,
} from '../../support/replica.js';

describe('the file of a replica', () => {
  let folder: Awaited<ReturnType<typeof replicaFolder>>;
  let database: Database;
  let replica: Replica;

  beforeEach(async () => {
    folder = await replicaFolder();
    ({ database, replica } = await openTestReplica({
      open: () =>
        openLibsql({ path: folder.path, key: testKey, clock: systemClock, lockWaitMs: 0 }),
    }));
  });
  afterEach(async () => {
    await replica.close();
    await folder.remove();
  });

  async function putCall(id: string, name: string, ...said: string[]): Promise<void> {
    const parties = [{ id: 'p', speakerId: '1', name, emailAddress: `${name}@example.com` }];
    await replica.putCalls(
      [callRecord(id, { basic: { title: `Talk with ${name}` }, details: { parties } })],
      1,
    );
    const transcript = transcriptOf(id, ...said.map((text) => ['1', text] as const));
    await replica.putTranscripts(new Map([[id, transcript]]), 1);
  }

  /** Everything in the folder, as bytes. */
  async function bytes(): Promise<Buffer> {
    const names = await readdir(dirname(folder.path));
    const files = names.map((name) => readFile(join(dirname(folder.path), name)));
    return Buffer.concat(await Promise.all(files));
  }

  it('holds no name and no word that can be read', async () => {
    await putCall('8234567890123456789', 'Canaryname', 'canaryword and more');
    await replica.putRecords('USER', new Map([['1', { lastName: 'Canaryuser' }]]), 1, true);

    const readable = ['canary', 'Canary', 'CANARY', 'example.com', '8234567890123456789', 'Talk'];
    const open = await bytes();
    expect(open.length).toBeGreaterThan(100_000);
    expect(readable.filter((text) => open.includes(text))).toEqual([]);
    await replica.close();
    const closed = await bytes();
    expect(readable.filter((text) => closed.includes(text))).toEqual([]);
  });

  it('loses the words of an erased call, once it is compacted', async () => {
    await putCall('1', 'Erased', 'canaryword '.repeat(50));
    for (let n = 2; n < 30; n += 1) await putCall(String(n), `Name${n}`, `other words ${n}`);
    await replica.eraseCalls(['1'], Date.now() + 1000);
    const indexed = async (): Promise<string> => {
      const tables = ['passage_words', 'call_words', 'title_words'];
      const blocks = tables.map((table) => `select hex(block) as block from ${table}_data`);
      const rows = await database.all({ sql: blocks.join(' union all '), parameters: [] });
      return Buffer.from(rows.map(({ block }) => String(block)).join(''), 'hex').toString();
    };
    expect(await indexed()).toContain('canaryword');
    await replica.compact();

    expect(await indexed()).not.toContain('canaryword');
    expect(await indexed()).not.toContain('erased');
    expect(await callsSaying(replica, 'other words')).toHaveLength(28);
  });
});
