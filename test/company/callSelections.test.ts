import { describe, expect, it } from '@jest/globals';
import type { CallSelection } from '../../src/gong/endpoints/callSelection.js';
import {
  listCallsExtensive,
  pageWithoutMedia,
  withoutMedia,
} from '../../src/gong/endpoints/calls.js';

const LINK = 'https://media.test/of-somebody';
const wanted = (...blocks: ('media' | 'parties')[]): CallSelection => ({
  blocks: new Set(blocks),
  context: 'None',
  timings: new Set(),
});
const body = {
  calls: [{ metaData: { id: '1' }, parties: [{ id: '2' }], media: { audioUrl: LINK } }],
};

describe('the cacheable part of calls', () => {
  it('is a call without its links', () => {
    const want = wanted('media', 'parties');
    const [call] = listCallsExtensive.parse(body, want).items;
    const kept = call && withoutMedia(call);
    expect(JSON.stringify(kept)).not.toContain(LINK);
    expect(kept).toMatchObject({ id: '1', details: { parties: [{ id: '2' }] } });
    expect([...(kept?.selection.blocks ?? [])]).toEqual(['parties']);
    // What was read is as it was.
    expect(JSON.stringify(call)).toContain(LINK);
  });

  it('is a page without its links', () => {
    const kept = pageWithoutMedia(body, wanted('media', 'parties'));
    expect(JSON.stringify(kept)).not.toContain(LINK);
    expect(kept.body).toEqual({ calls: [{ metaData: { id: '1' }, parties: [{ id: '2' }] }] });
    expect([...kept.selection.blocks]).toEqual(['parties']);
    expect(JSON.stringify(body)).toContain(LINK);
  });

  it('is the page itself when no links were selected', () => {
    const page = { calls: [] };
    expect(pageWithoutMedia(page, wanted('parties')).body).toBe(page);
  });
});
