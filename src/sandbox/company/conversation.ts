import { createRandom } from '../random.js';
import type { CallPlan } from './calls.js';
import type { Monologue, Party } from './types.js';

export const createConversation = (
  plan: CallPlan,
  parties: readonly Party[],
): { monologues: Monologue[] } => {
  const random = createRandom(plan.seed, plan.metaData.id, 'conversation');
  const speakers = parties.flatMap(({ speakerId }) => (speakerId ? [speakerId] : []));
  const count = Math.min(40, Math.floor(plan.metaData.duration / 20));
  return {
    monologues: Array.from({ length: count }, (_, index) => ({
      speakerId: speakers.length > 0 ? random.pick(speakers) : null,
      topic: null,
      sentences: [
        { start: index * 20_000, end: index * 20_000 + 9_000, text: 'Thanks for the time.' },
      ],
    })),
  };
};
