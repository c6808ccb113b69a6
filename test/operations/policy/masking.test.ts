import { describe, expect, it } from '@jest/globals';
import { createSandbox } from '../../../sandbox/src/index.js';
import { FakeClock } from '../../support/clock.js';
import { policyIn } from '../../support/config.js';
import { createTestGateway } from '../../support/gateway.js';
import { createPolicyCompany, NOW } from './support.js';

const clock = new FakeClock(NOW);
const company = createPolicyCompany(40);
const [user] = company.users;
const calls = company.calls.filter(({ metaData }) => !metaData.isPrivate);
const [first, second] = calls;
if (user === undefined || first === undefined || second === undefined) {
  throw new Error('The company is too small.');
}
/** Shown as it is until a test puts something of its own there. */
const third = calls[2];
if (third === undefined) throw new Error('The company is too small.');
const EMAIL = 'buyer.one@customer.test';
const PHONE = '+1 (555) 867-5309';
user.phoneNumber = '+49 30 901820';
user.emailAliases = ['alias.of.user@acme.test'];
for (const call of [first, second]) {
  const words = `Reach me at ${EMAIL} or ${PHONE}.`;
  call.metaData.title = words;
  call.metaData.customData = words;
  call.metaData.meetingUrl = 'https://meet.test/5558675309';
  call.parties = [
    {
      id: '1',
      speakerId: '11',
      emailAddress: EMAIL,
      phoneNumber: PHONE,
      affiliation: 'External',
      context: [
        {
          system: 'Salesforce',
          objects: [
            {
              objectType: 'Contact',
              objectId: '5558675309',
              fields: [
                { name: 'Email', value: EMAIL },
                { name: 'Phone', value: 15558675309 },
              ],
            },
          ],
        },
      ],
    },
  ];
  call.content = { brief: words, keyPoints: [{ text: words }] };
  call.collaboration = {
    publicComments: [
      {
        id: '5558675309',
        audioStartTime: null,
        audioEndTime: null,
        commenterUserId: null,
        comment: words,
        posted: '2026-05-01T00:00:00Z',
        inReplyTo: null,
        duringCall: false,
      },
    ],
  };
  call.transcript = [
    { speakerId: '11', topic: null, sentences: [{ start: 0, end: 1, text: words }] },
  ];
}
const ids = [first.metaData.id, second.metaData.id];
const [folder] = company.folders.filter((each) => each.calls.length > 1);
const [filed, alsoFiled] = folder?.calls ?? [];
const [review] = company.answeredScorecards;
if (
  folder === undefined ||
  filed === undefined ||
  alsoFiled === undefined ||
  review === undefined
) {
  throw new Error('The library is too small.');
}
Object.assign(filed, { id: ids[0], title: `Title ${EMAIL}`, note: `Note ${PHONE}` });
Object.assign(alsoFiled, { id: ids[1], title: `Title ${EMAIL}`, note: `Note ${PHONE}` });
folder.calls = [filed, alsoFiled];
review.callId = first.metaData.id;
for (const answer of review.answers) answer.answerText = `Answer ${EMAIL}`;

const sandbox = createSandbox({ company, clock, requestsPerSecond: Infinity });

const CALLS = `query ($ids: [ID!]!) { callsByIds(ids: $ids) {
  id title customData meetingUrl brief keyPoints
  parties { emailAddress phoneNumber context { objects { objectId fields { name value } } } }
  comments { id text }
  transcript { text monologues { sentences { text } } }
} }`;

function gatewayOf(words: string, more: Parameters<typeof policyIn>[1] = {}) {
  return createTestGateway({ sandbox, clock, config: { policy: policyIn(words, more) } });
}

const LOCAL = 'buyer.one';
const DIGITS = /867-?5309/;

