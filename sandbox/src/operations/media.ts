import { createHash } from 'node:crypto';
import type { Call } from '../company/types.js';
import type { JsonObject } from '../json.js';

/** Seconds that a link lives: eight hours, less the second that Gong's storage was seen to take off. */
const LIFETIME_SECONDS = 28_799;

/**
 * Links to the recording of a call. They differ on every request, as signed storage links do, and lead
 * nowhere: there is no recording.
 */
export const mediaLinks = ({ metaData }: Call, now: number, requestId: string): JsonObject => {
  const link = (name: string, type: string): string => {
    const signature = createHash('sha256')
      .update(`${metaData.id}/${name}/${requestId}`)
      .digest('hex');
    const date = new Date(now).toISOString().replace(/[-:]|\.\d+/g, '');
    const query = `X-Amz-Date=${date}&X-Amz-Expires=${LIFETIME_SECONDS}&X-Amz-Signature=${signature}`;
    return `https://media.sandbox.invalid/${metaData.id}/${name}.${type}?${query}`;
  };
  return {
    audioUrl: link('audio', 'mp3'),
    ...(metaData.media === 'Video' ? { videoUrl: link('video', 'mp4') } : {}),
  };
};
