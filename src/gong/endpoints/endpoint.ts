import type { GongBody } from '../client.js';
import { count, isNothing, list } from '../coerce.js';
import type { GongError } from '../errors.js';
import type { Success } from '../exchange.js';
import type { GongOperationId } from '../generated/operations.js';
import type { DescribedRequest } from '../request.js';
import type { CacheGroup } from './cacheGroups.js';
import { badShape, isObject, readCursor, type Page } from './wire.js';

/**
 * How long a record is reused: `directory` for as long as the operator says, and a day more while Gong fails;
 * `settling` for longer the older it is; `hourly` for an hour, and no longer while Gong fails; `briefly` for 30 seconds;
 * `polled` for 15; `never` not at all.
 */
export type Serves = 'directory' | 'settling' | 'hourly' | 'briefly' | 'polled' | 'never';

/** What of a record a policy may hide. Records are masked, whatever this says. */
export type Reveals<Item> =
  | 'nothing'
  /** The record is a call. */
  | 'call'
  /** The record belongs to a user, and maybe to a workspace: it is shown to viewers that may see the calls of both. */
  | 'owned'
  /** The record tells of anything: it is shown only when the policy does not restrict what the viewer sees. */
  | 'restricted'
  /** As `restricted`, and a policy may deny it alone. */
  | 'auditLog'
  /** Lists of the record hold IDs of calls, each of which is judged where it is shown. */
  | 'callIds'
  /** The record is about a call. When the call is not listed, the record is `named` anyway, or `hidden` with it. */
  | { readonly callOf: (item: Item) => string | null; readonly unlisted: Unlisted }
  /** One member of the record is a list, of which each part is about a call. */
  | {
      readonly parts: string;
      readonly callOfPart: (part: GongBody) => string | null;
      readonly unlisted: Unlisted;
    }
  /** The record belongs to a workspace. */
  | { readonly workspaceOf: (item: Item) => string | null };

export type Unlisted = 'named' | 'hidden';

/** How the selections of a record compare, for records of which parts can be selected. */
export interface Selectable<Selection> {
  /** A selection that satisfies both. */
  readonly union: (a: Selection, b: Selection) => Selection;
  /** Whether a record that was read with `wide` satisfies `narrow`. */
  readonly covers: (wide: Selection, narrow: Selection) => boolean;
  readonly toJson: (selection: Selection) => unknown;
  readonly fromJson: (json: unknown) => Selection;
}

/** The selections of a kind of records. */
export interface Selections<Selection> extends Selectable<Selection> {
  readonly least: Selection;
}

/** When a record began to settle: it says so itself, or the call with its ID does. */
export type Age<Item> = ((item: Item) => string | null | undefined) | { readonly of: 'call' };

/** Records of one kind, by whichever endpoint they are read. */
export interface RecordKind<Item extends object, Selection = null> {
  readonly name: string;
  readonly group: CacheGroup;
  /** Null for a record that nothing could refer to. */
  readonly idOf: (item: Item) => string | null;
  readonly serves: Serves;
  /** For `settling`: when the record began to settle. */
  readonly age?: Age<Item>;
  readonly reveals: Reveals<Item>;
  /** Set when the client named all that a record tells of: nothing of it is masked. */
  readonly isMasked?: false;
  /** The smallest selection, and how selections compare; without it, records only come whole. */
  readonly selects?: Selections<Selection>;
  /** The part of a record that may be cached, when not all of it may. */
  readonly keeps?: (
    item: Item,
    selection: Selection,
  ) => { readonly item: Item; readonly selection: Selection };
}

/** The part of a request that the API description does not say. */
export type Ask = Pick<DescribedRequest, 'path' | 'query' | 'body'>;

/** Records by key: keys that wait for a request are sent in one. */
export interface ByKey<Item, Selection, Query> {
  /** The number of keys that one request can carry. */
  readonly max: number;
  /** @param query what the keys of one request have in common besides, such as the days of statistics. */
  readonly ask: (
    keys: readonly string[],
    selection: Selection,
    cursor?: string,
    query?: Query,
  ) => Ask;
  /** What of a response belongs to one key, when a key finds several records. If omitted, each record is one. */
  readonly group?: (items: readonly Item[], query: Query | undefined) => readonly Item[];
  /** Whether the endpoint can serve the keys and the selection. If omitted, it can serve all. */
  readonly fits?: (keys: readonly string[], selection: Selection) => boolean;
}

/** A list that Gong pages by cursors, 100 records a page. */
export interface Paged<Query, Selection> {
  readonly ask: (query: Query, selection: Selection, cursor?: string) => Ask;
  /** Members of the query that hold IDs. Gong refuses all of them when one is invalid. */
  readonly ids?: readonly (keyof Query & string)[];
  /** Members of the query that every request needs, also one that tries some of the IDs. */
  readonly required?: readonly (keyof Query & string)[];
  /** End of the window of time that the query asks for: pages are cached by how long ago it was. */
  readonly until?: (query: Query) => string | undefined;
  /**
   * How cursors name the list, and its query: equal for queries that mean the same. Cursors that clients hold end when
   * this changes.
   */
  readonly name?: readonly [list: string, canonical: (query: Query) => unknown];
  /** Set when the lists of several parents can't be read together. */
  readonly isApart?: true;
  /** How many records a list holds that is read through, at most, in a usual company: for estimates. */
  readonly readThrough?: (sizes: Sizes) => number;
}

