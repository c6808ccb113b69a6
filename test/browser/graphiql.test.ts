import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchChromium } from './chromium.js';
import { eventually } from '../storage/redis/support.js';
import { HANG_MS } from '../support/hang.js';
import { startProduct } from './product.js';
import type { Product } from './product.js';
import { isRun, nextRun, openExample, run, TOOL_EDITOR, write } from './requests.js';
import { readStarters } from './starters.js';

interface Connection {
  nodes?: unknown[];
}

const starters = readStarters();
let product: Product | undefined;
let browser: Browser | undefined;

/** @throws Error when `beforeAll` failed. */
function origin(): string {
  if (product === undefined) throw new Error('The product was not started.');
  return product.origin;
}

beforeAll(async () => {
  // One after the other, because `afterAll` would not know of one that starts while the other fails.
  // A starter asks Gong's AI.
  product = await startProduct({ GATEWAY_AI: 'on' });
  browser = await launchChromium();
});

afterAll(async () => {
  await Promise.all([browser?.close(), product?.stop()]);
});

describe('GraphiQL in a browser without internet', () => {
  let context: BrowserContext | undefined;
  let page: Page;
  /** Failures of the page. Every test expects none. */
  let trouble: string[];
  /** Whether the browser leaves the page, which aborts its requests. */
  let isLeaving: boolean;
  const note = (text: string): void => {
    if (!isLeaving) trouble.push(text);
  };

  beforeEach(async () => {
    trouble = [];
    isLeaving = false;
    if (browser === undefined) throw new Error('The browser was not started.');
    context = await browser.newContext();
    // The page works without any other host.
    await context.route(
      (url) => url.origin !== origin() && !['data:', 'blob:'].includes(url.protocol),
      async (route) => {
        note(`request to another host: ${route.request().url()}`);
        await route.abort();
      },
    );
    page = await context.newPage();
    page.setDefaultTimeout(HANG_MS);
    page.on('pageerror', (error) => note(`uncaught error: ${error.message}`));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) {
        note(`console ${message.type()}: ${message.text()}`);
      }
    });
    page.on('requestfailed', (request) => {
      note(`failed: ${request.url()} (${request.failure()?.errorText ?? ''})`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) note(`${String(response.status())}: ${response.url()}`);
    });
  });

  afterEach(async () => {
    await context?.close();
  });

  /** Returns the text of an editor. Monaco draws only the visible lines, and no-break spaces. */
  async function shown(area: string): Promise<string> {
    const text = await page.locator(`${area} .view-lines`).innerText();
    return text.replaceAll('\u00a0', ' ');
  }

  async function ready(): Promise<void> {
    await page.getByRole('button', { name: /^Execute query/ }).waitFor();
    await page.locator('.graphiql-query-editor .view-line').first().waitFor();
  }

  /** Waits for the page that `act` opens. */
  async function leave(act: () => Promise<unknown>): Promise<void> {
    isLeaving = true;
    page.once('domcontentloaded', () => {
      isLeaving = false;
    });
    await Promise.all([page.waitForEvent('load'), act()]);
    await ready();
  }

  /** Waits until there are exactly this many tabs. */
  async function tabs(count: number): Promise<void> {
    const all = page.getByRole('tab');
    await all.nth(count - 1).waitFor();
    await all.nth(count).waitFor({ state: 'detached' });
  }

  async function open(path = '/graphiql'): Promise<void> {
    await page.goto(origin() + path);
    await ready();
  }

  /** Runs the tab in front, and waits until its response is visible. */
  async function runQuery(): Promise<{ data?: unknown; errors?: unknown }> {
    const answer = await run(page);
    await page.locator('.graphiql-response .view-line', { hasText: '"data"' }).waitFor();
    return answer;
  }

  test('runs the first starter query and shows its response', async () => {
    await open('/');
    expect(new URL(page.url()).pathname).toBe('/graphiql');
    expect(await shown('.graphiql-query-editor')).toContain('# The latest calls');

    const answer = await runQuery();
    expect(answer).not.toHaveProperty('errors');
    const text = await shown('.graphiql-response');
    expect(text).toContain('"calls"');
    expect(text).toContain('"title"');
    expect(text).not.toContain('"errors"');
    expect(trouble).toEqual([]);
  });

  test('opens each example of the menu once, with its variables in sight', async () => {
    await open();
    await tabs(1);
    await openExample(page, 'WalkPages');
    await page.locator('.graphiql-editor-tool .view-line', { hasText: '"first"' }).waitFor();
    const answer = await runQuery();
    expect(answer).not.toHaveProperty('errors');

    await page.getByRole('tab', { name: 'LatestCalls' }).click();
    await openExample(page, 'WalkPages');
    await tabs(2);
    expect(trouble).toEqual([]);
  });

  test('shows the descriptions of the schema in the docs pane', async () => {
    await open();
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    const docs = page.locator('.graphiql-doc-explorer');
    await docs.getByRole('link', { name: 'Query', exact: true }).click();
    await docs.getByText('The object with this nodeId').waitFor();
    await docs.getByRole('link', { name: 'CallConnection' }).first().click();
    await docs.locator('.graphiql-markdown-description').first().waitFor();
    expect(trouble).toEqual([]);
  });

  test('has a pane for the Authorization header, and sends it', async () => {
    await open();
    await page.getByRole('button', { name: 'Headers' }).click();
    await write(page, TOOL_EDITOR, '{ "authorization": "Bearer none" }');
    const [request] = await Promise.all([
      page.waitForRequest(isRun),
      page.getByRole('button', { name: /^Execute query/ }).click(),
    ]);
    expect(request.headers()['authorization']).toBe('Bearer none');
    await page.locator('.graphiql-response .view-line', { hasText: '"data"' }).waitFor();
    expect(trouble).toEqual([]);
  });

  test('keeps the tabs between visits', async () => {
    await open();
    await openExample(page, 'People');
    await tabs(2);
    // GraphiQL stores its tabs a moment after they change.
    await page.waitForFunction(() => {
      const { localStorage } = globalThis as unknown as { localStorage: Record<string, string> };
      return JSON.stringify({ ...localStorage }).includes('query People');
    });
    await leave(() => page.reload());
    await tabs(2);
    expect(trouble).toEqual([]);
  });
});

