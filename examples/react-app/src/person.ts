import { graphql, readFragment, type FragmentType } from './gql';
import type { PersonFragment } from './gql/graphql';

/**
 * A party of a call. The list and the page of a call select the same fields of the parties, because a party has no
 * `nodeId`: the cache would replace one selection with the other.
 */
export const PERSON = graphql(`
  fragment Person on Party {
    partyId
    speakerId
    name
    emailAddress
    title
    affiliation
    user {
      nodeId
      id
    }
  }
`);

export type Parties = readonly FragmentType<typeof PERSON>[] | null;

export const peopleOf = (parties: Parties): readonly PersonFragment[] =>
  readFragment(PERSON, parties) ?? [];

/** Returns a name that Gong sends with the call. Reading the user as well would cost another Gong request. */
export const nameOf = ({ name, emailAddress }: PersonFragment) =>
  name ?? emailAddress ?? 'Unnamed participant';
