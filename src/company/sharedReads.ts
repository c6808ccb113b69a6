import { setMaxListeners } from 'node:events';
import type { AnswerCache, Generation } from './cache/answerCache.js';
import { notFoundTtl, type CacheTtl } from './cache/ttl.js';
import type { CacheGroup, CacheKey } from './cache/sharedStore.js';
import type { GongAnswer, GongBody, GongClient } from '../gong/client.js';
import type { Selectable } from '../gong/endpoints/endpoint.js';
import type { GongRequest } from '../gong/request.js';
import { GongError, isEmptyResult } from '../gong/errors.js';
import { createJointCaller, type Companion } from './jointCaller.js';
import {
  deliver,
  isKeepableRefusal,
  packAnswer,
  REFUSAL_BYTES,
  suffices,
  unpackAnswer,
  type KnownAnswer,
} from './keptAnswer.js';
import type { Reader, ReadTrial } from './reader.js';
import { shouldServeStale, type OutageTracker } from './staleness.js';

/** A request that only reads, as several operations may want it at one time or one after the other. */
export interface SharedRead<Want> {
  /** Equal for equal requests, whatever is wanted of their answer. */
  readonly name: string;
  /** What is wanted of the answer. */
  readonly want: Want;
  /** The request that brings what is wanted. */
  readonly request: (want: Want) => GongRequest;
  readonly wants: Selectable<Want>;
  /** How the answer is kept; null: it isn't. */
  readonly keeping: Keeping<Want> | null;
}

export interface Keeping<Want> {
  readonly group: CacheGroup;
  /** Whether Gong's "nothing found" is an answer, with nothing in it; else it is a refusal. */
  readonly isList: boolean;
  readonly lifetime: (fetched: Fetched<Want>) => CacheTtl;
  /** @throws GongError `bad-response`: what isn't of the documented shape is not kept. */
  readonly check: (body: GongBody) => void;
  /** What of an answer may be kept, where not all of it; must satisfy as much as it says. */
  readonly reduce?: (fetched: Fetched<Want>) => Fetched<Want>;
  /** Told of every answer, whether it is kept or not, and also where another gateway fetched it. */
  readonly learn?: (body: GongBody) => void;
  /** Told of every answer that was fetched and may be kept. */
  readonly onFetched?: (fetched: Fetched<Want>, asOf: Generation) => void;
  /** Called when Gong refuses the request, before those who wait are told. */
  readonly onRefused?: () => Promise<void>;
}

/** An answer, with what was asked of it. */
export interface Fetched<Want> {
  readonly body: GongBody;
  readonly want: Want;
  readonly bytes: number;
}

/** What Gong's "nothing found", a 404, means. */
const nothingFound: GongAnswer = { body: { records: { totalRecords: 0 } }, bytes: 2 };

/**
 * Reads of one company that nobody does twice: an answer that is fresh serves again, equal requests of
 * different operations are one, and what is wanted of it is united as long as it waits for its slot.
 */
export class SharedReads {
  private readonly flights = new Map<string, Flight<unknown>>();

  constructor(
    private readonly client: GongClient,
    private readonly cache: AnswerCache,
    private readonly outages: OutageTracker,
  ) {}

  /**
   * The answer, from wherever it can be had with the fewest requests. Where Gong fails, what was known before
   * serves, as long as it isn't too old, and the scope is told.
   *
   * @throws GongError
   */
  async read<Want>(read: SharedRead<Want>, scope: Reader): Promise<Fetched<Want>> {
    const cached = this.cached(read);
    if (cached?.isFresh === true && suffices(cached.answer, read.want, read.wants)) {
      scope.onFreshHits(1, cached.freshUntil);
      return deliver(cached.answer);
    }
    const group = read.keeping?.group;
    const older = this.older(read);
    if (older !== null && group !== undefined && this.outages.last(group)) {
      return giveStale(older, scope);
    }
    if (scope.trial !== null) return this.tried(read, scope.trial, scope);
    try {
      if (scope.ended) throw scope.signal.reason;
      const known = this.flights.get(read.name) as Flight<Want> | undefined;
      const flight = known?.canCarry(read.want) === true ? known : this.begin(read, cached, scope);
      const fetched = await flight.carry(read.want, scope);
      if (group !== undefined) this.outages.end(group);
      return fetched;
    } catch (error) {
      if (group !== undefined) this.outages.note(group, error);
      const known = this.older(read);
      if (known === null || !shouldServeStale(error)) throw error;
      return giveStale(known, scope);
    }
  }

