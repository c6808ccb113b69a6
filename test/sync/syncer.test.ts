import { describe, expect, it } from '@jest/globals';
import { HOUR_MS, MINUTE_MS } from '../../src/lib/clock.js';
import { callsBefore, setUpSync, START } from './support.js';

describe('the first copy', () => {
  it('reads a company newest first, with a request per 100 calls and per 100 transcripts', async () => {
    const calls = callsBefore(START, 5000, 8.5 * MINUTE_MS);
    const { clock, company, replica, syncer, sent } = setUpSync({ company: { calls } });

    syncer.start();
    await clock.advance(2 * HOUR_MS);

    expect(syncer.status).toMatchObject({ state: 'CURRENT', reasons: [], progress: null });
    expect(replica.ids).toEqual(company.calls.map(({ metaData }) => metaData.id).sort());
    expect([...replica.calls.values()].every(({ transcript }) => transcript?.value != null)).toBe(
      true,
    );
    expect(sent('listCallsExtensive').length).toBeLessThanOrEqual(50 * 1.15 + 20);
    expect(sent('getCallTranscripts').length).toBeLessThanOrEqual(50 + 12);
    await syncer.stop();
  });
});
