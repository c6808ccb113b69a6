import { isDeepStrictEqual } from 'node:util';
import { isLeaf, valuesIn, type Pointer } from './mutations.js';

/** Something that two responses show differently. */
export interface Change {
  readonly pointer: Pointer;
  readonly kind: 'value' | 'passed over';
  readonly before: unknown;
  readonly after: unknown;
}

/** Members of Gong's responses whose content Gong's description leaves open. */
const freeAtGong: ReadonlySet<string> = new Set(['crmObjectsMap', 'logRecord']);
/** Fields of type JSON that show it. */
const freeFields: ReadonlySet<string> = new Set(['fields', 'record']);

/** Whether a value of Gong's response is, or is within, JSON of any shape. */
export function isFreeAtGong(pointer: Pointer): boolean {
  return pointer.some((key) => freeAtGong.has(String(key)));
}

/** Whether a field of the gateway's response shows JSON of any shape. */
export function isFreeField(pointer: Pointer): boolean {
  return pointer.some((key) => freeFields.has(String(key)));
}

/** Fields that the gateway makes itself. */
const ownFields: ReadonlySet<string> = new Set(['cursor', 'startCursor', 'endCursor', 'expiresAt']);

export function* changesBetween(
  before: unknown,
  after: unknown,
  pointer: Pointer = [],
): Generator<Change> {
  if (isDeepStrictEqual(before, after) || ownFields.has(String(pointer.at(-1)))) return;
  if (Array.isArray(before) && Array.isArray(after)) {
    if (before.length === after.length) {
      for (const [index, item] of before.entries()) {
        yield* changesBetween(item, after[index], [...pointer, index]);
      }
      return;
    }
    if (before.length === after.length + 1) {
      const gone = likeliestGone(before, after);
      yield {
        pointer: [...pointer, gone],
        kind: 'passed over',
        before: before[gone],
        after: undefined,
      };
      for (const [index, item] of after.entries()) {
        const place = index < gone ? index : index + 1;
        yield* changesBetween(before[place], item, [...pointer, place]);
      }
      return;
    }
  } else if (isRecord(before) && isRecord(after)) {
    for (const name of Object.keys({ ...before, ...after })) {
      yield* changesBetween(before[name], after[name], [...pointer, name]);
    }
    return;
  }
  yield { pointer, kind: 'value', before, after };
}

/** The item whose absence leaves the fewest other changes. */
function likeliestGone(before: readonly unknown[], after: readonly unknown[]): number {
  const changes = before.map((_, gone) => {
    const others = before.filter((__, index) => index !== gone);
    return [...changesBetween(others, after)].length;
  });
  return changes.indexOf(Math.min(...changes));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Places in a response, as text. */
export class Places {
  private readonly names = new Set<string>();

  /** Adds the place of a change and everything within it. */
  add({ pointer, before, after }: Change): void {
    this.names.add(nameOf(pointer));
    for (const shown of [before, after]) {
      for (const within of valuesIn(shown, pointer)) this.names.add(nameOf(within.pointer));
    }
  }

  addAll(others: Places): void {
    for (const name of others.names) this.names.add(name);
  }

  /** Whether a change is nothing more than these places foresee. */
  allow({ pointer, kind, before }: Change): boolean {
    if (this.names.has(nameOf(pointer))) return true;
    if (before === undefined && isFreeField(pointer)) return this.hasSiblingOf(pointer);
    if (Array.isArray(before) && before.length > 0 && kind === 'value') {
      return before.every((item: unknown, index) =>
        this.allow({
          pointer: [...pointer, index],
          kind: 'passed over',
          before: item,
          after: null,
        }),
      );
    }
    // What says nothing may go with what is around it.
    const leaves = [...valuesIn(before, pointer)].filter(
      ({ value }) => isLeaf(value) && value !== null,
    );
    if (leaves.length === 0) return false;
    const isIdentity = leaves.some((leaf) => this.isIdentity(leaf.pointer, pointer));
    return (
      isIdentity ||
      leaves.every(
        (leaf) =>
          ownFields.has(String(leaf.pointer.at(-1))) || this.names.has(nameOf(leaf.pointer)),
      )
    );
  }

  /** Whether these places foresee another member of the object. */
  private hasSiblingOf(pointer: Pointer): boolean {
    const object = `${nameOf(pointer.slice(0, -1))}.`;
    return [...this.names].some((name) => name.startsWith(object));
  }

  /** Whether a leaf of an item is its identity, and among these places. */
  private isIdentity(leaf: Pointer, item: Pointer): boolean {
    const name = leaf.slice(item.length).join('.');
    const isIdentity = identities.has(name) || (name === 'name' && isNamed(item));
    return isIdentity && this.names.has(nameOf(leaf));
  }
}

/** Whether a name is the identity of an item. */
function isNamed(item: Pointer): boolean {
  return ['fields', 'dialerOutcomes', 'schema'].some((list) => item.includes(list));
}

/** What items of lists must have: without it, they are passed over. */
const identities: ReadonlySet<string> = new Set(['id', 'callId', 'node.id']);

const nameOf = (pointer: Pointer): string => pointer.join('.');
