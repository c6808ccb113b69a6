import { ApolloLink } from '@apollo/client';
import { useSyncExternalStore } from 'react';
import { tap } from 'rxjs';

/** `extensions.gong` of a response: what the operation cost. */
interface GongCost {
  readonly requests: number;
  readonly cacheHits: number;
  readonly remainingToday: number;
  readonly sandbox?: boolean;
}
export interface Cost extends GongCost {
  readonly operation: string;
}

let costs: readonly Cost[] = [];
const listeners = new Set<() => void>();

/** Notes the cost of each operation. */
export const costLink = new ApolloLink((operation, forward) =>
  forward(operation).pipe(
    tap(({ extensions }) => {
      const gong = extensions?.['gong'] as GongCost | undefined;
      if (gong === undefined) return;
      costs = [...costs, { ...gong, operation: operation.operationName ?? 'Unnamed operation' }];
      for (const changed of listeners) changed();
    }),
  ),
);

export function useCosts(): readonly Cost[] {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => costs,
  );
}
