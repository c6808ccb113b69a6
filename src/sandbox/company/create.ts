import { createIdMaker, createRandom } from '../random.js';
import { createCalls } from './calls.js';
import { createCustomers } from './customers.js';
import { createFolders } from './library.js';
import { blankCompany } from './plain.js';
import { createReviews } from './reviews.js';
import { createScorecards } from './scorecards.js';
import { createTrackers } from './trackers.js';
import type { Company } from './types.js';
import { createAvatars, createUsers } from './users.js';

/** What a generated company looks like. */
export interface CompanyOptions {
  /** Same seed, same company; 1 by default. */
  seed: number;
  /** Milliseconds since 1970 that all times are counted back from. */
  now: number;
  /** How many calls; 2,000 by default. */
  calls: number;
  /** Days that the calls spread over, up to `now`; 120 by default. */
  days: number;
  /** How many users; 80 by default, at least 1. */
  users: number;
  /** How many workspaces; 2 by default, at least 1. */
  workspaces: number;
  /** Calls at even distances in place of office hours. */
  steady: boolean;
}

const WORKSPACES = [
  ['Sales', 'New business, worldwide'],
  ['Customer Success', 'Renewals, support and adoption'],
  ['Partners', 'Resellers and alliances'],
] as const;

/** What is generated when nothing else is said. */
export const COMPANY_DEFAULTS: Omit<CompanyOptions, 'now'> = {
  seed: 1,
  calls: 2000,
  days: 120,
  users: 80,
  workspaces: 2,
  steady: false,
};

/** Invents a company. Details of calls are computed when first read, so this is quick. */
export const createCompany = (
  chosen: Partial<CompanyOptions> & Pick<CompanyOptions, 'now'>,
): Company => {
  const options = { ...COMPANY_DEFAULTS, ...chosen };
  const { seed, now } = options;
  const nextId = createIdMaker(createRandom(seed, 'ids'));
  const company = blankCompany();
  company.workspaces = Array.from({ length: Math.max(options.workspaces, 1) }, (_, index) => {
    const [name, description] = WORKSPACES[index] ?? [`Workspace ${index + 1}`, ''];
    return { id: nextId(), name, description };
  });
  company.users = createUsers(Math.max(options.users, 1), createRandom(seed, 'users'), nextId, now);
  company.avatars = createAvatars(createRandom(seed, 'avatars'), nextId, now);
  company.keywordTrackers = createTrackers(
    company.workspaces,
    company.users,
    createRandom(seed, 'trackers'),
    nextId,
    now,
  );
  const customers = createCustomers(createRandom(seed, 'customers'), nextId);
  company.calls = createCalls(company, customers, options, nextId);
  company.folders = createFolders(company, createRandom(seed, 'folders'), nextId, now);
  company.scorecards = createScorecards(company, createRandom(seed, 'scorecards'), nextId, now);
  company.answeredScorecards = createReviews(company, createRandom(seed, 'reviews'), nextId, now);
  return company;
};
