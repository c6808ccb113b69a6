import { Client, fetchExchange } from '@urql/core';
import { cacheExchange, type KeyGenerator } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';

// Select `nodeId` wherever an object has one.
const byNodeId: KeyGenerator = ({ nodeId }) => nodeId as string;
// Part of the object or list that holds it.
const embedded: KeyGenerator = () => null;

export const createClient = (url: string, token: string | undefined) =>
  new Client({
    url,
    fetchOptions: { headers: token ? { authorization: `Bearer ${token}` } : {} },
    exchanges: [
      cacheExchange({
        keys: {
          Call: byNodeId,
          User: byNodeId,
          Workspace: byNodeId,
          Folder: byNodeId,
          Tracker: byNodeId,
          Scorecard: byNodeId,
          CallConnection: embedded,
          CallEdge: embedded,
          UserConnection: embedded,
          UserEdge: embedded,
          PageInfo: embedded,
        },
        // Joins the pages of a list, `nodes` as well as `edges`.
        resolvers: {
          Query: { calls: relayPagination(), users: relayPagination() },
          User: { calls: relayPagination() },
        },
      }),
      fetchExchange,
    ],
  });