describe('When emails and phone numbers are masked', () => {
  const gateway = gatewayOf('mask-emails, mask-phones');

  it('a call contains none, and keeps its IDs and links', async () => {
    const { data, errors } = await gateway.execute(CALLS, { ids });

    expect(errors).toBeUndefined();
    const words = 'Reach me at •••@customer.test or •••09.';
    const call = {
      title: words,
      customData: words,
      meetingUrl: 'https://meet.test/5558675309',
      brief: words,
      keyPoints: [words],
      parties: [
        {
          emailAddress: '•••@customer.test',
          phoneNumber: '•••09',
          context: [
            {
              objects: [
                {
                  objectId: '5558675309',
                  fields: [
                    { name: 'Email', value: '•••@customer.test' },
                    { name: 'Phone', value: '•••09' },
                  ],
                },
              ],
            },
          ],
        },
      ],
      comments: [{ id: '5558675309', text: words }],
      transcript: {
        text: `•••@customer.test: ${words}`,
        monologues: [{ sentences: [{ text: words }] }],
      },
    };
    expect(data).toEqual({ callsByIds: ids.map((id) => ({ id, ...call })) });
  });

  it('lists, folders, and reviews contain none', async () => {
    const { data, errors } = await gateway.execute(
      `query ($folder: ID!) {
        calls(first: 100) { nodes { title brief transcript { text } } }
        folder(id: $folder) { calls { title note call { title } } }
        answeredScorecards(first: 1000) { nodes { answers { text } call { title } } }
      }`,
      { folder: folder.id },
    );

    expect(errors).toBeUndefined();
    const text = JSON.stringify(data);
    expect(text).not.toContain(LOCAL);
    expect(text).not.toMatch(DIGITS);
    expect(text).toContain('Note •••09');
    expect(text).toContain('Answer •••@customer.test');
  });

  it('users are found by unmasked data and shown masked', async () => {
    const { data } = await gateway.execute(
      `query ($id: ID!, $email: String!, $phone: String!) {
        user(id: $id) { ...reach }
        users(first: 1) { nodes { ...reach } }
        byEmail: searchUsers(email: $email) { ...reach }
        byPhone: searchUsers(phoneNumber: $phone) { ...reach }
      }
      fragment reach on User { id emailAddress emailAliases phoneNumber }`,
      { id: user.id, email: 'alias.of.user@acme.test', phone: '+4930901820' },
    );

    const domain = user.emailAddress.split('@')[1];
    const shown = {
      id: user.id,
      emailAddress: `•••@${domain}`,
      emailAliases: ['•••@acme.test'],
      phoneNumber: '•••20',
    };
    expect(data).toEqual({
      user: shown,
      users: { nodes: [shown] },
      byEmail: [shown],
      byPhone: [shown],
    });
  });

  it('Gong’s messages in errors are masked', async () => {
    sandbox.faults.add({
      operationId: 'listWorkspaces',
      fault: {
        kind: 'answer',
        status: 400,
        body: { requestId: 'r-5558675309', errors: [`No such user: ${EMAIL}`] },
      },
    });
    const { errors } = await gateway.execute('{ workspaces { name } }');

    expect(errors).toMatchObject([
      {
        message: expect.stringContaining('No such user: •••@customer.test'),
        extensions: {
          code: 'GONG_BAD_REQUEST',
          gong: { requestId: 'r-5558675309', messages: ['No such user: •••@customer.test'] },
        },
      },
    ]);
  });

  it.each([
    ['"jo e"@customer.test', /jo e/],
    ['jo\u0301e\u200b@customer.test', /jo\u0301e/],
    ['joe\uff20customer.test', /joe/],
    ['joe%40customer.test', /joe/],
    ['joe@crmhost', /joe|crmhost/],
    ['joe@[192.168.0.1]', /joe|192/],
    ['+49\u201130\u20091234567', /1234567|30.?123/],
    ['٠١٢٣٤٥٦٧٨٩', /٠١٢/],
    ['91234567', /912345/],
  ])('%p appears neither in fields nor in raw requests', async (written, shown) => {
    const words = `Reach me at ${written}, please.`;
    third.metaData.title = words;
    third.parties = [
      {
        id: '1',
        speakerId: '11',
        affiliation: 'External',
        emailAddress: written,
        phoneNumber: written,
        name: written,
      },
    ];
    third.transcript = [
      { speakerId: '11', topic: null, sentences: [{ start: 0, end: 1, text: words }] },
    ];
    const { id } = third.metaData;
    const raw = gatewayOf('mask-emails, mask-phones, raw-requests');
    const body = {
      filter: { callIds: [id] },
      contentSelector: { exposedFields: { parties: true } },
    };
    const RAW =
      'mutation ($path: String!, $body: JSON) { gongRequest(input: { method: POST, path: $path, body: $body }) { body } }';

    const answers = [
      await gateway.execute(CALLS, { ids: [id] }),
      await raw.execute(RAW, { path: '/v2/calls/extensive', body }),
      await raw.execute(RAW, { path: '/v2/calls/transcript', body: { filter: body.filter } }),
    ];

    for (const { data, errors } of answers) {
      expect(errors).toBeUndefined();
      expect(JSON.stringify(data)).toContain('•••');
      expect(JSON.stringify(data)).not.toMatch(shown);
    }
  });

  it('only the configured data is masked', async () => {
    const { data } = await gatewayOf('mask-emails').execute(CALLS, { ids });
    const text = JSON.stringify(data);
    expect(text).not.toContain(LOCAL);
    expect(text).toContain(PHONE);
  });
});

describe('When a policy module masks one call', () => {
  const gateway = gatewayOf('', {
    hook: { judge: (_, { id }) => (id === ids[0] ? 'mask' : 'allow') },
  });

  it('that call is masked in every field, and others are not', async () => {
    const { data, errors } = await gateway.execute(CALLS, { ids });
    expect(errors).toBeUndefined();
    const [one, other] = data?.['callsByIds'] as unknown as object[];
    expect(JSON.stringify(one)).not.toContain(LOCAL);
    const withoutIds = JSON.stringify({ ...one, meetingUrl: '' }).replaceAll('"5558675309"', '');
    expect(withoutIds).not.toMatch(DIGITS);
    expect(JSON.stringify(other)).toContain(EMAIL);
  });

  it('it is masked in folders and reviews too', async () => {
    const { data, errors } = await gateway.execute(
      `query ($folder: ID!, $id: ID!) {
        folder(id: $folder) { calls { title note call { title } } }
        answeredScorecards(first: 1000) { nodes { answers { text } } }
        call(id: $id) { answeredScorecards { answers { text } } }
      }`,
      { folder: folder.id, id: ids[0] },
    );

    expect(errors).toBeUndefined();
    const { calls: items } = data?.['folder'] as unknown as { calls: object[] };
    expect(JSON.stringify(items[0])).not.toContain(LOCAL);
    expect(JSON.stringify(items[1])).toContain(EMAIL);
    expect(JSON.stringify(data?.['answeredScorecards'])).not.toContain(LOCAL);
    expect(JSON.stringify(data?.['call'])).not.toContain(LOCAL);
    expect(JSON.stringify(data?.['call'])).toContain('•••@customer.test');
  });

  it('users are not affected', async () => {
    const { data } = await gateway.execute('query ($id: ID!) { user(id: $id) { emailAddress } }', {
      id: user.id,
    });
    expect(data).toEqual({ user: { emailAddress: user.emailAddress } });
  });
});
