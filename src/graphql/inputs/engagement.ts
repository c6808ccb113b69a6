import type { GongEvents } from '../../gong/endpoints/engagement.js';
import { agentPlatforms } from '../../gong/generated/operations.js';
import type {
  ActorInput,
  PropertyInput,
  RecordContentShareInput,
  RecordContentViewInput,
  RecordCustomActionInput,
} from '../generated/graphql.js';
import { toGongSpelling, toGongContexts } from './crm.js';
import { omitNullish } from './omitNullish.js';

export function toContentViewed({
  viewer,
  ...input
}: RecordContentViewInput): GongEvents['contentViewed'] {
  return toGongEvent({ ...input, viewer: toGongActor(viewer) });
}

export function toContentShared({
  recipients,
  ...input
}: RecordContentShareInput): GongEvents['contentShared'] {
  return toGongEvent({ ...input, recipients: recipients?.map(toGongActor) });
}

export function toCustomAction({
  actor,
  ...input
}: RecordCustomActionInput): GongEvents['customAction'] {
  return toGongEvent({ ...input, actor: toGongActor(actor) });
}

/** Members with Gong's names whose values are converted. */
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
  return omitNullish({
    ...input,
    sharer: sharer == null ? null : omitNullish(sharer),
    crmContext: toGongContexts(input.crmContext),
    contentProperties: input.contentProperties?.map(toGongProperty),
    eventProperties: input.eventProperties?.map(toGongProperty),
    nonCompanyParticipants: input.nonCompanyParticipants?.map(toGongActor),
    agentPlatform: agentPlatform == null ? null : toGongSpelling(agentPlatforms, agentPlatform),
  }) as Event;
}

function toGongActor(actor: ActorInput | null | undefined) {
  if (actor == null) return null;
  return omitNullish({ ...actor, context: toGongContexts(actor.context) });
}

function toGongProperty({ name, value, dataType }: PropertyInput) {
  return { name, value, dataType: (dataType ?? 'STRING').toLowerCase() };
}
