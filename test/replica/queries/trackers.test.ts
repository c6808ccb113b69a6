import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CallRecord } from '../../../src/gong/endpoints/calls.js';
import type { Replica } from '../../../src/replica/replica.js';
import { everything, type CallVisibility } from '../../../src/replica/visibility.js';
import { dialects } from '../../support/databases.js';
import { companyOf, recordOf, type Facts } from './company.js';
import { isSeen } from './naive.js';
import { questionsOf } from './questions.js';
import { openCompanies, READ_AT } from './testReplica.js';

const any = () => true;

describe.each(dialects)('detected trackers in a database of %s', (dialect) => {
  const { company, close } = openCompanies(dialect);
  afterAll(close);

  it('are those of the calls that a viewer may see', async () => {
    const calls = companyOf(3, 8);
    const { replica } = await company(calls);
    const { visibility } = questionsOf(3, calls);
    const answers = new Set<string>();
    for (let round = 0; round < 60; round += 1) {
      const asked = visibility();
      const seen = calls.filter((call) => isSeen(call, asked)).flatMap(({ trackers }) => trackers);
      const expected = [...new Set(seen.map(({ id }) => id))].sort();
      const found = await replica.detectedTrackers(any, asked);
      expect({ asked, ids: found.map(({ id }) => id).sort() }).toEqual({ asked, ids: expected });
      answers.add(expected.join());
    }
    // Else all viewers saw the same ones.
    expect(answers.size).toBeGreaterThan(3);
  });

  describe('by name', () => {
    const [first, second] = companyOf(4, 2).map((call) => ({ ...call, trackers: [] }));
    const named = (call: Facts | undefined, trackers: readonly object[]): CallRecord => {
      if (call === undefined) throw new Error('There is a call.');
      const record = recordOf(call);
      return { ...record, details: { ...record.details, content: { trackers } } };
    };
    const firstOnly: CallVisibility = { ...everything, judge: ({ id }) => id === first?.id };
    let replica: Replica;
    beforeAll(async () => {
      ({ replica } = await company([]));
      await replica.putCalls(
        [
          named(first, [
            { id: '1', name: 'Buying signs', count: 1 },
            { id: '2', name: "It's 100% “new”", count: 3 },
            { id: '3', name: 'Never found', count: 0 },
            { id: '4', name: null, count: 1 },
          ]),
          named(second, [
            { id: '1', name: 'Signs of buying', count: 1 },
            { id: '5', name: 'Buying signs', count: 1 },
          ]),
        ],
        READ_AT,
      );
    });
    const found = async (name: string, visibility = everything) =>
      (await replica.detectedTrackers((own) => own === name, visibility))
        .map(({ id, name: own }) => `${id} ${own}`)
        .sort();

    it('are several, if several have it', async () => {
      expect(await found('Buying signs')).toEqual(['1 Buying signs', '5 Buying signs']);
      expect(await found("It's 100% “new”")).toEqual(["2 It's 100% “new”"]);
    });

    it('are not those that were not detected, or have no name', async () => {
      expect(await found('Never found')).toEqual([]);
      const all = await replica.detectedTrackers(any, everything);
      expect(all.map(({ id }) => id).sort()).toEqual(['1', '1', '2', '5']);
    });

    it('are not those that have the name in hidden calls only', async () => {
      expect(await found('Buying signs', firstOnly)).toEqual(['1 Buying signs']);
      expect(await found('Signs of buying', firstOnly)).toEqual([]);
    });

    it('are gone with their calls', async () => {
      await replica.removeCalls([second?.id ?? '']);
      expect(await found('Buying signs')).toEqual(['1 Buying signs']);
      expect(await found('Signs of buying')).toEqual([]);
    });
  });

  it('are found however many calls a policy module hides', async () => {
    const calls = companyOf(5, 450).map((call) => ({
      ...call,
      trackers: [{ id: 't1', count: 1 }],
    }));
    const { replica } = await company([]);
    await replica.putCalls(calls.map(recordOf), READ_AT);
    const judged: string[] = [];
    const only = (shown: string | undefined): CallVisibility => ({
      ...everything,
      judge: ({ id }) => {
        judged.push(id);
        return id === shown;
      },
    });

    const oldest = await replica.detectedTrackers(any, only(calls[0]?.id));
    expect(oldest).toEqual([{ id: 't1', name: 'Tracker t1' }]);
    expect(new Set(judged).size).toBe(judged.length);
    expect(judged.length).toBeGreaterThan(400);
    expect(await replica.detectedTrackers(any, only('none'))).toEqual([]);
  });
});
