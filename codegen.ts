import type { CodegenConfig } from '@graphql-codegen/cli';

const models = '../resolvers/models.js';

/** Resolver types from the SDL. Gong's wire types come from `scripts/codegen.js`. */
const config: CodegenConfig = {
  schema: 'schema/**/*.graphql',
  emitLegacyCommonJSImports: false,
  generates: {
    'src/graphql/generated/graphql.ts': {
      plugins: [
        { add: { content: '// Written by `npm run codegen` from schema/*.graphql. Do not edit.' } },
        'typescript',
        'typescript-resolvers',
      ],
      config: {
        contextType: '../context.js#ContextValue',
        defaultScalarType: 'unknown',
        strictScalars: true,
        scalars: {
          ID: { input: 'string', output: 'string' },
          // Inputs keep the client's own digits, outputs are Gong's text: see src/graphql/scalars.ts.
          DateTime: { input: 'string', output: 'string' },
          Date: { input: 'string', output: 'string' },
          URL: { input: 'string', output: 'string' },
          JSON: { input: 'unknown', output: 'unknown' },
          // Whatever a router sends: src/graphql/selection/entityReference.ts looks at it.
          _Any: { input: 'unknown', output: 'never' },
          // What the multipart request put in its place; never sent to clients.
          Upload: { input: '../../company/uploads/recording.js#IncomingUpload', output: 'never' },
        },
        useTypeImports: true,
        immutableTypes: true,
        enumsAsTypes: true,
        avoidOptionals: { field: true },
        // The parent of a resolver is what Gong sent, so that only differences are written.
        mappers: {
          Call: `${models}#CallModel`,
          CallConnection: `${models}#CallConnectionModel`,
          CallEdge: `${models}#CallEdgeModel`,
          Party: `${models}#PartyModel`,
          CrmContext: `${models}#CrmContextModel`,
          CrmObject: `${models}#CrmObjectModel`,
          CrmField: `${models}#CrmFieldModel`,
          CallStructureItem: `${models}#NamedDuration`,
          CallTopic: `${models}#NamedDuration`,
          VideoSegment: `${models}#NamedDuration`,
          CallTracker: `${models}#CallTrackerModel`,
          TrackerOccurrence: `${models}#TrackerOccurrenceModel`,
          TrackerPhrase: `${models}#TrackerPhraseModel`,
          CallOutlineSection: `${models}#OutlineSectionModel`,
          CallOutlineItem: `${models}#OutlineItemModel`,
          CallHighlightsSection: `${models}#HighlightsSectionModel`,
          CallHighlight: `${models}#HighlightModel`,
          CallOutcome: `${models}#OutcomeModel`,
          CallInteraction: `${models}#CallInteractionModel`,
          CallSpeaker: `${models}#CallSpeakerModel`,
          InteractionStat: `${models}#InteractionStatModel`,
          CallComment: `${models}#CommentModel`,
          CallMedia: `${models}#CallMediaModel`,
          Transcript: `${models}#TranscriptModel`,
          Monologue: `${models}#MonologueModel`,
          Sentence: `${models}#SentenceModel`,
          User: `${models}#UserModel`,
          UserConnection: `${models}#UserConnectionModel`,
          UserEdge: `${models}#UserEdgeModel`,
          SpokenLanguage: `${models}#SpokenLanguageModel`,
          UserSettings: `${models}#UserSettingsModel`,
          Workspace: `${models}#WorkspaceModel`,
          Folder: `${models}#FolderModel`,
          FolderCall: `${models}#FolderCallModel`,
          Snippet: `${models}#SnippetModel`,
          Tracker: `${models}#TrackerModel`,
          TrackerKeywords: `${models}#TrackerKeywordsModel`,
          Scorecard: `${models}#ScorecardModel`,
          ScorecardQuestion: `${models}#ScorecardQuestionModel`,
          AnswerOption: `${models}#AnswerOptionModel`,
          AnsweredScorecard: `${models}#AnsweredScorecardModel`,
          AnsweredScorecardConnection: `${models}#AnsweredScorecardConnectionModel`,
          AnsweredScorecardEdge: `${models}#AnsweredScorecardEdgeModel`,
          ScorecardAnswer: `${models}#ScorecardAnswerModel`,
          Meeting: `${models}#MeetingModel`,
          MeetingInvitee: `${models}#MeetingInviteeModel`,
          CreateMeetingPayload: `${models}#MeetingPayloadModel`,
          UpdateMeetingPayload: `${models}#MeetingPayloadModel`,
          CreateCallPayload: `${models}#CreateCallPayloadModel`,
          EngagementEventPayload: `${models}#EngagementEventPayloadModel`,
          MeetingIntegrationStatus: `${models}#MeetingIntegrationStatusModel`,
          PageInfo: `${models}#PageInfoModel`,
          Quota: '../context.js#QuotaStatus',
        },
      },
    },
  },
};

export default config;