/** What the length of a list depends on. */
export interface Sizes {
  readonly users: number;
  readonly workspaces: number;
  /** Objects for which one list is read through, such as hosts for their calls. */
  readonly parents: number;
  /** Length of the window of time; null when it has no beginning. */
  readonly days: number | null;
}

/** A list that Gong sends in one response. */
export interface Whole<Item, Query> {
  readonly ask: (query: Query) => Ask;
  /** The workspace that the query names; null for all. If omitted, there is one list. */
  readonly workspaceOf?: (query: Query) => string | null;
  /**
   * A query that finds more, for several that are needed at the same time, and which of its records each finds. If
   * omitted, each query is a request.
   */
  readonly wider?: {
    readonly query: NoInfer<Query>;
    readonly includes: (query: Query, item: Item) => boolean;
  };
}

/** One ID of each kind that a probe may need. */
export interface KnownIds {
  readonly userId?: string | undefined;
  /** The user's address. */
  readonly email?: string | undefined;
  readonly workspaceId?: string | undefined;
  readonly callId?: string | undefined;
  /** Of the integration for a CRM of the company's own. */
  readonly integrationId?: string | undefined;
}

/** How the records of a response are read. */
interface Shape<Item extends object, Selection> {
  /** Member of the response that holds the records; null: the response itself is the record. */
  readonly member: string | null;
  /** Whether the member holds one record instead of a list. */
  readonly isSingle?: boolean;
  /** Whether the member holds an object with records by their keys instead of a list: null for an unknown key. */
  readonly isMap?: boolean;
  /**
   * The record as the rest of the gateway reads it; null for one that is unusable. If omitted, it is read as sent.
   *
   * @param key the key that was asked for, when it was one, or that a map names: a record that does not say its ID has
   *   this one.
   * @param body the whole response, which may say what its records have in common.
   */
  readonly toItem?: (
    raw: GongBody,
    selection: Selection,
    key: string | null,
    body: GongBody,
  ) => Item | null;
}

/** A Gong endpoint that reads. Its method, path, scopes, and effect are generated from the API description. */
export interface ReadEndpoint<Item extends object, Selection, Query> extends Shape<
  Item,
  Selection
> {
  readonly id: GongOperationId;
  readonly brings: RecordKind<Item, Selection>;
  /** @throws GongError `bad-response` when the response is not of the documented shape. */
  readonly parse: (body: GongBody, selection: Selection, key?: string | null) => Page<Item>;
  readonly toItem: NonNullable<Shape<Item, Selection>['toItem']>;
  readonly byKey?: ByKey<Item, Selection, Query>;
  readonly paged?: Paged<Query, Selection>;
  readonly whole?: Whole<Item, Query>;
  /** A scope that only a part of the selection needs, and the selection without that part. */
  readonly without?: {
    readonly scope: string;
    readonly drop: (selection: Selection) => Selection;
  };
  /** The part of a response that may be cached, when not all of it may. */
  readonly cacheable?: (
    body: GongBody,
    selection: Selection,
  ) => { readonly body: GongBody; readonly selection: Selection };
  /** Gong's text for "nothing found", sent with 404; if omitted, Gong sends an empty list. */
  readonly nothing?: string;
  /**
   * A request that reads as little as possible: for the doctor, and for the test of the sandbox. Null when it needs one
   * of the IDs that is not known.
   */
  readonly probe?: (now: string, minuteAgo: string, known: KnownIds) => Ask | null;
}

type ReadFacets<Item extends object, Selection, Query> = Shape<Item, Selection> &
  Omit<ReadEndpoint<Item, Selection, Query>, 'id' | 'brings' | 'parse' | 'toItem'>;

/** Declares an endpoint that reads records of a kind. */
export function reads<Item extends object, Selection = null, Query = null>(
  id: GongOperationId,
  brings: RecordKind<Item, Selection>,
  facets: ReadFacets<Item, Selection, Query>,
): ReadEndpoint<Item, Selection, Query> {
  const toItem = facets.toItem ?? ((raw: GongBody) => raw as Item);
  const { member, isSingle = false, isMap = false } = facets;
  // Each body is read where it is checked, where it is kept, and for each operation that it serves.
  const lists = new WeakMap<
    GongBody,
    { readonly selection: Selection; readonly page: Page<Item> }
  >();
  const parse = (body: GongBody, selection: Selection, key: string | null = null): Page<Item> => {
    if (member === null) {
      const item = toItem(body, selection, key, body);
      return { items: item === null ? [] : [item], cursor: null, total: null };
    }
    if (isSingle) {
      const raw = body[member];
      if (!isObject(raw) || isNothing(raw)) throw badShape(id, body, `"${member}" is missing`);
      const item = toItem(raw, selection, key, body);
      if (item === null) throw badShape(id, body, `"${member}" has no ID`);
      return { items: [item], cursor: null, total: 1 };
    }
    if (isMap)
      return { items: mapped(id, body, member, toItem, selection), cursor: null, total: null };
    const read = lists.get(body);
    if (read?.selection === selection) return read.page;
    const paging = isObject(body['records']) ? body['records'] : {};
    const page = {
      items: readItems(id, body, member, (raw) => {
        const item = toItem(raw, selection, key, body);
        return item === null || brings.idOf(item) === null ? null : item;
      }),
      cursor: readCursor(id, body, paging['cursor']),
      total: count(paging['totalRecords']),
    };
    lists.set(body, { selection, page });
    return page;
  };
  return { ...facets, id, brings, toItem, parse };
}

