import { createRandom } from '../random.js';
import type { CallPlan } from './callPlan.js';
import { createContactContext } from './crm.js';
import type { Company, Party, User } from './types.js';

/** Who was invited or present: people of the company, of the customer, and on the phone strangers. */
export const createParties = (plan: CallPlan, company: Company): Party[] => {
  const { metaData, host, customer, channel } = plan;
  const random = createRandom(plan.seed, metaData.id, 'parties');
  const speakerId = () => String(random.integer(10_000_000, 99_999_999)) + metaData.id.slice(-11);
  const partyId = () => String(random.integer(10_000_000, 99_999_999)) + metaData.id.slice(0, 11);
  const colleagues = random
    .sample(company.users, 3)
    .filter(({ id, active }) => active && id !== host.id)
    .slice(0, customer ? random.pick([0, 0, 1, 1, 2]) : 3);
  const internal = [host, ...colleagues].map((user, index): Party => {
    const party = fromUser(user, partyId());
    // Some were invited and stayed silent or away: they have no speaker key.
    const spoke = index === 0 || !random.chance(0.3);
    if (spoke) party.speakerId = speakerId();
    party.methods = spoke ? ['Invitee', 'Attendee'] : ['Invitee'];
    // Gong does not always copy the name of a user to the call.
    if (index > 0 && random.chance(0.15)) delete party.name;
    return party;
  });
  const guests = customer
    ? random.sample(customer.contacts, channel === 'web' ? random.integer(1, 3) : 1)
    : [];
  const external = guests.map((guest, index): Party => {
    const spoke = index === 0 || !random.chance(0.35);
    return {
      id: partyId(),
      emailAddress: guest.emailAddress,
      name: guest.name,
      title: guest.title,
      userId: null,
      ...(spoke ? { speakerId: speakerId() } : {}),
      affiliation: 'External',
      phoneNumber: channel === 'phone' ? guest.phoneNumber : null,
      methods: spoke ? ['Invitee', 'Attendee'] : ['Invitee'],
      ...(customer ? { context: createContactContext(customer, guest) } : {}),
    };
  });
  const unknown: Party[] =
    channel === 'phone' && random.chance(0.4)
      ? [
          {
            id: partyId(),
            name: 'Phone Caller #1',
            speakerId: speakerId(),
            affiliation: 'Unknown',
            phoneNumber: null,
            methods: ['Attendee'],
          },
        ]
      : [];
  return [...internal, ...external, ...unknown];
};

const fromUser = (user: User, id: string): Party => ({
  id,
  emailAddress: user.emailAddress,
  name: [user.firstName, user.lastName].filter((part) => part !== null).join(' '),
  title: user.title,
  userId: user.id,
  affiliation: 'Internal',
  phoneNumber: null,
});