  /** As `read`, for an operation that is only tried: what other gateways keep serves, nothing is sent. */
  private async tried<Want>(
    read: SharedRead<Want>,
    trial: ReadTrial,
    scope: Reader,
  ): Promise<Fetched<Want>> {
    if (read.keeping !== null && this.cache.shared !== null) {
      await trial.looking(this.cache.fetch([{ group: read.keeping.group, name: read.name }]));
      const stored = this.cached(read);
      if (stored?.isFresh === true && suffices(stored.answer, read.want, read.wants)) {
        const fetched = deliver(stored.answer);
        read.keeping.learn?.(fetched.body);
        scope.cacheHits += 1;
        return fetched;
      }
    }
    return trial.lacks(read.name, '', 1);
  }

  /** What is known, be it stale, where that is an answer that suffices. */
  private older<Want>(read: SharedRead<Want>): Fetched<Want> | null {
    const known = this.cached(read)?.answer;
    if (known === undefined || known instanceof GongError) return null;
    return read.wants.covers(known.want, read.want) ? known : null;
  }

  /** Answers of this name are of no use any more, and nobody joins a read of it that is under way. */
  async forget(group: CacheGroup, name: string): Promise<void> {
    this.flights.delete(name);
    await this.cache.forget([{ group, name }]);
  }

  private begin<Want>(
    read: SharedRead<Want>,
    cached: Cached<Want> | null,
    scope: Reader,
  ): Flight<Want> {
    // What lives on the cache alone need not wait for a slot to learn that it may not have it.
    if (this.cache.shared === null || read.keeping === null) scope.admit();
    const flight = new Flight(read, this.client, this.cache);
    // Else two readers of the same with different wants would take turns in fetching it.
    if (cached?.isFresh === true && !(cached.answer instanceof GongError)) {
      flight.widen(cached.answer.want);
    }
    this.flights.set(read.name, flight as Flight<unknown>);
    void flight.settled.then(() => {
      if (this.flights.get(read.name) === flight) this.flights.delete(read.name);
    });
    return flight;
  }

  private cached<Want>({ keeping, name, wants }: SharedRead<Want>): Cached<Want> | null {
    if (keeping === null) return null;
    const entry = this.cache.find({ group: keeping.group, name });
    if (entry === undefined) return null;
    const { freshUntil } = entry;
    return { answer: unpackAnswer(entry, wants), isFresh: this.cache.isFresh(entry), freshUntil };
  }
}

interface Cached<Want> {
  readonly answer: KnownAnswer<Want>;
  readonly isFresh: boolean;
  readonly freshUntil: number;
}

function giveStale<Want>(known: Fetched<Want>, scope: Reader): Fetched<Want> {
  markStale(known.body, scope);
  scope.cacheHits += 1;
  return known;
}

/** The answer, and whatever it lists. */
function markStale(body: GongBody, scope: Reader): void {
  scope.markStale(body);
  for (const member of Object.values(body)) {
    if (!Array.isArray(member)) continue;
    for (const item of member as unknown[]) {
      if (typeof item === 'object' && item !== null) scope.markStale(item);
    }
  }
}

interface Passenger extends Companion {
  /** For each of its reads. */
  readonly rejects: ((reason: Error) => void)[];
}

/** One read under way, and those who wait for it. */
class Flight<Want> {
  readonly settled: Promise<void>;
  private readonly controller = new AbortController();
  private readonly passengers = new Map<Reader, Passenger>();
  private readonly landing: Promise<Fetched<Want>>;
  private want: Want;
  private isWorded = false;
  /** Where the cache stood when the request was worded. */
  private asOf: Generation = 0;
  /** Settles when other gateways can see what was fetched. */
  private stored: Promise<void> = Promise.resolve();

  constructor(
    private readonly read: SharedRead<Want>,
    private readonly client: GongClient,
    private readonly cache: AnswerCache,
  ) {
    setMaxListeners(0, this.controller.signal);
    this.want = read.want;
    // Not in this turn: whoever begins the flight boards it first.
    this.landing = Promise.resolve().then(() => this.fly());
    this.settled = this.landing.then(
      () => undefined,
      () => undefined,
    );
  }

  /** Whether it brings, or still can be made to bring, what is wanted. */
  canCarry(want: Want): boolean {
    if (this.controller.signal.aborted) return false;
    if (!this.isWorded) return true;
    // After a write, an answer to what was asked before it is not good enough.
    return this.asOf === this.generation() && this.read.wants.covers(this.want, want);
  }

  widen(want: Want): void {
    this.want = this.read.wants.union(this.want, want);
  }

  carry(want: Want, scope: Reader): Promise<Fetched<Want>> {
    if (!this.isWorded) this.widen(want);
    else if (!this.passengers.has(scope)) scope.onSharedAttempt(0);
    const passenger = this.passengers.get(scope) ?? { joinedAt: scope.age(), rejects: [] };
    this.passengers.set(scope, passenger);
    return new Promise((resolve, reject) => {
      passenger.rejects.push(reject);
      const leave = (): void => {
        this.passengers.delete(scope);
        const mayLand = this.isWorded && scope.isAnswered;
        if (this.passengers.size === 0 && !mayLand) this.controller.abort(scope.signal.reason);
        reject(scope.signal.reason as Error);
      };
      scope.signal.addEventListener('abort', leave, { once: true });
      this.landing.then(resolve, reject).finally(() => {
        scope.signal.removeEventListener('abort', leave);
      });
    });
  }

