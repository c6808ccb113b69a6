import type { GongCrmFieldInput } from '../../gong/endpoints/crm.js';
import type { CrmRowInput, CrmSchemaFieldInput, CrmUploadType } from '../generated/graphql.js';
import { omitNullish } from './omitNullish.js';

type Member = keyof CrmRowInput;

const shared: readonly Member[] = ['modifiedAt', 'isDeleted', 'url'];
const person: readonly Member[] = ['emailAddress', 'firstName', 'lastName', 'title', 'phoneNumber'];

/** The members that a row of each type may have in addition to its ID, and those that it must have. */
export const rowMembers: Readonly<
  Record<
    CrmUploadType,
    { readonly allowed: ReadonlySet<Member>; readonly required: readonly Member[] }
  >
> = {
  ACCOUNT: rowOf([...shared, 'name', 'domains', 'customFields'], ['modifiedAt']),
  CONTACT: rowOf([...shared, ...person, 'accountId', 'customFields'], ['modifiedAt']),
  DEAL: rowOf(
    [
      ...shared,
      'name',
      'accountId',
      'ownerId',
      'createdAt',
      'closeDate',
      'status',
      'stage',
      'amount',
      'customFields',
    ],
    ['modifiedAt'],
  ),
  LEAD: rowOf(
    [
      ...shared,
      ...person,
      'convertedToDealId',
      'convertedToContactId',
      'convertedToAccountId',
      'customFields',
    ],
    ['modifiedAt'],
  ),
  BUSINESS_USER: rowOf([...shared, 'emailAddress'], ['modifiedAt', 'emailAddress']),
  STAGE: rowOf(['modifiedAt', 'name', 'isActive', 'sortOrder'], ['name']),
};

function rowOf(allowed: readonly Member[], required: readonly Member[]) {
  return { allowed: new Set<Member>(['objectId', ...allowed]), required };
}

/** Converts a row to Gong's line of JSON, including the line break. */
export function toCrmLine({ modifiedAt, createdAt, customFields, ...row }: CrmRowInput): string {
  const line = {
    ...(customFields as object | null | undefined),
    ...omitNullish({
      ...row,
      modifiedDate: withoutFraction(modifiedAt),
      createdDate: withoutFraction(createdAt),
    }),
  };
  return `${JSON.stringify(line)}\n`;
}

/** Names of Gong's members for which the schema has another name, or the same one. */
export const builtInNames: ReadonlySet<string> = new Set([
  ...Object.values(rowMembers).flatMap(({ allowed }) => [...allowed]),
  'modifiedDate',
  'createdDate',
]);

export function toCrmField({
  name,
  modifiedAt,
  picklistValues,
  ...field
}: CrmSchemaFieldInput): GongCrmFieldInput {
  return omitNullish({
    ...field,
    uniqueName: name,
    lastModified: withoutFraction(modifiedAt),
    orderedValueList: picklistValues,
  }) as GongCrmFieldInput;
}

/** Gong accepts times without milliseconds only. */
function withoutFraction(instant: string | null | undefined): string | null {
  return instant?.toUpperCase().replace(/\.\d+/, '') ?? null;
}
