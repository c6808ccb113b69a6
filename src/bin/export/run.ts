import { counted } from '../../lib/counted.js';
import type { GraphQLClient, GraphQLFailure, GraphQLResponse } from '../client/graphqlClient.js';
import type { ProgressBar } from '../client/progressBar.js';
import type { PagedList } from './connection.js';
import { csvLine, valuesOf, type Column } from './csv.js';
import type { ExportOutput } from './output.js';

export interface ExportOptions {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly list: PagedList;
  /** Null: NDJSON. */
  readonly columns: readonly Column[] | null;
  readonly client: GraphQLClient;
  readonly output: ExportOutput;
  readonly bar: ProgressBar;
}

/** Result of an export. */
export interface ExportResult {
  readonly rows: number;
  /** How often each error code came with a page whose other parts were written. */
  readonly failures: ReadonlyMap<string, number>;
}

/** Nothing more can be exported now. What was written stays, and the same command goes on. */
export class ExportError extends Error {
  override readonly name = 'ExportError';
}

interface Connection {
  readonly nodes?: readonly unknown[];
  readonly edges?: readonly unknown[];
  readonly totalCount?: number | null;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Prints what a page costs at most. It asks the gateway for an estimate, which sends no request to Gong. */
export async function printPrice({
  query,
  variables,
  client,
  bar,
}: Pick<ExportOptions, 'query' | 'variables' | 'client' | 'bar'>): Promise<void> {
  const extensions = { gong: { estimateOnly: true } };
  const response = await client.send({ query, variables, extensions });
  const estimate = response.extensions?.gong?.['estimate'] as
    { readonly min: number; readonly max: number | null } | undefined;
  if (estimate === undefined) throw new ExportError(messageOf(response.errors ?? []));
  const { min, max } = estimate;
  const price = max === null ? `at least ${min}` : min === max ? `${min}` : `${min} to ${max}`;
  const left = response.extensions?.gong?.['remainingToday'];
  bar.line(
    `A page costs ${price} Gong ${price === '1' ? 'request' : 'requests'}` +
      `${typeof left === 'number' ? `, of which ${left} are left today` : ''}.`,
  );
}

/** Reads the list to its end, and writes each page as it comes. */
export async function runExport(options: ExportOptions): Promise<ExportResult> {
  const { query, variables, list, columns, client, output, bar } = options;
  const failures = new Map<string, number>();
  if (columns !== null && output.isEmpty) {
    await output.append(csvLine(columns.map((column) => column.join('.'))), 0, null);
  }
  for (;;) {
    const after = output.cursor ?? variables[list.afterVariable] ?? null;
    const response = await client.send({
      query,
      variables: { ...variables, [list.afterVariable]: after },
    });
    const connection = connectionIn(response, list);
    const { errors = [] } = response;
    // Written without what can be had later, the page would never be read again.
    if (errors.some(isTemporary)) throw new ExportError(messageOf(errors.filter(isTemporary)));
    const { hasNextPage, endCursor } = connection.pageInfo;
    // A page that is written without the next cursor would be written again.
    if (hasNextPage && (endCursor === null || endCursor === after)) {
      throw new ExportError('The list says that it goes on, but not where. Try again later.');
    }
    for (const { extensions } of errors) {
      const code = extensions?.code ?? 'UNKNOWN';
      failures.set(code, (failures.get(code) ?? 0) + 1);
    }
    const items = connection[list.items] ?? [];
    const lines = items.map((item) =>
      columns === null ? `${JSON.stringify(item)}\n` : csvLine(valuesOf(item, columns)),
    );
    await output.append(lines.join(''), items.length, endCursor);
    const { totalCount } = connection;
    const share = totalCount == null ? null : output.rows / Math.max(1, totalCount);
    bar.show(share, `${counted(output.rows, 'row')}`);
    if (!hasNextPage) break;
  }
  const { rows } = output;
  await output.complete();
  return { rows, failures };
}

/** Whether it is known when the failure passes, such as a limit of Gong's or the gateway's. */
function isTemporary({ extensions }: GraphQLFailure): boolean {
  return extensions?.retryable === true && extensions.retryAfterSeconds !== undefined;
}

function connectionIn({ data, errors = [] }: GraphQLResponse, { path }: PagedList): Connection {
  let value: unknown = data;
  for (const member of path) value = (value as Record<string, unknown> | null)?.[member] ?? null;
  if (value === null || value === undefined) throw new ExportError(messageOf(errors));
  return value as Connection;
}

function messageOf(errors: readonly GraphQLFailure[]): string {
  const [first] = errors;
  if (first === undefined) return 'The list is null.';
  const { message, extensions } = first;
  return `${message}${extensions?.code === undefined ? '' : ` (${extensions.code})`}`;
}
