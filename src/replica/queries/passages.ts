import { setImmediate } from 'node:timers/promises';
import { sql, type RawBuilder } from 'kysely';
import { isGongId } from '../../gong/endpoints/wire.js';
import type { SpeechCondition } from '../filter.js';
import type { FoundPassage, PassageKey, PassageSearch, PassagesFound } from '../replica.js';
import { firstPassageKey } from '../store/callKey.js';
import { matchesIn } from '../text/matches.js';
import {
  emailMark,
  passagesOf,
  sideMarks,
  userMark,
  type Passage,
  type SpeechMark,
} from '../text/passages.js';
import type { Sql } from '../sql/sql.js';
import type { TextQuery } from '../text/query.js';
import type { QueryContext } from './calls.js';
import { allOf, callConditions, callKey, isOneOf, type Condition } from './conditions.js';
import { judgeOf, pageOf } from './judge.js';
import { callKeyOf, callOfRid, keysIn } from './rows.js';
import { holds, rowNumber, wordQuery, type WordQuery } from './words.js';

const MAX_TOTAL = 100_000;
/** A match costs ten times as much to rank as to find. */
const MAX_RANKED = 10_000;

/** The passages of so many calls are read one by one in 10 ms. */
const MAX_FEW = 200;

/** With more of these conditions, the planner would expect less than one row. */
const MAX_RARITIES = 3;

/** A passage, by its numbers. The call's ID is empty where the call has just been removed. */
interface FoundRow {
  readonly callId: string;
  readonly key: PassageKey;
}

/** What is searched, in the language of the database. */
interface Plan {
  readonly words: WordQuery;
  readonly rid: RawBuilder<number>;
  readonly from: RawBuilder<unknown>;
  readonly where: readonly Condition[];
}

export async function searchPassages(
  context: QueryContext,
  search: PassageSearch,
): Promise<PassagesFound> {
  const { order, first, after, needsTotal, visibility } = search;
  const plan = await planOf(context, search);
  const judge = judgeOf(visibility, context.reader);
  const hasTotal = needsTotal && judge === null;
  // A module hides the total of calls that are there, so that of calls that are missing must not differ.
  if (plan === null) {
    return { passages: [], hasNextPage: false, end: after, total: hasTotal ? 0 : null };
  }
  const read = order === 'RELEVANCE' ? rankedAfter : newestAfter;
  const { page, hasNextPage, end } = await pageOf<FoundRow>(
    first,
    after === null ? null : { callId: '', key: after },
    async (last, limit) =>
      withCallIds(context, await read(context, plan, last?.key ?? null, limit)),
    judge,
    ({ callId }) => callId,
  );
  return {
    passages: await readPassages(context, page, search.text),
    hasNextPage,
    end: end?.key ?? after,
    total: hasTotal ? await countPassages(context, plan) : null,
  };
}

/** Null when nothing can match. */
async function planOf(context: QueryContext, search: PassageSearch): Promise<Plan | null> {
  const { db } = context;
  const { text, filter, speech, visibility } = search;
  const marks = speechMarks(speech);
  if (marks === null) return null;
  const words = wordQuery(db, text, 't', marks);
  const rid = rowNumber(db, 'passage_words');
  const where: Condition[] = [holds(db, 'passage_words', words), ...rarities(db, rid, text)];
  const { from, to } = keysIn(filter.fromMs, filter.toMs);
  if (from !== null) where.push(sql`${rid} >= ${firstPassageKey(from)}`);
  if (to !== null) where.push(sql`${rid} < ${firstPassageKey(to)}`);
  if (filter.callIds !== undefined) {
    const keys = await keysAround(context, filter.callIds);
    if (keys === null) return null;
    where.push(
      sql`${rid} >= ${firstPassageKey(keys.first)}`,
      sql`${rid} < ${firstPassageKey(keys.last + 1)}`,
    );
  }
  const table = sql.table('passage_words');
  const conditions = callConditions(db, filter, visibility);
  // Passages of removed calls are removed, too.
  if (conditions.length === 1) return { words, rid, from: table, where };
  const few = db.dialect === 'postgres' ? await fewCalls(context, conditions) : null;
  if (few !== null) return { words, rid, from: passagesOfCalls(few), where };
  // A cross join keeps SQLite from searching the words again for each call.
  const isOfCall: Condition = sql`${callKey} = ${callKeyOf(rid)}`;
  return {
    words,
    rid,
    from: sql`${table} cross join call as c`,
    where: [...where, isOfCall, ...conditions],
  };
}

