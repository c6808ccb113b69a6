import type { components } from '../generated/types.js';
import type { GongRequest } from '../request.js';

type Schemas = components['schemas'];

/** Events by the operation that takes them. All need the scope `api:engagement-data:write`. */
export interface GongEvents {
  /** `PUT /v2/customer-engagement/content/viewed`. */
  readonly contentViewed: Schemas['ContentViewedEvent'];
  /** `PUT /v2/customer-engagement/content/shared`. */
  readonly contentShared: Schemas['ContentSharedEvent'];
  /** `PUT /v2/customer-engagement/action`. */
  readonly customAction: Schemas['CustomActionEvent'];
}

/** Reports an event; answered with nothing but a request id, and with 409 where it was reported before. */
export function eventRequest<Name extends keyof GongEvents>(
  operation: Name,
  event: GongEvents[Name],
): GongRequest {
  return { operation, body: event };
}
