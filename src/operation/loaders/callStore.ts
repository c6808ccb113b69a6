import type { CallRecord } from '../../gong/endpoints/calls.js';
import { covers, type CallSelection } from '../../gong/endpoints/callSelection.js';

/** A call and its selection. */
export interface CallKey {
  readonly id: string;
  readonly selection: CallSelection;
  /** Whether Gong's data names the call, and not the client. */
  readonly isReference?: boolean;
}

/** The calls that an operation has read and may show. */
export class CallStore {
  private readonly held = new Map<string, CallRecord[]>();
  private readonly unknown = new Set<string>();
  private readonly hidden = new Set<string>();

  add(call: CallRecord): void {
    const records = this.held.get(call.id);
    if (records === undefined) this.held.set(call.id, [call]);
    else records.push(call);
  }

  addUnknown(id: string): void {
    this.unknown.add(id);
  }

  addHidden(id: string): void {
    this.hidden.add(id);
  }

  /** Returns the call with at least the selection; null when there is none to show; undefined when it must be read. */
  find({ id, selection }: CallKey): CallRecord | null | undefined {
    if (this.unknown.has(id) || this.hidden.has(id)) return null;
    return this.held.get(id)?.find((call) => covers(call.selection, selection));
  }

  isHidden(id: string): boolean {
    return this.hidden.has(id);
  }
}
