import type { Rule } from '../pricing.js';
import { below } from './references.js';

const integrationStatus: Rule = ({ field, pricing }) => {
  const emails = field.args['emails'] as readonly string[];
  const distinct = new Set(emails.map((email) => email.trim().toLowerCase()));
  pricing.bill.addresses.ask(pricing.moments.start, distinct, true, field.path);
  return [];
};

/** Found by address, as `searchUsers` finds. */
const organizer: Rule = (visit) => {
  const { place, field, pricing } = visit;
  pricing.bill.users.askAll(false, field.path);
  const known = pricing.moments.after('directory', place.known);
  return [below(visit, 'User', { known, hasDirectory: true })];
};

export const meetingRules: Readonly<Record<string, Rule>> = {
  'Query.meetingIntegrationStatus': integrationStatus,
  'Meeting.organizer': organizer,
};
