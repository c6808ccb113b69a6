import DataLoader from 'dataloader';
import { text } from '../../gong/coerce.js';
import { getIntegrationStatus } from '../../gong/endpoints/meetings.js';
import type { OperationScope } from '../scope.js';
import type { GongIntegrationStatus } from '../../gong/endpoints/wire.js';
import type { Planner } from '../../company/planner.js';

/** Gong's documented limit. */
const MAX_EMAILS_PER_REQUEST = 100;

/** Readiness for meetings by e-mail address, case ignored; null where Gong says nothing of it. */
export function createIntegrationStatusByEmail(planner: Planner, scope: OperationScope) {
  return new DataLoader<string, GongIntegrationStatus | null, string>(
    async (emails) => {
      const entries = await getIntegrationStatus(planner.reader, emails, scope);
      const byEmail = new Map(entries.map((entry) => [text(entry.email)?.toLowerCase(), entry]));
      return emails.map((email) => byEmail.get(email.toLowerCase()) ?? null);
    },
    { maxBatchSize: MAX_EMAILS_PER_REQUEST, cacheKeyFn: (email) => email.toLowerCase() },
  );
}
