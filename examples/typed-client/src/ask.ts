import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';

const url = process.env['EXAMPLE_GATEWAY_URL'] ?? 'http://127.0.0.1:4000/graphql';
const token = process.env['EXAMPLE_GATEWAY_TOKEN'];

interface GatewayResponse<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string };
  }[];
}

/** Sends an operation. Its document determines the types of its variables and of its data. */
export async function ask<Data, Variables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query: print(document), variables }),
  });
  const { data, errors = [] } = (await response.json()) as GatewayResponse<Data>;
  const problems = errors.map(({ message, extensions }) => `${message} (${extensions?.code})`);
  if (!data) throw new Error(problems.join('\n'));
  // Parts that failed are null, and the others are here.
  for (const problem of problems) console.error(problem);
  return data;
}
