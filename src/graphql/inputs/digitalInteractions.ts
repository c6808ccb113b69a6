import type { GongEvents } from '../../gong/endpoints/engagement.js';
import type {
  DigitalCompanyInput,
  DigitalContentInput,
  DigitalFieldInput,
  DigitalPersonInput,
  RecordDigitalInteractionInput,
} from '../generated/graphql.js';
import { omitNullish } from './omitNullish.js';

export function toDigitalInteraction({
  eventTimestamp,
  content,
  person,
  customFields,
  ...event
}: RecordDigitalInteractionInput): GongEvents['addDigitalInteraction'] {
  return omitNullish({
    ...event,
    timestamp: eventTimestamp,
    content: toContent(content),
    person: person == null ? null : toPerson(person),
    customFields: toFields(customFields),
  }) as GongEvents['addDigitalInteraction'];
}

function toContent({
  labels,
  contentInfoUrl,
  number,
  step,
  searchedObject,
  customFields,
  ...content
}: DigitalContentInput): object {
  return omitNullish({
    ...content,
    contentLabel: labels,
    contentAdditionalInfoUrl: contentInfoUrl,
    numericContentDetails: number == null ? null : toNumber(number),
    stepContentDetails: step,
    searchObjectDetails: searchedObject == null ? null : omitNullish(searchedObject),
    contentCustomFields: toFields(customFields),
  });
}

function toNumber({ type, ...number }: NonNullable<DigitalContentInput['number']>): object {
  return omitNullish({ ...number, numericType: type });
}

function toPerson({
  crmRecord,
  location,
  company,
  customFields,
  ...person
}: DigitalPersonInput): object {
  return omitNullish({
    ...person,
    personBusinessContext: crmRecord == null ? null : omitNullish(crmRecord),
    location: location == null ? null : omitNullish(location),
    company: company == null ? null : toCompany(company),
    personCustomFields: toFields(customFields),
  });
}

function toCompany({ crmRecords, ...company }: DigitalCompanyInput): object {
  return omitNullish({ ...company, companyBusinessContexts: crmRecords?.map(omitNullish) });
}

function toFields(fields: readonly DigitalFieldInput[] | null | undefined) {
  return fields?.map(({ name, value, dataType }) => ({
    name,
    value,
    dataType: dataType ?? 'STRING',
  }));
}
