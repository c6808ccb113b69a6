import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { plainCall } from '../../../sandbox/src/index.js';
import { companyOf } from '../../support/companies.js';
import { policyIn } from '../../support/config.js';
import { createReplicaScene, NOW, type ReplicaScene } from './support.js';

const DAY_MS = 86_400_000;
const ADDRESS = 'zenobia.quirk@secret.example';
const SAID = `Write to ${ADDRESS} or call 555 010 9934 about the price.`;

/** A call in which an address and a number stand wherever a text may be. */
const call = plainCall(
  {
    id: '7001',
    started: new Date(NOW - DAY_MS).toISOString(),
    title: `Price talk with ${ADDRESS}`,
  },
  {
    parties: [
      {
        ...{ id: '1', speakerId: '11', affiliation: 'External', name: ADDRESS },
        ...{ emailAddress: ADDRESS, phoneNumber: '+1 555 010 9934' },
      },
    ],
    transcript: [
      { speakerId: '11', topic: null, sentences: [{ start: 0, end: 4000, text: SAID }] },
    ],
    context: [
      {
        system: 'Salesforce',
        objects: [
          { objectType: 'Account', objectId: 'A1', fields: [{ name: 'Name', value: ADDRESS }] },
        ],
      },
    ],
    content: { trackers: [{ id: '901', name: `Names ${ADDRESS}`, count: 1, type: 'SMART' }] },
  },
);
/** Only words that no mask touches. */
const other = plainCall(
  { id: '7002', started: new Date(NOW - 2 * DAY_MS).toISOString(), title: 'Zenobia returns' },
  {
    parties: [{ id: '1', speakerId: '11', affiliation: 'External', name: 'Zenobia Doe' }],
    transcript: [
      {
        speakerId: '11',
        topic: null,
        sentences: [{ start: 0, end: 2000, text: 'Zenobia speaks of the price.' }],
      },
    ],
  },
);

/** Several calls in which nothing but an address has these words, and one in which they are shown. */
const asked = ['7003', '7004', '7005'].map((id, index) =>
  plainCall(
    { id, started: new Date(NOW - (3 + index) * DAY_MS).toISOString() },
    {
      transcript: [
        {
          speakerId: null,
          topic: null,
          sentences: [
            { start: 0, end: 2000, text: index < 2 ? 'Ask quinn@quill.example.' : 'Ask Quinn.' },
          ],
        },
      ],
    },
  ),
);

let scene: ReplicaScene;
beforeAll(async () => {
  scene = await createReplicaScene(undefined, companyOf({ calls: [call, other, ...asked] }));
});
afterAll(() => scene.close());

const masked = () => scene.gateway({ config: { policy: policyIn('mask-emails, mask-phones') } });
const passages = 'nodes { callId text matches { start end } speaker { name emailAddress } }';

