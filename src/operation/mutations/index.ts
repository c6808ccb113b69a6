import type { Client } from '../../access/clients/client.js';
import type { Loaders } from '../loaders/index.js';
import type { Permissions } from '../../access/policy/permissions.js';
import type { Operation } from '../operation.js';
import type { Company } from '../../company/company.js';
import { createEngageMutations } from './engage.js';
import type { EnablingVariable } from '../../gong/endpoints/endpoint.js';
import { createCallAccessMutations } from './callAccess.js';
import { createCrmMutations } from './crm.js';
import type { Confirmations } from '../dataSubject.js';
import { createEraseDataSubject } from './dataPrivacy.js';
import { createEngagementMutations } from './engagement.js';
import type { Logger } from '../../lib/logger.js';
import { createMeetingMutations } from './meetings.js';
import type { CompanyReplica } from '../replica/companyReplica.js';
import { createEraseKept } from '../replica/erasure.js';
import { createRefreshCalls } from '../replica/refresh.js';
import { createOperationWrites } from './operationWrites.js';
import { createRawRequests, type RawRequestPolicy } from './rawRequests.js';
import { createUploadMutations, type Uploads } from './uploads.js';

export interface MutationOptions {
  readonly company: Company;
  readonly operation: Operation;
  /** The client that sends the operation. */
  readonly client: Client;
  readonly logger: Logger;
  readonly uploads: Uploads;
  /** Confirmations of erasures. */
  readonly confirmations: Confirmations;
  readonly rawRequests: RawRequestPolicy;
  /** Features that are off by default and that an operator enabled. */
  readonly enabled: ReadonlySet<EnablingVariable>;
  /** Called after each write, even if it failed. */
  readonly onWritten: () => void;
  /** What the viewer may not do. */
  readonly permissions: Permissions;
  /** Whether the audit log is shown with the tokens and IP addresses in it. */
  readonly showsAuditSecrets: boolean;
  readonly replica: CompanyReplica;
  /** Returns what the operation reads with, which is replaced after each write. */
  readonly loaders: () => Loaders;
}

export type Mutations = ReturnType<typeof createMutations>;

/** Creates the mutations of one operation. They are never batched or shared. */
export function createMutations(options: MutationOptions) {
  const { company, operation, client, uploads, rawRequests, enabled, replica } = options;
  const { onWritten, permissions, showsAuditSecrets, loaders, confirmations, logger } = options;
  const writes = createOperationWrites(company.writes, operation, {
    onWritten,
    permissions,
    enabled,
  });
  return {
    uploads: createUploadMutations({ company, operation, writes, client, uploads, loaders }),
    meetings: createMeetingMutations(writes),
    engagement: createEngagementMutations(writes),
    callAccess: createCallAccessMutations(writes, loaders),
    crm: createCrmMutations({ client, operation, writes, uploads, loaders }),
    eraseDataSubject: createEraseDataSubject(writes, {
      confirmations,
      client,
      logger,
      eraseKept: createEraseKept(replica, { now: () => company.clock.now(), logger }),
    }),
    refreshCalls: createRefreshCalls(replica, operation, onWritten),
    engage: createEngageMutations(writes, loaders),
    /** Sends writes that need only their declaration. */
    send: writes.send,
    sendRaw: createRawRequests({
      company,
      operation,
      writes,
      policy: rawRequests,
      permissions,
      showsAuditSecrets,
      loaders,
    }),
  };
}
