import { describe, expect, it } from '@jest/globals';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../src/lib/clock.js';
import { DatabaseError } from '../../../src/replica/database.js';
import type { CallRecord } from '../../../src/gong/endpoints/calls.js';
import { refreshCalls } from '../../../src/company/sync/readCalls.js';
import { createCaller } from '../../gong/support.js';
import { plainReview } from '../../support/companies.js';
import { callsBefore, setUpSync, spokenCall, START } from './support.js';

describe('the first copy', () => {
  it('reads a company newest first, with a request per 100 calls and per 100 transcripts', async () => {
    const calls = callsBefore(START, 2000, 20 * MINUTE_MS);
    const { clock, company, replica, syncer, sent } = setUpSync({ company: { calls } });

    syncer.start();
    await clock.advance(HOUR_MS);

    expect(syncer.status).toMatchObject({ state: 'CURRENT', reasons: [], progress: null });
    expect(replica.ids).toEqual(company.calls.map(({ metaData }) => metaData.id).sort());
    const transcripts = [...replica.calls.values()].map(({ transcript }) => transcript?.value);
    expect(transcripts.every((each) => each != null)).toBe(true);
    expect(sent('listCallsExtensive').length).toBeLessThanOrEqual(20 * 1.15 + 10);
    expect(sent('getCallTranscripts').length).toBeLessThanOrEqual(20 + 5);
    const starts = sent('listCallsExtensive').flatMap(({ body }) => {
      const { filter, cursor } = body as { filter: { fromDateTime: string }; cursor?: string };
      return cursor === undefined ? [Date.parse(filter.fromDateTime)] : [];
    });
    expect(starts.slice(0, 4)).toEqual([...starts.slice(0, 4)].sort((a, b) => b - a));
    await syncer.stop();
  });

  it('says how far it is, and when it may be complete', async () => {
    const calls = callsBefore(START, 3000, 14 * MINUTE_MS);
    const { clock, syncer, logged } = setUpSync({ company: { calls } });

    syncer.start();
    await clock.advance(15 * SECOND_MS);

    const { state, progress, from, asOf } = syncer.status;
    expect(state).toBe('FILLING');
    expect(progress?.share).toBeGreaterThan(0.1);
    expect(progress?.endsAt).toBeGreaterThan(clock.now());
    expect(from).toBeLessThan(START - DAY_MS);
    expect(asOf).toBe(START);
    await clock.advance(HOUR_MS);
    expect(logged.map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        'First copy of the company in progress',
        'First copy of the company complete',
        'Replica is current',
      ]),
    );
    await syncer.stop();
  });

  it('goes on where it was when the process is killed again and again', async () => {
    const calls = callsBefore(START, 3000, 14 * MINUTE_MS);
    const { clock, company, replica, createSyncer, sent } = setUpSync({ company: { calls } });
    let kills = 0;

    for (; kills < 10; kills += 1) {
      const syncer = createSyncer(`process ${kills}`);
      syncer.start();
      await clock.advance(6 * SECOND_MS);
      await syncer.stop();
    }
    const last = createSyncer('last');
    last.start();
    await clock.advance(HOUR_MS);

    expect(last.status.state).toBe('CURRENT');
    expect(replica.ids).toEqual(company.calls.map(({ metaData }) => metaData.id).sort());
    // A kill costs a window of five pages and a batch of transcripts, at most.
    expect(sent('listCallsExtensive').length).toBeLessThanOrEqual(30 * 1.15 + 10 + 6 * kills);
    expect(sent('getCallTranscripts').length).toBeLessThanOrEqual(30 + 5 + 2 * kills);
    await last.stop();
  });

  it('is known to be complete after a restart, before anything is due', async () => {
    const calls = callsBefore(START, 10, HOUR_MS);
    const { clock, createSyncer, sent, logged } = setUpSync({ company: { calls } });
    const first = createSyncer('first');
    first.start();
    await clock.advance(5 * MINUTE_MS);
    await first.stop();
    const [requests, lines] = [sent().length, logged.length];

    const second = createSyncer('second');
    second.start();
    await clock.advance(SECOND_MS);

    expect(second.status).toEqual(first.status);
    expect(second.status).toMatchObject({ state: 'CURRENT', progress: null });
    expect(logged.slice(lines).map(({ message }) => message)).toEqual(['Replica is current']);
    expect(sent()).toHaveLength(requests);
    await second.stop();
  });

  it('ends also when the process is killed right after its last window was stored', async () => {
    const { clock, replica, createSyncer } = setUpSync({ config: { sinceDays: 1 } });
    const { putSlices } = replica.sync;
    replica.sync.putSlices = async (slices, lease) => {
      await putSlices(slices, lease);
      replica.failure = new DatabaseError('unavailable', 'The process is gone.');
    };
    const first = createSyncer('first');
    first.start();
    await clock.advance(MINUTE_MS);
    await first.stop();
    expect(replica.slices).toHaveLength(1);
    replica.failure = null;
    replica.sync.putSlices = putSlices;

    const second = createSyncer('second');
    second.start();
    await clock.advance(SECOND_MS);

    expect(second.status).toMatchObject({ state: 'CURRENT', progress: null });
    await second.stop();
  });

  it('lasts until Gong was asked for every transcript, and says of which calls it was not', async () => {
    const calls = callsBefore(START - 4 * HOUR_MS, 130, 5 * MINUTE_MS);
    const config = { fillRequestsPerDay: 2 };
    const { clock, syncer, sent } = setUpSync({ company: { calls }, config });
    const startOf = (call: (typeof calls)[number] | undefined) =>
      Date.parse(call?.metaData.started ?? '');

    syncer.start();
    await clock.advance(HOUR_MS);
    expect(sent('getCallTranscripts')).toEqual([]);
    expect(syncer.status).toMatchObject({
      state: 'FILLING',
      unreadTranscripts: { fromMs: startOf(calls.at(-1)), toMs: startOf(calls[0]) },
      unreadReviewsBefore: Number.MAX_SAFE_INTEGER,
    });

    await clock.advance(8 * DAY_MS);
    expect(sent('getCallTranscripts').length).toBeGreaterThanOrEqual(2);
    expect(syncer.status).toMatchObject({
      state: 'CURRENT',
      unreadTranscripts: null,
      unreadReviewsBefore: null,
    });
    await syncer.stop();
  });

  it('does not wait for more calls before it asks for the last transcripts', async () => {
    const calls = [spokenCall('1', START - DAY_MS), spokenCall('2', START - 2 * DAY_MS)];
    const { clock, syncer, sent } = setUpSync({ company: { calls } });

    syncer.start();
    await clock.advance(MINUTE_MS);

    expect(syncer.status).toMatchObject({ state: 'CURRENT', unreadTranscripts: null });
    expect(sent('getCallTranscripts')).toHaveLength(1);
    await syncer.stop();
  });

  it('keeps to its requests of a day, and goes on the next day', async () => {
    const calls = callsBefore(START, 3000, 14 * MINUTE_MS);
    const config = { fillRequestsPerDay: 20 };
    const { clock, syncer, sent } = setUpSync({ company: { calls }, config });

    syncer.start();
    await clock.advance(11 * HOUR_MS);
    expect(syncer.status.state).toBe('FILLING');
    const filled = sent('getCallTranscripts').length;
    await clock.advance(30 * MINUTE_MS);
    expect(sent('getCallTranscripts')).toHaveLength(filled);

    await clock.advance(5 * DAY_MS);
    expect(syncer.status.state).toBe('CURRENT');
    await syncer.stop();
  });
});

