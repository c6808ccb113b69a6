import { tryParseJSONC } from '@graphiql/react';
import { GraphQLError, Kind, parse, validate, type GraphQLSchema } from 'graphql';

/** What the editors of a tab contain. */
export interface Draft {
  readonly query: string;
  /** JSON with comments. */
  readonly variables: string;
  /** JSON with comments. */
  readonly headers: string;
  /** Operation that GraphiQL would run; null when it has not determined one. */
  readonly operationName: string | null;
}

/** An operation that can be sent. */
export interface DraftRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  /** Undefined when the document has one operation. */
  readonly operationName: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

/** Whether there is nothing but comments and white space. */
export function isBlank(query: string): boolean {
  return query.replace(/#.*$/gm, '').trim() === '';
}

/**
 * Returns the operation that GraphiQL would run.
 *
 * @param schema if given, the operation must be valid against it.
 * @throws Error that says what is wrong with the draft.
 */
export function readDraft(draft: Draft, schema?: GraphQLSchema): DraftRequest {
  const { query } = draft;
  try {
    const document = parse(query);
    const [error] =
      schema === undefined ? [] : validate(schema, document, undefined, { maxErrors: 1 });
    if (error !== undefined) throw error;
    const operations = document.definitions.filter(
      (each) => each.kind === Kind.OPERATION_DEFINITION,
    );
    const chosen =
      operations.find(({ name }) => name?.value === draft.operationName) ?? operations[0];
    if (chosen === undefined) throw new Error('The document has no operation.');
    return {
      query,
      variables: readJson(draft.variables, 'Variables'),
      operationName: operations.length > 1 ? chosen.name?.value : undefined,
      headers: (readJson(draft.headers, 'Headers') ?? {}) as Record<string, string>,
    };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const line = error.locations?.[0]?.line;
    const text = error.message.replace('Syntax Error: ', '');
    throw new Error(line === undefined ? text : `Line ${line}: ${text}`, { cause: error });
  }
}

function readJson(text: string, pane: string): Record<string, unknown> | undefined {
  try {
    return tryParseJSONC(text);
  } catch (error) {
    throw new Error(`${pane} ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
