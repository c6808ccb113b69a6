import { mayHaveLostDigits } from '../../lib/json.js';
import { isGongId } from '../../gong/endpoints/wire.js';
import { nodeTypes, type NodeReference } from './nodeId.js';

/** A reference of another subgraph, by one of the keys that the schema names with `@key`. */
export type EntityReference =
  NodeReference | { readonly type: 'User'; readonly emailAddress: string };

/** An invalid reference, with the problem as the end of a sentence. */
export interface BadReference {
  readonly problem: string;
}

/**
 * Parses a member of `representations`. With several keys, the ID counts.
 *
 * @param value a client's value of any type.
 */
export function parseEntityReference(value: unknown): EntityReference | BadReference {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { problem: `must be an object with __typename and id; got ${quoted(value)}` };
  }
  const { __typename: name, id, emailAddress } = value as Readonly<Record<string, unknown>>;
  const type = nodeTypes.find((each) => each === name);
  if (type === undefined) {
    return { problem: `must have the __typename ${oneOf(nodeTypes)}; got ${quoted(name)}` };
  }
  if (id != null) {
    if (mayHaveLostDigits(id)) {
      return { problem: `must have a string as its id: the number ${id} may have lost digits` };
    }
    const text = typeof id === 'number' ? String(id) : id;
    return typeof text === 'string' && isGongId(text)
      ? { type, id: text }
      : { problem: `must have a Gong ID (1 to 20 digits) as its id; got ${quoted(id)}` };
  }
  if (type !== 'User') return { problem: `must have the id of the ${type}` };
  if (emailAddress == null) return { problem: 'must have the id or the emailAddress of the User' };
  return typeof emailAddress === 'string' && isEmailAddress(emailAddress)
    ? { type, emailAddress }
    : { problem: `must have an email address as its emailAddress; got ${quoted(emailAddress)}` };
}

/** Returns whether a text looks like an email: it has one `@` with text on both sides. */
export function isEmailAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(text.trim());
}

function oneOf(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
}

/** Quotes a client's value with a limited length, because it may be sent a thousand times in one request. */
function quoted(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 60));
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value == null) return 'nothing';
  return Array.isArray(value) ? 'a list' : 'an object';
}
