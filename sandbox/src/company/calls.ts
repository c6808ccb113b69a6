import { formatInstant, toMicros, type InstantForm } from '../instants.js';
import { createRandom, type createIdMaker, type Random } from '../random.js';
import type { CompanyOptions } from './companyOptions.js';
import type { CallKind, CallPlan, Channel } from './callPlan.js';
import type { Customer } from './customers.js';
import { addDetails } from './details.js';
import { createSmartTrackers } from './trackers.js';
import { officeHours, steadyHours, type Slot } from './timetable.js';
import type { Call, CallMetaData, Company, User } from './types.js';

const KINDS: readonly CallKind[] = [
  ...Array<CallKind>(5).fill('discovery'),
  ...Array<CallKind>(5).fill('demo'),
  ...Array<CallKind>(3).fill('pricing'),
  ...Array<CallKind>(2).fill('negotiation'),
  ...Array<CallKind>(3).fill('support'),
  ...Array<CallKind>(2).fill('renewal'),
  ...Array<CallKind>(2).fill('internal'),
];
const TITLES: Readonly<Record<CallKind, readonly string[]>> = {
  discovery: ['{c} / Lumenta: intro', 'Discovery call with {c}', '{c}: first conversation'],
  demo: ['Lumenta demo for {c}', '{c}: product walkthrough', 'Demo – {c} revenue team'],
  pricing: ['{c}: pricing and packages', 'Commercials with {c}'],
  negotiation: ['{c}: contract review', 'Closing call – {c}'],
  support: ['{c}: support session', 'Troubleshooting with {c}'],
  renewal: ['{c}: renewal check-in', 'Quarterly business review – {c}'],
  internal: ['Weekly pipeline review', 'Deal desk', 'Sales team stand-up', '1:1 coaching'],
};
const WEB_SYSTEMS = ['Zoom', 'Zoom', 'Zoom', 'Google Meet', 'Google Meet', 'Microsoft Teams'];
const PHONE_SYSTEMS = ['Aircall', 'RingCentral', 'Gong Connect'];
const DISPOSITIONS = ['Connected', 'Meeting set', 'Call back later', 'Left voicemail', null];
const FORMS: readonly InstantForm[] = ['seconds', 'millis', 'micros', 'utc'];
/** The first analysis still under way ends this long after the company was made, the next after twice that. */
const ANALYSIS_DELAY_MS = 10 * 60_000;
/**
 * Which calls, counted from the newest, are still being analyzed. Not the very newest: whoever looks at a
 * sandbox for the first time asks for these, and should see what a finished call looks like.
 */
const NOT_YET_ANALYZED: readonly number[] = [3, 7, 8];

/** Makes calls of a company, one at a time. */
export interface CallMaker {
  plan: (slot: Slot, random: Random) => CallPlan;
  make: (plan: CallPlan) => Call;
}

/** @param seed of the company: details of a call are the same for the same seed and call ID. */
export const createCallMaker = (
  company: Company,
  customers: readonly Customer[],
  seed: number,
  nextId: ReturnType<typeof createIdMaker>,
): CallMaker => {
  const smartTrackers = createSmartTrackers(nextId);
  const hosts = company.users.filter(({ active }) => active);
  return {
    plan: (slot, random) => planCall(company, hosts, customers, slot, seed, nextId(), random),
    make: (plan) => {
      const call: Call = { metaData: plan.metaData };
      addDetails(call, plan, company, smartTrackers);
      return call;
    },
  };
};

/** The calls of a company, oldest first. */
export const createCalls = (
  { plan, make }: CallMaker,
  { seed, now, calls, days, steady }: CompanyOptions,
): Call[] => {
  const random = createRandom(seed, 'calls');
  const slots = steady ? steadyHours(calls, days, now) : officeHours(calls, days, now, random);
  const plans = slots
    .map((slot) => plan(slot, random))
    // A start written in whole seconds may lie before the one it followed.
    .sort((one, other) => startOf(one) - startOf(other));
  return plans.map((each, index) => {
    const call = make(each);
    const place = NOT_YET_ANALYZED.indexOf(plans.length - index);
    if (place >= 0) call.analyzedAt = now + (place + 1) * ANALYSIS_DELAY_MS;
    return call;
  });
};

