import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { graphql } from './gql';

const USERS = graphql(`
  query Users($first: Int!) {
    users(first: $first) {
      nodes {
        nodeId
        emailAddress
      }
    }
  }
`);

async function ask<Data, Variables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const response = await fetch(process.env['EXAMPLE_GATEWAY_URL']!, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${process.env['EXAMPLE_GATEWAY_TOKEN']}`,
    },
    body: JSON.stringify({ query: print(document), variables }),
  });
  const { data, errors } = await response.json();
  if (!data) throw new Error(errors[0].message);
  return data;
}

const { users } = await ask(USERS, { first: 3 });
for (const user of users?.nodes ?? []) console.log(user.emailAddress);
