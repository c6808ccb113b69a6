import type { GongBody } from '../client.js';
import { count, isNothing, list } from '../coerce.js';
import type { GongError } from '../errors.js';
import type { Success } from '../exchange.js';
import type { GongOperationId } from '../generated/operations.js';
import type { DescribedRequest } from '../request.js';
import type { CacheGroup } from './cacheGroups.js';
import { badShape, isObject, readCursor, type Page } from './wire.js';

/**
 * How long a record is reused. `directory`: as long as the operator configures, and one day more while Gong fails;
 * `settling`: longer the older it is; `hourly`: 1 hour, and no longer while Gong fails; `briefly`: 30 seconds;
 * `polled`: 15 seconds; `never`: not at all.
 */
export type Serves = 'directory' | 'settling' | 'hourly' | 'briefly' | 'polled' | 'never';

/** Which parts of a record a policy may hide. Records are masked in any case. */
export type Reveals<Item> =
  | 'nothing'
  /** The record is a call. */
  | 'call'
  /**
   * The record belongs to a user, and perhaps to a workspace. It is shown to viewers that may see the calls of both.
   */
  | 'owned'
  /** The record may concern anything. It is shown only when the policy does not restrict the viewer. */
  | 'restricted'
  /** Like `restricted`, and a policy can forbid it separately. */
  | 'auditLog'
  /** Lists of the record contain IDs of calls. Each is judged where it is shown. */
  | 'callIds'
  /** The record concerns a call. When Gong does not list the call, the record is still `named`, or it is `hidden`. */
  | { readonly callOf: (item: Item) => string | null; readonly unlisted: Unlisted }
  /** One member of the record is a list, whose parts each concern a call. */
  | {
      readonly parts: string;
      readonly callOfPart: (part: GongBody) => string | null;
      readonly unlisted: Unlisted;
    }
  /** The record belongs to a workspace. */
  | { readonly workspaceOf: (item: Item) => string | null };

export type Unlisted = 'named' | 'hidden';

/** Compares the selections of a kind of records. */
export interface Selectable<Selection> {
  /** Returns a selection that contains both. */
  readonly union: (a: Selection, b: Selection) => Selection;
  /** Returns whether a record that was read with `wide` also answers `narrow`. */
  readonly covers: (wide: Selection, narrow: Selection) => boolean;
  readonly toJson: (selection: Selection) => unknown;
  readonly fromJson: (json: unknown) => Selection;
}

/** The selections of a kind of records. */
export interface Selections<Selection> extends Selectable<Selection> {
  readonly least: Selection;
}

/** Where the time comes from at which a record began to settle: from the record, or from the call with its ID. */
export type Age<Item> = ((item: Item) => string | null | undefined) | { readonly of: 'call' };

/** Records of one kind, whichever endpoint reads them. */
export interface RecordKind<Item extends object, Selection = null> {
  readonly name: string;
  readonly group: CacheGroup;
  /** Returns null for a record that nothing can refer to. */
  readonly idOf: (item: Item) => string | null;
  readonly serves: Serves;
  /** For `settling`: when the record began to settle. */
  readonly age?: Age<Item>;
  readonly reveals: Reveals<Item>;
  /** Set when the client named everything in the record. Nothing of it is masked. */
  readonly isMasked?: false;
  /** The smallest selection, and how selections compare. If omitted, records have no selection. */
  readonly selects?: Selections<Selection>;
  /** Returns the part of a record that may be cached, when not all of it may. */
  readonly keeps?: (
    item: Item,
    selection: Selection,
  ) => { readonly item: Item; readonly selection: Selection };
}

/** The part of a request that the API description does not define. */
export type Ask = Pick<DescribedRequest, 'path' | 'query' | 'body'>;

/** Reads records by key. Waiting keys are sent in one request. */
export interface ByKey<Item, Selection, Query> {
  /** The number of keys in one request. */
  readonly max: number;
  /** @param query what the keys of one request share, such as the days of statistics. */
  readonly ask: (
    keys: readonly string[],
    selection: Selection,
    cursor?: string,
    query?: Query,
  ) => Ask;
  /** Combines the records of one key, when a key finds several. If omitted, each record is one item. */
  readonly group?: (items: readonly Item[], query: Query | undefined) => readonly Item[];
  /** Returns whether the endpoint can serve the keys and the selection. If omitted, it can serve all. */
  readonly fits?: (keys: readonly string[], selection: Selection) => boolean;
}

