import { useGraphiQL } from '@graphiql/react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Estimate } from './cost.js';
import { isBlank, readDraft, type Draft } from './draft.js';
import { onRunState, post, runState } from './runs.js';
import { onTokenState, tokenState } from './token.js';

/** What is known of the price of a draft. */
export type Price =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'blank' }
  | {
      readonly kind: 'known';
      readonly estimate: Estimate;
      /** Undefined when the document has one operation. */
      readonly operationName: string | undefined;
    }
  | { readonly kind: 'problem'; readonly message: string };

/** While a person types, the page waits this long for the next key. */
const PAUSE_MS = 400;

/**
 * Returns the price of the draft, which the gateway estimates without a Gong request. It is asked again when the draft
 * changes, and after each run, because what was read is cached.
 */
export function usePrice(draft: Draft): Price {
  const [price, setPrice] = useState<Price>({ kind: 'unknown' });
  const schema = useGraphiQL((state) => state.schema);
  const { finished } = useSyncExternalStore(onRunState, runState);
  const token = useSyncExternalStore(onTokenState, tokenState);
  useEffect(() => {
    let isCurrent = true;
    const ask = async (): Promise<void> => {
      const next = await priceOf(draft, schema ?? null);
      if (isCurrent) setPrice(next);
    };
    const timer = setTimeout(() => void ask(), PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [draft, schema, finished, token.isSet]);
  return price;
}

async function priceOf(
  draft: Draft,
  schema: Parameters<typeof readDraft>[1] | null,
): Promise<Price> {
  if (isBlank(draft.query)) return { kind: 'blank' };
  // Without a schema, the gateway has not accepted this client yet.
  if (schema == null) return { kind: 'unknown' };
  try {
    const { headers, ...request } = readDraft(draft, schema);
    const { errors, extensions } = await post(
      { ...request, extensions: { gong: { estimateOnly: true } } },
      // A refusal is no failure of the page: with this type it has the status 200.
      { headers: { ...headers, accept: 'application/json' } },
    );
    const [error] = errors ?? [];
    if (error !== undefined) return { kind: 'problem', message: error.message };
    const { estimate } = (extensions?.gong ?? {}) as { readonly estimate?: Estimate };
    return estimate === undefined
      ? { kind: 'unknown' }
      : { kind: 'known', estimate, operationName: request.operationName };
  } catch (error) {
    return { kind: 'problem', message: error instanceof Error ? error.message : String(error) };
  }
}
