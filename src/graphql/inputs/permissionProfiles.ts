import type { ProfileChange } from '../../gong/endpoints/permissionProfiles.js';
import type {
  CreatePermissionProfileInput,
  ForecastPermissionsInput,
  LibraryFolderAccessInput,
  LibraryFolderLevel,
  PermissionCapability,
  PermissionLevel,
  PermissionReachInput,
  UpdatePermissionProfileInput,
} from '../generated/graphql.js';
import { omitNullish } from './omitNullish.js';

/** Boolean members of a profile, which are its capabilities. */
type Flag = {
  [Name in keyof ProfileChange]-?: Extract<ProfileChange[Name], boolean> extends never
    ? never
    : Name;
}[keyof ProfileChange];

/** Gong's name of each capability. */
export const capabilities: Readonly<Record<PermissionCapability, Flag>> = {
  SCORE_CALLS: 'scoreCalls',
  OVERRIDE_SCORE: 'overrideScore',
  DOWNLOAD_CALL_MEDIA: 'downloadCallMedia',
  SHARE_CALLS_WITH_CUSTOMERS: 'shareCallsWithCustomers',
  MANUALLY_SCHEDULE_AND_UPLOAD_CALLS: 'manuallyScheduleAndUploadCalls',
  PRIVATE_CALLS: 'privateCalls',
  DELETE_CALLS: 'deleteCalls',
  TRIM_CALLS: 'trimCalls',
  LISTEN_IN_CALLS: 'listenInCalls',
  DELETE_EMAILS: 'deleteEmails',
  CALLS_AND_SEARCH: 'callsAndSearch',
  LIBRARY: 'library',
  DEALS: 'deals',
  CREATE_EDIT_AND_DELETE_DEALS_BOARDS: 'createEditAndDeleteDealsBoards',
  DEALS_INLINE_EDITING: 'dealsInlineEditing',
  ACCOUNT: 'account',
  COACHING: 'coaching',
  USAGE: 'usage',
  TEAM_STATS: 'teamStats',
  INITIATIVES: 'initiatives',
  MARKET: 'market',
  ACTIVITY: 'activity',
  FORECAST: 'forecast',
  FORECAST_MANAGE: 'forecastManage',
  ENGAGE_MANAGE_COMPANY_TEMPLATES: 'engageManageCompanyTemplates',
  ENGAGE_MANAGE_COMPANY_SEQUENCES: 'engageManageCompanySequences',
  ENGAGE_CREATE_AND_MANAGE_RULESETS: 'engageCreateAndManageRulesets',
  ENGAGE_SNOOZE_FLOW_TO_DOS_FOR_OTHERS: 'engageSnoozeFlowToDosForOthers',
  ENGAGE_ALLOW_CRM_FIELDS_VIEW_CHANGE: 'engageAllowCrmFieldsViewChange',
  VIEW_ENGAGE_ANALYTICS_ACTIVITY: 'viewEngageAnalyticsActivity',
  VIEW_ENGAGE_ANALYTICS_PERFORMANCE: 'viewEngageAnalyticsPerformance',
  VIEW_ENGAGE_ANALYTICS_FLOWS: 'viewEngageAnalyticsFlows',
  MANAGE_GENERAL_BUSINESS_SETTINGS: 'manageGeneralBusinessSettings',
  MANAGE_SCORECARDS: 'manageScorecards',
  EXPORT_CALLS_AND_COACHING_DATA_TO_CSV: 'exportCallsAndCoachingDataToCSV',
  CRM_DATA_INLINE_EDITING: 'crmDataInlineEditing',
  CRM_DATA_IMPORT: 'crmDataImport',
  VIEW_REVENUE_ANALYTICS: 'viewRevenueAnalytics',
  MANAGE_REVENUE_ANALYTICS: 'manageRevenueAnalytics',
  ENGAGE_REASSIGN_FLOW_TO_DOS_TO_OTHERS: 'engageReassignFlowToDosToOthers',
  ENGAGE_ASSIGN_FLOW_TO_DOS_TO_OTHERS: 'engageAssignFlowToDosToOthers',
  DEALS_DATA_EXPORT: 'dealsDataExport',
  AI_BUILDER: 'aiBuilder',
  ORCHESTRATE_CREATE_AND_MANAGE_PLAYS: 'orchestrateCreateAndManagePlays',
};

/** A profile to create, as spelled by Gong. */
export function toNewProfile(input: CreatePermissionProfileInput): {
  readonly workspaceId: string;
  readonly profile: ProfileChange;
} {
  return { workspaceId: input.workspaceId, profile: toProfile(input) };
}

/** Changes of a profile, as spelled by Gong. */
export function toProfileChange(input: UpdatePermissionProfileInput): {
  readonly id: string;
  readonly profile: ProfileChange;
} {
  return { id: input.id, profile: { ...toProfile(input), ...toFlags(input.deny, false) } };
}

function toProfile(
  input: Omit<CreatePermissionProfileInput, 'name' | 'workspaceId'> & {
    readonly name?: string | null | undefined;
  },
): ProfileChange {
  const { name, description, forecastPermissions, libraryFolderAccess, allow } = input;
  return omitNullish({
    name,
    description,
    callsAccess: toReach(input.callsAccess),
    dealsAccess: toReach(input.dealsAccess),
    coachingAccess: toReach(input.coachingAccess),
    insightsAccess: toReach(input.insightsAccess),
    usageAccess: toReach(input.usageAccess),
    emailsAccess: toReach(input.emailsAccess),
    forecastPermissions: toForecast(forecastPermissions),
    libraryFolderAccess: toLibrary(libraryFolderAccess),
    ...toFlags(allow, true),
  }) as ProfileChange;
}

function toFlags(
  names: readonly PermissionCapability[] | null | undefined,
  isAllowed: boolean,
): ProfileChange {
  return Object.fromEntries((names ?? []).map((name) => [capabilities[name], isAllowed]));
}

const toReach = (input: PermissionReachInput | null | undefined) =>
  input == null
    ? null
    : omitNullish({ permissionLevel: toLevel(input.level), teamLeadIds: input.teamLeadIds });

function toForecast(input: ForecastPermissionsInput | null | undefined) {
  if (input == null) return null;
  const { forecastAccess, editSubmissions, editTargets } = input;
  return omitNullish({
    forecastAccess: toReach(forecastAccess),
    forecastEditSubmissions: toReach(editSubmissions),
    forecastEditTargets: toReach(editTargets),
  });
}

function toLibrary(input: LibraryFolderAccessInput | null | undefined) {
  if (input == null) return null;
  const { level, folderIds, ...flags } = input;
  return omitNullish({
    permissionLevel: toLevel(level),
    libraryFolderIds: folderIds,
    ...flags,
  });
}

/** Gong writes `managers-team`. */
function toLevel(level: PermissionLevel | LibraryFolderLevel): string {
  return level.toLowerCase().replaceAll('_', '-');
}
