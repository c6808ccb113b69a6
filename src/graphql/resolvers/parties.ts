import type { Resolvers } from '../generated/graphql.js';
import type { CallRecord } from '../../gong/endpoints/calls.js';
import { idOf, referenceId, type GongParty } from '../../gong/endpoints/wire.js';
import { enumOf, list, text, texts } from '../../gong/coerce.js';
import type { CrmContextModel, CrmFieldModel, CrmObjectModel, PartyModel } from './models.js';
import { userReference } from './references.js';

export const affiliationOf = enumOf(['INTERNAL', 'EXTERNAL']);
export const timingOf = enumOf(['NOW', 'TIME_OF_CALL']);

/** The parties of a call by the keys that its other parts refer to them by. */
interface PartyIndex {
  readonly bySpeakerId: ReadonlyMap<string, GongParty>;
  readonly byPartyId: ReadonlyMap<string, GongParty>;
}

const indexes = new WeakMap<CallRecord, PartyIndex>();

/**
 * @throws GongError where the credential lacks the scope to read parties at all.
 */
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

/** The party whose voice has the key; null where none has. */
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
    // Should two parties claim a key, the first listed has it.
    if (key !== null && !map.has(key)) map.set(key, party);
  }
  return map;
}

/** CRM links with the moments asked for; Gong sends those that anyone in the operation asked for. */
export function crmContexts(
  contexts: Parameters<typeof list<CrmContextModel['context']>>[0],
  timing: readonly string[] | null | undefined,
): CrmContextModel[] {
  return list(contexts).map((context) => ({ context, timings: timing ?? ['NOW'] }));
}

/** Fields of a CRM record, without those that have no name. */
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
        // Gong names the moment only where there are several to tell apart.
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

/** ContextTiming has no UNKNOWN, since it is an input too. */
function knownTiming(value: unknown): 'NOW' | 'TIME_OF_CALL' | null {
  const timing = timingOf(value);
  return timing === 'UNKNOWN' ? null : timing;
}

/** First and last name, whichever there are. */
export function userName(
  user: { readonly firstName?: unknown; readonly lastName?: unknown } | null,
): string | null {
  const names = [text(user?.firstName), text(user?.lastName)].filter((name) => name !== null);
  return names.length === 0 ? null : names.join(' ');
}
