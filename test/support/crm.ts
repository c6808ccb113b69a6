import type { Crm } from '../../sandbox/src/index.js';

/** Beyond 2^53, where a double would round. */
export const INTEGRATION_ID = '2271307570613351879';

/** A CRM of a company's own, with two accounts. */
export const crmOf = (parts: Partial<Crm> = {}): Crm => ({
  integration: {
    integrationId: INTEGRATION_ID,
    name: 'Orders',
    ownerEmail: 'crm@lumenta.example',
  },
  schema: {
    ACCOUNT: [
      {
        uniqueName: 'tier__c',
        label: 'Tier',
        type: 'PICKLIST',
        lastModified: '2020-12-17 13:45:01+00:00',
        isDeleted: false,
        referenceTo: null,
        orderedValueList: ['Silver', 'Gold'],
      },
      {
        uniqueName: 'size__c',
        label: 'Size',
        type: 'NUMBER',
        lastModified: null,
        isDeleted: false,
        referenceTo: null,
        orderedValueList: null,
      },
    ],
    DEAL: [
      {
        uniqueName: 'partner__c',
        label: 'Partner',
        type: 'REFERENCE',
        lastModified: null,
        isDeleted: false,
        referenceTo: 'ACCOUNT',
        orderedValueList: null,
      },
    ],
  },
  objects: {
    ACCOUNT: {
      a1: { objectId: 'a1', name: 'Acme', size__c: 20 },
      a2: { objectId: 'a2', name: 'Beta', email: 'info@beta.example' },
    },
  },
  requests: [],
  ...parts,
});
