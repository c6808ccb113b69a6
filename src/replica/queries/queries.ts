import type { Database } from '../database.js';
import type { ReplicaQueries, ReplicaReader } from '../replica.js';
import { sqlFor } from '../sql/sql.js';
import { matching, searchCalls, wereVisible, type QueryContext } from './calls.js';
import { callChanges, countCalls, readHead, recordChanges } from './changes.js';
import { searchPassages } from './passages.js';
import { stats } from './stats.js';

/** The questions of `Replica` over a database whose tables are there. */
export function createQueries(
  database: Database,
  reader: Pick<ReplicaReader, 'findCalls' | 'findTranscripts'>,
): ReplicaQueries {
  const context: QueryContext = { database, db: sqlFor(database.dialect), reader };
  return {
    searchCalls: (search) => searchCalls(context, search),
    searchPassages: (search) => searchPassages(context, search),
    stats: (query) => stats(context, query),
    callChanges: (query) => callChanges(context, query),
    recordChanges: (query, kinds) => recordChanges(context, query, kinds),
    matching: (keys, filter, visibility) => matching(context, keys, filter, visibility),
    wereVisible: (keys, visibility, since) => wereVisible(context, keys, visibility, since),
    head: () => readHead(context),
    countCalls: () => countCalls(context),
  };
}
