import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { DEFAULT_OAUTH_APP, type Sandbox } from '../../sandbox/src/index.js';
import type { StatusReport } from '../../src/telemetry/status/statusReport.js';
import { eventually } from '../storage/redis/support.js';
import { createTestSandbox } from '../support/sandbox.js';
import { violations } from './accessibility.js';
import { launchChromium } from './chromium.js';
import { startProduct, type Product } from './product.js';
import { changed, openStatusPage, stopClock, tile, type StatusPageOptions } from './statusPage.js';

const ADMIN = 'the-administrator-token';
const KEY = { accessKey: 'STATUSTESTKEY', accessKeySecret: 'status-test-key-secret' };
/** Between two reports. */
const POLL_MS = 5000;

let browser: Browser;
let gong: Awaited<ReturnType<Sandbox['listen']>>;
let stateDir: string;
/** Serves invented data. */
let demo: Product;
/** Serves companies that administrators connect. */
let company: Product;
const pages: Page[] = [];

beforeAll(async () => {
  stateDir = mkdtempSync(join(tmpdir(), 'gateway-status-page-'));
  gong = await createTestSandbox({ calls: 5, users: 5, credentials: [KEY] }).listen();
  browser = await launchChromium();
  demo = await startProduct();
  company = await startProduct({
    GATEWAY_ADMIN_TOKEN: ADMIN,
    GATEWAY_SECRET: 'a-secret-of-at-least-32-characters',
    GATEWAY_TOKENS: 'web@acme:web-token',
    GATEWAY_STATE_DIR: stateDir,
    GATEWAY_REPLICA: 'off',
    GONG_API_BASE_URL: gong.url,
    GONG_ALLOW_ANY_HOST: 'true',
    GONG_OAUTH_CLIENT_ID: DEFAULT_OAUTH_APP.clientId,
    GONG_OAUTH_CLIENT_SECRET: DEFAULT_OAUTH_APP.clientSecret,
    GONG_OAUTH_REDIRECT_URI: 'http://127.0.0.1/oauth/gong/callback',
    GONG_OAUTH_BASE_URL: gong.url,
  });
});
afterEach(async () => {
  await Promise.all(pages.splice(0).map((page) => page.close()));
});
afterAll(async () => {
  await Promise.all([browser.close(), demo.stop(), company.stop()]);
  await gong.close();
  rmSync(stateDir, { recursive: true, force: true });
});

async function open(product: Product, options: StatusPageOptions = {}) {
  const opened = await openStatusPage(browser, product, options);
  pages.push(opened.page);
  return opened;
}

async function signIn(page: Page, token = ADMIN): Promise<void> {
  await page.getByLabel("Administrators' token").fill(token);
  await page.keyboard.press('Enter');
}

/** The page of the companies, signed in. */
async function openSignedIn(): Promise<Page> {
  const { page } = await open(company);
  await signIn(page);
  await page.getByRole('heading', { name: 'Companies' }).waitFor();
  return page;
}

