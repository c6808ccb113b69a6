import type { Resolvers } from '../generated/graphql.js';
import { HOUR_MS } from '../../lib/clock.js';
import type { CallRecord } from '../../gong/endpoints/calls.js';
import type { GongCallData } from '../../gong/endpoints/wire.js';
import { connectionCallSelection } from '../selection/callSelectionFor.js';
import { DEFAULT_CALLS, distinct, wantsTotal } from './arguments.js';
import { dateTime, enumOf, flag, list, number, part, text, texts } from '../../gong/coerce.js';
import { page } from './connections.js';
import type { CallModel } from './models.js';
import { toNodeId } from '../selection/nodeId.js';
import { affiliationOf, crmContexts } from './parties.js';
import { prefetchSpeakers } from './transcripts.js';
import { settleInOrder, findCall, userReference, workspaceReference } from './references.js';

const directionOf = enumOf(['INBOUND', 'OUTBOUND', 'CONFERENCE']);
const scopeOf = enumOf(['INTERNAL', 'EXTERNAL']);
const mediaTypeOf = enumOf(['AUDIO', 'VIDEO']);

/** How long Gong's links to a recording are valid. */
const MEDIA_LINK_LIFE_MS = 8 * HOUR_MS;

export const toCallModel = (record: CallRecord): CallModel => ({ id: record.id, record });

/**
 * Reads a block of a call beyond its basic fields; null for a call that Gong does not have.
 *
 * @throws GongError when the credential lacks the scope for it.
 */
export function block<T>(
  { record }: CallModel,
  read: (details: GongCallData, record: CallRecord) => T,
) {
  if (record === null) return null;
  if (record.refused?.everything === true) throw record.refused.error;
  return read(record.details, record);
}

export const callResolvers: Pick<Resolvers, 'Query' | 'Call'> = {
  Query: {
    call: (_parent, { id }, context, info) => findCall(id, context, info),
    calls: (_parent, { filter, order, first, after }, context, info) => {
      const key = {
        query: {
          from: filter?.from ?? undefined,
          to: filter?.to ?? undefined,
          workspaceId: filter?.workspaceId ?? undefined,
          callIds: distinct(filter?.callIds),
          primaryUserIds: distinct(filter?.primaryUserIds),
        },
        order: order ?? ('OLDEST_FIRST' as const),
        first: first ?? DEFAULT_CALLS,
        after: after ?? null,
        selection: connectionCallSelection(info),
        needsTotal: wantsTotal(info),
      };
      return page(context.loaders.callLists.load(key), toCallModel, context, info);
    },
    callsByIds: (_parent, { ids }, context, info) =>
      settleInOrder(ids, (id) => findCall(id, context, info)),
  },
  Call: {
    nodeId: ({ id }) => toNodeId('Call', id),
    id: ({ id }) => id,
    url: ({ record }) => text(record?.basic.url),
    title: ({ record, titleElsewhere }) =>
      text(record === null ? titleElsewhere : record.basic.title),
    purpose: ({ record }) => text(record?.basic.purpose),
    scheduledAt: ({ record }) => dateTime(record?.basic.scheduled),
    startedAt: ({ record }) => dateTime(record?.basic.started),
    durationSeconds: ({ record }) => number(record?.basic.duration),
    direction: ({ record }) => directionOf(record?.basic.direction),
    scope: ({ record }) => scopeOf(record?.basic.scope),
    mediaType: ({ record }) => mediaTypeOf(record?.basic.media),
    system: ({ record }) => text(record?.basic.system),
    language: ({ record }) => text(record?.basic.language),
    isPrivate: ({ record }) => flag(record?.basic.isPrivate),
    sdrDisposition: ({ record }) => text(record?.basic.sdrDisposition),
    clientUniqueId: ({ record }) => text(record?.basic.clientUniqueId),
    customData: ({ record }) => text(record?.basic.customData),
    meetingUrl: ({ record }) => text(record?.basic.meetingUrl),
    calendarEventId: ({ record }) => text(record?.basic.calendarEventId),
    primaryUser: ({ record }, _args, context, info) =>
      userReference(record?.basic.primaryUserId, context, info),
    workspace: ({ record }, _args, context, info) =>
      workspaceReference(record?.basic.workspaceId, context, info),

    parties: (call, { affiliation }) =>
      block(call, ({ parties }) =>
        list(parties)
          .filter(
            (party) => affiliation == null || affiliationOf(party.affiliation) === affiliation,
          )
          .map((party) => ({ party, isSpeaker: false })),
      ),
    context: (call, { timing }) => block(call, ({ context }) => crmContexts(context, timing)),
    structure: (call) => block(call, ({ content }) => list(content?.structure)),
    topics: (call) => block(call, ({ content }) => list(content?.topics)),
    trackers: (call, { detectedOnly }) =>
      block(call, ({ content }, record) =>
        list(content?.trackers)
          .filter(({ count }) => detectedOnly !== true || (number(count) ?? 0) > 0)
          .map((tracker) => ({ tracker, record })),
      ),
    brief: (call) => block(call, ({ content }) => text(content?.brief)),
    outline: (call) => block(call, ({ content }) => list(content?.outline)),
    highlights: (call) => block(call, ({ content }) => list(content?.highlights)),
    keyPoints: (call) =>
      block(call, ({ content }) => texts(list(content?.keyPoints).map((point) => point.text))),
    outcome: (call) => block(call, ({ content }) => part(content?.callOutcome)),
    interaction: (call) =>
      block(call, (details, record) => {
        const interaction = part(details.interaction);
        return interaction === null ? null : { interaction, record };
      }),
    comments: (call) => block(call, ({ collaboration }) => list(collaboration?.publicComments)),
    media: (call, _args, { now, operation }) =>
      block(call, (details, { refused }) => {
        if (refused !== undefined) throw refused.error;
        const media = part(details.media);
        if (media === null) return null;
        operation.audit?.read('read-recording-link', call.id);
        return { media, expiresAt: now() + MEDIA_LINK_LIFE_MS };
      }),
    transcript: async ({ id, record }, _args, context, info) => {
      prefetchSpeakers(record, context, info);
      const transcript = await context.loaders.transcriptByCallId.load(id);
      return list(transcript?.transcript).length === 0 || transcript === null
        ? null
        : { transcript, record };
    },
    answeredScorecards: async ({ id, record }, _args, { loaders }) => {
      if (record === null) return null;
      const started = record.basic.started ?? null;
      const reviews = await loaders.answeredScorecardsByCall.load({ callId: id, started });
      return reviews === null ? null : [...reviews];
    },
  },
};
