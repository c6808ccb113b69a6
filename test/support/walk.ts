import type { RecordedRequest } from '../../sandbox/src/index.js';
import type { Answer, TestGateway } from './gateway.js';

interface ConnectionAnswer {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly endCursor: string | null;
  };
  /** Undefined where it wasn't selected. */
  readonly totalCount?: number | null;
}

export interface WalkedPage extends ConnectionAnswer {
  readonly ids: readonly string[];
  readonly sent: readonly RecordedRequest[];
}

/** The connection in an answer, at a path of field names. */
export function connectionIn(answer: Answer, path: string): ConnectionAnswer {
  if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors));
  let value: unknown = answer.data;
  for (const name of path.split('.')) value = (value as Record<string, unknown>)[name];
  return value as ConnectionAnswer;
}

/** What every page of a walk selects; a count may cost requests of its own. */
export const PAGE = 'nodes { id } pageInfo { hasNextPage hasPreviousPage endCursor }';
export const COUNTED_PAGE = `${PAGE} totalCount`;

/**
 * Walks a connection to its end, a page an operation.
 *
 * @param field a field with `%` where the `after` argument goes, such as `calls(first: 70%)`.
 * @param between called after each page, with its place.
 */
export async function walkPages(
  gateway: TestGateway,
  field: string,
  between: (page: number) => Promise<void> | void = () => undefined,
  select = PAGE,
): Promise<WalkedPage[]> {
  const pages: WalkedPage[] = [];
  let after: string | null = null;
  for (;;) {
    const argument: string = after === null ? '' : `, after: ${JSON.stringify(after)}`;
    const answer = await gateway.trace(`{ ${field.replace('%', argument)} { ${select} } }`);
    const connection = connectionIn(answer, field.split(/\W/)[0] ?? '');
    pages.push({ ...connection, ids: connection.nodes.map(({ id }) => id), sent: answer.sent });
    after = connection.pageInfo.endCursor;
    if (!connection.pageInfo.hasNextPage) return pages;
    if (after === null || pages.length > 500) throw new Error('The walk leads nowhere.');
    await between(pages.length);
  }
}

export const idsOf = (pages: readonly WalkedPage[]): string[] => pages.flatMap(({ ids }) => ids);

export const requestsOf = (pages: readonly WalkedPage[]): number =>
  pages.reduce((sum, { sent }) => sum + sent.length, 0);