const startOf = ({ metaData }: CallPlan): number => toMicros(metaData.started);

const planCall = (
  company: Company,
  hosts: readonly User[],
  customers: readonly Customer[],
  slot: Slot,
  seed: number,
  id: string,
  random: Random,
): CallPlan => {
  const kind = random.pick(KINDS);
  const host = random.pick(hosts);
  const customer = kind === 'internal' ? null : random.pick(customers);
  const channel = pickChannel(kind, random);
  const isCustomerCare = kind === 'support' || kind === 'renewal';
  const workspace = company.workspaces[isCustomerCare ? 1 : 0] ?? company.workspaces[0];
  const started = formatInstant(slot.micros, slot.offsetMinutes, random.pick(FORMS));
  const metaData: CallMetaData = {
    id,
    url: `https://us-00000.app.gong.example/call?id=${id}`,
    title: random.pick(TITLES[kind]).replace('{c}', customer?.name ?? ''),
    ...channelFacts(channel, slot, id, random),
    started,
    duration: pickDuration(channel, random),
    primaryUserId: random.chance(0.01) ? null : host.id,
    scope: customer ? 'External' : 'Internal',
    language: random.chance(0.95) ? 'eng' : random.pick(['und', 'zxx', null]),
    workspaceId: workspace?.id ?? '1',
    isPrivate: random.chance(0.03),
  };
  return { seed, kind, host, customer, metaData, micros: slot.micros, channel };
};

const pickChannel = (kind: CallKind, random: Random): Channel => {
  if (kind === 'internal') return 'web';
  const roll = random.next();
  if (roll < 0.03) return 'upload';
  return roll < 0.25 ? 'phone' : 'web';
};

/** Seconds. Phone calls are short, now and then a voicemail; meetings fill their slot. */
const pickDuration = (channel: Channel, random: Random): number => {
  if (channel === 'phone')
    return random.chance(0.2) ? random.integer(20, 59) : random.integer(120, 900);
  return random.pick([900, 1800, 1800, 2700]) - random.integer(0, 420);
};

type ChannelFacts = Pick<
  CallMetaData,
  | 'scheduled'
  | 'direction'
  | 'system'
  | 'media'
  | 'sdrDisposition'
  | 'clientUniqueId'
  | 'customData'
  | 'purpose'
  | 'meetingUrl'
  | 'calendarEventId'
>;

const NO_FACTS = {
  scheduled: null,
  sdrDisposition: null,
  clientUniqueId: null,
  customData: null,
  purpose: null,
  meetingUrl: null,
  calendarEventId: null,
} as const;

const channelFacts = (channel: Channel, slot: Slot, id: string, random: Random): ChannelFacts => {
  const isVideo = random.chance(0.85);
  switch (channel) {
    case 'web':
      return {
        ...NO_FACTS,
        scheduled: scheduledTime(slot, random),
        direction: 'Conference',
        system: random.pick(WEB_SYSTEMS),
        media: isVideo ? 'Video' : 'Audio',
        meetingUrl: `https://meet.example/j/${id.slice(0, 10)}`,
        calendarEventId: `event${id.slice(2, 14)}`,
      };
    case 'phone':
      return {
        ...NO_FACTS,
        direction: random.pick(['Outbound', 'Outbound', 'Inbound']),
        system: random.pick(PHONE_SYSTEMS),
        media: 'Audio',
        sdrDisposition: random.pick(DISPOSITIONS),
        purpose: random.pick(['Prospecting', 'Follow-up', null]),
      };
    case 'upload':
      return {
        ...NO_FACTS,
        direction: 'Unknown',
        system: 'Upload API',
        media: 'Audio',
        clientUniqueId: `import-${id.slice(-8)}`,
        customData: JSON.stringify({ source: 'archive', batch: random.integer(1, 40) }),
      };
  }
};

/** Meetings begin some minutes off their plan, some were moved by hours, some had no plan. */
const scheduledTime = ({ micros, offsetMinutes }: Slot, random: Random): string | null => {
  if (random.chance(0.08)) return null;
  const quarter = 15 * 60_000_000;
  const moved = random.chance(0.03) ? random.integer(-12, 12) * quarter : 0;
  return formatInstant(Math.round(micros / quarter) * quarter + moved, offsetMinutes, 'seconds');
};
