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

interface RecordChange {
  readonly kind: string;
  readonly recordKind: string;
  readonly recordId: string;
  readonly record: { readonly name: string } | null;
}

const RECORD_CHANGES = `query ($after: String, $of: [RecordKind!], $first: Int = 1000) {
  recordChanges(after: $after, of: $of, first: $first) {
    nodes { kind recordKind recordId record { ... on User { name } ... on Tracker { name } } }
    pageInfo { endCursor hasNextPage }
  }
}`;

/** The same of directory data. */
export async function followRecords(
  gateway: TestGateway,
  variables: Record<string, unknown> = {},
): Promise<{
  readonly nodes: readonly RecordChange[];
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
}> {
  const { data, errors, sent } = await gateway.trace(RECORD_CHANGES, variables);
  expect(errors).toBeUndefined();
  expect(sent).toEqual([]);
  return data?.['recordChanges'] as unknown as Awaited<ReturnType<typeof followRecords>>;
}
