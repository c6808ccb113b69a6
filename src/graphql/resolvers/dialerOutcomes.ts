import { enumOf, integer, text } from '../../gong/coerce.js';
import { listCallOutcomes, type GongDialerOutcome } from '../../gong/endpoints/callOutcomes.js';
import type { Resolvers } from '../generated/graphql.js';

export type DialerOutcomeModel = GongDialerOutcome;

const categoryOf = enumOf(['ANSWERED', 'NOT_ANSWERED']);
const connectStatusOf = enumOf(['CONNECTED', 'NOT_CONNECTED']);
const sentimentOf = enumOf(['POSITIVE', 'NEUTRAL', 'NEGATIVE']);
const todoActionOf = enumOf(['COMPLETE', 'COMPLETE_AND_REMOVE']);
const automationOf = enumOf(['MARK_AS_OPT_OUT']);

/** Sorts by category, position, and name, because Gong sends outcomes in no order. */
function compareOutcomes(a: GongDialerOutcome, b: GongDialerOutcome): number {
  return (
    compareTexts(categoryOf(a.category), categoryOf(b.category)) ||
    (integer(a.displayOrder) ?? Infinity) - (integer(b.displayOrder) ?? Infinity) ||
    compareTexts(text(a.callOutcome), text(b.callOutcome))
  );
}

/** Missing text comes last. */
function compareTexts(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}

export const dialerOutcomeResolvers: Pick<Resolvers, 'Query' | 'DialerOutcome'> = {
  Query: {
    dialerOutcomes: async (_parent, _args, { loaders }) =>
      [...(await loaders.reads.whole(listCallOutcomes, null))].sort(compareOutcomes),
  },
  DialerOutcome: {
    name: ({ callOutcome }) => text(callOutcome) ?? '',
    category: ({ category }) => categoryOf(category),
    connectStatus: ({ connectStatus }) => connectStatusOf(connectStatus),
    sentiment: ({ sentiment }) => sentimentOf(sentiment),
    todoAction: ({ todoAction }) => todoActionOf(todoAction),
    automation: ({ automation }) => automationOf(automation),
    displayOrder: ({ displayOrder }) => integer(displayOrder),
  },
};
