import type { DialerOutcome } from './types.js';

const outcome = (
  callOutcome: string,
  displayOrder: number,
  category: DialerOutcome['category'],
  sentiment: DialerOutcome['sentiment'],
  ends: { removes?: boolean; optsOut?: boolean } = {},
): DialerOutcome => ({
  callOutcome,
  displayOrder,
  connectStatus: category === 'ANSWERED' ? 'CONNECTED' : 'NOT_CONNECTED',
  sentiment,
  todoAction: ends.removes === true ? 'COMPLETE_AND_REMOVE' : 'COMPLETE',
  automation: ends.optsOut === true ? 'MARK_AS_OPT_OUT' : null,
  category,
});

/** What can be chosen at the end of a call, in no order, as Gong was seen to send it. */
export const createDialerOutcomes = (): DialerOutcome[] => [
  outcome('Left voicemail', 2, 'NOT_ANSWERED', 'NEUTRAL'),
  outcome('Not interested', 3, 'ANSWERED', 'NEGATIVE', { removes: true }),
  outcome('Meeting booked', 1, 'ANSWERED', 'POSITIVE', { removes: true }),
  outcome('No answer', 1, 'NOT_ANSWERED', 'NEUTRAL'),
  outcome('Do not call again', 4, 'ANSWERED', 'NEGATIVE', { removes: true, optsOut: true }),
  outcome('Call back later', 2, 'ANSWERED', 'NEUTRAL'),
  outcome('Wrong number', 3, 'NOT_ANSWERED', 'NEGATIVE', { removes: true }),
];
