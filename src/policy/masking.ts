/** What is masked. */
export interface Mask {
  readonly emails: boolean;
  readonly phones: boolean;
}

export const maskEverything: Mask = { emails: true, phones: true };

/** Stands in place of what is masked. */
const HIDDEN = '•••';

/** Bounded, so that no text makes the search for one go on and on. */
const email =
  /[\p{L}\p{N}._%+'’-]{1,64}@((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})\.){1,8}\p{L}{2,63})/gu;

/** Digits with what people write between them, not within a word, an address or a link. */
const phone =
  /(?<![\p{L}\p{N}@/=_&.-])(?:\+|\(|\d)[\d \u00a0\u202f().\-/]{5,26}\d(?![\p{L}\p{N}@_])/gu;

/** Names of members, and of CRM fields, that hold a phone number whatever it looks like. */
const phoneName = /phone|mobile|\bfax\b/i;

/** Names of members that hold neither text nor a way to reach somebody: ids and links. */
const exemptName = /(^id|[a-z]Ids?|_ids?|^ur[li]|[a-z]Ur[li]s?)$/;

/** The text without e-mail addresses and phone numbers; of addresses the domain stays, of numbers the last two digits. */
export function maskText(text: string, { emails, phones }: Mask): string {
  let masked = text;
  if (emails && masked.includes('@')) masked = masked.replace(email, `${HIDDEN}@$1`);
  if (phones) masked = masked.replace(phone, maskIfPhone);
  return masked;
}

/** A copy of a record of Gong's, or of a part of one, without what is masked. */
export function maskRecord<T>(record: T, mask: Mask): T {
  return maskValue(record, 'text', mask) as T;
}

/** What a member's value is, going by its name. */
type Meaning = 'text' | 'phone' | 'exempt';

function maskValue(value: unknown, meaning: Meaning, mask: Mask): unknown {
  if (typeof value === 'string') {
    if (meaning === 'exempt') return value;
    return meaning === 'phone' && mask.phones ? maskPhone(value) : maskText(value, mask);
  }
  if (typeof value === 'number') {
    return meaning === 'phone' && mask.phones ? maskPhone(String(value)) : value;
  }
  if (Array.isArray(value)) return value.map((item: unknown) => maskValue(item, meaning, mask));
  if (typeof value !== 'object' || value === null) return value;
  // A field of a CRM record says what it is beside its value.
  const { name: title } = value as { readonly name?: unknown };
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const isTitled = name === 'value' && typeof title === 'string';
      const own = isTitled ? meaningOfField(title) : meaningOfMember(name);
      return [name, maskValue(member, own, mask)];
    }),
  );
}

function meaningOfMember(name: string): Meaning {
  if (phoneName.test(name)) return 'phone';
  return exemptName.test(name) ? 'exempt' : 'text';
}

/** What people call a field says nothing for sure: an "E-mail Id" is no id. */
function meaningOfField(title: string): Meaning {
  return phoneName.test(title) ? 'phone' : 'text';
}

function maskPhone(number: string): string {
  const digits = number.replace(/\D/g, '');
  if (number === '') return number;
  return digits.length < 5 ? HIDDEN : `${HIDDEN}${digits.slice(-2)}`;
}

const MOST_DIGITS = 15;
const LEAST_DIGITS = 7;
/** Digits in one piece are an amount or a year where there are fewer, and an id where there are more than a number has. */
const LEAST_IN_ONE_PIECE = 9;

/** What looks like a number, but is a date, a span of years, an amount or a decimal. */
const noPhones: readonly RegExp[] = [
  /^\d{4}-\d{2}-\d{2}/,
  /^\d{1,2}[./-]\d{1,2}[./-]\d{4}$/,
  /^(19|20)\d{2} ?[-/] ?(19|20)\d{2}$/,
  /^\d{1,2}([ .\u00a0\u202f]\d{3})+$/,
  /^\d+\.\d+$/,
];

function maskIfPhone(found: string): string {
  const count = found.replace(/\D/g, '').length;
  if (count < LEAST_DIGITS) return found;
  if (/^\d+$/.test(found)) {
    return count < LEAST_IN_ONE_PIECE || count > MOST_DIGITS ? found : maskPhone(found);
  }
  return noPhones.some((each) => each.test(found)) ? found : maskPhone(found);
}
