import { agentPlatforms } from '../../gong/generated/operations.js';
import type {
  ActorInput,
  PropertyInput,
  RecordContentShareInput,
  RecordContentViewInput,
  RecordCustomActionInput,
} from '../../graphql/generated/graphql.js';
import { eventRequest, type GongEvents } from '../../gong/endpoints/engagement.js';
import { GongError, withHint } from '../../gong/errors.js';
import { canonical, toGongContexts } from './crm.js';
import { given } from './given.js';
import type { OperationWrites } from './operationWrites.js';

/** What came of reporting an event. */
export interface ReportedEvent {
  readonly alreadyReported: boolean;
  readonly requestId: string | null;
}

export interface EngagementActions {
  /** @throws GongError */
  readonly contentViewed: (input: RecordContentViewInput) => Promise<ReportedEvent>;
  /** @throws GongError */
  readonly contentShared: (input: RecordContentShareInput) => Promise<ReportedEvent>;
  /** @throws GongError */
  readonly customAction: (input: RecordCustomActionInput) => Promise<ReportedEvent>;
}

/** Events on behalf of one operation. Gong shows them to people only, so nothing that is kept knows of one. */
export function createEngagementActions(writes: OperationWrites): EngagementActions {
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
    contentViewed: ({ viewer, ...input }) =>
      report('contentViewed', toGongEvent({ ...input, viewer: toGongActor(viewer) })),
    contentShared: ({ recipients, ...input }) =>
      report('contentShared', toGongEvent({ ...input, recipients: recipients?.map(toGongActor) })),
    customAction: ({ actor, ...input }) =>
      report('customAction', toGongEvent({ ...input, actor: toGongActor(actor) })),
  };
}

/** Gong documents a conflict for one reason alone: an event with this id was taken in before. */
function isAlreadyReported({ kind, messages }: GongError, eventId: string | undefined): boolean {
  if (kind !== 'conflict') return false;
  return eventId !== undefined || messages.some((message) => /already.*reported/i.test(message));
}

/** Members whose names are Gong's own, but whose values aren't. */
interface CommonMembers extends Readonly<Record<string, unknown>> {
  readonly sharer?: object | null | undefined;
  readonly crmContext?: RecordContentViewInput['crmContext'];
  readonly contentProperties?: RecordContentViewInput['contentProperties'];
  readonly eventProperties?: RecordContentViewInput['eventProperties'];
  readonly nonCompanyParticipants?: RecordContentViewInput['nonCompanyParticipants'];
  readonly agentPlatform?: string | null | undefined;
}

function toGongEvent<Event>(input: CommonMembers): Event {
  const { sharer, agentPlatform } = input;
  return given({
    ...input,
    sharer: sharer == null ? null : given(sharer),
    crmContext: toGongContexts(input.crmContext),
    contentProperties: input.contentProperties?.map(toGongProperty),
    eventProperties: input.eventProperties?.map(toGongProperty),
    nonCompanyParticipants: input.nonCompanyParticipants?.map(toGongActor),
    agentPlatform: agentPlatform == null ? null : canonical(agentPlatforms, agentPlatform),
  }) as Event;
}

function toGongActor(actor: ActorInput | null | undefined) {
  if (actor == null) return null;
  return given({ ...actor, context: toGongContexts(actor.context) });
}

function toGongProperty({ name, value, dataType }: PropertyInput) {
  return { name, value, dataType: (dataType ?? 'STRING').toLowerCase() };
}
