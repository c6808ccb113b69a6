import { describe, expect, it } from '@jest/globals';
import {
  plainCall,
  plainUser,
  type Call,
  type CallMetaData,
  type Party,
} from '../../../sandbox/src/index.js';
import { plainReview } from '../../support/companies.js';
import { STARTED, gatewayTo, folderOf } from './support.js';

/** What Gong's description doesn't have, yet Gong may send. */
const odd = <T>(value: unknown): T => value as T;

const callOf = (blocks: Omit<Call, 'metaData'>, members: Partial<CallMetaData> = {}): Call =>
  plainCall({ id: '100', started: STARTED, ...members }, blocks);

describe('Transcripts', () => {
  const say = (speakerId: string | null, ...texts: string[]) => ({
    speakerId,
    topic: null,
    sentences: texts.map((text, index) => ({ start: 1500 + index, end: 2750, text })),
  });
  const parties: Party[] = [
    { id: 'a', name: 'Zoë Ångström', speakerId: '71', userId: '501', affiliation: 'Internal' },
    { id: 'b', speakerId: '72', userId: '502', affiliation: 'Internal' },
    { id: 'c', name: '', speakerId: '73', emailAddress: 'c@x.example', affiliation: 'External' },
    { id: 'd', name: 'Silent', affiliation: 'External' },
  ];
  const transcript = [
    say('71', 'Hello there.', 'Shall we?'),
    say('72', 'Yes.'),
    say('99', 'Who am I?'),
    say(null, 'And I?'),
    say('73', 'Prix:  12 €'),
    say('99', 'Still me.'),
  ];
  const users = [plainUser({ id: '502', firstName: 'Bo', lastName: 'Berg' })];

  it('name the speaker of each line by party, user, email, or phone number', async () => {
    const gateway = gatewayTo({ calls: [callOf({ parties, transcript })], users });

    const { data, sent } = await gateway.trace(
      '{ calls { nodes { transcript { text wordCount } } } }',
    );

    const text = [
      'Zoë Ångström: Hello there. Shall we?',
      'Bo Berg: Yes.',
      'Unknown speaker 1: Who am I?',
      'Unknown speaker 2: And I?',
      'c@x.example: Prix:  12 €',
      'Unknown speaker 1: Still me.',
    ].join('\n');
    expect(data).toEqual({ calls: { nodes: [{ transcript: { text, wordCount: 15 } }] } });
    // A named party's user isn't asked for, the others' beside the transcripts.
    const askedUsers = sent.filter(({ operationId }) => operationId === 'listMultipleUsers');
    expect(askedUsers.map(({ body }) => body)).toEqual([
      { filter: { includeAvatars: true, userIds: ['502'] } },
    ]);
  });

  it.each(['transcript { text }', 'transcript { monologues { speaker { name } } }'])(
    'request a nameless speaker’s user together with the host: %s',
    async (select) => {
      const call = callOf({ parties, transcript }, { primaryUserId: '503' });
      const host = plainUser({ id: '503', firstName: 'Cy', lastName: null });
      const gateway = gatewayTo({ calls: [call], users: [...users, host] });

      const list = await gateway.trace(`{ calls { nodes { primaryUser { name } ${select} } } }`);
      const single = await gateway.trace(`{ call(id: "100") { ${select} primaryUser { name } } }`);

      for (const { data, errors, sent } of [list, single]) {
        expect(errors).toBeUndefined();
        expect(JSON.stringify(data)).toContain('"Cy"');
        expect(JSON.stringify(data)).toContain('Bo Berg');
        const asked = sent.filter(({ operationId }) => operationId === 'listMultipleUsers');
        const ids = asked.map(({ body }) => (body as { filter: { userIds: string[] } }).filter);
        expect(ids.map(({ userIds }) => [...userIds].sort())).toEqual([['502', '503']]);
      }
    },
  );

  it('match speakers to parties, and count in seconds', async () => {
    const gateway = gatewayTo({ calls: [callOf({ parties, transcript })], users });

    const { data } = await gateway.execute(`{ calls { nodes { transcript { monologues {
      speakerId speaker { partyId name } sentences { startSeconds endSeconds text }
    } } } } }`);

    const { nodes } = data?.['calls'] as unknown as {
      nodes: { transcript: { monologues: { speaker: unknown; sentences: unknown[] }[] } }[];
    };
    const monologues = nodes[0]?.transcript.monologues ?? [];
    expect(monologues.map(({ speaker }) => speaker)).toEqual([
      { partyId: 'a', name: 'Zoë Ångström' },
      { partyId: 'b', name: 'Bo Berg' },
      null,
      null,
      { partyId: 'c', name: null },
      null,
    ]);
    expect(monologues[0]?.sentences).toEqual([
      { startSeconds: 1.5, endSeconds: 2.75, text: 'Hello there.' },
      { startSeconds: 1.501, endSeconds: 2.75, text: 'Shall we?' },
    ]);
  });

  it.each([
    ['INTERNAL', ['71', '72']],
    ['EXTERNAL', ['73']],
  ])('select the monologues of one side: %s', async (side, expected) => {
    const gateway = gatewayTo({ calls: [callOf({ parties, transcript })], users });

    const { data } = await gateway.execute(
      `{ calls { nodes { transcript { monologues(affiliation: ${side}) { speakerId } } } } }`,
    );

    const monologues = expected.map((speakerId) => ({ speakerId }));
    expect(data).toEqual({ calls: { nodes: [{ transcript: { monologues } }] } });
  });

  it.each([null, undefined, []])('return the text without parties: %s', async (none) => {
    const call = callOf({ transcript, ...(none === undefined ? {} : { parties: none }) });
    const gateway = gatewayTo({ calls: [call] });

    const { data } = await gateway.execute('{ call(id: "100") { transcript { text } } }');

    const { text } = (data?.['call'] as unknown as { transcript: { text: string } }).transcript;
    expect(text.split('\n').map((line) => line.slice(0, 17))).toEqual(
      [1, 2, 3, 4, 5, 3].map((number) => `Unknown speaker ${number}`),
    );
  });
});

