import { aiRules } from './ai.js';
import { crmRules } from './crm.js';
import { dataPrivacyRules } from './dataPrivacy.js';
import { digitalInteractionRules } from './digitalInteractions.js';
import { engageRules } from './engage.js';
import { engagementRules } from './engagement.js';
import { integrationSettingsRules } from './integrationSettings.js';
import { meetingRules } from './meetings.js';
import { permissionProfileRules } from './permissionProfiles.js';
import { rawRequestRules } from './rawRequests.js';
import type { InputRule, RuleContext, Values } from './rule.js';
import { searchRules } from './search.js';
import { transcriptRules } from './transcripts.js';
import { uploadRules } from './uploads.js';
import { userRules } from './users.js';
import { checkWindows } from './windows.js';

/** By `Type.field` for arguments of a field, by the type's name for input objects. */
const rules: Readonly<Record<string, readonly InputRule[]>> = {
  ...userRules,
  ...uploadRules,
  ...meetingRules,
  ...crmRules,
  ...digitalInteractionRules,
  ...integrationSettingsRules,
  ...engagementRules,
  ...permissionProfileRules,
  ...aiRules,
  ...engageRules,
  ...dataPrivacyRules,
  ...rawRequestRules,
  ...transcriptRules,
  ...searchRules,
};

/** Checks what no single value of a field's arguments, or of an input object, can break. */
export function checkTogether(coordinate: string, values: Values, context: RuleContext): void {
  checkWindows(values, context);
  for (const rule of rules[coordinate] ?? []) rule(values, context);
}
