import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { basicSelection } from '../../src/gong/endpoints/callSelection.js';
import type { Database } from '../../src/replica/database.js';
import type { Replica } from '../../src/replica/replica.js';
import {
  callRecord,
  openTestReplica,
  replicaFolder,
  transcriptOf,
  wholeSelection,
} from '../support/replica.js';
import { FakeClock } from '../support/clock.js';

let folder: Awaited<ReturnType<typeof replicaFolder>>;
let database: Database;
let replica: Replica;
const clock = new FakeClock();

beforeEach(async () => {
  folder = await replicaFolder();
  ({ database, replica } = await openTestReplica(folder.path, { clock }));
});

afterEach(async () => {
  await replica.close();
  await folder.remove();
});

const all = (sql: string) => database.all({ sql, parameters: [] });

/** The calls with a word in what was said. */
async function callsWith(word: string): Promise<string[]> {
  const rows = await database.all({
    sql: `select distinct call.id from passage_words join call on call.key = passage_words.rowid >> 11
      where passage_words match ? order by call.id`,
    parameters: [word],
  });
  return rows.map(({ id }) => String(id));
}

/** Numbers of changes, from the first one on. */
async function changes(): Promise<Record<string, number>> {
  const rows = await all('select id, changed_seq from call order by id');
  return Object.fromEntries(
    rows.map(({ id, changed_seq }) => [String(id), Number(changed_seq) - 1_000_000]),
  );
}

const parties = [
  { id: 'p1', speakerId: '1', userId: '900', name: 'Ada Host', affiliation: 'Internal' },
  {
    id: 'p2',
    speakerId: '2',
    emailAddress: 'Eva@EU.Acme.com',
    phoneNumber: '+1 (555) 010-99',
    name: 'Éva Müller',
    affiliation: 'External',
  },
];

