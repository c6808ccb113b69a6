import { describe, expect, it } from '@jest/globals';
import { blankCompany, plainCall, type Call } from '../../sandbox/src/index.js';
import { ask, createClock, NOW, smallSandbox } from './support.js';

const sandboxOf = (...calls: Call[]) => {
  const clock = createClock();
  return { clock, sandbox: smallSandbox({ clock, company: { ...blankCompany(), calls } }) };
};
const between = (fromDateTime: string, toDateTime: string) => ({
  filter: { fromDateTime, toDateTime },
});
const extensive = 'POST /v2/calls/extensive';

describe('bounds', () => {
  const first = plainCall({ id: '1', started: '2026-03-01T10:00:00.041977-05:00' });
  const second = plainCall({ id: '2', started: '2026-03-01T15:00:01Z' });

  it('are half open, to the microsecond', async () => {
    const { sandbox } = sandboxOf(second, first);
    const idsIn = async (from: string, to: string) => {
      const { json } = await ask(sandbox, extensive, between(from, to));
      return json.calls.map(({ metaData }) => metaData.id);
    };

    expect(await idsIn('2026-03-01T15:00:00.041977Z', '2026-03-01T15:00:01.000001Z')).toEqual([
      '1',
      '2',
    ]);
    expect(await idsIn('2026-03-01T15:00:00.041978Z', '2026-03-01T15:00:01.000001Z')).toEqual([
      '2',
    ]);
    expect(await idsIn('2026-03-01T15:00:00.041977Z', '2026-03-01T15:00:01Z')).toEqual(['1']);
  });

  it('compare the plan of web conferences in the basic list only', async () => {
    const scheduled = '2026-03-01T12:00:00Z';
    const started = '2026-03-01T15:00:00Z';
    const { sandbox } = sandboxOf(
      plainCall({ id: '1', started, scheduled, system: 'Zoom' }),
      plainCall({ id: '2', started, scheduled, system: 'Aircall' }),
    );
    const window = ['2026-03-01T14:00:00Z', '2026-03-01T16:00:00Z'] as const;

    const basic = await ask(
      sandbox,
      `GET /v2/calls?fromDateTime=${window[0]}&toDateTime=${window[1]}`,
    );
    const detailed = await ask(sandbox, extensive, between(...window));

    expect(basic.json.calls.map(({ id }) => id)).toEqual(['2']);
    expect(detailed.json.calls).toHaveLength(2);
  });

  it('apply together with IDs', async () => {
    const { sandbox } = sandboxOf(first, second);
    const { filter } = between('2026-03-01T15:00:01Z', '2026-03-02T00:00:00Z');

    const { json } = await ask(sandbox, extensive, { filter: { ...filter, callIds: ['1', '2'] } });

    expect(json.calls).toHaveLength(1);
  });
});

