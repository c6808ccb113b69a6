/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query Call($id: ID!) {\n    call(id: $id) {\n      nodeId\n      id\n      ...CallHeader\n      ...CallSummary\n      ...TrackedCall\n      parties {\n        ...Person\n      }\n      transcript {\n        ...TranscriptText\n      }\n    }\n  }\n": typeof types.CallDocument,
    "\n  fragment CallHeader on Call {\n    title\n    url\n    startedAt\n    durationSeconds\n    system\n    parties {\n      ...Person\n    }\n  }\n": typeof types.CallHeaderFragmentDoc,
    "\n  fragment TranscriptText on Transcript {\n    monologues {\n      speakerId\n      topic\n      sentences {\n        startSeconds\n        endSeconds\n        text\n      }\n    }\n  }\n": typeof types.TranscriptTextFragmentDoc,
    "\n  fragment CallSummary on Call {\n    brief\n    topics {\n      name\n      durationSeconds\n    }\n  }\n": typeof types.CallSummaryFragmentDoc,
    "\n  fragment TrackedCall on Call {\n    durationSeconds\n    trackers(detectedOnly: true) {\n      trackerId\n      name\n      occurrences {\n        startSeconds\n      }\n      phrases {\n        phrase\n        occurrences {\n          startSeconds\n        }\n      }\n    }\n  }\n": typeof types.TrackedCallFragmentDoc,
    "\n  fragment CallRow on Call {\n    nodeId\n    id\n    title\n    startedAt\n    durationSeconds\n    primaryUser {\n      nodeId\n      id\n    }\n    parties {\n      ...Person\n    }\n  }\n": typeof types.CallRowFragmentDoc,
    "\n  query Calls($filter: CallFilter, $after: String) {\n    calls(first: 20, order: NEWEST_FIRST, filter: $filter, after: $after) {\n      nodes {\n        nodeId\n        ...CallRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.CallsDocument,
    "\n  query SearchTitles($filter: CallSearchFilter!, $after: String) {\n    searchCalls(first: 20, filter: $filter, after: $after) {\n      totalCount\n      isComplete\n      nodes {\n        nodeId\n        ...CallRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.SearchTitlesDocument,
    "\n  query SearchSpokenWords($text: String!, $filter: CallSearchFilter, $after: String) {\n    searchTranscripts(text: $text, first: 20, filter: $filter, after: $after) {\n      totalCount\n      isComplete\n      nodes {\n        ...FoundPassage\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.SearchSpokenWordsDocument,
    "\n  query Hosts {\n    users(first: 100) {\n      nodes {\n        nodeId\n        id\n        name\n      }\n    }\n  }\n": typeof types.HostsDocument,
    "\n  fragment FoundPassage on Passage {\n    callId\n    startSeconds\n    text\n    matches {\n      start\n      end\n    }\n    speaker {\n      ...Person\n    }\n    call {\n      nodeId\n      id\n      title\n      startedAt\n    }\n  }\n": typeof types.FoundPassageFragmentDoc,
    "\n  fragment Person on Party {\n    partyId\n    speakerId\n    name\n    emailAddress\n    title\n    affiliation\n    user {\n      nodeId\n      id\n    }\n  }\n": typeof types.PersonFragmentDoc,
};
const documents: Documents = {
    "\n  query Call($id: ID!) {\n    call(id: $id) {\n      nodeId\n      id\n      ...CallHeader\n      ...CallSummary\n      ...TrackedCall\n      parties {\n        ...Person\n      }\n      transcript {\n        ...TranscriptText\n      }\n    }\n  }\n": types.CallDocument,
    "\n  fragment CallHeader on Call {\n    title\n    url\n    startedAt\n    durationSeconds\n    system\n    parties {\n      ...Person\n    }\n  }\n": types.CallHeaderFragmentDoc,
    "\n  fragment TranscriptText on Transcript {\n    monologues {\n      speakerId\n      topic\n      sentences {\n        startSeconds\n        endSeconds\n        text\n      }\n    }\n  }\n": types.TranscriptTextFragmentDoc,
    "\n  fragment CallSummary on Call {\n    brief\n    topics {\n      name\n      durationSeconds\n    }\n  }\n": types.CallSummaryFragmentDoc,
    "\n  fragment TrackedCall on Call {\n    durationSeconds\n    trackers(detectedOnly: true) {\n      trackerId\n      name\n      occurrences {\n        startSeconds\n      }\n      phrases {\n        phrase\n        occurrences {\n          startSeconds\n        }\n      }\n    }\n  }\n": types.TrackedCallFragmentDoc,
    "\n  fragment CallRow on Call {\n    nodeId\n    id\n    title\n    startedAt\n    durationSeconds\n    primaryUser {\n      nodeId\n      id\n    }\n    parties {\n      ...Person\n    }\n  }\n": types.CallRowFragmentDoc,
    "\n  query Calls($filter: CallFilter, $after: String) {\n    calls(first: 20, order: NEWEST_FIRST, filter: $filter, after: $after) {\n      nodes {\n        nodeId\n        ...CallRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.CallsDocument,
    "\n  query SearchTitles($filter: CallSearchFilter!, $after: String) {\n    searchCalls(first: 20, filter: $filter, after: $after) {\n      totalCount\n      isComplete\n      nodes {\n        nodeId\n        ...CallRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.SearchTitlesDocument,
    "\n  query SearchSpokenWords($text: String!, $filter: CallSearchFilter, $after: String) {\n    searchTranscripts(text: $text, first: 20, filter: $filter, after: $after) {\n      totalCount\n      isComplete\n      nodes {\n        ...FoundPassage\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.SearchSpokenWordsDocument,
    "\n  query Hosts {\n    users(first: 100) {\n      nodes {\n        nodeId\n        id\n        name\n      }\n    }\n  }\n": types.HostsDocument,
    "\n  fragment FoundPassage on Passage {\n    callId\n    startSeconds\n    text\n    matches {\n      start\n      end\n    }\n    speaker {\n      ...Person\n    }\n    call {\n      nodeId\n      id\n      title\n      startedAt\n    }\n  }\n": types.FoundPassageFragmentDoc,
    "\n  fragment Person on Party {\n    partyId\n    speakerId\n    name\n    emailAddress\n    title\n    affiliation\n    user {\n      nodeId\n      id\n    }\n  }\n": types.PersonFragmentDoc,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Call($id: ID!) {\n    call(id: $id) {\n      nodeId\n      id\n      ...CallHeader\n      ...CallSummary\n      ...TrackedCall\n      parties {\n        ...Person\n      }\n      transcript {\n        ...TranscriptText\n      }\n    }\n  }\n"): (typeof documents)["\n  query Call($id: ID!) {\n    call(id: $id) {\n      nodeId\n      id\n      ...CallHeader\n      ...CallSummary\n      ...TrackedCall\n      parties {\n        ...Person\n      }\n      transcript {\n        ...TranscriptText\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CallHeader on Call {\n    title\n    url\n    startedAt\n    durationSeconds\n    system\n    parties {\n      ...Person\n    }\n  }\n"): (typeof documents)["\n  fragment CallHeader on Call {\n    title\n    url\n    startedAt\n    durationSeconds\n    system\n    parties {\n      ...Person\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TranscriptText on Transcript {\n    monologues {\n      speakerId\n      topic\n      sentences {\n        startSeconds\n        endSeconds\n        text\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment TranscriptText on Transcript {\n    monologues {\n      speakerId\n      topic\n      sentences {\n        startSeconds\n        endSeconds\n        text\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CallSummary on Call {\n    brief\n    topics {\n      name\n      durationSeconds\n    }\n  }\n"): (typeof documents)["\n  fragment CallSummary on Call {\n    brief\n    topics {\n      name\n      durationSeconds\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TrackedCall on Call {\n    durationSeconds\n    trackers(detectedOnly: true) {\n      trackerId\n      name\n      occurrences {\n        startSeconds\n      }\n      phrases {\n        phrase\n        occurrences {\n          startSeconds\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment TrackedCall on Call {\n    durationSeconds\n    trackers(detectedOnly: true) {\n      trackerId\n      name\n      occurrences {\n        startSeconds\n      }\n      phrases {\n        phrase\n        occurrences {\n          startSeconds\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CallRow on Call {\n    nodeId\n    id\n    title\n    startedAt\n    durationSeconds\n    primaryUser {\n      nodeId\n      id\n    }\n    parties {\n      ...Person\n    }\n  }\n"): (typeof documents)["\n  fragment CallRow on Call {\n    nodeId\n    id\n    title\n    startedAt\n    durationSeconds\n    primaryUser {\n      nodeId\n      id\n    }\n    parties {\n      ...Person\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Calls($filter: CallFilter, $after: String) {\n    calls(first: 20, order: NEWEST_FIRST, filter: $filter, after: $after) {\n      nodes {\n        nodeId\n        ...CallRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query Calls($filter: CallFilter, $after: String) {\n    calls(first: 20, order: NEWEST_FIRST, filter: $filter, after: $after) {\n      nodes {\n        nodeId\n        ...CallRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SearchTitles($filter: CallSearchFilter!, $after: String) {\n    searchCalls(first: 20, filter: $filter, after: $after) {\n      totalCount\n      isComplete\n      nodes {\n        nodeId\n        ...CallRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query SearchTitles($filter: CallSearchFilter!, $after: String) {\n    searchCalls(first: 20, filter: $filter, after: $after) {\n      totalCount\n      isComplete\n      nodes {\n        nodeId\n        ...CallRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SearchSpokenWords($text: String!, $filter: CallSearchFilter, $after: String) {\n    searchTranscripts(text: $text, first: 20, filter: $filter, after: $after) {\n      totalCount\n      isComplete\n      nodes {\n        ...FoundPassage\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query SearchSpokenWords($text: String!, $filter: CallSearchFilter, $after: String) {\n    searchTranscripts(text: $text, first: 20, filter: $filter, after: $after) {\n      totalCount\n      isComplete\n      nodes {\n        ...FoundPassage\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Hosts {\n    users(first: 100) {\n      nodes {\n        nodeId\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  query Hosts {\n    users(first: 100) {\n      nodes {\n        nodeId\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment FoundPassage on Passage {\n    callId\n    startSeconds\n    text\n    matches {\n      start\n      end\n    }\n    speaker {\n      ...Person\n    }\n    call {\n      nodeId\n      id\n      title\n      startedAt\n    }\n  }\n"): (typeof documents)["\n  fragment FoundPassage on Passage {\n    callId\n    startSeconds\n    text\n    matches {\n      start\n      end\n    }\n    speaker {\n      ...Person\n    }\n    call {\n      nodeId\n      id\n      title\n      startedAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Person on Party {\n    partyId\n    speakerId\n    name\n    emailAddress\n    title\n    affiliation\n    user {\n      nodeId\n      id\n    }\n  }\n"): (typeof documents)["\n  fragment Person on Party {\n    partyId\n    speakerId\n    name\n    emailAddress\n    title\n    affiliation\n    user {\n      nodeId\n      id\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;