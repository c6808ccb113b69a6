import { describe, expect, it } from '@jest/globals';
import { dialects } from '../../support/databases.js';
import { callRecord, callsSaying, parties, transcriptOf } from '../../support/replica.js';
import { storeScene } from './support.js';

describe.each(dialects)('a replica in %s', (dialect) => {
  const scene = storeScene(dialect);
  const { all, changes, clock } = scene;

  describe('what is removed', () => {
    const putTwo = async () => {
      await scene.replica.putCalls(
        [
          callRecord('1', { details: { parties } }),
          callRecord('2', { basic: { started: '2026-05-05T10:00:00Z' } }),
        ],
        1,
      );
      await scene.replica.putTranscripts(
        new Map([
          ['1', transcriptOf('1', ['1', 'secret word'])],
          ['2', transcriptOf('2', ['1', 'other word'])],
        ]),
        1,
      );
    };

    it('leaves only that the call is gone', async () => {
      await putTwo();
      await scene.replica.removeCalls(['1', '3']);

      expect([...(await scene.replica.findCalls(['1', '2'])).keys()]).toEqual(['2']);
      expect((await scene.replica.findTranscripts(['1'])).size).toBe(0);
      expect(await callsSaying(scene.replica, 'word')).toEqual(['2']);
      expect(await all("select id, is_gone, changed_seq from call where id = '1'")).toEqual([
        { id: '1', is_gone: 1, changed_seq: 1_000_005 },
      ]);
      for (const table of ['call_part', 'call_place', 'call_party', 'call_domain']) {
        expect(
          await all(`select * from ${table} where key = (select key from call where id = '1')`),
        ).toEqual([]);
      }
      await scene.replica.removeCalls(['1']);
      expect(await changes()).toEqual({ 1: 5, 2: 4 });
    });

    it('comes back when Gong lists it again', async () => {
      await putTwo();
      await scene.replica.removeCalls(['1']);
      await scene.replica.putCalls([callRecord('1')], 2);

      expect((await scene.replica.findCalls(['1'])).size).toBe(1);
    });

    it('stays away until a time after an erasure', async () => {
      await putTwo();
      await scene.replica.eraseCalls(['1', '9'], clock.now() + 1000);
      await scene.replica.putCalls([callRecord('1'), callRecord('9')], 2);
      expect((await scene.replica.findCalls(['1', '9'])).size).toBe(0);
      await clock.advance(1001);
      await scene.replica.putCalls([callRecord('1'), callRecord('9')], 3);

      expect((await scene.replica.findCalls(['1', '9'])).size).toBe(2);
    });

    it('is every call that started before a time', async () => {
      await putTwo();

      expect(await scene.replica.removeCallsBefore(Date.parse('2026-05-05T10:00:00Z'))).toBe(1);
      expect([...(await scene.replica.findCalls(['1', '2'])).keys()]).toEqual(['2']);
      expect(await scene.replica.removeCallsBefore(Date.parse('2026-05-05T10:00:00Z'))).toBe(0);
    });
  });
});
