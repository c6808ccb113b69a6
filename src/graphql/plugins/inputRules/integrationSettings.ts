import { reportOn, type InputRule } from './rule.js';

const isOrigin: InputRule = ({ origin }, context) => {
  const text = origin as string;
  if (!URL.canParse(text)) return;
  const { origin: own, href } = new URL(text);
  if (href === `${own}/`) return;
  reportOn(context, 'origin', `must be an origin without a path, such as ${JSON.stringify(own)}`);
};

export const integrationSettingsRules: Readonly<Record<string, readonly InputRule[]>> = {
  IframeOriginInput: [isOrigin],
};
