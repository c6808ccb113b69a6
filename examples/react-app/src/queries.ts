import { gql, type TypedDocumentNode } from '@apollo/client';

interface PageInfo {
  hasNextPage: boolean;
  endCursor: string | null;
}
interface Variables {
  first: number;
  after?: string | null;
}
interface LatestCalls {
  calls: {
    nodes: { nodeId: string; title: string | null; primaryUser: { name: string | null } | null }[];
    pageInfo: PageInfo;
  } | null;
}
interface Users {
  users: {
    edges: { node: { nodeId: string; name: string | null } }[];
    pageInfo: PageInfo;
  } | null;
}

export const LATEST_CALLS: TypedDocumentNode<LatestCalls, Variables> = gql`
  query LatestCalls($first: Int!, $after: String) {
    calls(first: $first, after: $after, order: NEWEST_FIRST) {
      nodes {
        nodeId
        title
        primaryUser {
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

export const USERS: TypedDocumentNode<Users, Variables> = gql`
  query Users($first: Int!, $after: String) {
    users(first: $first, after: $after) {
      edges {
        node {
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
