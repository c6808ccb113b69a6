import { formatInstant } from '../instants.js';
import type { createIdMaker, Random } from '../random.js';
import type { KeywordTracker, User, Workspace } from './types.js';

/** A tracker without keywords: it appears on calls, but no operation lists it. */
export interface SmartTracker {
  id: string;
  name: string;
  /** The kind of passage that it fires on. */
  mark: 'concern' | 'next step';
}

const DAY_MS = 86_400_000;
/** Shown term by term on calls: then a call's hits are under `phrases`, and `occurrences` is empty. */
export const TERMS_APART = 'Competitors';

const KEYWORDS: readonly (readonly [string, readonly string[], string])[] = [
  ['Competitors', ['Talkwell', 'Rivermind', 'CallPeak'], 'Anyone'],
  ['Pricing', ['price', 'cost', 'list price', 'budget'], 'Anyone'],
  ['Discount', ['discount', 'match that'], 'NonCompany'],
  ['Security', ['GDPR', 'SOC 2', 'single sign-on', 'consent'], 'Anyone'],
  ['Timeline', ['end of the quarter', 'end of the month', 'before'], 'NonCompany'],
  ['Next steps', ['next step', 'send you', 'follow-up'], 'Company'],
];

/** Keyword trackers of every workspace: some made by Gong (no creator), some by users. */
export const createTrackers = (
  workspaces: readonly Workspace[],
  users: readonly User[],
  random: Random,
  nextId: ReturnType<typeof createIdMaker>,
  now: number,
): KeywordTracker[] =>
  workspaces.flatMap(({ id: workspaceId }) =>
    KEYWORDS.map(([trackerName, keywords, affiliation], index) => {
      const isBuiltIn = index % 3 === 1;
      const created = now - random.integer(200, 900) * DAY_MS;
      return {
        trackerId: nextId(),
        trackerName,
        workspaceId,
        languageKeywords: [
          { language: 'eng', keywords: [...keywords], includeRelatedForms: index % 2 === 0 },
        ],
        affiliation,
        partOfQuestion: false,
        saidAt: index === 5 ? 'Last' : 'Anytime',
        saidAtInterval: index === 5 ? 10 : null,
        saidAtUnit: index === 5 ? 'minutes' : null,
        saidInTopics: [],
        filterQuery: '{}',
        created: formatInstant(created * 1000, 0, 'utc'),
        creatorUserId: isBuiltIn ? null : random.pick(users).id,
        updated: formatInstant((created + 5 * DAY_MS) * 1000, -300),
        updaterUserId: isBuiltIn ? null : random.pick(users).id,
      };
    }),
  );

/** The smart trackers, the same for all workspaces. */
export const createSmartTrackers = (nextId: ReturnType<typeof createIdMaker>): SmartTracker[] => [
  { id: nextId(), name: 'Customer concern', mark: 'concern' },
  { id: nextId(), name: 'Commitment to next steps', mark: 'next step' },
];
