import {
  addDigitalInteraction,
  contentShared,
  contentViewed,
  customAction,
  type GongEvents,
} from '../../gong/endpoints/engagement.js';
import type { WriteEndpoint } from '../../gong/endpoints/endpoint.js';
import { GongError, withHint } from '../../gong/errors.js';
import type { OperationWrites } from './operationWrites.js';

/** The result of reporting an event. */
export interface ReportedEvent {
  readonly alreadyReported: boolean;
  readonly requestId: string | null;
}

export interface EngagementMutations {
  /** @throws GongError */
  readonly contentViewed: (event: GongEvents['contentViewed']) => Promise<ReportedEvent>;
  /** @throws GongError */
  readonly contentShared: (event: GongEvents['contentShared']) => Promise<ReportedEvent>;
  /** @throws GongError */
  readonly customAction: (event: GongEvents['customAction']) => Promise<ReportedEvent>;
  /** @throws GongError */
  readonly digitalInteraction: (
    event: GongEvents['addDigitalInteraction'],
  ) => Promise<ReportedEvent>;
}

/**
 * Creates the mutations of one operation that report events. Gong shows events to people only, so no cached data
 * contains them.
 */
export function createEngagementMutations(writes: OperationWrites): EngagementMutations {
  const report = async <Event extends { readonly eventId?: string }>(
    endpoint: WriteEndpoint<Event, string | null>,
    event: Event,
  ): Promise<ReportedEvent> => {
    try {
      return { alreadyReported: false, requestId: await writes.send(endpoint, event) };
    } catch (error) {
      if (!(error instanceof GongError)) throw error;
      if (endpoint.isDoneBefore?.(error, event) === true) {
        return { alreadyReported: true, requestId: error.requestId ?? null };
      }
      if (error.kind === 'outcome-unknown' && event.eventId !== undefined) {
        throw withHint(
          error,
          'It is safe to try again with the same eventId: Gong accepts each ID only once.',
        );
      }
      throw error;
    }
  };
  return {
    contentViewed: (event) => report(contentViewed, event),
    contentShared: (event) => report(contentShared, event),
    customAction: (event) => report(customAction, event),
    digitalInteraction: (event) => report(addDigitalInteraction, event),
  };
}
