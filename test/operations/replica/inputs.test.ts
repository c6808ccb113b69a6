import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createReplicaScene, current, NOW, type ReplicaScene } from './support.js';

let scene: ReplicaScene;
beforeAll(async () => {
  scene = await createReplicaScene(['BASIC', 'PARTIES']);
});
afterAll(() => scene.close());

const many = Array.from({ length: 33 }, (_, index) => `word${index}`).join(' ');

describe('Bad input costs no request, and gets an error that names the argument and the fix', () => {
  it.each<[string, string, string]>([
    [
      'a part that is not kept',
      '{ searchCalls(filter: { said: "price" }) { nodes { id } } }',
      'Argument "searchCalls(filter.said:)" needs the part TRANSCRIPT, which the replica does not keep.',
    ],
    [
      'a part that is not kept, in "has"',
      '{ searchCalls(filter: { has: [REVIEWS] }) { nodes { id } } }',
      'Argument "searchCalls(filter.has:)" needs the part REVIEWS',
    ],
    [
      'transcripts that are not kept',
      '{ searchTranscripts(text: "price") { nodes { text } } }',
      'Argument "searchTranscripts(text:)" needs the part TRANSCRIPT',
    ],
    [
      'a dimension of a part that is not kept',
      '{ callStats(filter: {}, by: [ACCOUNT]) { total { calls } } }',
      'Argument "callStats(by:)" needs the part CRM',
    ],
    [
      'a measure of a part that is not kept',
      '{ callStats(filter: {}, by: [HOST]) { total { calls reviews } } }',
      'Field "CallMeasures.reviews" needs the part REVIEWS',
    ],
    [
      'a measure of a row, of a part that is not kept',
      '{ callStats(filter: {}, by: [HOST]) { rows { measures { hostTalkRatio } } } }',
      'Field "CallMeasures.hostTalkRatio" needs the part INTERACTION',
    ],
    [
      'changes of a part that is not kept',
      '{ callChanges(of: [CRM]) { nodes { callId } } }',
      'Argument "callChanges(of:)" needs the part CRM',
    ],
    [
      'a window that ends before it begins',
      '{ searchCalls(filter: { from: "2026-05-02T00:00:00Z", to: "2026-05-01T00:00:00Z" }) { nodes { id } } }',
      'Argument "searchCalls(filter.from:)" must be earlier than "to"',
    ],
    [
      'a window without a length',
      '{ searchTranscripts(text: "price", filter: { from: "2026-05-01T00:00:00Z", to: "2026-05-01T00:00:00Z" }) { nodes { text } } }',
      'Argument "searchTranscripts(filter.from:)" must be earlier than "to"',
    ],
    [
      'a window of statistics that ends before it begins',
      '{ callStats(filter: { from: "2026-05-02T00:00:00Z", to: "2026-05-01T00:00:00Z" }, by: [HOST]) { total { calls } } }',
      'Argument "callStats(filter.from:)" must be earlier than "to"',
    ],
    [
      'passages by more than 32 words',
      `{ searchTranscripts(text: "${many}") { nodes { text } } }`,
      'Argument "searchTranscripts(text:)" has too many words. Write at most 32.',
    ],
    [
      'more than 32 words',
      `{ searchCalls(filter: { title: "${many}" }) { nodes { id } } }`,
      'Argument "searchCalls(filter.title:)" has too many words. Write at most 32.',
    ],
    [
      'an empty phrase',
      '{ searchTranscripts(text: "price \\"\\"") { nodes { text } } }',
      'Argument "searchTranscripts(text:)" has a phrase without words',
    ],
    [
      'no word',
      '{ searchTranscripts(text: " ") { nodes { text } } }',
      'Argument "searchTranscripts(text:)" must be non-blank text',
    ],
    [
      'only excluded words',
      '{ searchTranscripts(text: "-price") { nodes { text } } }',
      'Argument "searchTranscripts(text:)" only excludes words',
    ],
    [
      'a short prefix',
      '{ searchTranscripts(text: "pr*") { nodes { text } } }',
      'Argument "searchTranscripts(text:)" has "*" after fewer than 3 letters',
    ],
    [
      'a type of record that no CRM has',
      '{ searchCalls(filter: { crmObjects: [{ objectType: "Acount", objectId: "1" }] }) { nodes { id } } }',
      'Argument "searchCalls(filter.crmObjects[0].objectType:)" must be one of',
    ],
    [
      'a participant without a condition',
      '{ searchCalls(filter: { participants: [{}] }) { nodes { id } } }',
      'Argument "searchCalls(filter.participants[0]:)" must have at least one condition',
    ],
    [
      'a domain that is none',
      '{ searchCalls(filter: { domains: ["acme"] }) { nodes { id } } }',
      'Argument "searchCalls(filter.domains:)" must be a domain name',
    ],
    [
      'no dimension',
      '{ callStats(filter: {}, by: []) { total { calls } } }',
      'Argument "callStats(by:)" must not be an empty list',
    ],
    [
      'a dimension twice',
      '{ callStats(filter: {}, by: [HOST, HOST]) { total { calls } } }',
      'Argument "callStats(by:)" must not name a dimension twice.',
    ],
    [
      'a time zone that is none',
      '{ callStats(filter: {}, by: [DAY], timeZone: "Mars") { total { calls } } }',
      'Argument "callStats(timeZone:)" must be an IANA time zone',
    ],
    [
      'no ID to read again',
      'mutation { refreshCalls(input: { ids: [] }) { calls { id } } }',
      'Argument "refreshCalls(input.ids:)" must not be an empty list',
    ],
    [
      'too many calls to read again',
      `mutation { refreshCalls(input: { ids: [${Array.from({ length: 1001 }, (_, id) => `"${id + 1}"`).join(' ')}] }) { calls { id } } }`,
      'Argument "refreshCalls(input.ids:)" must have at most 1000 items',
    ],
    [
      'something that is no ID to read again',
      'mutation { refreshCalls(input: { ids: ["one"] }) { calls { id } } }',
      'Argument "refreshCalls(input.ids:)"',
    ],
    [
      'too many changes',
      '{ callChanges(first: 1001) { nodes { callId } } }',
      'Argument "callChanges(first:)" must be from 1 to 1000; got 1001.',
    ],
  ])('%s', async (_, query, message) => {
    const { errors, sent } = await scene.gateway().trace(query);

    expect(errors?.map((each) => each.message)).toEqual([expect.stringContaining(message)]);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', retryable: false });
    expect(sent).toEqual([]);
  });

  it('a window of statistics without a beginning, of more than a year', async () => {
    await scene.writeStatus({ ...current, from: NOW - 400 * 86_400_000 });
    try {
      const { errors, sent } = await scene
        .gateway()
        .trace('{ callStats(filter: {}, by: [HOST]) { total { calls } } }');

      expect(errors?.[0]?.message).toContain('Argument "callStats(filter.from:)" is required');
      expect(sent).toEqual([]);
    } finally {
      await scene.writeStatus(current);
    }
  });
});

describe('An unknown tracker', () => {
  it.each([
    ['name: "No such words"', 'trackers[0].name'],
    ['trackerId: "424242"', 'trackers[0].trackerId'],
  ])('is refused by %s', async (tracker, argument) => {
    const whole = await createReplicaScene();
    try {
      const { errors, sent } = await whole
        .gateway()
        .trace(`{ searchCalls(filter: { trackers: [{ ${tracker} }] }) { nodes { id } } }`);

      expect(errors?.[0]?.message).toContain(argument);
      expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
      expect(sent).toEqual([]);
    } finally {
      await whole.close();
    }
  });
});
