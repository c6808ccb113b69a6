import { isIdRefusal } from '../../gong/errors.js';
import { emptyPage, type Page } from '../../gong/endpoints/wire.js';
import { readBesideRefused } from '../idRefusals.js';

/**
 * Reads a list that is filtered by ids although Gong may refuse one of them, and with it the whole request. The
 * refused ones are found, and left out from then on; what the others name is listed all the same. A filter of which
 * nothing is left matches nothing.
 *
 * @param members names of the query's members that hold ids.
 */
export function tolerateRejectedIds<Query extends object, Item>(
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
  const readCleaned = (query: Query): Promise<Page<Item>> => {
    const cleaned = withoutRefused(query);
    return cleaned === null ? Promise.resolve(emptyPage) : read(cleaned, null);
  };

  /** The first page, without what Gong refuses. */
  const readTolerantly = async (query: Query, refusal: unknown): Promise<Page<Item>> => {
    const named = members.flatMap((member) =>
      (idsOf(query, member) ?? []).map((id) => ({ member, id })),
    );
    const isOfIdsAlone = Object.entries(query).every(
      ([name, value]) => value === undefined || members.includes(name as keyof Query),
    );
    let page: Page<Item> | null = null;
    await readBesideRefused(named, refusal, isOfIdsAlone, {
      read: async (some, isRest) => {
        // Those that were tried on the way are listed with the rest.
        if (isRest) page = await readCleaned(query);
        else await read(filterBy<Query>(some), null);
      },
      onRefused: ({ member, id }) => {
        refused.set(member, new Set([...(refused.get(member) ?? []), id]));
      },
      onUnexplained: (said) => {
        throw said;
      },
    });
    return page ?? readCleaned(query);
  };

  return async (query, cursor) => {
    const cleaned = withoutRefused(query);
    if (cleaned === null) return emptyPage;
    try {
      return await read(cleaned, cursor);
    } catch (error) {
      const hasIds = members.some((member) => idsOf(cleaned, member) !== undefined);
      // To a cursor a refusal means that it has expired, which the walk itself sees to.
      if (cursor !== null || !isIdRefusal(error) || !hasIds) throw error;
      return readTolerantly(cleaned, error);
    }
  };
}

/** Asks for the ids with nothing else beside them. */
function filterBy<Query extends object>(
  some: readonly { readonly member: keyof Query; readonly id: string }[],
): Query {
  const query: Partial<Record<keyof Query, string[]>> = {};
  for (const { member, id } of some) (query[member] ??= []).push(id);
  return query as Query;
}
