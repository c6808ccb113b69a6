import type { Database } from '../database.js';
import type { CallFilter } from '../filter.js';
import { WordsError, type ReplicaQueries, type ReplicaReader, type WordIndex } from '../replica.js';
import { sqlFor } from '../sql/sql.js';
import { matching, searchCalls, wereVisible, type QueryContext } from './calls.js';
import { callChanges, countCalls, readHead, recordChanges } from './changes.js';
import { searchPassages } from './passages.js';
import { stats } from './stats.js';
import { detectedTrackers } from './trackers.js';

/** The questions of `Replica` over a database whose tables are there. */
export function createQueries(
  database: Database,
  reader: Pick<ReplicaReader, 'findCalls' | 'findTranscripts'>,
  words: Pick<WordIndex, 'isReady'>,
): ReplicaQueries {
  const context: QueryContext = { database, db: sqlFor(database.dialect), reader };
  const whenReady = async <Answer>(
    needsWords: boolean,
    ask: () => Promise<Answer>,
  ): Promise<Answer> => {
    if (needsWords && !words.isReady) throw new WordsError();
    return ask();
  };
  return {
    searchCalls: (search) =>
      whenReady(usesWords(search.filter), () => searchCalls(context, search)),
    searchPassages: (search) => whenReady(true, () => searchPassages(context, search)),
    stats: (query) => whenReady(usesWords(query.filter), () => stats(context, query)),
    detectedTrackers: (isMeant, visibility) => detectedTrackers(context, isMeant, visibility),
    callChanges: (query) => callChanges(context, query),
    recordChanges: (query, kinds) => recordChanges(context, query, kinds),
    matching: (keys, filter, visibility) =>
      whenReady(usesWords(filter), () => matching(context, keys, filter, visibility)),
    wereVisible: (keys, visibility, pass) => wereVisible(context, keys, visibility, pass),
    head: () => readHead(context),
    countCalls: () => countCalls(context),
  };
}

function usesWords({ said, title, crmName, participants = [] }: CallFilter): boolean {
  return (
    [said, title, crmName].some((text) => text !== undefined) ||
    participants.some(({ name }) => name !== undefined)
  );
}
