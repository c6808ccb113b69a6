import { isContact, meaningOfMember, titledMeaning, type Meaning } from './contactMembers.js';
import { maskEmails, maskWholeEmail } from './emailMask.js';
import { maskPhones, maskWholePhone } from './phoneMask.js';

/** Which data is masked. */
export interface Mask {
  readonly emails: boolean;
  readonly phones: boolean;
}

export const maskEverything: Mask = { emails: true, phones: true };

/** Links that contain only a person's address or number. */
const contactLink = /^\s*(mailto|tel|sms|sips?|callto|facetime|xmpp):/i;

const plainNumber = /^\s*-?\p{Sc}? ?\d{1,15}(\.\d{1,10})?\s*$/u;

/**
 * Returns the text without emails and phone numbers. The domain of an address and the last two digits of a number
 * remain. It takes time in proportion to the text's length, whatever its content.
 */
export function maskText(text: string, { emails, phones }: Mask): string {
  const masked = emails ? maskEmails(text) : text;
  return phones ? maskPhones(masked) : masked;
}

/** Returns a masked copy of a record of Gong's, or of a part of one. */
export function maskRecord<T>(record: T, mask: Mask): T {
  return maskValue(record, 'text', '', mask) as T;
}

/** @param name the member whose value, or whose list, contains it. */
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

/** Numbers members whose names are equal after masking, for objects whose names are addresses. */
class MaskedObject {
  readonly record: Record<string, unknown> = {};
  private readonly counts = new Map<string, number>();

  add(name: string, value: unknown): void {
    const count = (this.counts.get(name) ?? 0) + 1;
    this.counts.set(name, count);
    // `__proto__` must be treated like any other name.
    Object.defineProperty(this.record, count === 1 ? name : `${name} (${count})`, {
      value,
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
}
