import { describe, expect, it } from '@jest/globals';
import { DAY_MS, HOUR_MS, SECOND_MS } from '../../src/lib/clock.js';
import { recordTtl, responseTtl, servesStale } from '../../src/company/cacheRules.js';
import { cacheGroups } from '../../src/gong/endpoints/cacheGroups.js';
import { revealedBy } from '../../src/gong/endpoints/catalog.js';
import { readEndpoints, writeEndpoints } from '../../src/gong/generated/catalog.js';
import { gongOperations } from '../../src/gong/generated/operations.js';

const NOW = Date.parse('2026-03-18T12:00:00Z');
const YESTERDAY = '2026-03-17T12:00:00Z';
const conditions = { directoryTtlSeconds: 300, nowMs: NOW };

const directory = { freshMs: 300 * SECOND_MS, staleMs: 300 * SECOND_MS + DAY_MS };
const brief = { freshMs: 30 * SECOND_MS, staleMs: 30 * SECOND_MS };
const hourly = { freshMs: HOUR_MS, staleMs: HOUR_MS };
/** A sixtieth of a day. */
const settled = { freshMs: DAY_MS / 60, staleMs: DAY_MS / 60 };

/** Group, how the endpoint reads, and how long a response is reused whose window ended yesterday. */
type Rule = readonly [group: string, facets: string, ttl: typeof directory];
const rules: Readonly<Record<string, Rule>> = {
  listAnsweredScorecards: ['reviews', 'paged', brief],
  listCallsExtensive: ['calls', 'byKey 100, paged', settled],
  listCalls: ['calls', 'paged', settled],
  getCall: ['calls', 'byKey 1', brief],
  getCallTranscripts: ['transcripts', 'byKey 100', brief],
  getLibraryStructure: ['folders', 'whole', directory],
  getCallsInSpecificFolder: ['folders', 'byKey 1', directory],
  integrationStatus: ['users', 'byKey 100', brief],
  getUsersAccessToCalls: ['callAccess', 'byKey 100', brief],
  listPermissionProfile: ['permissionProfiles', 'whole', hourly],
  getPermissionProfile: ['permissionProfiles', 'byKey 1', hourly],
  listPermissionProfileUsers: ['permissionProfiles', 'byKey 1', hourly],
  listWorkspaces: ['workspaces', 'whole', directory],
  listTrackers: ['trackers', 'whole', directory],
  listScorecards: ['scorecards', 'whole', directory],
  listUsers: ['users', 'paged', directory],
  listMultipleUsers: ['users', 'byKey 100, paged', directory],
};

/** Cache groups that a write makes obsolete. */
const invalidated: Readonly<Record<string, readonly string[]>> = {
  askEntity: [],
  generateBrief: [],
  contentViewed: [],
  contentShared: [],
  customAction: [],
  addMeeting: [],
  updateMeeting: [],
  deleteMeeting: [],
  addCall: ['calls', 'transcripts'],
  addCallRecording: ['calls', 'transcripts'],
  addUsersAccessToCalls: ['callAccess'],
  deleteUsersAccessToCalls: ['callAccess'],
  createPermissionProfile: ['permissionProfiles'],
  updatePermissionProfile: ['permissionProfiles'],
  assignProspects: ['prospects', 'tasks'],
  uploadCrmSchemaField: ['crm'],
  uploadCrmData: ['crm'],
  deleteGenericCrmIntegration: ['crm'],
  registerGenericCrmIntegration: ['crm'],
  addDigitalInteraction: [],
  integrationSettings: [],
  purgeEmailAddress: cacheGroups,
  purgePhoneNumber: cacheGroups,
};

/** How long a record is reused that began to settle yesterday. */
const recordRules: Readonly<Record<string, typeof directory>> = {
  answeredScorecard: brief,
  call: settled,
  transcript: settled,
  folder: directory,
  callAccess: brief,
  permissionProfile: hourly,
  permissionProfileUsers: hourly,
  folderContent: directory,
  meetingReadiness: brief,
  workspace: directory,
  tracker: directory,
  scorecard: directory,
  user: directory,
};

/** Where responses name calls that a policy may hide, and Gong's text for "nothing found". */
const NO_CALLS = 'No calls found corresponding to the provided filters';
const revealing: Readonly<Record<string, readonly (string | null)[]>> = {
  listAnsweredScorecards: [
    'list',
    'answeredScorecards',
    'named',
    'No answered scorecards found corresponding to the provided filters.',
  ],
  listCallsExtensive: ['list', 'calls', null, NO_CALLS],
  listCalls: ['list', 'calls', null, NO_CALLS],
  getCall: ['one', 'call', null, null],
  getCallTranscripts: ['list', 'callTranscripts', 'hidden', NO_CALLS],
  getCallsInSpecificFolder: ['list', 'calls', 'named', null],
  getUsersAccessToCalls: ['list', 'callAccessList', 'hidden', null],
};

