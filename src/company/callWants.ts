import type { GongBody } from '../gong/client.js';
import { withoutBlock, type CallSelection } from '../gong/endpoints/callSelection.js';
import type { Fetched } from './sharedReads.js';

/** A response with calls as it may be cached: without the links to their recordings. */
export function pageWithoutMedia(fetched: Fetched<CallSelection>): Fetched<CallSelection> {
  if (!fetched.want.blocks.has('media')) return fetched;
  const calls = (fetched.body['calls'] ?? []) as readonly GongBody[];
  return {
    ...fetched,
    want: withoutBlock(fetched.want, 'media'),
    body: {
      ...fetched.body,
      calls: calls.map((call) => {
        const kept: Record<string, unknown> = { ...call };
        delete kept['media'];
        return kept;
      }),
    },
  };
}
