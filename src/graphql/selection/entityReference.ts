import { mayHaveLostDigits } from '../../lib/json.js';
import { isGongId } from '../../gong/endpoints/wire.js';
import { nodeTypes, type NodeReference } from './nodeId.js';

/** What another subgraph refers to, by one of the keys that the schema names with `@key`. */
export type EntityReference =
  NodeReference | { readonly type: 'User'; readonly emailAddress: string };

/** A reference that can't be read, with what is wrong with it as the end of a sentence. */
export interface BadReference {
  readonly problem: string;
}

/**
 * What a member of `representations` stands for. Where it has several keys, the id counts.
 *
 * @param value whatever a client sent.
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

/** Whether a text looks like an e-mail address: there is one `@` in it, and something on both sides. */
export function isEmailAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(text.trim());
}

function oneOf(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
}

/** What somebody sent, not at any length: the same may be sent a thousand times over. */
function quoted(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 60));
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value == null) return 'nothing';
  return Array.isArray(value) ? 'a list' : 'an object';
}
