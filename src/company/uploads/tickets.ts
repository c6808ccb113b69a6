import type { Client } from '../../access/clients/client.js';
import { MINUTE_MS, type Clock } from '../../lib/clock.js';
import type { Sealer } from '../../lib/sealer.js';
import type { StateStore } from '../../lib/stateStore.js';

/** Long enough to begin an upload, and short enough that a leaked URL is of little use. */
export const TICKET_LIFE_MS = 15 * MINUTE_MS;

// Differs from the word of earlier versions, whose tickets contained only the client's name.
const PLACE = 'upload by client';

/** The purpose of a file: the recording of a call, or an upload of CRM objects. */
export type UploadTarget =
  | { readonly callId: string }
  | {
      readonly crm: {
        readonly integrationId: string;
        readonly objectType: string;
        readonly clientRequestId: string;
      };
    };

/** The right to send one file. */
export type UploadTicket = UploadTarget & TicketFacts;

interface TicketFacts {
  /** Opaque name of the company that the file belongs to. */
  readonly company: string;
  /** The client and the operation that requested the ticket. Gong requests for the file are charged to them. */
  readonly client: Client;
  readonly operation: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  /** Unique. */
  readonly id: string;
}

/** Why a ticket is not valid. */
export type TicketProblem = 'invalid' | 'expired' | 'used';

export interface UploadTicketsOptions {
  readonly sealer: Sealer;
  /** Records which tickets are used. */
  readonly state: StateStore;
  readonly clock: Clock;
  readonly createId: () => string;
}

/**
 * Issues and redeems upload tickets. A ticket is sealed: no client can create, change, or read one, and every
 * instance with the same secret accepts it. A ticket can be used once; the company's instances share which ones were
 * used.
 */
export class UploadTickets {
  constructor(private readonly options: UploadTicketsOptions) {}

  /** @returns the ticket as it appears in a URL. */
  issue(ticket: UploadTarget & Omit<TicketFacts, 'expiresAt' | 'id'>): string {
    const { sealer, clock, createId } = this.options;
    const expiresAt = clock.now() + TICKET_LIFE_MS;
    return sealer.sealText({ ...ticket, expiresAt, id: createId() }, PLACE);
  }

  /** Reads a ticket without using it. */
  read(text: string): UploadTicket | TicketProblem {
    const ticket = this.options.sealer.openText(text, PLACE) as UploadTicket | undefined;
    if (ticket === undefined) return 'invalid';
    return ticket.expiresAt > this.options.clock.now() ? ticket : 'expired';
  }

  /** Uses a ticket. Returns false when it was used before, null when that cannot be determined now. */
  use({ id }: UploadTicket): Promise<boolean | null> {
    return this.options.state.add(`used ticket ${id}`, true, TICKET_LIFE_MS);
  }

  /** Makes a ticket usable again, because nothing was uploaded with it. */
  giveBack({ id }: UploadTicket): Promise<void> {
    return this.options.state.delete(`used ticket ${id}`);
  }
}
