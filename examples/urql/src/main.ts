import { gql } from '@urql/core';
import { createClient } from './client';

interface Data {
  readonly calls: {
    readonly nodes: readonly {
      readonly nodeId: string;
      readonly title: string | null;
      readonly primaryUser: { readonly name: string | null } | null;
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  } | null;
}
interface Variables {
  readonly first: number;
  readonly after?: string | null;
}

// A part that failed is null. `@_optional` lets the cache show the rest of the list; it is not sent to the gateway.
const LATEST_CALLS = gql<Data, Variables>`
  query LatestCalls($first: Int!, $after: String) {
    calls(first: $first, after: $after, order: NEWEST_FIRST) {
      nodes {
        nodeId
        title
        primaryUser @_optional {
          nodeId
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

const client = createClient(
  process.env['EXAMPLE_GATEWAY_URL'] ?? 'http://127.0.0.1:4000/graphql',
  process.env['EXAMPLE_GATEWAY_TOKEN'],
);

/** Reads a page. The result holds all pages that were read so far, and says what failed beside them. */
async function read(after: string | null = null) {
  const { data, error } = await client.query(LATEST_CALLS, { first: 5, after });
  for (const { message, extensions } of error?.graphQLErrors ?? [])
    console.error(`${message} (${String(extensions['code'])})`);
  if (error?.networkError) console.error(error.message);
  if (!data?.calls) process.exit(1);
  return data.calls;
}

const first = await read();
const both = first.pageInfo.hasNextPage ? await read(first.pageInfo.endCursor) : first;
for (const { title, primaryUser } of both.nodes)
  console.log(`${title} (${primaryUser?.name ?? 'unknown host'})`);
