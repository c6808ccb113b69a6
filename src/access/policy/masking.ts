import { isContact, meaningOfMember, titledMeaning, type Meaning } from './contactMembers.js';
import { maskEmails, maskWholeEmail } from './emailMask.js';
import { maskPhones, maskWholePhone } from './phoneMask.js';

/** What is masked. */
export interface Mask {
  readonly emails: boolean;
  readonly phones: boolean;
}

export const maskEverything: Mask = { emails: true, phones: true };

/** Links that hold nothing but an address or number of a person. */
const contactLink = /^\s*(mailto|tel|sms|sips?|callto|facetime|xmpp):/i;

const plainNumber = /^\s*-?\p{Sc}? ?\d{1,15}(\.\d{1,10})?\s*$/u;

/**
 * The text without email addresses and phone numbers: of addresses the domain stays, of numbers the last two digits.
 * Takes time in proportion to its length, whatever it holds.
 */
export function maskText(text: string, { emails, phones }: Mask): string {
  const masked = emails ? maskEmails(text) : text;
  return phones ? maskPhones(masked) : masked;
}

/** A copy of a record of Gong's, or of a part of one, without what is masked. */
export function maskRecord<T>(record: T, mask: Mask): T {
  return maskValue(record, 'text', '', mask) as T;
}

/** @param name the member that it is the value of, or is in the list of. */
function maskValue(value: unknown, meaning: Meaning, name: string, mask: Mask): unknown {
  if (typeof value === 'string') return maskMember(value, meaning, mask);
  if (typeof value === 'number') {
    return isMasked(meaning, mask) ? maskMember(String(value), meaning, mask) : value;
  }
  if (Array.isArray(value)) {
    return value.map((item: unknown) => maskValue(item, meaning, name, mask));
  }
  if (typeof value !== 'object' || value === null) return value;
  const titled = titledMeaning(value as Readonly<Record<string, unknown>>);
  const masked = new MaskedObject();
  for (const [member, content] of Object.entries(value)) {
    const byName = meaningOfMember(member, name, meaning);
    const own = member === 'value' && titled !== null && !isContact(byName) ? titled : byName;
    masked.add(maskText(member, mask), maskValue(content, own, member, mask));
  }
  return masked.record;
}

function maskMember(text: string, meaning: Meaning, mask: Mask): string {
  if (meaning === 'exempt' && !contactLink.test(text)) return text;
  if (meaning === 'amount' && plainNumber.test(text)) return text;
  if (!isMasked(meaning, mask)) return maskText(text, mask);
  return meaning === 'email' ? maskWholeEmail(text) : maskWholePhone(text);
}

function isMasked(meaning: Meaning, { emails, phones }: Mask): boolean {
  return (meaning === 'email' && emails) || (meaning === 'phone' && phones);
}

/** Names that are alike once they are masked, as where addresses are names, are numbered. */
class MaskedObject {
  readonly record: Record<string, unknown> = {};
  private readonly counts = new Map<string, number>();

  add(name: string, value: unknown): void {
    const count = (this.counts.get(name) ?? 0) + 1;
    this.counts.set(name, count);
    // `__proto__` is a name like any other.
    Object.defineProperty(this.record, count === 1 ? name : `${name} (${count})`, {
      value,
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
}
