import { purgeEmailAddress, purgePhoneNumber } from '../../gong/endpoints/dataPrivacy.js';
import type { Confirmations, ConfirmationProblem, DataSubject } from '../dataSubject.js';
import { InputError } from '../inputError.js';
import type { OperationWrites } from './operationWrites.js';

const LOOK_UP = 'Look the person up with Query.dataSubject, and provide the confirmation from it.';

const problems: Readonly<Record<ConfirmationProblem, string>> = {
  invalid: 'is not a confirmation of this gateway for this company, or its GATEWAY_SECRET changed',
  expired: 'has expired: the look-up was more than 15 minutes ago',
  'other-subject': 'confirms the look-up of another email address or phone number',
};

/**
 * Erases a person who was looked up before. Returns Gong's ID of the request.
 *
 * @throws GongError, InputError
 */
export type EraseDataSubject = (
  subject: DataSubject,
  confirmation: string,
) => Promise<string | null>;

export function createEraseDataSubject(
  writes: OperationWrites,
  confirmations: Confirmations,
): EraseDataSubject {
  return async (subject, confirmation) => {
    const endpoint = subject.by === 'email' ? purgeEmailAddress : purgePhoneNumber;
    writes.check(endpoint);
    const problem = confirmations.problemOf(confirmation, subject);
    if (problem !== null) {
      const argument = 'Argument "eraseDataSubject(input.confirmation:)"';
      throw new InputError('BAD_USER_INPUT', `${argument} ${problems[problem]}. ${LOOK_UP}`);
    }
    return writes.send(endpoint, subject.value);
  };
}
