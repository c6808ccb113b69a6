import type { GongNewCall } from '../../gong/endpoints/uploads.js';
import { languageCodes } from '../../gong/generated/operations.js';
import type { CallDirection, CreateCallInput } from '../generated/graphql.js';
import { toGongSpelling, toGongContexts } from './crm.js';
import { omitNullish } from './omitNullish.js';

const directions: Readonly<Record<CallDirection, GongNewCall['direction']>> = {
  INBOUND: 'Inbound',
  OUTBOUND: 'Outbound',
  CONFERENCE: 'Conference',
  UNKNOWN: 'Unknown',
};

/** Converts a call to Gong's format: its length is in seconds, but times within the recording are in milliseconds. */
export function toNewCall(input: CreateCallInput): GongNewCall {
  const { speakersTimeline, flowContext, context, parties, languageCode } = input;
  return omitNullish({
    clientUniqueId: input.clientUniqueId,
    primaryUser: input.primaryUserId,
    direction: directions[input.direction],
    actualStart: input.actualStart,
    scheduledStart: input.scheduledStart,
    scheduledEnd: input.scheduledEnd,
    duration: input.durationSeconds,
    title: input.title,
    purpose: input.purpose,
    disposition: input.disposition,
    customData: input.customData,
    meetingUrl: input.meetingUrl,
    callProviderCode: input.callProviderCode,
    downloadMediaUrl: input.downloadMediaUrl,
    workspaceId: input.workspaceId,
    languageCode: languageCode == null ? languageCode : toGongSpelling(languageCodes, languageCode),
    context: toGongContexts(context),
    parties: parties.map((party) =>
      omitNullish({ ...party, context: toGongContexts(party.context) }),
    ),
    speakersTimeline:
      speakersTimeline == null
        ? null
        : omitNullish({
            precise: speakersTimeline.precise,
            speechSegments: speakersTimeline.speechSegments.map((segment) => ({
              fromTime: Math.round(segment.startSeconds * 1000),
              toTime: Math.round(segment.endSeconds * 1000),
              partyIds: segment.partyIds,
            })),
          }),
    flowContext,
  }) as GongNewCall;
}
