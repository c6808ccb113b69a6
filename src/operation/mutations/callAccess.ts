import { readWithoutRefused } from '../../company/idRefusals.js';
import {
  addUsersAccessToCalls,
  CALLS_PER_REQUEST,
  deleteUsersAccessToCalls,
  type CallAccessChange,
} from '../../gong/endpoints/callAccess.js';
import type { WriteEndpoint } from '../../gong/endpoints/endpoint.js';
import { GongError, isIdRefusal, withHint } from '../../gong/errors.js';
import { allOf } from '../../lib/awaitable.js';
import type { Visibility } from '../loaders/calls.js';
import type { Loaders } from '../loaders/index.js';
import type { OperationWrites } from './operationWrites.js';

/** A call whose access was not changed, and the reason. */
export interface AccessRejection {
  readonly callId: string;
  readonly code: 'NOT_FOUND' | 'REFUSED' | 'FAILED';
  readonly message: string;
}

export interface ChangedAccess {
  /** In the order of the input, like `rejected`. */
  readonly callIds: readonly string[];
  readonly rejected: readonly AccessRejection[];
  /** ID of the last request; null when none was sent. */
  readonly requestId: string | null;
}

export interface CallAccessMutations {
  /** @throws GongError when no call's access was changed, for another reason than the calls themselves. */
  readonly grant: (changes: readonly CallAccessChange[]) => Promise<ChangedAccess>;
  /** @throws GongError like `grant`. */
  readonly revoke: (changes: readonly CallAccessChange[]) => Promise<ChangedAccess>;
}

export function createCallAccessMutations(
  writes: OperationWrites,
  loaders: () => Loaders,
): CallAccessMutations {
  const change = (endpoint: AccessWrite) => async (changes: readonly CallAccessChange[]) => {
    writes.check(endpoint);
    return new AccessRun(writes, endpoint, combined(changes)).run(loaders());
  };
  return { grant: change(addUsersAccessToCalls), revoke: change(deleteUsersAccessToCalls) };
}

type AccessWrite = WriteEndpoint<readonly CallAccessChange[], string | null>;

/** Changes the access to some calls, when Gong may refuse some of them. */
class AccessRun {
  private readonly done = new Set<string>();
  private readonly rejected = new Map<string, AccessRejection>();
  private requestId: string | null = null;

  constructor(
    private readonly writes: OperationWrites,
    private readonly endpoint: AccessWrite,
    private readonly changes: readonly CallAccessChange[],
  ) {}

  async run({ callById, policyFilter }: Loaders): Promise<ChangedAccess> {
    const sights = await allOf<Visibility>(
      this.changes.map(({ callId }) =>
        policyFilter.mayHideCalls ? callById.visibilityOf(callId) : 'seen',
      ),
    );
    // A hidden call is rejected like a missing one, at the same cost.
    this.changes.forEach(({ callId }, index) => {
      if (sights[index] !== 'seen') this.reject(callId, 'NOT_FOUND', NOT_FOUND);
    });
    try {
      for (let left = this.open; left.length > 0; left = this.open) {
        await this.send(left.slice(0, CALLS_PER_REQUEST));
      }
    } catch (error) {
      this.fail(error);
    }
    const ids = this.changes.map(({ callId }) => callId);
    return {
      callIds: ids.filter((id) => this.done.has(id)),
      rejected: ids.flatMap((id) => this.rejected.get(id) ?? []),
      requestId: this.requestId,
    };
  }

  private get open(): readonly CallAccessChange[] {
    return this.changes.filter(
      ({ callId }) => !this.done.has(callId) && !this.rejected.has(callId),
    );
  }

  private async send(some: readonly CallAccessChange[]): Promise<void> {
    const read = async (part: readonly CallAccessChange[]): Promise<void> => {
      this.requestId = await this.writes.send(this.endpoint, part);
      for (const { callId } of part) this.done.add(callId);
    };
    try {
      await read(some);
    } catch (error) {
      if (!isIdRefusal(error)) throw error;
      const onRefused = ({ callId }: CallAccessChange, refusal: unknown): void => {
        const { message, messages } = refusal as GongError;
        if (messages.some((said) => MISSING_CALL.test(said))) {
          this.reject(callId, 'NOT_FOUND', NOT_FOUND);
        } else this.reject(callId, 'REFUSED', message);
      };
      await readWithoutRefused(some, error, true, { read, onRefused });
    }
  }

  /** The response must report earlier changes, so it reports this failure too instead of throwing it. */
  private fail(error: unknown): void {
    if (!(error instanceof GongError)) throw error;
    if (this.done.size === 0) {
      throw error.kind === 'outcome-unknown' ? withHint(error, SAFE_TO_REPEAT) : error;
    }
    for (const { callId } of this.open) this.reject(callId, 'FAILED', error.message);
  }

  private reject(callId: string, code: AccessRejection['code'], message: string): void {
    this.rejected.set(callId, { callId, code, message });
  }
}

/** Combines the changes into one entry for each call, because Gong accepts each call once. */
function combined(changes: readonly CallAccessChange[]): readonly CallAccessChange[] {
  const users = new Map<string, Set<string>>();
  for (const { callId, userIds } of changes) {
    users.set(callId, new Set([...(users.get(callId) ?? []), ...userIds]));
  }
  return [...users].map(([callId, userIds]) => ({ callId, userIds: [...userIds] }));
}

const MISSING_CALL = /\bcalls? not found\b/i;
const NOT_FOUND = 'The call was not found. It does not exist, or you may not see it. Check the ID.';
const SAFE_TO_REPEAT = 'The same mutation again is safe.';
