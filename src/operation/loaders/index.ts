import type { Operation } from '../operation.js';
import { idOf, type GongUser } from '../../gong/endpoints/wire.js';
import type { Company } from '../../company/company.js';
import { createAnsweredScorecardLoaders } from './answeredScorecards.js';
import { createCallLists, createCallsByPrimaryUserId } from './callLists.js';
import type { CallPolicy, PolicySources } from '../../access/policy/callPolicy.js';
import type { Permissions } from '../../access/policy/permissions.js';
import { CallPolicyFilter } from './callPolicyFilter.js';
import { createCallById, createTranscriptByCallId } from './calls.js';
import { CallStore } from './callStore.js';
import type { KeptRecords } from '../replica/keptRecords.js';
import type { CursorCodec } from './cursors.js';
import type { Confirmations } from '../dataSubject.js';
import { createDataSubjects } from './dataSubjects.js';
import { listWorkspaces } from '../../gong/endpoints/settings.js';
import { Reads, WholeLists } from '../reads.js';
import { createLibraryLoaders } from './library.js';
import { createPermissionProfileLoaders, ProfileDirectory } from './permissionProfiles.js';
import { createEngageLoaders } from './engage.js';
import type { UploadLedger } from '../../company/uploads/ledger.js';
import { createUploadStatusByCallId } from './uploads.js';
import {
  createUserSearch,
  createUserById,
  loadUserList,
  UserDirectory,
  type UserListKey,
} from './users.js';

export interface LoaderOptions {
  readonly company: Company;
  readonly operation: Operation;
  readonly cursors: CursorCodec;
  /** Confirmations of erasures. */
  readonly confirmations: Confirmations;
  /** IANA name of the time zone whose days Gong filters reviews by; undefined when unknown. */
  readonly companyTimeZone: string | undefined;
  readonly ledger: UploadLedger;
  /** What the viewer may not do. */
  readonly permissions: Permissions;
  /** When given, what is read by ID is taken from the replica; null: from Gong. */
  readonly kept: KeptRecords | null;
  /** Creates the policy of the operation's viewer from the company data that it reads. */
  readonly policyOver: (sources: PolicySources) => CallPolicy;
}

export type Loaders = ReturnType<typeof createLoaders>;

/**
 * Creates everything that one operation reads from Gong. Each operation has its own, so operations share no results
 * here.
 */
export function createLoaders(options: LoaderOptions) {
  const { company, operation, cursors, companyTimeZone, ledger, permissions, policyOver } = options;
  const { confirmations, kept } = options;
  const directory = new UserDirectory(company, operation, kept);
  const lists = new WholeLists(company, operation, kept);
  const allowed = (): Promise<ReadonlySet<string> | null> => policy.workspaces();
  const profiles = new ProfileDirectory(company, operation, lists, allowed);
  const policy: CallPolicy = policyOver({
    users: () => directory.all(),
    workspaces: () => lists.load(listWorkspaces, null),
    profiles: () => profiles.all(),
  });
  const policyFilter = new CallPolicyFilter(policy, company.privateCalls, operation);
  const shown = (user: GongUser): GongUser => policyFilter.general(user);
  const store = new CallStore();
  const listDependencies = { company, store, operation, cursors, policyFilter };
  const reads = new Reads({ ...listDependencies, allowed, lists, permissions });
  const callLists = createCallLists(listDependencies);
  const callById = createCallById(company, store, operation, policyFilter, kept);
  const userById = createUserById(company, directory, operation, shown, kept);
  const onUser = (user: GongUser): void => {
    const id = idOf(user.id);
    if (id !== null) userById.prime(id, user);
  };
  return {
    policyFilter,
    /** IDs of the workspaces that the viewer may see; null: all. */
    allowed,
    callById,
    callLists,
    callsByPrimaryUserId: createCallsByPrimaryUserId(listDependencies, callLists),
    transcriptByCallId: createTranscriptByCallId(company, operation, callById, policyFilter, kept),
    people: createUserSearch(directory, shown),
    userById,
    userList: (key: UserListKey) =>
      loadUserList(key, { company, directory, operation, cursors, onUser, shown }),
    reads,
    permissionProfiles: createPermissionProfileLoaders(profiles, { reads, allowed, policyFilter }),
    dataSubject: createDataSubjects(reads, confirmations),
    ...createLibraryLoaders({ reads, allowed, callById, policyFilter, audit: operation.audit }),
    ...createAnsweredScorecardLoaders({ ...listDependencies, companyTimeZone, callById, kept }),
    engage: createEngageLoaders({ policy, reads, policyFilter, denial: permissions.engage }),
    uploadStatusByCallId: createUploadStatusByCallId({
      company,
      operation,
      ledger,
      callById,
      policyFilter,
    }),
  };
}
