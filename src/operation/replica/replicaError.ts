import { DatabaseError } from '../../replica/database.js';
import { MAX_JUDGED, TooManyToJudgeError } from '../../replica/queries/judge.js';
import { WordsError } from '../../replica/replica.js';
import { InputError } from '../inputError.js';

/** Why the replica did not answer. The message says what to do. */
export class ReplicaError extends Error {
  override readonly name = 'ReplicaError';

  constructor(
    readonly code: 'REPLICA_OFF' | 'REPLICA_UNAVAILABLE' | 'CHANGES_GONE',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** What a failed read of the replica means for a client. */
export function replicaFailure(error: unknown): unknown {
  if (error instanceof TooManyToJudgeError) {
    return new InputError(
      'BAD_USER_INPUT',
      `Argument "callStats(filter:)" matches more than ${MAX_JUDGED} calls, and the policy module of this gateway ` +
        'judges each of them. Narrow it, such as by a later "from".',
    );
  }
  if (error instanceof WordsError) {
    return new ReplicaError(
      'REPLICA_UNAVAILABLE',
      'The replica cannot search for words: the gateway was upgraded, and rebuilds them, which takes minutes. ' +
        'Try again later, or use other conditions, statistics, and changes, which work.',
      { cause: error },
    );
  }
  if (!(error instanceof DatabaseError)) return error;
  return new ReplicaError(
    'REPLICA_UNAVAILABLE',
    'The store of the replica cannot be reached. Try again later, or use fields that Gong answers. ' +
      'An operator can find the cause with npm run doctor.',
    { cause: error },
  );
}
