import type { Page, Request, Response } from 'playwright-core';

/** The members of a response that tests read. */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: unknown;
  readonly extensions?: { readonly gong?: Record<string, unknown> };
}

/** Whether a request runs an operation for the person, which the page's own questions do not. */
export function isRun(request: Request): boolean {
  const body = request.postData() ?? '';
  return (
    new URL(request.url()).pathname === '/graphql' &&
    !/IntrospectionQuery|"estimateOnly":true|\{ quota \{ queued \} \}/.test(body)
  );
}

/** Waits for the response of the next run whose body contains a text. */
export function nextRun(page: Page, text = ''): Promise<Response> {
  return page.waitForResponse(
    (candidate) =>
      isRun(candidate.request()) && (candidate.request().postData() ?? '').includes(text),
  );
}

/** Runs the operation of the tab in front. */
export async function run(page: Page, text = ''): Promise<Answer> {
  const [response] = await Promise.all([
    nextRun(page, text),
    page.getByRole('button', { name: /^Execute query/ }).click(),
  ]);
  return (await response.json()) as Answer;
}

/** Opens an example of the menu, ready to run. */
export async function openExample(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Examples' }).click();
  await page.getByRole('menuitem', { name: new RegExp(`^${name} `) }).click();
  await page.getByRole('tab', { name, selected: true }).waitFor();
  await page
    .locator('.graphiql-query-editor .view-line', { hasText: new RegExp(`\\b${name}\\b`) })
    .first()
    .waitFor();
}

/** Replaces the text of an editor. Text that is typed would be completed: the editor closes brackets by itself. */
export async function write(page: Page, editor: string, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  await page.locator(editor).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+V');
  // The editor separates words by other spaces.
  const start = new RegExp(
    text
      .slice(0, 12)
      .trim()
      .replace(/[^\w\s]/g, '\\$&')
      .replace(/\s/g, '\\s'),
  );
  await page.locator(editor).filter({ hasText: start }).waitFor();
}

/** Replaces the query of the tab in front, and waits until a run would send this one by its own name. */
export async function writeQuery(page: Page, query: string): Promise<void> {
  await write(page, QUERY_EDITOR, query);
  // GraphiQL reads the text only after a pause. Then it shows the name of the operation.
  const name = /^\s*(?:query|mutation) (\w+)/m.exec(query)?.[1] ?? '<untitled>';
  await page.getByRole('tab', { name, selected: true }).waitFor();
}

/** Selectors of GraphiQL's editors. */
const QUERY_EDITOR = '.graphiql-query-editor .monaco-editor';
export const TOOL_EDITOR = '.graphiql-editor-tool .monaco-editor:visible';
