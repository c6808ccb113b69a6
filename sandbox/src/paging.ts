import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { badRequest, TEXTS } from './errors.js';
import { isObject, type JsonObject } from './json.js';

/** Records on one page; no parameter changes it. */
export const PAGE_SIZE = 100;

/** The two texts with which Gong was seen to refuse an expired cursor. */
export type CursorExpiryText = 'cursor has expired' | typeof TEXTS.parse;

/** What the cursors of a sandbox depend on. */
export interface PagerOptions {
  /** Milliseconds from the first page to the end of all cursors that follow from it. */
  cursorLifetimeMs: number;
  cursorExpiryText: CursorExpiryText;
  /** Key of the signature. */
  secret: string;
}

/** The request a page is cut for. */
export interface PageRequest {
  operationId: string;
  /** The cursor from its right place: query on GET, top level of the body on POST. */
  cursor: string | undefined;
  /** All other inputs: they have to repeat on every page. */
  inputs: JsonObject;
  now: number;
  /** What `totalRecords` says; the number of records when left out. */
  total?: number | undefined;
}

/** One page and the envelope that goes with it. */
export interface Page<T> {
  items: T[];
  records: JsonObject;
}

/** Cuts a page out of the full list. */
export type Pager = <T>(all: readonly T[], request: PageRequest) => Page<T>;

interface CursorContent {
  pageSize: number;
  total: number;
  pageNumber: number;
  /** Milliseconds since 1970, inherited from the first page. */
  expiresAt: number;
  /** Hash of the operation and its other inputs. */
  inputs: string;
}

/** A pager with its own signature: cursors of another sandbox are forged here. */
export const createPager = (options: PagerOptions): Pager => {
  const sign = (text: string): string =>
    createHmac('sha256', options.secret).update(text).digest('base64url');
  const write = (content: CursorContent): string => {
    const text = `${encode({ alg: 'HS256' })}.${encode(content)}`;
    return `${text}.${sign(text)}`;
  };
  const read = (cursor: string): CursorContent => {
    const end = cursor.lastIndexOf('.');
    const expected = Buffer.from(sign(cursor.slice(0, Math.max(end, 0))));
    const given = Buffer.from(cursor.slice(end + 1));
    if (expected.length !== given.length || !timingSafeEqual(expected, given)) {
      throw badRequest(TEXTS.parse);
    }
    return decode(cursor.slice(cursor.indexOf('.') + 1, end));
  };

  return (all, { operationId, cursor, inputs, now, total = all.length }) => {
    const key = hashOf(operationId, inputs);
    const given = cursor === undefined ? undefined : read(cursor);
    if (given && given.inputs !== key) {
      throw badRequest(
        'cursor: does not belong to this request, repeat all other inputs unchanged',
      );
    }
    if (given && now >= given.expiresAt) throw badRequest(options.cursorExpiryText);
    const pageNumber = given?.pageNumber ?? 0;
    const items = all.slice(pageNumber * PAGE_SIZE, (pageNumber + 1) * PAGE_SIZE);
    const records: JsonObject = {
      totalRecords: total,
      currentPageSize: items.length,
      currentPageNumber: pageNumber,
    };
    if ((pageNumber + 1) * PAGE_SIZE < all.length) {
      records['cursor'] = write({
        pageSize: PAGE_SIZE,
        total,
        pageNumber: pageNumber + 1,
        expiresAt: given?.expiresAt ?? now + options.cursorLifetimeMs,
        inputs: key,
      });
    }
    return { items, records };
  };
};

const encode = (content: object): string =>
  Buffer.from(JSON.stringify(content)).toString('base64url');

const decode = (text: string): CursorContent =>
  JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as CursorContent;

const hashOf = (operationId: string, inputs: JsonObject): string =>
  createHash('sha256')
    .update(JSON.stringify([operationId, canonical(inputs)]))
    .digest('base64url')
    .slice(0, 22);

/** Member order means nothing, in JSON as in a query string. */
const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (!isObject(value)) return value;
  const names = Object.keys(value).sort();
  return names.map((name) => [name, canonical(value[name])]);
};
