import { describe, expect, it } from '@jest/globals';
import { minimalCall, mutationOf, samples, setUp } from './support.js';

const { gateway, wire } = setUp([{ body: {} }]);

async function problemsWith(name: string, changes: Record<string, unknown>): Promise<string[]> {
  const sample = samples.find((each) => each.name === name);
  if (sample === undefined) throw new Error(`There is no sample of ${name}.`);
  const input = { ...sample.input, ...changes };
  const { data, errors } = await gateway.execute(mutationOf(sample), { input });
  expect(data).toBeUndefined();
  expect(wire.sent).toEqual([]);
  for (const { extensions } of errors ?? []) {
    expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', retryable: false });
  }
  return (errors ?? []).map(({ message }) => message);
}

const segment = (members: object) => ({
  speakersTimeline: {
    speechSegments: [{ startSeconds: 0, endSeconds: 1, partyIds: ['a'], ...members }],
  },
});
const crm = (members: object) => [{ system: 'Generic', objects: [], ...members }];

describe('An invalid input is refused without a request, with its coordinate and the fix', () => {
  it.each<[string, Record<string, unknown>, RegExp]>([
    [
      'createCall',
      { primaryUserId: 'abc' },
      /"createCall\(input\.primaryUserId:\)" must be a Gong ID/,
    ],
    [
      'createCall',
      { primaryUserId: '78' },
      /"createCall\(input\.parties:\)" must include the primary user: .* party to "78"/,
    ],
    [
      'recordDigitalInteraction',
      { trackingId: 't1' },
      /input\.trackingId:\)" must be omitted when "person" is given/,
    ],
    [
      'recordDigitalInteraction',
      { person: null },
      /input\.trackingId:\)" is required when "person" is omitted/,
    ],
    [
      'recordDigitalInteraction',
      { person: { personId: 'p1' } },
      /input\.person\.company\.domain:\)" is required: Gong needs it for an anonymous person/,
    ],
    [
      'recordDigitalInteraction',
      { person: { company: { domain: 'acme.example' } } },
      /input\.person\.personId:\)" is required/,
    ],
    [
      'recordDigitalInteraction',
      { person: { name: 'Jo', company: { crmRecords: [] } } },
      /input\.person\.company\.domain:\)" is required, or a record in "crmRecords"/,
    ],
    [
      'recordDigitalInteraction',
      { content: { contentTitle: 'x', number: { rangeFrom: 2, rangeTo: 1 } } },
      /content\.number\.rangeFrom:\)" must be at most "rangeTo"; got 2 and 1/,
    ],
    [
      'recordDigitalInteraction',
      { content: { contentTitle: 'x', step: { value: 'c', availableSteps: ['a'] } } },
      /content\.step\.value:\)" must be one of "availableSteps"/,
    ],
    [
      'recordDigitalInteraction',
      { customFields: [{ name: 'a', dataType: 'BOOLEAN', value: 'yes' }] },
      /customFields\[0\]\.value:\)" must be true or false/,
    ],
    [
      'recordDigitalInteraction',
      { customFields: [{ name: 'a', dataType: 'DURATION', value: '1m' }] },
      /customFields\[0\]\.value:\)" must be a number of seconds/,
    ],
    [
      'setIframeOrigins',
      { origins: [{ integration: 'DIALER', origin: 'https://a.example/x?y=1' }] },
      /origins\[0\]\.origin:\)" must be an origin without a path, such as "https:\/\/a\.example"/,
    ],
    [
      'setIframeOrigins',
      { origins: [{ integration: 'DIALER', origin: 'ftp://a.example' }] },
      /origins\[0\]\.origin:\)" must be a URL that starts/,
    ],
    ['createCall', { parties: [] }, /"createCall\(input\.parties:\)" must not be an empty list/],
    ['createCall', { clientUniqueId: ' ' }, /clientUniqueId:\)" must be non-blank text/],
    [
      'createCall',
      { clientUniqueId: 'x'.repeat(2049) },
      /must have at most 2048 characters; got 2049/,
    ],
    [
      'createCall',
      { purpose: 'x'.repeat(256) },
      /input\.purpose:\)" must have at most 255 characters/,
    ],
    [
      'createCall',
      { disposition: 'x'.repeat(256) },
      /input\.disposition:\)" must have at most 255/,
    ],
    ['createCall', { durationSeconds: -1 }, /durationSeconds:\)" must be at least 0; got -1/],
    [
      'createCall',
      { scheduledEnd: '2026-05-30T08:00:00Z' },
      /scheduledStart:\)" must be earlier than "scheduledEnd"/,
    ],
    ['createCall', { workspaceId: 'x' }, /input\.workspaceId:\)" must be a Gong ID/],
    [
      'createCall',
      { languageCode: 'xx' },
      /languageCode:\)" must be a language code of Gong, such as en-US/,
    ],
    [
      'createCall',
      { downloadMediaUrl: 'file:///etc/passwd' },
      /must be a URL that starts with http:\/\/ or https:\/\/\.$/,
    ],
    [
      'createCall',
      { context: crm({ system: 'SAP' }) },
      /input\.context\[0\]\.system:\)" must be one of Salesforce, HubSpot/,
    ],
    [
      'createCall',
      { context: crm({ objects: [{ objectType: 'Deal', objectId: '1' }] }) },
      /context\[0\]\.objects\[0\]\.objectType:\)" must be one of Opportunity, /,
    ],
    [
      'createCall',
      { context: crm({ objects: [{ objectType: 'Lead', objectId: '' }] }) },
      /objects\[0\]\.objectId:\)" must be non-blank text/,
    ],
    [
      'createCall',
      segment({ partyIds: ['z'] }),
      /speechSegments\[0\]\.partyIds:\)" must contain partyIds .* no party has "z"/,
    ],
    ['createCall', segment({ partyIds: [] }), /partyIds:\)" must not be an empty list/],
    [
      'createCall',
      segment({ startSeconds: 1 }),
      /startSeconds:\)" must be earlier than "endSeconds"; got 1 and 1/,
    ],
    [
      'createCall',
      segment({ endSeconds: 2_200_000 }),
      /endSeconds:\)" must be at most 24 days long/,
    ],
    [
      'createCall',
      { parties: [{ userId: '77', partyId: 'a' }, { partyId: 'a' }], speakersTimeline: null },
      /must not contain the partyId "a" twice/,
    ],
    [
      'createCall',
      { parties: [{ userId: '77', mediaChannelId: 2 }], speakersTimeline: null },
      /parties\[0\]\.mediaChannelId:\)" must be from 0 to 1; got 2/,
    ],
    [
      'createCall',
      { parties: [{ userId: '77' }, { emailAddress: 'nobody' }], speakersTimeline: null },
      /parties\[1\]\.emailAddress:\)" must be an email address; got "nobody"/,
    ],
    [
      'createMeeting',
      { endsAt: '2026-07-01T10:00:00Z' },
      /"createMeeting\(input\.startsAt:\)" must be earlier than "endsAt"/,
    ],
    ['createMeeting', { organizerEmail: 'rep' }, /organizerEmail:\)" must be an email address/],
    [
      'createMeeting',
      { invitees: [{ emailAddress: 'jo' }] },
      /invitees\[0\]\.emailAddress:\)" must be an email/,
    ],
    ['updateMeeting', { id: '1.5' }, /"updateMeeting\(input\.id:\)" must be a Gong ID/],
    [
      'updateMeeting',
      { startsAt: '2027-07-01T10:00:00Z' },
      /startsAt:\)" must be earlier than "endsAt"/,
    ],
    ['deleteMeeting', { id: '' }, /"deleteMeeting\(input\.id:\)" must be a Gong ID/],
    ['deleteMeeting', { organizerEmail: '' }, /organizerEmail:\)" must be an email address/],
    [
      'recordContentView',
      { trackingId: 't' },
      /trackingId:\)" must be omitted when "viewer" is given/,
    ],
    ['recordContentView', { contentId: '' }, /contentId:\)" must be non-blank text/],
    [
      'recordContentView',
      { agentPlatform: 'BeOS' },
      /agentPlatform:\)" must be one of Windows, Linux, MacOS/,
    ],
    [
      'recordContentShare',
      { recipients: [{ email: 'a@b.com' }, { name: 'Jo' }] },
      /recipients\[1\]\.email:\)" is required/,
    ],
    ['recordContentShare', { sharer: { id: 'x' } }, /sharer\.id:\)" must be a Gong ID/],
    ['recordCustomAction', { reportingSystem: '' }, /reportingSystem:\)" must be non-blank text/],
    [
      'recordCustomAction',
      { eventProperties: [{ name: 'n', dataType: 'NUMBER', value: 'x' }] },
      /eventProperties\[0\]\.value:\)" must be a number such as "12\.5" to match its dataType; got "x"/,
    ],
    [
      'recordCustomAction',
      { eventProperties: [{ name: 'n', dataType: 'NUMBER', value: ' ' }] },
      /must be a number/,
    ],
    [
      'recordCustomAction',
      { eventProperties: [{ name: 'n', dataType: 'URL', value: 'x' }] },
      /must be a URL/,
    ],
    [
      'recordCustomAction',
      { eventProperties: [{ name: 'n', dataType: 'DATE', value: '2026-13-40' }] },
      /must be a day or an instant/,
    ],
    [
      'gongRequest',
      { path: '/v2/calls/user-access' },
      /"gongRequest\(input\.path:\)" is not a path .* nearest is \w+ \/v2\/calls\/users-access/,
    ],
    [
      'gongRequest',
      { path: 'https://evil.test/v2/users' },
      /path:\)" must be a path that starts with \/v2\/.* got "https:/,
    ],
    ['gongRequest', { path: '/v2/workspaces' }, /path:\)" does not support this method: use GET/],
    [
      'gongRequest',
      { path: '/v2/calls/1/media' },
      /multipart form, which gongRequest cannot send: use addCallMedia/,
    ],
    [
      'gongRequest',
      { query: ['a'] },
      /"gongRequest\(input\.query:\)" must be an object whose values are strings/,
    ],
    [
      'gongRequest',
      { query: { a: { b: 1 } } },
      /query:\)" must be an object whose values are strings/,
    ],
  ])('%s %j', async (name, changes, message) => {
    expect(await problemsWith(name, changes)).toEqual([expect.stringMatching(message)]);
  });

  it('with all problems at once', async () => {
    const problems = await problemsWith('createCall', {
      clientUniqueId: '',
      durationSeconds: -1,
      parties: [{ userId: 'x', mediaChannelId: 7 }],
      speakersTimeline: null,
    });

    expect(problems).toHaveLength(5);
  });

  it('with all mutations of the operation', async () => {
    const query = `mutation ($input: CreateCallInput!) {
      createCall(input: $input) { callId }
      deleteMeeting(input: { id: "x", organizerEmail: "a@b.com" }) { requestId }
    }`;

    const { data, errors } = await gateway.execute(query, { input: minimalCall });

    expect(data).toBeUndefined();
    expect(errors).toHaveLength(1);
    expect(wire.sent).toEqual([]);
  });

  it.each([
    ['direction', { direction: 'SIDEWAYS' }],
    ['actualStart', { actualStart: 'yesterday' }],
    ['parties', { parties: null }],
    ['meetingUrl', { meetingUrl: 'not one' }],
  ])('when it breaks GraphQL’s own rules: %s', async (_, changes) => {
    const sample = samples[0];
    if (sample === undefined) throw new Error('There is one.');

    const { errors } = await gateway.execute(mutationOf(sample), {
      input: { ...sample.input, ...changes },
    });

    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    expect(wire.sent).toEqual([]);
  });
});
