import type { Moment } from './moments.js';
import { batchesOf } from './sizes.js';

/** A part of an operation with what it costs at Gong at most. */
export interface Part {
  /** Response names that lead to it. */
  readonly path: readonly string[];
  /** Infinite when nothing bounds it. */
  readonly most: number;
  /** Of a write: how many requests it costs at least. */
  readonly least?: number;
  /** How to make it cheaper: an imperative. */
  readonly advice: string;
}

/** Keys that are sent together: how many at most in one request, and how many there are to be referred to. */
export interface Lane {
  readonly name: string;
  readonly max: number;
  readonly pool: number;
}

/** IDs that the operation names, or how many something else tells. */
export type Keys = readonly string[] | number;

interface Asked {
  readonly named: Set<string>;
  referred: number;
}

interface Bucket extends Lane {
  readonly byMoment: Map<Moment, Asked>;
  /** The most that one place asks for; `path` leads there. */
  largest: number;
  path: readonly string[];
}

/** A list, or one of each of several parents that are read together. */
export interface ListRead {
  readonly path: readonly string[];
  readonly moment: Moment;
  /** @param parents how many lists are read together. */
  readonly price: (parents: number, read: ListRead, times: number) => number;
  readonly advice: string;
  first: number;
  needsTotal: boolean;
}

/** What an operation requests from Gong at most. What is sent together, or read once, counts once. */
export class Ledger {
  private readonly buckets = new Map<string, Bucket>();
  private readonly lists = new Map<string, ListRead & { readonly parents: Asked }>();
  private readonly others = new Map<string, Part>();
  /** The records that are read. */
  readonly kinds = new Set<string>();
  /** By lane, how many requests something else saves that is read for certain. */
  readonly saved = new Map<string, number>();

  ask(lane: Lane, moment: Moment, keys: Keys, path: readonly string[]): void {
    const before = this.buckets.get(lane.name);
    const bucket = before ?? { ...lane, byMoment: new Map<Moment, Asked>(), largest: -1, path };
    this.buckets.set(lane.name, bucket);
    const asked = bucket.byMoment.get(moment) ?? { named: new Set(), referred: 0 };
    bucket.byMoment.set(moment, asked);
    add(asked, keys);
    const count = countOf(keys);
    if (count > bucket.largest) Object.assign(bucket, { largest: count, path });
  }

  list(key: string, list: ListRead, parents: Keys): void {
    const read = this.lists.get(key) ?? { ...list, parents: { named: new Set(), referred: 0 } };
    this.lists.set(key, read);
    read.first = Math.max(read.first, list.first);
    read.needsTotal ||= list.needsTotal;
    add(read.parents, parents);
  }

  /** What is read once, by whichever place. */
  once(key: string, part: Part): void {
    if (!this.others.has(key)) this.others.set(key, part);
  }

  parts(times: ReadonlyMap<Moment, number>): readonly Part[] {
    const parts = [...this.buckets.values()].map((bucket) => {
      const part = partOf(bucket, times);
      const saved = this.saved.get(bucket.name);
      if (saved === undefined) return part;
      return { ...part, most: Math.max(mostUnlisted(bucket), part.most - saved) };
    });
    for (const { parents, ...read } of this.lists.values()) {
      const count = parents.named.size + parents.referred;
      const most = read.price(count, read, times.get(read.moment) ?? 1);
      parts.push({ path: read.path, most, advice: read.advice });
    }
    return [...parts, ...this.others.values()];
  }
}

export function countOf(keys: Keys): number {
  return typeof keys === 'number' ? keys : keys.length;
}

function add(to: Asked, keys: Keys): void {
  if (typeof keys === 'number') to.referred += keys;
  else for (const key of keys) to.named.add(key);
}

/** So many records, at most, are referred to that the list of all lacks, such as users for Gong's own staff. */
const FEW = 100;

/** What a lane still costs where the list of all is read: of the IDs that the operation names, it may lack any. */
function mostUnlisted({ byMoment, max }: Bucket): number {
  const asked = [...byMoment.values()];
  const named = new Set(asked.flatMap((each) => [...each.named])).size;
  const referred = asked.reduce((sum, each) => sum + each.referred, 0);
  // Those that are referred to are looked up once, with those that are named.
  return Math.ceil(Math.max(named, Math.min(referred, FEW)) / max);
}

function partOf({ byMoment, max, pool, path }: Bucket, times: ReadonlyMap<Moment, number>): Part {
  let [names, ids, batches, most] = [0, 0, 0, 0];
  for (const [moment, { named, referred }] of byMoment) {
    const count = named.size + referred;
    const atMost = times.get(moment) ?? 1;
    names += named.size;
    ids += count;
    batches += Math.min(count, atMost);
    most += batchesOf(count, atMost, max);
  }
  // Each is read once: among this many batches, this many IDs can be spread.
  most = Math.min(most, batchesOf(Math.min(ids, names + pool), batches, max));
  const isNamed = 2 * names > ids;
  const advice = isNamed
    ? 'request fewer IDs'
    : 'shorten the list that contains it, or omit this field';
  return { path, most, advice };
}
