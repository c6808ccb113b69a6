import { createTestGateway, type Answer, type TestGatewayOptions } from '../../support/gateway.js';
import { FakeClock } from '../../support/clock.js';
import { engageSamples } from './engageSamples.js';
import { FakeWire } from '../../gong/support.js';
import { permissionSamples } from './permissionSamples.js';
import { crmSamples } from './crmSamples.js';

type Step = ConstructorParameters<typeof FakeWire>[1];

/** The whole gateway over a Gong that answers as the test says. */
export function setUp(script: readonly Step[], options: TestGatewayOptions = {}) {
  const clock = new FakeClock();
  const wire = new FakeWire(clock, ...script);
  const gateway = createTestGateway({ clock, fetch: wire.fetch, ...options });
  return {
    clock,
    wire,
    gateway,
    /** Runs an operation, with as much time passing as it takes. */
    run: (query: string, variables?: Record<string, unknown>): Promise<Answer> =>
      clock.runUntil(gateway.execute(query, variables)),
  };
}

/** One mutation with an input that passes all checks. */
export interface Sample {
  readonly name: string;
  readonly type: string;
  readonly input: Record<string, unknown>;
  readonly selection: string;
  /** What Gong is sent. */
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  /** What Gong answers, and what comes of it. */
  readonly answer: object;
  readonly data: object;
}

const context = [
  {
    system: 'salesforce',
    objects: [
      { objectType: 'ACCOUNT', objectId: '001A', fields: [{ name: 'Size', value: [1, 'x'] }] },
    ],
  },
];
const gongContext = [
  {
    system: 'Salesforce',
    objects: [
      { objectType: 'Account', objectId: '001A', fields: [{ name: 'Size', value: [1, 'x'] }] },
    ],
  },
];
const content = {
  reportingSystem: 'decks',
  eventTimestamp: '2026-05-30T10:00:00.123456+02:00',
  contentId: 'c1',
  contentUrl: 'https://decks.example.com/1',
  contentTitle: 'Deck',
};
const facts = {
  eventId: 'e1',
  workspaceId: '5',
  moreInfoUrl: 'https://decks.example.com/more',
  userAgent: 'Firefox',
  mobileAppId: 'com.example',
  sharingMessageSubject: 'Subject',
  sharingMessageBody: 'Body',
};

const person = { email: 'jo@example.com', name: 'Jo', title: 'CFO' };
const sharer = { id: '77', email: 'rep@example.com', name: 'Rep' };
const meeting = {
  title: 'Demo',
  startTime: '2026-07-01T10:00:00Z',
  endTime: '2026-07-01T11:00:00Z',
  organizerEmail: 'rep@example.com',
  invitees: [{ email: 'jo@example.com', displayName: 'Jo B', firstName: 'Jo', lastName: 'B' }],
  externalId: 'x1',
  provider: 'zoom',
};
const plan = {
  title: 'Demo',
  startsAt: '2026-07-01T10:00:00Z',
  endsAt: '2026-07-01T11:00:00Z',
  organizerEmail: ' rep@example.com ',
  invitees: [
    { emailAddress: 'jo@example.com', displayName: 'Jo B', firstName: 'Jo', lastName: 'B' },
  ],
  externalId: 'x1',
  provider: 'zoom',
};

export const minimalCall = {
  clientUniqueId: 'd1',
  primaryUserId: '77',
  direction: 'OUTBOUND',
  actualStart: '2026-05-30T10:00:00Z',
  parties: [{ userId: '77' }],
};