/** Row numbers of the calls that match; null when there are many. */
async function fewCalls(
  { database, db }: QueryContext,
  conditions: readonly Condition[],
): Promise<readonly number[] | null> {
  const rows = await database.all(
    db.raw(sql`select ${callKey} as key from call as c where ${allOf(conditions)}
      limit ${sql.lit(MAX_FEW + 1)}`),
  );
  return rows.length > MAX_FEW ? null : rows.map(({ key }) => Number(key));
}

/** Else PostgreSQL reads the passages of all calls in the order of time, for it can't tell how few match. */
function passagesOfCalls(keys: readonly number[]): RawBuilder<unknown> {
  const each = sql`select value::bigint as key from jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb)`;
  return sql`(${each}) as c cross join lateral (
      select key, v from passage_words as p
      where p.key >= c.key * ${sql.lit(firstPassageKey(1))} and p.key < (c.key + 1) * ${sql.lit(firstPassageKey(1))}
      offset 0
    ) as passage_words`;
}

/**
 * Conditions that hold of every passage. PostgreSQL takes a phrase for as frequent as passages that have all its words,
 * and would read all rows in the order of time. It takes each of these conditions for one that 1 row of 200 meets.
 */
function rarities(
  { dialect }: Sql,
  rid: RawBuilder<number>,
  { all }: TextQuery,
): readonly Condition[] {
  if (dialect === 'sqlite') return [];
  const neighbors = all.flatMap(({ tokens }) => tokens.slice(1)).slice(0, MAX_RARITIES);
  // Each is of another expression: the planner counts conditions of the same one once.
  return neighbors.map(
    (_neighbor, n) =>
      sql`${rid} + ${sql.lit(n)} between ${sql.lit(Number.MIN_SAFE_INTEGER)} and ${sql.lit(Number.MAX_SAFE_INTEGER)}`,
  );
}

/** Returns groups of marks: a passage must have one of each group. Null when no speaker can match. */
function speechMarks(speech: SpeechCondition | null): readonly (readonly SpeechMark[])[] | null {
  if (speech === null) return [];
  const { affiliation, userIds, emails } = speech;
  const groups: SpeechMark[][] = affiliation === undefined ? [] : [[sideMarks[affiliation]]];
  if (userIds !== undefined || emails !== undefined) {
    groups.push([
      ...(userIds ?? []).filter(isGongId).map(userMark),
      ...(emails ?? []).map(emailMark),
    ]);
  }
  return groups.some((marks) => marks.length === 0) ? null : groups;
}

/** The first and the last row number of these calls; null when none of them is kept. */
async function keysAround(
  { database, db }: QueryContext,
  callIds: readonly string[],
): Promise<{ readonly first: number; readonly last: number } | null> {
  const [row] = await database.all(
    db.raw(sql`select min(key) as first, max(key) as last from call as c
      where ${isOneOf(db, 'c.id', callIds)}`),
  );
  const { first = null, last = null } = row ?? {};
  return first === null || last === null ? null : { first: Number(first), last: Number(last) };
}

async function newestAfter(
  { database, db }: QueryContext,
  { rid, from, where }: Plan,
  after: PassageKey | null,
  limit: number,
): Promise<readonly PassageKey[]> {
  const all = after === null ? where : [...where, sql<boolean>`${rid} < ${after.rid}`];
  const rows = await database.all(
    db.raw(sql`select ${rid} as rid from ${from} where ${allOf(all)}
      order by ${rid} desc limit ${limit}`),
  );
  return rows.map((row) => ({ rid: Number(row['rid']) }));
}

