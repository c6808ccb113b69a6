import type { CallQuery, CallRecord } from '../../gong/endpoints/calls.js';
import type { CallSelection } from '../../gong/endpoints/callSelection.js';
import { allOf, andThen, type Awaitable } from '../../lib/awaitable.js';
import type { Operation } from '../operation.js';
import type { CallPolicy } from '../../access/policy/callPolicy.js';
import { isPrivate, type Verdict } from '../../access/policy/hook.js';
import { MaskedCopies } from '../../access/policy/maskedCopies.js';
import type { PolicyFacts } from '../../access/policy/policyFacts.js';
import type { Mask } from '../../access/policy/masking.js';
import type { CallStore } from './callStore.js';

/** What a walk through a list came to. */
export interface ListCounts {
  /** Gong's own count for the whole filter; null where it was not told. */
  readonly gongTotal: number | null;
  /** Whether the list was read from its beginning to its end. */
  readonly isWhole: boolean;
  readonly examined: number;
  readonly shown: number;
  /** Whether the filter names the calls by ID. */
  readonly isById?: boolean;
}

/** Whether lists of this company were found to hold private calls. */
export interface PrivateCalls {
  areKnown(): boolean;
  markFound(): void;
}

/** What comes into an operation of calls, as the policy lets its viewer see it. */
export class CallPolicyFilter {
  private readonly copies = new MaskedCopies();

  constructor(
    private readonly policy: CallPolicy,
    private readonly privateCalls: PrivateCalls,
    private readonly operation: Operation,
  ) {}

  /** Whether calls may be hidden at all. */
  get mayHideCalls(): boolean {
    return this.policy.mayHideCalls;
  }

  /** Names the viewer that calls may be hidden from; undefined when none is ever hidden. */
  get viewer(): string | undefined {
    return this.mayHideCalls ? this.policy.viewerName : undefined;
  }

  /** What of the policy decides on what the operation costs. */
  get facts(): PolicyFacts {
    return this.policy.facts;
  }

  /** What is masked of everything; null: nothing is. */
  get generalMask(): Mask | null {
    return this.policy.generalMask;
  }

  /** What has to be read of each call to judge it. */
  get needs(): CallSelection {
    return this.policy.needs;
  }

  /** Whether what Gong doesn't show must not be shown either. */
  get isStrict(): boolean {
    return this.policy.isStrict;
  }

  /** Whether Gong's counts may be shown as they are. */
  get showsTotals(): boolean {
    return !this.policy.mayHideCalls;
  }

  /**
   * The query with what Gong itself can filter; null where nothing that it finds may be seen.
   *
   * @throws GongError, PolicyError where it can't be told.
   */
  narrow(query: CallQuery): Promise<CallQuery | null> {
    return this.policy.narrow(query);
  }

  /**
   * The calls as they may be seen, each in its place, null for one that is hidden.
   *
   * @param store told of each.
   * @throws GongError, PolicyError where that can't be told.
   */
  async calls(
    calls: readonly CallRecord[],
    store: CallStore,
  ): Promise<readonly (CallRecord | null)[]> {
    return allOf(calls.map((call) => this.call(call, store)));
  }

  /** The same for one call. Private calls are known by themselves; what else may hide a call has to be read first. */
  call(call: CallRecord, store: CallStore): Awaitable<CallRecord | null> {
    return andThen(this.mayBeSeen(call), (mayBeSeen) => {
      if (!mayBeSeen) {
        store.addHidden(call.id);
        return null;
      }
      const shown = this.masked(call);
      store.add(shown);
      return shown;
    });
  }

  /**
   * The same for a page of a list. Once private calls were met in one, lists don't tell their lengths any more; a call
   * that was asked for by its ID changes nothing for lists, or they would tell whether it is there.
   *
   * @param isById whether the list names its calls by ID.
   */
  page(
    calls: readonly CallRecord[],
    store: CallStore,
    isById = false,
  ): Promise<readonly (CallRecord | null)[]> {
    if (!isById && this.mayHideCalls && calls.some((call) => isPrivate(call)))
      this.privateCalls.markFound();
    return this.calls(calls, store);
  }

  /**
   * Reads what the policy needs to judge any call.
   *
   * @throws GongError, PolicyError when it can't be read.
   */
  prepare(): Promise<void> {
    return this.policy.prepare();
  }

  /** @throws GongError, PolicyError where it can't be told. */
  mayBeSeen(call: CallRecord): Awaitable<boolean> {
    if (!this.mayHideCalls) return true;
    const verdict = this.policy.judge(call);
    return andThen(verdict, isShown);
  }

  /**
   * A count that tells nothing of what is hidden. Where only private calls are, it is given for a list that was
   * read through, as long as nobody has met a private call: after that, its absence would tell where they are.
   */
  total({ gongTotal, isWhole, examined, shown, isById = false }: ListCounts): number | null {
    if (this.showsTotals) return gongTotal;
    // Of one call, a count that is missing would tell that it is hidden.
    if (isById) return isWhole ? shown : null;
    const isTrue = isWhole && examined === shown && !this.policy.isStrict;
    return isTrue && !this.privateCalls.areKnown() ? shown : null;
  }

  /** Something that belongs to a call which may be seen, such as its transcript, as it may be. */
  ofCall<T extends object>(callId: string | null, record: T): T {
    const mask = callId === null ? this.policy.generalMask : this.policy.maskOf(callId);
    return this.copied(record, mask);
  }

  /** Something that belongs to no call, as it may be seen. */
  general<T extends object>(record: T): T {
    return this.copied(record, this.policy.generalMask);
  }

  private masked(call: CallRecord): CallRecord {
    const mask = this.policy.maskOf(call.id);
    if (mask === null) return call;
    return {
      ...call,
      basic: this.copies.of(call.basic, mask),
      details: this.copies.of(call.details, mask),
    };
  }

  private copied<T extends object>(record: T, mask: Mask | null): T {
    const copy = this.copies.of(record, mask);
    if (copy !== record) this.operation.copyStaleness(copy, record);
    return copy;
  }
}

function isShown(verdict: Verdict): boolean {
  return verdict !== 'hide';
}
