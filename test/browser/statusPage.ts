import type { Browser, Page } from 'playwright-core';
import type { StatusReport } from '../../src/telemetry/status/statusReport.js';
import { HANG_MS } from '../support/hang.js';
import type { Product } from './product.js';

export interface StatusPageOptions {
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: 'light' | 'dark';
  /** Runs before the page is loaded. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

export interface OpenStatusPage {
  readonly page: Page;
  /** Errors and warnings of its console. */
  readonly complaints: readonly string[];
}

/** Opens the status page of a gateway. */
export async function openStatusPage(
  browser: Browser,
  { origin }: Product,
  { width = 1280, height = 800, scheme = 'light', prepare }: StatusPageOptions = {},
): Promise<OpenStatusPage> {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme });
  page.setDefaultTimeout(HANG_MS);
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (line) => {
    if (['error', 'warning'].includes(line.type())) complaints.push(line.text());
  });
  await prepare?.(page);
  await page.goto(`${origin}/status`);
  return { page, complaints };
}

/** Returns the tile with this title. */
export const tile = (page: Page, title: string) =>
  page.locator('.tile', { has: page.getByRole('heading', { name: title, exact: true }) });

/** Stops the time of a page, so that it reads a report only when the test moves the clock. */
export async function stopClock({ clock }: Page): Promise<void> {
  const now = Date.now();
  await clock.install({ time: now });
  await clock.pauseAt(now + 1000);
}

/** Answers with a changed report in place of the gateway's. */
export const changed = (change: (report: StatusReport) => object) => (page: Page) =>
  page.route('**/admin/status?*', async (route) => {
    const response = await route.fetch();
    const report = (await response.json()) as StatusReport;
    await route.fulfill({ response, json: { ...report, ...change(report) } });
  });
