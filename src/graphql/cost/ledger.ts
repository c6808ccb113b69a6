import { batchesOf } from './sizes.js';

/**
 * When something is known in the course of an operation: at its start, or when reads of one kind that began a round
 * earlier have responses. What is asked for at one moment is sent together, unless the moment is several times in fact:
 * reads that began at different times end at different times.
 */
export interface Moment {
  readonly key: string;
  readonly round: number;
  /** The reads that end here, by when they began, with how many there are that end one by one. */
  readonly starts: Map<Moment, number>;
}

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
  readonly first: number;
  /** @param parents how many lists are read together. */
  readonly price: (parents: number, first: number, times: number) => number;
  readonly advice: string;
}

/** What an operation requests from Gong at most, and when. What is sent together, or read once, counts once. */
export class Ledger {
  /** When the operation starts. */
  readonly start: Moment = { key: 'start', round: 0, starts: new Map() };
  private readonly moments = new Map<string, Moment>();
  private readonly buckets = new Map<string, Bucket>();
  private readonly lists = new Map<string, ListRead & { readonly parents: Asked }>();
  private readonly others = new Map<string, Part>();
  /** The records that are read. */
  readonly kinds = new Set<string>();
  /** How many requests for users by ID are saved, because the directory is read for certain. */
  saved = 0;

  /** When reads of a kind have responses that began at a moment; `reads`: how many end one by one at most. */
  after(kind: string, start: Moment, reads = 1): Moment {
    const round = start.round + 1;
    const key = `${kind}@${round}`;
    const moment = this.moments.get(key) ?? { key, round, starts: new Map<Moment, number>() };
    this.moments.set(key, moment);
    moment.starts.set(start, Math.max(reads, moment.starts.get(start) ?? 0));
    return moment;
  }

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

  list(key: string, list: ListRead, keys: Keys): void {
    const read = this.lists.get(key) ?? { ...list, parents: { named: new Set(), referred: 0 } };
    this.lists.set(key, { ...read, first: Math.max(read.first, list.first) });
    add(read.parents, keys);
  }

  /** What is read once, by whichever place. */
  once(key: string, part: Part): void {
    if (!this.others.has(key)) this.others.set(key, part);
  }

  /** All of it, once everything is put down. */
  parts(): readonly Part[] {
    const times = this.times();
    const asked = [...this.buckets.values()].map((bucket) => {
      const part = partOf(bucket, times);
      if (bucket.name !== 'user' || this.saved === 0) return part;
      return { ...part, most: Math.max(mostUnlisted(bucket), part.most - this.saved) };
    });
    const lists = [...this.lists.values()].map(({ parents, moment, ...list }) => {
      const count = parents.named.size + parents.referred;
      const most = list.price(count, list.first, times.get(moment) ?? 1);
      return { path: list.path, most, advice: list.advice };
    });
    return [...asked, ...lists, ...this.others.values()];
  }

  /** How many times each moment may be in fact. */
  private times(): ReadonlyMap<Moment, number> {
    const times = new Map([[this.start, 1]]);
    for (const moment of [...this.moments.values()].sort((a, b) => a.round - b.round)) {
      let sum = 0;
      // Reads that end one by one are counted in all, whenever they began.
      for (const [start, reads] of moment.starts) sum += Math.max(times.get(start) ?? 1, reads);
      // A part of what a list brought is known at once, before the rest.
      const mayBeHeld = moment.round > 1 && /^(call|user)@/.test(moment.key);
      times.set(moment, mayBeHeld ? 2 * sum : sum);
    }
    return times;
  }
}

export function countOf(keys: Keys): number {
  return typeof keys === 'number' ? keys : keys.length;
}

function add(to: Asked, keys: Keys): void {
  if (typeof keys === 'number') to.referred += keys;
  else for (const key of keys) to.named.add(key);
}

/** So many users, at most, are referred to that the directory lacks, such as Gong's own staff. */
const FEW = 100;

/** What users by ID cost although the directory is read: of those that the operation names, it may lack any. */
function mostUnlisted({ byMoment, max }: Bucket): number {
  const asked = [...byMoment.values()];
  const named = new Set(asked.flatMap((each) => [...each.named])).size;
  const referred = asked.reduce((sum, each) => sum + each.referred, 0);
  // Those that are referred to are looked up once, with those that are named.
  return Math.ceil(Math.max(named, Math.min(referred, FEW)) / max);
}

function partOf({ byMoment, max, pool, path }: Bucket, times: ReadonlyMap<Moment, number>): Part {
  const names = new Set<string>();
  let [ids, batches, most] = [0, 0, 0];
  for (const [moment, { named, referred }] of byMoment) {
    const count = named.size + referred;
    const atMost = times.get(moment) ?? 1;
    for (const name of named) names.add(name);
    ids += count;
    batches += Math.min(count, atMost);
    most += batchesOf(count, atMost, max);
  }
  // Each is read once: among this many batches, this many IDs can be spread.
  most = Math.min(most, batchesOf(Math.min(ids, names.size + pool), batches, max));
  const isNamed = 2 * names.size > ids;
  const advice = isNamed
    ? 'request fewer IDs'
    : 'shorten the list that contains it, or omit this field';
  return { path, most, advice };
}
