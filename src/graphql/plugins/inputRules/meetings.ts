import type { InputRule } from './rule.js';
import { periodOf } from './windows.js';

export const meetingRules: Readonly<Record<string, readonly InputRule[]>> = {
  CreateMeetingInput: [periodOf('startsAt', 'endsAt')],
  UpdateMeetingInput: [periodOf('startsAt', 'endsAt')],
};
