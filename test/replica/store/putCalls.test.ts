import { describe, expect, it } from '@jest/globals';
import { basicSelection } from '../../../src/gong/endpoints/callSelection.js';
import { dialects } from '../../support/databases.js';
import {
  callRecord,
  callsSaying,
  parties,
  transcriptOf,
  wholeSelection,
} from '../../support/replica.js';
import { storeScene } from './support.js';

describe.each(dialects)('a replica in %s', (dialect) => {
  const scene = storeScene(dialect);
  const { all, changes } = scene;

  describe('Replica.putCalls()', () => {
    it('keeps each part with the time at which it was read', async () => {
      await scene.replica.putCalls([callRecord('42', { details: { parties } })], 1000);
      const reread = callRecord('42', { selection: basicSelection, basic: { title: 'Other' } });
      await scene.replica.putCalls([reread], 3000);

      const found = (await scene.replica.findCalls(['42', '43'])).get('42');
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
      await scene.replica.putCalls(
        [callRecord('1'), callRecord('2', { selection: basicSelection })],
        1,
      );
      const found = await scene.replica.findCalls(['1', '2']);

      expect(found.get('1')?.call.selection).toEqual(wholeSelection);
      expect(found.get('2')?.call.selection).toEqual(basicSelection);
    });

    it('ignores a part that was selected in part', async () => {
      const blocks = new Set(wholeSelection.blocks);
      blocks.delete('content.brief');
      const details = { content: { topics: [{ name: 'Price', duration: 3 }] } };
      await scene.replica.putCalls(
        [callRecord('1', { details, selection: { ...wholeSelection, blocks } })],
        1,
      );

      const found = (await scene.replica.findCalls(['1'])).get('1');
      expect(found?.readAt.has('ANALYSIS')).toBe(false);
      expect(found?.call.details.content).toBeUndefined();
    });

    it('numbers nothing and only moves the time, when what was read is the same', async () => {
      const call = callRecord('1', { details: { parties, content: { brief: 'Said much' } } });
      await scene.replica.putCalls([call], 1000);
      const before = await changes();
      const again = callRecord('1', {
        details: { content: { outline: [], brief: 'Said much' }, parties, interaction: null },
      });
      await scene.replica.putCalls([again], 2000);

      expect(await changes()).toEqual(before);
      const readAt = (await scene.replica.findCalls(['1'])).get('1')?.readAt;
      expect(new Set(readAt?.values())).toEqual(new Set([2000]));
    });

    it('numbers the changed part only', async () => {
      await scene.replica.putCalls([callRecord('1'), callRecord('2')], 1000);
      await scene.replica.putCalls(
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
      await scene.replica.putCalls([callRecord('1', { basic: { title: 'Later' } })], 2000);
      await scene.replica.putCalls([callRecord('1', { basic: { title: 'Earlier' } })], 1000);

      expect((await scene.replica.findCalls(['1'])).get('1')?.call.basic.title).toBe('Later');
    });

    it('keeps no media links', async () => {
      const selection = { ...wholeSelection, blocks: new Set([...wholeSelection.blocks, 'media']) };
      await scene.replica.putCalls(
        [
          callRecord('1', {
            details: { media: { audioUrl: 'https://example.com/audio' } },
            selection: selection as typeof wholeSelection,
          }),
        ],
        1,
      );

      const found = (await scene.replica.findCalls(['1'])).get('1');
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
      await scene.replica.putCalls([callRecord('1', { details })], 1);

      const call = (await scene.replica.findCalls(['1'])).get('1')?.call;
      const found = JSON.stringify(call?.details);
      expect(call?.selection).toEqual({ ...wholeSelection, crmFields: new Set(['Name']) });
      expect(found).toContain('Acme');
      expect(found).toContain('Eva');
      expect(found).not.toContain('Revenue');
      expect(await all('select type, id, system, name from call_crm order by id')).toEqual([
        { type: 'Account', id: 'a1', system: 'Salesforce', name: 'Acme' },
        { type: 'Account', id: 'c1', system: 'Salesforce', name: 'Eva' },
      ]);
    });

    it('derives what searches read', async () => {
      await scene.replica.putCalls(
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
      await scene.replica.putCalls([callRecord('1', { details })], 1);
      await scene.replica.putTranscripts(
        new Map([['1', transcriptOf('1', ['2', 'Discount please'])]]),
        1,
      );
      const [before] = await all('select key, first_seq from call');
      await scene.replica.putCalls(
        [callRecord('1', { details, basic: { started: '2026-05-04T11:00:00Z' } })],
        2,
      );

      const [after] = await all('select key, start_s, first_seq from call');
      expect(Number(after?.['key']) - Number(before?.['key'])).toBe(3600 * 8);
      expect(after?.['first_seq']).toBe(before?.['first_seq']);
      expect(await callsSaying(scene.replica, 'discount')).toEqual(['1']);
      expect((await scene.replica.findTranscripts(['1'])).size).toBe(1);
      const rowNumber = dialect === 'sqlite' ? 'rowid' : 'key';
      for (const table of ['call_part', 'call_place', 'call_party', 'call_domain', 'title_words']) {
        const key = table === 'title_words' ? rowNumber : 'key';
        expect(await all(`select distinct ${key} as key from ${table}`)).toEqual([
          { key: after?.['key'] },
        ]);
      }
    });

    it('keeps what visibility was judged by until it changed, and leaves the rest', async () => {
      let at = 1;
      const put = async (workspaceId: string, title: string, started = '2026-05-04T10:00:00Z') =>
        scene.replica.putCalls(
          [callRecord('1', { basic: { workspaceId, title, started } })],
          (at += 1),
        );
      await put('1', 'a');
      await put('1', 'b');
      await put('2', 'b');
      // A gateway of an earlier release moves it, and writes only the row of the call.
      await scene.database.write(
        [
          'update head set seq = 1000004',
          `update call set old_workspace_id = '2', old_seq = 1000004, changed_seq = 1000004, workspace_id = '3'`,
        ].map((sql) => ({ sql, parameters: [] })),
      );
      await put('4', 'c', '2026-05-04T11:00:00Z');
      await put('5', 'c');
      await put('5', 'd');
      const former = () =>
        all(`select id, until_seq - 1000000 as until, is_private, workspace_id, host_id
          from call_former order by until_seq`);
      const expected = [
        { id: '1', until: 4, is_private: 0, workspace_id: '2', host_id: null },
        { id: '1', until: 5, is_private: 0, workspace_id: '3', host_id: null },
      ];

      expect(await former()).toEqual(expected);
      await scene.replica.removeCalls(['1']);
      expect(await former()).toEqual(expected);
    });

    it('gives calls that start in one second numbers of their own', async () => {
      const calls = Array.from({ length: 20 }, (_, index) => callRecord(String(1000 + index)));
      await scene.replica.putCalls(calls, 1);

      const [count] = await all(
        'select count(*) as calls, max(key) - min(key) as span from call where start_s = 1777888800',
      );
      expect(count).toEqual({ calls: 20, span: 19 });
    });

    it('passes over a call without a start', async () => {
      await scene.replica.putCalls([callRecord('1', { basic: { started: null } })], 1);

      expect((await scene.replica.findCalls(['1'])).size).toBe(0);
    });

    it('keeps text that no database can store as it is', async () => {
      const title = 'a\0b \uD800 c';
      await scene.replica.putCalls([callRecord('1', { basic: { title } })], 1);

      expect((await scene.replica.findCalls(['1'])).get('1')?.call.basic.title).toBe(title);
    });
  });
});
