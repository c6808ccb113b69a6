import type { TestServer } from './support.js';

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly errors: readonly { readonly message: string; readonly extensions: { code: string } }[];
  /** Requests to Gong. */
  readonly spent: number;
}

/** Asks a server as a client does, and says what it spent at Gong. */
export async function askAt(at: TestServer, path: string, init: RequestInit): Promise<Answer> {
  const before = at.sandbox.requests.length;
  const response = await fetch(`${at.origin}${path}`, init);
  const text = await response.text();
  const { errors = [] } = (text === '' ? {} : JSON.parse(text)) as Partial<Answer>;
  return { status: response.status, text, errors, spent: at.sandbox.requests.length - before };
}

/** Sends JSON as a client of today does, which is told by the status that it was refused. */
export function json(body: string): RequestInit {
  const headers = {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json',
  };
  return { method: 'POST', headers, body };
}

export const document = (query: string, variables?: object): RequestInit =>
  json(JSON.stringify({ query, variables }));

export const times = (count: number, text: string): string => text.repeat(count);
export const each = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

export const VALIDATION = 'GRAPHQL_VALIDATION_FAILED';
export const PARSING = 'GRAPHQL_PARSE_FAILED';
export const INPUT = 'BAD_USER_INPUT';
export const REQUEST = 'BAD_REQUEST';

export const IDS = 'query ($ids: [ID!]!) { callsByIds(ids: $ids) { id } }';
export const CALL = 'query ($id: ID!) { call(id: $id) { id } }';
export const MEBIBYTE = 1024 * 1024;
