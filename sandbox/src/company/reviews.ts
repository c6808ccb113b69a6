import { formatInstant, toMicros } from '../instants.js';
import type { createIdMaker, Random } from '../random.js';
import type {
  AnsweredScorecard,
  Call,
  Company,
  Scorecard,
  ScorecardAnswer,
  ScorecardQuestion,
} from './types.js';

/** Share of the calls that a user or AI has reviewed. */
const REVIEWED = 0.2;
const SECONDS = 1_000_000;
const VISIBILITIES = [
  'PUBLIC',
  'PUBLIC',
  'MANAGERS',
  'MANAGERS_AND_REVIEWEE',
  'PRIVATE',
  'OPT_IN_USERS',
] as const;

/** Filled-in scorecards, in no order that a client could rely on. */
export const createReviews = (
  company: Company,
  random: Random,
  nextId: ReturnType<typeof createIdMaker>,
  now: number,
): AnsweredScorecard[] => {
  const reviews = company.calls.flatMap((call) => {
    if (!random.chance(REVIEWED)) return [];
    const { primaryUserId, workspaceId, duration } = call.metaData;
    const fitting = company.scorecards.filter((card) => card.workspaceId === workspaceId);
    if (primaryUserId === null || fitting.length === 0 || duration < 120) return [];
    return random.sample(fitting, random.pick([1, 1, 1, 2])).map((card) => {
      const ended = toMicros(call.metaData.started) + duration * SECONDS;
      const reviewed = Math.min(ended + random.integer(600, 5 * 86_400) * SECONDS, now * 1000);
      return createReview(
        { company, call, card, reviewedUserId: primaryUserId, reviewed },
        random,
        nextId(),
      );
    });
  });
  return random.sample(reviews, reviews.length);
};

interface Reviewed {
  company: Company;
  call: Call;
  card: Scorecard;
  reviewedUserId: string;
  /** When, in microseconds since 1970. */
  reviewed: number;
}

/** Makes a review: a scorecard that a user or AI completed for a call. */
export const createReview = (
  { company, call: { metaData }, card, reviewedUserId, reviewed }: Reviewed,
  random: Random,
  answeredScorecardId: string,
): AnsweredScorecard => {
  const isManual = card.reviewMethod === 'MANUAL';
  const host = company.users.find(({ id }) => id === reviewedUserId);
  const reviewer = host?.managerId ?? random.pick(company.users).id;
  return {
    answeredScorecardId,
    scorecardId: card.scorecardId,
    scorecardName: card.scorecardName,
    callId: metaData.id,
    callStartTime: metaData.started,
    reviewedUserId,
    reviewerUserId: isManual ? reviewer : null,
    reviewMethod: card.reviewMethod,
    editorUserId: random.chance(0.1) ? random.pick(company.users).id : null,
    reviewTime: formatInstant(reviewed, 0, random.pick(['utc', 'micros', 'seconds'])),
    visibilityType: random.pick(VISIBILITIES),
    answers: card.questions.map((question) => answer(question, random)),
  };
};

const answer = (question: ScorecardQuestion, random: Random): ScorecardAnswer => {
  const { questionId, questionRevisionId, isOverall, questionType, answerOptions } = question;
  const isRange = questionType === 'RANGE';
  const skipped = !isOverall && random.chance(0.1);
  return {
    questionId,
    questionRevisionId,
    isOverall,
    score: isRange && !skipped ? random.integer(1, 5) : null,
    answerText: !skipped && random.chance(0.3) ? 'Good start, more questions next time.' : null,
    notApplicable: skipped && random.chance(0.5),
    selectedOptions:
      !isRange && !skipped
        ? random.sample(answerOptions ?? [], random.integer(1, 2)).map(({ id }) => id)
        : null,
  };
};
