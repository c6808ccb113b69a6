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

/** How much a lookup found of a person. */
export interface FoundCounts {
  readonly calls: number;
  readonly emails: number;
  readonly meetings: number;
}

interface Confirmation extends Partial<FoundCounts> {
  /** Stands for the email or phone number. */
  readonly subject: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** Why a text does not confirm an erasure. */
export type ConfirmationProblem = 'invalid' | 'expired' | 'other-subject';

/** What a text confirms: how much the lookup found, or why it confirms nothing. */
export type Confirmed =
  { readonly found: Partial<FoundCounts> } | { readonly problem: ConfirmationProblem };

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

  issue(subject: DataSubject, found: FoundCounts): string {
    const expiresAt = this.clock.now() + CONFIRMATION_LIFE_MS;
    const confirmation: Confirmation = { subject: this.namesOf(subject)[0], expiresAt, ...found };
    return this.sealer.sealText(confirmation, this.place);
  }

  /** Whether the text confirms the erasure of the person. */
  check(text: string, subject: DataSubject): Confirmed {
    const confirmation = this.sealer.openText(text, this.place) as Confirmation | undefined;
    if (confirmation === undefined) return { problem: 'invalid' };
    const { subject: confirmed, expiresAt, ...found } = confirmation;
    if (expiresAt <= this.clock.now()) return { problem: 'expired' };
    return this.namesOf(subject).includes(confirmed) ? { found } : { problem: 'other-subject' };
  }

  /** The names by each secret; first the current one. */
  private namesOf({ by, value }: DataSubject): readonly [string, ...string[]] {
    return this.sealer.names('data subject', this.company, by, value);
  }
}
