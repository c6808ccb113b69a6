import {
  plainCall,
  plainUser,
  type Call,
  type Company,
  type CrmObject,
  type Folder,
  type Party,
  type Scorecard,
} from '../../../sandbox/src/index.js';
import { companyOf, plainReview } from '../../support/companies.js';
import { fullCrm } from './crm.js';
import { fullEngage } from './engage.js';

/** A small company in which every member of every record has a value, so that each can be mutated. */
export function fullCompany(): Company {
  return companyOf({
    workspaces: [
      { id: '11', name: 'Sales', description: 'New business' },
      { id: '12', name: 'Success', description: 'Renewals' },
    ],
    users: [userOf('501', '502'), userOf('502', '503'), userOf('503', '501')],
    calls: [callOf('101', '20'), callOf('102', '21')],
    folders: [folderOf('61', '62'), folderOf('62', '63'), folderOf('63', '61')],
    keywordTrackers: [trackerOf('71'), trackerOf('72')],
    scorecards: [scorecardOf('81'), scorecardOf('82')],
    dialerOutcomes: [
      {
        callOutcome: 'Do not call again',
        displayOrder: 4,
        connectStatus: 'CONNECTED',
        sentiment: 'NEGATIVE',
        todoAction: 'COMPLETE_AND_REMOVE',
        automation: 'MARK_AS_OPT_OUT',
        category: 'ANSWERED',
      },
    ],
    permissionProfiles: [profileOf('41', '11'), profileOf('42', '12')],
    callAccess: [
      { callId: '101', userIds: ['501', '502'] },
      { callId: '102', userIds: ['503'] },
    ],
    answeredScorecards: [reviewOf('91', '101', '20'), reviewOf('92', '102', '21')],
    engage: fullEngage(),
    crm: fullCrm(),
  });
}

function profileOf(id: string, workspaceId: string) {
  const access = { permissionLevel: 'managers-team', teamLeadIds: ['501', '502'] };
  return {
    workspaceId,
    userIds: ['501', '503'],
    profile: {
      id,
      name: `Profile ${id}`,
      description: `About ${id}`,
      callsAccess: access,
      dealsAccess: access,
      forecastPermissions: {
        forecastAccess: access,
        forecastEditSubmissions: access,
        forecastEditTargets: access,
      },
      libraryFolderAccess: {
        permissionLevel: 'specific-folders',
        libraryFolderIds: ['61', '62'],
        managePublicFolder: true,
        manageStreams: true,
        manageFolderCalls: false,
        shareFoldersAndStreams: false,
      },
      scoreCalls: true,
      deals: false,
    },
  };
}

function userOf(id: string, managerId: string) {
  return plainUser({
    id,
    managerId,
    emailAddress: `user${id}@acme.com`,
    trustedEmailAddress: `trusted${id}@acme.com`,
    emailAliases: [`alias${id}@acme.com`, `second${id}@acme.com`],
    firstName: `First${id}`,
    lastName: `Last${id}`,
    title: `Title ${id}`,
    phoneNumber: `+1 415 555 0${id}`,
    extension: `7${id}`,
    personalMeetingUrls: [`https://meet.acme.com/${id}`],
    meetingConsentPageUrl: `https://join.gong.io/${id}`,
    spokenLanguages: [
      { language: 'en-US', primary: true },
      { language: 'de-DE', primary: false },
    ],
    conferencingProviders: [
      { provider: 'Zoom', isDefault: true },
      { provider: 'Webex', isDefault: false },
    ],
    created: `2026-02-0${id.slice(-1)}T08:00:00Z`,
  });
}

function crmObject<Type extends string>(objectType: Type, objectId: string): CrmObject<Type> {
  const fields = [
    { name: 'stage', value: `Stage ${objectId}` },
    { name: 'amount', value: 1250 },
  ];
  return { objectType, objectId, fields, timing: 'Now' };
}

