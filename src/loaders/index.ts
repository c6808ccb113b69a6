import type { OperationScope } from '../planner/operationScope.js';
import { idOf, type GongUser } from '../gong/wire.js';
import type { Planner } from '../planner/planner.js';
import { createAnsweredScorecardLoaders } from './answeredScorecards.js';
import { createCallLists, createCallsByPrimaryUserId } from './callLists.js';
import { CallStore, createCallById, createTranscriptByCallId } from './calls.js';
import type { CursorCodec } from './cursors.js';
import { createLibraryLoaders } from './library.js';
import { createIntegrationStatusByEmail } from './meetings.js';
import { createSettingsLoaders } from './settings.js';
import type { UploadLedger } from '../uploads/ledger.js';
import { createUploadStatusByCallId } from './uploads.js';
import { createUserById, loadUserList, UserDirectory, type UserListKey } from './users.js';

export interface LoaderOptions {
  readonly planner: Planner;
  readonly scope: OperationScope;
  readonly cursors: CursorCodec;
  /** IANA name of the zone by whose days Gong filters reviews; undefined where not known. */
  readonly companyTimeZone: string | undefined;
  readonly ledger: UploadLedger;
}

export type Loaders = ReturnType<typeof createLoaders>;

/** What one operation reads of Gong. One set per operation: nothing is shared with another's answer. */
export function createLoaders(options: LoaderOptions) {
  const { planner, scope, cursors, companyTimeZone, ledger } = options;
  const store = new CallStore();
  const listDependencies = { planner, store, scope, cursors };
  const callLists = createCallLists(listDependencies);
  const callById = createCallById(planner, store, scope);
  const directory = new UserDirectory(planner, scope);
  const userById = createUserById(planner, directory, scope);
  const onUser = (user: GongUser): void => {
    const id = idOf(user.id);
    if (id !== null) userById.prime(id, user);
  };
  const settings = createSettingsLoaders(planner, scope);
  return {
    callById,
    callLists,
    callsByPrimaryUserId: createCallsByPrimaryUserId(listDependencies, callLists),
    transcriptByCallId: createTranscriptByCallId(planner, scope),
    directory,
    userById,
    userList: (key: UserListKey) =>
      loadUserList(key, { planner, directory, scope, cursors, onUser }),
    ...settings,
    ...createLibraryLoaders(planner, scope, settings.workspaces),
    ...createAnsweredScorecardLoaders({ planner, scope, cursors, companyTimeZone }),
    integrationStatusByEmail: createIntegrationStatusByEmail(planner, scope),
    uploadStatusByCallId: createUploadStatusByCallId({ planner, scope, ledger, callById }),
  };
}
