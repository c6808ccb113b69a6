import { eventRequest, type GongEvents } from '../../gong/endpoints/engagement.js';
import { GongError, withHint } from '../../gong/errors.js';
import type { OperationWrites } from './operationWrites.js';

/** What came of reporting an event. */
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
}

/** Events on behalf of one operation. Gong shows them to people only, so nothing that is kept knows of one. */
export function createEngagementMutations(writes: OperationWrites): EngagementMutations {
  const report = async <Name extends keyof GongEvents>(
    operation: Name,
    event: GongEvents[Name],
  ): Promise<ReportedEvent> => {
    try {
      const { requestId } = await writes.write(eventRequest(operation, event), []);
      return { alreadyReported: false, requestId: requestId ?? null };
    } catch (error) {
      if (!(error instanceof GongError)) throw error;
      if (isAlreadyReported(error, event.eventId)) {
        return { alreadyReported: true, requestId: error.requestId ?? null };
      }
      if (error.kind === 'outcome-unknown' && event.eventId !== undefined) {
        throw withHint(error, 'The same eventId again is safe: Gong takes each once.');
      }
      throw error;
    }
  };
  return {
    contentViewed: (event) => report('contentViewed', event),
    contentShared: (event) => report('contentShared', event),
    customAction: (event) => report('customAction', event),
  };
}

/** Gong documents a conflict for one reason alone: an event with this id was taken in before. */
function isAlreadyReported({ kind, messages }: GongError, eventId: string | undefined): boolean {
  if (kind !== 'conflict') return false;
  return eventId !== undefined || messages.some((message) => /already.*reported/i.test(message));
}
