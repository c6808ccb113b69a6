import type { components } from '../generated/types.js';
import type { GongError } from '../errors.js';
import type { Success } from '../exchange.js';
import { writes } from './endpoint.js';

type Schemas = components['schemas'];

/** Events by the endpoint that accepts them. */
export interface GongEvents {
  readonly contentViewed: Schemas['ContentViewedEvent'];
  readonly contentShared: Schemas['ContentSharedEvent'];
  readonly customAction: Schemas['CustomActionEvent'];
  readonly addDigitalInteraction: Schemas['DigitalInteractionRequest'];
}

/** Gong shows events to people only, so no cached data contains them. */
const event = <Event extends { readonly eventId?: string }>() => ({
  ask: (body: Event) => ({ body }),
  parse: ({ requestId }: Success) => requestId ?? null,
  invalidates: [],
  // Gong documents one reason for a conflict: it accepted an event with this ID before.
  isDoneBefore: ({ kind, messages }: GongError, { eventId }: Event) =>
    kind === 'conflict' &&
    (eventId !== undefined || messages.some((message) => /already.*reported/i.test(message))),
});

export const contentViewed = writes('contentViewed', event<GongEvents['contentViewed']>());
export const contentShared = writes('contentShared', event<GongEvents['contentShared']>());
export const customAction = writes('customAction', event<GongEvents['customAction']>());
export const addDigitalInteraction = writes(
  'addDigitalInteraction',
  event<GongEvents['addDigitalInteraction']>(),
);
