import { sql } from 'kysely';
import type { Database } from '../../../src/replica/database.js';
import { callParts } from '../../../src/replica/parts.js';
import { createQueries } from '../../../src/replica/queries/queries.js';
import type { KeptCall, ReplicaQueries } from '../../../src/replica/replica.js';
import { migrate } from '../../../src/replica/sql/migrate.js';
import { sqlFor } from '../../../src/replica/sql/sql.js';
import { marksOf, passagesOf, speakerMarks } from '../../../src/replica/text/passages.js';
import { wordsOf } from '../../../src/replica/text/tokenizer.js';
import { recordOf, speakerIdOf, transcriptOf, type Facts } from './company.js';

/** Fills the tables. */
export async function fill(database: Database, calls: readonly Facts[]): Promise<ReplicaQueries> {
  await migrate(database);
  const db = sqlFor(database.dialect);
  const keyed = [...keysOf(calls)];
  const rows = keyed.map(([key, call], index) => rowsOf(key, call, index + 1));
  await database.write(
    (
      [
        'call',
        'call_part',
        'call_party',
        'call_domain',
        'call_tracker',
        'call_crm',
        'call_review',
      ] as const
    ).flatMap((table) =>
      db.insert(
        table,
        rows.flatMap((each): object[] => each[table]),
      ),
    ),
  );
  await database.write([
    db.raw(sql`insert into head(id, seq, epoch, tokenizer) values (1, ${calls.length}, 'one', 1)`),
    ...(['passage_words', 'call_words', 'title_words'] as const).flatMap((table) =>
      db.insert(
        table,
        rows.flatMap((each): object[] => each[table]),
      ),
    ),
  ]);
  const byId = new Map(calls.map((call) => [call.id, call]));
  const find = <T>(ids: readonly string[], of: (call: Facts) => T): Map<string, T> =>
    new Map(ids.flatMap((id) => (byId.has(id) ? [[id, of(byId.get(id) as Facts)] as const] : [])));
  return createQueries(database, {
    findCalls: async (ids) =>
      Promise.resolve(find(ids, (call): KeptCall => ({ call: recordOf(call), readAt: new Map() }))),
    findTranscripts: async (ids) =>
      Promise.resolve(find(ids, (call) => ({ transcript: transcriptOf(call), readAt: 1 }))),
  });
}

function* keysOf(calls: readonly Facts[]): Generator<[number, Facts]> {
  const taken = new Set<number>();
  for (const call of calls) {
    let key = (call.startMs / 1000 - 1_262_304_000) * 8 + (Number(call.id) % 8);
    while (taken.has(key)) key += 1;
    taken.add(key);
    yield [key, call];
  }
}

function rowsOf(key: number, call: Facts, seq: number) {
  const passages = passagesOf(transcriptOf(call));
  const marks = speakerMarks(recordOf(call).details.parties as never);
  const talk = (email: string | null): number =>
    10 * call.turns.filter(({ speaker }) => email === null || speaker.email === email).length;
  const outside = call.parties.filter(({ affiliation }) => affiliation === 'External');
  return {
    call: [
      {
        key,
        id: call.id,
        start_s: call.startMs / 1000,
        duration: call.duration,
        workspace_id: call.workspaceId,
        host_id: call.hostId,
        is_private: call.isPrivate ? 1 : 0,
        scope: call.scope,
        direction: call.direction,
        language: call.language,
        outcome_id: call.outcomeId,
        outcome_name: call.outcomeId === null ? null : `Outcome ${call.outcomeId}`,
        host_talk: talk(call.parties[0]?.email ?? ''),
        customer_talk: outside.reduce((sum, { email }) => sum + talk(email), 0),
        talk: talk(null),
        company_questions: call.turns.length,
        other_questions: call.parties.length,
        is_gone: 0,
        first_seq: seq,
        changed_seq: seq,
        changed_at: 1000 + seq,
      },
    ],
    call_part: callParts
      .filter((part) => part !== 'TRANSCRIPT' || call.turns.length > 0)
      .map((part) => ({
        key,
        part: callParts.indexOf(part),
        hash: '',
        seq,
        read_at: 1,
        body: 'x',
      })),
    call_party: call.parties.map((party, n) => ({
      key,
      n,
      user_id: party.userId,
      email: party.email,
      phone: party.phone.replace(/\D/g, ''),
      name: ` ${wordsOf(party.name).join(' ')} `,
      affiliation: party.affiliation,
      speaker_id: speakerIdOf(party),
      spoke: talk(party.email) > 0 ? 1 : 0,
    })),
    call_domain: [
      ...new Set(
        outside.map(({ email }) => String(email.split('@')[1]).split('.').reverse().join('.')),
      ),
    ].map((domain) => ({ domain, key })),
    call_tracker: call.trackers.map(({ id, count }) => ({
      tracker_id: id,
      key,
      name: `Tracker ${id}`,
      count,
    })),
    call_crm: call.crm.map(({ type, id, name }) => ({ type, id, system: 'Salesforce', key, name })),
    call_review: call.reviews.map(({ id, scorecardId, method, overall }) => ({
      key,
      id,
      scorecard_id: scorecardId,
      scorecard_name: `Scorecard ${scorecardId}`,
      method,
      overall,
    })),
    passage_words: passages.map((passage, n) => ({
      rowid: key * 2048 + n,
      t: passage.words.join(' '),
      s: marksOf(passage, marks).join(' '),
    })),
    call_words: [{ rowid: key, t: [...new Set(passages.flatMap((each) => each.words))].join(' ') }],
    title_words: [
      {
        rowid: key,
        t: wordsOf(call.title).join(' '),
        s: call.crm.map(({ name }) => wordsOf(name).join(' ')).join(' · '),
      },
    ],
  };
}
