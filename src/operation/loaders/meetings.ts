import DataLoader from 'dataloader';
import { text } from '../../gong/coerce.js';
import { integrationStatus } from '../../gong/endpoints/meetings.js';
import { keyedBy } from '../../gong/endpoints/endpoint.js';
import type { Operation } from '../operation.js';
import type { GongIntegrationStatus } from '../../gong/endpoints/wire.js';
import type { Company } from '../../company/company.js';

/** Readiness for meetings by e-mail address, case ignored; null where Gong says nothing of it. */
export function createIntegrationStatusByEmail(company: Company, operation: Operation) {
  return new DataLoader<string, GongIntegrationStatus | null, string>(
    async (emails) => {
      const entries = await company.reader.byKey(integrationStatus, emails, operation);
      const byEmail = new Map(entries.map((entry) => [text(entry.email)?.toLowerCase(), entry]));
      return emails.map((email) => byEmail.get(email.toLowerCase()) ?? null);
    },
    { maxBatchSize: keyedBy(integrationStatus).max, cacheKeyFn: (email) => email.toLowerCase() },
  );
}
