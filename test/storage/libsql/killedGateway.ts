/** A gateway that writes numbers into the file until it is killed, and says which of them are committed. */
import { systemClock } from '../../../src/lib/clock.js';
import { openLibsql } from '../../../src/storage/libsql/libsqlDatabase.js';
import { testKey } from '../../support/replica.js';

const [, , path = ''] = process.argv;
const database = await openLibsql({ path, key: testKey, clock: systemClock });
await database.define(['create table if not exists number(n integer primary key)']);
for (let n = 1; ; n += 1) {
  await database.write([{ sql: 'insert into number values (?)', parameters: [n] }]);
  console.log(n);
}
