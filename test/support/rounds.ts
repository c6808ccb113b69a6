import type { Fetch, FetchResponse } from '../../src/gong/exchange.js';
import { createFetch, type Sandbox } from '../../sandbox/src/index.js';
import { settle } from './clock.js';

/** The operations of each round trip, sorted: what is in one round waited for no other's answer. */
export type Rounds = readonly (readonly string[])[];

/**
 * A `fetch` that holds its answers back until nothing more is asked, then gives them all at once. So the
 * requests of one round are exactly those that were sent without knowing each other's answers.
 */
export function createRounds(sandbox: Sandbox): { readonly fetch: Fetch; readonly rounds: Rounds } {
  const ask = createFetch(sandbox);
  const rounds: string[][] = [];
  let held: (() => void)[] = [];

  const release = async (): Promise<void> => {
    await settle();
    const answers = held;
    held = [];
    const before = sandbox.requests.length;
    for (const answer of answers) answer();
    const sent = sandbox.requests.slice(before);
    rounds.push(sent.map(({ operationId }) => operationId ?? 'unknown').sort());
  };
  const fetch: Fetch = (url, init) =>
    new Promise<FetchResponse>((resolve, reject) => {
      if (held.length === 0) void release();
      held.push(() => {
        ask(url, init).then(resolve, reject);
      });
    });
  return { fetch, rounds };
}