/**
 * The records in a list of a response. One without an ID is omitted: nothing could refer to it.
 *
 * @throws GongError `bad-response` when there is something other than a list, or no record of several has an ID.
 */
export function readItems<Item extends object>(
  id: GongOperationId,
  body: GongBody,
  member: string,
  toItem: (raw: GongBody) => Item | null,
): readonly Item[] {
  const value = body[member];
  if (isNothing(value)) return [];
  if (!Array.isArray(value)) throw badShape(id, body, `"${member}" is not a list`);
  const items = list<GongBody>(value as readonly GongBody[]).flatMap((raw) => toItem(raw) ?? []);
  if (items.length === 0 && (value.length > 1 || !value.every(isObject))) {
    throw badShape(id, body, `no item of "${member}" is a record with an ID`);
  }
  return items;
}

/**
 * The records of an object that holds them by their keys. One that is null is unknown to Gong.
 *
 * @throws GongError `bad-response` when there is something other than an object.
 */
function mapped<Item extends object, Selection>(
  id: GongOperationId,
  body: GongBody,
  member: string,
  toItem: NonNullable<Shape<Item, Selection>['toItem']>,
  selection: Selection,
): readonly Item[] {
  const value = body[member];
  if (isNothing(value)) return [];
  if (!isObject(value)) throw badShape(id, body, `"${member}" is not an object`);
  return Object.entries(value).flatMap(([key, raw]) => {
    if (typeof raw !== 'object' || raw === null) return [];
    return toItem(raw as GongBody, selection, key, body) ?? [];
  });
}

/** How the endpoint pages its list. */
export function pagedBy<Query, Selection>({
  id,
  paged,
}: {
  readonly id: GongOperationId;
  readonly paged?: Paged<Query, Selection>;
}): Paged<Query, Selection> {
  if (paged === undefined) throw new Error(`${id} does not page a list.`);
  return paged;
}

/** How the endpoint sends a whole list. */
export function wholeBy<Item, Query>({
  id,
  whole,
}: {
  readonly id: GongOperationId;
  readonly whole?: Whole<Item, Query>;
}): Whole<Item, Query> {
  if (whole === undefined) throw new Error(`${id} does not return a whole list.`);
  return whole;
}

/** How the endpoint reads records by key. */
export function keyedBy<Item, Selection, Query>({
  id,
  byKey,
}: {
  readonly id: GongOperationId;
  readonly byKey?: ByKey<Item, Selection, Query>;
}): ByKey<Item, Selection, Query> {
  if (byKey === undefined) throw new Error(`${id} does not read by key.`);
  return byKey;
}

/** Variables by which an operator enables what spends money or cannot be undone. */
export const enablingVariables = ['GATEWAY_AI', 'GATEWAY_ERASURE'] as const;

export type EnablingVariable = (typeof enablingVariables)[number];

/** A Gong endpoint that changes something. Each request is sent once, ahead of reads. */
export interface WriteEndpoint<Input, Output> {
  readonly id: GongOperationId;
  readonly ask: (input: Input) => Ask;
  /** @throws GongError when the response does not hold what it must. */
  readonly parse: (answer: Success, input: Input) => Output;
  /** Cache groups that no longer hold what is stored at Gong. */
  readonly invalidates: readonly CacheGroup[];
  /** Fewest and most requests, for estimates; if omitted, 1. */
  readonly price?: readonly [least: number, most: number];
  /** The variable that an operator must set to `on` before the request may be sent; if omitted, it always may. */
  readonly enabledBy?: EnablingVariable;
  /** Whether the response tells of calls and people that a policy may hide, or the request erases them. */
  readonly reveals?: 'restricted';
  /** Whether it changes what users of Gong may see. */
  readonly changesPermissions?: true;
  /** Whether Gong refuses the request because an equal one was accepted before. */
  readonly isDoneBefore?: (error: GongError, input: Input) => boolean;
}

/** Declares an endpoint that changes something. */
export function writes<Input, Output>(
  id: GongOperationId,
  facets: Omit<WriteEndpoint<Input, Output>, 'id'>,
): WriteEndpoint<Input, Output> {
  return { ...facets, id };
}

/** The request of an endpoint. */
export function requestTo({ id }: { readonly id: GongOperationId }, ask: Ask): DescribedRequest {
  return { operation: id, ...ask };
}
