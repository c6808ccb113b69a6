import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Locator, Page, Response } from 'playwright-core';
import { startProduct } from '../browser/product.js';
import { openBrowser, type OpenBrowser } from './support/browser.js';
import { recipeBlocks, recipes } from './support/recipes.js';

/** The page is built, so this needs the built product where it isn't told of another. */
async function openProduct() {
  const url = process.env['GRAPH_TEST_URL'];
  const token = process.env['GRAPH_TEST_TOKEN'] ?? 'graph-tests-token';
  if (url !== undefined)
    return { origin: new URL(url).origin, token, stop: () => Promise.resolve() };
  const own = await startProduct({ GATEWAY_TOKENS: `graph-tests:${token}` });
  return { origin: own.origin, token, stop: () => own.stop() };
}

let product: Awaited<ReturnType<typeof openProduct>>;
let browser: OpenBrowser;
beforeAll(async () => {
  product = await openProduct();
  browser = await openBrowser();
});
afterAll(async () => {
  await Promise.all([browser.close(), product.stop()]);
});

interface Run {
  readonly data: Record<string, unknown>;
  readonly errors?: unknown;
  readonly extensions: { readonly gong: { readonly requests: number } };
}

it('the recipe for GraphiQL works', async () => {
  const [query] = await recipeBlocks(recipes.graphiql);
  const { page } = await browser.open(`${product.origin}/graphiql`);
  const answerTo = async (name: string, act: () => Promise<void>): Promise<Run> => {
    const [response] = await Promise.all([
      page.waitForResponse((candidate: Response) => {
        const body = candidate.request().postData() ?? '';
        return body.includes(name) && !body.includes('"estimateOnly":true');
      }),
      act(),
    ]);
    return (await response.json()) as Run;
  };
  const button = (name: string | RegExp): Locator => page.getByRole('button', { name });

  await button('Enter the token').click();
  await page.getByLabel('Bearer token').fill(product.token);
  await answerTo('IntrospectionQuery', () => button('Use this token').click());

  const editor = page.locator('.graphiql-query-editor .monaco-editor');
  await page.getByRole('tab', { name: 'LatestCalls' }).click();
  await editor.click();
  const starter = await answerTo('LatestCalls', () => page.keyboard.press('Control+Enter'));
  expect(starter).not.toHaveProperty('errors');
  await shows(page, '"requests"');

  await button('Show Documentation Explorer').click();
  const docs = page.locator('.graphiql-doc-explorer');
  await docs.getByRole('link', { name: 'Query', exact: true }).click();
  await docs.getByRole('link', { name: 'calls', exact: true }).click();
  await docs.getByText('POST /v2/calls/extensive').waitFor();
  await docs.getByText('api:calls:read:extensive').first().waitFor();

  await button('New tab').click();
  await editor.click();
  await page.keyboard.press('Control+A');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((text) => navigator.clipboard.writeText(text), query?.text ?? '');
  await page.keyboard.press('Control+V');
  // The tab's name is that of the operation, once GraphiQL has looked at it.
  await page.getByRole('tab', { name: 'HostsAndTrackers' }).waitFor();
  const own = await answerTo('HostsAndTrackers', () => page.keyboard.press('Control+Enter'));
  expect(own).not.toHaveProperty('errors');
  expect(own.data['calls']).toMatchObject({ nodes: [{}, {}, {}, {}, {}] });
  await shows(page, '"remainingToday"');
});

/** Waits for a text in the answer; of a long one only the lines in sight are there. */
async function shows(page: Page, text: string): Promise<void> {
  const answer = page.locator('.graphiql-response');
  await answer.locator('.view-line').first().waitFor();
  await answer.click();
  await page.keyboard.press('Control+End');
  await answer.locator('.view-line', { hasText: text }).first().waitFor();
}
