import { resolveRawInput, type RawInput } from '../../../operation/mutations/rawRequests.js';
import type { InputRule } from './rule.js';

const isKnownRequest: InputRule = (values, { nameOf, report, rawRequests }) => {
  const resolved = resolveRawInput(values as unknown as RawInput, rawRequests);
  if ('request' in resolved) return;
  const { member, problem } = resolved;
  report(`Argument "${nameOf(member)}" ${problem}.`);
};

export const rawRequestRules: Readonly<Record<string, readonly InputRule[]>> = {
  GongRequestInput: [isKnownRequest],
};