describe('the status page of the sandbox', () => {
  test('shows, without a token, what was sent to Gong and for whom', async () => {
    const response = await fetch(`${demo.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: 'query People { users(first: 1) { nodes { id } } }' }),
    });
    expect(await response.json()).not.toHaveProperty('errors');

    const { page, complaints } = await open(demo);
    const row = page.getByRole('row', { name: /^anonymous People / });
    await row.waitFor();

    expect(await row.innerText()).toBe('anonymous\tPeople\t1\t1\t0');
    expect(await tile(page, 'Requests per operation').locator('.value').innerText()).toBe('1');
    expect(await tile(page, 'Requests to Gong').innerText()).toContain('of 3 that are allowed');
    expect(await page.locator('.chart canvas').count()).toBe(6);
    const summary = { name: '1 operation, 0 of them with errors.' };
    expect(await page.getByRole('img', summary).count()).toBe(1);
    expect(await page.getByRole('complementary').innerText()).toMatch(/^Sandbox\./);
    expect(await page.getByRole('button', { name: /Connect|Disconnect|Forget/ }).count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('names the value of the minute that is pointed at', async () => {
    const { page } = await open(demo, {
      prepare: changed(({ minutes }) => ({
        minutes: { ...minutes, operations: minutes.operations.map((_, index) => index) },
      })),
    });
    const chart = page.locator('.chart').nth(2);
    await chart.getByText('all, at most 59').waitFor();
    await chart.scrollIntoViewIfNeeded();
    const box = await chart.locator('.u-over').boundingBox();
    if (box === null) throw new Error('The chart is not shown.');

    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);

    await chart.getByText(/^all (29|30)$/).waitFor();
    expect(await chart.locator('.legend li').first().innerText()).toMatch(/^\d\d:\d\d$/);
  });

  test.each([390, 700, 1280])('is not wider than a window of %d pixels', async (width) => {
    const { page } = await open(demo, { width, height: 844 });
    await page.locator('.chart canvas').nth(5).waitFor();

    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    for (const chart of await page.locator('.chart').all()) {
      const [card, canvas] = [
        await chart.boundingBox(),
        await chart.locator('canvas').boundingBox(),
      ];
      expect(canvas?.width).toBeLessThanOrEqual(card?.width ?? 0);
      expect(canvas?.width).toBeGreaterThan(200);
    }
  });

  test('draws the charts in the size and colors that the browser changes to', async () => {
    const { page } = await open(demo);
    const canvas = page.locator('.chart canvas').first();
    await canvas.waitFor();
    await page.evaluate("window.before = document.querySelector('.chart canvas')");

    await page.setViewportSize({ width: 390, height: 844 });
    const width = "document.querySelector('.chart canvas').clientWidth";
    await eventually(async () => (await page.evaluate<number>(width)) < 350);
    await page.emulateMedia({ colorScheme: 'dark' });
    await eventually(async () => !(await page.evaluate<boolean>('window.before.isConnected')));

    expect(await page.locator('.chart canvas').count()).toBe(6);
  });

  test('says what needs attention, with the remedy', async () => {
    const { page } = await open(demo, {
      prepare: changed(({ companies, now }) => ({
        redis: 'away',
        companies: companies.map((each) => ({
          ...each,
          credentials: 'refused',
          quota: {
            ...each.quota,
            hold: { because: 'hold', forSeconds: 30 },
            forecast: { usedByReset: 20_000, exhaustedAt: now, perMinute: 9, ofMinutes: 60 },
          },
          replica: { ...each.replica, state: 'BEHIND', reasons: ['The budget is used up.'] },
        })),
      })),
    });
    await page.getByRole('heading', { name: 'Needs attention' }).waitFor();

    const texts = await page.locator('.attention li').allInnerTexts();
    expect(texts).toEqual([
      expect.stringContaining('Check GONG_ACCESS_KEY'),
      expect.stringContaining('used up at'),
      expect.stringContaining('pause of 30 s'),
      expect.stringContaining('later than planned. The budget is used up.'),
      expect.stringContaining('Check REDIS_URL'),
    ]);
  });
});

describe('renewal', () => {
  test('renews the figures, and leaves the focus where it is', async () => {
    let shown = 0;
    const { page } = await open(demo, {
      prepare: async (opened) => {
        await stopClock(opened);
        await changed(({ companies }) => {
          shown += 1;
          return {
            sandbox: false,
            connecting: { byKey: true, byOAuth: false, problem: null },
            companies: companies.map((each) => ({
              ...each,
              isFixed: false,
              quota: { ...each.quota, queued: shown },
            })),
          };
        })(opened);
      },
    });
    const queued = tile(page, 'Waiting now').locator('.value');
    await page.getByRole('button', { name: 'Connect…', exact: true }).focus();
    expect(await queued.innerText()).toBe('1 request');

    await page.clock.fastForward(POLL_MS);
    await queued.filter({ hasText: '2 requests' }).waitFor();

    expect(await page.evaluate('document.activeElement.textContent')).toBe('Connect…');
  });

  test('stops while the page is hidden, and begins again when it is shown', async () => {
    let requests = 0;
    const { page } = await open(demo, {
      prepare: async (opened) => {
        await stopClock(opened);
        opened.on('request', (request) => {
          if (request.url().includes('/admin/status')) requests += 1;
        });
      },
    });
    await page.getByText(/^Updated at/).waitFor();
    const turn = (state: string) =>
      page.evaluate(
        `Object.defineProperty(document, 'visibilityState', { value: '${state}', configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));`,
      );

    await turn('hidden');
    const before = requests;
    await page.clock.runFor(10 * POLL_MS);
    expect(requests).toBe(before);

    await Promise.all([page.waitForResponse('**/admin/status?*'), turn('visible')]);
    expect(requests).toBe(before + 1);
  });

  test('says that the gateway cannot be reached, until it can', async () => {
    const { page } = await open(demo, { prepare: stopClock });
    await page.getByText(/^Updated at/).waitFor();
    await page.route('**/admin/status?*', (route) => route.abort());

    await page.clock.fastForward(POLL_MS);
    await page.getByText('These figures are not current').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('cannot be reached');

    await page.unroute('**/admin/status?*');
    await page.clock.fastForward(POLL_MS);
    await page.getByText(/^Updated at/).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('says that a proxy responded in place of the gateway', async () => {
    const { page } = await open(demo, {
      prepare: (opened) =>
        opened.route('**/admin/status?*', (route) =>
          route.fulfill({ contentType: 'text/html', body: '<h1>Sign in</h1>' }),
        ),
    });

    await page.getByRole('alert').getByText('A proxy may have responded').waitFor();
    expect(await page.getByText('Not available').count()).toBe(1);
  });

  test('shows another period when the operator chooses it', async () => {
    const { page } = await open(demo);
    await page.getByText(/^Updated at/).waitFor();

    const [response] = await Promise.all([
      page.waitForResponse('**/admin/status?minutes=1440'),
      page.getByRole('combobox', { name: /^Period/ }).selectOption('Last 24 hours'),
    ]);

    expect(((await response.json()) as StatusReport).minutes.requests).toHaveLength(1440);
    await tile(page, 'Waiting now').getByText('in the last 24 hours').waitFor();
  });
});

describe('several companies', () => {
  test('shows one of them when the operator chooses it, until it is disconnected', async () => {
    const { page } = await open(demo, {
      prepare: async (opened) => {
        // Another report would take 'gone' from the list before the test chooses it.
        await stopClock(opened);
        await changed(({ companies }) => ({
          companies: [...companies, ...companies.map((each) => ({ ...each, tenant: 'gone' }))],
        }))(opened);
      },
    });
    const choice = page.getByRole('combobox', { name: /^Company/ });
    await choice.waitFor();
    const rate = tile(page, 'Requests to Gong');
    expect(await rate.innerText()).not.toContain('allowed');

    await Promise.all([
      page.waitForResponse('**/admin/status?minutes=60&tenant=default'),
      choice.selectOption('default'),
    ]);
    await rate.getByText('of 3 that are allowed').waitFor();

    // The gateway does not know this one.
    await page.unroute('**/admin/status?*');
    await Promise.all([
      page.waitForResponse('**/admin/status?minutes=60&tenant=gone'),
      page.waitForResponse('**/admin/status?minutes=60'),
      choice.selectOption('gone'),
    ]);
    await choice.waitFor({ state: 'hidden' });
    expect(await page.getByRole('alert').count()).toBe(0);
  });
});

describe('signing in', () => {
  test('sends nothing before it has a token', async () => {
    const sent: string[] = [];
    const { page } = await open(company, {
      prepare: (opened) => {
        opened.on('request', (request) => sent.push(new URL(request.url()).pathname));
        return Promise.resolve();
      },
    });
    await page.getByLabel("Administrators' token").waitFor();

    expect(sent.filter((path) => !path.startsWith('/status'))).toEqual([]);
  });

  test('accepts the administrators’ token only, and keeps it in this tab only', async () => {
    const { page } = await open(company);
    await signIn(page, 'web-token');
    await page.getByText('does not accept this token').waitFor();
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
    expect(await page.evaluate('document.activeElement.id')).toBe('token');

    await signIn(page);
    await page.getByRole('heading', { name: 'Companies' }).waitFor();

    expect(page.url()).toBe(`${company.origin}/status`);
    expect(await page.evaluate('localStorage.length')).toBe(0);
    expect(await page.context().cookies()).toEqual([]);
    expect(await page.content()).not.toContain(ADMIN);
    await page.reload();
    await page.getByRole('heading', { name: 'Companies' }).waitFor();

    await page.getByRole('button', { name: 'Forget the token' }).click();
    await page.getByLabel("Administrators' token").waitFor();
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
    expect(await page.getByRole('heading', { name: 'Companies' }).count()).toBe(0);
    expect(await page.locator('.tile').count()).toBe(0);
  });

  test('refuses what cannot be a token without sending it', async () => {
    const { page } = await open(company);
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.url()));

    await signIn(page, 'two words');

    await page.getByText('no spaces').waitFor();
    expect(sent).toEqual([]);
  });
});

describe('companies', () => {
  test('connects a company by key, and disconnects it after a confirmation', async () => {
    const page = await openSignedIn();
    await page.getByText('No company is connected yet').waitFor();
    await page.getByRole('button', { name: 'Connect a company…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Connect a company' });
    await dialog.getByLabel('Tenant').fill('acme');
    const send = dialog.getByRole('button', { name: 'Connect with this key' });
    await send.click();
    await dialog.getByText('Enter the access key and its secret').waitFor();
    await dialog.getByLabel('Access key', { exact: true }).fill(KEY.accessKey);
    await dialog.getByLabel('Access key secret').fill('wrong');
    await send.click();
    await dialog.getByText('Gong rejected this API key').waitFor();

    await dialog.getByLabel('Access key secret').fill(KEY.accessKeySecret);
    await send.click();
    const card = page.getByRole('article', { name: 'acme' });
    await card.getByText(`API key, to ${gong.url}`).waitFor();
    expect(await dialog.count()).toBe(0);
    for (const input of await page.locator('input').all()) {
      expect(await input.inputValue()).not.toBe(KEY.accessKeySecret);
    }

    await card.getByRole('button', { name: 'Disconnect…' }).click();
    const question = page.getByRole('dialog', { name: 'Disconnect "acme"?' });
    // The safe choice has the focus.
    await page.keyboard.press('Enter');
    await question.waitFor({ state: 'hidden' });
    await card.waitFor();
    await card.getByRole('button', { name: 'Disconnect…' }).click();
    await question.getByRole('button', { name: 'Disconnect' }).click();
    await page.getByText('No company is connected yet').waitFor();
  });

  test('leads to Gong’s consent page', async () => {
    const page = await openSignedIn();
    await page.getByRole('button', { name: 'Connect a company…' }).click();
    const consent = page.getByRole('button', { name: "Open Gong's consent page" });
    await consent.click();
    expect(await page.getByRole('dialog').count()).toBe(1);

    await page.getByLabel('Tenant').fill('globex');
    const [tab, request] = await Promise.all([
      page.context().waitForEvent('page'),
      // The page itself reads a report every 5 seconds.
      page.context().waitForEvent('request', (each) => !each.url().includes('/admin/status')),
      consent.click(),
    ]);
    pages.push(tab);

    expect(request.url()).toBe(`${company.origin}/oauth/gong/start?tenant=globex`);
    // The browser asks for the password itself.
    expect(request.headers()).not.toHaveProperty('authorization');
  });

  test('closes a dialog with Escape, and returns the focus', async () => {
    const page = await openSignedIn();
    const button = page.getByRole('button', { name: 'Connect a company…' });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();

    await page.keyboard.press('Escape');

    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await page.evaluate('document.activeElement.id')).toBe('connect');
  });
});

describe('accessibility', () => {
  test.each(['light', 'dark'] as const)('has no serious violation, %s', async (scheme) => {
    for (const width of [390, 1280]) {
      const { page } = await open(demo, { width, scheme });
      await page.locator('.chart canvas').nth(5).waitFor();
      expect(await violations(page)).toEqual([]);
    }
    const { page } = await open(company, { scheme });
    await page.getByLabel("Administrators' token").waitFor();
    expect(await violations(page)).toEqual([]);
    await signIn(page, 'wrong');
    await page.getByText('does not accept this token').waitFor();
    expect(await violations(page)).toEqual([]);
    await signIn(page);
    await page.getByRole('button', { name: 'Connect a company…' }).click();
    expect(await violations(page)).toEqual([]);
  });
});
