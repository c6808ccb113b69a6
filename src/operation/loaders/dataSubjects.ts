import { list } from '../../gong/coerce.js';
import {
  findAllReferencesToEmailAddress,
  findAllReferencesToPhoneNumber,
  type GongReferences,
} from '../../gong/endpoints/dataPrivacy.js';
import type { Confirmations, DataSubject } from '../dataSubject.js';
import type { Reads } from '../reads.js';

/** What Gong found about a person. */
export interface FoundDataSubject extends Pick<DataSubject, 'by'> {
  readonly references: GongReferences;
  /** Permits the erasure of the person. */
  readonly confirmation: string;
}

/** Looks up people. */
export function createDataSubjects(reads: Reads, confirmations: Confirmations) {
  return async (subject: DataSubject): Promise<FoundDataSubject | null> => {
    const { by, value } = subject;
    const endpoint =
      by === 'email' ? findAllReferencesToEmailAddress : findAllReferencesToPhoneNumber;
    const found = await reads.one(endpoint, value);
    if (found === null) return null;
    const { references } = found;
    const counts = {
      calls: list(references.calls).length,
      emails: list(references.emails).length,
      meetings: list(references.meetings).length,
    };
    return { by, references, confirmation: confirmations.issue(subject, counts) };
  };
}
