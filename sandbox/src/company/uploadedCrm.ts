import { formatInstant } from '../instants.js';
import type { createIdMaker } from '../random.js';
import type { Customer } from './customers.js';
import type { Company, Crm, CrmSchemaField } from './types.js';

const DAY_MS = 86_400_000;

/** What the company has uploaded of its own CRM: its customers, their contacts, and a deal with each. */
export const createUploadedCrm = (
  { users }: Company,
  customers: readonly Customer[],
  nextId: ReturnType<typeof createIdMaker>,
  now: number,
): Crm => {
  const integrationId = nextId();
  const objects = objectsOf(customers, formatInstant((now - 3 * DAY_MS) * 1000, 0, 'seconds'));
  return {
    integration: {
      integrationId,
      name: 'Lumenta Orders',
      ownerEmail: users[0]?.emailAddress ?? 'crm@lumenta.example',
    },
    schema: {
      ACCOUNT: [
        field('industry__c', 'Industry', 'STRING'),
        {
          ...field('tier__c', 'Tier', 'PICKLIST'),
          orderedValueList: ['Bronze', 'Silver', 'Gold'],
        },
      ],
      DEAL: [{ ...field('partner__c', 'Partner', 'REFERENCE'), referenceTo: 'ACCOUNT' }],
    },
    objects,
    requests: [
      {
        integrationId,
        clientRequestId: 'nightly-accounts',
        sentAt: now - DAY_MS,
        errors: [],
        totalSuccessCount: customers.length,
      },
    ],
  };
};

const objectsOf = (customers: readonly Customer[], modifiedDate: string): Crm['objects'] => {
  const accounts = customers.map(({ accountId, name, domain, industry }) => ({
    objectId: accountId,
    modifiedDate,
    name,
    domains: [domain],
    industry__c: industry,
  }));
  const contacts = customers.flatMap((customer) =>
    customer.contacts.map(({ contactId, name, title, emailAddress, phoneNumber }) => ({
      objectId: contactId,
      modifiedDate,
      accountId: customer.accountId,
      emailAddress,
      firstName: name.split(' ')[0],
      lastName: name.split(' ').slice(1).join(' '),
      title,
      phoneNumber,
    })),
  );
  const deals = customers.map(({ opportunityId, accountId, name, employees }) => ({
    objectId: opportunityId,
    modifiedDate,
    accountId,
    name: `${name} – Lumenta`,
    status: 'OPEN',
    amount: employees * 12,
  }));
  return { ACCOUNT: byId(accounts), CONTACT: byId(contacts), DEAL: byId(deals) };
};

const field = (uniqueName: string, label: string, type: string): CrmSchemaField => ({
  uniqueName,
  label,
  type,
  lastModified: '2026-01-12T09:30:00Z',
  isDeleted: false,
  referenceTo: null,
  orderedValueList: null,
});

const byId = <T extends { objectId: string }>(objects: readonly T[]): Record<string, T> =>
  Object.fromEntries(objects.map((each) => [each.objectId, each]));
