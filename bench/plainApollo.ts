import { ApolloServer } from '@apollo/server';
import DataLoader from 'dataloader';

/** A record as the plain server's clients see it: nothing is left for its resolvers to convert. */
export interface PlainCall {
  readonly id: string;
  readonly primaryUser: { readonly id: string } | null;
}

export interface PlainUser {
  readonly id: string;
}

export interface PlainData {
  /** The calls of the list, which are those of the first page that the gateway shows. */
  readonly listed: readonly PlainCall[];
  readonly calls: readonly PlainCall[];
  readonly users: readonly PlainUser[];
}

interface Loaders {
  readonly callById: DataLoader<string, PlainCall | null>;
  readonly userById: DataLoader<string, PlainUser | null>;
}

/** What the measured queries need of the graph. */
const typeDefs = `
  scalar DateTime
  enum CallDirection { INBOUND OUTBOUND CONFERENCE UNKNOWN }
  enum CallScope { INTERNAL EXTERNAL UNKNOWN }
  enum MediaType { AUDIO VIDEO UNKNOWN }
  type User { id: ID! name: String emailAddress: String }
  type Call {
    id: ID!
    title: String
    url: String
    startedAt: DateTime
    durationSeconds: Int
    direction: CallDirection
    scope: CallScope
    mediaType: MediaType
    system: String
    isPrivate: Boolean
    primaryUser: User
  }
  type CallConnection { nodes: [Call!]! }
  type Query {
    calls(first: Int = 20): CallConnection
    callsByIds(ids: [ID!]!): [Call]
  }
`;

/** Apollo Server as it comes, with hand-written loaders over data in memory: what the gateway is compared with. */
export function createPlainApollo({ listed, calls, users }: PlainData) {
  const callOf = new Map(calls.map((call) => [call.id, call]));
  const userOf = new Map(users.map((user) => [user.id, user]));
  const server = new ApolloServer<Loaders>({
    typeDefs,
    stopOnTerminationSignals: false,
    resolvers: {
      Query: {
        calls: (_: unknown, { first }: { readonly first: number }) => ({
          nodes: listed.slice(0, first),
        }),
        callsByIds: (_: unknown, { ids }: { readonly ids: readonly string[] }, loaders: Loaders) =>
          ids.map((id) => loaders.callById.load(id)),
      },
      Call: {
        primaryUser: ({ primaryUser }: PlainCall, _: unknown, { userById }: Loaders) =>
          primaryUser === null ? null : userById.load(primaryUser.id),
      },
    },
  });
  const contextValue = (): Loaders => ({
    callById: new DataLoader((ids) => Promise.resolve(ids.map((id) => callOf.get(id) ?? null))),
    userById: new DataLoader((ids) => Promise.resolve(ids.map((id) => userOf.get(id) ?? null))),
  });
  return async (query: string, variables: Record<string, unknown> = {}) => {
    const { body } = await server.executeOperation(
      { query, variables },
      { contextValue: contextValue() },
    );
    if (body.kind !== 'single') throw new Error('The plain server answers in one piece.');
    const { data, errors } = body.singleResult;
    if (errors !== undefined || data == null) throw new Error(JSON.stringify(errors));
    return data;
  };
}
