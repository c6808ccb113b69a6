import { describe, expect, it } from '@jest/globals';
import { InputError } from '../../src/operation/inputError.js';
import { replicaFailure } from '../../src/operation/replica/replicaError.js';
import { DatabaseError } from '../../src/replica/database.js';
import { TooManyToJudgeError } from '../../src/replica/queries/judge.js';

describe('a failed read of the replica', () => {
  it('says how to count fewer calls, when a policy module judges each of them', () => {
    expect(replicaFailure(new TooManyToJudgeError())).toEqual(
      new InputError(
        'BAD_USER_INPUT',
        'Argument "callStats(filter:)" matches more than 10000 calls, and the policy module of this gateway ' +
          'judges each of them. Narrow it, such as by a later "from".',
      ),
    );
  });

  it('may work later, when the database failed', () => {
    expect(replicaFailure(new DatabaseError('unavailable', 'full'))).toMatchObject({
      code: 'REPLICA_UNAVAILABLE',
    });
  });

  it('is passed on, when nothing is known about it', () => {
    const error = new Error('unknown');
    expect(replicaFailure(error)).toBe(error);
  });
});
