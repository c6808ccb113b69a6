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

/** What is generated when nothing else is said. */
export const COMPANY_DEFAULTS: Omit<CompanyOptions, 'now'> = {
  seed: 1,
  calls: 2000,
  days: 120,
  users: 80,
  workspaces: 2,
  steady: false,
};
