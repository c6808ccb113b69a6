import { reportOn, type InputRule } from './rule.js';

const periodHasBounds: InputRule = ({ timePeriod, from, to }, context) => {
  if (timePeriod === 'CUSTOM_RANGE') {
    if (from == null) reportOn(context, 'from', 'must be given with the timePeriod CUSTOM_RANGE');
    return;
  }
  for (const [name, value] of Object.entries({ from, to })) {
    if (value != null) {
      reportOn(context, name, 'is only allowed with the timePeriod CUSTOM_RANGE: leave it out');
    }
  }
};

export const aiRules: Readonly<Record<string, readonly InputRule[]>> = {
  AskGongInput: [periodHasBounds],
  GenerateEntityBriefInput: [periodHasBounds],
};