describe('Replica.putCalls()', () => {
  it('keeps each part with the time at which it was read', async () => {
    await replica.putCalls([callRecord('42', { details: { parties } })], 1000);
    const reread = callRecord('42', { selection: basicSelection, basic: { title: 'Other' } });
    await replica.putCalls([reread], 3000);

    const found = (await replica.findCalls(['42', '43'])).get('42');
    expect(found?.call.basic.title).toBe('Other');
    expect(found?.call.details.parties).toEqual(parties);
    expect(Object.fromEntries(found?.readAt ?? [])).toEqual({
      BASIC: 3000,
      PARTIES: 1000,
      CRM: 1000,
      ANALYSIS: 1000,
      INTERACTION: 1000,
      COMMENTS: 1000,
    });
  });

  it('returns the selection that the kept parts answer', async () => {
    await replica.putCalls([callRecord('1'), callRecord('2', { selection: basicSelection })], 1);
    const found = await replica.findCalls(['1', '2']);

    expect(found.get('1')?.call.selection).toEqual({ ...wholeSelection, context: 'Basic' });
    expect(found.get('2')?.call.selection).toEqual(basicSelection);
  });

  it('ignores a part that was selected in part', async () => {
    const blocks = new Set(wholeSelection.blocks);
    blocks.delete('content.brief');
    const details = { content: { topics: [{ name: 'Price', duration: 3 }] } };
    await replica.putCalls(
      [callRecord('1', { details, selection: { ...wholeSelection, blocks } })],
      1,
    );

    const found = (await replica.findCalls(['1'])).get('1');
    expect(found?.readAt.has('ANALYSIS')).toBe(false);
    expect(found?.call.details.content).toBeUndefined();
  });

  it('numbers nothing and only moves the time, when what was read is the same', async () => {
    const call = callRecord('1', { details: { parties, content: { brief: 'Said much' } } });
    await replica.putCalls([call], 1000);
    const before = await changes();
    const again = callRecord('1', {
      details: { content: { outline: [], brief: 'Said much' }, parties, interaction: null },
    });
    await replica.putCalls([again], 2000);

    expect(await changes()).toEqual(before);
    const readAt = (await replica.findCalls(['1'])).get('1')?.readAt;
    expect(new Set(readAt?.values())).toEqual(new Set([2000]));
  });

  it('numbers the changed part only', async () => {
    await replica.putCalls([callRecord('1'), callRecord('2')], 1000);
    await replica.putCalls(
      [callRecord('1', { details: { content: { brief: 'New' } } }), callRecord('2')],
      2000,
    );

    expect(await changes()).toEqual({ 1: 3, 2: 2 });
    expect(
      await all(
        `select part from call_part join call using (key) where id = '1' and seq = changed_seq`,
      ),
    ).toEqual([{ part: 3 }]);
  });

  it('ignores what was read before what is kept', async () => {
    await replica.putCalls([callRecord('1', { basic: { title: 'Later' } })], 2000);
    await replica.putCalls([callRecord('1', { basic: { title: 'Earlier' } })], 1000);

    expect((await replica.findCalls(['1'])).get('1')?.call.basic.title).toBe('Later');
  });

  it('keeps no media links', async () => {
    const selection = { ...wholeSelection, blocks: new Set([...wholeSelection.blocks, 'media']) };
    await replica.putCalls(
      [
        callRecord('1', {
          details: { media: { audioUrl: 'https://example.com/audio' } },
          selection: selection as typeof wholeSelection,
        }),
      ],
      1,
    );

    const found = (await replica.findCalls(['1'])).get('1');
    expect(found?.call.details.media).toBeUndefined();
    expect(found?.call.selection.blocks.has('media')).toBe(false);
  });

  it('keeps the values of the allowed CRM fields, and the links of parties', async () => {
    const object = (objectId: string, name: string) => ({
      objectType: 'Account',
      objectId,
      fields: [
        { name: 'Name', value: name },
        { name: 'Revenue', value: '10' },
      ],
    });
    const context = (objectId: string, name: string) => [
      { system: 'Salesforce', objects: [object(objectId, name)] },
    ];
    const details = {
      context: context('a1', 'Acme'),
      parties: [{ id: 'p', context: context('c1', 'Eva') }],
    };
    await replica.putCalls([callRecord('1', { details })], 1);

    const found = JSON.stringify((await replica.findCalls(['1'])).get('1')?.call.details);
    expect(found).toContain('Acme');
    expect(found).toContain('Eva');
    expect(found).not.toContain('Revenue');
    expect(await all('select type, id, system, name from call_crm order by id')).toEqual([
      { type: 'Account', id: 'a1', system: 'Salesforce', name: 'Acme' },
      { type: 'Account', id: 'c1', system: 'Salesforce', name: 'Eva' },
    ]);
  });

  it('derives what searches read', async () => {
    await replica.putCalls(
      [
        callRecord('1', {
          basic: {
            primaryUserId: '900',
            workspaceId: '7',
            isPrivate: true,
            scope: 'External',
            direction: 'Conference',
            language: 'eng',
          },
          details: {
            parties,
            content: {
              callOutcome: { id: 'WON', name: 'Won' },
              trackers: [
                { id: '5', name: 'Price', count: 2 },
                { id: '6', name: 'None', count: 0 },
              ],
            },
            interaction: {
              speakers: [
                { id: 'p1', userId: '900', talkTime: 12.5 },
                { id: 'p2', talkTime: 7.5 },
              ],
              questions: { companyCount: 3, nonCompanyCount: 1 },
            },
          },
        }),
      ],
      1,
    );

    expect(await all('select * from call')).toMatchObject([
      {
        id: '1',
        start_s: 1_777_888_800,
        duration: 60,
        workspace_id: '7',
        host_id: '900',
        is_private: 1,
        scope: 'External',
        direction: 'Conference',
        language: 'eng',
        outcome_id: 'WON',
        outcome_name: 'Won',
        host_talk: 12.5,
        customer_talk: 7.5,
        talk: 20,
        company_questions: 3,
        other_questions: 1,
        is_gone: 0,
      },
    ]);
    expect(
      await all('select n, user_id, email, phone, name, affiliation, spoke from call_party'),
    ).toEqual([
      {
        n: 0,
        user_id: '900',
        email: null,
        phone: null,
        name: ' ada host ',
        affiliation: 'Internal',
        spoke: 1,
      },
      {
        n: 1,
        user_id: null,
        email: 'eva@eu.acme.com',
        phone: '155501099',
        name: ' eva muller ',
        affiliation: 'External',
        spoke: 1,
      },
    ]);
    expect(await all('select domain from call_domain')).toEqual([{ domain: 'com.acme.eu' }]);
    expect(await all('select tracker_id, name, count from call_tracker')).toEqual([
      { tracker_id: '5', name: 'Price', count: 2 },
    ]);
  });

  it('moves everything of a call whose start has changed', async () => {
    const details = { parties };
    await replica.putCalls([callRecord('1', { details })], 1);
    await replica.putTranscripts(new Map([['1', transcriptOf('1', ['2', 'Discount please'])]]), 1);
    const [before] = await all('select key, first_seq from call');
    await replica.putCalls(
      [callRecord('1', { details, basic: { started: '2026-05-04T11:00:00Z' } })],
      2,
    );

    const [after] = await all('select key, start_s, first_seq from call');
    expect(Number(after?.['key']) - Number(before?.['key'])).toBe(3600 * 8);
    expect(after?.['first_seq']).toBe(before?.['first_seq']);
    expect(await callsWith('discount')).toEqual(['1']);
    expect((await replica.findTranscripts(['1'])).size).toBe(1);
    for (const table of ['call_part', 'call_party', 'call_domain', 'title_words']) {
      const key = table === 'title_words' ? 'rowid' : 'key';
      expect(await all(`select distinct ${key} as key from ${table}`)).toEqual([
        { key: after?.['key'] },
      ]);
    }
  });

  it('gives calls that start in one second numbers of their own', async () => {
    const calls = Array.from({ length: 20 }, (_, index) => callRecord(String(1000 + index)));
    await replica.putCalls(calls, 1);

    const [count] = await all(
      'select count(*) as calls, max(key) - min(key) as span from call where start_s = 1777888800',
    );
    expect(count).toEqual({ calls: 20, span: 19 });
  });

  it('passes over a call without a start', async () => {
    await replica.putCalls([callRecord('1', { basic: { started: null } })], 1);

    expect((await replica.findCalls(['1'])).size).toBe(0);
  });

  it('keeps text that no database can store as it is', async () => {
    const title = 'a\0b \uD800 c';
    await replica.putCalls([callRecord('1', { basic: { title } })], 1);

    expect((await replica.findCalls(['1'])).get('1')?.call.basic.title).toBe(title);
  });
});

