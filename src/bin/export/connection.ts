import { Kind, parse, visit, type DocumentNode, type FieldNode } from 'graphql';

/** The list of an operation that is read page by page. */
export interface PagedList {
  /** Where the connection is in `data`. */
  readonly path: readonly string[];
  /** The variable of its `after`. */
  readonly afterVariable: string;
  /** Member of the connection that holds the items. */
  readonly items: 'nodes' | 'edges';
  readonly field: FieldNode;
  readonly document: DocumentNode;
}

/** What keeps an operation from being exported. The message says what to write. */
export class QueryError extends Error {
  override readonly name = 'QueryError';
}

const EXAMPLE =
  'query ($after: String) { calls(after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }';

/** @throws QueryError when it is not exactly one query with exactly one list that goes on by a variable. */
export function pagedListOf(source: string): PagedList {
  const document = parsedQuery(source);
  const found: { path: readonly string[]; afterVariable: string; field: FieldNode }[] = [];
  const path: string[] = [];
  visit(document, {
    FragmentDefinition: () => false,
    Field: {
      enter: (field) => {
        path.push((field.alias ?? field.name).value);
        const after = field.arguments?.find(({ name }) => name.value === 'after')?.value;
        if (after?.kind === Kind.VARIABLE) {
          found.push({ path: [...path], afterVariable: after.name.value, field });
        }
      },
      leave: () => {
        path.pop();
      },
    },
  });
  const [list, ...others] = found;
  if (list === undefined) {
    throw new QueryError(
      `No field has an argument after: $after, so there is nothing to page through. Example: ${EXAMPLE}`,
    );
  }
  if (others.length > 0) {
    throw new QueryError(
      'Several fields have a variable as their after. Export one list at a time.',
    );
  }
  const selected = (list.field.selectionSet?.selections ?? []).flatMap((selection) =>
    selection.kind === Kind.FIELD && selection.alias === undefined ? [selection] : [],
  );
  const items = (['nodes', 'edges'] as const).find((name) =>
    selected.some((field) => field.name.value === name),
  );
  const pageInfo = selected.find(({ name }) => name.value === 'pageInfo');
  const paging = (pageInfo?.selectionSet?.selections ?? []).map((each) =>
    each.kind === Kind.FIELD ? each.name.value : '',
  );
  if (items === undefined || !paging.includes('hasNextPage') || !paging.includes('endCursor')) {
    throw new QueryError(
      `Select nodes (or edges) and pageInfo { hasNextPage endCursor } of ${list.path.join('.')}. Example: ${EXAMPLE}`,
    );
  }
  return { ...list, items, document };
}

function parsedQuery(source: string): DocumentNode {
  let document: DocumentNode;
  try {
    document = parse(source);
  } catch (error) {
    throw new QueryError(`The query is not GraphQL: ${(error as Error).message}`, { cause: error });
  }
  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const [operation, ...others] = operations;
  if (operation === undefined || others.length > 0 || !isQuery(operation)) {
    throw new QueryError('The file must hold exactly one query, and no mutation.');
  }
  return document;
}

function isQuery(definition: DocumentNode['definitions'][number]): boolean {
  return 'operation' in definition && (definition.operation as string) === 'query';
}
