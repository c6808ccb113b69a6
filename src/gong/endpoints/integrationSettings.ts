import type { components } from '../generated/types.js';
import type { Success } from '../exchange.js';
import { writes } from './endpoint.js';

/** An origin whose pages may embed Gong in frames. */
export type GongIframeOrigin = components['schemas']['IntegrationTypeSettings'];

/** Sets the origins whose pages may embed Gong in frames. No cached data contains them. */
export const integrationSettings = writes('integrationSettings', {
  ask: (origins: readonly GongIframeOrigin[]) => ({ body: { integrationTypeSettings: origins } }),
  parse: ({ requestId }: Success) => ({ requestId: requestId ?? null }),
  invalidates: [],
});
