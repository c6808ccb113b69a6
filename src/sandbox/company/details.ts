import { createRandom } from '../random.js';
import type { CallPlan } from './calls.js';
import { createConversation } from './conversation.js';
import { lazily } from './lazy.js';
import { createParties } from './parties.js';
import type { Call, Company } from './types.js';

/** Gives a call the parts that are computed when first read. */
export const addDetails = (call: Call, plan: CallPlan, company: Company): void => {
  const chance = createRandom(plan.seed, plan.metaData.id, 'gaps');
  // Imported calls may come without participants.
  const hasParties = !(plan.channel === 'upload' && chance.chance(0.6));
  const hasTranscript = plan.metaData.duration >= 60 && !chance.chance(0.02);
  if (hasParties) lazily(call, 'parties', () => createParties(plan, company));
  if (hasTranscript) {
    lazily(call, 'transcript', () => createConversation(plan, call.parties ?? []).monologues);
  }
};
