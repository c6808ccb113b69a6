import type { Resolvers } from '../generated/graphql.js';
import type { CallRecord } from '../../gong/endpoints/calls.js';
import { idOf, referenceId, type GongParty } from '../../gong/endpoints/wire.js';
import { enumOf, list, text, texts } from '../../gong/coerce.js';
import type { CrmContextModel, CrmFieldModel, CrmObjectModel, PartyModel } from './models.js';
import { userReference } from './references.js';

export const affiliationOf = enumOf(['INTERNAL', 'EXTERNAL']);
export const timingOf = enumOf(['NOW', 'TIME_OF_CALL']);

/** The parties of a call by the keys with which its other parts refer to them. */
interface PartyIndex {
  readonly bySpeakerId: ReadonlyMap<string, GongParty>;
  readonly byPartyId: ReadonlyMap<string, GongParty>;
}

const indexes = new WeakMap<CallRecord, PartyIndex>();

/** @throws GongError when the credential lacks the scope for parties. */
export function partyIndex(record: CallRecord): PartyIndex {
  if (record.refused?.everything === true) throw record.refused.error;
  let index = indexes.get(record);
  if (index === undefined) {
    const parties = list(record.details.parties);
    index = {
      bySpeakerId: keyed(parties, (party) => party.speakerId),
      byPartyId: keyed(parties, (party) => party.id),
    };
    indexes.set(record, index);
  }
  return index;
}

/** Returns the party with the speaker key; null when there is none. */
export function speakerOf(record: CallRecord | null, speakerId: unknown): PartyModel | null {
  const key = idOf(speakerId);
  if (record === null || key === null) return null;
  const party = partyIndex(record).bySpeakerId.get(key);
  return party === undefined ? null : { party, isSpeaker: true };
}

function keyed(
  parties: readonly GongParty[],
  keyOf: (party: GongParty) => unknown,
): ReadonlyMap<string, GongParty> {
  const map = new Map<string, GongParty>();
  for (const party of parties) {
    const key = idOf(keyOf(party));
    // When two parties have the same key, the first one counts.
    if (key !== null && !map.has(key)) map.set(key, party);
  }
  return map;
}

/** Returns CRM links with the selected timings. Gong sends those of the whole operation. */
export function crmContexts(
  contexts: Parameters<typeof list<CrmContextModel['context']>>[0],
  timing: readonly string[] | null | undefined,
): CrmContextModel[] {
  return list(contexts).map((context) => ({ context, timings: timing ?? ['NOW'] }));
}

/** Returns the fields of a CRM record that have a name. */
export function crmFields(
  fields: Parameters<typeof list<{ readonly name?: unknown; readonly value?: unknown }>>[0],
): CrmFieldModel[] {
  return list(fields).flatMap((field) => {
    const name = text(field.name);
    return name === null ? [] : [{ name, value: field.value ?? null }];
  });
}

export const partyResolvers: Pick<Resolvers, 'Party' | 'CrmContext' | 'CrmObject' | 'CrmField'> = {
  Party: {
    partyId: ({ party }) => idOf(party.id),
    name: async ({ party, isSpeaker }, _args, { loaders }) => {
      const name = text(party.name);
      const userId = referenceId(party.userId);
      if (name !== null || !isSpeaker || userId === null) return name;
      return userName(await loaders.userById.load(userId));
    },
    emailAddress: ({ party }) => text(party.emailAddress),
    phoneNumber: ({ party }) => text(party.phoneNumber),
    title: ({ party }) => text(party.title),
    affiliation: ({ party }) => affiliationOf(party.affiliation),
    methods: ({ party }) => texts(party.methods),
    speakerId: ({ party }) => idOf(party.speakerId),
    user: ({ party }, _args, context, info) => userReference(party.userId, context, info),
    context: ({ party }, { timing }) => crmContexts(party.context, timing),
  },
  CrmContext: {
    system: ({ context }) => text(context.system),
    objects: ({ context, timings }) =>
      list<CrmObjectModel>(context.objects).filter((object) => {
        const timing = timingOf(object.timing);
        // Gong names the timing only when several are selected.
        return timing === null
          ? timings.includes('NOW') || timings.length === 1
          : timings.includes(timing);
      }),
  },
  CrmObject: {
    objectType: (object) => text(object.objectType),
    objectId: (object) => text(object.objectId),
    timing: (object) => knownTiming(object.timing),
    fields: (object) => crmFields(object.fields),
  },
  CrmField: {
    name: ({ name }) => name,
    value: ({ value }) => value,
  },
};

/** ContextTiming has no UNKNOWN, because it is an input type too. */
function knownTiming(value: unknown): 'NOW' | 'TIME_OF_CALL' | null {
  const timing = timingOf(value);
  return timing === 'UNKNOWN' ? null : timing;
}

/** Returns the first and last name, as far as they exist. */
export function userName(
  user: { readonly firstName?: unknown; readonly lastName?: unknown } | null,
): string | null {
  const names = [text(user?.firstName), text(user?.lastName)].filter((name) => name !== null);
  return names.length === 0 ? null : names.join(' ');
}