type AnyRead = (typeof readEndpoints)[number];

function facetsOf(endpoint: AnyRead): string {
  return [
    endpoint.byKey === undefined ? null : `byKey ${endpoint.byKey.max}`,
    endpoint.paged === undefined ? null : 'paged',
    endpoint.whole === undefined ? null : 'whole',
  ]
    .filter((facet) => facet !== null)
    .join(', ');
}

describe('the declared endpoints', () => {
  it('are each declared once', () => {
    const ids = [...readEndpoints, ...writeEndpoints].map(({ id }) => id);

    expect(new Set(ids).size).toBe(ids.length);
  });

  it('read where the API description says so, and write elsewhere', () => {
    expect(readEndpoints.filter(({ id }) => gongOperations[id].effect !== 'read')).toEqual([]);
    // What costs credits is sent once, as what changes something is.
    expect(writeEndpoints.filter(({ id }) => gongOperations[id].effect === 'read')).toEqual([]);
  });

  it('have cache groups, facets, and lifetimes', () => {
    const declared = readEndpoints.map((endpoint): [string, Rule] => {
      const until =
        endpoint.paged !== undefined && 'until' in endpoint.paged ? YESTERDAY : undefined;
      const ttl = responseTtl(endpoint.brings, until, conditions);
      return [endpoint.id, [endpoint.brings.group, facetsOf(endpoint), ttl]];
    });

    expect(Object.fromEntries(declared)).toMatchObject(rules);
  });

  it('end their windows with the query’s', () => {
    const window = { from: '2026-03-16T12:00:00Z', to: YESTERDAY };
    const ends = readEndpoints.flatMap(({ id, paged }) =>
      paged?.until === undefined ? [] : [[id, paged.until(window as never)]],
    );

    expect(ends).toContainEqual(['listCallsExtensive', YESTERDAY]);
    expect(new Set(ends.map(([, end]) => end))).toEqual(new Set([YESTERDAY]));
  });

  it('invalidate cache groups when they write', () => {
    const declared = writeEndpoints.map(({ id, invalidates }) => [id, invalidates]);

    expect(Object.fromEntries(declared)).toMatchObject(invalidated);
  });

  it('show calls that a policy may hide', () => {
    const declared = [...readEndpoints, ...writeEndpoints].flatMap(({ id }) => {
      const revealed = revealedBy(id);
      if (revealed === null) return [];
      const { member, isSingle, unlisted, nothing } = revealed;
      return [[id, [isSingle ? 'one' : 'list', member, unlisted, nothing]]];
    });

    expect(Object.fromEntries(declared)).toEqual(revealing);
  });

  it.each([
    ['listCalls', { id: '7' }],
    ['listCallsExtensive', { metaData: { id: '7' } }],
    ['getCall', { id: '7' }],
  ] as const)('show a call as the rest of the gateway reads it: %s', (operation, part) => {
    expect(revealedBy(operation)?.mentionIn(part)).toMatchObject({
      call: { id: '7', basic: { id: '7' } },
    });
    expect(revealedBy(operation)?.mentionIn({ title: 'Without an ID' })).toBeNull();
  });

  it.each([
    ['getCallTranscripts', { callId: '7' }],
    ['getCallsInSpecificFolder', { id: '7' }],
    ['listAnsweredScorecards', { callId: '7', answeredScorecardId: '8' }],
  ] as const)('show the records that refer to a call: %s', (operation, part) => {
    expect(revealedBy(operation)?.mentionIn(part)).toEqual({ callId: '7' });
  });
});

describe('the kinds of records', () => {
  const kinds = [...new Set(readEndpoints.map(({ brings }) => brings))];

  it('have names of their own', () => {
    expect(new Set(kinds.map(({ name }) => name)).size).toBe(kinds.length);
  });

  it('are reused for their TTL', () => {
    const declared = kinds.map((kind) => [kind.name, recordTtl(kind, YESTERDAY, conditions)]);

    expect(Object.fromEntries(declared)).toMatchObject(recordRules);
  });

  it('are reused for at most an hour when they settled, and briefly when their age is unknown', () => {
    const call = { serves: 'settling' } as const;

    expect(recordTtl(call, '2020-01-01T00:00:00Z', conditions).freshMs).toBe(HOUR_MS);
    expect(recordTtl(call, null, conditions)).toEqual(brief);
  });

  it('are reused while Gong fails only when they are directory data', () => {
    expect(
      kinds
        .filter(servesStale)
        .map(({ name }) => name)
        .sort(),
    ).toEqual([
      'briefDefinition',
      'dialerOutcome',
      'flow',
      'flowFolder',
      'folder',
      'folderContent',
      'listedFlow',
      'scorecard',
      'tracker',
      'user',
      'workspace',
    ]);
  });
});
