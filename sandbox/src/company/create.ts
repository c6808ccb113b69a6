import { createIdMaker, createRandom } from '../random.js';
import { createCallMaker, createCalls } from './calls.js';
import { COMPANY_DEFAULTS, type CompanyOptions } from './companyOptions.js';
import { createCustomers } from './customers.js';
import { createEngage } from './engage.js';
import { createDialerOutcomes } from './dialerOutcomes.js';
import { createFolders } from './library.js';
import { Life, type LifeOptions } from './life.js';
import { createPermissionProfiles } from './permissionProfiles.js';
import { blankCompany } from './plain.js';
import { createReviews } from './reviews.js';
import { createScorecards } from './scorecards.js';
import { createTrackers } from './trackers.js';
import type { Company } from './types.js';
import { createUploadedCrm } from './uploadedCrm.js';
import { createAvatars, createUsers } from './users.js';

const WORKSPACES = [
  ['Sales', 'New business, worldwide'],
  ['Customer Success', 'Renewals, support and adoption'],
  ['Partners', 'Resellers and alliances'],
] as const;

type ChosenOptions = Partial<CompanyOptions> & Pick<CompanyOptions, 'now'>;

/** Invents a company. Details of calls are computed when first read, so this is quick. */
export const createCompany = (chosen: ChosenOptions): Company => invent(chosen).company;

/** Invents a company in which things happen as time passes. */
export const createLivingCompany = (chosen: ChosenOptions, life: Partial<LifeOptions>): Life =>
  new Life(invent(chosen), life);

/** A company, and what makes more of it. */
const invent = (chosen: ChosenOptions) => {
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
  const callMaker = createCallMaker(company, customers, seed, nextId);
  company.calls = createCalls(callMaker, options);
  company.folders = createFolders(company, createRandom(seed, 'folders'), nextId, now);
  company.scorecards = createScorecards(company, createRandom(seed, 'scorecards'), nextId, now);
  company.answeredScorecards = createReviews(company, createRandom(seed, 'reviews'), nextId, now);
  company.permissionProfiles = createPermissionProfiles(company, nextId);
  company.crm = createUploadedCrm(company, customers, nextId, now);
  company.engage = createEngage(company, customers, createRandom(seed, 'engage'), nextId, now);
  company.dialerOutcomes = createDialerOutcomes();
  return { company, callMaker, nextId, seed, now };
};
