import type { components } from '../generated/types.js';
import { text } from '../coerce.js';
import { reads, type RecordKind } from './endpoint.js';
import type { Lenient } from './wire.js';

export type GongDialerOutcome = Lenient<components['schemas']['CallOutcomeDto']>;

export const dialerOutcomes: RecordKind<GongDialerOutcome> = {
  name: 'dialerOutcome',
  group: 'workspaces',
  // Outcomes have no ID, so calls refer to them by name.
  idOf: ({ callOutcome }) => text(callOutcome),
  serves: 'directory',
  reveals: 'nothing',
};

/** The outcomes that a user of Gong's dialer can choose, without an order. */
export const listCallOutcomes = reads('listCallOutcomes', dialerOutcomes, {
  member: 'outcomes',
  whole: { ask: () => ({}) },
  probe: () => ({}),
});
