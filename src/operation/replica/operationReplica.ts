import type { CallPart } from '../../replica/parts.js';
import { ChangeFeed } from './changeFeed.js';
import { looking, type ReplicaParts } from './parts.js';
import { ReplicaSearches } from './searches.js';

/** What the replica answers to one operation, of what its viewer may see. */
export class OperationReplica {
  readonly searches: ReplicaSearches;
  readonly feed: ChangeFeed;

  constructor(private readonly parts: ReplicaParts) {
    this.searches = new ReplicaSearches(parts);
    this.feed = new ChangeFeed(parts, this.searches);
  }

  get holds(): ReadonlySet<CallPart> {
    return this.parts.open.holds;
  }

  /**
   * Number of calls; null when the viewer may not see all of them.
   *
   * @throws ReplicaError
   */
  async countCalls(): Promise<number | null> {
    const { policyFilter } = this.parts;
    return policyFilter.mayHideCalls ? null : looking(this.parts, (store) => store.countCalls());
  }
}
