/** The graphs that are composed, by name. Without EXAMPLE_CRM_URL, start.ts runs a CRM and adds its URL. */
export const subgraphs = {
  gong: {
    name: 'The Gong gateway',
    variable: 'EXAMPLE_GATEWAY_URL',
    url: process.env['EXAMPLE_GATEWAY_URL'] ?? 'http://127.0.0.1:4000/graphql',
  },
  crm: { name: 'The CRM', variable: 'EXAMPLE_CRM_URL', url: process.env['EXAMPLE_CRM_URL'] ?? '' },
};

/** Token that reads the schemas. Later operations carry the token of the client that sent them. */
export const composing: Record<string, string> = process.env['EXAMPLE_GATEWAY_TOKEN']
  ? { authorization: `Bearer ${process.env['EXAMPLE_GATEWAY_TOKEN']}` }
  : {};

/**
 * Sends a query to a subgraph before the supergraph serves.
 *
 * @throws Error when there is no data, with one line that says what to do.
 */
export async function ask<Data>(graph: keyof typeof subgraphs, query: string): Promise<Data> {
  const { name, variable, url } = subgraphs[graph];
  let response: Response;
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...composing },
      body: JSON.stringify({ query }),
    });
  } catch {
    throw new Error(`${name} does not respond at ${url}. Start it, or set ${variable}.`);
  }
  if (response.status === 401)
    throw new Error(
      `${name} at ${url} rejects the token. Set EXAMPLE_GATEWAY_TOKEN to a token that it accepts.`,
    );
  const body = await response.json().catch(() => null);
  if (!body?.data)
    throw new Error(
      `${name} at ${url} fails: ${body?.errors?.[0]?.message ?? `HTTP status ${response.status}.`}`,
    );
  return body.data;
}
