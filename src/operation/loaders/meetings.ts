import DataLoader from 'dataloader';
import { text } from '../../gong/coerce.js';
import { integrationStatus } from '../../gong/endpoints/meetings.js';
import { keyedBy } from '../../gong/endpoints/endpoint.js';
import type { OperationScope } from '../scope.js';
import type { GongIntegrationStatus } from '../../gong/endpoints/wire.js';
import type { Planner } from '../../company/planner.js';

/** Readiness for meetings by e-mail address, case ignored; null where Gong says nothing of it. */
export function createIntegrationStatusByEmail(planner: Planner, scope: OperationScope) {
  return new DataLoader<string, GongIntegrationStatus | null, string>(
    async (emails) => {
      const entries = await planner.reader.byKey(integrationStatus, emails, scope);
      const byEmail = new Map(entries.map((entry) => [text(entry.email)?.toLowerCase(), entry]));
      return emails.map((email) => byEmail.get(email.toLowerCase()) ?? null);
    },
    { maxBatchSize: keyedBy(integrationStatus).max, cacheKeyFn: (email) => email.toLowerCase() },
  );
}
