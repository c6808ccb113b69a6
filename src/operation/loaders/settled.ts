/** The results of several reads, for a DataLoader. */
export async function settled<T>(loads: readonly Promise<T>[]): Promise<(T | Error)[]> {
  const results = await Promise.allSettled(loads);
  return results.map((result) =>
    result.status === 'rejected' ? (result.reason as Error) : result.value,
  );
}

/** The keys of records that only come whole. */
export function wholeKeys(ids: readonly string[]) {
  return ids.map((name) => ({ name, selection: null }));
}
