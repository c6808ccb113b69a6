import type { DataSubject } from '../../operation/dataSubject.js';
import { digitsOf } from '../../operation/loaders/users.js';
import type { EraseDataSubjectInput } from '../generated/graphql.js';

/** Returns the person of the input, which has either an email or a phone number. */
export function toDataSubject({
  email,
  phoneNumber,
}: Pick<EraseDataSubjectInput, 'email' | 'phoneNumber'>): DataSubject {
  if (phoneNumber == null) return { by: 'email', value: email?.trim() ?? '' };
  return { by: 'phoneNumber', value: `+${digitsOf(phoneNumber)}` };
}
