import { batchesOf } from './sizes.js';

/**
 * A stage of an operation's execution at which data is known: at its start, or when reads of one kind from an earlier
 * round have responses. Requests of one stage are combined. A stage can occur several times, because reads that began
 * at different times end at different times.
 */
export interface ExecutionStage {
  readonly key: string;
  readonly round: number;
  /**
   * The reads that end at this stage, by the stage at which they began, with the number of those that end separately.
   */
  readonly starts: Map<ExecutionStage, number>;
}

/** A part of an operation with its maximum cost. */
export interface CostItem {
  /** Response keys that lead to it. */
  readonly path: readonly string[];
  /** Infinite when there is no maximum. */
  readonly most: number;
  /** Minimum number of requests, for a write. */
  readonly least?: number;
  /** How to make it cheaper, in the imperative. */
  readonly advice: string;
}

/** Keys that share requests: the maximum per request, and how many exist. */
export interface Lane {
  readonly name: string;
  readonly max: number;
  readonly pool: number;
}

/** IDs that the operation names, or the number of IDs that come from data. */
export type Keys = readonly string[] | number;

interface RequestedKeys {
  readonly named: Set<string>;
  referred: number;
}

interface Bucket extends Lane {
  readonly byStage: Map<ExecutionStage, RequestedKeys>;
  /** Maximum of keys of a single node, whose path is `path`. */
  largest: number;
  path: readonly string[];
}

/** A list, or the lists of several parents that are read together. */
export interface ListRead {
  readonly path: readonly string[];
  readonly stage: ExecutionStage;
  readonly first: number;
  /** @param parents how many lists are read together. */
  readonly price: (parents: number, first: number, times: number) => number;
  readonly advice: string;
}

/** The maximum requests of an operation, and their stages. Combined requests count once, and so do repeated reads. */
export class Ledger {
  /** The start of the operation. */
  readonly start: ExecutionStage = { key: 'start', round: 0, starts: new Map() };
  private readonly stages = new Map<string, ExecutionStage>();
  private readonly buckets = new Map<string, Bucket>();
  private readonly lists = new Map<string, ListRead & { readonly parents: RequestedKeys }>();
  private readonly others = new Map<string, CostItem>();
  /** The kinds of records that are read. */
  readonly kinds = new Set<string>();
  /** How many requests for users by ID are saved, because the directory is certainly read. */
  saved = 0;

  /**
   * Returns the stage at which reads of a kind end that began at another stage.
   *
   * @param reads maximum of reads that end separately.
   */
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

  /** Adds an item that is read once, however often it is selected. */
  once(key: string, item: CostItem): void {
    if (!this.others.has(key)) this.others.set(key, item);
  }

  /** Returns all items, when everything has been added. */
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

  /** Returns how many times each stage can occur. */
  private times(): ReadonlyMap<ExecutionStage, number> {
    const times = new Map([[this.start, 1]]);
    for (const stage of [...this.stages.values()].sort((a, b) => a.round - b.round)) {
      let sum = 0;
      // Reads that end separately count each, whenever they began.
      for (const [start, reads] of stage.starts) sum += Math.max(times.get(start) ?? 1, reads);
      // Some of a list's records may already be held, so that a part of them is known before the rest.
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

/** Maximum of referenced users that the directory lacks, such as Gong's own staff. */
const FEW = 100;

/** Returns the cost of users by ID although the directory is read. It may lack any user that the operation names. */
function mostUnlisted({ byStage, max }: Bucket): number {
  const requested = [...byStage.values()];
  const named = new Set(requested.flatMap((each) => [...each.named])).size;
  const referred = requested.reduce((sum, each) => sum + each.referred, 0);
  // Referenced users are looked up once, together with those that are named.
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
  // Each key is read once. This is the maximum for this many keys in this many batches.
  most = Math.min(most, batchesOf(Math.min(ids, names.size + pool), batches, max));
  const isNamed = 2 * names.size > ids;
  const advice = isNamed
    ? 'request fewer IDs'
    : 'shorten the list that contains it, or omit this field';
  return { path, most, advice };
}
