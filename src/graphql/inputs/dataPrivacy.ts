import type { DataSubject } from '../../operation/dataSubject.js';
import { digitsOf } from '../../operation/loaders/users.js';
import type { EraseDataSubjectInput } from '../generated/graphql.js';

/** The person that is meant, of whom exactly one of both is given. */
export function toDataSubject({
  email,
  phoneNumber,
}: Pick<EraseDataSubjectInput, 'email' | 'phoneNumber'>): DataSubject {
  if (phoneNumber == null) return { by: 'email', value: email?.trim() ?? '' };
  return { by: 'phoneNumber', value: `+${digitsOf(phoneNumber)}` };
}
