import type { Paged } from '../gong/endpoints/endpoint.js';
import { isIdRefusal } from '../gong/errors.js';
import { emptyPage, type Page } from '../gong/endpoints/wire.js';
import { readWithoutRefused } from './idRefusals.js';
import type { PageRequest } from './source.js';

/** An ID in a filter. */
interface NamedId<Query> {
  readonly member: keyof Query;
  readonly id: string;
}

/**
 * Builds requests for a list that is filtered by IDs, when Gong refuses a request because of one ID. The refused IDs
 * are found and omitted from then on; the others are listed.
 */
export class RefusedIds<Query, Item extends object, S> {
  private readonly refused = new Map<keyof Query, Set<string>>();

  constructor(
    private readonly paged: Pick<Paged<Query, S>, 'ids' | 'required'>,
    private readonly request: (query: Query, cursor: string | null) => PageRequest<Item, S>,
  ) {}

  /** Returns the request for a page; null when all IDs of the filter are refused, so that nothing matches. */
  at(query: Query, cursor: string | null): PageRequest<Item, S> | null {
    const asked = this.withoutRefused(query);
    if (asked === null) return null;
    const page = this.request(asked, cursor);
    // With a cursor, a refusal means that the cursor has expired, which the walk handles.
    if (cursor !== null || this.idsIn(asked).length === 0) return page;
    return {
      ...page,
      recover: (failure, read) =>
        isIdRefusal(failure)
          ? this.readTolerantly(asked, failure, read)
          : (page.recover?.(failure, read) ?? null),
    };
  }

  private withoutRefused(query: Query): Query | null {
    const left = { ...query };
    for (const [member, bad] of this.refused) {
      const ids = this.idsOf(query, member).filter((id) => !bad.has(id));
      if (ids.length > 0) left[member] = ids as Query[keyof Query];
      else if (query[member] !== undefined) return null;
    }
    return left;
  }

  /** Reads the first page without the IDs that Gong refuses. */
  private async readTolerantly(
    query: Query,
    refusal: unknown,
    read: (request: PageRequest<Item, S>) => Promise<Page<Item>>,
  ): Promise<Page<Item>> {
    const readRest = (): Promise<Page<Item>> => {
      const rest = this.withoutRefused(query);
      return rest === null ? Promise.resolve(emptyPage) : read(this.request(rest, null));
    };
    let page: Page<Item> | null = null;
    await readWithoutRefused(this.idsIn(query), refusal, this.isOfIdsAlone(query), {
      read: async (some, isRest) => {
        // The IDs that were tried before are listed with the rest.
        if (isRest) page = await readRest();
        else await read(this.request(this.queryFor(some, query), null));
      },
      onRefused: ({ member, id }) => {
        this.refused.set(member, new Set([...(this.refused.get(member) ?? []), id]));
      },
      onUnexplained: (said) => {
        throw said;
      },
    });
    return page ?? readRest();
  }

  /** Returns the query with these IDs and no others. */
  private queryFor(some: readonly NamedId<Query>[], whole: Query): Query {
    const query: Partial<Record<keyof Query, unknown>> = {};
    for (const member of this.paged.required ?? []) query[member] = whole[member];
    for (const { member, id } of some) {
      query[member] = [...this.idsOf(query as Query, member), id];
    }
    return query as Query;
  }

  private isOfIdsAlone(query: Query): boolean {
    const { ids = [], required = [] } = this.paged;
    const members: readonly string[] = [...ids, ...required];
    return Object.entries(query as object).every(
      ([name, value]) => value === undefined || members.includes(name),
    );
  }

  private idsIn(query: Query): readonly NamedId<Query>[] {
    const { ids = [] } = this.paged;
    return ids.flatMap((member) => this.idsOf(query, member).map((id) => ({ member, id })));
  }

  private idsOf(query: Query, member: keyof Query): readonly string[] {
    return (query[member] as readonly string[] | undefined) ?? [];
  }
}
