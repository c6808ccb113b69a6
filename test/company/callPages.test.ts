import { expect, it } from '@jest/globals';
import { AnswerCache, createAnswerMemory } from '../../src/company/cache/answerCache.js';
import { Company } from '../../src/company/company.js';
import { basicSelection, type CallSelection } from '../../src/gong/endpoints/callSelection.js';
import {
  createOperation,
  createTestClient,
  FakeWire,
  later,
  type WireAnswer,
} from '../gong/support.js';
import { FakeClock, settle } from '../support/clock.js';

const LINK = 'https://media.test/of-somebody';
const media: CallSelection = { ...basicSelection, blocks: new Set(['media']) };
const withLink: WireAnswer = {
  body: { calls: [{ metaData: { id: '1' }, media: { audioUrl: LINK } }] },
};
const withoutLink: WireAnswer = { body: { calls: [{ metaData: { id: '1' } }] } };
const refusal = (scope: string): WireAnswer => ({
  status: 401,
  body: { errors: [`You don't have permission to use '${scope}' in your app.`] },
});
const mediaRefused = refusal('api:calls:read:media-url');

function setUp(...answers: (WireAnswer | (() => Promise<WireAnswer>))[]) {
  const clock = new FakeClock();
  const wire = new FakeWire(clock, ...answers);
  const { client } = createTestClient({ clock, wire, requestsPerSecond: 1000 });
  const memory = createAnswerMemory(1e6);
  const cache = new AnswerCache({ memory, company: 'acme', isOn: true, shared: null, clock });
  const limits = { directoryTtlSeconds: 300, requestsPerSecond: 1000 };
  const company = new Company({ client, cache, ...limits, clock });
  const read = async (selection: CallSelection, from?: string) => {
    const reader = company.callReader(selection, createOperation(clock));
    const page = await clock.runUntil(reader.read({ from }, null));
    return company.withRefusal(page.items, selection);
  };
  const cached = () => JSON.stringify([...memory.values()].map(({ value }) => value));
  return { clock, wire, company, read, cached };
}

it('requests a page without the media links once the scope for them is refused', async () => {
  const { wire, read } = setUp(mediaRefused, withoutLink);

  const [call] = await read(media);
  await read(media);

  expect(call).toMatchObject({ id: '1', selection: media, refused: { everything: false } });
  expect(wire.sent).toHaveLength(2);
  expect(JSON.stringify(wire.sent[1]?.body)).not.toContain('media');
});

it('reads the basic list once the scope of the extensive one is refused, and caches it', async () => {
  const { wire, read } = setUp(refusal('api:calls:read:extensive'), {
    body: { calls: [{ id: '1' }] },
  });

  const [call] = await read(media);
  await read(media);

  expect(call).toMatchObject({ id: '1', selection: media, refused: { everything: true } });
  expect(wire.sent.map(({ method }) => method)).toEqual(['POST', 'GET']);
});

it('caches no media links of a page that arrives after the scope for them was refused', async () => {
  const { answer, respond } = later();
  const { wire, read, cached } = setUp(respond, mediaRefused, withoutLink);
  const first = read(media);
  await settle();
  await read(media, '2026-01-01T00:00:00Z');

  answer(withLink);
  await first;

  expect(wire.sent).toHaveLength(3);
  expect(cached()).toContain('"id":"1"');
  expect(cached()).not.toContain(LINK);
});
