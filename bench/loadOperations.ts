import type { Company } from '../sandbox/src/index.js';

/** Returns the body of a request. Each number gives another one. */
export type LoadOperation = (number: number) => {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
};

const DAY_MS = 86_400_000;

const LIST = `query List($from: DateTime, $to: DateTime) {
  calls(first: 20, filter: { from: $from, to: $to }) {
    nodes { id title startedAt primaryUser { name } parties { name } }
    pageInfo { hasNextPage endCursor }
  }
}`;
const BY_IDS = `query ByIds($ids: [ID!]!) {
  callsByIds(ids: $ids) { id title durationSeconds trackers { name count } primaryUser { name } }
}`;
const TRANSCRIPT = `query Transcript($id: ID!) {
  call(id: $id) { title transcript { monologues { speaker { name } sentences { text } } } }
}`;
const SEARCH = `query Search($text: String!) {
  searchTranscripts(text: $text, first: 10) { nodes { text call { title } } isComplete }
}`;
const STATISTICS = `query Statistics($from: DateTime!) {
  callStats(filter: { from: $from }, by: [HOST, WEEK]) {
    rows { keys { value user { name } } measures { calls } }
    isComplete
  }
}`;
const CHANGES = `query Changes($after: String) {
  callChanges(first: 50, after: $after) { nodes { kind callId call { title } } pageInfo { endCursor } }
}`;
const USERS = 'query Users { users(first: 50) { nodes { id name manager { name } } } }';
const WORDS = ['price', 'budget', 'contract', 'next week', 'security', 'integration'];

/** Calls that clients read. All of them are in the caches after the first minute. */
const READ_CALLS = 400;

/** Names of operations of all clients together. */
const DOCUMENTS = 400;

/** Lists, records, searches, statistics, changes, and many small documents. */
export function loadOperations({ calls }: Pick<Company, 'calls'>): readonly LoadOperation[] {
  const ids = calls.slice(0, READ_CALLS).map(({ metaData }) => metaData.id);
  const starts = calls.slice(0, READ_CALLS).map(({ metaData }) => Date.parse(metaData.started));
  const newest = Math.max(...starts);
  const idAt = (number: number): string => ids[number % ids.length] ?? '';
  const dayAt = (number: number): number => starts[(number * 7) % starts.length] ?? 0;
  const time = (ms: number): string => new Date(ms).toISOString();
  return [
    (number) => ({
      query: LIST,
      variables: { from: time(dayAt(number)), to: time(dayAt(number) + DAY_MS) },
    }),
    (number) => ({
      query: BY_IDS,
      variables: { ids: Array.from({ length: 20 }, (_, index) => idAt(number * 20 + index)) },
    }),
    (number) => ({ query: TRANSCRIPT, variables: { id: idAt(number) } }),
    (number) => ({ query: SEARCH, variables: { text: WORDS[number % WORDS.length] } }),
    (number) => ({
      query: STATISTICS,
      variables: { from: time(newest - (30 + (number % 60)) * DAY_MS) },
    }),
    () => ({ query: CHANGES, variables: { after: null } }),
    () => ({ query: USERS }),
    (number) => {
      const name = number % DOCUMENTS;
      return { query: `query Named${name} { a${name}: call(id: "${idAt(number)}") { title } }` };
    },
  ];
}
