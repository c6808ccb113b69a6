import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

/**
 * Returns the serious violations of accessibility in a page.
 *
 * @param parts selectors of the parts that are examined; if omitted, the whole page is.
 */
export async function violations(page: Page, parts?: readonly string[]): Promise<string[]> {
  await page.evaluate(axe);
  const context =
    parts === undefined ? '' : JSON.stringify({ include: parts.map((each) => [each]) });
  const { violations: found } = await page.evaluate<{ violations: Violation[] }>(
    `axe.run(${context})`,
  );
  return found
    .filter(({ impact }) => ['serious', 'critical'].includes(impact))
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
