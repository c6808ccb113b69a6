import type { components } from '../generated/types.js';
import type { Success } from '../exchange.js';
import { writes } from './endpoint.js';

/** An origin whose pages may be shown in frames. */
export type GongIframeOrigin = components['schemas']['IntegrationTypeSettings'];

/** Sets the origins from which pages may be shown in frames. Nothing that is cached knows of one. */
export const integrationSettings = writes('integrationSettings', {
  ask: (origins: readonly GongIframeOrigin[]) => ({ body: { integrationTypeSettings: origins } }),
  parse: ({ requestId }: Success) => ({ requestId: requestId ?? null }),
  invalidates: [],
});
