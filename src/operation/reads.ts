import DataLoader from 'dataloader';
import type { Company } from '../company/company.js';
import { pagedBy, wholeBy, type ReadEndpoint, type Reveals } from '../gong/endpoints/endpoint.js';
import { memoByKey } from '../lib/memo.js';
import type { CallPolicyFilter } from './loaders/callPolicyFilter.js';
import type { ConnectionModel } from './loaders/connection.js';
import { listFingerprint, type CursorCodec } from './loaders/cursors.js';
import { readPages } from './loaders/pagedList.js';
import { forbid } from './inputError.js';
import type { Permissions } from '../access/policy/permissions.js';
import { listScorecards, listTrackers, listWorkspaces } from '../gong/endpoints/settings.js';
import type { ReplicaRecordKind } from '../replica/parts.js';
import type { KeptRecords } from './replica/keptRecords.js';
import { settled, wholeKeys } from './loaders/settled.js';
import type { Operation } from './operation.js';

/** An endpoint whose records have no selection. */
export type Endpoint<Item extends object, Query> = ReadEndpoint<Item, null, Query>;

/** The requested part of a list. */
export interface ListPart {
  readonly first: number;
  readonly after: string | null;
}

export interface ReadsOptions {
  readonly company: Company;
  readonly operation: Operation;
  readonly cursors: CursorCodec;
  readonly policyFilter: Pick<CallPolicyFilter, 'general'>;
  /** IDs of the workspaces that the viewer may see; null: all. */
  readonly allowed: () => Promise<ReadonlySet<string> | null>;
  readonly lists: WholeLists;
  readonly permissions: Pick<Permissions, 'auditLog' | 'unfiltered'>;
}

/** Reads the records of every endpoint for one operation, by its declaration and as the viewer may see them. */
export class Reads {
  private readonly indexes = memoByKey((endpoint: AnyEndpoint) => this.index(endpoint));

  private readonly loaders = new Map<string, DataLoader<string, object | null>>();

  constructor(private readonly options: ReadsOptions) {}

  /**
   * Returns all records of a list that Gong sends in one response. Records of hidden workspaces are missing.
   *
   * @throws GongError, PolicyError, InputError `FORBIDDEN`
   */
  async whole<Item extends object, Query>(
    endpoint: Endpoint<Item, Query>,
    query: Query,
  ): Promise<readonly Item[]> {
    const { allowed, lists, policyFilter } = this.options;
    this.check(endpoint.brings);
    const { workspaceOf } = wholeBy(endpoint);
    if (workspaceOf !== undefined) {
      // Nothing is read of a hidden workspace.
      const ids = await allowed();
      const workspaceId = workspaceOf(query);
      if (workspaceId !== null && ids?.has(workspaceId) === false) return [];
    }
    const { reveals } = endpoint.brings;
    const workspace = typeof reveals === 'object' && 'workspaceOf' in reveals ? reveals : null;
    const [items, ids] = await Promise.all([
      lists.load(endpoint, query),
      workspace === null ? null : allowed(),
    ]);
    const seen =
      ids === null || workspace === null
        ? items
        : items.filter((item) => ids.has(workspace.workspaceOf(item) ?? ''));
    return seen.map((item) => policyFilter.general(item));
  }

  /**
   * Returns the record with the ID; null when Gong has none. Records that are needed at the same time share requests,
   * when the endpoint allows that. Records of a list that Gong sends in one response are looked up in that list.
   *
   * @param query what the IDs of one request share.
   * @throws GongError, PolicyError, InputError `FORBIDDEN`
   */
  async one<Item extends object, Query>(
    endpoint: Endpoint<Item, Query>,
    id: string,
    query?: Query,
  ): Promise<Item | null> {
    this.check(endpoint.brings);
    if (endpoint.byKey === undefined) {
      const index = await this.indexes.load(endpoint as unknown as AnyEndpoint);
      return (index.get(id) as Item | undefined) ?? null;
    }
    const item = await this.loaderOf(endpoint, query).load(id);
    return item === null || endpoint.brings.isMasked === false
      ? item
      : this.options.policyFilter.general(item);
  }

  /**
   * Returns the unmasked record, to decide whether it may be shown.
   *
   * @throws GongError, PolicyError
   */
  unmasked<Item extends object, Query>(
    endpoint: Endpoint<Item, Query>,
    id: string,
    query?: Query,
  ): Promise<Item | null> {
    return this.loaderOf(endpoint, query).load(id);
  }

  /**
   * Returns a page of a list in Gong's own order.
   *
   * @throws GongError, InputError `BAD_CURSOR` or `FORBIDDEN`
   */
  async list<Item extends object, Query>(
    endpoint: Endpoint<Item, Query>,
    query: Query,
    { first, after }: ListPart,
  ): Promise<ConnectionModel<Item>> {
    this.check(endpoint.brings);
    const { company, operation, policyFilter } = this.options;
    const read = company.pages(endpoint, operation);
    const pages = await readPages(
      this.options,
      {
        list: nameOf(endpoint, query),
        after,
        read: (cursor) => read(query, cursor),
        idOf: endpoint.brings.idOf,
        filter: (items) => Promise.resolve(items.map((item) => policyFilter.general(item))),
        totalOf: ({ total }) => total,
      },
      [first],
    );
    return pages[0] as ConnectionModel<Item>;
  }

