import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { HANG_MS } from '../support/hang.js';
import { launchChromium } from './chromium.js';
import { startProduct, type Product } from './product.js';
import { isRun, openExample, run, TOOL_EDITOR, write, writeQuery } from './requests.js';

const TOKEN = 'a-token-of-the-cockpit';
let product: Product | undefined;
/** Sends a Gong request every 2 seconds. */
let slow: Product | undefined;
let browser: Browser | undefined;
let context: BrowserContext | undefined;
let page: Page;

beforeAll(async () => {
  // The sync of a replica would send requests, and invalidate what is cached.
  const quiet = { GONG_SANDBOX: 'on', GATEWAY_REPLICA: 'off' };
  product = await startProduct(quiet);
  slow = await startProduct({ ...quiet, GONG_REQUESTS_PER_SECOND: '0.5' });
  browser = await launchChromium();
});
afterAll(async () => {
  await Promise.all([browser?.close(), product?.stop(), slow?.stop()]);
});
beforeEach(async () => {
  context = await browser?.newContext({
    permissions: ['clipboard-read', 'clipboard-write'],
    viewport: { width: 1280, height: 800 },
  });
  if (context === undefined) throw new Error('The browser was not started.');
  page = await context.newPage();
  page.setDefaultTimeout(HANG_MS);
});
afterEach(() => context?.close());

async function open(search = '', at = product): Promise<void> {
  if (at === undefined) throw new Error('The product was not started.');
  await page.goto(`${at.origin}/graphiql${search}`);
  await page.locator('.graphiql-query-editor .view-line').first().waitFor();
}

/** Waits until the page shows a price. */
function expectPrice(text: string | RegExp): Promise<void> {
  return page.locator('.cost-price').filter({ hasText: text }).waitFor();
}

/** Waits until the page shows the cost of a run. */
function expectCost(text: string | RegExp): Promise<void> {
  return page.locator('.cost-run').filter({ hasText: text }).waitFor();
}

async function clipboard(): Promise<string> {
  return page.evaluate<string>('navigator.clipboard.readText()');
}

