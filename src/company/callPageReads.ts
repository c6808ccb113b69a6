import type { Generation } from './cache/answerCache.js';
import type { CallSelection } from '../gong/endpoints/callSelection.js';
import {
  callsExtensiveRequest,
  parseCallsExtensive,
  type CallQuery,
  type CallRecord,
} from '../gong/endpoints/calls.js';
import type { GongReader } from '../gong/client.js';
import type { Clock } from '../lib/clock.js';
import { readList, type Page } from '../gong/endpoints/wire.js';
import { callWants, pageWithoutMedia } from './callWants.js';
import type { Reader } from './reader.js';
import { listLifetime } from './sharedReader.js';
import type { SharedReads } from './sharedReads.js';

/** Pages of lists of calls: readers of the same page share it, with all that any of them wants of it. */
export class CallPageReads {
  constructor(
    readonly reader: GongReader<Reader>,
    private readonly reads: SharedReads,
    private readonly clock: Clock,
    /** Told of the calls of every page that is kept. */
    private readonly onCalls: (
      calls: readonly CallRecord[],
      want: CallSelection,
      bytes: number,
      asOf: Generation,
    ) => void,
  ) {}

  /**
   * A page of calls with at least the selected blocks.
   * Gong: `POST /v2/calls/extensive`, scope `api:calls:read:extensive`, for media links also
   * `api:calls:read:media-url`.
   *
   * @throws GongError
   */
  async readExtensive(
    query: CallQuery,
    selection: CallSelection,
    cursor: string | null,
    scope: Reader,
  ): Promise<Page<CallRecord>> {
    const { body, want } = await this.reads.read(
      {
        name: nameOf(query, cursor),
        want: selection,
        wants: callWants,
        request: (wanted) => callsExtensiveRequest(query, wanted, cursor),
        keeping: {
          group: 'calls',
          isList: true,
          lifetime: () => listLifetime(query.to, this.clock.now()),
          check: (each) => {
            readList('listCallsExtensive', each);
          },
          reduce: pageWithoutMedia,
          onFetched: (fetched, asOf) => {
            const { items } = parseCallsExtensive(fetched.body, fetched.want);
            this.onCalls(items, fetched.want, fetched.bytes, asOf);
          },
          // The page that the cursor came from may be kept: a walk that starts over needs a fresh one.
          ...(cursor === null
            ? {}
            : { onRefused: () => this.reads.forget('calls', nameOf(query, null)) }),
        },
      },
      scope,
    );
    return parseCallsExtensive(body, want);
  }
}

function nameOf(query: CallQuery, cursor: string | null): string {
  const { from, to, workspaceId, callIds, primaryUserIds } = query;
  return JSON.stringify([
    'listCallsExtensive',
    [from, to, workspaceId].map((each) => each ?? null),
    callIds === undefined ? null : [...callIds].sort(),
    primaryUserIds === undefined ? null : [...primaryUserIds].sort(),
    cursor,
  ]);
}
