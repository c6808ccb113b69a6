import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { HANG_MS } from '../support/hang.js';
import { violations } from './accessibility.js';
import { launchChromium } from './chromium.js';
import { startProduct, type Product } from './product.js';
import { openExample, run, writeQuery } from './requests.js';

let product: Product;
let browser: Browser;
let page: Page | undefined;

beforeAll(async () => {
  product = await startProduct();
  browser = await launchChromium();
});
afterAll(async () => {
  await Promise.all([browser.close(), product.stop()]);
});
afterEach(() => page?.close());

async function open(
  width: number,
  height: number,
  colorScheme: 'light' | 'dark' = 'light',
): Promise<Page> {
  const opened = await browser.newPage({ viewport: { width, height }, colorScheme });
  page = opened;
  opened.setDefaultTimeout(HANG_MS);
  await opened.goto(`${product.origin}/graphiql`);
  await opened.locator('.cost-price strong').waitFor();
  return opened;
}

async function boxOf(on: Page, selector: string) {
  const box = await on.locator(selector).first().boundingBox();
  if (box === null) throw new Error(`${selector} is not shown.`);
  return { ...box, right: box.x + box.width, bottom: box.y + box.height };
}

/** Waits for the documentation pane, with the first page. */
async function openDocs(on: Page): Promise<void> {
  await on.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  await on.locator('.graph-docs .docs-list li').first().waitFor();
}

describe('the layout of GraphiQL', () => {
  test.each([
    [1440, 900],
    [1280, 800],
  ])('shows all panes side by side at %d × %d', async (width, height) => {
    const opened = await open(width, height);
    await openExample(opened, 'WalkPages');
    await run(opened);
    await openDocs(opened);

    const [strip, docs, editors, response] = [
      await boxOf(opened, '.cost-strip'),
      await boxOf(opened, '.graph-docs'),
      await boxOf(opened, '.graphiql-editors'),
      await boxOf(opened, '.graphiql-response'),
    ];
    expect(strip.bottom).toBeLessThanOrEqual(editors.y);
    expect(docs.right).toBeLessThanOrEqual(editors.x);
    expect(editors.right).toBeLessThanOrEqual(response.x);
    expect(response.right).toBeLessThanOrEqual(width);
    expect(response.bottom).toBeLessThanOrEqual(height);
    // One line, and nothing beside the window.
    const header = await boxOf(opened, '.cockpit');
    expect(header.height).toBeLessThan(60);
    expect((await boxOf(opened, '.token-button')).right).toBeLessThanOrEqual(width);
  });

  test.each([390, 699])('stacks the panes at a width of %d', async (width) => {
    const opened = await open(width, 844);
    await openExample(opened, 'WalkPages');
    await run(opened);
    await openDocs(opened);

    const selectors = ['.cost-strip', '.graph-docs', '.graphiql-editors', '.graphiql-response'];
    let above = 0;
    for (const selector of selectors) {
      const box = await boxOf(opened, selector);
      expect(box.y).toBeGreaterThanOrEqual(above);
      expect(box.right).toBeLessThanOrEqual(width);
      expect(box.height).toBeGreaterThan(20);
      above = box.y + Math.min(box.height, 20);
    }
    const scrolls = await opened.evaluate<number>('document.documentElement.scrollWidth');
    expect(scrolls).toBe(width);
  });

  test.each([
    [390, 844],
    [1280, 500],
  ])('keeps all examples inside of their menu at %d × %d', async (width, height) => {
    const opened = await open(width, height);
    await opened.getByRole('button', { name: 'Examples' }).click();
    await opened.getByRole('menuitem').last().waitFor();
    const menu = await boxOf(opened, '.examples-menu');

    expect(menu.right).toBeLessThan(width);
    expect(menu.bottom).toBeLessThanOrEqual(height);
    for (const item of await opened.getByRole('menuitem').all()) {
      const { x, width: itemWidth } = (await item.boundingBox()) ?? { x: 0, width: 0 };
      expect(x).toBeGreaterThanOrEqual(menu.x);
      expect(x + itemWidth).toBeLessThanOrEqual(menu.right);
    }
  });

  test('wraps long lines and draws no boxes around punctuation', async () => {
    const opened = await open(1280, 800);
    await writeQuery(opened, `# “It’s” – ${'word '.repeat(60)}\n{ replica { state } }`);
    await opened.locator('.view-line', { hasText: 'replica' }).waitFor();

    expect(await opened.locator('.unicode-highlight').count()).toBe(0);
    expect(await opened.locator('.graphiql-query-editor .view-line').count()).toBeGreaterThan(4);
  });
});

describe('the documentation pane', () => {
  test('opens at the entry points of the graph, without the types of servers', async () => {
    const opened = await open(1280, 800);
    await openDocs(opened);
    const docs = opened.locator('.graph-docs');

    expect(await docs.getByRole('heading').allInnerTexts()).toEqual(['Query', 'Mutation']);
    const [first] = await docs.locator('.docs-list').allInnerTexts();
    expect(first).toContain('calls');
    await docs.getByText(/^All \d+ types$/).click();
    const types = await docs.locator('details a').allInnerTexts();
    expect(types).toEqual(expect.arrayContaining(['Call', 'User', 'CallConnection']));
    expect(types.filter((name) => /^_|__|CacheControl|^String$/.test(name))).toEqual([]);

    await docs.getByRole('link', { name: 'calls', exact: true }).click();
    await opened.getByText('POST /v2/calls/extensive').waitFor();
  });
});

describe('accessibility', () => {
  test.each(['light', 'dark'] as const)(
    'has no serious violation in our parts, %s',
    async (scheme) => {
      const opened = await open(1280, 800, scheme);
      await opened.route('**/graphql', async (route) => {
        if (!(route.request().postData() ?? '').includes('mutation Upload'))
          return route.continue();
        if ((route.request().postData() ?? '').includes('estimateOnly')) return route.continue();
        const uploadUrl = `${product.origin}/uploads/x`;
        return route.fulfill({
          json: { data: { addCallMedia: { uploadUrl } }, errors: [{ message: 'One.' }] },
        });
      });
      await writeQuery(
        opened,
        'mutation Upload { addCallMedia(input: { callId: "1" }) { uploadUrl } }',
      );
      await opened.locator('.cost-price', { hasText: 'up to 1' }).waitFor();
      await run(opened, 'mutation Upload');
      await opened.locator('.upload-panel').waitFor();
      await openDocs(opened);
      expect(
        await violations(opened, [
          '.cockpit',
          '.upload-panel',
          '.graph-docs nav',
          '.graph-docs h2',
          '.docs-list',
          '.graph-docs details',
        ]),
      ).toEqual([]);

      await opened.getByRole('button', { name: 'Examples' }).click();
      await opened.getByRole('menu').waitFor();
      expect(await violations(opened, ['.examples-menu'])).toEqual([]);
      await opened.keyboard.press('Escape');

      await opened.getByRole('button', { name: 'Token: none' }).click();
      expect(await violations(opened, ['dialog[open]'])).toEqual([]);
    },
  );
});
