import { createRandom } from '../random.js';
import type { CallPlan } from './callPlan.js';
import { createComments } from './comments.js';
import { createContent } from './content.js';
import { createConversation, type Conversation } from './conversation.js';
import { createCallContext } from './crm.js';
import { measureInteraction } from './interaction.js';
import { lazily } from './lazy.js';
import { createParties } from './parties.js';
import { findTrackerHits } from './trackerHits.js';
import type { SmartTracker } from './trackers.js';
import type { Call, Company } from './types.js';

/** Seconds below which a call is a voicemail: nothing to transcribe or analyze. */
const MIN_ANALYZED_SECONDS = 60;

/** Gives a call the parts that are computed when first read. */
export const addDetails = (
  call: Call,
  plan: CallPlan,
  company: Company,
  smartTrackers: readonly SmartTracker[],
): void => {
  const { metaData, customer } = plan;
  const gaps = createRandom(plan.seed, metaData.id, 'gaps');
  // Imported calls may come without participants.
  if (!(plan.channel === 'upload' && gaps.chance(0.6))) {
    lazily(call, 'parties', () => createParties(plan, company));
  }
  if (customer) lazily(call, 'context', () => createCallContext(plan, customer));
  else call.context = [];
  call.collaboration = {};
  if (gaps.chance(0.15)) {
    lazily(call, 'collaboration', () => ({ publicComments: createComments(plan, company) }));
  }
  call.hasMedia = plan.channel !== 'upload';
  if (metaData.duration < MIN_ANALYZED_SECONDS) return;
  if (gaps.chance(0.02)) {
    // Transcription failed: the blocks are there, and null.
    Object.assign(call, {
      content: null,
      interaction: null,
      transcript: null,
    } satisfies Partial<Call>);
    return;
  }
  let conversation: Conversation | undefined;
  // Shared by the three blocks, whichever is read first.
  const talk = (): Conversation => (conversation ??= createConversation(plan, call.parties ?? []));
  lazily(call, 'transcript', () => talk().monologues);
  lazily(call, 'content', () => {
    const trackers = company.keywordTrackers.filter(
      ({ workspaceId }) => workspaceId === metaData.workspaceId,
    );
    const hits = findTrackerHits(talk(), call.parties ?? [], trackers, smartTrackers);
    return createContent(plan, talk(), hits);
  });
  lazily(call, 'interaction', () => measureInteraction(plan, talk(), call.parties ?? []));
};
