import { DatabaseError } from '../../replica/database.js';

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
  if (!(error instanceof DatabaseError)) return error;
  return new ReplicaError(
    'REPLICA_UNAVAILABLE',
    'The store of the replica cannot be reached. Try again later, or use fields that Gong answers. ' +
      'An operator can find the cause with npm run doctor.',
    { cause: error },
  );
}
