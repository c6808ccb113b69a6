import type { Awaitable } from '../../lib/awaitable.js';

/** Returns the results of several reads, errors included, for a DataLoader. */
export async function settled<T>(loads: readonly Awaitable<T>[]): Promise<(T | Error)[]> {
  if (!loads.some((load) => load instanceof Promise)) return loads as T[];
  const results = await Promise.allSettled(loads);
  return results.map((result) =>
    result.status === 'rejected' ? (result.reason as Error) : result.value,
  );
}

/** Returns the keys of records that have no selection. */
export function wholeKeys(ids: readonly string[]) {
  return ids.map((name) => ({ name, selection: null }));
}
