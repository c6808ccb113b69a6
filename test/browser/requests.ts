import type { Page, Request, Response } from 'playwright-core';

/** A response, as GraphiQL shows it. */
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
    .locator('.graphiql-query-editor .view-line', { hasText: new RegExp(` ${name}\\b`) })
    .first()
    .waitFor();
}
