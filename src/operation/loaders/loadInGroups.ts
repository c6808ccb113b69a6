/** Loads keys in groups. A failed group fails only its own keys. */
export async function loadInGroups<K, V>(
  keys: readonly K[],
  nameOf: (key: K) => string,
  load: (group: readonly K[]) => Promise<V[]>,
): Promise<(V | Error)[]> {
  const groups = new Map<string, number[]>();
  for (const [index, key] of keys.entries()) {
    const name = nameOf(key);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [index]);
    else group.push(index);
  }
  const answers = new Array<V | Error>(keys.length);
  await Promise.all(
    [...groups.values()].map(async (indexes) => {
      try {
        const values = await load(indexes.flatMap((index) => keys[index] ?? []));
        for (const [at, index] of indexes.entries()) answers[index] = values[at] as V;
      } catch (error) {
        for (const index of indexes) answers[index] = error as Error;
      }
    }),
  );
  return answers;
}
