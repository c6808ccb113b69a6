import type { Client } from '../../access/clients/client.js';
import { MINUTE_MS, type Clock } from '../../lib/clock.js';
import type { Sealer } from '../../lib/sealer.js';
import type { StateStore } from '../../lib/stateStore.js';

/** Long enough to begin an upload, short enough to be of little use to whoever comes across the address. */
export const TICKET_LIFE_MS = 15 * MINUTE_MS;

// Another word than that of earlier gateways, whose tickets held no more than the client's name.
const PLACE = 'upload by client';

/** What a file is for: the recording of a call, or an upload of CRM objects. */
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
  /** Whose data it is: opaque. */
  readonly company: string;
  /** The client and the operation that asked for the ticket. Gong requests for the file count for them. */
  readonly client: Client;
  readonly operation: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  /** Unique. */
  readonly id: string;
}

/** Why something is no ticket (any more). */
export type TicketProblem = 'invalid' | 'expired' | 'used';

export interface UploadTicketsOptions {
  readonly sealer: Sealer;
  /** Where is kept which of them are used. */
  readonly state: StateStore;
  readonly clock: Clock;
  readonly createId: () => string;
}

/**
 * Makes and takes tickets for uploads. They are sealed: nobody can make, change or read one, and every gateway
 * with the same secret takes them. Each serves once; which ones did, all gateways of the company know.
 */
export class UploadTickets {
  constructor(private readonly options: UploadTicketsOptions) {}

  /** @returns the ticket as it stands in an address. */
  issue(ticket: UploadTarget & Omit<TicketFacts, 'expiresAt' | 'id'>): string {
    const { sealer, clock, createId } = this.options;
    const expiresAt = clock.now() + TICKET_LIFE_MS;
    return sealer.sealText({ ...ticket, expiresAt, id: createId() }, PLACE);
  }

  /** What a ticket says, without using it. */
  read(text: string): UploadTicket | TicketProblem {
    const ticket = this.options.sealer.openText(text, PLACE) as UploadTicket | undefined;
    if (ticket === undefined) return 'invalid';
    return ticket.expiresAt > this.options.clock.now() ? ticket : 'expired';
  }

  /** Uses a ticket up. False where it was used before, null where that can't be told now. */
  use({ id }: UploadTicket): Promise<boolean | null> {
    return this.options.state.add(`used ticket ${id}`, true, TICKET_LIFE_MS);
  }

  /** Nothing came of it: the ticket serves again as long as it lives. */
  giveBack({ id }: UploadTicket): Promise<void> {
    return this.options.state.delete(`used ticket ${id}`);
  }
}