describe('Replica.putTranscripts()', () => {
  it('makes what was said searchable, with the side of the speaker', async () => {
    await replica.putCalls([callRecord('1', { details: { parties } })], 1);
    const transcript = transcriptOf('1', ['1', 'Our price is fair'], ['2', 'The price is high']);
    await replica.putTranscripts(new Map([['1', transcript]]), 2);

    expect((await replica.findTranscripts(['1'])).get('1')).toEqual({ transcript, readAt: 2 });
    expect(await callsWith('price')).toEqual(['1']);
    expect(await callsWith('t : high AND s : ext')).toEqual(['1']);
    expect(await callsWith('t : fair AND s : ext')).toEqual([]);
  });

  it('follows the parties when these change', async () => {
    await replica.putCalls([callRecord('1')], 1);
    await replica.putTranscripts(new Map([['1', transcriptOf('1', ['2', 'Too high'])]]), 2);
    expect(await callsWith('t : high AND s : ext')).toEqual([]);
    await replica.putCalls([callRecord('1', { details: { parties } })], 3);

    expect(await callsWith('t : high AND s : ext')).toEqual(['1']);
  });

  it('replaces the words of an earlier transcript', async () => {
    await replica.putCalls([callRecord('1')], 1);
    await replica.putTranscripts(new Map([['1', transcriptOf('1', ['1', 'Old words'])]]), 2);
    await replica.putTranscripts(new Map([['1', transcriptOf('1', ['1', 'New words'])]]), 3);

    expect(await callsWith('old')).toEqual([]);
    expect(await callsWith('new')).toEqual(['1']);
    expect(await all("select rowid from call_words where call_words match 'old'")).toEqual([]);
  });

  it('keeps that Gong has none, and ignores calls that are not kept', async () => {
    await replica.putCalls([callRecord('1')], 1);
    await replica.putTranscripts(
      new Map([
        ['1', null],
        ['2', transcriptOf('2', ['1', 'x'])],
      ]),
      2,
    );

    expect(Object.fromEntries(await replica.findTranscripts(['1', '2']))).toEqual({
      1: { transcript: null, readAt: 2 },
    });
  });
});

describe('Replica.putReviews()', () => {
  it('keeps all reviews of a call, with the overall score', async () => {
    await replica.putCalls([callRecord('1')], 1);
    const review = {
      answeredScorecardId: '11',
      scorecardId: '3',
      scorecardName: 'Discovery',
      reviewMethod: 'MANUAL',
      answers: [
        { questionId: '1', isOverall: false, score: 1 },
        { questionId: '2', isOverall: true, score: 4 },
      ],
    };
    await replica.putReviews(new Map([['1', [review]]]), 2);

    expect((await replica.findReviews(['1'])).get('1')).toEqual({ reviews: [review], readAt: 2 });
    expect(await all('select id, scorecard_id, method, overall from call_review')).toEqual([
      { id: '11', scorecard_id: '3', method: 'MANUAL', overall: 4 },
    ]);
    await replica.putReviews(new Map([['1', []]]), 3);
    expect((await replica.findReviews(['1'])).get('1')).toEqual({ reviews: [], readAt: 3 });
    expect(await all('select id from call_review')).toEqual([]);
  });
});

