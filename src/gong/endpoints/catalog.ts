import type { GongBody } from '../client.js';
import { readEndpoints, writeEndpoints } from '../generated/catalog.js';
import type { GongEndpoint } from '../request.js';
import type { CallRecord } from './calls.js';
import type { ReadEndpoint, Unlisted, WriteEndpoint } from './endpoint.js';

/** Returns whether the endpoint has a declaration. */
export function isDeclared(id: string): boolean {
  return [...readEndpoints, ...writeEndpoints].some((endpoint) => endpoint.id === id);
}

/** Returns the declaration of an endpoint that reads; undefined when there is none. */
export function readEndpoint(id: string): AnyRead | undefined {
  return readEndpoints.find((endpoint) => endpoint.id === id) as AnyRead | undefined;
}

/** Returns the declaration of an endpoint that writes; undefined when there is none. */
export function writeEndpoint(id: string): AnyWrite | undefined {
  return writeEndpoints.find((endpoint) => endpoint.id === id);
}

/** Returns how many records of a kind one request can contain, by the endpoint with the largest limit. */
export function batchSizeOf(kind: string): number {
  const sizes = (readEndpoints as readonly unknown[] as readonly AnyRead[]).flatMap(
    ({ brings, byKey }) => (brings.name === kind && byKey !== undefined ? byKey.max : []),
  );
  return Math.max(1, ...sizes);
}

/** A part of a response that is a call or concerns one. */
export type Mention = { readonly call: CallRecord } | { readonly callId: string | null };

/** Where the responses of an endpoint contain calls, or records about calls. */
export interface Revealed {
  readonly member: string;
  /** Whether the member holds one record instead of a list. */
  readonly isSingle: boolean;
  /** Whether records are shown whose call is not listed; null when the records are calls. */
  readonly unlisted: Unlisted | null;
  /** Gong's text for "nothing found"; null when it sends an empty list. */
  readonly nothing: string | null;
  /** Returns null for an unusable part. */
  readonly mentionIn: (part: GongBody) => Mention | null;
}

/**
 * Returns where the responses of an endpoint contain calls; null when they contain none, or when it has no
 * declaration.
 */
export function revealedBy(operation: GongEndpoint): Revealed | null {
  const endpoint = readEndpoints.find(({ id }) => id === operation) as AnyRead | undefined;
  if (endpoint === undefined) return null;
  const { brings, member, isSingle = false, nothing = null, toItem } = endpoint;
  const { reveals, selects } = brings;
  if (reveals === 'call' && member !== null) {
    const mentionIn = (part: GongBody): Mention | null => {
      const call = toItem(part, selects?.least, null, part) as CallRecord | null;
      return call === null ? null : { call };
    };
    return { member, isSingle, nothing, unlisted: null, mentionIn };
  }
  if (typeof reveals !== 'object') return null;
  if ('parts' in reveals) {
    const { parts, callOfPart, unlisted } = reveals;
    const mentionIn = (part: GongBody): Mention => ({ callId: callOfPart(part) });
    return { member: parts, isSingle, nothing, unlisted, mentionIn };
  }
  if (!('callOf' in reveals) || member === null) return null;
  const { callOf, unlisted } = reveals;
  const mentionIn = (part: GongBody): Mention => ({ callId: callOf(part) });
  return { member, isSingle, nothing, unlisted, mentionIn };
}

/** An endpoint with records of any type. */
export type AnyRead = ReadEndpoint<object, unknown, unknown>;

type AnyWrite = Pick<WriteEndpoint<never, unknown>, 'id' | 'price' | 'enabledBy' | 'reveals'>;
