import { batchesOf } from './sizes.js';

/**
 * When something is known in the course of an operation: at its start, or when reads of one kind that began a round
 * earlier have responses. What is asked for at one moment is sent together, unless the moment is several times in fact:
 * reads that began at different times end at different times.
 */
export interface ExecutionStage {
  readonly key: string;
  readonly round: number;
  /** The reads that end here, by when they began, with how many there are that end one by one. */
  readonly starts: Map<ExecutionStage, number>;
}

/** A part of an operation with what it costs at Gong at most. */
export interface CostItem {
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

interface RequestedKeys {
  readonly named: Set<string>;
  referred: number;
}

interface Bucket extends Lane {
  readonly byStage: Map<ExecutionStage, RequestedKeys>;
  /** The most that one place asks for; `path` leads there. */
  largest: number;
  path: readonly string[];
}

/** A list, or one of each of several parents that are read together. */
export interface ListRead {
  readonly path: readonly string[];
  readonly stage: ExecutionStage;
  readonly first: number;
  /** @param parents how many lists are read together. */
  readonly price: (parents: number, first: number, times: number) => number;
  readonly advice: string;
}

/** What an operation requests from Gong at most, and when. What is sent together, or read once, counts once. */
export class Ledger {
  /** When the operation starts. */
  readonly start: ExecutionStage = { key: 'start', round: 0, starts: new Map() };
  private readonly stages = new Map<string, ExecutionStage>();
  private readonly buckets = new Map<string, Bucket>();
  private readonly lists = new Map<string, ListRead & { readonly parents: RequestedKeys }>();
  private readonly others = new Map<string, CostItem>();
  /** The records that are read. */
  readonly kinds = new Set<string>();
  /** How many requests for users by ID are saved, because the directory is read for certain. */
  saved = 0;

  /** When reads of a kind have responses that began at a moment; `reads`: how many end one by one at most. */
  after(kind: string, start: ExecutionStage, reads = 1): ExecutionStage {
    const round = start.round + 1;
    const key = `${kind}@${round}`;
    const stage = this.stages.get(key) ?? { key, round, starts: new Map<ExecutionStage, number>() };
    this.stages.set(key, stage);
    stage.starts.set(start, Math.max(reads, stage.starts.get(start) ?? 0));
    return stage;
  }

  ask(lane: Lane, stage: ExecutionStage, keys: Keys, path: readonly string[]): void {
    const before = this.buckets.get(lane.name);
    const bucket = before ?? {
      ...lane,
      byStage: new Map<ExecutionStage, RequestedKeys>(),
      largest: -1,
      path,
    };
    this.buckets.set(lane.name, bucket);
    const requested = bucket.byStage.get(stage) ?? { named: new Set(), referred: 0 };
    bucket.byStage.set(stage, requested);
    add(requested, keys);
    const count = countOf(keys);
    if (count > bucket.largest) Object.assign(bucket, { largest: count, path });
  }

  list(key: string, list: ListRead, keys: Keys): void {
    const read = this.lists.get(key) ?? { ...list, parents: { named: new Set(), referred: 0 } };
    this.lists.set(key, { ...read, first: Math.max(read.first, list.first) });
    add(read.parents, keys);
  }

  /** What is read once, by whichever place. */
  once(key: string, item: CostItem): void {
    if (!this.others.has(key)) this.others.set(key, item);
  }

  /** All of it, once everything is put down. */
  items(): readonly CostItem[] {
    const times = this.times();
    const requested = [...this.buckets.values()].map((bucket) => {
      const item = costItemOf(bucket, times);
      if (bucket.name !== 'user' || this.saved === 0) return item;
      return { ...item, most: Math.max(mostUnlisted(bucket), item.most - this.saved) };
    });
    const lists = [...this.lists.values()].map(({ parents, stage, ...list }) => {
      const count = parents.named.size + parents.referred;
      const most = list.price(count, list.first, times.get(stage) ?? 1);
      return { path: list.path, most, advice: list.advice };
    });
    return [...requested, ...lists, ...this.others.values()];
  }

  /** How many times each moment may be in fact. */
  private times(): ReadonlyMap<ExecutionStage, number> {
    const times = new Map([[this.start, 1]]);
    for (const stage of [...this.stages.values()].sort((a, b) => a.round - b.round)) {
      let sum = 0;
      // Reads that end one by one are counted in all, whenever they began.
      for (const [start, reads] of stage.starts) sum += Math.max(times.get(start) ?? 1, reads);
      // A part of what a list brought is known at once, before the rest.
      const mayBeHeld = stage.round > 1 && /^(call|user)@/.test(stage.key);
      times.set(stage, mayBeHeld ? 2 * sum : sum);
    }
    return times;
  }
}

export function countOf(keys: Keys): number {
  return typeof keys === 'number' ? keys : keys.length;
}

function add(to: RequestedKeys, keys: Keys): void {
  if (typeof keys === 'number') to.referred += keys;
  else for (const key of keys) to.named.add(key);
}

/** So many users, at most, are referred to that the directory lacks, such as Gong's own staff. */
const FEW = 100;

/** What users by ID cost although the directory is read: of those that the operation names, it may lack any. */
function mostUnlisted({ byStage, max }: Bucket): number {
  const requested = [...byStage.values()];
  const named = new Set(requested.flatMap((each) => [...each.named])).size;
  const referred = requested.reduce((sum, each) => sum + each.referred, 0);
  // Those that are referred to are looked up once, with those that are named.
  return Math.ceil(Math.max(named, Math.min(referred, FEW)) / max);
}

function costItemOf(
  { byStage, max, pool, path }: Bucket,
  times: ReadonlyMap<ExecutionStage, number>,
): CostItem {
  const names = new Set<string>();
  let [ids, batches, most] = [0, 0, 0];
  for (const [stage, { named, referred }] of byStage) {
    const count = named.size + referred;
    const atMost = times.get(stage) ?? 1;
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
