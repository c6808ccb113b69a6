import { MINUTE_MS, type Clock } from '../lib/clock.js';
import type { Sealer } from '../lib/sealer.js';

/** A person, identified by what Gong can search for. */
export interface DataSubject {
  readonly by: 'email' | 'phoneNumber';
  /** As it is sent to Gong. */
  readonly value: string;
}

/** How long after a lookup the person may be erased. */
export const CONFIRMATION_LIFE_MS = 15 * MINUTE_MS;

interface Confirmation {
  /** Stands for the email or phone number. */
  readonly subject: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** Why a text does not confirm an erasure. */
export type ConfirmationProblem = 'invalid' | 'expired' | 'other-subject';

/**
 * Issues and checks confirmations that a person was recently looked up in the same company. They are sealed, contain
 * no address, and are valid at every instance with the same secret.
 */
export class Confirmations {
  private readonly place: string;

  /** @param company opaque name of the company that the person belongs to. */
  constructor(
    private readonly sealer: Sealer,
    private readonly company: string,
    private readonly clock: Clock,
  ) {
    this.place = `erasure in ${company}`;
  }

  issue(subject: DataSubject): string {
    const expiresAt = this.clock.now() + CONFIRMATION_LIFE_MS;
    const confirmation: Confirmation = { subject: this.nameOf(subject), expiresAt };
    return this.sealer.sealText(confirmation, this.place);
  }

  /** Returns null when the text confirms the erasure of the person. */
  problemOf(text: string, subject: DataSubject): ConfirmationProblem | null {
    const confirmation = this.sealer.openText(text, this.place) as Confirmation | undefined;
    if (confirmation === undefined) return 'invalid';
    if (confirmation.expiresAt <= this.clock.now()) return 'expired';
    return confirmation.subject === this.nameOf(subject) ? null : 'other-subject';
  }

  private nameOf({ by, value }: DataSubject): string {
    return this.sealer.name('data subject', this.company, by, value);
  }
}
