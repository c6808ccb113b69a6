import { formatInstant, toMicros } from '../instants.js';
import type { CallPlan } from './callPlan.js';
import { createContent } from './content.js';
import { createConversation, type Conversation } from './conversation.js';
import type { Customer } from './customers.js';
import { measureInteraction } from './interaction.js';
import { lazily } from './lazy.js';
import { findTrackerHits } from './trackerHits.js';
import type { Call, CallMetaData, Company, Party, RegisteredCall, User } from './types.js';

/** What is assumed of a recording of which nobody said how long it is, in seconds. */
const ASSUMED_DURATION = 600;

/** When an upload is known of, becomes visible and is analyzed, in milliseconds since 1970. */
export interface ProcessingTimes {
  notReadyFrom: number;
  availableAt: number;
  analyzedAt: number;
}

/** The call that an upload turns into. */
export const createUploadedCall = (
  { id, registration, registeredAt }: RegisteredCall,
  company: Company,
  host: User,
  { notReadyFrom, availableAt, analyzedAt }: ProcessingTimes,
): Call => {
  const text = (name: string): string | null => {
    const value = registration[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const parties = (registration['parties'] as PartyRegistration[]).map((party, index) =>
    toParty(party, index, id, company),
  );
  const isInternal = parties.every(({ affiliation }) => affiliation === 'Internal');
  const metaData: CallMetaData = {
    id,
    url: `https://us-00000.app.gong.example/call?id=${id}`,
    title: text('title') ?? 'Uploaded call',
    scheduled: text('scheduledStart'),
    started: text('actualStart') ?? formatInstant(registeredAt * 1000, 0, 'millis'),
    duration: Number(registration['duration'] ?? ASSUMED_DURATION),
    primaryUserId: host.id,
    direction: registration['direction'] as CallMetaData['direction'],
    system: 'Upload API',
    scope: isInternal ? 'Internal' : 'External',
    media: 'Audio',
    language: /^en\b|^$/.test(text('languageCode') ?? '') ? 'eng' : 'und',
    workspaceId: text('workspaceId') ?? company.workspaces[0]?.id ?? '1',
    sdrDisposition: text('disposition'),
    clientUniqueId: text('clientUniqueId'),
    customData: text('customData'),
    purpose: text('purpose'),
    meetingUrl: text('meetingUrl'),
    isPrivate: false,
    calendarEventId: null,
  };
  const call: Call = {
    metaData,
    parties,
    context: (registration['context'] ?? []) as NonNullable<Call['context']>,
    collaboration: {},
    hasMedia: true,
    notReadyFrom,
    availableAt,
    analyzedAt,
  };
  addAnalysis(call, company, {
    seed: Number(id.slice(-6)),
    kind: isInternal ? 'internal' : 'discovery',
    host,
    customer: isInternal ? null : customerOf(parties),
    metaData,
    micros: toMicros(metaData.started),
    channel: 'upload',
  });
  return call;
};

interface PartyRegistration {
  emailAddress?: string;
  phoneNumber?: string;
  name?: string;
  userId?: string;
  context?: NonNullable<Party['context']>;
}

const toParty = (
  { emailAddress, phoneNumber, name, userId, context }: PartyRegistration,
  index: number,
  callId: string,
  { users }: Company,
): Party => {
  const user = users.find((each) => each.id === userId || each.emailAddress === emailAddress);
  return {
    id: `${index + 1}${callId.slice(0, 17)}`,
    speakerId: `${index + 1}${callId.slice(-17)}`,
    emailAddress: emailAddress ?? user?.emailAddress ?? null,
    phoneNumber: phoneNumber ?? null,
    name: name ?? (user ? `${user.firstName ?? ''} ${user.lastName ?? ''}`.trim() : null),
    userId: user?.id ?? null,
    title: user?.title ?? null,
    affiliation: user ? 'Internal' : 'External',
    methods: ['Attendee'],
    ...(context === undefined ? {} : { context }),
  };
};

/** Only what conversations speak of. */
const customerOf = (parties: readonly Party[]): Customer => {
  const guest = parties.find(({ affiliation }) => affiliation === 'External');
  const domain = guest?.emailAddress?.split('@')[1] ?? '';
  return {
    name: domain.split('.')[0] || guest?.name || 'the customer',
    domain,
    industry: 'Services',
    employees: 100,
    accountId: '',
    opportunityId: '',
    contacts: [],
  };
};

const addAnalysis = (call: Call, company: Company, plan: CallPlan): void => {
  const parties = call.parties ?? [];
  let conversation: Conversation | undefined;
  const talk = (): Conversation => (conversation ??= createConversation(plan, parties));
  lazily(call, 'transcript', () => talk().monologues);
  lazily(call, 'content', () => {
    const trackers = company.keywordTrackers.filter(
      ({ workspaceId }) => workspaceId === plan.metaData.workspaceId,
    );
    return createContent(plan, talk(), findTrackerHits(talk(), parties, trackers, []));
  });
  lazily(call, 'interaction', () => measureInteraction(plan, talk(), parties));
};
