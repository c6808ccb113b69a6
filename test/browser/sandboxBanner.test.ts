import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { HANG_MS } from '../support/hang.js';
import { launchChromium } from './chromium.js';
import { startProduct } from './product.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** Opens GraphiQL of a gateway with this environment, ready for use. */
async function onPage(
  environment: Record<string, string>,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const product = await startProduct(environment);
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  page.setDefaultTimeout(HANG_MS);
  try {
    await page.goto(`${product.origin}/graphiql`);
    await page.locator('.graphiql-query-editor .view-line').first().waitFor();
    await look(page);
  } finally {
    await page.close();
    await product.stop();
  }
}

test('GraphiQL shows at the top that the sandbox’s data is invented', async () => {
  await onPage({}, async (page) => {
    const banner = page.getByRole('complementary', { name: 'Sandbox notice' });
    const tabs = page.getByRole('tablist').first();

    expect(await banner.innerText()).toBe(
      'Sandbox. All calls, people, and texts are invented. Nothing here comes from Gong.',
    );
    expect(await page.title()).toBe('Gong in GraphQL (sandbox)');
    const [above, below] = [await banner.boundingBox(), await tabs.boundingBox()];
    expect(above).toMatchObject({ x: 0, y: 0, width: 1280 });
    expect(below?.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0));
    // The banner pushes no part of GraphiQL out of the window.
    const graphiql = await page.locator('.graphiql-main').boundingBox();
    expect((graphiql?.y ?? 0) + (graphiql?.height ?? 0)).toBe(720);
  });
});

test('GraphiQL shows no sandbox banner when the gateway serves a company', async () => {
  const stateDir = mkdtempSync(join(tmpdir(), 'gateway-banner-'));
  try {
    await onPage(
      {
        GONG_ACCESS_KEY: 'BANNERTESTKEY',
        GONG_ACCESS_KEY_SECRET: 'banner-test-secret',
        // No server listens there. The page sends nothing to Gong.
        GONG_API_BASE_URL: 'http://127.0.0.1:1',
        GONG_ALLOW_ANY_HOST: 'true',
        GATEWAY_STATE_DIR: stateDir,
      },
      async (page) => {
        expect(await page.getByRole('complementary').count()).toBe(0);
        expect(await page.title()).toBe('Gong in GraphQL');
      },
    );
  } finally {
    rmSync(stateDir, { recursive: true, force: true });
  }
});
