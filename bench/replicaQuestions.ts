import type { CallFilter } from '../src/replica/filter.js';
import type { CallDimension, Replica } from '../src/replica/replica.js';
import { parseTextQuery } from '../src/replica/text/query.js';
import { everything, type CallVisibility } from '../src/replica/visibility.js';
import { START_MS, wordOf, YEAR_MS, type Chance } from './replicaCompany.js';

export type Question = (replica: Replica, chance: Chance) => Promise<unknown>;

const DAY_MS = 86_400_000;
/** The largest page that a client may ask for. */
const LARGEST_PAGE = 1000;

const between = (chance: Chance, least: number, most: number): number =>
  least + Math.floor(chance() * (most - least));
const common = (chance: Chance): string => wordOf(between(chance, 0, 50));
const middling = (chance: Chance): string => wordOf(between(chance, 200, 2000));
const rare = (chance: Chance): string => wordOf(between(chance, 10_000, 40_000));

const policy: CallVisibility = {
  hidesPrivate: true,
  anyOf: [{ workspaceIds: ['1'], hostIds: null }],
  judge: null,
  judgeGone: null,
};

const passages =
  (
    text: (chance: Chance) => string,
    options: {
      readonly filter?: (chance: Chance) => CallFilter;
      readonly visibility?: CallVisibility;
      readonly order?: 'RELEVANCE';
      readonly needsTotal?: boolean;
      readonly speech?: 'External';
      readonly first?: number;
    } = {},
  ): Question =>
  (replica, chance) =>
    replica.searchPassages({
      text: parseTextQuery(text(chance)),
      filter: options.filter?.(chance) ?? {},
      visibility: options.visibility ?? everything,
      speech: options.speech === undefined ? null : { affiliation: options.speech },
      order: options.order ?? 'NEWEST_FIRST',
      first: options.first ?? 20,
      after: null,
      needsTotal: options.needsTotal ?? false,
    });

const calls =
  (
    filter: (chance: Chance) => CallFilter,
    visibility = everything,
    needsTotal = false,
    first = 20,
  ): Question =>
  (replica, chance) =>
    replica.searchCalls({
      filter: filter(chance),
      visibility,
      order: 'NEWEST_FIRST',
      first,
      after: null,
      needsTotal,
    });

const stats =
  (by: readonly CallDimension[], filter: (chance: Chance) => CallFilter = () => ({})): Question =>
  (replica, chance) =>
    replica.stats({
      filter: filter(chance),
      visibility: everything,
      by,
      timeZone: 'America/New_York',
      first: LARGEST_PAGE,
    });

const changes: Question = (replica, chance) =>
  replica.callChanges({
    after: Math.floor(chance() * 10_000),
    first: LARGEST_PAGE,
    parts: null,
  });

/** What a page of `searchCalls` is shown with. */
const records: Question = async (replica) => {
  const { calls: found } = await replica.searchCalls({
    filter: {},
    visibility: everything,
    order: 'NEWEST_FIRST',
    first: LARGEST_PAGE,
    after: null,
    needsTotal: false,
  });
  return replica.findCalls(found.map(({ id }) => id));
};

const host = (chance: Chance): string => String(between(chance, 1000, 1100));
const domain = (chance: Chance): string => `company${between(chance, 0, 2000)}.com`;
const tracker = (chance: Chance) => ({ trackerIds: [`t${between(chance, 0, 20)}`], minCount: 1 });
const said = (text: string): CallFilter => ({ said: parseTextQuery(text) });

export interface QuestionGroup {
  /** How long 95 of 100 answers may take at most, in milliseconds; null: no target is set. */
  readonly targetMs: number | null;
  readonly rounds: number;
  readonly questions: Readonly<Record<string, Question>>;
}

const ROUNDS = 40;

