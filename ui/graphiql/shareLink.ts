/** What a link opens GraphiQL with. It never contains headers or a token. */
export interface Shared {
  readonly query: string;
  /** JSON, as in the variables pane. */
  readonly variables: string | null;
}

/** Node's HTTP server refuses longer request lines. */
const MAX_LINK_LENGTH = 14_000;

/**
 * Returns a link to GraphiQL with these editors filled in, or null when it would be too long.
 *
 * @param page URL of the page, without a query string.
 */
export function shareLink(page: string, { query, variables }: Shared): string | null {
  const parameters = new URLSearchParams({ query });
  if (hasVariables(variables)) parameters.set('variables', variables);
  const link = `${page}?${parameters.toString()}`;
  return link.length > MAX_LINK_LENGTH ? null : link;
}

/** Returns what a link contains; null when it contains no query. */
export function readShareLink(search: string): Shared | null {
  const parameters = new URLSearchParams(search);
  const query = parameters.get('query');
  return query === null || query.trim() === ''
    ? null
    : { query, variables: parameters.get('variables') };
}

/** Whether the variables pane contains any variable. */
export function hasVariables(variables: string | null | undefined): variables is string {
  return variables != null && !/^\s*(\{\s*\})?\s*$/.test(variables);
}
