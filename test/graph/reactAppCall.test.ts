import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openGateway, type JudgedGateway } from './support/gateway.js';
import { isTooWide, openViewer, type Viewer } from './support/viewer.js';

interface Spoken {
  readonly id: string;
  readonly title: string;
  readonly durationSeconds: number;
  readonly trackers: readonly { readonly name: string }[];
  readonly transcript: {
    readonly monologues: readonly {
      readonly speaker: { readonly name: string | null } | null;
      readonly topic: string | null;
      readonly sentences: readonly {
        readonly startSeconds: number;
        readonly endSeconds: number;
        readonly text: string;
      }[];
    }[];
  } | null;
}

let gateway: JudgedGateway;
let viewer: Viewer;
let open: Awaited<ReturnType<Viewer['before']>>;
let call: Spoken;
beforeAll(async () => {
  gateway = await openGateway();
  viewer = await openViewer();
  open = await viewer.before(gateway);
  call = await callWithAll();
});
afterAll(async () => {
  await viewer.close();
  await gateway.close();
});

/** A call with topics, trackers, and two speakers. Another gateway finds it, so that the cache of ours is cold. */
async function callWithAll(): Promise<Spoken> {
  const other = await openGateway();
  const { data } = await other.ask<{ calls: { nodes: Spoken[] } }>(`{
    calls(first: 60) { nodes {
      id title durationSeconds
      trackers(detectedOnly: true) { name }
      transcript { monologues { topic speaker { name } sentences { startSeconds endSeconds text } } }
    } }
  }`);
  await other.close();
  const found = data.calls.nodes.find(
    ({ trackers, transcript }) =>
      trackers.length > 2 && transcript?.monologues.every(({ speaker }) => speaker?.name),
  );
  if (!found) throw new Error('No call of the sandbox has trackers and speakers with names.');
  return found;
}

const monologues = () => call.transcript?.monologues ?? [];
const startOf = (index: number) => monologues()[index]?.sentences[0]?.startSeconds ?? 0;
const endOf = (index: number) => monologues()[index]?.sentences.at(-1)?.endSeconds ?? 0;
/** Position of the longest passage of the second half: a pixel of the timeline stands for seconds. */
const longest = () =>
  monologues()
    .map((_, index) => ({ index, seconds: endOf(index) - startOf(index) }))
    .slice(Math.floor(monologues().length / 2))
    .reduce((best, each) => (each.seconds > best.seconds ? each : best)).index;
const shown = async (search = '') => {
  const opened = await open(`?call=${call.id}${search}`);
  await opened.page.getByRole('heading', { level: 1, name: call.title }).waitFor();
  return opened;
};
const current = (page: Page) => page.locator('.transcript [aria-current]');

