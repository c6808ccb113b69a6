import { isRefusedId } from '../gong/errors.js';
import { emptyPage, type Page } from '../gong/wire.js';

/**
 * Reads a list that is filtered by ids although Gong may refuse one of them: a 400 to the whole request.
 * The refused ones are found by halving, and left out from then on; what the others name is listed all
 * the same. A filter of which nothing is left matches nothing.
 *
 * @param members names of the query's members that hold ids.
 */
export function createTolerantRead<Query extends object, Item>(
  members: readonly (keyof Query)[],
  read: (query: Query, cursor: string | null) => Promise<Page<Item>>,
): (query: Query, cursor: string | null) => Promise<Page<Item>> {
  const refused = new Map<keyof Query, Set<string>>();
  const idsOf = (query: Query, member: keyof Query): readonly string[] | undefined =>
    query[member] as readonly string[] | undefined;

  const withoutRefused = (query: Query): Query | null => {
    const cleaned = { ...query };
    for (const [member, bad] of refused) {
      const ids = idsOf(query, member)?.filter((id) => !bad.has(id));
      if (ids?.length === 0) return null;
      if (ids !== undefined) cleaned[member] = ids as Query[keyof Query];
    }
    return cleaned;
  };

  /** Those of the ids that Gong refuses; asked for with nothing else beside them. */
  const findRefused = async (member: keyof Query, ids: readonly string[]): Promise<string[]> => {
    try {
      await read({ [member]: ids } as Query, null);
      return [];
    } catch (error) {
      if (!isRefusedId(error)) throw error;
      if (ids.length === 1) return [...ids];
    }
    const middle = Math.ceil(ids.length / 2);
    const halves = [ids.slice(0, middle), ids.slice(middle)];
    return (await Promise.all(halves.map((half) => findRefused(member, half)))).flat();
  };

  return async (query, cursor) => {
    const cleaned = withoutRefused(query);
    if (cleaned === null) return emptyPage;
    try {
      return await read(cleaned, cursor);
    } catch (error) {
      const named = members.filter((member) => idsOf(cleaned, member) !== undefined);
      // To a cursor a 400 means that it has expired, which the walk itself sees to.
      if (cursor !== null || !isRefusedId(error) || named.length === 0) throw error;
      let found = 0;
      for (const member of named) {
        const ids = idsOf(cleaned, member) ?? [];
        const bad = named.length === 1 && ids.length === 1 ? ids : await findRefused(member, ids);
        found += bad.length;
        refused.set(member, new Set([...(refused.get(member) ?? []), ...bad]));
      }
      if (found === 0) throw error;
      const rest = withoutRefused(query);
      return rest === null ? emptyPage : read(rest, null);
    }
  };
}
