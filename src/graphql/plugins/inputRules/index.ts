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

/** Rules by `Type.field` for arguments of a field, and by type name for input objects. */
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

/** Checks rules that concern several arguments of a field, or several members of an input object. */
export function checkTogether(coordinate: string, values: Values, context: RuleContext): void {
  checkWindows(values, context);
  for (const rule of rules[coordinate] ?? []) rule(values, context);
}