describe('detailed calls', () => {
  it('contain only metaData until more is selected', async () => {
    const { json } = await ask(smallSandbox(), extensive, { filter: {} });

    expect(Object.keys(json.calls[0] ?? {})).toEqual(['metaData']);
  });

  it('contain exactly the selected members', async () => {
    const call = plainCall(
      { id: '1', started: '2026-03-01T15:00:00Z' },
      { content: { brief: 'Short.', keyPoints: [], callOutcome: null }, parties: [] },
    );
    const { sandbox } = sandboxOf(call);
    const content = { brief: true, callOutcome: true, topics: true };

    const { json } = await ask(sandbox, extensive, {
      filter: {},
      contentSelector: { exposedFields: { content } },
    });

    expect(json.calls[0]).toEqual({
      metaData: call.metaData,
      content: { brief: 'Short.', callOutcome: null },
    });
  });

  it('contain occurrences only together with their trackers', async () => {
    const sandbox = smallSandbox();
    const trackersOf = async (content: Record<string, boolean>) => {
      const body = { filter: {}, contentSelector: { exposedFields: { content } } };
      const { json } = await ask(sandbox, extensive, body);
      return json.calls
        .flatMap((call) => call.content?.trackers ?? [])
        .filter((tracker) => 'occurrences' in tracker);
    };

    expect(await trackersOf({ trackers: true })).toEqual([]);
    expect(await trackersOf({ trackerOccurrences: true })).toEqual([]);
    expect(await trackersOf({ trackers: true, trackerOccurrences: true })).not.toEqual([]);
  });

  it('contain CRM links as selected: IDs, present values, values at the time', async () => {
    const sandbox = smallSandbox();
    const objectsWith = async (contentSelector: object) => {
      const { json } = await ask(sandbox, extensive, { filter: {}, contentSelector });
      return json.calls.find(({ context }) => context?.length)?.context?.[0]?.objects ?? [];
    };

    const basic = await objectsWith({ context: 'Basic' });
    const now = await objectsWith({ context: 'Extended' });
    const both = await objectsWith({ context: 'Extended', contextTiming: ['Now', 'TimeOfCall'] });

    expect(Object.keys(basic[0] ?? {})).toEqual(['objectType', 'objectId']);
    expect(new Set(now.map(({ timing }) => timing))).toEqual(new Set(['Now']));
    expect(both).toHaveLength(2 * now.length);
    expect(both[0]?.fields).not.toEqual(both[1]?.fields);
  });

  it('sign media links again for each request', async () => {
    const sandbox = smallSandbox();
    const body = { filter: {}, contentSelector: { exposedFields: { media: true } } };
    const linkOf = async () => JSON.stringify((await ask(sandbox, extensive, body)).json.calls[0]);

    expect(await linkOf()).not.toEqual(await linkOf());
  });
});

describe('time', () => {
  it('makes calls appear first and their analysis later', async () => {
    const call = plainCall(
      { id: '1', started: '2026-03-18T11:00:00Z' },
      { availableAt: NOW + 1000, analyzedAt: NOW + 2000, content: { brief: 'B' }, transcript: [] },
    );
    const { sandbox, clock } = sandboxOf(call);
    const body = { filter: {}, contentSelector: { exposedFields: { content: { brief: true } } } };
    const look = async () => {
      const { status, json } = await ask(sandbox, extensive, body);
      const transcript = await ask(sandbox, 'POST /v2/calls/transcript', { filter: {} });
      return [status, status === 200 ? json.calls[0]?.content?.brief : null, transcript.status];
    };

    expect(await look()).toEqual([404, null, 404]);
    clock.advance(1000);
    expect(await look()).toEqual([200, undefined, 404]);
    clock.advance(1000);
    expect(await look()).toEqual([200, 'B', 200]);
  });
});

describe('the count', () => {
  it('exceeds the pages while a recording is processed', async () => {
    const started = '2026-03-18T11:00:00Z';
    const { sandbox } = sandboxOf(
      plainCall({ id: '1', started }),
      plainCall({ id: '2', started }, { availableAt: NOW + 1 }),
    );

    const { json } = await ask(sandbox, extensive, { filter: {} });

    expect(json.records).toEqual({ totalRecords: 2, currentPageSize: 1, currentPageNumber: 0 });
  });
});

describe('reviews', () => {
  it('use days in the company’s time zone, and are manual by default', async () => {
    const sandbox = smallSandbox({ calls: 200 });
    const [review] = sandbox.company.answeredScorecards;
    if (!review) throw new Error('The company has no reviews.');
    // Half past nine in the evening of the first in New York.
    Object.assign(review, { callStartTime: '2026-02-02T02:30:00Z', reviewMethod: 'AUTOMATIC' });
    sandbox.company.answeredScorecards = [review];
    const statusWith = async (filter: object) =>
      (await ask(sandbox, 'POST /v2/stats/activity/scorecards', { filter })).status;
    const day = { callFromDate: '2026-02-01', callToDate: '2026-02-02' };

    expect(await statusWith({ ...day, reviewMethod: 'BOTH' })).toBe(200);
    expect(await statusWith({ ...day, reviewMethod: 'AUTOMATIC' })).toBe(200);
    expect(await statusWith(day)).toBe(404);
    expect(await statusWith({ callFromDate: '2026-02-02', reviewMethod: 'BOTH' })).toBe(404);
  });
});
