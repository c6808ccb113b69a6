import type { Customer } from './customers.js';
import type { CallMetaData, User } from './types.js';

/** What a call is about: decides its script, its title and which analysis it gets. */
export type CallKind =
  'discovery' | 'demo' | 'pricing' | 'negotiation' | 'support' | 'renewal' | 'internal';

/** Everything that the lazily computed parts of a call are derived from. */
export interface CallPlan {
  seed: number;
  kind: CallKind;
  host: User;
  /** Null for calls inside the company. */
  customer: Customer | null;
  metaData: CallMetaData;
  /** When it began, microseconds since 1970. */
  micros: number;
  channel: Channel;
}

/** How the call was held. */
export type Channel = 'web' | 'phone' | 'upload';
