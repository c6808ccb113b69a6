import type { Page } from 'playwright-core';
import { openBrowser } from './browser.js';
import { copyExample } from './examples.js';
import type { JudgedGateway } from './gateway.js';

/** The example `react-app`, built, and a browser for it. */
export async function openViewer() {
  const app = await copyExample('react-app');
  await app.run('build');
  const browser = await openBrowser();
  const stops: (() => Promise<void>)[] = [];
  return {
    app,
    /** Serves the page before a gateway. Returns how to open it, with `?…` or without. */
    before: async (gateway: JudgedGateway) => {
      const served = await app.serve('preview -- --host 127.0.0.1 --port 0', 1, {
        EXAMPLE_GATEWAY_ORIGIN: new URL(gateway.url).origin,
      });
      stops.push(() => served.stop());
      return (search = '', token = gateway.token) =>
        browser.open(`${served.urls[0] ?? ''}${search}`, { 'gateway-token': token });
    },
    close: async () => {
      await browser.close();
      await Promise.all(stops.map((stop) => stop()));
      await app.remove();
    },
  };
}

export type Viewer = Awaited<ReturnType<typeof openViewer>>;

/** Whether something of the page is wider than the window. */
export const isTooWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
