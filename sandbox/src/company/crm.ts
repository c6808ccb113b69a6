import type { JsonValue } from '../json.js';
import { createRandom } from '../random.js';
import type { CallPlan } from './callPlan.js';
import type { Contact, Customer } from './customers.js';
import type { CallContext, CrmObject, CrmTiming, PartyContext } from './types.js';

const STAGES = ['Prospecting', 'Discovery', 'Proposal', 'Negotiation', 'Closed Won'];
const DAY_MS = 86_400_000;

/** The account and the deal of a call, as they were then and as they are now. */
export const createCallContext = (plan: CallPlan, customer: Customer): CallContext[] => {
  const random = createRandom(plan.seed, plan.metaData.id, 'crm');
  // Calls without any link have an empty list.
  if (random.chance(0.1)) return [];
  const stage = random.integer(0, 2);
  const amount = random.integer(12, 90) * 1000;
  const closeDate = new Date(plan.micros / 1000 + random.integer(20, 90) * DAY_MS)
    .toISOString()
    .slice(0, 10);
  const deal = (timing: CrmTiming): CrmObject<'Opportunity'> =>
    object('Opportunity', customer.opportunityId, timing, {
      Name: `${customer.name} – Lumenta`,
      StageName: STAGES[timing === 'Now' ? stage + 2 : stage] ?? null,
      Amount: timing === 'Now' ? amount * 1.15 : amount,
      CloseDate: closeDate,
      IsClosed: timing === 'Now' && stage === 2,
      NextStep: timing === 'Now' ? null : 'Send proposal',
      Competitors__c: ['Talkwell', 'CallPeak'].slice(0, timing === 'Now' ? 2 : 1),
    });
  const account = (timing: CrmTiming): CrmObject<'Account'> =>
    object('Account', customer.accountId, timing, {
      Name: customer.name,
      Website: `https://www.${customer.domain}`,
      Industry: customer.industry,
      NumberOfEmployees: timing === 'Now' ? customer.employees + 30 : customer.employees,
      Is_Target__c: customer.employees > 2000,
      Renewal_Date__c: null,
    });
  const objects = [
    account('Now'),
    account('TimeOfCall'),
    ...(random.chance(0.75) ? [deal('Now'), deal('TimeOfCall')] : []),
  ];
  return [{ system: systemOf(customer), objects }];
};

/** The CRM record of a person on the customer's side. */
export const createContactContext = (customer: Customer, contact: Contact): PartyContext[] => [
  {
    system: systemOf(customer),
    objects: (['Now', 'TimeOfCall'] as const).map((timing) =>
      object('Contact', contact.contactId, timing, {
        Name: contact.name,
        Title: timing === 'Now' ? contact.title : `Deputy ${contact.title}`,
        Email: contact.emailAddress,
        DoNotCall: false,
      }),
    ),
  },
];

const systemOf = ({ employees }: Customer): 'Salesforce' | 'HubSpot' =>
  employees > 1500 ? 'Salesforce' : 'HubSpot';

const object = <Type extends string>(
  objectType: Type,
  objectId: string,
  timing: CrmTiming,
  fields: Readonly<Record<string, JsonValue>>,
): CrmObject<Type> => ({
  objectType,
  objectId,
  fields: Object.entries(fields).map(([name, value]) => ({ name, value })),
  timing,
});
