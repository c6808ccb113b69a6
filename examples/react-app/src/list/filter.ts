/** What the list shows, as the URL says it. */
export interface ListFilter {
  /** Latest days, or `custom` for the days of `from` and `to`. */
  readonly days: string;
  /** First and last day, as `2026-11-30`. Empty if there is no such bound. */
  readonly from: string;
  readonly to: string;
  readonly host: string;
  readonly text: string;
  readonly where: 'title' | 'said';
}

/** Up to 14 days, the gateway reads the newest calls first with 1 request per 100 calls of the window. */
const DEFAULT_DAYS = '3';

export const DAYS = [DEFAULT_DAYS, '7', '30', '90'];

export function filterOf(place: URLSearchParams): ListFilter {
  const read = (name: string) => place.get(name) ?? '';
  const days = read('days');
  return {
    days: days === 'custom' || DAYS.includes(days) ? days : DEFAULT_DAYS,
    from: read('from'),
    to: read('to'),
    host: read('host'),
    text: read('text').trim(),
    where: read('where') === 'said' ? 'said' : 'title',
  };
}

/**
 * Returns the time window. It begins and ends at midnight, so that its text is the same at each rendering: the cache
 * identifies a list by its filter.
 */
export function windowOf({ days, from, to }: ListFilter): { from?: string; to?: string } {
  if (days !== 'custom') {
    const today = new Date();
    today.setHours(0, 0, 0, 0);
    return { from: addDays(today, -Number(days)).toISOString() };
  }
  const first = new Date(`${from}T00:00`);
  const last = new Date(`${to}T00:00`);
  return {
    ...(isValid(first) && { from: first.toISOString() }),
    ...(isValid(last) && { to: addDays(last, 1).toISOString() }),
  };
}

/** Returns the filter of both searches, besides the text. */
export const searchFilterOf = (filter: ListFilter) => ({
  ...windowOf(filter),
  ...(filter.host && { hostIds: [filter.host] }),
});

const isValid = (date: Date) => !Number.isNaN(date.getTime());

function addDays(date: Date, days: number): Date {
  const other = new Date(date);
  other.setDate(other.getDate() + days);
  return other;
}