describe('GraphiQL of a gateway with tokens', () => {
  const TOKEN = 'a-token-of-web';
  let guarded: Product | undefined;
  let context: BrowserContext | undefined;
  let page: Page;
  /** Errors of the page other than a 401. */
  let trouble: string[];

  beforeAll(async () => {
    guarded = await startProduct({ GATEWAY_TOKENS: `web:${TOKEN}` });
  });
  afterAll(() => guarded?.stop());
  beforeEach(async () => {
    if (browser === undefined || guarded === undefined) throw new Error('Not started.');
    trouble = [];
    context = await browser.newContext();
    page = await context.newPage();
    page.setDefaultTimeout(HANG_MS);
    page.on('pageerror', (error) => trouble.push(error.message));
    page.on('console', (message) => {
      const text = message.text();
      if (message.type() === 'error' && !text.includes('status of 401')) trouble.push(text);
    });
    await page.goto(`${guarded.origin}/graphiql`);
    await page.locator('.graphiql-query-editor .view-line').first().waitFor();
  });
  afterEach(async () => {
    await context?.close();
  });

  const notice = (text: string) => page.getByRole('alert').filter({ hasText: text });
  const dialog = () => page.getByRole('dialog', { name: 'Token of this gateway' });
  async function enter(token: string): Promise<void> {
    await dialog().getByLabel('Bearer token').fill(token);
    await dialog().getByRole('button', { name: 'Use this token' }).click();
  }
  const answers = (name: string) =>
    page.waitForResponse((candidate) => (candidate.request().postData() ?? '').includes(name));

  test('asks for a token and sends it with every request', async () => {
    await notice('This gateway requires a token (401).').waitFor();
    await page.getByRole('button', { name: 'Enter the token' }).click();
    const introspected = answers('IntrospectionQuery');
    await enter(` Bearer ${TOKEN} `);
    expect((await introspected).request().headers()['authorization']).toBe(`Bearer ${TOKEN}`);
    expect((await introspected).status()).toBe(200);
    await page.getByRole('button', { name: 'Token: set' }).waitFor();
    await page.locator('.token-notice').waitFor({ state: 'detached' });

    const [answer] = await Promise.all([
      nextRun(page, 'LatestCalls'),
      page.getByRole('button', { name: /^Execute query/ }).click(),
    ]);
    expect(answer.request().headers()['authorization']).toBe(`Bearer ${TOKEN}`);
    await page.locator('.graphiql-response .view-line', { hasText: '"data"' }).waitFor();

    // The schema has come, too.
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page
      .locator('.graphiql-doc-explorer')
      .getByRole('link', { name: 'Query', exact: true })
      .waitFor();
    expect(trouble).toEqual([]);
  });

  test('says that the token is wrong and asks for another', async () => {
    await page.getByRole('button', { name: 'Token: none' }).click();
    await enter('wrong');
    await notice('The gateway rejected this token (401).').waitFor();

    await page.getByRole('button', { name: 'Enter another token' }).click();
    await enter('not a token');
    await notice('This is not a token').waitFor();
    await enter(TOKEN);

    await page.getByRole('button', { name: 'Token: set' }).waitFor();
    await page.locator('.token-notice').waitFor({ state: 'detached' });
    expect(trouble).toEqual([]);
  });

  test.each(['Escape', 'Cancel'])('keeps no token in its field after %s', async (way) => {
    await page.getByRole('button', { name: 'Token: none' }).click();
    await dialog().getByLabel('Bearer token').fill(TOKEN);

    if (way === 'Escape') await page.keyboard.press('Escape');
    else await dialog().getByRole('button', { name: way }).click();

    await dialog().waitFor({ state: 'hidden' });
    await eventually(async () => (await page.locator('#token').inputValue()) === '');
    expect(await page.getByRole('button', { name: 'Token: none' }).count()).toBe(1);
  });

  test('stores the token nowhere and discards it with the page', async () => {
    await page.getByRole('button', { name: 'Token: none' }).click();
    const introspected = answers('IntrospectionQuery');
    await enter(TOKEN);
    await introspected;
    await page.getByRole('button', { name: 'Token: set' }).waitFor();
    // GraphiQL stores the tabs last.
    await page.waitForFunction(() => {
      const { localStorage } = globalThis as unknown as { localStorage: Record<string, string> };
      return Object.keys(localStorage).some((name) => name.endsWith('tabState'));
    });

    const stored = await page.evaluate(() => {
      const { localStorage, sessionStorage } = globalThis as unknown as Record<string, object>;
      return JSON.stringify([{ ...localStorage }, { ...sessionStorage }]);
    });
    const fields = await page.locator('input').all();
    const kept = [
      stored,
      JSON.stringify(await context?.cookies()),
      await page.content(),
      ...(await Promise.all(fields.map((field) => field.inputValue()))),
    ].join('\n');
    expect(kept).toContain('gong-graphql-gateway');
    expect(kept).not.toContain(TOKEN);

    await page.getByRole('button', { name: 'Token: set' }).click();
    await dialog().getByRole('button', { name: 'Forget the token' }).click();
    await page.getByRole('button', { name: 'Token: none' }).waitFor();
    await page.getByRole('button', { name: /^Execute query/ }).click();
    await notice('This gateway requires a token').waitFor();

    await page.getByRole('button', { name: 'Enter the token' }).click();
    await enter(TOKEN);
    await page.reload();
    await notice('This gateway requires a token').waitFor();
    expect(trouble).toEqual([]);
  });
});

