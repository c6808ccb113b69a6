import type { Rule } from '../pricing.js';

/** The call, with whoever wants it besides; where it isn't there, Gong may be asked why. */
const uploadStatus: Rule = ({ place, field, pricing }) => {
  const { bill } = pricing;
  bill.calls.ask(place.known, [field.args['callId'] as string], true, field.path);
  bill.judge(field.path, false);
  bill.add(field.path, 0, 1, 'ask for the status of fewer calls');
  return [];
};

export const uploadRules: Readonly<Record<string, Rule>> = {
  'Query.uploadStatus': uploadStatus,
};