describe('Under a mask', () => {
  it('passages show neither addresses nor numbers, of what was said and of who said it', async () => {
    const { data, errors, sent } = await masked().trace(`{
      searchTranscripts(text: "price") { ${passages} }
      searchCalls(filter: { callIds: ["7001"] }) {
        nodes { title passages(text: "price") { text speaker { name emailAddress phoneNumber } } }
      }
    }`);

    expect(errors).toBeUndefined();
    expect(sent).toEqual([]);
    const shown = JSON.stringify(data);
    expect(shown).not.toMatch(/quirk|555|010/);
    expect(shown).toContain('•••@secret.example');
    expect(data).toMatchObject({
      searchTranscripts: { nodes: [{ callId: '7001' }, { callId: '7002' }] },
      searchCalls: { nodes: [{ passages: [{ text: expect.stringContaining('the price') }] }] },
    });
  });

  it('a passage is not found by what is masked in it', async () => {
    const { data, errors, sent } = await masked().trace(`{
      address: searchTranscripts(text: "zenobia") { totalCount nodes { callId } }
      part: searchTranscripts(text: "price quirk") { totalCount nodes { callId } }
      excluded: searchTranscripts(text: "price -quirk") { nodes { callId } }
      ofCall: searchCalls(filter: { callIds: ["7001"] }) {
        nodes { passages(text: "quirk") { text } }
      }
    }`);

    expect(errors).toBeUndefined();
    expect(sent).toEqual([]);
    expect(data).toEqual({
      address: { totalCount: null, nodes: [{ callId: '7002' }] },
      part: { totalCount: null, nodes: [] },
      excluded: { nodes: [{ callId: '7001' }, { callId: '7002' }] },
      ofCall: { nodes: [{ passages: [] }] },
    });
  });

  it.each(['NEWEST_FIRST', 'RELEVANCE'])(
    'a page does not say that more follows, when all that follows is masked: %s',
    async (order) => {
      const page = 'nodes { callId } pageInfo { hasNextPage endCursor }';
      const { data, errors } = await masked().execute(`{
        masked: searchTranscripts(text: "\\"ask quinn quill\\"", order: ${order}, first: 1) { ${page} }
        missing: searchTranscripts(text: "\\"ask quinn quark\\"", order: ${order}, first: 1) { ${page} }
        shown: searchTranscripts(text: "\\"ask quinn\\"", order: ${order}, first: 1) { ${page} }
        more: searchTranscripts(text: "price", order: ${order}, first: 1) { ${page} }
      }`);

      const nothing = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };
      expect(errors).toBeUndefined();
      expect(data).toMatchObject({
        masked: nothing,
        missing: nothing,
        shown: { nodes: [{ callId: '7005' }], pageInfo: { hasNextPage: false } },
        more: { nodes: [{}], pageInfo: { hasNextPage: true } },
      });
    },
  );

  it('pages go on after what is masked', async () => {
    const { data } = await masked().execute(
      '{ searchTranscripts(text: "price", first: 1) { nodes { callId } pageInfo { endCursor } } }',
    );
    const { nodes, pageInfo } = data?.['searchTranscripts'] as unknown as {
      nodes: readonly { callId: string }[];
      pageInfo: { endCursor: string };
    };
    expect(nodes).toEqual([{ callId: '7001' }]);
    const next = await masked().execute(
      `query ($after: String) {
        searchTranscripts(text: "price", first: 1, after: $after) {
          nodes { callId } pageInfo { hasNextPage }
        }
      }`,
      { after: pageInfo.endCursor },
    );
    expect(next.data).toEqual({
      searchTranscripts: { nodes: [{ callId: '7002' }], pageInfo: { hasNextPage: false } },
    });
  });

  it.each([
    [
      '{ searchTranscripts(text: "price", speech: { emails: ["a@b.example"] }) { nodes { text } } }',
      'searchTranscripts(speech.emails:)',
    ],
    [
      '{ searchTranscripts(text: "price", filter: { participants: [{ email: "a@b.example" }] }) { nodes { text } } }',
      'searchTranscripts(filter.participants[0].email:)',
    ],
    [
      '{ searchTranscripts(text: "price", filter: { said: "555 010 9934" }) { nodes { text } } }',
      'searchTranscripts(filter.said:)',
    ],
    [
      '{ callStats(filter: { participants: [{ phoneNumber: "5550109934" }] }, by: [HOST]) { total { calls } } }',
      'callStats(filter.participants[0].phoneNumber:)',
    ],
    [
      '{ searchCalls(filter: { participants: [{ name: "5550109934" }] }) { nodes { id } } }',
      'searchCalls(filter.participants[0].name:)',
    ],
    [
      '{ searchCalls(filter: {}) { nodes { passages(text: "price", speech: { emails: ["a@b.example"] }) { text } } } }',
      'passages(speech.emails:)',
    ],
    [
      '{ searchCalls(filter: {}) { nodes { passages(text: "5550109934") { text } } } }',
      'passages(text:)',
    ],
  ])('a search by what is masked is refused: %s', async (query, argument) => {
    const { errors, sent } = await masked().trace(query);

    expect(errors?.map(({ extensions }) => extensions['code'])).toContain('FORBIDDEN');
    expect(new Set(errors?.map(({ message }) => message))).toEqual(
      new Set([
        `Argument "${argument}" searches for what the policy of this gateway masks for you. Omit it.`,
      ]),
    );
    expect(sent).toEqual([]);
  });

  it('nothing is hidden from viewers without a mask', async () => {
    const { data } = await scene.gateway().execute(`{
      said: searchTranscripts(text: "quirk") { totalCount nodes { callId text } }
      title: searchCalls(filter: { title: "zenobia" }) { totalCount nodes { id } }
      mail: searchTranscripts(text: "price", speech: { emails: ["${ADDRESS}"] }) { nodes { callId } }
    }`);

    expect(data).toEqual({
      said: { totalCount: 1, nodes: [{ callId: '7001', text: SAID }] },
      title: { totalCount: 2, nodes: [{ id: '7001' }, { id: '7002' }] },
      mail: { nodes: [{ callId: '7001' }] },
    });
  });
});

describe('Under a module that masks a call', () => {
  const nothing = { label: null, tracker: null };
  const judge = (_: unknown, { id }: { readonly id: string }) => (id === '7001' ? 'mask' : 'allow');
  const judged = () =>
    scene.gateway({ config: { policy: policyIn('show-private', { hook: { judge } }) } });

  it.each([
    ['a module', judged],
    ['the policy', masked],
  ])('statistics show no address that %s masks', async (_who, gateway) => {
    const { data, errors } = await gateway().execute(`{
      callStats(filter: {}, by: [ACCOUNT, TRACKER]) {
        rows { keys { label tracker { name } } measures { calls } }
      }
    }`);

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      callStats: {
        rows: [
          { keys: [nothing, nothing], measures: { calls: 4 } },
          {
            keys: [
              { label: '•••@secret.example', tracker: null },
              {
                label: 'Names •••@secret.example',
                tracker: { name: 'Names •••@secret.example' },
              },
            ],
            measures: { calls: 1 },
          },
        ],
      },
    });
  });

  it('passages of the call are found by no address of a speaker', async () => {
    const { data, errors } = await judged().execute(`{
      searchCalls(filter: { callIds: ["7001"] }) {
        nodes {
          anyone: passages(text: "price") { callId }
          right: passages(text: "price", speech: { emails: ["${ADDRESS}"] }) { callId }
          wrong: passages(text: "price", speech: { emails: ["a@b.example"] }) { callId }
        }
      }
    }`);

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      searchCalls: { nodes: [{ anyone: [{ callId: '7001' }], right: [], wrong: [] }] },
    });
  });
});
