import { purgeEmailAddress, purgePhoneNumber } from '../../gong/endpoints/dataPrivacy.js';
import type { Confirmations, ConfirmationProblem, DataSubject } from '../dataSubject.js';
import type { Client } from '../../access/clients/client.js';
import type { Logger } from '../../lib/logger.js';
import type { EraseKept } from '../replica/erasure.js';
import { InputError } from '../inputError.js';
import type { OperationWrites } from './operationWrites.js';

const LOOK_UP = 'Look the person up with Query.dataSubject, and provide the confirmation from it.';

const problems: Readonly<Record<ConfirmationProblem, string>> = {
  invalid: 'is not a confirmation of this gateway for this company, or its GATEWAY_SECRET changed',
  expired: 'has expired: the look-up was more than 15 minutes ago',
  'other-subject': 'confirms the look-up of another email address or phone number',
};

/**
 * Erases a person who was looked up before, and logs that without personal data. Returns Gong's ID of the request.
 *
 * @throws GongError, InputError
 */
export type EraseDataSubject = (
  subject: DataSubject,
  confirmation: string,
) => Promise<string | null>;

export interface ErasureOptions {
  readonly confirmations: Confirmations;
  /** Who asks. */
  readonly client: Pick<Client, 'name' | 'tenant'>;
  readonly logger: Logger;
  readonly eraseKept: EraseKept;
}

export function createEraseDataSubject(
  writes: OperationWrites,
  { confirmations, client, logger, eraseKept }: ErasureOptions,
): EraseDataSubject {
  return async (subject, confirmation) => {
    const endpoint = subject.by === 'email' ? purgeEmailAddress : purgePhoneNumber;
    writes.check(endpoint);
    const confirmed = confirmations.check(confirmation, subject);
    if ('problem' in confirmed) {
      const argument = 'Argument "eraseDataSubject(input.confirmation:)"';
      throw new InputError(
        'BAD_USER_INPUT',
        `${argument} ${problems[confirmed.problem]}. ${LOOK_UP}`,
      );
    }
    const { calls, emails, meetings } = confirmed.found;
    return writes.send(endpoint, subject.value, (requestId) => {
      const { tenant, name } = client;
      logger.info(
        { tenant, client: name, by: subject.by, calls, emails, meetings, requestId },
        'Data subject erased',
      );
      return eraseKept(subject);
    });
  };
}
