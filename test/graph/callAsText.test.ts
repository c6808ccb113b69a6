import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { copyExample, type Example } from './support/examples.js';
import { openGateway, type JudgedGateway } from './support/gateway.js';

interface Known {
  readonly id: string;
  readonly title: string;
  readonly brief: string | null;
  readonly parties: readonly { readonly name: string; readonly emailAddress: string | null }[];
  readonly trackers: readonly { readonly name: string; readonly count: number }[];
  readonly comments: readonly { readonly text: string }[];
  readonly answeredScorecards: readonly { readonly scorecardName: string }[];
  readonly outline: readonly { readonly section: string }[];
  readonly transcript: { readonly text: string } | null;
}
const KNOWN = `{ calls(first: 60) { nodes {
  id title brief parties { name emailAddress } trackers { name count } comments { text }
  answeredScorecards { scorecardName } outline { section } transcript { text }
} } }`;

let gateway: JudgedGateway;
let example: Example;
let known: readonly Known[];
beforeAll(async () => {
  gateway = await openGateway();
  example = await copyExample('call-as-text');
  const { data } = await gateway.ask<{ calls: { nodes: Known[] } }>(KNOWN);
  known = data.calls.nodes;
});
afterAll(async () => {
  await Promise.all([gateway.close(), example.remove()]);
});

const start = (args: readonly string[], token = gateway.token) =>
  example.run('start', { EXAMPLE_GATEWAY_URL: gateway.url, EXAMPLE_GATEWAY_TOKEN: token }, args);

describe('examples/call-as-text', () => {
  it('prints everything of a call by its ID, from one operation', async () => {
    const call = known.find(
      ({ brief, comments, answeredScorecards, transcript }) =>
        brief && comments.length > 0 && answeredScorecards.length > 0 && transcript?.text,
    );
    if (call === undefined) throw new Error('No call has all of it.');
    const { outcome, seen } = await gateway.trace(() => start([call.id]));

    const { stdout, stderr } = outcome;
    expect(stderr).toBe('');
    const expected = [
      `Title: ${call.title}`,
      ...call.parties.map(({ name }) => name),
      call.brief,
      ...call.outline.map(({ section }) => section),
      ...call.trackers.filter(({ count }) => count > 0).map(({ name }) => name),
      ...call.comments.map(({ text }) => text),
      ...call.answeredScorecards.map(({ scorecardName }) => scorecardName),
    ];
    expect(expected.filter((text) => !stdout.includes(text ?? ''))).toEqual([]);
    expect(stdout.trimEnd().endsWith(`# Transcript\n\n${call.transcript?.text ?? ''}`)).toBe(true);
    expect(stdout).not.toMatch(/undefined|\bnull\b|\[object/);
    expect(seen).toHaveLength(1);
    // Call, transcript, users, reviews, scorecards, and workspaces: each once.
    expect(seen[0]?.gongRequests).toBeLessThanOrEqual(6);
  });

  it('prints the newest call without an ID', async () => {
    const { data } = await gateway.ask<{ calls: { nodes: { title: string }[] } }>(
      '{ calls(first: 1, order: NEWEST_FIRST) { nodes { title } } }',
    );
    const { stdout } = await start([]);

    expect(stdout).toMatch(/^# Call\n/);
    expect(stdout).toContain(`Title: ${data.calls.nodes[0]?.title ?? ''}\n`);
  });

  it('says that a call does not exist, or shows the gateway’s error', async () => {
    await expect(start(['99999'])).rejects.toThrow('There is no such call: 99999.');
    await expect(start([], 'wrong')).rejects.toThrow('(UNAUTHENTICATED)');
  });
});
