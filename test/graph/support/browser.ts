import { chromium, type Page } from 'playwright-core';
import { HANG_MS } from '../../support/hang.js';

/** Opens pages in Chromium: `npm test` names one or installs it; run by hand, the usual place is tried. */
export async function openBrowser() {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    timeout: HANG_MS,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  return {
    /**
     * A page, and what its console complained of.
     *
     * @param stored what lies in its session's storage beforehand.
     */
    open: async (address: string, stored: Readonly<Record<string, string>> = {}) => {
      const page = await browser.newPage();
      page.setDefaultTimeout(HANG_MS);
      await page.addInitScript((entries) => {
        for (const [key, value] of Object.entries(entries)) sessionStorage.setItem(key, value);
      }, stored);
      const complaints: string[] = [];
      page.on('pageerror', ({ message }) => complaints.push(message));
      page.on('console', (line) => {
        if (['error', 'warning'].includes(line.type())) complaints.push(line.text());
      });
      await page.goto(address);
      return { page, complaints };
    },
    close: () => browser.close(),
  };
}

export type OpenBrowser = Awaited<ReturnType<typeof openBrowser>>;

/** What the elements say of themselves in this attribute, once there are so many. */
export async function attributes(page: Page, selector: string, name: string, count: number) {
  const found = page.locator(selector);
  await found.nth(count - 1).waitFor();
  return Promise.all((await found.all()).map((element) => element.getAttribute(name)));
}
