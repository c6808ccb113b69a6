import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { GongCallData } from '../../../src/gong/endpoints/wire.js';
import { dialects } from '../../support/databases.js';
import { callRecord, callsSaying, transcriptOf } from '../../support/replica.js';
import { storeScene } from './support.js';

/** Digits that no database can compress into an index. */
const digest = (n: number): string => createHash('sha256').update(String(n)).digest('hex');
const long = Array.from({ length: 200 }, (_, n) => digest(n)).join('');

describe.each(dialects)('a call with very long texts in %s', (dialect) => {
  const scene = storeScene(dialect);

  it.each<[string, GongCallData]>([
    ['domain', { parties: [{ id: 'p', affiliation: 'External', emailAddress: `a@${long}.com` }] }],
    ['address', { parties: [{ id: 'p', emailAddress: `${long}@acme.com` }] }],
    ['number', { parties: [{ id: 'p', phoneNumber: long }] }],
    ['tracker', { content: { trackers: [{ id: long, name: long, count: 1 }] } }],
    [
      'CRM record',
      { context: [{ system: long, objects: [{ objectType: long, objectId: long }] }] },
    ],
    ['CRM system', { context: [{ system: long, objects: [{ objectType: 'A', objectId: 'a' }] }] }],
  ])('is kept with its %s, and so are the calls beside it', async (_what, details) => {
    await scene.replica.putCalls([callRecord('1', { details }), callRecord('2')], 1);

    const calls = await scene.replica.findCalls(['1', '2']);
    expect([...calls.keys()].sort()).toEqual(['1', '2']);
    expect(JSON.stringify(calls.get('1')?.call.details)).toContain(long);
  });

  it('is kept with its reviews', async () => {
    await scene.replica.putCalls([callRecord('1')], 1);
    const review = { callId: '1', answeredScorecardId: long, scorecardId: long };
    await scene.replica.putReviews(new Map([['1', [review]]]), 1);

    expect((await scene.replica.findReviews(['1'])).get('1')?.reviews).toEqual([review]);
  });

  it('is found by what was said in it, when that is more words than people use', async () => {
    await scene.replica.putCalls([callRecord('1')], 1);
    const said = Array.from({ length: 50_000 }, (_, n) => ['1', `w${digest(n)}`] as const);
    await scene.replica.putTranscripts(new Map([['1', transcriptOf('1', ...said)]]), 1);

    expect((await scene.replica.findTranscripts(['1'])).size).toBe(1);
    expect(await callsSaying(scene.replica, `w${digest(49_999)}`)).toEqual(['1']);
  });
});
