import type { Success } from '../exchange.js';
import type { components } from '../generated/types.js';
import { cacheGroups } from './cacheGroups.js';
import { reads, writes, type RecordKind, type WriteEndpoint } from './endpoint.js';
import type { Lenient } from './wire.js';

type Schemas = components['schemas'];

/** What Gong finds about a person. By phone number, it sends numbers and addresses instead of engagement. */
export type GongReferences = Lenient<
  Schemas['EmailAddressReferences'] & Schemas['PhoneNumberReferences']
>;

export interface PersonRecord {
  /** What was searched: the email or phone number. */
  readonly key: string | null;
  readonly references: GongReferences;
}

const peopleBy = (name: string): RecordKind<PersonRecord> => ({
  name,
  group: 'users',
  idOf: ({ key }) => key,
  // The cache must not contain the address, and a person who confirms an erasure must see the present data.
  serves: 'never',
  reveals: 'restricted',
});

const toItem = (body: object, _selection: null, key: string | null): PersonRecord => ({
  key,
  references: body,
});

/** Finds everything that refers to an email address. */
export const findAllReferencesToEmailAddress = reads(
  'findAllReferencesToEmailAddress',
  peopleBy('personByEmail'),
  {
    member: null,
    toItem,
    byKey: { max: 1, ask: ([emailAddress]) => ({ query: { emailAddress } }) },
    // An address that no person has.
    probe: () => ({ query: { emailAddress: 'doctor@example.com' } }),
  },
);

/** Finds everything that refers to a phone number. */
export const findAllReferencesToPhoneNumber = reads(
  'findAllReferencesToPhoneNumber',
  peopleBy('personByPhoneNumber'),
  {
    member: null,
    toItem,
    byKey: { max: 1, ask: ([phoneNumber]) => ({ query: { phoneNumber } }) },
  },
);

/** Gong deletes whole calls, including hidden ones, hours after its response. */
const erases = {
  parse: ({ requestId }: Success) => requestId ?? null,
  invalidates: cacheGroups,
  enabledBy: 'GATEWAY_ERASURE',
  reveals: 'restricted',
} satisfies Partial<WriteEndpoint<string, string | null>>;

/** Erases the person with an email address. */
export const purgeEmailAddress = writes('purgeEmailAddress', {
  ...erases,
  ask: (emailAddress: string) => ({ query: { emailAddress } }),
});

/** Erases all people with a phone number. */
export const purgePhoneNumber = writes('purgePhoneNumber', {
  ...erases,
  ask: (phoneNumber: string) => ({ query: { phoneNumber } }),
});