/** How many Gong requests the gateway has sent today. */
async function usedToday(): Promise<number> {
  const response = await fetch(`${product?.origin ?? ''}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ quota { usedToday } }' }),
  });
  const { data } = (await response.json()) as { data: { quota: { usedToday: number } } };
  return data.quota.usedToday;
}

describe('the price before a run', () => {
  test('follows what is typed, and costs no Gong request', async () => {
    await open();
    await expectPrice(/^Price: \d+ to \d+ Gong requests$/);
    const before = await usedToday();

    await writeQuery(page, '{ calls(first: 1) { nodes { title transcript { text } } } }');
    await expectPrice(/^Price: \d to [1-9] Gong requests$/);
    await writeQuery(page, '{ replica { state } }');
    await expectPrice('Price: no Gong request');
    await writeQuery(page, '# Nothing\n');
    await expectPrice('Nothing to run yet');
    expect(await usedToday()).toBe(before);
  });

  test('says what is missing while the query is incomplete, and asks the gateway nothing', async () => {
    await open();
    await expectPrice('Gong request');
    // For this, the page asks nothing, so that no question about the first query can follow.
    await writeQuery(page, '# Nothing\n');
    await expectPrice('Nothing to run yet');
    const asked: string[] = [];
    page.on('request', (request) => {
      if (new URL(request.url()).pathname === '/graphql') asked.push(request.postData() ?? '');
    });

    await writeQuery(page, '{ callz { id } }');
    await expectPrice(/No price yet. Line 1: Cannot query field "callz"/);
    await writeQuery(page, '{ calls(first: 1 ');
    await expectPrice(/No price yet. Line 1: Expected Name/);
    expect(asked).toEqual([]);
  });

  test('reports missing variables as the gateway does', async () => {
    await open();
    await writeQuery(page, 'query One($id: ID!) { call(id: $id) { title } }');
    await expectPrice('No price yet. Variable "$id"');
  });

  test('names the operation when the document has several', async () => {
    await open();
    await writeQuery(
      page,
      'query One { replica { state } }\nquery Two { calls(first: 1) { nodes { id } } }',
    );
    await expectPrice('Price of One: no Gong request');
    await page.locator('.graphiql-query-editor .view-line').nth(1).click();
    await page.keyboard.press('Control+Enter');
    await expectPrice(/^Price of Two: /);
  });
});

describe('the cost after a run', () => {
  test('shows requests, elapsed time, and what is left of the quota', async () => {
    await open();
    // Other tests have read no calls of this window.
    const from = new Date(Date.now() - 50 * 3_600_000).toISOString();
    await writeQuery(
      page,
      `{ calls(first: 3, filter: { from: "${from}" }) { nodes { id title } } }`,
    );
    const { extensions } = await run(page, 'first: 3');

    const { requests } = extensions?.gong ?? {};
    await expectCost(
      new RegExp(`^${String(requests)} Gong requests?.*\\d\\.\\d s.*9,\\d{3} left today$`),
    );
    // All of it is cached now.
    await expectPrice('Price: no Gong request');

    await page.getByRole('button', { name: 'New tab' }).click();
    await expectCost('Not run yet');
  });

  test('warns when a list is cut short and when there are errors', async () => {
    await open();
    await page.route('**/graphql', async (route) => {
      if (!isRun(route.request())) return route.continue();
      const gong = { requests: 7, shared: 0, cacheHits: 0, waitedMs: 0, remainingToday: 12 };
      const incomplete = [{ path: ['calls'], code: 'DEADLINE_EXCEEDED' }];
      return route.fulfill({
        json: {
          data: { calls: null },
          errors: [{ message: 'No.' }],
          extensions: { gong: { ...gong, incomplete } },
        },
      });
    });
    await run(page);

    await expectCost('7 Gong requests');
    expect(await page.locator('.cost-run .cost-warning').allInnerTexts()).toEqual([
      '1 error',
      'List cut short: calls (DEADLINE_EXCEEDED)',
    ]);
  });

  test('counts the time while requests wait, and drops them when stopped', async () => {
    await open('', slow);
    await writeQuery(page, '{ calls(first: 900) { nodes { title transcript { text } } } }');
    // Not the price of what was there before.
    await expectPrice(/ to 23 Gong requests/);
    await page.keyboard.press('Control+Enter');
    const timer = page.getByRole('timer');
    await timer.filter({ hasText: /^[1-9]\d*\.\d s$/ }).waitFor();
    await expectCost(/^Running for .*Gong requests? waiting to be sent$/);

    const ended = page.waitForEvent('requestfailed', { predicate: isRun });
    await page.getByRole('button', { name: /^Stop query/ }).click();
    await ended;
    await expectCost(/^Stopped after \d/);
    // The gateway drops what waited only for this operation.
    await expectQueueToEmpty();
  });

  async function expectQueueToEmpty(): Promise<void> {
    for (;;) {
      const response = await fetch(`${slow?.origin ?? ''}/health/ready`);
      const { parts } = (await response.json()) as { parts: { quota: { queued: number } } };
      if (parts.quota.queued === 0) return;
    }
  }
});

describe('sending a file', () => {
  /** Opens the panel for the recording of a new call. */
  async function openPanel(): Promise<Locator> {
    await open();
    await writeQuery(
      page,
      `mutation Register { createCall(input: { clientUniqueId: "upload-${String(Date.now())}", primaryUserId: "7265136531871658898", direction: OUTBOUND, actualStart: "2026-01-15T09:30:00Z", parties: [{ userId: "7265136531871658898" }] }) { callId } }`,
    );
    const { data } = await run(page, 'Register');
    const { callId } = (data as { createCall: { callId: string } }).createCall;
    await openExample(page, 'SendRecording');
    await writeQuery(
      page,
      `mutation { addCallMedia(input: { callId: "${callId}" }) { to: uploadUrl } }`,
    );
    await expectPrice('Price: up to 1 Gong request');
    await run(page, 'addCallMedia');
    return page.getByRole('region', { name: 'Send a file to the uploadUrl of addCallMedia' });
  }

  const file = (panel: Locator): Locator => panel.getByLabel('File', { exact: true });

  test('passes it to Gong, after it said why another was refused', async () => {
    const panel = await openPanel();
    await file(panel).setInputFiles({
      name: 'notes.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('no recording'),
    });
    const sent = page.waitForRequest((request) => request.method() === 'PUT');
    await panel.getByRole('button', { name: 'Send' }).click();
    expect(await (await sent).allHeaders()).not.toHaveProperty('authorization');
    await panel.getByRole('alert').filter({ hasText: 'audio' }).waitFor();

    await file(panel).setInputFiles({
      name: 'call.wav',
      mimeType: 'audio/wav',
      buffer: silence(),
    });
    await panel.getByRole('button', { name: 'Send' }).click();
    await panel.getByRole('status').filter({ hasText: 'Gong accepted the file.' }).waitFor();
    await panel.getByText('callUrl').waitFor();
  });

  test('is offered when an example runs in the moment in which it opens', async () => {
    await open();
    await page.route('**/graphql', async (route) => {
      if (!isRun(route.request())) return route.continue();
      const uploadUrl = `${product?.origin ?? ''}/uploads/x`;
      return route.fulfill({ json: { data: { addCallMedia: { uploadUrl } } } });
    });
    await page.getByRole('button', { name: 'Examples' }).click();
    const [sent] = await Promise.all([
      page.waitForRequest(isRun),
      // In one task of the browser, so that GraphiQL has no time to read the text.
      page.evaluate(
        `[...document.querySelectorAll('[role="menuitem"]')]
          .find(({ textContent }) => textContent.startsWith('SendRecording'))
          .click();
        document.querySelector('.graphiql-execute-button').click();`,
      ),
    ]);

    expect(sent.postDataJSON()).toMatchObject({ operationName: 'SendRecording' });
    await page.getByRole('region', { name: 'Send a file to the uploadUrl' }).waitFor();
  });

  test('can be stopped while bytes are missing', async () => {
    const panel = await openPanel();
    await page.route('**/uploads/*', () => undefined);
    await file(panel).setInputFiles({ name: 'call.wav', mimeType: 'audio/wav', buffer: silence() });
    await panel.getByRole('button', { name: 'Send' }).click();
    await panel.getByRole('progressbar', { name: 'Upload' }).waitFor();
    await panel.getByRole('button', { name: 'Stop' }).click();
    await panel.getByRole('alert').filter({ hasText: 'Stopped.' }).waitFor();
    expect(await panel.getByRole('button', { name: 'Send' }).isEnabled()).toBe(true);
  });

  test('never leaves the gateway', async () => {
    await open();
    await page.route('**/graphql', async (route) => {
      if (!isRun(route.request())) return route.continue();
      const uploadUrl = 'https://elsewhere.example/uploads/x';
      return route.fulfill({ json: { data: { addCallMedia: { uploadUrl } } } });
    });
    await writeQuery(page, 'mutation { addCallMedia(input: { callId: "1" }) { uploadUrl } }');
    await run(page, 'addCallMedia');

    const panel = page.getByRole('region', { name: 'Send a file to the uploadUrl' });
    await panel.getByRole('alert').filter({ hasText: 'https://elsewhere.example' }).waitFor();
    expect(await file(panel).count()).toBe(0);
  });
});

/** Returns 70 seconds of silence as a WAV file. */
function silence(): Buffer {
  const samples = 70 * 8000;
  const header = Buffer.alloc(44);
  header.write('RIFF');
  header.writeUInt32LE(36 + samples, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(8000, 24);
  header.writeUInt32LE(8000, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples, 40);
  return Buffer.concat([header, Buffer.alloc(samples, 128)]);
}

describe('what leaves the page', () => {
  async function setToken(): Promise<void> {
    await page.getByRole('button', { name: 'Token: none' }).click();
    await page.getByLabel('Bearer token').fill(TOKEN);
    await page.getByRole('button', { name: 'Use this token' }).click();
    await page.getByRole('button', { name: 'Headers', exact: true }).click();
    // GraphiQL takes over what is typed after a pause.
    const taken = page.waitForRequest((request) => 'x-note' in request.headers());
    await write(page, TOOL_EDITOR, `{ "x-secret": "${TOKEN}", "x-note": "a 'b'" }`);
    await taken;
  }

  async function copy(button: string): Promise<void> {
    await Promise.all([
      // Shown for 2 seconds only.
      page.getByText('Copied').waitFor(),
      page.getByRole('button', { name: button }).click(),
    ]);
  }

  test('is a command with the token as a variable', async () => {
    await open();
    await openExample(page, 'WalkPages');
    await setToken();
    await expectPrice(/Gong request/);
    await copy('Copy as curl');

    const command = await clipboard();
    expect(command).toContain(`curl '${product?.origin ?? ''}/graphql'`);
    expect(command).toContain('"Authorization: Bearer $TOKEN"');
    expect(command).toContain(String.raw`-H 'x-note: a '\''b'\'''`);
    expect(command).toContain('"variables":{"first":50,"after":null}');
    expect(command).not.toContain(TOKEN);
  });

  test('is a link that opens the query and its variables and runs nothing', async () => {
    await open();
    await openExample(page, 'WalkPages');
    await setToken();
    await copy('Share');
    const link = await clipboard();
    expect(decodeURIComponent(link)).not.toContain(TOKEN);

    const runs: string[] = [];
    page = (await context?.newPage()) ?? page;
    page.on('request', (request) => {
      if (isRun(request)) runs.push(request.postData() ?? '');
    });
    await open(new URL(link).search);
    await page.getByRole('tab', { name: 'WalkPages', selected: true }).waitFor();
    await page.locator('.graphiql-editor-tool .view-line', { hasText: '"first"' }).waitFor();
    await expectPrice(/Gong request/);
    expect(page.url()).toBe(`${product?.origin ?? ''}/graphiql`);
    expect(runs).toEqual([]);
    expect((await run(page)).errors).toBeUndefined();
  });

  test('can be copied by hand where the browser refuses', async () => {
    await context?.clearPermissions();
    await open();
    await page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
    await page.getByRole('button', { name: 'Share' }).click();
    const dialog = page.getByRole('dialog', { name: 'Copy this text' });
    expect(await dialog.getByRole('textbox').inputValue()).toContain('/graphiql?query=');
    await dialog.getByRole('button', { name: 'Close' }).click();
    await dialog.waitFor({ state: 'detached' });
  });
});