describe('a copy that is current', () => {
  it('gets calls that appear late, transcripts later, and new analysis', async () => {
    const late = spokenCall('77', START - 2 * DAY_MS, { availableAt: START + 5 * HOUR_MS });
    const soon = spokenCall('78', START + HOUR_MS, {
      availableAt: START + 2 * HOUR_MS,
      analyzedAt: START + 4 * HOUR_MS,
    });
    const { clock, replica, syncer } = setUpSync({ company: { calls: [late, soon] } });
    syncer.start();
    await clock.advance(3.9 * HOUR_MS);
    expect(replica.ids).toEqual(['78']);
    expect(replica.calls.get('78')?.transcript?.value).toBeNull();
    expect(replica.calls.get('78')?.call.details.interaction).toBeUndefined();

    await clock.advance(HOUR_MS);
    expect(replica.calls.get('78')?.call.details.interaction).toBeDefined();
    expect(replica.calls.get('78')?.transcript?.value).toMatchObject({ callId: '78' });

    await clock.advance(14 * HOUR_MS);
    expect(replica.ids).toEqual(['77', '78']);
    await syncer.stop();
  });

  it('reads a changed transcript again, though it was restarted in between', async () => {
    const call = spokenCall('100', START - 5 * HOUR_MS);
    const { clock, replica, syncer, createSyncer } = setUpSync({ company: { calls: [call] } });
    syncer.start();
    await clock.advance(HOUR_MS);
    const kept = () => replica.calls.get('100');
    const [interaction, transcript] = [kept()?.interaction, kept()?.transcript?.value];
    expect(transcript).toMatchObject({ transcript: [{ speakerId: '1' }] });
    Object.assign(call, spokenCall('100', START - 5 * HOUR_MS), {
      interaction: { speakers: [{ id: '9' }], interactionStats: [], video: [], questions: {} },
      transcript: [{ speakerId: '9', topic: null, sentences: [] }],
    });
    for (let minutes = 0; minutes < 120 && kept()?.interaction === interaction; minutes += 1) {
      await clock.advance(MINUTE_MS);
    }
    await syncer.stop();
    expect(kept()?.interaction).not.toBe(interaction);
    expect(kept()?.transcript?.value).toEqual(transcript);

    const next = createSyncer('next');
    next.start();
    await clock.advance(HOUR_MS);

    expect(kept()?.transcript?.value).toMatchObject({ transcript: [{ speakerId: '9' }] });
    await next.stop();
  });

  it('reads a changed transcript again when a live read noticed the change first', async () => {
    const call = spokenCall('100', START - 5 * HOUR_MS);
    const { clock, replica, syncer } = setUpSync({ company: { calls: [call] } });
    syncer.start();
    await clock.advance(HOUR_MS);
    const changed = {
      interaction: { speakers: [{ id: '9' }], interactionStats: [], video: [], questions: {} },
      transcript: [{ speakerId: '9', topic: null, sentences: [] }],
    };
    Object.assign(call, changed);
    const kept = replica.calls.get('100');
    const details = { ...kept?.call.details, interaction: changed.interaction };
    await replica.putCalls([{ ...kept?.call, details } as CallRecord], clock.now());
    await clock.advance(HOUR_MS);

    expect(replica.calls.get('100')?.transcript?.value).toMatchObject({
      transcript: [{ speakerId: '9' }],
    });
    await syncer.stop();
  });

  it('keeps the transcript of a call that Gong processes again', async () => {
    const call = spokenCall('100', START - 5 * HOUR_MS);
    const { clock, replica, sandbox, syncer, sent } = setUpSync({ company: { calls: [call] } });
    syncer.start();
    await clock.advance(HOUR_MS);
    const transcript = replica.calls.get('100')?.transcript?.value;
    const before = sent('getCallTranscripts').length;
    const interaction = { speakers: [{ id: '9' }], interactionStats: [], video: [], questions: {} };
    Object.assign(call, { interaction });
    sandbox.faults.add({
      times: 1e6,
      operationId: 'getCallTranscripts',
      fault: { kind: 'answer', status: 400, body: { errors: ['Call 100 is not ready yet'] } },
    });
    await clock.advance(3 * HOUR_MS);

    expect(sent('getCallTranscripts').length).toBeGreaterThan(before);
    expect(transcript).not.toBeNull();
    expect(replica.calls.get('100')?.transcript?.value).toEqual(transcript);
    await syncer.stop();
  });

  it('reads a slice again after 5, 15, and 60 minutes while Gong counts more calls than it shows', async () => {
    const calls = callsBefore(START, 190, MINUTE_MS);
    const hidden = spokenCall('77', START - 5.1 * HOUR_MS, { availableAt: START + 30 * DAY_MS });
    const older = callsBefore(START - 5 * HOUR_MS, 100, MINUTE_MS, 500);
    const company = { calls: [...calls, ...older, hidden] };
    const { clock, syncer, sent } = setUpSync({ company });
    syncer.start();
    await clock.advance(5 * HOUR_MS);
    const reads = sent('listCallsExtensive').flatMap(({ body, at }) => {
      const { filter } = body as { filter: { fromDateTime?: string; toDateTime?: string } };
      const from = Date.parse(filter.fromDateTime ?? '');
      const to = Date.parse(filter.toDateTime ?? '');
      return from <= START - 5.1 * HOUR_MS && START - 5.1 * HOUR_MS < to ? [at - START] : [];
    });
    const gaps = reads.map((at, index) => Math.round((at - (reads[index - 1] ?? at)) / MINUTE_MS));
    expect(gaps.join(' ')).toContain('5 15 60');
    await syncer.stop();
  });

  it('keeps the directory and the reviews', async () => {
    const call = spokenCall('100', START - DAY_MS);
    const { clock, company, replica, syncer } = setUpSync({ company: { calls: [call] } });
    syncer.start();
    await clock.advance(HOUR_MS);
    expect([...(replica.records.get('USER') ?? [])].map(([id]) => id)).toEqual([
      '500',
      '501',
      '502',
    ]);
    expect([...(replica.records.get('WORKSPACE') ?? [])].map(([id]) => id)).toEqual(['1']);
    // It is known to have none.
    expect(replica.calls.get('100')?.reviews).toEqual([]);

    company.users.pop();
    const times = {
      reviewTime: new Date(clock.now()).toISOString(),
      callStartTime: call.metaData.started,
    };
    company.answeredScorecards.push(plainReview({ answeredScorecardId: '1', ...times }));
    await clock.advance(HOUR_MS + MINUTE_MS);
    expect(replica.calls.get('100')?.reviews).toHaveLength(1);
    company.answeredScorecards.push(plainReview({ answeredScorecardId: '2', ...times }));
    await clock.advance(5 * HOUR_MS);

    expect(replica.calls.get('100')?.reviews).toHaveLength(2);
    expect(replica.records.get('USER')?.size).toBe(2);
    company.answeredScorecards.pop();
    await clock.advance(DAY_MS);
    expect(replica.calls.get('100')?.reviews).toHaveLength(1);
    // The call is no longer one of the last week, so the other one is noticed with those of its month.
    await clock.advance(7 * DAY_MS);
    company.answeredScorecards.length = 0;
    await clock.advance(2 * DAY_MS);
    expect(replica.calls.get('100')?.reviews).toHaveLength(1);
    await clock.advance(21 * DAY_MS);
    expect(replica.calls.get('100')?.reviews).toEqual([]);
    await syncer.stop();
  }, 60_000);

  it('removes what was kept long enough, every day', async () => {
    const calls = callsBefore(START, 20, 12 * HOUR_MS);
    const config = { keepDays: 5 };
    const { clock, replica, syncer } = setUpSync({ company: { calls }, config });
    syncer.start();
    await clock.advance(HOUR_MS);
    expect(replica.ids).toHaveLength(9);

    await clock.advance(2 * DAY_MS);

    expect(replica.ids).toHaveLength(6);
    expect(syncer.status.state).toBe('CURRENT');
    await syncer.stop();
  });

  it('fills what was missed while no gateway ran', async () => {
    const before = callsBefore(START, 10, HOUR_MS);
    const { clock, company, replica, createSyncer, syncer } = setUpSync({
      company: { calls: before },
    });
    syncer.start();
    await clock.advance(HOUR_MS);
    await syncer.stop();
    await clock.advance(4 * DAY_MS);
    company.calls.push(...callsBefore(clock.now(), 80, HOUR_MS, 500));

    const next = createSyncer('next');
    next.start();
    await clock.advance(HOUR_MS);

    expect(replica.ids).toHaveLength(90);
    expect(next.status.state).toBe('CURRENT');
    await next.stop();
  });
});

describe('refreshCalls', () => {
  it('reads calls and their transcripts at once, at the cost of its caller', async () => {
    const calls = callsBefore(START, 150, MINUTE_MS);
    const { clock, replica, shared, sent } = setUpSync({ company: { calls } });
    const { caller, waits } = createCaller(clock);
    const ids = calls.map(({ metaData }) => metaData.id);

    const refreshed = refreshCalls({ company: shared, replica, clock }, [...ids, '9'], caller);
    const { found, absent } = await clock.runUntil(refreshed);

    expect([found.size, [...absent]]).toEqual([150, ['9']]);
    expect(replica.ids).toEqual([...ids].sort());
    expect(replica.calls.get(ids[0] ?? '')?.transcript?.value).not.toBeNull();
    expect(sent().map(({ operationId }) => operationId)).toEqual([
      'listCallsExtensive',
      'listCallsExtensive',
      'getCallTranscripts',
      'getCallTranscripts',
    ]);
    expect(waits).toHaveLength(4);
  });
});
