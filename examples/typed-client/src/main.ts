import { ask } from './ask';
import { graphql } from './gql';

const CALLS = graphql(`
  query Calls($from: DateTime!, $after: String) {
    calls(first: 20, after: $after, filter: { from: $from }) {
      nodes {
        id
        title
        startedAt
        primaryUser {
          name
          emailAddress
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const DAYS = 30;
const from = new Date(Date.now() - DAYS * 24 * 3600 * 1000).toISOString();

let after: string | null | undefined;
do {
  const { calls } = await ask(CALLS, { from, after });
  for (const call of calls?.nodes ?? []) {
    const host = call.primaryUser?.emailAddress ?? 'unknown host';
    console.log(`${call.id} ${call.startedAt} ${call.title} (${host})`);
  }
  after = calls?.pageInfo.hasNextPage ? calls.pageInfo.endCursor : null;
} while (after);
