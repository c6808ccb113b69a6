import type { Clock } from '../../lib/clock.js';
import type { EndedOperation, OperationObserver } from '../endedOperation.js';

/** One line. */
export type AuditRecord = Readonly<Record<string, unknown>>;

/** Where the lines go. */
export interface AuditSink {
  /** Writes the records before it returns. A failure is reported, and never thrown. */
  write(records: readonly AuditRecord[]): void;
  /** Why the last records were lost; null when they were written. */
  readonly failure: string | null;
  /** Records that were lost since the start. */
  readonly lost: number;
  close(): void;
}

/** The part of a request that every line names. */
export interface AuditedRequest {
  readonly requestId: string;
  /** Null when unknown. */
  readonly tenant?: string | null;
  readonly client?: string | null;
  readonly viewer?: string | null;
}

/** More IDs continue on a further line. */
const MAX_IDS = 1000;

/** Errors of an operation that mean that the viewer lacks a right. */
const REFUSALS: ReadonlySet<string> = new Set(['FORBIDDEN']);

/**
 * Writes who read, changed, or was refused what. It names persons as tokens do, which no other log does, and nothing
 * else about people or calls but IDs.
 */
export class AuditLog {
  constructor(
    readonly sink: AuditSink,
    private readonly clock: Clock,
  ) {}

  /** Writes what an operation read and changed, and what it was refused. */
  readonly onEnded: OperationObserver = (ended) => {
    const { requestId, tenant, client, person } = ended;
    const lines = linesOf(ended);
    if (lines.length > 0) this.write({ requestId, tenant, client, viewer: person }, lines);
  };

  /** @param status of the response. */
  admin(request: AuditedRequest, act: string, status: number): void {
    this.write(request, [{ action: 'admin', act, status }]);
  }

  /** A request that was refused before it became an operation. */
  refused(request: AuditedRequest, code: string): void {
    this.write(request, [{ action: 'refused', code }]);
  }

  /**
   * A token that does not authenticate.
   *
   * @param address IP address of the client; null when unknown.
   */
  badToken(request: AuditedRequest, reason: string, address: string | null): void {
    this.write(request, [{ action: 'bad-token', reason, address }]);
  }

  private write(request: AuditedRequest, lines: readonly AuditRecord[]): void {
    const { requestId, tenant = null, client = null, viewer = null } = request;
    const time = new Date(this.clock.now()).toISOString();
    this.sink.write(lines.map((line) => ({ time, requestId, tenant, client, viewer, ...line })));
  }
}

function linesOf({ audit, errors }: EndedOperation): readonly AuditRecord[] {
  const refused = errors
    .filter(({ code }) => REFUSALS.has(code))
    .map(({ code, path = [] }) => ({ action: 'refused', code, path: path.join('.') }));
  if (audit === null) return refused;
  return [
    ...[...audit.reads].flatMap(([action, ids]) => withIds({ action }, [...ids])),
    ...audit.changes.flatMap(({ ids, ...change }) => withIds({ action: 'change', ...change }, ids)),
    ...(audit.hidden.size === 0
      ? []
      : withIds({ action: 'refused', code: 'HIDDEN' }, [...audit.hidden])),
    ...refused,
  ];
}

function withIds(line: AuditRecord, ids: readonly string[]): readonly AuditRecord[] {
  const lines: AuditRecord[] = [];
  for (let at = 0; at === 0 || at < ids.length; at += MAX_IDS) {
    lines.push({ ...line, ids: ids.slice(at, at + MAX_IDS) });
  }
  return lines;
}
