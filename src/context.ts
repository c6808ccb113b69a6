import type { OperationScope } from './planner/operationScope.js';
import type { Loaders } from './loaders/index.js';

/** What every resolver gets. Lives as long as the operation. */
export interface ContextValue {
  readonly loaders: Loaders;
  readonly scope: OperationScope;
  /** The present, in milliseconds since the epoch. */
  readonly now: () => number;
}
