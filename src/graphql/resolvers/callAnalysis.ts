import type { Resolvers } from '../generated/graphql.js';
import { idOf } from '../../gong/endpoints/wire.js';
import { dateTime, enumOf, flag, integer, list, number, numbers, text } from '../../gong/coerce.js';
import type { HostStatsModel, NamedDuration } from './models.js';
import { statNamed, statNames } from './interactionStats.js';
import { partyIndex, speakerOf } from './parties.js';
import { trackerReference, userReference } from './references.js';

const trackerTypeOf = enumOf(['KEYWORD', 'SMART']);

const namedDuration = {
  name: ({ name }: NamedDuration) => text(name),
  durationSeconds: ({ duration }: NamedDuration) => number(duration),
};

const hostStat =
  (field: keyof typeof statNames) =>
  ({ stats }: HostStatsModel): number | null =>
    statNamed(stats, statNames[field]);

/** Resolves the parts of a call that Gong's analysis produces, and its comments and media. */
export const callAnalysisResolvers: Pick<
  Resolvers,
  | 'CallStructureItem'
  | 'CallTopic'
  | 'CallTracker'
  | 'TrackerOccurrence'
  | 'TrackerPhrase'
  | 'CallOutlineSection'
  | 'CallOutlineItem'
  | 'CallHighlightsSection'
  | 'CallHighlight'
  | 'CallOutcome'
  | 'CallInteraction'
  | 'CallSpeaker'
  | 'HostStats'
  | 'InteractionStat'
  | 'VideoSegment'
  | 'CallComment'
  | 'CallMedia'
> = {
  CallStructureItem: namedDuration,
  CallTopic: namedDuration,
  CallTracker: {
    trackerId: ({ tracker }) => idOf(tracker.id),
    name: ({ tracker }) => text(tracker.name),
    count: ({ tracker }) => integer(tracker.count),
    type: ({ tracker }) => trackerTypeOf(tracker.type),
    tracker: ({ tracker }, _args, context, info) =>
      trackerReference(tracker.id, text(tracker.name), context, info),
    occurrences: ({ tracker, record }) =>
      list(tracker.occurrences).map((occurrence) => ({ occurrence, record })),
    phrases: ({ tracker, record }) => list(tracker.phrases).map((phrase) => ({ phrase, record })),
  },
  TrackerOccurrence: {
    startSeconds: ({ occurrence }) => number(occurrence.startTime),
    speakerId: ({ occurrence }) => idOf(occurrence.speakerId),
    speaker: ({ occurrence, record }) => speakerOf(record, occurrence.speakerId),
  },
  TrackerPhrase: {
    phrase: ({ phrase }) => text(phrase.phrase),
    count: ({ phrase }) => integer(phrase.count),
    occurrences: ({ phrase, record }) =>
      list(phrase.occurrences).map((occurrence) => ({ occurrence, record })),
  },
  CallOutlineSection: {
    section: ({ section }) => text(section),
    startSeconds: ({ startTime }) => number(startTime),
    durationSeconds: ({ duration }) => number(duration),
    items: ({ items }) => [...list(items)],
  },
  CallOutlineItem: {
    text: (item) => text(item.text),
    startSeconds: ({ startTime }) => number(startTime),
  },
  CallHighlightsSection: {
    title: ({ title }) => text(title),
    items: ({ items }) => [...list(items)],
  },
  CallHighlight: {
    text: (item) => text(item.text),
    startSeconds: ({ startTimes }) => numbers(startTimes),
  },
  CallOutcome: {
    id: ({ id }) => idOf(id),
    category: ({ category }) => text(category),
    name: ({ name }) => text(name),
  },
  CallInteraction: {
    speakers: ({ interaction, record }) =>
      list(interaction.speakers).map((speaker) => ({ speaker, record })),
    host: ({ interaction }) => {
      const stats = list(interaction.interactionStats);
      return stats.length === 0 ? null : { stats };
    },
    stats: ({ interaction }) => [...list(interaction.interactionStats)],
    video: ({ interaction }) => [...list(interaction.video)],
    companyQuestionCount: ({ interaction }) => integer(interaction.questions?.companyCount),
    nonCompanyQuestionCount: ({ interaction }) => integer(interaction.questions?.nonCompanyCount),
  },
  CallSpeaker: {
    partyId: ({ speaker }) => idOf(speaker.id),
    party: ({ speaker, record }) => {
      const party = partyIndex(record).byPartyId.get(idOf(speaker.id) ?? '');
      return party === undefined ? null : { party, isSpeaker: false };
    },
    talkTimeSeconds: ({ speaker }) => number(speaker.talkTime),
    user: ({ speaker }, _args, context, info) => userReference(speaker.userId, context, info),
  },
  HostStats: {
    talkRatio: hostStat('talkRatio'),
    longestMonologueSeconds: hostStat('longestMonologueSeconds'),
    longestCustomerStorySeconds: hostStat('longestCustomerStorySeconds'),
    interactivity: hostStat('interactivity'),
    patienceSeconds: hostStat('patienceSeconds'),
  },
  InteractionStat: {
    name: ({ name }) => text(name),
    value: ({ value }) => number(value),
  },
  VideoSegment: namedDuration,
  CallComment: {
    id: ({ id }) => idOf(id),
    text: ({ comment }) => text(comment),
    postedAt: ({ posted }) => dateTime(posted),
    startSeconds: ({ audioStartTime }) => number(audioStartTime),
    endSeconds: ({ audioEndTime }) => number(audioEndTime),
    duringCall: ({ duringCall }) => flag(duringCall),
    author: ({ commenterUserId }, _args, context, info) =>
      userReference(commenterUserId, context, info),
    inReplyTo: ({ inReplyTo }) => idOf(inReplyTo),
  },
  CallMedia: {
    audioUrl: ({ media }) => text(media.audioUrl),
    videoUrl: ({ media }) => text(media.videoUrl),
    expiresAt: ({ expiresAt }) => new Date(expiresAt).toISOString(),
  },
};
