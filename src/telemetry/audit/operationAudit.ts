export type ReadAction = 'read-call' | 'read-transcript' | 'read-recording-link';

/** A mutation that sent at least one write to Gong. */
export interface AuditedChange {
  /** Name of the mutation. */
  readonly mutation: string;
  /** Gong's operations, in the order in which they were sent. */
  readonly gong: readonly string[];
  /** The IDs among its arguments. */
  readonly ids: readonly string[];
  /** `ok`, or the code of its error. */
  readonly outcome: string;
}

/** What one operation read and changed, by IDs. It exists only while the audit log is on. */
export class OperationAudit {
  readonly changes: AuditedChange[] = [];
  private readonly readIds = new Map<ReadAction, Set<string>>();
  private readonly hiddenIds = new Set<string>();
  private sent: string[] = [];

  /** IDs of calls by what was read of them. */
  get reads(): ReadonlyMap<ReadAction, ReadonlySet<string>> {
    return this.readIds;
  }

  /** IDs of calls that the client named and the policy hid. */
  get hidden(): ReadonlySet<string> {
    return this.hiddenIds;
  }

  /** The number of IDs of calls. */
  get size(): number {
    let size = this.hiddenIds.size;
    for (const ids of this.readIds.values()) size += ids.size;
    return size;
  }

  read(action: ReadAction, callId: string): void {
    const ids = this.readIds.get(action);
    if (ids === undefined) this.readIds.set(action, new Set([callId]));
    else ids.add(callId);
  }

  hide(callId: string): void {
    this.hiddenIds.add(callId);
  }

  /** Records that a write is sent. The mutations of an operation run one after the other. */
  write(gongOperation: string): void {
    this.sent.push(gongOperation);
  }

  /** Ends a mutation. It is no change when it sent no write. */
  endMutation(change: Omit<AuditedChange, 'gong'>): void {
    if (this.sent.length > 0) this.changes.push({ ...change, gong: this.sent });
    this.sent = [];
  }
}
