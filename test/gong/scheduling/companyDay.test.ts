import { describe, expect, it } from '@jest/globals';
import { CompanyDay } from '../../../src/gong/scheduling/companyDay.js';
import { FakeClock } from '../../support/clock.js';

const todayAt = (time: string, zone: string) => {
  const clock = new FakeClock(Date.parse(time));
  const { name, endsAt } = new CompanyDay(clock, zone).today();
  return [name, new Date(endsAt).toISOString()];
};

describe('the day of a company', () => {
  it.each([
    ['UTC', '2026-06-01T00:00:00.000Z', '2026-06-01', '2026-06-02T00:00:00.000Z'],
    ['UTC', '2026-06-01T23:59:59.999Z', '2026-06-01', '2026-06-02T00:00:00.000Z'],
    // Fourteen hours ahead, eleven behind, and at odd distances.
    ['Pacific/Kiritimati', '2026-06-01T09:59:59.999Z', '2026-06-01', '2026-06-01T10:00:00.000Z'],
    ['Pacific/Kiritimati', '2026-06-01T10:00:00.000Z', '2026-06-02', '2026-06-02T10:00:00.000Z'],
    ['Pacific/Pago_Pago', '2026-06-01T10:59:59.999Z', '2026-05-31', '2026-06-01T11:00:00.000Z'],
    ['Etc/GMT+12', '2026-06-01T12:00:00.000Z', '2026-06-01', '2026-06-02T12:00:00.000Z'],
    ['Asia/Kathmandu', '2026-06-01T18:14:59.999Z', '2026-06-01', '2026-06-01T18:15:00.000Z'],
    // Days of 23 and 25 hours.
    ['America/New_York', '2026-03-08T05:00:00.000Z', '2026-03-08', '2026-03-09T04:00:00.000Z'],
    ['America/New_York', '2026-11-01T04:00:00.000Z', '2026-11-01', '2026-11-02T05:00:00.000Z'],
    ['Europe/Berlin', '2026-03-28T23:00:00.000Z', '2026-03-29', '2026-03-29T22:00:00.000Z'],
    ['Europe/Berlin', '2026-10-24T22:00:00.000Z', '2026-10-25', '2026-10-25T23:00:00.000Z'],
    // A day that begins at one o'clock, and one whose last hour comes twice.
    ['Africa/Cairo', '2026-04-23T21:59:59.999Z', '2026-04-23', '2026-04-23T22:00:00.000Z'],
    ['Africa/Cairo', '2026-10-29T20:30:00.000Z', '2026-10-29', '2026-10-29T22:00:00.000Z'],
    // The day that Samoa left out.
    ['Pacific/Apia', '2011-12-30T09:00:00.000Z', '2011-12-29', '2011-12-30T10:00:00.000Z'],
    ['Pacific/Apia', '2011-12-30T10:00:00.000Z', '2011-12-31', '2011-12-31T10:00:00.000Z'],
  ])('in %s at %s is %s', (zone, at, name, end) => {
    expect(todayAt(at, zone)).toEqual([name, end]);
  });

  it('accepts fractions of a millisecond', () => {
    const now = Date.parse('2026-06-01T23:59:59.999Z') + 0.5;
    const clock = { now: () => now, monotonic: () => 0, after: () => () => undefined };

    expect(new CompanyDay(clock, 'UTC').today()).toMatchObject({
      name: '2026-06-01',
      endsAt: Date.parse('2026-06-02T00:00:00Z'),
    });
  });

  it('begins when the previous day ends', async () => {
    const clock = new FakeClock(Date.parse('2026-10-20T00:00:00Z'));
    const day = new CompanyDay(clock, 'Europe/Berlin');
    const names: string[] = [];
    for (let days = 0; days < 10; days += 1) {
      const { name, endsAt } = day.today();
      await clock.advance(endsAt - clock.now() - 1);
      expect(day.today()).toMatchObject({ name, endsAt });
      await clock.advance(1);
      names.push(day.today().name);
    }
    expect(names).toEqual(
      [21, 22, 23, 24, 25, 26, 27, 28, 29, 30].map((date) => `2026-10-${date}`),
    );
  });

  it('follows the wall clock, even when it is set back', () => {
    let now = Date.parse('2026-06-02T00:00:05Z');
    const clock = { now: () => now, monotonic: () => 0, after: () => () => undefined };
    const day = new CompanyDay(clock, 'UTC');
    expect(day.today().name).toBe('2026-06-02');

    now -= 10_000;

    expect(day.today()).toMatchObject({
      name: '2026-06-01',
      endsAt: Date.parse('2026-06-02T00:00:00Z'),
    });
  });
});
