/** Loads by key, once each as long as the operation lasts; a failure is the operation's answer too. */
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
    /** Forgets everything: what is asked for next is loaded anew. */
    clear(): void {
      promises.clear();
    },
    /** What was asked for so far, answered or not. */
    asked(): ReadonlyMap<K, Promise<V>> {
      return promises;
    },
  };
}