/** Every mutation that sends JSON, with all members of its input. */
export const samples: readonly Sample[] = [
  {
    name: 'createCall',
    type: 'CreateCallInput',
    input: {
      ...minimalCall,
      title: 'Call',
      purpose: 'Prospecting',
      scheduledStart: '2026-05-30T10:00:00+02:00',
      scheduledEnd: '2026-05-30T11:00:00+02:00',
      durationSeconds: 600.5,
      disposition: 'Connected',
      customData: '{"a":1}',
      meetingUrl: 'https://meet.example.com/1',
      callProviderCode: 'zoom',
      downloadMediaUrl: 'https://media.example.com/1.mp3',
      workspaceId: '5',
      languageCode: 'en-us',
      context,
      flowContext: { taskId: '9' },
      speakersTimeline: {
        precise: true,
        speechSegments: [{ startSeconds: 0.0004, endSeconds: 1.9996, partyIds: ['a', 'b'] }],
      },
      parties: [
        { userId: '77', partyId: 'a', mediaChannelId: 0 },
        {
          partyId: 'b',
          name: 'Jo',
          emailAddress: 'jo@example.com',
          phoneNumber: '+1',
          mediaChannelId: 1,
          context,
        },
      ],
    },
    selection: 'callId alreadyExisted requestId call { title }',
    method: 'POST',
    path: '/v2/calls',
    body: {
      clientUniqueId: 'd1',
      primaryUser: '77',
      direction: 'Outbound',
      actualStart: '2026-05-30T10:00:00Z',
      title: 'Call',
      purpose: 'Prospecting',
      scheduledStart: '2026-05-30T10:00:00+02:00',
      scheduledEnd: '2026-05-30T11:00:00+02:00',
      duration: 600.5,
      disposition: 'Connected',
      customData: '{"a":1}',
      meetingUrl: 'https://meet.example.com/1',
      callProviderCode: 'zoom',
      downloadMediaUrl: 'https://media.example.com/1.mp3',
      workspaceId: '5',
      languageCode: 'en-US',
      context: gongContext,
      flowContext: { taskId: '9' },
      speakersTimeline: {
        precise: true,
        speechSegments: [{ fromTime: 0, toTime: 2000, partyIds: ['a', 'b'] }],
      },
      parties: [
        { userId: '77', partyId: 'a', mediaChannelId: 0 },
        {
          partyId: 'b',
          name: 'Jo',
          emailAddress: 'jo@example.com',
          phoneNumber: '+1',
          mediaChannelId: 1,
          context: gongContext,
        },
      ],
    },
    answer: { requestId: 'r1', callId: '7782342274025937895' },
    data: { callId: '7782342274025937895', alreadyExisted: false, requestId: 'r1', call: null },
  },
  {
    name: 'createMeeting',
    type: 'CreateMeetingInput',
    input: plan,
    selection: `requestId meeting { id url title startsAt endsAt organizerEmail externalId provider
      invitees { emailAddress displayName firstName lastName } additionalInvitees { emailAddress } }`,
    method: 'POST',
    path: '/v2/meetings',
    body: meeting,
    answer: {
      requestId: 'r1',
      meetingId: '7782342274025937896',
      meetingUrl: 'https://join.example.com/1',
      additionalInvitees: [{ email: 'assistant@gong.io' }],
    },
    data: {
      requestId: 'r1',
      meeting: {
        id: '7782342274025937896',
        url: 'https://join.example.com/1',
        title: 'Demo',
        startsAt: '2026-07-01T10:00:00.000Z',
        endsAt: '2026-07-01T11:00:00.000Z',
        organizerEmail: 'rep@example.com',
        externalId: 'x1',
        provider: 'zoom',
        invitees: plan.invitees,
        additionalInvitees: [{ emailAddress: 'assistant@gong.io' }],
      },
    },
  },
  {
    name: 'updateMeeting',
    type: 'UpdateMeetingInput',
    input: { id: '7782342274025937896', ...plan, title: null, provider: undefined },
    selection: 'requestId meeting { id url title additionalInvitees { emailAddress } provider }',
    method: 'PUT',
    path: '/v2/meetings/7782342274025937896',
    body: { ...meeting, title: undefined, provider: undefined },
    answer: { requestId: 'r1', meetingId: '7782342274025937896' },
    data: {
      requestId: 'r1',
      meeting: {
        id: '7782342274025937896',
        url: null,
        title: null,
        additionalInvitees: [],
        provider: null,
      },
    },
  },
  {
    name: 'deleteMeeting',
    type: 'DeleteMeetingInput',
    input: { id: '7782342274025937896', organizerEmail: 'rep@example.com' },
    selection: 'deletedMeetingId requestId',
    method: 'DELETE',
    path: '/v2/meetings/7782342274025937896',
    body: { organizerEmail: 'rep@example.com' },
    answer: { organizerEmail: 'rep@example.com' },
    data: { deletedMeetingId: '7782342274025937896', requestId: null },
  },
  {
    name: 'recordContentView',
    type: 'RecordContentViewInput',
    input: {
      ...content,
      ...facts,
      viewActionTitle: 'Viewed',
      shareId: 's1',
      viewInfoUrl: 'https://decks.example.com/info',
      viewer: { ...person, context },
      sharer,
      crmContext: context,
      contentProperties: [{ name: 'pages', dataType: 'NUMBER', value: '12.5' }],
      eventProperties: [{ name: 'source', value: 'mail' }],
      nonCompanyParticipants: [person],
      agentPlatform: 'macos',
      actionName: 'View',
    },
    selection: 'accepted alreadyReported requestId',
    method: 'PUT',
    path: '/v2/customer-engagement/content/viewed',
    body: {
      ...content,
      ...facts,
      viewActionTitle: 'Viewed',
      shareId: 's1',
      viewInfoUrl: 'https://decks.example.com/info',
      viewer: { ...person, context: gongContext },
      sharer,
      crmContext: gongContext,
      contentProperties: [{ name: 'pages', dataType: 'number', value: '12.5' }],
      eventProperties: [{ name: 'source', dataType: 'string', value: 'mail' }],
      nonCompanyParticipants: [person],
      agentPlatform: 'MacOS',
      actionName: 'View',
    },
    answer: { requestId: 'r1' },
    data: { accepted: true, alreadyReported: false, requestId: 'r1' },
  },
  {
    name: 'recordContentShare',
    type: 'RecordContentShareInput',
    input: {
      ...content,
      ...facts,
      shareId: 's1',
      shareInfoUrl: 'https://decks.example.com/info',
      sharer,
      recipients: [{ ...person, context }],
      trackingId: 't1',
      crmContext: context,
      contentProperties: [{ name: 'link', dataType: 'URL', value: 'https://decks.example.com' }],
      eventProperties: [{ name: 'day', dataType: 'DATE', value: '2026-05-30' }],
      nonCompanyParticipants: [person],
      agentPlatform: 'Windows',
      actionName: 'Sent',
    },
    selection: 'accepted alreadyReported requestId',
    method: 'PUT',
    path: '/v2/customer-engagement/content/shared',
    body: {
      ...content,
      ...facts,
      shareId: 's1',
      shareInfoUrl: 'https://decks.example.com/info',
      sharer,
      recipients: [{ ...person, context: gongContext }],
      trackingId: 't1',
      crmContext: gongContext,
      contentProperties: [{ name: 'link', dataType: 'url', value: 'https://decks.example.com' }],
      eventProperties: [{ name: 'day', dataType: 'date', value: '2026-05-30' }],
      nonCompanyParticipants: [person],
      agentPlatform: 'Windows',
      actionName: 'Sent',
    },
    answer: { requestId: 'r1' },
    data: { accepted: true, alreadyReported: false, requestId: 'r1' },
  },
  {
    name: 'recordCustomAction',
    type: 'RecordCustomActionInput',
    input: {
      ...content,
      ...facts,
      actionName: 'Signed',
      eventInfoUrl: 'https://decks.example.com/info',
      actor: { ...person, context },
      sharer,
      shareId: 's1',
      trackingId: 't1',
      crmContext: context,
      contentProperties: [],
      eventProperties: [{ name: 'at', dataType: 'DATE', value: '2026-05-30T10:00:00Z' }],
      nonCompanyParticipants: [person],
      agentPlatform: 'iOS',
    },
    selection: 'accepted alreadyReported requestId',
    method: 'PUT',
    path: '/v2/customer-engagement/action',
    body: {
      ...content,
      ...facts,
      actionName: 'Signed',
      eventInfoUrl: 'https://decks.example.com/info',
      actor: { ...person, context: gongContext },
      sharer,
      shareId: 's1',
      trackingId: 't1',
      crmContext: gongContext,
      contentProperties: [],
      eventProperties: [{ name: 'at', dataType: 'date', value: '2026-05-30T10:00:00Z' }],
      nonCompanyParticipants: [person],
      agentPlatform: 'iOS',
    },
    answer: { requestId: 'r1' },
    data: { accepted: true, alreadyReported: false, requestId: 'r1' },
  },
  ...permissionSamples,
  ...crmSamples,
  ...engageSamples,
  {
    name: 'gongRequest',
    type: 'GongRequestInput',
    input: {
      method: 'PUT',
      path: '/v2/calls/users-access',
      query: { a: ['x', 1, true], b: null, c: 'ü&' },
      body: { callAccessList: [{ callId: '7782342274025937895', userIds: ['1'] }] },
    },
    selection: 'status body requestId',
    method: 'PUT',
    path: '/v2/calls/users-access?a=x&a=1&a=true&c=%C3%BC%26',
    body: { callAccessList: [{ callId: '7782342274025937895', userIds: ['1'] }] },
    answer: { requestId: 'r1', done: [true] },
    data: { status: 200, body: { requestId: 'r1', done: [true] }, requestId: 'r1' },
  },
];

export const mutationOf = ({ name, type, selection }: Sample): string =>
  `mutation Write($input: ${type}!) { ${name}(input: $input) { ${selection} } }`;