  /** @throws InputError `FORBIDDEN` when the viewer may not see records of the kind. */
  check<Item>({ reveals }: { readonly reveals: Reveals<Item> }): void {
    const { permissions } = this.options;
    if (reveals === 'auditLog') forbid(permissions.auditLog);
    if (reveals === 'restricted') forbid(permissions.unfiltered);
  }

  private loaderOf<Item extends object, Query>(
    endpoint: Endpoint<Item, Query>,
    query: Query | undefined,
  ): DataLoader<string, Item | null> {
    const { company, operation } = this.options;
    const part = JSON.stringify([endpoint.id, query ?? null]);
    let loader = this.loaders.get(part);
    if (loader === undefined) {
      const source = company.records(endpoint, query);
      loader = new DataLoader((ids) =>
        settled(company.reads.load(source, wholeKeys(ids), operation)),
      );
      this.loaders.set(part, loader);
    }
    return loader as DataLoader<string, Item | null>;
  }

  private async index(endpoint: AnyEndpoint): Promise<ReadonlyMap<string | null, object>> {
    const all = wholeBy(endpoint).wider?.query ?? null;
    const items = await this.whole(endpoint, all);
    return new Map(items.map((item) => [endpoint.brings.idOf(item), item]));
  }
}

type AnyEndpoint = Endpoint<object, unknown>;

/** Returns the name of a list with its query, for cursors. */
export function nameOf<Item extends object, Query>(
  endpoint: Endpoint<Item, Query>,
  query: Query,
): string {
  const { name } = pagedBy(endpoint);
  if (name === undefined) throw new Error(`${endpoint.id} has no name for its cursors.`);
  const [list, normalize] = name;
  return listFingerprint(list, normalize(query));
}

/** Lists that the replica holds, by the endpoint that lists them all. */
const keptLists: ReadonlyMap<string, ReplicaRecordKind> = new Map([
  [listWorkspaces.id, 'WORKSPACE'],
  [listTrackers.id, 'TRACKER'],
  [listScorecards.id, 'SCORECARD'],
]);

type AnyList = (query: unknown) => Promise<readonly object[]>;

/** The unfiltered lists that one operation reads completely, each once. */
export class WholeLists {
  private readonly lists = new Map<string, AnyList>();

  constructor(
    private readonly company: Company,
    private readonly operation: Operation,
    /** When given, lists that the replica holds are taken from it. */
    private readonly kept: KeptRecords | null,
  ) {}

  /** @throws GongError, ReplicaError */
  load<Item extends object, Query>(
    endpoint: Endpoint<Item, Query>,
    query: Query,
  ): Promise<readonly Item[]> {
    let list = this.lists.get(endpoint.id);
    if (list === undefined) {
      list = this.listOf(endpoint) as AnyList;
      this.lists.set(endpoint.id, list);
    }
    return list(query) as Promise<readonly Item[]>;
  }

  private listOf<Item extends object, Query>(
    endpoint: Endpoint<Item, Query>,
  ): (query: Query) => Promise<readonly Item[]> {
    const { company, operation } = this;
    const { wider } = wholeBy(endpoint);
    const fromGong = async (query: Query) =>
      (await company.reads.page(company.whole(endpoint, query), operation)).items;
    const kind = keptLists.get(endpoint.id);
    const read = async (query: Query): Promise<readonly Item[]> => {
      const all = kind === undefined ? null : await this.kept?.records<Item>(kind);
      if (all == null) return fromGong(query);
      return wider === undefined ? all : all.filter((item) => wider.includes(query, item));
    };
    const keyOf = (query: Query) => JSON.stringify(query);
    const each = new Map<string, Promise<readonly Item[]>>();
    const once = (query: Query): Promise<readonly Item[]> => {
      const reading = each.get(keyOf(query)) ?? read(query);
      each.set(keyOf(query), reading);
      return reading;
    };
    if (wider === undefined) return once;
    // When several queries are needed at the same time, or when the wider query was read, the wider one serves them
    // all.
    const loader = new DataLoader<{ readonly query: Query }, readonly Item[], string>(
      async (keys) => {
        const isWide = each.has(keyOf(wider.query));
        const [only] = keys;
        if (!isWide && keys.length === 1 && only !== undefined) return [await once(only.query)];
        const items = await once(wider.query);
        return keys.map(({ query }) => items.filter((item) => wider.includes(query, item)));
      },
      { cacheKeyFn: ({ query }) => keyOf(query) },
    );
    return (query) => loader.load({ query });
  }
}