describe('Replica.putRecords()', () => {
  const records = (...entries: [string, object][]) => new Map(entries);

  it('numbers new, changed, and missing records', async () => {
    await replica.putRecords('USER', records(['1', { n: 1 }], ['2', { n: 2 }]), 1, true);
    await replica.putRecords('USER', records(['1', { n: 1 }]), 2, false);
    await replica.putRecords('USER', records(['1', { n: 3 }]), 3, true);
    await replica.putRecords('TRACKER', records(['2', { n: 4 }]), 3, true);

    expect(await replica.findRecords('USER')).toEqual(
      records(['1', { record: { n: 3 }, readAt: 3 }]),
    );
    expect(await replica.findRecords('TRACKER', ['2', '9'])).toEqual(
      records(['2', { record: { n: 4 }, readAt: 3 }]),
    );
    const rows = await all(
      'select kind, id, is_gone, changed_seq - 1000000 as seq from record order by seq',
    );
    expect(rows).toEqual([
      { kind: 'USER', id: '1', is_gone: 0, seq: 3 },
      { kind: 'USER', id: '2', is_gone: 1, seq: 4 },
      { kind: 'TRACKER', id: '2', is_gone: 0, seq: 5 },
    ]);
  });
});

describe('what is removed', () => {
  const putTwo = async () => {
    await replica.putCalls(
      [
        callRecord('1', { details: { parties } }),
        callRecord('2', { basic: { started: '2026-05-05T10:00:00Z' } }),
      ],
      1,
    );
    await replica.putTranscripts(
      new Map([
        ['1', transcriptOf('1', ['1', 'secret word'])],
        ['2', transcriptOf('2', ['1', 'other word'])],
      ]),
      1,
    );
  };

  it('leaves only that the call is gone', async () => {
    await putTwo();
    await replica.removeCalls(['1', '3']);

    expect([...(await replica.findCalls(['1', '2'])).keys()]).toEqual(['2']);
    expect((await replica.findTranscripts(['1'])).size).toBe(0);
    expect(await callsWith('word')).toEqual(['2']);
    expect(await all("select id, is_gone, changed_seq from call where id = '1'")).toEqual([
      { id: '1', is_gone: 1, changed_seq: 1_000_005 },
    ]);
    for (const table of ['call_part', 'call_party', 'call_domain']) {
      expect(
        await all(`select * from ${table} where key = (select key from call where id = '1')`),
      ).toEqual([]);
    }
    await replica.removeCalls(['1']);
    expect(await changes()).toEqual({ 1: 5, 2: 4 });
  });

  it('comes back when Gong lists it again', async () => {
    await putTwo();
    await replica.removeCalls(['1']);
    await replica.putCalls([callRecord('1')], 2);

    expect((await replica.findCalls(['1'])).size).toBe(1);
  });

  it('stays away until a time after an erasure', async () => {
    await putTwo();
    await replica.eraseCalls(['1', '9'], clock.now() + 1000);
    await replica.putCalls([callRecord('1'), callRecord('9')], 2);
    expect((await replica.findCalls(['1', '9'])).size).toBe(0);
    await clock.advance(1001);
    await replica.putCalls([callRecord('1'), callRecord('9')], 3);

    expect((await replica.findCalls(['1', '9'])).size).toBe(2);
  });

  it('is every call that started before a time', async () => {
    await putTwo();

    expect(await replica.removeCallsBefore(Date.parse('2026-05-05T10:00:00Z'))).toBe(1);
    expect([...(await replica.findCalls(['1', '2'])).keys()]).toEqual(['2']);
    expect(await replica.removeCallsBefore(Date.parse('2026-05-05T10:00:00Z'))).toBe(0);
  });

  it('is merged out of the index', async () => {
    await putTwo();
    await replica.removeCalls(['1']);
    await replica.compact();

    const pages = await all('select hex(block) as block from passage_words_data');
    const text = Buffer.from(pages.map(({ block }) => String(block)).join(''), 'hex').toString();
    expect(text).toContain('other');
    expect(text).not.toContain('secret');
    expect(await callsWith('word')).toEqual(['2']);
  });
});
