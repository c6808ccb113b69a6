import { formatInstant } from '../instants.js';
import type { createIdMaker, Random } from '../random.js';
import { FIRST_NAMES, LAST_NAMES, toAddressPart } from './names.js';
import type { User } from './types.js';

/** Domain of the imitated company. */
export const HOME_DOMAIN = 'lumenta.example';

/** Direct reports of each manager. */
const SPAN = 6;
const DAY_MS = 86_400_000;
const LANGUAGES = ['en-US', 'en-GB', 'de-DE', 'fr-FR', 'es-ES', 'ja-JP'];

/**
 * Users as a tree: the first leads the company, every following manager has up to six reports. Some
 * have left, some have aliases, a trusted address or a phone.
 */
export const createUsers = (
  count: number,
  random: Random,
  nextId: ReturnType<typeof createIdMaker>,
  now: number,
): User[] => {
  const users: User[] = [];
  for (let index = 0; index < count; index += 1) {
    const manager = index === 0 ? undefined : users[Math.floor((index - 1) / SPAN)];
    users.push(createUser(index, count, manager?.id ?? null, random, nextId(), now));
  }
  return users;
};

/** The users that Gong adds for its own staff. */
export const createAvatars = (
  random: Random,
  nextId: ReturnType<typeof createIdMaker>,
  now: number,
): User[] =>
  ['Support', 'Onboarding'].map((role, index) => ({
    ...createUser(index, 2, null, random, nextId(), now),
    emailAddress: `gong-${role.toLowerCase()}@gong-avatar.example`,
    emailAliases: [],
    trustedEmailAddress: null,
    firstName: 'Gong',
    lastName: role,
    title: null,
    active: true,
  }));

const createUser = (
  index: number,
  count: number,
  managerId: string | null,
  random: Random,
  id: string,
  now: number,
): User => {
  const firstName = FIRST_NAMES[index % FIRST_NAMES.length] ?? 'Alex';
  // Another step through the last names on each round keeps pairs apart.
  const round = Math.floor(index / FIRST_NAMES.length);
  const lastName = LAST_NAMES[(index * 7 + round * 3 + 1) % LAST_NAMES.length] ?? 'Doe';
  const account = `${toAddressPart(firstName, 'user')}.${toAddressPart(lastName, `n${index}`)}`;
  const emailAddress = `${account}${round > 0 ? round + 1 : ''}@${HOME_DOMAIN}`;
  const isManager = index * SPAN + 1 < count;
  const active = isManager || index % 9 !== 8;
  const createdAt = now - random.integer(30, 1500) * DAY_MS + random.integer(0, DAY_MS);
  const language = random.pick(LANGUAGES);
  return {
    id,
    emailAddress,
    created: formatInstant(createdAt * 1000, random.pick([0, 60, 120, -300, -420])),
    active,
    emailAliases: index % 6 === 1 ? [`${account}${index}@lumenta-group.example`] : [],
    trustedEmailAddress: index % 8 === 3 ? `${account}${index}@sso.${HOME_DOMAIN}` : null,
    firstName,
    lastName,
    title: titleOf(index, isManager, random),
    phoneNumber: index % 3 === 0 ? phoneNumber(random) : null,
    extension: index % 12 === 0 ? String(random.integer(100, 999)) : null,
    personalMeetingUrls: index % 4 === 0 ? [`https://zoom.example/my/${account}${index}`] : [],
    settings: {
      webConferencesRecorded: active,
      preventWebConferenceRecording: index % 29 === 28,
      telephonyCallsImported: index % 2 === 0,
      emailsImported: active,
      preventEmailImport: false,
      nonRecordedMeetingsImported: index % 5 === 0,
      gongConnectEnabled: index % 2 === 0,
    },
    managerId,
    meetingConsentPageUrl: index % 5 === 0 ? `https://join.gong.example/lumenta/${account}` : null,
    conferencingProviders:
      index % 3 === 2 ? null : [{ provider: random.pick(['zoom', 'googlemeet']), isDefault: true }],
    spokenLanguages: [{ language, primary: true }],
  };
};

const titleOf = (index: number, isManager: boolean, random: Random): string | null => {
  if (index === 0) return 'Chief Revenue Officer';
  if (index <= SPAN) return random.pick(['VP of Sales', 'VP of Customer Success']);
  if (isManager) return random.pick(['Sales Manager', 'Customer Success Manager, Team Lead']);
  if (index % 15 === 14) return null;
  return random.pick([
    'Account Executive',
    'Senior Account Executive',
    'Sales Development Representative',
    'Solutions Engineer',
    'Customer Success Manager',
  ]);
};

/** A number in one of the ways people write them. */
export const phoneNumber = (random: Random): string => {
  const digits = () => String(random.integer(100, 999));
  const last = String(random.integer(1000, 9999));
  return random.pick([
    `+1 (${digits()}) ${digits()}-${last}`,
    `+1${digits()}${digits()}${last}`,
    `+44 20 ${last} ${String(random.integer(1000, 9999))}`,
    `+49-30-${digits()}${last}`,
  ]);
};
