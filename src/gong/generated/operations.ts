// Written by `npm run codegen` from gong-api/openapi.yaml. Do not edit.

export interface GongOperation {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE' | 'PATCH' | 'HEAD' | 'OPTIONS' | 'TRACE';
  /** With its parameters in braces, as in `/v2/calls/{id}`. */
  readonly path: string;
  /** OAuth scopes that every request of this operation needs. */
  readonly scopes: readonly string[];
  /** Further scopes, needed only for certain request members. */
  readonly conditionalScopes: readonly string[];
  readonly summary: string;
  /** `beta`, `legacy` or `withdrawn`; null where the operation is generally available. */
  readonly status: string | null;
  /** `read` changes nothing, so that it may be sent again; `charge` reads, and costs credits each time. */
  readonly effect: 'read' | 'write' | 'charge';
  /** Statuses with which Gong answers until it has enabled the feature for the company. */
  readonly unlicensed: readonly number[];
  /** What its request carries; null where it has no body. */
  readonly body: 'json' | 'multipart' | null;
  /** Those of its path's parameters that are ids of Gong's: 1 to 20 digits. */
  readonly ids: readonly string[];
}

/** Every operation of Gong's API by its operationId. */
export const gongOperations = {
  "addCall": {
    "method": "POST",
    "path": "/v2/calls",
    "scopes": [
      "api:calls:create"
    ],
    "conditionalScopes": [],
    "summary": "Register a call recorded outside Gong",
    "status": null,
    "effect": "write",
    "unlicensed": [],
    "body": "json",
    "ids": []
  },
  "addCallRecording": {
    "method": "PUT",
    "path": "/v2/calls/{id}/media",
    "scopes": [
      "api:calls:create"
    ],
    "conditionalScopes": [],
    "summary": "Upload the recording of a registered call",
    "status": null,
    "effect": "write",
    "unlicensed": [],
    "body": "multipart",
    "ids": [
      "id"
    ]
  },
  "addDigitalInteraction": {
    "method": "POST",
    "path": "/v2/digital-interaction",
    "scopes": [
      "api:digital-interactions:write"
    ],
    "conditionalScopes": [],
    "summary": "Report a digital interaction",
    "status": null,
    "effect": "write",
    "unlicensed": [],
    "body": "json",
    "ids": []
  },
  "addMeeting": {
    "method": "POST",
    "path": "/v2/meetings",
    "scopes": [
      "api:meetings:user:create"
    ],
    "conditionalScopes": [],
    "summary": "Create a meeting",
    "status": "beta",
    "effect": "write",
    "unlicensed": [
      403
    ],
    "body": "json",
    "ids": []
  },
  "addUsersAccessToCalls": {
    "method": "PUT",
    "path": "/v2/calls/users-access",
    "scopes": [
      "api:call-user-access:write"
    ],
    "conditionalScopes": [],
    "summary": "Grant users access to calls",
    "status": null,
    "effect": "write",
    "unlicensed": [],
    "body": "json",
    "ids": []
  },
  "askEntity": {
    "method": "GET",
    "path": "/v2/entities/ask-entity",
    "scopes": [
      "api:ai-ask:read"
    ],
    "conditionalScopes": [],
    "summary": "Ask a question about an account, contact, deal or lead",
    "status": null,
    "effect": "charge",
    "unlicensed": [],
    "body": null,
    "ids": []
  },
  "assignProspects": {
    "method": "POST",
    "path": "/v2/flows/prospects/assign",
    "scopes": [
      "api:flows:write"
    ],
    "conditionalScopes": [],
    "summary": "Put contacts or leads into a flow",
    "status": null,
    "effect": "write",
    "unlicensed": [
      403
    ],
    "body": "json",
    "ids": []
  },
  "assignProspectsCoolOffOverrides": {
    "method": "POST",
    "path": "/v2/flows/prospects/assign/cool-off-override",
    "scopes": [
      "api:flows:write"
    ],
    "conditionalScopes": [],
    "summary": "Put prospects into a flow, ignoring the cool-off period",
    "status": null,
    "effect": "write",
    "unlicensed": [
      403
    ],
    "body": "json",
    "ids": []
  },
  "contentShared": {
    "method": "PUT",
    "path": "/v2/customer-engagement/content/shared",
    "scopes": [
      "api:engagement-data:write"
    ],
    "conditionalScopes": [],
    "summary": "Report that content was shared",
    "status": "legacy",
    "effect": "write",
    "unlicensed": [],
    "body": "json",
    "ids": []
  },
  "contentViewed": {
    "method": "PUT",
    "path": "/v2/customer-engagement/content/viewed",
    "scopes": [
      "api:engagement-data:write"
    ],
    "conditionalScopes": [],
    "summary": "Report that content was viewed",
    "status": "legacy",
    "effect": "write",
    "unlicensed": [],
    "body": "json",
    "ids": []
  },
  "createPermissionProfile": {
    "method": "POST",
    "path": "/v2/permission-profile",
    "scopes": [
      "api:permission-profile:write"
    ],
    "conditionalScopes": [],
    "summary": "Create a permission profile",
    "status": null,
    "effect": "write",
    "unlicensed": [],
    "body": "json",
    "ids": []
  },
  "customAction": {
    "method": "PUT",
    "path": "/v2/customer-engagement/action",
    "scopes": [
      "api:engagement-data:write"
    ],
    "conditionalScopes": [],
    "summary": "Report another action on content",
    "status": "legacy",
    "effect": "write",
    "unlicensed": [],
    "body": "json",
    "ids": []
  },
  "deleteGenericCrmIntegration": {
    "method": "DELETE",
    "path": "/v2/crm/integrations",
    "scopes": [
      "api:crm:integration:delete"
    ],
    "conditionalScopes": [],
    "summary": "Delete the integration and everything uploaded through it",
    "status": null,
    "effect": "write",
    "unlicensed": [],
    "body": null,
    "ids": []
  },
  "deleteMeeting": {
    "method": "DELETE",
    "path": "/v2/meetings/{meetingId}",
    "scopes": [
      "api:meetings:user:delete"
    ],
    "conditionalScopes": [],
    "summary": "Delete a meeting",
    "status": "beta",
    "effect": "write",
    "unlicensed": [
      403
    ],
    "body": "json",
    "ids": [
      "meetingId"
    ]
  },
  "deleteUsersAccessToCalls": {
    "method": "DELETE",
    "path": "/v2/calls/users-access",
    "scopes": [
      "api:call-user-access:write"
    ],
    "conditionalScopes": [],
    "summary": "Withdraw access to calls",
    "status": null,
    "effect": "write",
    "unlicensed": [],
    "body": "json",
    "ids": []
  },
  "findAllReferencesToEmailAddress": {
    "method": "GET",
    "path": "/v2/data-privacy/data-for-email-address",
    "scopes": [
      "api:data-privacy:read"
    ],
    "conditionalScopes": [],
    "summary": "Find everything that refers to an email address",
    "status": null,
    "effect": "read",
    "unlicensed": [],
    "body": null,
    "ids": []
  },
  "findAllReferencesToPhoneNumber": {
    "method": "GET",
    "path": "/v2/data-privacy/data-for-phone-number",
    "scopes": [
      "api:data-privacy:read"
    ],
    "conditionalScopes": [],
    "summary": "Find everything that refers to a phone number",
    "status": null,
    "effect": "read",
    "unlicensed": [],
    "body": null,
    "ids": []
  },
  "generateBrief": {
    "method": "GET",
    "path": "/v2/entities/get-brief",
    "scopes": [
      "api:ai-briefer:read"
    ],
    "conditionalScopes": [],
    "summary": "Generate a configured brief for a CRM entity",
    "status": null,
    "effect": "charge",
    "unlicensed": [],
    "body": null,
    "ids": []
  },
  "getCall": {
    "method": "GET",
    "path": "/v2/calls/{id}",
    "scopes": [
      "api:calls:read:basic"
    ],
    "conditionalScopes": [],
    "summary": "Fetch the basic record of one call",
    "status": null,
    "effect": "read",
    "unlicensed": [],
    "body": null,
    "ids": [
      "id"
    ]
  },
  "getCallTranscripts": {
    "method": "POST",
    "path": "/v2/calls/transcript",
    "scopes": [
      "api:calls:read:transcript"
    ],
    "conditionalScopes": [],
    "summary": "Query call transcripts",
    "status": null,
    "effect": "read",
    "unlicensed": [],
    "body": "json",
    "ids": []
  },
  "getCallsInSpecificFolder": {
    "method": "GET",
    "path": "/v2/library/folder-content",
    "scopes": [
      "api:library:read"
    ],
    "conditionalScopes": [],
    "summary": "List the calls filed in a folder",
    "status": null,
    "effect": "read",
    "unlicensed": [],
    "body": null,
    "ids": []
  },
  "getCrmObjects": {
    "method": "GET",
    "path": "/v2/crm/entities",
    "scopes": [
      "api:crm:get-objects"
    ],
    "conditionalScopes": [],
    "summary": "Read back uploaded CRM objects (development aid)",
    "status": null,
    "effect": "read",
    "unlicensed": [],
    "body": "json",
    "ids": []
  },
  "getFlowProspectsBulkAssignment": {
    "method": "GET",
    "path": "/v2/flows/prospects/bulk-assignments/{id}",
    "scopes": [
      "api:flows:read"
    ],
    "conditionalScopes": [],
    "summary": "Poll a queued assignment",
    "status": null,
    "effect": "read",
    "unlicensed": [
      403
    ],
    "body": null,
    "ids": []
  },
  "getFlowSteps": {
    "method": "POST",
    "path": "/v2/flows/steps",
    "scopes": [
      "api:flows:read"
    ],
    "conditionalScopes": [],
    "summary": "Get flows with their steps",
    "status": null,
    "effect": "read",
    "unlicensed": [
      403
    ],
    "body": "json",
    "ids": []
  },
  "getIntegrationSettings": {
    "method": "GET",
    "path": "/v2/integration-settings",
    "scopes": [
      "api:integration-settings:write"
    ],
    "conditionalScopes": [],
    "summary": "Read the integration settings (undocumented)",
    "status": null,
    "effect": "read",
    "unlicensed": [],
    "body": null,
    "ids": []
  },
  "getLibraryStructure": {
    "method": "GET",
    "path": "/v2/library/folders",
    "scopes": [
      "api:library:read"
    ],
    "conditionalScopes": [],
    "summary": "List public library folders",
    "status": null,
    "effect": "read",
    "unlicensed": [],
    "body": null,
    "ids": []
  },
  "getPermissionProfile": {
    "method": "GET",
    "path": "/v2/permission-profile",
    "scopes": [
      "api:permission-profile:read"
    ],
    "conditionalScopes": [],
    "summary": "Get one permission profile",
    "status": null,
    "effect": "read",
    "unlicensed": [],
    "body": null,
    "ids": []
  },
  "getProspectsAssignedFlows": {
    "method": "POST",
    "path": "/v2/flows/prospects",
    "scopes": [
      "api:flows:read"
    ],
    "conditionalScopes": [],
    "summary": "List the flows prospects are assigned to",
    "status": null,
    "effect": "read",
    "unlicensed": [
      403
    ],
    "body": "json",
    "ids": []
  },
  "getRequestStatus": {
    "method": "GET",
    "path": "/v2/crm/request-status",
    "scopes": [
      "api:crm:upload"
    ],
    "conditionalScopes": [],
    "summary": "Poll an asynchronous CRM request",
    "status": null,
    "effect": "read",
    "unlicensed": [],
    "body": null,
    "ids": []
  },
  "getUser": {
    "method": "GET",
    "path": "/v2/users/{id}",
    "scopes": [
      "api:users:read"
    ],
    "conditionalScopes": [],
    "summary": "Fetch one user",
    "status": null,
    "effect": "read",
    "unlicensed": [],
    "body": null,
    "ids": [
      "id"
    ]
  },
  "getUserHistory": {
    "method": "GET",
    "path": "/v2/users/{id}/settings-history",
    "scopes": [
      "api:users:read"
    ],
    "conditionalScopes": [],
    "summary": "List setting changes of a user",
    "status": null,
    "effect": "read",
    "unlicensed": [],
    "body": null,
    "ids": [
      "id"
    ]
  },
  "getUsersAccessToCalls": {
    "method": "POST",
    "path": "/v2/calls/users-access",
    "scopes": [
      "api:call-user-access:read"
    ],
    "conditionalScopes": [],
    "summary": "List users granted access to calls",
    "status": null,
    "effect": "read",
    "unlicensed": [],
    "body": "json",
    "ids": []
  },
  "integrationSettings": {
    "method": "POST",
    "path": "/v2/integration-settings",
    "scopes": [
      "api:integration-settings:write"
    ],
    "conditionalScopes": [],
    "summary": "Set the origins allowed as iframe sources",
    "status": null,
    "effect": "write",
    "unlicensed": [],
    "body": "json",
    "ids": []
  },
  "integrationStatus": {
    "method": "POST",
    "path": "/v2/meetings/integration/status",
    "scopes": [
      "api:meetings:integration:status"
    ],
    "conditionalScopes": [],
    "summary": "Check whether users can create meetings",
    "status": "beta",
    "effect": "read",
    "unlicensed": [
      403
    ],
    "body": "json",
    "ids": []
  },
  "listAnsweredScorecards": {
    "method": "POST",
    "path": "/v2/stats/activity/scorecards",
    "scopes": [
      "api:stats:scorecards"
    ],
    "conditionalScopes": [],
    "summary": "Filled-in scorecards",
    "status": null,
    "effect": "read",
    "unlicensed": [],
    "body": "json",
    "ids": []
  },
  "listBriefs": {
    "method": "GET",
    "path": "/v2/settings/briefs",
    "scopes": [
      "api:ai-briefer:read"
    ],
    "conditionalScopes": [],
    "summary": "List AI brief definitions",
    "status": "beta",
    "effect": "read",
    "unlicensed": [],
    "body": null,
    "ids": []
  },
  "listCallOutcomes": {
    "method": "GET",
    "path": "/v2/call-outcomes",
    "scopes": [
      "api:call-outcomes:read"
    ],
    "conditionalScopes": [],
    "summary": "List the call outcomes of the dialer",
    "status": null,
    "effect": "read",
    "unlicensed": [],
    "body": null,
    "ids": []
  },
  "listCalls": {
    "method": "GET",
    "path": "/v2/calls",
    "scopes": [
      "api:calls:read:basic"
    ],
    "conditionalScopes": [],
    "summary": "List basic call records in a time range",
    "status": null,
    "effect": "read",
    "unlicensed": [],
    "body": null,
    "ids": []
  },
  "listCallsExtensive": {
    "method": "POST",
    "path": "/v2/calls/extensive",
    "scopes": [
      "api:calls:read:extensive"
    ],
    "conditionalScopes": [
      "api:calls:read:media-url"
    ],
    "summary": "Query calls with selectable detail",
    "status": null,
    "effect": "read",
    "unlicensed": [],
    "body": "json",
    "ids": []
  },
  "listCrmCallsManualAssociation": {
    "method": "GET",
    "path": "/v2/calls/manual-crm-associations",
    "scopes": [
      "api:crm-calls:manual-association:read"
    ],
    "conditionalScopes": [],
    "summary": "List manual CRM associations of calls (withdrawn from the reference)",
    "status": "withdrawn",
    "effect": "read",
    "unlicensed": [],
    "body": null,
    "ids": []
  },
  "listCrmSchemaFields": {
    "method": "GET",
    "path": "/v2/crm/entity-schema",
    "scopes": [
      "api:crm:schema"
    ],
    "conditionalScopes": [],
    "summary": "List the custom fields of CRM object types",
    "status": null,
    "effect": "read",
    "unlicensed": [],
    "body": null,
    "ids": []
  },
  "listFlows": {
    "method": "GET",
    "path": "/v2/flows",
    "scopes": [
      "api:flows:read"
    ],
    "conditionalScopes": [],
    "summary": "List company flows plus one user's own and shared flows",
    "status": null,
    "effect": "read",
    "unlicensed": [
      403
    ],
    "body": null,
    "ids": []
  },
  "listFlowsFolders": {
    "method": "GET",
    "path": "/v2/flows/folders",
    "scopes": [
      "api:flows:read"
    ],
    "conditionalScopes": [],
    "summary": "List company flow folders plus one user's own and shared folders",
    "status": null,
    "effect": "read",
    "unlicensed": [
      403
    ],
    "body": null,
    "ids": []
  },
  "listGenericCrmIntegration": {
    "method": "GET",
    "path": "/v2/crm/integrations",
    "scopes": [
      "api:crm:integrations:read"
    ],
    "conditionalScopes": [],
    "summary": "Show the registered generic CRM integration",
    "status": null,
    "effect": "read",
    "unlicensed": [],
    "body": null,
    "ids": []
  },
  "listInteractionStats": {
    "method": "POST",
    "path": "/v2/stats/interaction",
    "scopes": [
      "api:stats:interaction"
    ],
    "conditionalScopes": [],
    "summary": "Interaction measures per user",
    "status": null,
    "effect": "read",
    "unlicensed": [],
    "body": "json",
    "ids": []
  },
  "listLogs": {
    "method": "GET",
    "path": "/v2/logs",
    "scopes": [
      "api:logs:read"
    ],
    "conditionalScopes": [],
    "summary": "List audit log entries",
    "status": null,
    "effect": "read",
    "unlicensed": [],
    "body": null,
    "ids": []
  },
  "listMultipleUsers": {
    "method": "POST",
    "path": "/v2/users/extensive",
    "scopes": [
      "api:users:read"
    ],
    "conditionalScopes": [],
    "summary": "Query users",
    "status": null,
    "effect": "read",
    "unlicensed": [],
    "body": "json",
    "ids": []
  },
  "listMultipleUsersAggregateActivity": {
    "method": "POST",
    "path": "/v2/stats/activity/aggregate",
    "scopes": [
      "api:stats:user-actions"
    ],
    "conditionalScopes": [],
    "summary": "Activity totals per user",
    "status": null,
    "effect": "read",
    "unlicensed": [],
    "body": "json",
    "ids": []
  },
  "listMultipleUsersAggregateByPeriod": {
    "method": "POST",
    "path": "/v2/stats/activity/aggregate-by-period",
    "scopes": [
      "api:stats:user-actions"
    ],
    "conditionalScopes": [],
    "summary": "Activity totals per user and calendar bucket",
    "status": null,
    "effect": "read",
    "unlicensed": [],
    "body": "json",
    "ids": []
  },
  "listMultipleUsersDayByDayActivity": {
    "method": "POST",
    "path": "/v2/stats/activity/day-by-day",
    "scopes": [
      "api:stats:user-actions:detailed"
    ],
    "conditionalScopes": [],
    "summary": "Activity per user and day, as call ids",
    "status": null,
    "effect": "read",
    "unlicensed": [],
    "body": "json",
    "ids": []
  },
  "listPermissionProfile": {
    "method": "GET",
    "path": "/v2/all-permission-profiles",
    "scopes": [
      "api:permission-profile:read"
    ],
    "conditionalScopes": [],
    "summary": "List a workspace's permission profiles by name",
    "status": null,
    "effect": "read",
    "unlicensed": [],
    "body": null,
    "ids": []
  },
  "listPermissionProfileUsers": {
    "method": "GET",
    "path": "/v2/permission-profile/users",
    "scopes": [
      "api:users:read"
    ],
    "conditionalScopes": [],
    "summary": "List the users of a permission profile",
    "status": null,
    "effect": "read",
    "unlicensed": [],
    "body": null,
    "ids": []
  },
  "listScorecards": {
    "method": "GET",
    "path": "/v2/settings/scorecards",
    "scopes": [
      "api:settings:scorecards:read"
    ],
    "conditionalScopes": [],
    "summary": "List scorecard definitions",
    "status": null,
    "effect": "read",
    "unlicensed": [],
    "body": null,
    "ids": []
  },
  "listTargetDefinitions": {
    "method": "GET",
    "path": "/v2/targets",
    "scopes": [],
    "conditionalScopes": [],
    "summary": "List target definitions of a workspace",
    "status": null,
    "effect": "read",
    "unlicensed": [],
    "body": null,
    "ids": []
  },
  "listTasks": {
    "method": "POST",
    "path": "/v2/tasks",
    "scopes": [
      "api:tasks:read"
    ],
    "conditionalScopes": [],
    "summary": "List one user's Engage tasks",
    "status": null,
    "effect": "read",
    "unlicensed": [
      403,
      500
    ],
    "body": "json",
    "ids": []
  },
  "listTrackers": {
    "method": "GET",
    "path": "/v2/settings/trackers",
    "scopes": [
      "api:settings:trackers:read"
    ],
    "conditionalScopes": [],
    "summary": "List keyword trackers",
    "status": null,
    "effect": "read",
    "unlicensed": [],
    "body": null,
    "ids": []
  },
  "listUsers": {
    "method": "GET",
    "path": "/v2/users",
    "scopes": [
      "api:users:read"
    ],
    "conditionalScopes": [],
    "summary": "List all users",
    "status": null,
    "effect": "read",
    "unlicensed": [],
    "body": null,
    "ids": []
  },
  "listUsers_1": {
    "method": "GET",
    "path": "/v2/coaching",
    "scopes": [
      "api:coaching:read"
    ],
    "conditionalScopes": [],
    "summary": "Coaching measures of a manager and the direct reports",
    "status": null,
    "effect": "read",
    "unlicensed": [],
    "body": null,
    "ids": []
  },
  "listWorkspaces": {
    "method": "GET",
    "path": "/v2/workspaces",
    "scopes": [
      "api:workspaces:read"
    ],
    "conditionalScopes": [],
    "summary": "List workspaces",
    "status": null,
    "effect": "read",
    "unlicensed": [],
    "body": null,
    "ids": []
  },
  "oauthAuthorize": {
    "method": "GET",
    "path": "/oauth2/authorize",
    "scopes": [],
    "conditionalScopes": [],
    "summary": "Ask a Gong technical administrator to approve an app",
    "status": null,
    "effect": "read",
    "unlicensed": [],
    "body": null,
    "ids": []
  },
  "oauthGenerateCustomerToken": {
    "method": "POST",
    "path": "/oauth2/generate-customer-token",
    "scopes": [],
    "conditionalScopes": [],
    "summary": "Exchange a code, or refresh a token",
    "status": null,
    "effect": "write",
    "unlicensed": [],
    "body": null,
    "ids": []
  },
  "purgeEmailAddress": {
    "method": "POST",
    "path": "/v2/data-privacy/erase-data-for-email-address",
    "scopes": [
      "api:data-privacy:delete"
    ],
    "conditionalScopes": [],
    "summary": "Erase an email address and everything tied to it",
    "status": null,
    "effect": "write",
    "unlicensed": [],
    "body": null,
    "ids": []
  },
  "purgePhoneNumber": {
    "method": "POST",
    "path": "/v2/data-privacy/erase-data-for-phone-number",
    "scopes": [
      "api:data-privacy:delete"
    ],
    "conditionalScopes": [],
    "summary": "Erase the people behind a phone number and everything tied to them",
    "status": null,
    "effect": "write",
    "unlicensed": [],
    "body": null,
    "ids": []
  },
  "registerGenericCrmIntegration": {
    "method": "PUT",
    "path": "/v2/crm/integrations",
    "scopes": [
      "api:crm:integration:register"
    ],
    "conditionalScopes": [],
    "summary": "Register the generic CRM integration",
    "status": null,
    "effect": "write",
    "unlicensed": [],
    "body": "json",
    "ids": []
  },
  "submitFlowProspectsBulkAssignment": {
    "method": "POST",
    "path": "/v2/flows/prospects/bulk-assignments",
    "scopes": [
      "api:flows:write"
    ],
    "conditionalScopes": [],
    "summary": "Queue an assignment of prospects, with or without CRM ids",
    "status": null,
    "effect": "write",
    "unlicensed": [
      403
    ],
    "body": "json",
    "ids": []
  },
  "unassignFlows": {
    "method": "POST",
    "path": "/v2/flows/prospects/unassign-flows-by-instance-id",
    "scopes": [
      "api:flows:write"
    ],
    "conditionalScopes": [],
    "summary": "Remove prospects by flow instance",
    "status": null,
    "effect": "write",
    "unlicensed": [
      403
    ],
    "body": "json",
    "ids": []
  },
  "unassignProspectFlows": {
    "method": "POST",
    "path": "/v2/flows/prospects/unassign-flows-by-crm-id",
    "scopes": [
      "api:flows:write"
    ],
    "conditionalScopes": [],
    "summary": "Remove one prospect from one or all flows",
    "status": null,
    "effect": "write",
    "unlicensed": [
      403
    ],
    "body": "json",
    "ids": []
  },
  "updateMeeting": {
    "method": "PUT",
    "path": "/v2/meetings/{meetingId}",
    "scopes": [
      "api:meetings:user:update"
    ],
    "conditionalScopes": [],
    "summary": "Replace a meeting",
    "status": "beta",
    "effect": "write",
    "unlicensed": [
      403
    ],
    "body": "json",
    "ids": [
      "meetingId"
    ]
  },
  "updatePermissionProfile": {
    "method": "PUT",
    "path": "/v2/permission-profile",
    "scopes": [
      "api:permission-profile:write"
    ],
    "conditionalScopes": [],
    "summary": "Change a permission profile",
    "status": null,
    "effect": "write",
    "unlicensed": [],
    "body": "json",
    "ids": []
  },
  "updateReminder": {
    "method": "PATCH",
    "path": "/v2/tasks/{taskId}",
    "scopes": [
      "api:tasks:write"
    ],
    "conditionalScopes": [],
    "summary": "Change a task's status, due date or priority",
    "status": null,
    "effect": "write",
    "unlicensed": [
      403
    ],
    "body": "json",
    "ids": []
  },
  "uploadAssignments": {
    "method": "POST",
    "path": "/v2/targets/{targetId}/assignments",
    "scopes": [],
    "conditionalScopes": [],
    "summary": "Upload target values from a CSV file",
    "status": null,
    "effect": "write",
    "unlicensed": [],
    "body": "multipart",
    "ids": []
  },
  "uploadCrmData": {
    "method": "POST",
    "path": "/v2/crm/entities",
    "scopes": [
      "api:crm:upload"
    ],
    "conditionalScopes": [],
    "summary": "Upload CRM objects as a line-delimited JSON file",
    "status": null,
    "effect": "write",
    "unlicensed": [],
    "body": "multipart",
    "ids": []
  },
  "uploadCrmSchemaField": {
    "method": "POST",
    "path": "/v2/crm/entity-schema",
    "scopes": [
      "api:crm:schema"
    ],
    "conditionalScopes": [],
    "summary": "Set the custom fields of one object type",
    "status": null,
    "effect": "write",
    "unlicensed": [],
    "body": "json",
    "ids": []
  }
} as const satisfies Record<string, GongOperation>;