async function rankedAfter(
  { database, db }: QueryContext,
  { words, rid, from, where }: Plan,
  after: PassageKey | null,
  limit: number,
): Promise<readonly PassageKey[]> {
  const skipped = after?.rank === undefined ? 0 : after.rank + 1;
  // A lower score is a better one. Who speaks makes none better.
  const score =
    db.dialect === 'sqlite'
      ? sql`bm25(passage_words, 1.0, 0.0)`
      : sql`-ts_rank(passage_words.v, cast(${words} as tsquery))`;
  const rows = await database.all(
    db.raw(sql`select rid from (
        select ${rid} as rid, ${score} as score from ${from} where ${allOf(where)}
        order by ${rid} desc limit ${sql.lit(MAX_RANKED)}
      ) as newest order by score, rid desc limit ${limit} offset ${skipped}`),
  );
  return rows.map((row, index) => ({ rid: Number(row['rid']), rank: skipped + index }));
}

/** Null when there are too many to count. */
async function countPassages(
  { database, db }: QueryContext,
  { from, where }: Plan,
): Promise<number | null> {
  const [row] = await database.all(
    db.raw(sql`select count(*) as passages from (
        select 1 as one from ${from} where ${allOf(where)} limit ${sql.lit(MAX_TOTAL + 1)}
      ) as found`),
  );
  const total = Number(row?.['passages']);
  return total > MAX_TOTAL ? null : total;
}

async function withCallIds(
  { database, db }: QueryContext,
  keys: readonly PassageKey[],
): Promise<readonly FoundRow[]> {
  if (keys.length === 0) return [];
  const calls = [...new Set(keys.map(({ rid }) => callOfRid(rid).key))];
  const rows = await database.all(
    db.raw(sql`select c.id as id, ${callKey} as key from call as c
      where ${db.isAnyOf(callKey, calls)}`),
  );
  const ids = new Map(rows.map(({ id, key }) => [Number(key), String(id)]));
  return keys.map((key) => ({ key, callId: ids.get(callOfRid(key.rid).key) ?? '' }));
}

/** Transcripts of more calls would take hundreds of megabytes at the same time. */
const TRANSCRIPTS_AT_ONCE = 20;

/** The text is kept with its call only: it is cut out of the transcript again. */
async function readPassages(
  { reader }: QueryContext,
  found: readonly FoundRow[],
  text: TextQuery,
): Promise<readonly FoundPassage[]> {
  const passages = new Map<FoundRow, FoundPassage>();
  const rows = new Map<string, FoundRow[]>();
  for (const row of found) rows.set(row.callId, [...(rows.get(row.callId) ?? []), row]);
  const ids = [...rows.keys()].filter((id) => id !== '');
  for (let from = 0; from < ids.length; from += TRANSCRIPTS_AT_ONCE) {
    const transcripts = await reader.findTranscripts(ids.slice(from, from + TRANSCRIPTS_AT_ONCE));
    for (const [id, { transcript }] of transcripts) {
      const ofCall = passagesOf(transcript);
      for (const row of rows.get(id) ?? []) {
        const passage = foundIn(ofCall, row, text);
        if (passage !== null) passages.set(row, passage);
      }
      // To cut a long transcript takes milliseconds, in which nothing else runs.
      await setImmediate();
    }
  }
  return found.flatMap((row) => passages.get(row) ?? []);
}

function foundIn(
  passages: readonly Passage[],
  { callId, key }: FoundRow,
  text: TextQuery,
): FoundPassage | null {
  const passage = passages[callOfRid(key.rid).number];
  if (passage === undefined) return null;
  const { startSeconds, endSeconds, speakerId, text: said } = passage;
  const matches = matchesIn(said, text);
  // Without a match, the transcript has changed since it was searched.
  if (matches.length === 0) return null;
  return { callId, key, startSeconds, endSeconds, speakerId, text: said, matches };
}
