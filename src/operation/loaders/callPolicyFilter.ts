import type { CallQuery, CallRecord } from '../../gong/endpoints/calls.js';
import type { CallSelection } from '../../gong/endpoints/callSelection.js';
import { allOf, andThen, type Awaitable } from '../../lib/awaitable.js';
import type { Operation } from '../operation.js';
import type { CallPolicy } from '../../access/policy/callPolicy.js';
import { isPrivate, type Verdict } from '../../access/policy/hook.js';
import { MaskedCopies } from '../../access/policy/maskedCopies.js';
import type { PolicyFacts } from '../../access/policy/policyFacts.js';
import type { Mask } from '../../access/policy/masking.js';
import type { CallVisibility } from '../../replica/visibility.js';
import type { CallStore } from './callStore.js';

/** The counts of a walk through a list. */
export interface ListCounts {
  /** Gong's count for the whole filter; null when Gong did not send it. */
  readonly gongTotal: number | null;
  /** Whether the list was read from its beginning to its end. */
  readonly isWhole: boolean;
  readonly examined: number;
  readonly shown: number;
  /** Whether the filter names the calls by ID. */
  readonly isById?: boolean;
}

/** Whether any list of this company contained private calls. */
export interface PrivateCalls {
  areKnown(): boolean;
  markFound(): void;
}

/** Applies the policy to everything about calls that an operation reads. */
export class CallPolicyFilter {
  private readonly copies = new MaskedCopies();

  constructor(
    private readonly policy: CallPolicy,
    private readonly privateCalls: PrivateCalls,
    private readonly operation: Operation,
  ) {}

  /** Whether the policy may hide calls. */
  get mayHideCalls(): boolean {
    return this.policy.mayHideCalls;
  }

  /** Names the viewer that calls may be hidden from; undefined when none is ever hidden. */
  get viewer(): string | undefined {
    return this.mayHideCalls ? this.policy.viewerName : undefined;
  }

  /** The facts of the policy that the cost depends on. */
  get facts(): PolicyFacts {
    return this.policy.facts;
  }

  /** The mask for all data; null when nothing is masked. */
  get generalMask(): Mask | null {
    return this.policy.generalMask;
  }

  /** The selection that the policy needs to judge a call. */
  get needs(): CallSelection {
    return this.policy.needs;
  }

  /** Whether calls that Gong does not show must be hidden. */
  get isStrict(): boolean {
    return this.policy.isStrict;
  }

  /** Whether Gong's counts may be shown unchanged. */
  get showsTotals(): boolean {
    return !this.policy.mayHideCalls;
  }

  /**
   * Returns the query with the part of the policy that Gong can filter by; null when the viewer may see none of its
   * calls.
   *
   * @throws GongError, PolicyError when that cannot be determined.
   */
  narrow(query: CallQuery): Promise<CallQuery | null> {
    return this.policy.narrow(query);
  }

  /**
   * Returns the calls as the viewer may see them, in the same order, with null for hidden ones.
   *
   * @param store receives each call.
   * @throws GongError, PolicyError when that cannot be determined.
   */
  async calls(
    calls: readonly CallRecord[],
    store: CallStore,
  ): Promise<readonly (CallRecord | null)[]> {
    return allOf(calls.map((call) => this.call(call, store)));
  }

  /**
   * Does the same for one call. A private call shows that it is private; other reasons to hide a call must be read
   * first.
   */
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
   * Does the same for a page of a list. Once a list contained private calls, lists no longer show their lengths. A
   * call that was requested by its ID does not change that, or lists would reveal whether it exists.
   *
   * @param isById whether the list names its calls by ID.
   */
  async page(
    calls: readonly CallRecord[],
    store: CallStore,
    isById = false,
  ): Promise<readonly (CallRecord | null)[]> {
    if (!isById && this.mayHideCalls && calls.some((call) => isPrivate(call)))
      this.privateCalls.markFound();
    const shown = await this.calls(calls, store);
    const { audit } = this.operation;
    if (isById && audit !== null) {
      for (const { id } of calls) if (store.isHidden(id)) audit.hide(id);
    }
    return shown;
  }

  /**
   * What may be seen of calls, as conditions that a database can apply.
   *
   * @throws GongError, PolicyError
   */
  visibility(isContactSought: boolean): Promise<CallVisibility> {
    return this.policy.visibility(isContactSought);
  }

  /**
   * Reads what the policy needs to judge calls.
   *
   * @throws GongError, PolicyError when it cannot be read.
   */
  prepare(): Promise<void> {
    return this.policy.prepare();
  }

  /** @throws GongError, PolicyError when that cannot be determined. */
  mayBeSeen(call: CallRecord): Awaitable<boolean> {
    if (!this.mayHideCalls) return true;
    const verdict = this.policy.judge(call);
    return andThen(verdict, isShown);
  }

  /**
   * Returns a count that reveals nothing about hidden calls. When only private calls are hidden, a list that was read
   * completely has a count, until some list contains a private call. After that, a missing count would reveal where
   * they are.
   */
  total({ gongTotal, isWhole, examined, shown, isById = false }: ListCounts): number | null {
    if (this.showsTotals) return gongTotal;
    // For one call, a missing count would reveal that it is hidden.
    if (isById) return isWhole ? shown : null;
    const isTrue = isWhole && examined === shown && !this.policy.isStrict;
    return isTrue && !this.privateCalls.areKnown() ? shown : null;
  }

  /** Masks a record that belongs to a visible call, such as its transcript. */
  ofCall<T extends object>(callId: string | null, record: T): T {
    const mask = callId === null ? this.policy.generalMask : this.policy.maskOf(callId);
    return this.copied(record, mask);
  }

  /** Whether email addresses are masked in a judged call. */
  masksEmailsOf(callId: string): boolean {
    return this.policy.maskOf(callId)?.emails === true;
  }

  /** Masks a record that may come from any call that was judged, such as the name of what calls have in common. */
  ofAnyCall<T extends object>(record: T): T {
    return this.copied(record, this.policy.maskOfAny);
  }

  /** Masks a record that belongs to no call. */
  general<T extends object>(record: T): T {
    return this.copied(record, this.policy.generalMask);
  }

  private masked(call: CallRecord): CallRecord {
    const mask = this.policy.maskOf(call.id);
    if (mask === null) return call;
    const copy = {
      ...call,
      basic: this.copies.of(call.basic, mask),
      details: this.copies.of(call.details, mask),
    };
    this.operation.copyStaleness(copy, call);
    return copy;
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