describe('CRM records', () => {
  const fields = [
    { name: 'text', value: 'x' },
    { name: 'number', value: 1.5 },
    { name: 'large', value: odd<number>(12345678901234567890n) },
    { name: 'flag', value: false },
    { name: 'list', value: [1, ['a'], null] },
    { name: 'object', value: { a: { b: null } } },
    { name: 'empty', value: null },
  ];
  const context = [
    {
      system: 'Salesforce' as const,
      objects: [
        { objectType: 'Account' as const, objectId: '001', fields, timing: 'Now' as const },
        {
          objectType: 'Account' as const,
          objectId: '001',
          fields: [{ name: 'text', value: 'then' }],
          timing: 'TimeOfCall' as const,
        },
      ],
    },
  ];

  it('carry values of any JSON type', async () => {
    const gateway = gatewayTo({ calls: [callOf({ context })] });

    const { data } = await gateway.execute(
      '{ calls { nodes { context { objects { fields { name value } } } } } }',
    );

    const shown = fields.map((field) =>
      field.name === 'large' ? { ...field, value: '12345678901234567890' } : field,
    );
    expect(data).toEqual({ calls: { nodes: [{ context: [{ objects: [{ fields: shown }] }] }] } });
  });

  it('are separate by timing under their aliases', async () => {
    const gateway = gatewayTo({ calls: [callOf({ context })] });

    const { data } = await gateway.execute(`{ calls { nodes {
      ids: context { objects { objectId } }
      then: context(timing: [TIME_OF_CALL]) { objects { timing fields { value } } }
      both: context(timing: [NOW, TIME_OF_CALL]) { objects { timing } }
    } } }`);

    const { nodes } = data?.['calls'] as unknown as { nodes: unknown[] };
    expect(nodes).toEqual([
      {
        ids: [{ objects: [{ objectId: '001' }] }],
        then: [{ objects: [{ timing: 'TIME_OF_CALL', fields: [{ value: 'then' }] }] }],
        both: [{ objects: [{ timing: 'NOW' }, { timing: 'TIME_OF_CALL' }] }],
      },
    ]);
  });
});

describe('References to what Gong no longer lists', () => {
  it('keep the ID, and the name when the parent contains it', async () => {
    const call = callOf(
      {
        parties: [{ id: 'a', userId: '404', affiliation: 'Internal' }],
        content: { trackers: [{ id: '77', name: 'Smart one', count: 3, type: 'SMART' }] },
      },
      { primaryUserId: '404', workspaceId: '9' },
    );
    const gateway = gatewayTo({ calls: [call], answeredScorecards: [plainReview({})] });

    const { data, errors } = await gateway.execute(`{
      calls { nodes {
        primaryUser { id name manager { id } } workspace { id name }
        parties { user { id emailAddress } } trackers { tracker { id name affiliation } }
      } }
      answeredScorecards { nodes { scorecard { id name enabled } reviewer { id name } } }
    }`);

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      calls: {
        nodes: [
          {
            primaryUser: { id: '404', name: null, manager: null },
            workspace: { id: '9', name: null },
            parties: [{ user: { id: '404', emailAddress: null } }],
            trackers: [{ tracker: { id: '77', name: 'Smart one', affiliation: null } }],
          },
        ],
      },
      answeredScorecards: {
        nodes: [
          {
            scorecard: { id: '10', name: 'Discovery', enabled: null },
            reviewer: { id: '501', name: null },
          },
        ],
      },
    });
  });

  it('are the same for calls in folders', async () => {
    const filed = { id: '666', title: 'Gone', note: null, addedBy: '404', created: STARTED };
    const folder = { ...folderOf('20', null), calls: [{ ...filed, url: '', snippet: null }] };
    const gateway = gatewayTo({ folders: [folder] });

    const { data, errors } = await gateway.execute(`{ folder(id: "20") { calls {
      callId title url snippet { fromSeconds } addedBy { id name }
      call { id title startedAt brief parties { name } transcript { text } }
    } } }`);

    const call = { id: '666', title: 'Gone', startedAt: null, brief: null };
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      folder: {
        calls: [
          {
            callId: '666',
            title: 'Gone',
            url: null,
            snippet: null,
            addedBy: { id: '404', name: null },
            call: { ...call, transcript: null },
          },
        ],
      },
    });
  });
});
