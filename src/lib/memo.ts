/** Loads each key once per operation. A failure is kept like a result. */
export function memoByKey<K, V>(load: (key: K) => Promise<V>) {
  const promises = new Map<K, Promise<V>>();
  return {
    load(key: K): Promise<V> {
      let promise = promises.get(key);
      if (promise === undefined) {
        promise = load(key);
        promises.set(key, promise);
      }
      return promise;
    },
    /** Discards all results, so that later requests load again. */
    clear(): void {
      promises.clear();
    },
    /** Returns the requested keys with their promises. */
    asked(): ReadonlyMap<K, Promise<V>> {
      return promises;
    },
  };
}
