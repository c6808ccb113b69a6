import { createHash } from 'node:crypto';
import type { Call, Company, Party, PartyContext } from '../company/types.js';
import { badRequest } from '../errors.js';
import type { JsonObject } from '../json.js';
import { ok, type Handler } from './types.js';

type IsPerson = (party: Party) => boolean;

/** `GET /v2/data-privacy/data-for-email-address`: empty lists for a person that no call knows. */
export const findAllReferencesToEmailAddress: Handler = ({ company, query }) => {
  const address = addressIn(company, query);
  const { calls, meetings, customerData } = referencesTo(company, hasAddress(address));
  const planned = company.meetings.filter(({ invitees }) =>
    JSON.stringify(invitees).toLowerCase().includes(`"${address}"`),
  );
  return ok({
    calls: calls.map(referenceOf),
    emails: calls.map((call) => emailAfter(call, address)),
    meetings: [...meetings, ...planned.map(({ id }) => ({ id }))],
    customerData,
    customerEngagement: calls.slice(0, 1).map(viewBefore),
  });
};

/** `GET /v2/data-privacy/data-for-phone-number`: of all people with the number. */
export const findAllReferencesToPhoneNumber: Handler = ({ company, query }) => {
  const phoneNumber = String(query['phoneNumber']);
  const { calls, people, ...found } = referencesTo(company, hasNumber(phoneNumber));
  const emailAddresses = distinct(people.map(({ emailAddress }) => emailAddress));
  return ok({
    ...found,
    calls: calls.map(referenceOf),
    emails: calls.flatMap((call) => emailAddresses.map((address) => emailAfter(call, address))),
    suppliedPhoneNumber: phoneNumber,
    matchingPhoneNumbers: distinct(people.map((party) => party.phoneNumber)),
    emailAddresses,
  });
};

/** `POST /v2/data-privacy/erase-data-for-email-address`: at once, where Gong takes hours. */
export const purgeEmailAddress: Handler = ({ company, query }) => {
  erase(company, hasAddress(addressIn(company, query)));
  return ok({});
};

/** `POST /v2/data-privacy/erase-data-for-phone-number`. */
export const purgePhoneNumber: Handler = ({ company, query }) => {
  erase(company, hasNumber(String(query['phoneNumber'])));
  return ok({});
};

/** Addresses of the company's own users are rejected. */
const addressIn = ({ users }: Company, query: JsonObject): string => {
  const address = String(query['emailAddress']).toLowerCase();
  const isOwn = users.some(({ emailAddress, emailAliases }) =>
    [emailAddress, ...emailAliases].some((own) => own.toLowerCase() === address),
  );
  if (isOwn) throw badRequest('emailAddress: must not be the address of a user');
  return address;
};

const hasAddress =
  (address: string): IsPerson =>
  ({ emailAddress }) =>
    emailAddress?.toLowerCase() === address;

const hasNumber = (given: string): IsPerson => {
  const digits = digitsOf(given);
  return ({ phoneNumber }) => digits !== '' && digitsOf(phoneNumber ?? '') === digits;
};

const digitsOf = (phoneNumber: string): string => phoneNumber.replace(/\D/g, '');

/** What by address and by number is found alike. */
const referencesTo = ({ calls }: Company, isPerson: IsPerson) => {
  const found = calls.filter(({ parties }) => parties?.some(isPerson));
  const people = found.flatMap(({ parties }) => (parties ?? []).filter(isPerson));
  return {
    calls: found,
    people,
    meetings: found
      .filter(({ metaData }) => metaData.calendarEventId !== null)
      .map(({ metaData }) => ({ id: `9${metaData.id.slice(1)}` })),
    customerData: customerDataOf(people.flatMap(({ context }) => context ?? [])),
  };
};

/** Each record once, by system. */
const customerDataOf = (contexts: readonly PartyContext[]) => {
  const systems = distinct(contexts.map(({ system }) => system));
  return systems.map((system) => {
    const records = new Map(
      contexts
        .filter((context) => context.system === system)
        .flatMap(({ objects }) => objects)
        .flatMap((object) =>
          object.objectType === 'User' || object.objectId === null
            ? []
            : [[object.objectId, { ...object, objectId: object.objectId }] as const],
        ),
    );
    const objects = [...records.values()].map(({ objectType, objectId, fields }) => ({
      id: idFrom(objectId),
      objectType,
      externalId: objectId,
      mirrorId: JSON.stringify({
        integrationId: '1',
        crmObjectType: objectType.toUpperCase(),
        crmId: objectId,
      }),
      fields: fields ?? [],
    }));
    return { system, objects };
  });
};

const referenceOf = ({ metaData, context }: Call) => ({
  id: metaData.id,
  status: 'COMPLETED',
  externalSystems: (context ?? []).map(({ system }) => ({
    system,
    objects: [{ objectType: 'Task', externalId: `00T${metaData.id.slice(0, 12)}` }],
  })),
});

const emailAfter = ({ metaData, parties }: Call, address: string) => {
  const host = parties?.find(({ userId }) => userId === metaData.primaryUserId);
  return {
    id: hashOf(`${metaData.id} ${address}`).slice(0, 32),
    from: address,
    sentTime: metaData.started,
    mailbox: host?.emailAddress ?? 'sales@lumenta.example',
    messageHash: hashOf(metaData.id),
  };
};

const viewBefore = ({ metaData }: Call) => ({
  eventType: 'contentViewed',
  timestamp: metaData.started,
  contentId: 'deck-1',
  contentUrl: 'https://decks.example.com/1',
  reportingSystem: 'decks',
  eventName: 'Viewed the deck',
  sourceEventId: `view${metaData.id}`,
});

/** Whole calls go, with all that is filed or said about them. */
const erase = (company: Company, isPerson: IsPerson): void => {
  const isKept = ({ parties }: Call): boolean => parties?.some(isPerson) !== true;
  const gone = new Set(
    company.calls.filter((call) => !isKept(call)).map(({ metaData }) => metaData.id),
  );
  company.calls = company.calls.filter(isKept);
  company.answeredScorecards = company.answeredScorecards.filter(({ callId }) => !gone.has(callId));
  for (const folder of company.folders) {
    folder.calls = folder.calls.filter(({ id }) => !gone.has(id));
  }
};

const distinct = <T>(values: readonly (T | null | undefined)[]): T[] => [
  ...new Set(values.flatMap((value) => value ?? [])),
];

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** As Gong's, of 18 or 19 digits. */
const idFrom = (text: string): string =>
  String(BigInt(`0x${hashOf(text).slice(0, 15)}`)).padStart(18, '1');
