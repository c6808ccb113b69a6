import type { Resolvers } from '../generated/graphql.js';
import { listScorecards } from '../../gong/endpoints/settings.js';
import { idOf, type GongScorecardQuestion } from '../../gong/endpoints/wire.js';
import type { Loaders } from '../../operation/loaders/index.js';
import { optionReferenceFields, questionReferenceFields } from '../selection/referenceFields.js';
import { selectsBeyond } from '../selection/selectedFields.js';
import { DEFAULT_PEOPLE_OR_REVIEWS, reviewedCallSelection, reviewQuery } from './arguments.js';
import { dateTime, flag, list, number, text, texts } from '../../gong/coerce.js';
import { asSent, page } from './connections.js';
import type { ScorecardAnswerModel } from './models.js';
import { callReference, scorecardReference, userReference } from './references.js';
import { reviewMethodOf } from './scorecards.js';

export const answeredScorecardResolvers: Pick<
  Resolvers,
  'Query' | 'AnsweredScorecard' | 'ScorecardAnswer'
> = {
  Query: {
    answeredScorecards: (_parent, { filter, first, after }, context, info) => {
      const key = {
        query: reviewQuery(filter),
        first: first ?? DEFAULT_PEOPLE_OR_REVIEWS,
        after: after ?? null,
        callSelection: reviewedCallSelection(info),
      };
      return page(context.loaders.answeredScorecards.load(key), asSent, context, info);
    },
  },
  AnsweredScorecard: {
    id: ({ answeredScorecardId }) => idOf(answeredScorecardId) ?? '',
    scorecard: ({ scorecardId, scorecardName }, _args, context, info) =>
      scorecardReference(scorecardId, text(scorecardName), context, info),
    scorecardName: ({ scorecardName }) => text(scorecardName),
    call: ({ callId }, _args, context, info) => callReference(callId, null, context, info),
    callStartedAt: ({ callStartTime }) => dateTime(callStartTime),
    reviewedUser: ({ reviewedUserId }, _args, context, info) =>
      userReference(reviewedUserId, context, info),
    reviewer: ({ reviewerUserId }, _args, context, info) =>
      userReference(reviewerUserId, context, info),
    editor: ({ editorUserId }, _args, context, info) => userReference(editorUserId, context, info),
    reviewMethod: (review) => reviewMethodOf(review.reviewMethod),
    reviewedAt: ({ reviewTime }) => dateTime(reviewTime),
    visibility: ({ visibilityType }) => text(visibilityType),
    answers: ({ answers, scorecardId }) =>
      list(answers).map((answer) => ({ answer, scorecardId: idOf(scorecardId) })),
  },
  ScorecardAnswer: {
    questionId: ({ answer }) => idOf(answer.questionId),
    questionRevisionId: ({ answer }) => idOf(answer.questionRevisionId),
    question: async (model, _args, { loaders }, info) => {
      const id = idOf(model.answer.questionId);
      if (id === null) return null;
      const isWanted = selectsBeyond(info, 'ScorecardQuestion', questionReferenceFields);
      const question = isWanted ? await questionOf(model, loaders) : null;
      return { id, revisionId: idOf(question?.questionRevisionId), question };
    },
    isOverall: ({ answer }) => flag(answer.isOverall),
    score: ({ answer }) => number(answer.score),
    text: ({ answer }) => text(answer.answerText),
    notApplicable: ({ answer }) => flag(answer.notApplicable),
    selectedOptionIds: ({ answer }) => texts(answer.selectedOptions),
    selectedOptions: async (model, _args, { loaders }, info) => {
      const ids = texts(model.answer.selectedOptions);
      const isWanted = ids.length > 0 && selectsBeyond(info, 'AnswerOption', optionReferenceFields);
      const question = isWanted ? await questionOf(model, loaders) : null;
      const options = list(question?.answerOptions);
      return ids.map((id) => options.find((option) => idOf(option.id) === id) ?? { id });
    },
  },
};

/** Returns the question that was answered, as the scorecard defines it now; null when it no longer does. */
async function questionOf(
  { answer, scorecardId }: ScorecardAnswerModel,
  { reads }: Loaders,
): Promise<GongScorecardQuestion | null> {
  const id = idOf(answer.questionId);
  if (id === null || scorecardId === null) return null;
  const scorecard = await reads.one(listScorecards, scorecardId);
  return list(scorecard?.questions).find(({ questionId }) => idOf(questionId) === id) ?? null;
}