describe('the history of GraphiQL', () => {
  const SECRET = 'a-secret-of-the-headers-pane';

  test('is stored without headers, also what an older page has stored', async () => {
    if (browser === undefined) throw new Error('The browser was not started.');
    const page = await browser.newPage();
    try {
      page.setDefaultTimeout(HANG_MS);
      const open = async (): Promise<void> => {
        await page.goto(`${origin()}/graphiql`);
        await page.locator('.graphiql-query-editor .view-line').first().waitFor();
      };
      const stored = () => page.evaluate<string>('JSON.stringify({ ...localStorage })');
      await open();
      await page.getByRole('button', { name: 'Headers', exact: true }).click();
      // GraphiQL reads the pane after a pause. Then the page asks for the price with the headers.
      const taken = page.waitForRequest((request) => 'x-secret' in request.headers());
      await write(page, TOOL_EDITOR, `{ "x-secret": "${SECRET}" }`);
      await taken;
      await run(page);
      await eventually(async () => (await stored()).includes('graphiql:queries'));
      const now = await stored();
      const older = JSON.stringify({ queries: [{ query: '{ older }', headers: SECRET }] });
      await page.evaluate(
        `localStorage.setItem('gong-graphql-gateway:graphiql:queries', ${JSON.stringify(older)});
        localStorage.setItem('gong-graphql-gateway:graphiql:favorites', 'no JSON')`,
      );
      await open();
      const then = await stored();

      expect(now).toContain('query LatestCalls');
      expect(then).toContain('{ older }');
      expect(now + then).not.toContain(SECRET);
      expect(then).not.toContain('no JSON');
    } finally {
      await page.close();
    }
  });
});

