import type { Browser, Page } from 'playwright-core';
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
