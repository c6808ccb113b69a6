import type { Crm } from '../../../sandbox/src/index.js';
import { crmOf, INTEGRATION_ID } from '../../support/crm.js';

/** A CRM in which every member has a value. */
export function fullCrm(): Crm {
  const { schema, ...crm } = crmOf();
  const [tier] = schema['ACCOUNT'] ?? [];
  return {
    ...crm,
    schema: tier === undefined ? {} : { ACCOUNT: [{ ...tier, referenceTo: 'DEAL' }] },
    requests: [
      {
        integrationId: INTEGRATION_ID,
        clientRequestId: 'up-1',
        sentAt: Date.parse('2026-06-01T11:00:00Z'),
        totalSuccessCount: 7,
        errors: [{ line: 2, description: 'Mandatory field [name] is missing or empty' }],
      },
    ],
  };
}
