import { reportOn, type InputRule } from './rule.js';

const sliceHasLength: InputRule = ({ fromSeconds, toSeconds }, context) => {
  if (typeof fromSeconds !== 'number' || typeof toSeconds !== 'number') return;
  if (fromSeconds < toSeconds) return;
  const got = `got ${fromSeconds} and ${toSeconds}`;
  reportOn(context, 'fromSeconds', `must be less than "toSeconds", which is exclusive; ${got}`);
};

export const transcriptRules: Readonly<Record<string, readonly InputRule[]>> = {
  'Transcript.monologues': [sliceHasLength],
  'Transcript.text': [sliceHasLength],
};
