import type { Operation } from '../../src/operation/operation.js';
import { AnswerCache, createAnswerMemory } from '../../src/company/cache/answerCache.js';
import { notFoundTtl } from '../../src/company/cache/ttl.js';
import { CachedReads } from '../../src/company/cachedReads.js';
import type { Copies } from '../../src/company/copies.js';
import { CopiedReads } from '../../src/company/copiedReads.js';
import { Cooldown } from '../../src/company/cooldown.js';
import { Reads } from '../../src/company/reads.js';
import type { Source } from '../../src/company/source.js';
import { createOperation, createTestClient, FakeWire, type WireAnswer } from '../gong/support.js';
import { FakeClock } from '../support/clock.js';
import type { GongBody } from '../../src/gong/client.js';
import { badShape } from '../../src/gong/endpoints/wire.js';

export interface Item {
  readonly id: string;
  readonly parts: readonly string[];
}
export type Parts = readonly string[];

export interface Asked {
  readonly ids: readonly string[];
  readonly parts: Parts;
  readonly cursor?: string;
}

/** Items of which parts can be selected: a batch selects all parts that are selected of any. */
const sourceOf = (change: Partial<Source<Parts, Item>> = {}): Source<Parts, Item> => ({
  kind: 'item',
  group: 'users',
  isRequest: false,
  max: () => 100,
  selects: {
    union: (a, b) => [...new Set([...a, ...b])].sort(),
    covers: (wide, narrow) => narrow.every((part) => wide.includes(part)),
    toJson: (parts) => parts,
    fromJson: (json) => json as Parts,
  },
  request: (ids, parts, cursor) => ({
    operation: 'listMultipleUsers',
    body: { ids, parts, ...(cursor === undefined ? {} : { cursor }) },
  }),
  parse: (_, { body }) => ({
    values: new Map(itemsIn(body).map((item) => [item.id, item])),
    cursor: (body['cursor'] as string | undefined) ?? null,
  }),
  nothing: null,
  servesStale: false,
  ttl: () => notFoundTtl,
  keeps: (value, selection) => ({ value, selection }),
  pack: (item) => item,
  unpack: (packed) => packed as Item,
  objectsOf: (item) => [item],
  ...change,
});

function itemsIn(body: GongBody): readonly Item[] {
  const { items } = body;
  if (Array.isArray(items)) return items as readonly Item[];
  throw badShape('listMultipleUsers', body, '"items" is not a list');
}

export const badIds: WireAnswer = { status: 400, body: { errors: ['callIds: JSON parse error'] } };
export const down: WireAnswer = { status: 401, body: { errors: ['no'] } };

export interface Setting {
  readonly change?: Partial<Source<Parts, Item>>;
  readonly requestsPerSecond?: number;
  readonly copies?: Copies;
  /** In place of every answer, or of some. */
  readonly answer?: (asked: Asked) => WireAnswer | Promise<WireAnswer> | null;
}

export function setUp({ change = {}, requestsPerSecond = 1000, copies, answer }: Setting = {}) {
  const clock = new FakeClock();
  const wire = new FakeWire(clock, ({ body }) => {
    const asked = body as Asked;
    const items = asked.ids.map((id): Item => ({ id, parts: asked.parts }));
    return answer?.(asked) ?? { body: { items } };
  });
  const { client } = createTestClient({ clock, wire, requestsPerSecond });
  const memory = createAnswerMemory(1e6);
  // Nothing is kept: what is read once is read again.
  const cache = new AnswerCache({ memory, company: 'acme', isOn: false, shared: null, clock });
  const cached = new CachedReads(cache, clock);
  const reads = new Reads({
    client,
    cached,
    copies: copies === undefined ? null : new CopiedReads(copies, cached, () => clock.now()),
    cooldown: new Cooldown(clock),
  });
  const source = sourceOf(change);
  const load = (ids: readonly string[], operation: Operation, parts: Parts = []) => {
    const promises = reads.load(
      source,
      ids.map((id) => ({ name: id, selection: parts })),
      operation,
    );
    const loaded = Promise.all(promises.map((each) => Promise.resolve(each)));
    // Some tests look at failures only later.
    loaded.catch(() => undefined);
    return loaded;
  };
  const scope = (deadlineMs?: number) => createOperation(clock, deadlineMs);
  const asked = () => wire.sent.map(({ body }) => body as Asked);
  const askedIds = () => asked().map(({ ids }) => ids);
  return { clock, wire, cache, load, scope, asked, askedIds };
}

export const numbers = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => String(index + 1));