/** A list that Gong pages with cursors, 100 records per page. */
export interface Paged<Query, Selection> {
  readonly ask: (query: Query, selection: Selection, cursor?: string) => Ask;
  /** Members of the query that contain IDs. Gong refuses the whole request when one is invalid. */
  readonly ids?: readonly (keyof Query & string)[];
  /** Members of the query that every request needs, including requests that try some of the IDs. */
  readonly required?: readonly (keyof Query & string)[];
  /** Returns the end of the query's time window. The TTL of pages depends on how long ago it was. */
  readonly until?: (query: Query) => string | undefined;
  /**
   * The name of the list in cursors, and a function that makes equal values of queries with the same meaning.
   * Changing them invalidates the cursors that clients have.
   */
  readonly name?: readonly [list: string, canonical: (query: Query) => unknown];
  /** Set when the lists of several parents cannot be read together. */
  readonly isApart?: true;
  /** Returns how many records a complete list contains at most in a usual company, for estimates. */
  readonly readThrough?: (sizes: Sizes) => number;
}

/** What the length of a list depends on. */
export interface Sizes {
  readonly users: number;
  readonly workspaces: number;
  /** Number of objects whose list is read completely, such as hosts for their calls. */
  readonly parents: number;
  /** Length of the time window; null when it has no beginning. */
  readonly days: number | null;
}

/** A list that Gong sends in one response. */
export interface Whole<Item, Query> {
  readonly ask: (query: Query) => Ask;
  /** Returns the workspace that the query names; null for all. If omitted, there is one list. */
  readonly workspaceOf?: (query: Query) => string | null;
  /**
   * A wider query that serves several queries at the same time, and which of its records each includes. If omitted,
   * each query has its own request.
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
  /** Member of the response that contains the records; null: the response itself is the record. */
  readonly member: string | null;
  /** Whether the member is one record instead of a list. */
  readonly isSingle?: boolean;
  /** Whether the member is an object with records by key instead of a list; null for an unknown key. */
  readonly isMap?: boolean;
  /**
   * Converts a record; returns null for an unusable one. If omitted, it is read as sent.
   *
   * @param key the only requested key, or the key in a map: the ID of a record that does not contain it.
   * @param body the whole response, which may contain what its records share.
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
  /** @throws GongError `bad-response` when the response does not have the documented shape. */
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
  /** Returns the part of a response that may be cached, when not all of it may. */
  readonly cacheable?: (
    body: GongBody,
    selection: Selection,
  ) => { readonly body: GongBody; readonly selection: Selection };
  /** Gong's text for "nothing found", sent with a 404. If omitted, Gong sends an empty list. */
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
  // Each body is read when it is checked, when it is cached, and for each operation that it serves.
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
 * Returns the records in a list of a response. A record without an ID is omitted, because nothing can refer to it.
 *
 * @throws GongError `bad-response` when the member is not a list, or when none of its records has an ID.
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
 * Returns the records of an object with records by key. Null means that Gong does not know the key.
 *
 * @throws GongError `bad-response` when the member is not an object.
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

/** Returns how the endpoint pages its list. */
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

/** Returns how the endpoint sends a whole list. */
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

/** Returns how the endpoint reads records by key. */
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

/** Variables with which an operator enables operations that cost money or cannot be undone. */
export const enablingVariables = ['GATEWAY_AI', 'GATEWAY_ERASURE'] as const;

export type EnablingVariable = (typeof enablingVariables)[number];

/** A Gong endpoint that writes. Each request is sent once, ahead of reads. */
export interface WriteEndpoint<Input, Output> {
  readonly id: GongOperationId;
  readonly ask: (input: Input) => Ask;
  /** @throws GongError when the response lacks a required part. */
  readonly parse: (answer: Success, input: Input) => Output;
  /** Cache groups that the write makes out of date. */
  readonly invalidates: readonly CacheGroup[];
  /** Minimum and maximum number of requests, for estimates; if omitted, 1. */
  readonly price?: readonly [least: number, most: number];
  /**
   * The variable that an operator must set to `on` before the request may be sent; if omitted, it is always allowed.
   */
  readonly enabledBy?: EnablingVariable;
  /** Set when the response contains calls and people that a policy may hide, or when the request erases them. */
  readonly reveals?: 'restricted';
  /** Set when it changes what users of Gong may see. */
  readonly changesPermissions?: true;
  /** Returns whether Gong refuses the request because it accepted an equal one before. */
  readonly isDoneBefore?: (error: GongError, input: Input) => boolean;
}

/** Declares an endpoint that writes. */
export function writes<Input, Output>(
  id: GongOperationId,
  facets: Omit<WriteEndpoint<Input, Output>, 'id'>,
): WriteEndpoint<Input, Output> {
  return { ...facets, id };
}

/** Returns the request of an endpoint. */
export function requestTo({ id }: { readonly id: GongOperationId }, ask: Ask): DescribedRequest {
  return { operation: id, ...ask };
}