function partyOf(id: string, speakerId: string, affiliation: Party['affiliation']): Party {
  return {
    id,
    speakerId,
    affiliation,
    userId: affiliation === 'Internal' ? '501' : '502',
    name: `Party ${id}`,
    emailAddress: `${id}@customer.com`,
    phoneNumber: `+49 30 1234${speakerId}`,
    title: `Role of ${id}`,
    methods: ['Invitee', 'Attendee'],
    context: [{ system: 'HubSpot', objects: [crmObject('Contact', `contact-${id}`)] }],
  };
}

function callOf(id: string, day: string): Call {
  const call = plainCall({
    id,
    started: `2026-05-${day}T10:00:00Z`,
    scheduled: `2026-05-${day}T09:59:00Z`,
    title: `Call ${id}`,
    duration: 1800,
    primaryUserId: '501',
    workspaceId: '11',
    direction: 'Conference',
    system: 'Zoom',
    scope: 'External',
    media: 'Video',
    language: 'eng',
    sdrDisposition: 'Connected',
    clientUniqueId: `client-${id}`,
    customData: `data ${id}`,
    purpose: `Purpose ${id}`,
    meetingUrl: `https://zoom.us/j/${id}`,
    calendarEventId: `event-${id}`,
  });
  return {
    ...call,
    hasMedia: true,
    parties: [partyOf(`p${id}a`, '31', 'Internal'), partyOf(`p${id}b`, '32', 'External')],
    context: [
      { system: 'Salesforce', objects: [crmObject('Account', `account-${id}`)] },
      { system: 'HubSpot', objects: [crmObject('Opportunity', `deal-${id}`)] },
    ],
    ...analysisOf(id),
    transcript: [
      { speakerId: '31', topic: 'Intro', sentences: [sentence(0, 'Good morning.')] },
      {
        speakerId: '32',
        topic: 'Pricing',
        sentences: [sentence(3000, 'What does it cost?'), sentence(5000, 'Roughly, please.')],
      },
      { speakerId: '39', topic: 'Wrap-up', sentences: [sentence(8000, 'Bye.')] },
    ],
  };
}

const sentence = (start: number, text: string) => ({ start, end: start + 1500, text });

function analysisOf(id: string): Pick<Call, 'content' | 'interaction' | 'collaboration'> {
  const occurrences = [
    { startTime: 12.5, speakerId: '31' },
    { startTime: 40, speakerId: '32' },
  ];
  const comment = (commentId: string, inReplyTo: string) => ({
    id: commentId,
    audioStartTime: 5,
    audioEndTime: 9.5,
    commenterUserId: '501',
    comment: `Comment ${commentId}`,
    posted: '2026-05-22T10:00:00Z',
    inReplyTo,
    duringCall: false,
  });
  return {
    content: {
      structure: [
        { name: 'Small talk', duration: 60 },
        { name: 'Discovery', duration: 300 },
      ],
      topics: [
        { name: 'Pricing', duration: 120 },
        { name: 'Next steps', duration: 90 },
      ],
      trackers: [
        {
          id: '71',
          name: 'Budget',
          count: 2,
          type: 'KEYWORD',
          occurrences,
          phrases: [{ phrase: 'cost', count: 2, occurrences }],
        },
        { id: '79', name: 'Risk', count: 1, type: 'SMART', occurrences, phrases: [] },
      ],
      brief: `Brief of ${id}`,
      outline: [
        {
          section: 'Opening',
          startTime: 0.5,
          duration: 100,
          items: [
            { text: 'Hello', startTime: 1.5 },
            { text: 'Agenda', startTime: 20 },
          ],
        },
        { section: 'Closing', startTime: 900, duration: 60, items: [] },
      ],
      highlights: [
        { title: 'Actions', items: [{ text: 'Send offer', startTimes: [700.5, 710] }] },
        { title: 'Risks', items: [{ text: 'Budget', startTimes: [30] }] },
      ],
      callOutcome: { id: '41', category: 'Won', name: 'Meeting booked' },
      keyPoints: [{ text: 'They need it by June.' }, { text: 'Budget is open.' }],
    },
    interaction: {
      speakers: [
        { id: `p${id}a`, userId: '501', talkTime: 900.5 },
        { id: `p${id}b`, userId: '502', talkTime: 700 },
      ],
      interactionStats: [
        { name: 'Talk Ratio', value: 0.55 },
        { name: 'Patience', value: 1.5 },
      ],
      video: [
        { name: 'Browser', duration: 300 },
        { name: 'Webcam', duration: 1500 },
      ],
      questions: { companyCount: 7, nonCompanyCount: 4 },
    },
    collaboration: { publicComments: [comment('51', '52'), comment('52', '51')] },
  };
}

