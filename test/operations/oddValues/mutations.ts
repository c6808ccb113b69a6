/** A value by its path in JSON. */
export type Pointer = readonly (string | number)[];

/** A number as it stands in JSON, beyond what a double holds. */
export class RawNumber {
  constructor(readonly digits: string) {}
}

/** Stands for a member that isn't there. */
export const ABSENT = Symbol('absent');

/** Values in which nothing can be read, whatever is expected: all of them must read like null. */
const unreadable: readonly unknown[] = [
  ABSENT,
  null,
  '',
  ' \n',
  [],
  {},
  { odd: 'member' },
  [null],
  [['odd']],
];

/** Values that may be read as something else, but never fail. */
const readable: readonly unknown[] = [
  true,
  false,
  0,
  -3,
  3.75,
  12345,
  1_748_340_000_000,
  new RawNumber('9007199254740993'),
  new RawNumber('-9223372036854775808'),
  new RawNumber('1e300'),
  'odd text',
  '17',
  '3.5',
  '2026-05-20T11:00:00.5+02:00',
  'null',
  ['odd text'],
];

export interface Mutation {
  readonly pointer: Pointer;
  readonly value: unknown;
  /** Whether the response must be that of null. */
  readonly readsLikeNull: boolean;
}

/** All mutations of one value, null first. */
export function mutationsOf(pointer: Pointer, original: unknown): readonly Mutation[] {
  const nullFirst = [null, ...unreadable.filter((value) => value !== null)];
  const isItem = typeof pointer.at(-1) === 'number';
  return [
    ...nullFirst.map((value) => ({
      pointer,
      value,
      readsLikeNull: !isReadAs(original, value),
    })),
    ...readable.map((value) => ({
      pointer,
      value,
      readsLikeNull: !isReadAs(original, value) && isOfAnotherKind(original, value),
    })),
  ].filter(({ value }) => value !== ABSENT || !isItem);
}

/** Whether an object or a list takes the place of another one: then something in it may be read. */
function isReadAs(original: unknown, value: unknown): boolean {
  if (Array.isArray(original)) return Array.isArray(value) && value.length > 0;
  return isObject(original) && isObject(value) && Object.keys(value).length > 0;
}

/** Whether nothing of what the original's type promises can be read in the value. */
function isOfAnotherKind(original: unknown, value: unknown): boolean {
  if (typeof original === 'object') return true;
  if (typeof value === 'object') return !(value instanceof RawNumber);
  if (typeof original === 'number') return typeof value === 'boolean';
  return typeof original === 'boolean' && typeof value !== 'boolean';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value and its place. */
export interface Placed {
  readonly pointer: Pointer;
  readonly value: unknown;
}

/** Everything in a value with its place, itself excluded. */
export function* valuesIn(value: unknown, at: Pointer = []): Generator<Placed> {
  if (typeof value !== 'object' || value === null) return;
  const isList = Array.isArray(value);
  for (const [key, member] of Object.entries(value)) {
    const pointer = [...at, isList ? Number(key) : key];
    yield { pointer, value: member };
    yield* valuesIn(member, pointer);
  }
}

export const isLeaf = (value: unknown): boolean => typeof value !== 'object' || value === null;

/** The value with something else at a place; what isn't on the way there is shared. */
export function withValueAt(body: unknown, [key, ...rest]: Pointer, value: unknown): unknown {
  if (key === undefined) return value;
  const copy = (Array.isArray(body) ? [...(body as unknown[])] : { ...(body as object) }) as Record<
    string | number,
    unknown
  >;
  if (rest.length === 0 && value === ABSENT) Reflect.deleteProperty(copy, key);
  else copy[key] = withValueAt(copy[key], rest, value);
  return copy;
}

/** JSON with numbers as they are to stand in it. */
export function toJson(body: unknown): string {
  const text = JSON.stringify(body, (_, value: unknown) =>
    value instanceof RawNumber ? `raw number ${value.digits}` : value,
  );
  return text.replace(/"raw number ([^"]+)"/g, '$1');
}

/** Another value of the same kind: what a response then shows differently is what derives from the value. */
export function alternativeTo(value: unknown): unknown {
  if (typeof value === 'number') return value + 5000;
  if (typeof value === 'boolean') return !value;
  if (typeof value !== 'string') return value;
  if (/^\d+$/.test(value)) return String(Number(value) + 5000);
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return new Date(Date.parse(value) + 1000).toISOString();
  return `${value} otherwise`;
}