describe('a newcomer in GraphiQL', () => {
  test('creates a call and watches it appear', async () => {
    if (browser === undefined) throw new Error('The browser was not started.');
    const sandboxed = await startProduct({ SANDBOX_PROCESSING_SECONDS: '0' });
    const page = await browser.newPage();
    try {
      page.setDefaultTimeout(HANG_MS);
      const introspected = page.waitForResponse((candidate) =>
        (candidate.request().postData() ?? '').includes('IntrospectionQuery'),
      );
      await page.goto(`${sandboxed.origin}/graphiql`);
      await (await introspected).finished();
      // A tab that is opened before the editor is there would not be shown in it.
      await page.locator('.graphiql-query-editor .view-line').first().waitFor();
      const runExample = async (name: string): Promise<string> => {
        await openExample(page, name);
        return JSON.stringify(await run(page, name));
      };

      expect(await runExample('CreateCall')).toContain('"alreadyExisted":false');
      expect(await runExample('CreateCall')).toContain('"alreadyExisted":true');
      const answer = await runExample('WatchItAppear');
      expect(answer).toContain('"uploadStatus":"READY"');
      expect(answer).toContain('"title":"My first call"');
    } finally {
      await page.close();
      await sandboxed.stop();
    }
  });
});

describe('every starter query runs without changes', () => {
  test.each(starters)('$file', async ({ query, variables }) => {
    const response = await fetch(`${origin()}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const answer = (await response.json()) as { data: Record<string, unknown>; errors?: unknown };
    expect(answer.errors).toBeUndefined();
    expect(response.status).toBe(200);
    // What opens in a newcomer's tab must show something: lists with items in them, none of them null.
    const shown = Object.values(answer.data).filter((value) => value !== null);
    expect(shown.length).toBeGreaterThan(0);
    for (const value of shown) {
      const items = Array.isArray(value) ? (value as unknown[]) : (value as Connection).nodes;
      if (items === undefined) continue;
      expect(items.length).toBeGreaterThan(0);
      expect(items).not.toContain(null);
    }
  });
});

describe('the files of the page', () => {
  test('requests the page each time, with a policy that allows nothing from other origins', async () => {
    const response = await fetch(`${origin()}/graphiql`, { redirect: 'manual' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(await response.text()).not.toMatch(/https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
  });

  test('names files by their content and caches them', async () => {
    const html = await (await fetch(`${origin()}/graphiql/`)).text();
    const files = [...html.matchAll(/(?:src|href)="(\/graphiql\/assets\/[^"]+)"/g)].map(
      ([, file]) => file ?? '',
    );
    expect(files.length).toBeGreaterThan(1);
    for (const file of files) {
      const response = await fetch(origin() + file);
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      await response.arrayBuffer();
    }
  });

  test('finds no unknown file', async () => {
    const response = await fetch(`${origin()}/graphiql/assets/none.js`);
    expect(response.status).toBe(404);
    await response.text();
  });

  test('redirects the root to the page', async () => {
    const response = await fetch(origin(), { redirect: 'manual' });
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe('/graphiql');
  });
});
