import { formatInstant } from '../instants.js';
import type { createIdMaker, Random } from '../random.js';
import type { Company, Scorecard, ScorecardQuestion } from './types.js';

const DAY_MS = 86_400_000;
/** Whoever Gong itself is: it last changed what was never edited. */
export const SYSTEM_USER_ID = '-1';

interface ScorecardPlan {
  name: string;
  /** Index of its workspace. */
  workspace: number;
  enabled: boolean;
  reviewMethod: 'AUTOMATIC' | 'MANUAL';
  questions: readonly string[];
}

const PLANS: readonly ScorecardPlan[] = [
  {
    name: 'Discovery skills',
    workspace: 0,
    enabled: true,
    reviewMethod: 'MANUAL',
    questions: ['Did the rep uncover the pain?', 'Who decides, and did the rep find out?'],
  },
  {
    name: 'Demo quality',
    workspace: 0,
    enabled: true,
    reviewMethod: 'MANUAL',
    questions: ['Was the demo tied to what the customer needs?', 'Were questions answered well?'],
  },
  {
    name: 'AI call review',
    workspace: 0,
    enabled: true,
    reviewMethod: 'AUTOMATIC',
    questions: ['Were next steps agreed?', 'Was the agenda set?'],
  },
  {
    name: 'Onboarding (retired)',
    workspace: 1,
    enabled: false,
    reviewMethod: 'MANUAL',
    questions: ['Was the customer’s goal repeated?'],
  },
];

/** Scorecard definitions. Each ends with one overall question. */
export const createScorecards = (
  company: Company,
  random: Random,
  nextId: ReturnType<typeof createIdMaker>,
  now: number,
): Scorecard[] =>
  PLANS.map(({ name, workspace, enabled, reviewMethod, questions }, index) => {
    const created = now - (400 - index * 20) * DAY_MS;
    const updaterUserId = index % 2 === 0 ? SYSTEM_USER_ID : random.pick(company.users).id;
    const times = {
      updaterUserId,
      created: formatInstant(created * 1000, 0, 'utc'),
      updated: formatInstant((created + 30 * DAY_MS) * 1000, -240, 'micros'),
    };
    const place = company.workspaces[workspace] ?? company.workspaces[0];
    return {
      scorecardId: nextId(),
      scorecardName: name,
      workspaceId: place?.id ?? '1',
      enabled,
      ...times,
      reviewMethod,
      questions: [
        ...questions.map((text) => rangeQuestion(text, nextId, times)),
        optionsQuestion('What should be coached?', nextId, times),
        { ...rangeQuestion('How good was the call overall?', nextId, times), isOverall: true },
      ],
    };
  });

type Times = Pick<ScorecardQuestion, 'updaterUserId' | 'created' | 'updated'>;

const rangeQuestion = (
  questionText: string,
  nextId: ReturnType<typeof createIdMaker>,
  times: Times,
): ScorecardQuestion => ({
  questionId: nextId(),
  questionRevisionId: nextId(),
  questionText,
  isOverall: false,
  questionType: 'RANGE',
  answerGuide: questionText.startsWith('Did') ? '1: not at all, 5: like our best people.' : null,
  minRange: '1',
  maxRange: '5',
  answerOptions: [],
  ...times,
});

/** RANGE is the one type seen on the wire; this stands for the others, whose names nobody published. */
const optionsQuestion = (
  questionText: string,
  nextId: ReturnType<typeof createIdMaker>,
  times: Times,
): ScorecardQuestion => ({
  ...rangeQuestion(questionText, nextId, times),
  questionType: 'MULTIPLE_CHOICE',
  minRange: null,
  maxRange: null,
  answerOptions: [
    { id: '1', text: 'Listening' },
    { id: '2', text: 'Structure' },
    { id: '3', text: 'Product knowledge' },
  ],
});
