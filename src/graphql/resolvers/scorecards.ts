import type { Resolvers } from '../generated/graphql.js';
import { listScorecards } from '../../gong/endpoints/settings.js';
import { idOf, type GongScorecard } from '../../gong/endpoints/wire.js';
import type { ConnectionModel } from '../../operation/loaders/connection.js';
import { scorecardReviewsKey } from './arguments.js';
import { dateTime, enumOf, flag, integer, list, text } from '../../gong/coerce.js';
import { asSent, page } from './connections.js';
import type { ScorecardModel } from './models.js';
import { toNodeId } from '../selection/nodeId.js';
import { settleInOrder, findScorecard, userReference, workspaceReference } from './references.js';

export const reviewMethodOf = enumOf(['MANUAL', 'AUTOMATIC']);

const nothing: ConnectionModel<never> = {
  entries: [],
  hasNextPage: false,
  hasPreviousPage: false,
  totalCount: 0,
  restartCursor: null,
  cut: null,
};

/** Returns the scorecards of a workspace, or all. Gong has no such filter. */
export function scorecardModels(
  scorecards: readonly GongScorecard[],
  workspace: string | null,
): ScorecardModel[] {
  return scorecards.flatMap((scorecard) => {
    const id = idOf(scorecard.scorecardId);
    const isWanted = workspace === null || idOf(scorecard.workspaceId) === workspace;
    return id !== null && isWanted ? [{ id, scorecard }] : [];
  });
}

export const scorecardResolvers: Pick<
  Resolvers,
  'Query' | 'Scorecard' | 'ScorecardQuestion' | 'AnswerOption'
> = {
  Query: {
    scorecard: (_parent, { id }, context, info) => findScorecard(id, context, info),
    scorecardsByIds: (_parent, { ids }, context, info) =>
      settleInOrder(ids, (id) => findScorecard(id, context, info)),
    scorecards: async (_parent, { workspaceId }, { loaders }) =>
      scorecardModels(await loaders.reads.whole(listScorecards, null), workspaceId ?? null),
  },
  Scorecard: {
    nodeId: ({ id }) => toNodeId('Scorecard', id),
    id: ({ id }) => id,
    name: ({ scorecard, nameElsewhere }) => text(scorecard?.scorecardName) ?? text(nameElsewhere),
    workspace: ({ scorecard }, _args, context, info) =>
      workspaceReference(scorecard?.workspaceId, context, info),
    enabled: ({ scorecard }) => flag(scorecard?.enabled),
    reviewMethod: ({ scorecard }) => reviewMethodOf(scorecard?.reviewMethod),
    createdAt: ({ scorecard }) => dateTime(scorecard?.created),
    updatedAt: ({ scorecard }) => dateTime(scorecard?.updated),
    updater: ({ scorecard }, _args, context, info) =>
      userReference(scorecard?.updaterUserId, context, info),
    questions: ({ scorecard }) =>
      scorecard === null
        ? null
        : list(scorecard.questions).flatMap((question) => {
            const id = idOf(question.questionId);
            const revisionId = idOf(question.questionRevisionId);
            return id === null ? [] : [{ id, revisionId, question }];
          }),
    answers: ({ id }, args, context, info) => {
      const key = scorecardReviewsKey(id, args, info);
      if (key === null) return nothing;
      return page(context.loaders.answeredScorecardsByScorecardId.load(key), asSent, context, info);
    },
  },
  ScorecardQuestion: {
    id: ({ id }) => id,
    revisionId: ({ revisionId }) => revisionId,
    text: ({ question }) => text(question?.questionText),
    type: ({ question }) => text(question?.questionType),
    isOverall: ({ question }) => flag(question?.isOverall),
    answerGuide: ({ question }) => text(question?.answerGuide),
    minRange: ({ question }) => integer(question?.minRange),
    maxRange: ({ question }) => integer(question?.maxRange),
    answerOptions: ({ question }) => (question === null ? null : [...list(question.answerOptions)]),
    createdAt: ({ question }) => dateTime(question?.created),
    updatedAt: ({ question }) => dateTime(question?.updated),
    updater: ({ question }, _args, context, info) =>
      userReference(question?.updaterUserId, context, info),
  },
  AnswerOption: {
    optionId: ({ id }) => idOf(id),
    text: (option) => text(option.text),
  },
};
