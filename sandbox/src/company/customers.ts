import type { createIdMaker, Random } from '../random.js';
import {
  CUSTOMER_NAMES,
  CUSTOMER_TITLES,
  FIRST_NAMES,
  INDUSTRIES,
  LAST_NAMES,
  toAddressPart,
} from './names.js';
import { phoneNumber } from './users.js';

/** A company that calls are held with, and what its record in the CRM says. */
export interface Customer {
  name: string;
  domain: string;
  industry: string;
  employees: number;
  accountId: string;
  opportunityId: string;
  contacts: Contact[];
}

/** A person on the customer's side. */
export interface Contact {
  name: string;
  title: string;
  emailAddress: string;
  phoneNumber: string;
  contactId: string;
}

/** Every customer with a handful of contacts. */
export const createCustomers = (
  random: Random,
  nextId: ReturnType<typeof createIdMaker>,
): Customer[] =>
  CUSTOMER_NAMES.map((name, index) => {
    const domain = `${toAddressPart(name, `customer${index}`)}.example`;
    return {
      name,
      domain,
      industry: random.pick(INDUSTRIES),
      employees: random.integer(4, 900) * 10,
      accountId: `001${nextId().slice(0, 12)}AAQ`,
      opportunityId: `006${nextId().slice(0, 12)}QAM`,
      contacts: Array.from({ length: random.integer(3, 6) }, () =>
        createContact(domain, random, nextId()),
      ),
    };
  });

const createContact = (domain: string, random: Random, id: string): Contact => {
  const first = random.pick(FIRST_NAMES);
  const last = random.pick(LAST_NAMES);
  const account = `${toAddressPart(first, 'contact')}.${toAddressPart(last, id.slice(-4))}`;
  return {
    name: `${first} ${last}`,
    title: random.pick(CUSTOMER_TITLES),
    emailAddress: `${account}@${domain}`,
    phoneNumber: phoneNumber(random),
    contactId: `003${id.slice(0, 12)}QAX`,
  };
};
