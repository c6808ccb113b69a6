import { expect } from '@jest/globals';
import type { Answer, TestGateway } from '../../support/gateway.js';

interface Change {
  readonly kind: string;
  readonly callId: string;
  readonly changed: readonly string[];
  readonly call: { readonly title: string } | null;
}

export const CALL_CHANGES = `query ($after: String, $of: [CallPart!], $filter: CallChangeFilter, $first: Int = 1000) {
  callChanges(after: $after, of: $of, filter: $filter, first: $first) {
    nodes { kind callId changed call { title } }
    pageInfo { endCursor hasNextPage }
  }
}`;

const feedOf = ({ data }: Answer) =>
  data?.['callChanges'] as unknown as {
    readonly nodes: readonly Change[];
    readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
  };

/** A page of the change feed, which costs no Gong request. */
export async function followChanges(
  gateway: TestGateway,
  variables: Record<string, unknown> = {},
): Promise<ReturnType<typeof feedOf>> {
  const { errors, sent, ...answer } = await gateway.trace(CALL_CHANGES, variables);
  expect(errors).toBeUndefined();
  expect(sent).toEqual([]);
  return feedOf(answer);
}
