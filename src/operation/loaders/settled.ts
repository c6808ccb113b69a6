import type { Awaitable } from '../../lib/awaitable.js';

/** The results of several reads, for a DataLoader. */
export async function settled<T>(loads: readonly Awaitable<T>[]): Promise<(T | Error)[]> {
  if (!loads.some((load) => load instanceof Promise)) return loads as T[];
  const results = await Promise.allSettled(loads);
  return results.map((result) =>
    result.status === 'rejected' ? (result.reason as Error) : result.value,
  );
}

/** The keys of records that only come whole. */
export function wholeKeys(ids: readonly string[]) {
  return ids.map((name) => ({ name, selection: null }));
}