describe('the page of a call', () => {
  it('costs 2 Gong requests and shows who spoke when, topics, and trackers', async () => {
    const { outcome, seen } = await gateway.trace(async () => {
      const { page, complaints } = await shown();
      const lanes = page.locator('.lane > svg');
      return {
        lanes: await Promise.all(
          (await lanes.all()).map((lane) => lane.getAttribute('aria-label')),
        ),
        words: await page.locator('.transcript li').allInnerTexts(),
        footer: await page.locator('summary').innerText(),
        title: await page.title(),
        complaints,
      };
    });

    const topics = [...new Set(monologues().flatMap(({ topic }) => topic ?? []))];
    const speakers = [...new Set(monologues().map(({ speaker }) => speaker?.name ?? ''))];
    const starts = (text: string) => expect.stringMatching(new RegExp(`^${text}`)) as unknown;
    expect(outcome.lanes).toEqual([
      starts(`Topics: ${topics[0] ?? ''} at `),
      ...speakers.map((name) => starts(`${name} \\((in|ex)ternal\\) spoke for `)),
      ...call.trackers.map(({ name }) => starts(`${name} at \\d`)),
    ]);
    expect(outcome.words).toHaveLength(monologues().length);
    monologues().forEach(({ speaker, sentences }, index) => {
      expect(outcome.words[index]).toContain(speaker?.name);
      expect(outcome.words[index]).toContain(sentences.map(({ text }) => text).join(' '));
    });
    expect(outcome.title).toBe(call.title);
    expect(outcome.complaints).toEqual([]);
    expect(seen.map(({ operationName, gongRequests }) => [operationName, gongRequests])).toEqual([
      ['Call', 2],
    ]);
    expect(outcome.footer).toMatch(/Call: 2 Gong requests\s.* left today/s);
  });

  it('scrolls to the passage that a click on the timeline points at, and keeps it in the URL', async () => {
    const { page } = await shown();
    const index = longest();
    const box = await page
      .getByRole('img', { name: / spoke for / })
      .first()
      .boundingBox();
    const share = (startOf(index) + endOf(index)) / 2 / call.durationSeconds;
    await page.mouse.click((box?.x ?? 0) + share * (box?.width ?? 0), (box?.y ?? 0) + 10);
    await current(page).waitFor();
    const words = await current(page).innerText();

    expect(words).toContain(monologues()[index]?.sentences[0]?.text);
    await page.waitForFunction(() => {
      const { top = 0, bottom = 0 } =
        document.querySelector('.transcript [aria-current]')?.getBoundingClientRect() ?? {};
      return top > 0 && bottom < innerHeight;
    });
    await page.reload();
    await current(page).waitFor();
    expect(await current(page).innerText()).toBe(words);
  });

  it('goes from passage to passage by keyboard, and from tracker to tracker', async () => {
    const { page } = await shown(`&t=${startOf(2)}`);
    await page.getByRole('slider', { name: 'Position in the call' }).press('ArrowRight');

    expect(await current(page).innerText()).toContain(monologues()[3]?.sentences[0]?.text);
    const { name = '' } = call.trackers[0] ?? {};
    await page.getByRole('region', { name: 'Timeline' }).getByRole('button', { name }).click();
    expect(await current(page).innerText()).toContain(name);
  });

  it('searches within the transcript, ignoring case and accents', async () => {
    const { page } = await shown();
    const word = 'THÁT';
    const all = monologues().map(({ sentences }) => sentences.map(({ text }) => text).join(' '));
    const total = all.join('\n').match(/that/gi)?.length ?? 0;
    const box = page.getByRole('searchbox', { name: 'Search in this transcript' });
    await box.fill(word);

    expect(total).toBeGreaterThan(1);
    expect(await page.locator('.transcript mark').count()).toBe(total);
    expect(await page.locator('output').innerText()).toBe(`1 of ${total}`);
    await box.press('Enter');
    expect(await page.locator('output').innerText()).toBe(`2 of ${total}`);
    await page.getByRole('button', { name: 'Previous match' }).click();
    await page.getByRole('button', { name: 'Previous match' }).click();
    expect(await page.locator('output').innerText()).toBe(`${total} of ${total}`);
    expect(await page.locator('mark[data-current]').count()).toBe(1);
    await box.fill('zzz');
    expect(await page.locator('output').innerText()).toBe('Not found');
  });

  it('fits a phone, in the dark as well', async () => {
    const { page } = await shown();
    await page.setViewportSize({ width: 390, height: 844 });
    const paper = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await paper();

    expect(await isTooWide(page)).toBe(false);
    await page.getByRole('searchbox', { name: 'Search in this transcript' }).fill('that');
    const next = await page.getByRole('button', { name: 'Next match' }).boundingBox();
    expect((next?.x ?? 0) + (next?.width ?? Infinity)).toBeLessThanOrEqual(390);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await paper()).not.toBe(light);
  });

  it('leads back to the list as it was', async () => {
    const { page } = await open('?days=90');
    const before = page.url();
    await page.locator('.calls a').first().click();
    await page.waitForURL(/call=/);
    await page.getByRole('link', { name: '← Calls' }).click();
    await page.locator('.calls a').first().waitFor();

    expect(page.url()).toBe(before);
  });
});

describe('a part of the page that fails', () => {
  it('shows the error in its place and leaves the others', async () => {
    // Gong refuses transcripts to a key without that scope.
    const limited = await openGateway({}, ['api:calls:read:basic', 'api:calls:read:extensive']);
    try {
      const { page } = await (await viewer.before(limited))(`?call=${call.id}`);
      await page.getByRole('heading', { level: 1, name: call.title }).waitFor();

      expect(await page.locator('.columns').getByRole('alert').innerText()).toMatch(
        /api:calls:read:transcript.*\(GONG_MISSING_SCOPE\)/,
      );
      expect(await page.getByRole('alert').count()).toBe(1);
      const { name = '' } = call.trackers[0] ?? {};
      expect(await page.getByRole('img', { name: `${name} at ` }).count()).toBe(1);
      expect(await page.getByRole('complementary', { name: 'Summary' }).count()).toBe(1);
    } finally {
      await limited.close();
    }
  });

  it('says that a call does not exist', async () => {
    const { page } = await open('?call=1');

    await page.getByText('There is no call with this ID').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });
});
