import { Agent as HttpAgent, type ClientRequest } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import nodeFetch from 'node-fetch';
import type { Fetch } from './client.js';

export interface KeepAliveFetch {
  readonly fetch: Fetch;
  /** Closes the connections that are kept open. */
  close(): void;
}

/** What `http.request` calls on an agent; not in the published types. */
interface RequestAgent {
  addRequest(request: ClientRequest, options: object): void;
}

/**
 * `node-fetch` over connections that are kept open, which says when a request has left: opening a
 * connection takes several round trips, and until then nothing counts against a rate.
 */
export function createKeepAliveFetch(): KeepAliveFetch {
  const agents = {
    'http:': new HttpAgent({ keepAlive: true }),
    'https:': new HttpsAgent({ keepAlive: true }),
  };
  return {
    fetch: (url, { onSent, ...init }) =>
      nodeFetch(url, {
        ...init,
        agent: ({ protocol }) =>
          reporting(protocol === 'http:' ? agents['http:'] : agents['https:'], onSent),
      }),
    close: () => {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}

/** The same agent, which tells when the request that it is given has been handed to the network. */
function reporting(agent: HttpAgent, onSent: () => void): HttpAgent {
  return Object.create(agent, {
    addRequest: {
      value(request: ClientRequest, options: object) {
        request.once('finish', onSent);
        (agent as unknown as RequestAgent).addRequest(request, options);
      },
    },
  }) as HttpAgent;
}