/** What is asked, by what is to take equally long. */
export const questionGroups: Readonly<Record<string, QuestionGroup>> = {
  words: {
    targetMs: 100,
    rounds: ROUNDS,
    questions: {
      'passages: a common word': passages(common),
      'passages: a middling word': passages(middling),
      'passages: a rare word': passages(rare),
      'passages: two middling words': passages((chance) => `${middling(chance)} ${common(chance)}`),
      'passages: a common word, policy': passages(common, { visibility: policy }),
      'passages: a common word of a domain': passages(common, {
        filter: (chance) => ({ domains: [domain(chance)] }),
      }),
      'passages: a middling word of a host': passages(middling, {
        filter: (chance) => ({ hostIds: [host(chance)] }),
      }),
      'passages: a common word of customers': passages(common, { speech: 'External' }),
      'calls: in which a common word is said, with total': calls(
        (chance) => said(common(chance)),
        policy,
        true,
      ),
      'calls: in which a middling word is said, with total': calls(
        (chance) => said(middling(chance)),
        policy,
        true,
      ),
    },
  },
  'phrases and prefixes': {
    targetMs: 300,
    rounds: ROUNDS,
    questions: {
      'passages: a phrase of common words': passages(
        (chance) => `"${common(chance)} ${common(chance)}"`,
      ),
      'passages: a phrase of middling words': passages(
        (chance) => `"${common(chance)} ${middling(chance)}"`,
      ),
      'passages: a prefix of 3 letters': passages((chance) => `${middling(chance).slice(0, 3)}*`),
      'passages: a prefix of 4 letters': passages((chance) => `${middling(chance).slice(0, 4)}*`),
      'calls: in which a phrase is said, with total': calls(
        (chance) => said(`"${common(chance)} ${common(chance)}"`),
        policy,
        true,
      ),
    },
  },
  'phrases and other conditions': {
    targetMs: 300,
    rounds: ROUNDS,
    questions: {
      'passages: a phrase with a rare word': passages(
        (chance) => `"${common(chance)} ${rare(chance)}"`,
      ),
      'passages: a phrase of three common words': passages(
        (chance) => `"${common(chance)} ${common(chance)} ${common(chance)}"`,
      ),
      'passages: a phrase of common words, policy': passages(
        (chance) => `"${common(chance)} ${common(chance)}"`,
        { visibility: policy },
      ),
      'passages: a phrase of middling words, policy': passages(
        (chance) => `"${common(chance)} ${middling(chance)}"`,
        { visibility: policy },
      ),
      'passages: a common word without a phrase': passages(
        (chance) => `${common(chance)} -"${common(chance)} ${common(chance)}"`,
      ),
    },
  },
  'words, ranked or counted': {
    targetMs: null,
    rounds: ROUNDS,
    questions: {
      'passages: a middling word, ranked': passages(middling, { order: 'RELEVANCE' }),
      'passages: a common word, ranked': passages(common, { order: 'RELEVANCE' }),
      'passages: a middling word, with total': passages(middling, { needsTotal: true }),
      'passages: a common word, policy, with total': passages(common, {
        visibility: policy,
        needsTotal: true,
      }),
      'passages: a phrase of common words, with total': passages(
        (chance) => `"${common(chance)} ${common(chance)}"`,
        { needsTotal: true },
      ),
    },
  },
  filters: {
    targetMs: 100,
    rounds: ROUNDS,
    questions: {
      'calls: of a host': calls((chance) => ({ hostIds: [host(chance)] })),
      'calls: of a domain': calls((chance) => ({ domains: [domain(chance)] })),
      'calls: of an account, policy, with total': calls(
        (chance) => ({ crmObjects: [{ objectType: 'Account', objectId: domain(chance) }] }),
        policy,
        true,
      ),
      'calls: with two trackers, with total': calls(
        (chance) => ({ trackers: [tracker(chance), tracker(chance)] }),
        everything,
        true,
      ),
      'calls: by the name of a participant': calls((chance) => ({
        participants: [{ name: parseTextQuery(middling(chance)), affiliation: 'External' }],
      })),
      'calls: by a word of the title': calls((chance) => ({
        title: parseTextQuery(middling(chance)),
      })),
    },
  },
  statistics: {
    targetMs: 300,
    rounds: ROUNDS,
    questions: {
      'statistics: host and week, all': stats(['HOST', 'WEEK']),
      'statistics: host and week, 90 days': stats(['HOST', 'WEEK'], () => ({
        fromMs: START_MS + YEAR_MS - 90 * DAY_MS,
      })),
      'statistics: host and month': stats(['HOST', 'MONTH']),
      'statistics: host and day': stats(['HOST', 'DAY']),
      'statistics: tracker and week': stats(['TRACKER', 'WEEK']),
      'statistics: account': stats(['ACCOUNT']),
      'statistics: a middling word, host and week': stats(['HOST', 'WEEK'], (chance) =>
        said(middling(chance)),
      ),
    },
  },
  'pages of 1,000': {
    targetMs: null,
    rounds: 5,
    questions: {
      'calls: all': calls(() => ({}), everything, false, LARGEST_PAGE),
      'calls: all, with their records': records,
      'changes of calls': changes,
      'passages: a common word': passages(common, { first: LARGEST_PAGE }),
      'passages: a middling word': passages(middling, { first: LARGEST_PAGE }),
    },
  },
};