  /** Who can't wait until then leaves at once. */
  private dismiss(until: number, reason: Error): void {
    for (const [scope, { rejects }] of this.passengers) {
      if (scope.latestStart() >= until) continue;
      this.passengers.delete(scope);
      for (const reject of rejects) reject(reason);
    }
  }

  private generation(): Generation {
    const { keeping } = this.read;
    return keeping === null ? 0 : this.cache.generation(keeping.group);
  }

  private async fly(): Promise<Fetched<Want>> {
    const { keeping } = this.read;
    if (keeping === null || this.cache.shared === null) return this.ask();
    const key = { group: keeping.group, name: this.read.name };
    const elsewhere = await this.findElsewhere(key);
    if (elsewhere !== null) return elsewhere;
    try {
      return await this.ask();
    } finally {
      const { shared } = this.cache;
      void this.stored.then(() => shared?.land([key]));
    }
  }

  /** What other gateways have of it, or are about to have. Null: this one has to ask Gong. */
  private async findElsewhere(key: CacheKey): Promise<Fetched<Want> | null> {
    const { shared } = this.cache;
    if (shared === null) return null;
    const stored = await this.lookUp(key);
    if (stored !== null) return this.served(stored, 'cacheHits');
    const [claimed] = await shared.claim([{ key, want: this.read.wants.toJson(this.want) }]);
    const { covers, fromJson } = this.read.wants;
    if (claimed != null && !covers(fromJson(claimed.want), this.want)) return null;
    if (claimed != null) await shared.landed(key, this.controller.signal);
    // What nobody else reads may have come since it was looked for.
    const brought = await this.lookUp(key);
    if (brought !== null) {
      void shared.land([key]);
      return this.served(brought, claimed == null ? 'cacheHits' : 'shared');
    }
    if (claimed != null) await shared.claim([{ key, want: this.read.wants.toJson(this.want) }]);
    return null;
  }

  private async lookUp(key: CacheKey): Promise<KnownAnswer<Want> | null> {
    const [entry] = await this.cache.fetch([key]);
    if (entry == null || !this.cache.isFresh(entry)) return null;
    const answer = unpackAnswer(entry, this.read.wants);
    return suffices(answer, this.want, this.read.wants) ? answer : null;
  }

  /** @throws GongError where the answer is a refusal. */
  private served(answer: KnownAnswer<Want>, as: 'cacheHits' | 'shared'): Fetched<Want> {
    // Nobody can want more of it any more.
    this.isWorded = true;
    this.asOf = this.generation();
    for (const scope of this.passengers.keys()) scope[as] += 1;
    const fetched = deliver(answer);
    this.read.keeping?.learn?.(fetched.body);
    return fetched;
  }

  private async ask(): Promise<Fetched<Want>> {
    const { read, cache } = this;
    const { keeping } = read;
    const caller = createJointCaller(
      this.controller.signal,
      () => this.passengers,
      (until, reason) => {
        this.dismiss(until, reason);
      },
    );
    caller.admit();
    let answer: GongAnswer;
    try {
      const given = await this.client.readLate(() => {
        this.isWorded = true;
        this.asOf = this.generation();
        return read.request(this.want);
      }, caller);
      if (given === null) throw new Error('A request that is there cannot be withdrawn.');
      answer = given;
    } catch (error) {
      if (!isEmptyResult(error) || keeping?.isList !== true) {
        if (keeping !== null && isKeepableRefusal(error)) {
          this.keepRefusal(error, keeping);
          await keeping.onRefused?.();
        }
        throw error;
      }
      answer = nothingFound;
    }
    const fetched = { ...answer, want: this.want };
    keeping?.check(fetched.body);
    keeping?.learn?.(fetched.body);
    if (keeping !== null && cache.isOn) this.keep(fetched, keeping);
    return fetched;
  }

  private keep(fetched: Fetched<Want>, keeping: Keeping<Want>): void {
    const kept = keeping.reduce?.(fetched) ?? fetched;
    keeping.onFetched?.(kept, this.asOf);
    this.store(kept, kept.bytes, keeping.lifetime(kept), keeping.group);
  }

  private keepRefusal(refusal: GongError, { group }: Keeping<Want>): void {
    this.store(refusal, REFUSAL_BYTES, notFoundTtl, group);
  }

  private store(
    answer: KnownAnswer<Want>,
    bytes: number,
    lifetime: CacheTtl,
    group: CacheGroup,
  ): void {
    const key = { group, name: this.read.name };
    const value = packAnswer(answer, this.read.wants);
    this.stored = this.cache.put([{ key, value, bytes, lifetime }], this.asOf);
  }
}