export type GongOperationId = keyof typeof gongOperations;

/** What `NewCallAddingRequest.languageCode` may be. */
export const languageCodes: readonly string[] = ["af-ZA","am-ET","ar-AE","ar-BH","ar-DZ","ar-EG","ar-IL","ar-IQ","ar-JO","ar-KW","ar-LB","ar-MA","ar-MR","ar-OM","ar-PS","ar-QA","ar-SA","ar-TN","ar-YE","az-AZ","bg-BG","bn-BD","bn-IN","bs-BA","ca-ES","cs-CZ","da-DK","de-AT","de-CH","de-DE","el-GR","en-AB","en-AU","en-CA","en-GB","en-IE","en-IN","en-NZ","en-PH","en-SG","en-US","en-WL","en-ZA","es-AR","es-BO","es-CL","es-CO","es-CR","es-DO","es-EC","es-ES","es-GT","es-HN","es-MX","es-NI","es-PA","es-PE","es-PR","es-PY","es-SV","es-US","es-UY","et-EE","eu-ES","fa-IR","fi-FI","fil-PH","fr-BE","fr-CA","fr-CH","fr-FR","gl-ES","gu-IN","he-IL","hi-IN","hr-HR","hu-HU","hy-AM","id-ID","is-IS","it-CH","it-IT","ja-JP","jv-ID","ka-GE","kk-KZ","km-KH","kn-IN","ko-KR","lo-LA","lt-LT","lv-LV","mk-MK","ml-IN","mn-MN","mr-IN","ms-MY","my-MM","ne-NP","nl-BE","nl-NL","no-NO","pa-Guru-IN","pl-PL","pt-BR","pt-PT","ro-RO","ru-RU","si-LK","sk-SK","sl-SI","sq-AL","sr-RS","su-ID","sv-SE","sw-KE","sw-TZ","ta-IN","ta-LK","ta-MY","ta-SG","te-IN","th-TH","tr-TR","uk-UA","ur-IN","ur-PK","uz-UZ","vi-VN","yue-Hant-HK","zh-CN","zh-TW","zu-ZA"];

/** What `CallUploadContext.system` may be. */
export const crmSystems: readonly string[] = ["Salesforce","HubSpot","MicrosoftDynamic","Generic"];

/** What `ExternalCrmCallObject.objectType` may be. */
export const crmObjectTypes: readonly string[] = ["Opportunity","Account","Lead","Contact","User"];

/** What `ContentViewedEvent.agentPlatform` may be. */
export const agentPlatforms: readonly string[] = ["Windows","Linux","MacOS","iOS","Android"];
