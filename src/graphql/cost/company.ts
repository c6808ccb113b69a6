import type { CompanySize } from '../../company/companySize.js';
import { USERS, USERS_PER_MANAGER, WORKSPACES } from './assumptions.js';
import { pagesOf } from './requests.js';

/** The company's size, as known or assumed. */
export interface Company {
  /** At most so many users. */
  readonly users: number;
  /** At most so many of them manage others. */
  readonly managers: number;
  /** At most so many workspaces. */
  readonly workspaces: number;
  /** Fewest pages that the user directory has. */
  readonly leastUserPages: number;
  /** Most pages that the user directory has. */
  readonly mostUserPages: number;
}

export function companyOf({ users, workspaces }: CompanySize): Company {
  const mostUsers = users ?? USERS;
  return {
    users: mostUsers,
    managers: Math.ceil(mostUsers / USERS_PER_MANAGER),
    workspaces: workspaces ?? WORKSPACES,
    // That there is nobody is an answer too.
    leastUserPages: Math.max(1, pagesOf(users ?? 0)),
    mostUserPages: Math.max(1, pagesOf(mostUsers)),
  };
}
