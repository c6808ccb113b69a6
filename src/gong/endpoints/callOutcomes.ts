import type { components } from '../generated/types.js';
import { text } from '../coerce.js';
import { reads, type RecordKind } from './endpoint.js';
import type { Lenient } from './wire.js';

export type GongDialerOutcome = Lenient<components['schemas']['CallOutcomeDto']>;

export const dialerOutcomes: RecordKind<GongDialerOutcome> = {
  name: 'dialerOutcome',
  group: 'workspaces',
  // Outcomes have no ID: calls name them.
  idOf: ({ callOutcome }) => text(callOutcome),
  serves: 'directory',
  reveals: 'nothing',
};

/** What can be chosen at the end of a call with Gong's dialer, in no order. */
export const listCallOutcomes = reads('listCallOutcomes', dialerOutcomes, {
  member: 'outcomes',
  whole: { ask: () => ({}) },
  probe: () => ({}),
});
