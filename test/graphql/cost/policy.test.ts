import { describe, expect, it } from '@jest/globals';
import { unrestrictedFacts, type PolicyFacts } from '../../../src/access/policy/policyFacts.js';
import { mostOf } from './support.js';

/** One page of users, two workspaces. */
const company = { users: 24, workspaces: 2 };

const hidesPrivate: PolicyFacts = { ...unrestrictedFacts, mayHideCalls: true };
const strict: PolicyFacts = { ...hidesPrivate, isStrict: true };
const own: PolicyFacts = { ...strict, narrowsHosts: true, readsUsers: true };
const nobody: PolicyFacts = { ...own, readsUsers: false };
const workspace: PolicyFacts = { ...strict, readsWorkspaces: true };
const profile: PolicyFacts = { ...own, readsProfiles: true };
const hook: PolicyFacts = { ...strict, mayHideMost: true };

describe('The price of', () => {
  it.each<[string, string, PolicyFacts, number | null]>([
    ['100 calls', '{ calls(first: 100) { nodes { id } } }', unrestrictedFacts, 1],
    ['100 calls, private ones hidden', '{ calls(first: 100) { nodes { id } } }', hidesPrivate, 1],
    [
      '1,000 calls, private ones hidden',
      '{ calls(first: 1000) { nodes { id } } }',
      hidesPrivate,
      10,
    ],
    ['own calls', '{ calls(first: 20) { nodes { id } } }', own, 2],
    ['own calls of nobody', '{ calls(first: 20) { nodes { id } } }', nobody, 1],
    ['calls of a workspace', '{ calls(first: 20) { nodes { id } } }', workspace, 2],
    // A page of users, 1 for the workspaces, 2 for their profiles, and 8 for the users of each.
    ['a call by a profile', '{ call(id: "1") { title } }', profile, 15],
    ['calls by a hook', '{ calls(first: 20) { nodes { id } } }', hook, null],
    ['calls by a hook, by id', '{ callsByIds(ids: ["1", "2"]) { id } }', hook, 1],
    ['a folder', '{ folder(id: "1") { calls { title } } }', unrestrictedFacts, 1],
    ['a folder, judged', '{ folder(id: "1") { calls { title } } }', hidesPrivate, 2],
    [
      'a folder with its calls, judged',
      '{ folder(id: "1") { calls { call { title brief } } } }',
      hidesPrivate,
      4,
    ],
    ['a folder of a workspace', '{ folder(id: "1") { calls { title } } }', workspace, 5],
    ['reviews', '{ answeredScorecards(first: 50) { nodes { id } } }', unrestrictedFacts, 1],
    ['reviews, judged', '{ answeredScorecards(first: 50) { nodes { id } } }', hidesPrivate, 2],
    [
      'reviews with their calls, judged',
      '{ answeredScorecards(first: 50) { nodes { call { brief } } } }',
      hidesPrivate,
      3,
    ],
    ['own reviews', '{ answeredScorecards(first: 50) { nodes { id } } }', own, null],
    ['a transcript', '{ call(id: "1") { transcript { wordCount } } }', unrestrictedFacts, 2],
    ['a transcript, judged', '{ call(id: "1") { transcript { wordCount } } }', hidesPrivate, 2],
    ['an own call', '{ call(id: "1") { title } }', own, 2],
    ['an upload', '{ uploadStatus(callId: "1") }', own, 3],
    ['trackers of a workspace', '{ trackers(workspaceId: "1") { id } }', workspace, 2],
    ['scorecards of a workspace', '{ scorecards { id } }', workspace, 2],
    [
      'what may not be done',
      'mutation { deleteMeeting(input: { id: "1", organizerEmail: "a@b.c" }) { requestId } }',
      { ...unrestrictedFacts, mayWrite: false },
      0,
    ],
    [
      'a raw request',
      'mutation { gongRequest(input: { method: GET, path: "/v2/calls" }) { status } }',
      hidesPrivate,
      2,
    ],
  ])('%s', (_, query, policy, expected) => {
    expect(mostOf(query, { policy, company })).toBe(expected);
  });

  it.each([
    '{ calls(first: 100, order: NEWEST_FIRST) { nodes { id } } }',
    '{ calls(first: 300, order: NEWEST_FIRST) { totalCount } }',
    '{ usersByIds(ids: ["1", "2"]) { calls(from: "2026-05-20T00:00:00Z", first: 100) { nodes { id } } } }',
  ])('a list is no higher than without a policy: %s', (query) => {
    const filtered = mostOf(query, { policy: hidesPrivate, company });
    const whole = mostOf(query, { company });
    expect(filtered).toBeLessThanOrEqual(whole ?? 0);
  });

  it('a large team’s calls has no maximum', () => {
    const query = '{ calls(first: 20) { nodes { id } } }';
    expect(mostOf(query, { policy: own, company: { users: 100 } })).toBe(2);
    expect(mostOf(query, { policy: own, company: { users: 101 } })).toBe(null);
  });

  it('users next to own calls is not too low', () => {
    const query = '{ calls(first: 20) { nodes { id } } usersByIds(ids: ["1", "2"]) { name } }';
    expect(mostOf(query, { policy: own, company })).toBe(3);
  });
});
