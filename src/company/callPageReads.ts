import type { Generation } from './cache/answerCache.js';
import type { CallSelection } from '../gong/endpoints/callSelection.js';
import {
  calls,
  callSelections,
  listCalls,
  listCallsExtensive,
  type BasicCallQuery,
  type CallQuery,
  type CallRecord,
} from '../gong/endpoints/calls.js';
import { pagedBy, requestTo } from '../gong/endpoints/endpoint.js';
import type { Page } from '../gong/endpoints/wire.js';
import { responseTtl, type CacheConditions } from './cacheRules.js';
import { pageWithoutMedia } from './callWants.js';
import type { Reader } from './reader.js';
import type { SharedReader } from './sharedReader.js';
import type { SharedReads } from './sharedReads.js';

/** Pages of lists of calls: readers of the same page share it, with all that any of them wants of it. */
export class CallPageReads {
  constructor(
    private readonly reader: SharedReader,
    private readonly reads: SharedReads,
    private readonly conditions: () => CacheConditions,
    /** Told of the calls of every page that is kept. */
    private readonly onCalls: (
      calls: readonly CallRecord[],
      want: CallSelection,
      bytes: number,
      asOf: Generation,
    ) => void,
  ) {}

  /**
   * A page of calls with their basic fields, by scheduled time.
   *
   * @throws GongError
   */
  readBasic(
    query: BasicCallQuery,
    cursor: string | null,
    scope: Reader,
  ): Promise<Page<CallRecord>> {
    return this.reader.page(listCalls, query, cursor, scope);
  }

  /**
   * A page of calls with at least the selected blocks.
   *
   * @throws GongError
   */
  async readExtensive(
    query: CallQuery,
    selection: CallSelection,
    cursor: string | null,
    scope: Reader,
  ): Promise<Page<CallRecord>> {
    const { ask, until } = pagedBy(listCallsExtensive);
    const { body, want } = await this.reads.read(
      {
        name: nameOf(query, cursor),
        want: selection,
        wants: callSelections,
        request: (wanted) => requestTo(listCallsExtensive, ask(query, wanted, cursor ?? undefined)),
        keeping: {
          group: calls.group,
          isList: true,
          lifetime: () => responseTtl(calls, until?.(query), this.conditions()),
          check: (each) => {
            listCallsExtensive.parse(each, selection);
          },
          reduce: pageWithoutMedia,
          onFetched: (fetched, asOf) => {
            const { items } = listCallsExtensive.parse(fetched.body, fetched.want);
            this.onCalls(items, fetched.want, fetched.bytes, asOf);
          },
          // The page that the cursor came from may be cached: a walk that starts over needs a fresh one.
          ...(cursor === null
            ? {}
            : { onRefused: () => this.reads.forget(calls.group, nameOf(query, null)) }),
        },
      },
      scope,
    );
    return listCallsExtensive.parse(body, want);
  }
}

function nameOf(query: CallQuery, cursor: string | null): string {
  const { from, to, workspaceId, callIds, primaryUserIds } = query;
  return JSON.stringify([
    listCallsExtensive.id,
    [from, to, workspaceId].map((each) => each ?? null),
    callIds === undefined ? null : [...callIds].sort(),
    primaryUserIds === undefined ? null : [...primaryUserIds].sort(),
    cursor,
  ]);
}
