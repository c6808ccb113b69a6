/** What a member's text is: a person's address or number, an amount, an ID or link, or any text. */
export type Meaning = 'text' | 'email' | 'phone' | 'amount' | 'exempt';

type Contact = 'email' | 'phone';

/** Members of Gong's API that contain an email or a phone number of any form. */
export const contactMembers: Readonly<Record<string, Contact>> = {
  email: 'email',
  emailAddress: 'email',
  emailAddresses: 'email',
  emailAliases: 'email',
  emails: 'email',
  flowFolderOwnerEmail: 'email',
  flowInstanceOwnerEmail: 'email',
  flowOwnerEmail: 'email',
  impersonatorEmailAddress: 'email',
  mailbox: 'email',
  organizerEmail: 'email',
  ownerEmail: 'email',
  trustedEmailAddress: 'email',
  unassignedByUserEmail: 'email',
  userEmailAddress: 'email',
  extension: 'phone',
  matchingPhoneNumbers: 'phone',
  phoneNumber: 'phone',
  phoneNumbers: 'phone',
  suppliedPhoneNumber: 'phone',
};

/** Members that contain one only within the objects of another member. */
export const contactMembersWithin: Readonly<Record<string, Readonly<Record<string, Contact>>>> = {
  emails: { from: 'email' },
  phoneNumbers: { raw: 'phone', normalized: 'phone' },
};

/** Members that stand for the value of the member whose object contains them. */
const holders: ReadonlySet<string> = new Set(['value', 'address', 'number']);

/** Members that say what the `value` next to them is, such as the `name` of a CRM object's field. */
const titles = ['name', 'label', 'type', 'fieldName', 'uniqueName', 'key'] as const;

/**
 * Words in the names of members that the table lacks, and in titles: "Work E-mail 2", "homePhone__c", "EMAILADDRESS".
 */
const emailWords =
  /\be ?mails?( ?address(es)?)?( (ids?|alias(es)?|primary|secondary|work|home|business|personal|private|other|c|\d+))*$/;
const phoneWords =
  /(?<!micro|head)phones?( ?numbers?)?\b|\bmobile( ?numbers?)?\b(?! (app|device|os|version))|\b(fax|cell|tel)\b/;

const amountWords = /\b(amount|revenue|price|cost|budget|arr|mrr|acv|tcv|quantity)\b/;

/** Names of members with IDs and links, which are neither text nor a person's address or number. */
const exemptName = /(^id|[a-z]Ids?|_ids?|^ur[li]|[a-z]Ur[li]s?)$/;

/**
 * Returns the meaning of a member by its name and by the member around it.
 *
 * @param around the member whose object, or list of objects, contains it.
 * @param aroundMeaning the meaning of that member.
 */
export function meaningOfMember(name: string, around: string, aroundMeaning: Meaning): Meaning {
  const own = lookUp(lookUp(contactMembersWithin, around) ?? {}, name);
  const listed = own ?? lookUp(contactMembers, name);
  if (listed !== undefined) return listed;
  if (holders.has(name) && isContact(aroundMeaning)) return aroundMeaning;
  const spelled = wordsOf(name);
  if (emailWords.test(spelled)) return 'email';
  if (exemptName.test(name)) return 'exempt';
  if (phoneWords.test(spelled)) return 'phone';
  return amountWords.test(spelled) ? 'amount' : 'text';
}

/** Returns the meaning of an object's `value` by the members next to it; null when they give none. */
export function titledMeaning(object: Readonly<Record<string, unknown>>): Meaning | null {
  let meaning: Meaning | null = null;
  for (const member of titles) {
    const title = object[member];
    if (typeof title !== 'string') continue;
    const spelled = wordsOf(title);
    if (emailWords.test(spelled)) return 'email';
    if (phoneWords.test(spelled)) return 'phone';
    // Names that people choose for fields are not reliable. An "ID" may be anything.
    if (meaning !== 'amount') meaning = amountWords.test(spelled) ? 'amount' : 'text';
  }
  return meaning;
}

export function isContact(meaning: Meaning): meaning is Contact {
  return meaning === 'email' || meaning === 'phone';
}

function lookUp<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

const MAX_NAME_LENGTH = 200;

function wordsOf(name: string): string {
  return name
    .slice(0, MAX_NAME_LENGTH)
    .replace(/(?<=[a-z\d])(?=[A-Z])/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}