function folderOf(id: string, parentFolderId: string): Folder {
  const item = (callId: string) => ({
    id: callId,
    title: `Filed ${callId}`,
    note: `Note ${callId}`,
    addedBy: '501',
    created: '2026-05-23T10:00:00Z',
    url: `https://app.gong.io/call?id=${callId}`,
    snippet: { fromSec: 10, toSec: 25.5 },
  });
  return {
    id,
    parentFolderId,
    workspaceId: '11',
    name: `Folder ${id}`,
    createdBy: '502',
    updated: '2026-05-24T10:00:00Z',
    calls: [item('101'), item('102')],
  };
}

function trackerOf(trackerId: string): Company['keywordTrackers'][number] {
  return {
    trackerId,
    trackerName: `Tracker ${trackerId}`,
    workspaceId: '11',
    languageKeywords: [
      { language: 'eng', keywords: ['cost', 'price'], includeRelatedForms: true },
      { language: 'deu', keywords: ['Preis'], includeRelatedForms: false },
    ],
    affiliation: 'Anyone',
    partOfQuestion: true,
    saidAt: 'First',
    saidAtInterval: 5,
    saidAtUnit: 'Minutes',
    saidInTopics: ['Pricing', 'Budget'],
    filterQuery: '{"and":[]}',
    created: '2026-01-10T10:00:00Z',
    creatorUserId: '501',
    updated: '2026-01-11T10:00:00Z',
    updaterUserId: '502',
  };
}

function scorecardOf(scorecardId: string): Scorecard {
  const question = (questionId: string) => ({
    questionId,
    questionRevisionId: `9${questionId}`,
    questionText: `Question ${questionId}?`,
    isOverall: false,
    questionType: 'RANGE',
    answerGuide: `Guide ${questionId}`,
    minRange: '1',
    maxRange: '5',
    answerOptions: [
      { id: '1', text: 'Poor' },
      { id: '2', text: 'Good' },
    ],
    updaterUserId: '501',
    created: '2026-01-12T10:00:00Z',
    updated: '2026-01-13T10:00:00Z',
  });
  return {
    scorecardId,
    scorecardName: `Scorecard ${scorecardId}`,
    workspaceId: '11',
    enabled: true,
    updaterUserId: '502',
    created: '2026-01-14T10:00:00Z',
    updated: '2026-01-15T10:00:00Z',
    reviewMethod: 'MANUAL',
    questions: [question('301'), question('302')],
  };
}

function reviewOf(answeredScorecardId: string, callId: string, day: string) {
  const answer = (questionId: string) => ({
    questionId,
    questionRevisionId: `9${questionId}`,
    isOverall: false,
    score: 4,
    answerText: `Answer ${questionId}`,
    notApplicable: false,
    selectedOptions: ['1', '2'],
  });
  return plainReview({
    answeredScorecardId,
    callId,
    scorecardId: '81',
    scorecardName: 'Scorecard 81',
    callStartTime: `2026-05-${day}T10:00:00Z`,
    reviewedUserId: '501',
    reviewerUserId: '502',
    editorUserId: '503',
    reviewTime: '2026-05-26T10:00:00Z',
    answers: [answer('301'), answer('302')],
  });
}
