// Written by `npm run codegen` from gong-api/openapi.yaml. Do not edit.

export interface paths {
    "/v2/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List basic call records in a time range */
        get: operations["listCalls"];
        put?: never;
        /** Register a call recorded outside Gong */
        post: operations["addCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/calls/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Fetch the basic record of one call */
        get: operations["getCall"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/calls/{id}/media": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Upload the recording of a registered call */
        put: operations["addCallRecording"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/calls/extensive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Query calls with selectable detail */
        post: operations["listCallsExtensive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/calls/transcript": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Query call transcripts */
        post: operations["getCallTranscripts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/calls/manual-crm-associations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List manual CRM associations of calls (withdrawn from the reference)
         * @deprecated
         */
        get: operations["listCrmCallsManualAssociation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/calls/users-access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Grant users access to calls */
        put: operations["addUsersAccessToCalls"];
        /** List users granted access to calls */
        post: operations["getUsersAccessToCalls"];
        /** Withdraw access to calls */
        delete: operations["deleteUsersAccessToCalls"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/call-outcomes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the call outcomes of the dialer */
        get: operations["listCallOutcomes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List all users */
        get: operations["listUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Fetch one user */
        get: operations["getUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/users/extensive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Query users */
        post: operations["listMultipleUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/users/{id}/settings-history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List setting changes of a user */
        get: operations["getUserHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/library/folders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List public library folders */
        get: operations["getLibraryStructure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/library/folder-content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the calls filed in a folder */
        get: operations["getCallsInSpecificFolder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create a meeting */
        post: operations["addMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/meetings/{meetingId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Replace a meeting */
        put: operations["updateMeeting"];
        post?: never;
        /** Delete a meeting */
        delete: operations["deleteMeeting"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/meetings/integration/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check whether users can create meetings */
        post: operations["integrationStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/settings/trackers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List keyword trackers */
        get: operations["listTrackers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/settings/scorecards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List scorecard definitions */
        get: operations["listScorecards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/settings/briefs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List AI brief definitions */
        get: operations["listBriefs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/workspaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List workspaces */
        get: operations["listWorkspaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/stats/activity/aggregate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Activity totals per user */
        post: operations["listMultipleUsersAggregateActivity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/stats/activity/aggregate-by-period": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Activity totals per user and calendar bucket */
        post: operations["listMultipleUsersAggregateByPeriod"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/stats/activity/day-by-day": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Activity per user and day, as call ids */
        post: operations["listMultipleUsersDayByDayActivity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/stats/activity/scorecards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Filled-in scorecards */
        post: operations["listAnsweredScorecards"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/stats/interaction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Interaction measures per user */
        post: operations["listInteractionStats"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/coaching": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Coaching measures of a manager and the direct reports */
        get: operations["listUsers_1"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List audit log entries */
        get: operations["listLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/customer-engagement/content/viewed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Report that content was viewed */
        put: operations["contentViewed"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/customer-engagement/content/shared": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Report that content was shared */
        put: operations["contentShared"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/customer-engagement/action": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Report another action on content */
        put: operations["customAction"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/digital-interaction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Report a digital interaction */
        post: operations["addDigitalInteraction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/crm/integrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show the registered generic CRM integration */
        get: operations["listGenericCrmIntegration"];
        /** Register the generic CRM integration */
        put: operations["registerGenericCrmIntegration"];
        post?: never;
        /** Delete the integration and everything uploaded through it */
        delete: operations["deleteGenericCrmIntegration"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/crm/entity-schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the custom fields of CRM object types */
        get: operations["listCrmSchemaFields"];
        put?: never;
        /** Set the custom fields of one object type */
        post: operations["uploadCrmSchemaField"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/crm/entities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read back uploaded CRM objects (development aid) */
        get: operations["getCrmObjects"];
        put?: never;
        /** Upload CRM objects as a line-delimited JSON file */
        post: operations["uploadCrmData"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/crm/request-status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Poll an asynchronous CRM request */
        get: operations["getRequestStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/data-privacy/data-for-email-address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find everything that refers to an email address */
        get: operations["findAllReferencesToEmailAddress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/data-privacy/data-for-phone-number": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find everything that refers to a phone number */
        get: operations["findAllReferencesToPhoneNumber"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/data-privacy/erase-data-for-email-address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Erase an email address and everything tied to it */
        post: operations["purgeEmailAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/data-privacy/erase-data-for-phone-number": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Erase the people behind a phone number and everything tied to them */
        post: operations["purgePhoneNumber"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/all-permission-profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List a workspace's permission profiles by name */
        get: operations["listPermissionProfile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/permission-profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one permission profile */
        get: operations["getPermissionProfile"];
        /** Change a permission profile */
        put: operations["updatePermissionProfile"];
        /** Create a permission profile */
        post: operations["createPermissionProfile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/permission-profile/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the users of a permission profile */
        get: operations["listPermissionProfileUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/flows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List company flows plus one user's own and shared flows */
        get: operations["listFlows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/flows/folders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List company flow folders plus one user's own and shared folders */
        get: operations["listFlowsFolders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/flows/prospects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** List the flows prospects are assigned to */
        post: operations["getProspectsAssignedFlows"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/flows/prospects/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put contacts or leads into a flow */
        post: operations["assignProspects"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/flows/prospects/assign/cool-off-override": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put prospects into a flow, ignoring the cool-off period
         * @deprecated
         */
        post: operations["assignProspectsCoolOffOverrides"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/flows/prospects/bulk-assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Queue an assignment of prospects, with or without CRM ids */
        post: operations["submitFlowProspectsBulkAssignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/flows/prospects/bulk-assignments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Poll a queued assignment */
        get: operations["getFlowProspectsBulkAssignment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/flows/prospects/unassign-flows-by-crm-id": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove one prospect from one or all flows */
        post: operations["unassignProspectFlows"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/flows/prospects/unassign-flows-by-instance-id": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove prospects by flow instance */
        post: operations["unassignFlows"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/flows/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Get flows with their steps */
        post: operations["getFlowSteps"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** List one user's Engage tasks */
        post: operations["listTasks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/tasks/{taskId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a task's status, due date or priority */
        patch: operations["updateReminder"];
        trace?: never;
    };
    "/v2/entities/ask-entity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ask a question about an account, contact, deal or lead */
        get: operations["askEntity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/entities/get-brief": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Generate a configured brief for a CRM entity */
        get: operations["generateBrief"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/integration-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the integration settings (undocumented) */
        get: operations["getIntegrationSettings"];
        put?: never;
        /** Set the origins allowed as iframe sources */
        post: operations["integrationSettings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List target definitions of a workspace */
        get: operations["listTargetDefinitions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/targets/{targetId}/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Upload target values from a CSV file */
        post: operations["uploadAssignments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth2/authorize": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ask a Gong technical administrator to approve an app */
        get: operations["oauthAuthorize"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth2/generate-customer-token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Exchange a code, or refresh a token */
        post: operations["oauthGenerateCustomerToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    callMatchedRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A call matched an automation rule */
        post: operations["callMatchedRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /**
         * @description Numeric Gong identifier carried as a string of at most 20 digits. Values routinely exceed 2^53, so never convert to a floating-point number.
         * @example 7782342274025937895
         */
        GongId: string;
        /**
         * @description Identifier that the reference types as a 64-bit integer but that recorded scorecard responses carry as a string. Accept both; keep the exact digits. System-owned records use the literal -1 for user ids.
         * @example 9067931441193858457
         */
        FlexibleId: string | number;
        /** @description Small integer that recorded responses carry as a quoted string (for example "5") and the reference types as int32. */
        FlexibleInt: string | number | null;
        /**
         * @description Opaque reference Gong assigns to the request; quote it to support.
         * @example 4al018gzaztcr8nbukw
         */
        RequestId: string;
        /** @description Opaque paging token copied from records.cursor of the preceding page. It is a signed, expiring token. */
        Cursor: string;
        /** @description Paging envelope shared by list operations. */
        Records: {
            /**
             * Format: int32
             * @description How many records match the filter across all pages.
             */
            totalRecords?: number;
            /**
             * Format: int32
             * @description How many records this page holds (100 at most).
             */
            currentPageSize?: number;
            /**
             * Format: int32
             * @description Zero-based index of this page in recorded traffic.
             */
            currentPageNumber?: number;
            /** @description Present only while further pages remain. */
            cursor?: components["schemas"]["Cursor"];
        };
        /** @description Acknowledgement that carries nothing but the request reference. */
        BaseResponse: {
            requestId?: components["schemas"]["RequestId"];
        };
        /** @description Acknowledgement that an event was taken in. */
        EventAcceptedResponse: {
            requestId?: components["schemas"]["RequestId"];
        };
        /** @description Body of every documented failure. */
        ErrorResponse: {
            requestId?: components["schemas"]["RequestId"];
            /** @description Human-readable messages; there is no machine error code. */
            errors?: string[];
        };
        /** @description Failure body of the meetings family. The three extra members are absent from the reference but were recorded on a 409. */
        MeetingErrorResponse: {
            requestId?: components["schemas"]["RequestId"];
            /** @description Human-readable messages. */
            errors?: string[];
            /** @description Text fit to show to the end user. */
            userFacingError?: string;
            /** @description Link where the problem can be fixed; was an empty string when recorded. */
            fixUrl?: string;
            /** @description Help-centre link; was an empty string when recorded. */
            helpUrl?: string;
        };
        /** @description Basic facts about one call; the same shape appears as metaData in the detailed listing. */
        CallBasicData: {
            /** @description Call id. */
            id?: components["schemas"]["GongId"];
            /**
             * Format: uri
             * @description Page of the call in the Gong web app.
             */
            url?: string;
            /** @description Call title. */
            title?: string | null;
            /**
             * Format: date-time
             * @description When the call was planned to begin.
             */
            scheduled?: string | null;
            /**
             * Format: date-time
             * @description When recording began.
             */
            started?: string;
            /**
             * Format: int64
             * @description Length in seconds.
             */
            duration?: number;
            /** @description Gong user who hosted the call. */
            primaryUserId?: components["schemas"]["GongId"] | null;
            /**
             * @description Direction of the call.
             * @enum {string}
             */
            direction?: "Inbound" | "Outbound" | "Conference" | "Unknown";
            /** @description Conferencing or telephony product used, e.g. Zoom. */
            system?: string | null;
            /**
             * @description Internal when every participant belongs to the company, External otherwise.
             * @enum {string}
             */
            scope?: "Internal" | "External" | "Unknown";
            /**
             * @description Kind of recording.
             * @enum {string}
             */
            media?: "Video" | "Audio";
            /** @description ISO 639-2/B code; und for unsupported, zxx for too little speech. */
            language?: string | null;
            /** @description Workspace the call sits in. */
            workspaceId?: components["schemas"]["GongId"];
            /** @description Disposition set by the dialer or typed by the rep. */
            sdrDisposition?: string | null;
            /** @description Identifier given by the recording system at upload. */
            clientUniqueId?: string | null;
            /** @description Free text supplied at upload; often JSON inside a string, never parsed by Gong. */
            customData?: string | null;
            /** @description Purpose given at upload. */
            purpose?: string | null;
            /** @description Conference join link. */
            meetingUrl?: string | null;
            /** @description Whether the call is marked private. */
            isPrivate?: boolean;
            /** @description Event id in the Google or Outlook calendar. */
            calendarEventId?: string | null;
        };
        /** @description Page of basic call records. */
        CallsResponse: {
            requestId?: components["schemas"]["RequestId"];
            records?: components["schemas"]["Records"];
            /** @description One entry per call. */
            calls?: components["schemas"]["CallBasicData"][];
        };
        /** @description One call. */
        SpecificCall: {
            requestId?: components["schemas"]["RequestId"];
            call?: components["schemas"]["CallBasicData"];
        };
        /** @description Metadata of a call recorded outside Gong. */
        NewCallAddingRequest: {
            /** @description Identifier from the recording system; Gong refuses to take the same one twice. */
            clientUniqueId: string;
            /** @description Title used for display and search. */
            title?: string;
            /** @description Purpose in free text. */
            purpose?: string;
            /**
             * Format: date-time
             * @description Planned start.
             */
            scheduledStart?: string;
            /**
             * Format: date-time
             * @description Planned end.
             */
            scheduledEnd?: string;
            /**
             * Format: date-time
             * @description Real start.
             */
            actualStart: string;
            /**
             * Format: float
             * @description Real length in seconds.
             */
            duration?: number;
            /** @description Participants; the primary user must be one of them. */
            parties: components["schemas"]["CallParticipant"][];
            /**
             * @description Who initiated the call, or Conference.
             * @enum {string}
             */
            direction: "Inbound" | "Outbound" | "Conference" | "Unknown";
            /** @description Disposition in free text. */
            disposition?: string;
            /** @description Links from the call to records in other systems. */
            context?: components["schemas"]["CallUploadContext"][];
            /** @description Opaque text kept with the call for troubleshooting. */
            customData?: string;
            speakersTimeline?: components["schemas"]["SpeakersTimeline"];
            /** @description Conference join link. */
            meetingUrl?: string;
            /** @description Gong-defined code of the telephony or conferencing provider (zoom, ringcentral, outreach, …); Gong support hands out the values. */
            callProviderCode?: string;
            /** @description Unique link Gong pulls the recording from; at most 1.5 GB, served as audio/*, video/*, application/octet-stream or binary/octet-stream; WAV, MP3, MP4, MKV or FLAC. Skip the media upload when this is given. */
            downloadMediaUrl?: string;
            /** @description Target workspace; omitted means Gong picks one. */
            workspaceId?: components["schemas"]["GongId"];
            /**
             * @description BCP-47 transcription language; leave out to let Gong detect it.
             * @enum {string}
             */
            languageCode?: "af-ZA" | "am-ET" | "ar-AE" | "ar-BH" | "ar-DZ" | "ar-EG" | "ar-IL" | "ar-IQ" | "ar-JO" | "ar-KW" | "ar-LB" | "ar-MA" | "ar-MR" | "ar-OM" | "ar-PS" | "ar-QA" | "ar-SA" | "ar-TN" | "ar-YE" | "az-AZ" | "bg-BG" | "bn-BD" | "bn-IN" | "bs-BA" | "ca-ES" | "cs-CZ" | "da-DK" | "de-AT" | "de-CH" | "de-DE" | "el-GR" | "en-AB" | "en-AU" | "en-CA" | "en-GB" | "en-IE" | "en-IN" | "en-NZ" | "en-PH" | "en-SG" | "en-US" | "en-WL" | "en-ZA" | "es-AR" | "es-BO" | "es-CL" | "es-CO" | "es-CR" | "es-DO" | "es-EC" | "es-ES" | "es-GT" | "es-HN" | "es-MX" | "es-NI" | "es-PA" | "es-PE" | "es-PR" | "es-PY" | "es-SV" | "es-US" | "es-UY" | "et-EE" | "eu-ES" | "fa-IR" | "fi-FI" | "fil-PH" | "fr-BE" | "fr-CA" | "fr-CH" | "fr-FR" | "gl-ES" | "gu-IN" | "he-IL" | "hi-IN" | "hr-HR" | "hu-HU" | "hy-AM" | "id-ID" | "is-IS" | "it-CH" | "it-IT" | "ja-JP" | "jv-ID" | "ka-GE" | "kk-KZ" | "km-KH" | "kn-IN" | "ko-KR" | "lo-LA" | "lt-LT" | "lv-LV" | "mk-MK" | "ml-IN" | "mn-MN" | "mr-IN" | "ms-MY" | "my-MM" | "ne-NP" | "nl-BE" | "nl-NL" | "no-NO" | "pa-Guru-IN" | "pl-PL" | "pt-BR" | "pt-PT" | "ro-RO" | "ru-RU" | "si-LK" | "sk-SK" | "sl-SI" | "sq-AL" | "sr-RS" | "su-ID" | "sv-SE" | "sw-KE" | "sw-TZ" | "ta-IN" | "ta-LK" | "ta-MY" | "ta-SG" | "te-IN" | "th-TH" | "tr-TR" | "uk-UA" | "ur-IN" | "ur-PK" | "uz-UZ" | "vi-VN" | "yue-Hant-HK" | "zh-CN" | "zh-TW" | "zu-ZA";
            flowContext?: components["schemas"]["FlowContext"];
            /** @description Gong user id of the host. */
            primaryUser: components["schemas"]["GongId"];
        };
        /** @description Participant of an uploaded call. */
        CallParticipant: {
            /** @description Phone number. */
            phoneNumber?: string;
            /** @description Email; the domain must have a real top-level domain. */
            emailAddress?: string;
            /** @description Display name. */
            name?: string;
            /** @description Local key that speakersTimeline refers to; needed only with a timeline. */
            partyId?: string;
            /**
             * Format: int32
             * @description Channel of the rep in a stereo file: 0 left, 1 right.
             */
            mediaChannelId?: number;
            /** @description Links from the participant to records in other systems. */
            context?: components["schemas"]["PartyUploadContext"][];
            /** @description Gong user id when the participant is a user. */
            userId?: components["schemas"]["GongId"];
        };
        /** @description Call-level link to another system. */
        CallUploadContext: {
            /**
             * @description Other system; the reference says only Salesforce and Generic are honoured on upload.
             * @enum {string}
             */
            system: "Salesforce" | "HubSpot" | "MicrosoftDynamic" | "Generic";
            /** @description Linked records; several deals of one account are unsupported. */
            objects?: components["schemas"]["ExternalCrmCallObject"][];
        };
        /** @description Participant-level link to another system. */
        PartyUploadContext: {
            /**
             * @description Other system; the reference says only Salesforce and Generic are honoured on upload.
             * @enum {string}
             */
            system: "Salesforce" | "HubSpot" | "MicrosoftDynamic" | "Generic";
            /** @description Linked records. */
            objects?: components["schemas"]["ExternalCrmPartyObject"][];
        };
        /** @description Record linked to an uploaded call. */
        ExternalCrmCallObject: {
            /**
             * @description Record type. The reference lists an extra joined value "Opportunity,Account" that looks like a generator slip.
             * @enum {string}
             */
            objectType: "Opportunity" | "Account" | "Lead" | "Contact" | "User";
            /** @description Record id; Salesforce 15- and 18-character forms both work. */
            objectId: string;
            /** @description Reserved. */
            fields?: components["schemas"]["ContextField"][];
        };
        /** @description Record linked to a participant of an uploaded call. */
        ExternalCrmPartyObject: {
            /**
             * @description Record type, for outside participants only. The reference lists an extra joined value "Lead,Contact" that looks like a generator slip.
             * @enum {string}
             */
            objectType: "Lead" | "Contact" | "Account" | "Opportunity" | "User";
            /** @description Record id; Salesforce 15- and 18-character forms both work. */
            objectId: string;
            /** @description Reserved. */
            fields?: components["schemas"]["CrmPartyContextField"][];
        };
        /** @description One field of a linked record. */
        ContextField: {
            /** @description Field name in the other system, custom fields included. */
            name?: string;
            /** @description Field value of any JSON type. The reference says object, its example is a string, and live calls carry strings and numbers. */
            value?: unknown;
        };
        /** @description One field of a record linked to an uploaded participant. */
        CrmPartyContextField: {
            /** @description Field name. */
            name?: string;
            /** @description Field value of any JSON type. The reference says object, its example is a string, and live calls carry strings and numbers. */
            value?: unknown;
        };
        /** @description One field of a record linked to a participant. */
        PartyContextField: {
            /** @description Field name, custom fields included. */
            name?: string;
            /** @description Field value of any JSON type. The reference says object, its example is a string, and live calls carry strings and numbers. */
            value?: unknown;
        };
        /** @description Speech segments supplied at upload. Giving it makes Gong disregard mediaChannelId. */
        SpeakersTimeline: {
            /** @description True when no segment strays more than 100 ms from the speech in the recording. */
            precise?: boolean;
            /** @description Who spoke when. */
            speechSegments?: components["schemas"]["SpeechSegment"][];
        };
        /** @description One stretch of speech. */
        SpeechSegment: {
            /**
             * Format: int32
             * @description Start, in ms from the beginning.
             */
            fromTime: number;
            /**
             * Format: int32
             * @description End, in ms from the beginning.
             */
            toTime: number;
            /** @description Keys of the parties speaking; overlapping segments are fine. */
            partyIds: string[];
        };
        /** @description Engage task the call belongs to. */
        FlowContext: {
            /** @description Task to tie the call to. */
            taskId?: string;
        };
        /** @description Result of registering a call. */
        NewCallAddingResponse: {
            requestId?: components["schemas"]["RequestId"];
            /** @description Id Gong gave the new call. */
            callId?: components["schemas"]["GongId"];
        };
        /** @description Result of uploading a recording. */
        NewCallRecordingResponse: {
            requestId?: components["schemas"]["RequestId"];
            /** @description Call the recording was attached to. */
            callId?: components["schemas"]["GongId"];
            /** @description Page of the call in the Gong web app. */
            url?: string;
        };
        /** @description Which calls to return; may be an empty object. */
        CallsRequestFilterWithOwners: {
            /**
             * Format: date-time
             * @description Lower bound on start time, inclusive; open-ended when left out.
             */
            fromDateTime?: string;
            /**
             * Format: date-time
             * @description Upper bound on start time, exclusive; open-ended when left out.
             */
            toDateTime?: string;
            /** @description Keep only calls of this workspace. */
            workspaceId?: components["schemas"]["GongId"];
            /** @description Keep only these calls. */
            callIds?: components["schemas"]["GongId"][];
            /** @description Keep only calls hosted by these users. */
            primaryUserIds?: components["schemas"]["GongId"][];
        };
        /** @description Which calls to return transcripts for; may be an empty object. */
        CallsFilter: {
            /**
             * Format: date-time
             * @description Lower bound on start time, inclusive; open-ended when left out.
             */
            fromDateTime?: string;
            /**
             * Format: date-time
             * @description Upper bound on start time, exclusive; open-ended when left out.
             */
            toDateTime?: string;
            /** @description Keep only calls of this workspace. */
            workspaceId?: components["schemas"]["GongId"];
            /** @description Keep only these calls. */
            callIds?: components["schemas"]["GongId"][];
        };
        /** @description Query for detailed calls. */
        ListCallsExtensiveRequest: {
            /** @description Token of the page wanted; all other members must repeat unchanged. */
            cursor?: components["schemas"]["Cursor"];
            filter: components["schemas"]["CallsRequestFilterWithOwners"];
            contentSelector?: components["schemas"]["ContentSelector"];
        };
        /** @description Query for transcripts. */
        GetCallTranscriptsRequest: {
            /** @description Token of the page wanted; all other members must repeat unchanged. */
            cursor?: components["schemas"]["Cursor"];
            filter: components["schemas"]["CallsFilter"];
        };
        /** @description Which optional blocks to return. Only metaData comes back by default. */
        ContentSelector: {
            /**
             * @description How much CRM linkage to attach: nothing, ids only, or ids with field values.
             * @default None
             * @enum {string}
             */
            context: "None" | "Basic" | "Extended";
            /** @description Snapshot(s) of the CRM values; Now when left out. Legal only with context Extended. */
            contextTiming?: ("Now" | "TimeOfCall")[];
            exposedFields?: components["schemas"]["ExposedFields"];
        };
        /** @description Toggles, mirroring the response blocks. */
        ExposedFields: {
            /** @description Adds parties. */
            parties?: boolean;
            content?: components["schemas"]["CallContent"];
            interaction?: components["schemas"]["CallInteraction"];
            collaboration?: components["schemas"]["CallCollaboration"];
            /** @description Adds media links, good for eight hours; needs an additional scope. */
            media?: boolean;
        };
        /** @description Toggles for the content block. */
        CallContent: {
            /** @description Adds content.structure. */
            structure?: boolean;
            /** @description Adds content.topics. */
            topics?: boolean;
            /** @description Adds content.trackers. */
            trackers?: boolean;
            /** @description Adds timing and speaker to each tracker; has effect only with trackers, and only for calls since 2023-01-01 unless Gong backfilled. */
            trackerOccurrences?: boolean;
            /**
             * @deprecated
             * @description Deprecated. Still accepted; the current response has no matching member.
             */
            pointsOfInterest?: boolean;
            /** @description Adds content.brief. */
            brief?: boolean;
            /** @description Adds content.outline. */
            outline?: boolean;
            /** @description Adds content.highlights. */
            highlights?: boolean;
            /** @description Adds content.callOutcome. */
            callOutcome?: boolean;
            /** @description Adds content.keyPoints. */
            keyPoints?: boolean;
        };
        /** @description Toggles for the interaction block. */
        CallInteraction: {
            /** @description Adds interaction.speakers. */
            speakers?: boolean;
            /** @description Adds interaction.video. */
            video?: boolean;
            /** @description Adds interaction.interactionStats (note the different name in the response). */
            personInteractionStats?: boolean;
            /** @description Adds interaction.questions. */
            questions?: boolean;
        };
        /** @description Toggles for the collaboration block. */
        CallCollaboration: {
            /** @description Adds collaboration.publicComments. */
            publicComments?: boolean;
        };
        /** @description Page of detailed calls. */
        ListCallsExtensiveResponse: {
            requestId?: components["schemas"]["RequestId"];
            records?: components["schemas"]["Records"];
            /** @description One entry per call. */
            calls?: components["schemas"]["CallData"][];
        };
        /** @description One detailed call. Every block but metaData is absent unless selected and already computed; treat absent, null and empty alike. */
        CallData: {
            metaData?: components["schemas"]["CallBasicData"];
            /** @description CRM links of the call; present with context Basic or Extended. */
            context?: components["schemas"]["CallContextDto"][] | null;
            /** @description Participants; present with exposedFields.parties. */
            parties?: components["schemas"]["Party"][] | null;
            /** @description Analysis of what was said. */
            content?: components["schemas"]["ContentDto"] | null;
            /** @description Measures of how it was said. */
            interaction?: components["schemas"]["InteractionMeasuresDto"] | null;
            /** @description Comments. */
            collaboration?: components["schemas"]["CollaborationDto"] | null;
            /** @description Recording links. */
            media?: components["schemas"]["MediaDto"] | null;
        };
        /** @description Links of a call to one other system. */
        CallContextDto: {
            /**
             * @description Other system.
             * @enum {string}
             */
            system?: "Salesforce" | "HubSpot" | "MicrosoftDynamic" | "Generic";
            /** @description Linked records. */
            objects?: components["schemas"]["ExternalCallObject"][];
        };
        /** @description Record linked to a call. */
        ExternalCallObject: {
            /**
             * @description Record type.
             * @enum {string}
             */
            objectType?: "Opportunity" | "Account";
            /** @description Record id in that system. */
            objectId?: string | null;
            /** @description Field values; only with context Extended. */
            fields?: components["schemas"]["ContextField"][] | null;
            /**
             * @description Snapshot the values belong to.
             * @enum {string|null}
             */
            timing?: "Now" | "TimeOfCall" | null;
        };
        /** @description Participant of a call. */
        Party: {
            /** @description Key of the participant within the call. */
            id?: string | null;
            /** @description Email. */
            emailAddress?: string | null;
            /** @description Name; telephony calls may yield generated names such as Phone Caller #1. */
            name?: string | null;
            /** @description Job title. */
            title?: string | null;
            /** @description Gong user id when the participant is a user. */
            userId?: components["schemas"]["GongId"] | null;
            /** @description Key used in transcripts and tracker occurrences; missing for people who did not speak. */
            speakerId?: string | null;
            /** @description CRM links of the participant. */
            context?: components["schemas"]["PartyContextDto"][] | null;
            /**
             * @description Side the participant is on.
             * @enum {string}
             */
            affiliation?: "Internal" | "External" | "Unknown";
            /** @description Phone number. */
            phoneNumber?: string | null;
            /** @description Whether the person was invited, was present, or both. */
            methods?: ("Invitee" | "Attendee")[] | null;
        };
        /** @description Links of a participant to one other system. */
        PartyContextDto: {
            /**
             * @description Other system.
             * @enum {string}
             */
            system?: "Salesforce" | "HubSpot" | "MicrosoftDynamic" | "Generic";
            /** @description Linked records. */
            objects?: components["schemas"]["ExternalPartyObject"][];
        };
        /** @description Record linked to a participant. */
        ExternalPartyObject: {
            /**
             * @description Record type.
             * @enum {string}
             */
            objectType?: "Contact" | "User" | "Lead";
            /** @description Record id in that system. */
            objectId?: string | null;
            /** @description Field values; only with context Extended. */
            fields?: components["schemas"]["PartyContextField"][] | null;
            /**
             * @description Snapshot the values belong to.
             * @enum {string|null}
             */
            timing?: "Now" | "TimeOfCall" | null;
        };
        /** @description Content analysis. */
        ContentDto: {
            /** @description Agenda parts. */
            structure?: components["schemas"]["StructureDto"][] | null;
            /** @description Trackers, keyword and smart. */
            trackers?: components["schemas"]["TrackerDto"][] | null;
            /** @description Time per topic. */
            topics?: components["schemas"]["TopicDto"][] | null;
            /** @description Short AI summary. */
            brief?: string | null;
            /** @description AI outline. */
            outline?: components["schemas"]["CallOutlineSection"][] | null;
            /** @description AI highlights. */
            highlights?: components["schemas"]["CallHighlightsSection"][] | null;
            /** @description AI-assigned outcome; null was seen on live calls. */
            callOutcome?: components["schemas"]["CallOutcome"] | null;
            /** @description AI key points. */
            keyPoints?: components["schemas"]["CallKeyPoint"][] | null;
            /**
             * @deprecated
             * @description Only in older revisions of the reference; gone from the current one.
             */
            pointsOfInterest?: components["schemas"]["LegacyPointsOfInterest"] | null;
        };
        /** @description One agenda part. */
        StructureDto: {
            /** @description Agenda part. */
            name?: string;
            /**
             * Format: int64
             * @description Seconds spent.
             */
            duration?: number;
        };
        /** @description A tracker that fired on the call. */
        TrackerDto: {
            /** @description Tracker id. */
            id?: string;
            /** @description Tracker name. */
            name?: string;
            /**
             * Format: int32
             * @description Hits in this call.
             */
            count?: number;
            /**
             * @description Kind of tracker. The member is called type, not trackerType.
             * @enum {string}
             */
            type?: "KEYWORD" | "SMART";
            /** @description Hits of any term; empty when a keyword tracker is set to show its terms separately. */
            occurrences?: components["schemas"]["TrackerOccurrence"][] | null;
            /** @description Hits per term of a keyword tracker; smart trackers have none. */
            phrases?: components["schemas"]["TrackerPhrase"][] | null;
        };
        /** @description One hit. */
        TrackerOccurrence: {
            /**
             * Format: double
             * @description Offset in seconds.
             */
            startTime?: number;
            /** @description Speaker key, the same key as in parties and transcripts. */
            speakerId?: string | null;
        };
        /** @description Hits of one term. */
        TrackerPhrase: {
            /**
             * Format: int32
             * @description Hits of this term.
             */
            count?: number;
            /** @description When they happened. */
            occurrences?: components["schemas"]["TrackerOccurrence"][] | null;
            /** @description The term. */
            phrase?: string;
        };
        /** @description Topic and time on it. */
        TopicDto: {
            /** @description Topic. */
            name?: string;
            /**
             * Format: int32
             * @description Seconds spent on it.
             */
            duration?: number;
        };
        /** @description Section of the outline. */
        CallOutlineSection: {
            /** @description Heading. */
            section?: string;
            /**
             * Format: double
             * @description Start in seconds.
             */
            startTime?: number;
            /**
             * Format: double
             * @description Length in seconds.
             */
            duration?: number;
            /** @description Entries. */
            items?: components["schemas"]["CallOutlineItem"][];
        };
        /** @description Entry of an outline section. */
        CallOutlineItem: {
            /** @description Entry text. */
            text?: string;
            /**
             * Format: double
             * @description Start in seconds.
             */
            startTime?: number;
        };
        /** @description Group of highlights. */
        CallHighlightsSection: {
            /** @description Heading, e.g. next steps. */
            title?: string;
            /** @description Entries. */
            items?: components["schemas"]["CallHighlightsItem"][];
        };
        /** @description One highlight. */
        CallHighlightsItem: {
            /** @description Entry text. */
            text?: string;
            /** @description Offsets in seconds. */
            startTimes?: number[];
        };
        /** @description Outcome assigned by AI. */
        CallOutcome: {
            /** @description Outcome code, e.g. MEETING_BOOKED. */
            id?: string;
            /** @description Category in mixed case, e.g. Answered (unlike /v2/call-outcomes, which shouts ANSWERED). */
            category?: string;
            /** @description Display name. */
            name?: string;
        };
        /** @description One key point. */
        CallKeyPoint: {
            /** @description Key point. */
            text?: string;
        };
        /**
         * @deprecated
         * @description Former pointsOfInterest member.
         */
        LegacyPointsOfInterest: {
            /** @description Action items. */
            actionItems?: {
                /** @description Start in seconds. */
                snippetStartTime?: number;
                /** @description End in seconds. */
                snippetEndTime?: number;
                /** @description Speaker key (also seen spelled speakerIds as a list). */
                speakerID?: string;
                /** @description Quoted text. */
                snippet?: string;
            }[];
        };
        /** @description Interaction measures. */
        InteractionMeasuresDto: {
            /** @description Talk time per speaker; outside speakers may be missing. */
            speakers?: components["schemas"]["UserSpeaker"][] | null;
            /** @description Talk Ratio, Longest Monologue, Longest Customer Story, Interactivity, Patience. */
            interactionStats?: components["schemas"]["InteractionStatsDto"][] | null;
            /** @description Time per kind of picture. */
            video?: components["schemas"]["VideoInteractionDto"][] | null;
            /** @description Question counts. */
            questions?: components["schemas"]["Questions"] | null;
        };
        /** @description Talk time of one speaker. */
        UserSpeaker: {
            /** @description Participant key. */
            id?: string;
            /** @description Gong user id, if any. */
            userId?: components["schemas"]["GongId"] | null;
            /**
             * Format: double
             * @description Seconds spoken.
             */
            talkTime?: number;
        };
        /** @description One measure of the host. */
        InteractionStatsDto: {
            /** @description Measure. */
            name?: string;
            /** @description Value. */
            value?: number;
        };
        /** @description Time one kind of picture was on screen. */
        VideoInteractionDto: {
            /** @description Kind of picture: Browser, Presentation, WebcamPrimaryUser, WebcamNonCompany or Webcam. */
            name?: string;
            /**
             * Format: float
             * @description Seconds shown.
             */
            duration?: number;
        };
        /** @description Question counts. */
        Questions: {
            /**
             * Format: int32
             * @description Asked by company speakers.
             */
            companyCount?: number;
            /**
             * Format: int32
             * @description Asked by others.
             */
            nonCompanyCount?: number;
        };
        /** @description Collaboration data. */
        CollaborationDto: {
            /** @description Public comments. */
            publicComments?: components["schemas"]["CommentDto"][] | null;
        };
        /** @description A public comment. */
        CommentDto: {
            /** @description Comment id. */
            id?: string;
            /**
             * Format: float
             * @description Start of the passage in seconds.
             */
            audioStartTime?: number | null;
            /**
             * Format: float
             * @description End of the passage in seconds.
             */
            audioEndTime?: number | null;
            /** @description Author. */
            commenterUserId?: components["schemas"]["GongId"] | null;
            /** @description Text; mentions are written @[name](userId). */
            comment?: string;
            /**
             * Format: date-time
             * @description When written.
             */
            posted?: string;
            /** @description Parent comment when this is a reply. */
            inReplyTo?: string | null;
            /** @description Whether written while the call ran. */
            duringCall?: boolean;
        };
        /** @description Signed recording links. */
        MediaDto: {
            /**
             * Format: uri
             * @description Audio link, valid eight hours.
             */
            audioUrl?: string | null;
            /**
             * Format: uri
             * @description Video link, valid eight hours.
             */
            videoUrl?: string | null;
        };
        /** @description Page of transcripts. */
        CallTranscripts: {
            requestId?: components["schemas"]["RequestId"];
            records?: components["schemas"]["Records"];
            /** @description One entry per call. */
            callTranscripts?: components["schemas"]["CallTranscript"][];
        };
        /** @description Transcript of one call. */
        CallTranscript: {
            /** @description Call id. */
            callId?: components["schemas"]["GongId"];
            /** @description Monologues in order. */
            transcript?: components["schemas"]["Monologue"][];
        };
        /** @description Uninterrupted turn of one speaker. */
        Monologue: {
            /** @description Speaker key; resolve through parties[].speakerId of the detailed listing. */
            speakerId?: string | null;
            /** @description Topic label, when Gong assigned one. */
            topic?: string | null;
            /** @description Sentences in order. */
            sentences?: components["schemas"]["Sentence"][];
        };
        /** @description One sentence. */
        Sentence: {
            /**
             * Format: int64
             * @description Start in milliseconds.
             */
            start?: number;
            /**
             * Format: int64
             * @description End in milliseconds.
             */
            end?: number;
            /** @description Words. */
            text?: string;
        };
        /** @description A call and the users concerned. */
        CallUsersAccess: {
            /** @description Call. */
            callId: components["schemas"]["GongId"];
            /** @description Users. */
            userIds: components["schemas"]["GongId"][];
        };
        /** @description Grants. */
        AddCallsUsersAccessRequest: {
            /** @description Grants to make. */
            callAccessList?: components["schemas"]["CallUsersAccess"][];
        };
        /** @description Withdrawals. */
        DeleteCallsUsersAccessRequest: {
            /** @description Grants to withdraw. */
            callAccessList?: components["schemas"]["CallUsersAccess"][];
        };
        /** @description Query for grants. */
        GetCallsUsersAccessRequest: {
            filter: components["schemas"]["CallsAccessFilter"];
        };
        /** @description Calls to look up. */
        CallsAccessFilter: {
            /** @description Calls to look up. */
            callIds: components["schemas"]["GongId"][];
        };
        /** @description Grants made through this API. */
        CallsAccessDetailsResponse: {
            requestId?: components["schemas"]["RequestId"];
            /** @description One entry per call. */
            callAccessList?: components["schemas"]["CallAccessDetails"][];
        };
        /** @description Grants of one call. */
        CallAccessDetails: {
            /** @description Call. */
            callId?: components["schemas"]["GongId"];
            /** @description Users granted access. */
            users?: components["schemas"]["UserAccessDetails"][];
        };
        /** @description A user with access. */
        UserAccessDetails: {
            /** @description User. */
            userId?: components["schemas"]["GongId"];
        };
        /** @description Manual CRM associations (older reference). */
        ManualAssociationResponse: {
            requestId?: components["schemas"]["RequestId"];
            records?: components["schemas"]["Records"];
            /** @description Association events, oldest first. */
            associations?: components["schemas"]["ManualAssociationsBasicData"][];
        };
        /** @description One association event. */
        ManualAssociationsBasicData: {
            /** @description Call. */
            callId?: components["schemas"]["GongId"];
            /** @description Who made the association. */
            userId?: components["schemas"]["GongId"];
            /**
             * Format: date-time
             * @description When it was made.
             */
            created?: string;
            /** @description Records chosen. */
            associatedCrmObjects?: components["schemas"]["AssociationObject"][];
        };
        /** @description Records chosen. */
        AssociationObject: {
            /** @description CRM account id. */
            accountCrmId?: string;
            /** @description CRM deal id, when a deal was chosen. */
            dealCrmId?: string | null;
        };
        /** @description Dialer outcomes of the company. */
        CallOutcomesResponse: {
            requestId?: components["schemas"]["RequestId"];
            /** @description Outcomes, in no particular order. */
            outcomes?: components["schemas"]["CallOutcomeDto"][];
        };
        /** @description A dialer outcome. */
        CallOutcomeDto: {
            /** @description Name. */
            callOutcome?: string;
            /**
             * Format: int32
             * @description Position in the picker; not unique across categories.
             */
            displayOrder?: number;
            /**
             * @description Whether it counts as connected.
             * @enum {string}
             */
            connectStatus?: "CONNECTED" | "NOT_CONNECTED";
            /**
             * @description Sentiment.
             * @enum {string}
             */
            sentiment?: "POSITIVE" | "NEGATIVE" | "NEUTRAL";
            /**
             * @description What happens to the to-do.
             * @enum {string}
             */
            todoAction?: "COMPLETE" | "COMPLETE_AND_REMOVE";
            /**
             * @description Automation fired; null for most outcomes.
             * @enum {string|null}
             */
            automation?: "MARK_AS_OPT_OUT" | null;
            /**
             * @description Category.
             * @enum {string}
             */
            category?: "ANSWERED" | "NOT_ANSWERED";
        };
        /** @description Query for users. */
        ListMultipleUsersRequest: {
            /** @description Token of the page wanted; all other members must repeat unchanged. */
            cursor?: components["schemas"]["Cursor"];
            filter: components["schemas"]["MultipleUsersRequestWithCreationDates"];
        };
        /** @description Which users to return; may be an empty object but must be present. */
        MultipleUsersRequestWithCreationDates: {
            /**
             * Format: date-time
             * @description Created at or after.
             */
            createdFromDateTime?: string;
            /**
             * Format: date-time
             * @description Created before.
             */
            createdToDateTime?: string;
            /** @description Also return the synthetic users that stand for Gong staff; false when left out. */
            includeAvatars?: boolean;
            /** @description Keep only these users. */
            userIds?: components["schemas"]["GongId"][];
        };
        /** @description Page of users. */
        UsersMetadata: {
            requestId?: components["schemas"]["RequestId"];
            records?: components["schemas"]["Records"];
            /** @description One entry per user. */
            users?: components["schemas"]["UserMetadata"][];
        };
        /** @description One user. */
        GetUserResponse: {
            requestId?: components["schemas"]["RequestId"];
            user?: components["schemas"]["UserMetadata"];
        };
        /** @description A Gong user. */
        UserMetadata: {
            /** @description User id. */
            id?: components["schemas"]["GongId"];
            /** @description Email. */
            emailAddress?: string;
            /**
             * Format: date-time
             * @description When created.
             */
            created?: string;
            /** @description Whether active. */
            active?: boolean;
            /** @description Other addresses. */
            emailAliases?: string[];
            /** @description Address trusted for sign-in. */
            trustedEmailAddress?: string | null;
            /** @description First name. */
            firstName?: string | null;
            /** @description Last name. */
            lastName?: string | null;
            /** @description Job title. */
            title?: string | null;
            /** @description Phone. */
            phoneNumber?: string | null;
            /** @description Extension. */
            extension?: string | null;
            /** @description Personal meeting links. */
            personalMeetingUrls?: string[];
            settings?: components["schemas"]["UserSettings"];
            /** @description Manager. */
            managerId?: components["schemas"]["GongId"] | null;
            /** @description Consent-page link. */
            meetingConsentPageUrl?: string | null;
            /** @description Providers set up; null when none. */
            conferencingProviders?: components["schemas"]["ConferencingProvider"][] | null;
            /** @description Languages. */
            spokenLanguages?: components["schemas"]["SpokenLanguage"][];
        };
        /** @description Data-capture settings of a user. */
        UserSettings: {
            /** @description Meetings are recorded. */
            webConferencesRecorded?: boolean;
            /** @description Presence of this user blocks recording. */
            preventWebConferenceRecording?: boolean;
            /** @description Telephony calls are imported; needed for the user to host an uploaded call. */
            telephonyCallsImported?: boolean;
            /** @description Emails are imported. */
            emailsImported?: boolean;
            /** @description Email import is blocked. */
            preventEmailImport?: boolean;
            /** @description Unrecorded meetings are imported. */
            nonRecordedMeetingsImported?: boolean;
            /** @description Gong Connect is on. */
            gongConnectEnabled?: boolean;
        };
        /** @description Conferencing provider of a user. */
        ConferencingProvider: {
            /** @description Provider code, e.g. zoom. */
            provider?: string;
            /** @description Default for the user. */
            isDefault?: boolean;
        };
        /** @description Language a user speaks. */
        SpokenLanguage: {
            /** @description BCP-47 code. */
            language?: string;
            /** @description Whether it is the primary one. */
            primary?: boolean;
        };
        /** @description Setting changes of a user. */
        SettingsHistory: {
            requestId?: components["schemas"]["RequestId"];
            /** @description Changes. */
            userSettingsHistory?: components["schemas"]["UserSettingsHistory"][];
        };
        /** @description One change. */
        UserSettingsHistory: {
            /**
             * @description Setting changed. The vocabulary differs from settings in the user record (callsImported here, telephonyCallsImported there).
             * @enum {string}
             */
            setting?: "webConferencesRecorded" | "preventWebConferenceRecording" | "emailsImported" | "preventEmailImport" | "active" | "nonRecordedMeetingsImported" | "gongConnectEnabled" | "callsImported" | "interviewsRecorded" | "preventInterviewRecording";
            /** @description New value. */
            value?: boolean;
            /**
             * Format: date-time
             * @description When.
             */
            time?: string;
        };
        /** @description Public library folders. */
        LibraryResponse: {
            requestId?: components["schemas"]["RequestId"];
            /** @description Folders, flat; link them by parentFolderId. */
            folders?: components["schemas"]["LibraryFolder"][];
        };
        /** @description A library folder. */
        LibraryFolder: {
            /** @description Folder id. */
            id?: components["schemas"]["GongId"];
            /** @description Name. */
            name?: string;
            /** @description Parent; null at the root. */
            parentFolderId?: components["schemas"]["GongId"] | null;
            /** @description Creator; null for built-in folders. */
            createdBy?: components["schemas"]["GongId"] | null;
            /**
             * Format: date-time
             * @description Last change.
             */
            updated?: string;
        };
        /** @description A folder and its calls. */
        LibraryFolderListOfCallsResponse: {
            requestId?: components["schemas"]["RequestId"];
            /** @description Folder id. */
            id?: components["schemas"]["GongId"];
            /** @description Folder name. */
            name?: string;
            /** @description Creator; null for built-in folders. */
            createdBy?: components["schemas"]["GongId"] | null;
            /**
             * Format: date-time
             * @description Last change.
             */
            updated?: string;
            /** @description Calls in the folder. */
            calls?: components["schemas"]["LibraryCall"][];
        };
        /** @description A call filed in a folder. */
        LibraryCall: {
            /** @description Call id. */
            id?: components["schemas"]["GongId"];
            /** @description Title. */
            title?: string | null;
            /** @description Note attached in the folder. */
            note?: string | null;
            /** @description Who filed it. */
            addedBy?: components["schemas"]["GongId"] | null;
            /**
             * Format: date-time
             * @description When it was filed.
             */
            created?: string;
            /** @description Link, with the snippet encoded. */
            url?: string;
            /** @description Excerpt, when only part of the call was filed. */
            snippet?: components["schemas"]["Snippet"] | null;
        };
        /** @description Excerpt of a call. */
        Snippet: {
            /**
             * Format: int32
             * @description Start in seconds.
             */
            fromSec?: number;
            /**
             * Format: int32
             * @description End in seconds.
             */
            toSec?: number;
        };
        /** @description Meeting to create. */
        NewMeetingRequest: {
            /**
             * Format: date-time
             * @description Start.
             */
            startTime: string;
            /**
             * Format: date-time
             * @description End.
             */
            endTime: string;
            /** @description Title. */
            title?: string;
            /** @description People invited, organizer excluded. */
            invitees: components["schemas"]["MeetingInvitee"][];
            /** @description Id in the calling system. */
            externalId?: string;
            /** @description Conferencing provider, e.g. zoom; the organizer's default when left out. */
            provider?: string;
            /** @description Organizer, a Gong user, by email; decides the consent page. */
            organizerEmail: string;
        };
        /** @description Full replacement of a meeting. */
        UpdateMeetingRequest: {
            /**
             * Format: date-time
             * @description Start.
             */
            startTime: string;
            /**
             * Format: date-time
             * @description End.
             */
            endTime: string;
            /** @description Title. */
            title?: string;
            /** @description People invited, organizer excluded. */
            invitees: components["schemas"]["MeetingInvitee"][];
            /** @description Id in the calling system. */
            externalId?: string;
            /** @description Conferencing provider, e.g. zoom; the organizer's default when left out. */
            provider?: string;
            /** @description Organizer, a Gong user, by email; decides the consent page. */
            organizerEmail: string;
        };
        /** @description Body of a meeting deletion; the reference uses the same shape for its response. */
        DeleteMeetingRequest: {
            /** @description Organizer, by email. */
            organizerEmail?: string;
        };
        /** @description Person to invite. */
        MeetingInvitee: {
            /** @description Email. */
            email?: string;
            /** @description Display name. */
            displayName?: string;
            /** @description First name. */
            firstName?: string;
            /** @description Last name. */
            lastName?: string;
        };
        /** @description Meeting created. */
        NewMeetingResponse: {
            requestId?: components["schemas"]["RequestId"];
            /** @description Meeting id. */
            meetingId?: components["schemas"]["GongId"];
            /** @description Link people must join through. */
            meetingUrl?: string;
            /** @description Addresses the caller should add to the invitation, such as the Gong assistant. */
            additionalInvitees?: components["schemas"]["MeetingInvitee"][];
        };
        /** @description Meeting updated. */
        UpdateMeetingResponse: {
            requestId?: components["schemas"]["RequestId"];
            /** @description Meeting id. */
            meetingId?: components["schemas"]["GongId"];
        };
        /** @description Users to check. */
        IntegrationStatusRequest: {
            /** @description Users to check, 100 at most. */
            emails?: string[];
        };
        /** @description Meeting readiness per user. */
        IntegrationStatusResponse: {
            requestId?: components["schemas"]["RequestId"];
            /** @description One entry per email. */
            users?: components["schemas"]["UserIntegrationStatus"][];
        };
        /** @description Readiness of one user. */
        UserIntegrationStatus: {
            /** @description Email. */
            email?: string;
            /** @description Known to Gong. */
            exists?: boolean;
            /** @description Ready to use. */
            valid?: boolean;
            /** @description Why not. */
            userFacingError?: string;
            /** @description Where to fix it. */
            fixUrl?: string;
            /** @description Where to read more. */
            helpUrl?: string;
        };
        /** @description Keyword tracker definitions. */
        Trackers: {
            requestId?: components["schemas"]["RequestId"];
            /** @description Keyword trackers; smart trackers are not listed. */
            keywordTrackers?: components["schemas"]["KeywordTracker"][];
        };
        /** @description A keyword tracker. */
        KeywordTracker: {
            /** @description Tracker id. */
            trackerId?: components["schemas"]["GongId"];
            /** @description Name. */
            trackerName?: string;
            /** @description Workspace. */
            workspaceId?: components["schemas"]["GongId"];
            /** @description Terms per language; may be empty. */
            languageKeywords?: components["schemas"]["TrackerLanguageKeyword"][];
            /** @description Whose words count: Anyone, Company or NonCompany. */
            affiliation?: string;
            /** @description Count only inside questions. */
            partOfQuestion?: boolean;
            /** @description Part of the call watched: Anytime, First or Last. */
            saidAt?: string;
            /**
             * Format: int32
             * @description Length of that part.
             */
            saidAtInterval?: number | null;
            /** @description Unit of that length: minutes or percent. */
            saidAtUnit?: string | null;
            /** @description Limit to these topics. */
            saidInTopics?: string[];
            /** @description Call filter as JSON inside a string; "{}" when unset. */
            filterQuery?: string;
            /**
             * Format: date-time
             * @description When created.
             */
            created?: string;
            /** @description Creator; null for built-in trackers. */
            creatorUserId?: components["schemas"]["GongId"] | null;
            /**
             * Format: date-time
             * @description Last change.
             */
            updated?: string;
            /** @description Last editor; null for built-in trackers. */
            updaterUserId?: components["schemas"]["GongId"] | null;
        };
        /** @description Terms of one language. */
        TrackerLanguageKeyword: {
            /** @description ISO 639-2/B code; mul for every language. */
            language?: string;
            /** @description Terms. */
            keywords?: string[];
            /** @description Match inflected forms too. */
            includeRelatedForms?: boolean;
        };
        /** @description Scorecard definitions. */
        Scorecards: {
            requestId?: components["schemas"]["RequestId"];
            /** @description Definitions. */
            scorecards?: components["schemas"]["Scorecard"][];
        };
        /** @description A scorecard definition. */
        Scorecard: {
            scorecardId?: components["schemas"]["FlexibleId"];
            /** @description Name. */
            scorecardName?: string;
            workspaceId?: components["schemas"]["FlexibleId"];
            /** @description In use. */
            enabled?: boolean;
            updaterUserId?: components["schemas"]["FlexibleId"];
            /**
             * Format: date-time
             * @description When created.
             */
            created?: string;
            /**
             * Format: date-time
             * @description Last change.
             */
            updated?: string;
            /**
             * @description How it is filled in.
             * @enum {string}
             */
            reviewMethod?: "AUTOMATIC" | "MANUAL";
            /** @description Questions. */
            questions?: components["schemas"]["Question"][];
        };
        /** @description Question of a scorecard. */
        Question: {
            questionId?: components["schemas"]["FlexibleId"];
            questionRevisionId?: components["schemas"]["FlexibleId"];
            /** @description Wording. */
            questionText?: string;
            /** @description The overall question. */
            isOverall?: boolean;
            /** @description Kind of question; RANGE is the one value recorded. */
            questionType?: string;
            /** @description Guidance for reviewers. */
            answerGuide?: string | null;
            minRange?: components["schemas"]["FlexibleInt"];
            maxRange?: components["schemas"]["FlexibleInt"];
            /** @description Choices; an empty list was recorded on RANGE questions where the reference promises null. */
            answerOptions?: components["schemas"]["QuestionOption"][] | null;
            /** @description Last editor; recorded but undocumented. */
            updaterUserId?: components["schemas"]["FlexibleId"];
            /**
             * Format: date-time
             * @description When created; recorded but undocumented.
             */
            created?: string;
            /**
             * Format: date-time
             * @description Last change; recorded but undocumented.
             */
            updated?: string;
        };
        /** @description Choice of a question. */
        QuestionOption: {
            /**
             * Format: int32
             * @description Choice id.
             */
            id?: number | string;
            /** @description Choice. */
            text?: string;
        };
        /** @description AI brief definitions. */
        Briefs: {
            requestId?: components["schemas"]["RequestId"];
            /** @description Brief definitions. */
            briefs?: components["schemas"]["Brief"][];
        };
        /** @description An AI brief definition. */
        Brief: {
            /** @description Brief id. */
            briefId?: string;
            /** @description Name. */
            briefName?: string;
            /** @description Workspace. */
            workspaceId?: components["schemas"]["GongId"];
            /** @description Description. */
            description?: string;
            /** @description "Published" or "Not published". */
            status?: string;
            /** @description Name of the creator. */
            creator?: string;
            /** @description Id of the creator. */
            creatorUserId?: string;
            /**
             * Format: date-time
             * @description When created.
             */
            created?: string;
            /**
             * Format: date-time
             * @description Last change.
             */
            updated?: string;
        };
        /** @description Workspaces of the company. */
        WorkspacesMetadata: {
            requestId?: components["schemas"]["RequestId"];
            /** @description Workspaces. */
            workspaces?: components["schemas"]["WorkspaceMetadata"][];
        };
        /** @description A workspace. */
        WorkspaceMetadata: {
            /** @description Workspace id. */
            id?: components["schemas"]["GongId"];
            /** @description Name. */
            name?: string;
            /** @description Description. */
            description?: string;
        };
        /** @description Days and users. */
        MultipleUsersWithDates: {
            /**
             * Format: date
             * @description First day, inclusive, in the company's time zone.
             */
            fromDate: string;
            /**
             * Format: date
             * @description Day after the last, exclusive, in the company's time zone; may not lie in the future.
             */
            toDate: string;
            /**
             * Format: date-time
             * @description Undescribed by Gong; presumably a bound on user creation.
             */
            createdFromDateTime?: string;
            /**
             * Format: date-time
             * @description Undescribed by Gong; presumably a bound on user creation.
             */
            createdToDateTime?: string;
            /** @description Keep only these users. */
            userIds?: components["schemas"]["GongId"][];
        };
        /** @description Query for user statistics. */
        UsersWithDatesRequest: {
            /** @description Token of the page wanted; all other members must repeat unchanged. */
            cursor?: components["schemas"]["Cursor"];
            filter: components["schemas"]["MultipleUsersWithDates"];
        };
        /** @description Query for statistics in buckets. */
        RequestWithTimePeriod: {
            /** @description Token of the page wanted; all other members must repeat unchanged. */
            cursor?: components["schemas"]["Cursor"];
            filter: components["schemas"]["MultipleUsersWithDates"];
            /**
             * @description Calendar bucket; weeks begin on Monday. Sits beside filter, not inside it.
             * @enum {string}
             */
            aggregationPeriod: "DAY" | "WEEK" | "MONTH" | "QUARTER" | "YEAR";
        };
        /** @description Activity counters. */
        AggregateActivity: {
            /**
             * Format: int32
             * @description Number of calls hosted.
             */
            callsAsHost?: number;
            /**
             * Format: int32
             * @description Number of calls on which the user gave feedback.
             */
            callsGaveFeedback?: number;
            /**
             * Format: int32
             * @description Number of calls on which the user asked for feedback.
             */
            callsRequestedFeedback?: number;
            /**
             * Format: int32
             * @description Number of calls on which the user got feedback.
             */
            callsReceivedFeedback?: number;
            /**
             * Format: int32
             * @description Number of calls of their own the user listened to.
             */
            ownCallsListenedTo?: number;
            /**
             * Format: int32
             * @description Number of calls of others the user listened to.
             */
            othersCallsListenedTo?: number;
            /**
             * Format: int32
             * @description Number of calls shared inside the company.
             */
            callsSharedInternally?: number;
            /**
             * Format: int32
             * @description Number of calls shared outside the company.
             */
            callsSharedExternally?: number;
            /**
             * Format: int32
             * @description Number of calls with a scorecard filled in by the user.
             */
            callsScorecardsFilled?: number;
            /**
             * Format: int32
             * @description Number of calls of the user with a scorecard filled in.
             */
            callsScorecardsReceived?: number;
            /**
             * Format: int32
             * @description Number of calls attended without hosting.
             */
            callsAttended?: number;
            /**
             * Format: int32
             * @description Number of calls the user commented on.
             */
            callsCommentsGiven?: number;
            /**
             * Format: int32
             * @description Number of calls of the user that drew comments.
             */
            callsCommentsReceived?: number;
            /**
             * Format: int32
             * @description Number of calls marked as reviewed.
             */
            callsMarkedAsFeedbackGiven?: number;
            /**
             * Format: int32
             * @description Number of calls of the user marked as reviewed.
             */
            callsMarkedAsFeedbackReceived?: number;
        };
        /** @description Activity counters of one bucket. */
        AggregateActivityWithDates: {
            /**
             * Format: int32
             * @description Number of calls hosted.
             */
            callsAsHost?: number;
            /**
             * Format: int32
             * @description Number of calls on which the user gave feedback.
             */
            callsGaveFeedback?: number;
            /**
             * Format: int32
             * @description Number of calls on which the user asked for feedback.
             */
            callsRequestedFeedback?: number;
            /**
             * Format: int32
             * @description Number of calls on which the user got feedback.
             */
            callsReceivedFeedback?: number;
            /**
             * Format: int32
             * @description Number of calls of their own the user listened to.
             */
            ownCallsListenedTo?: number;
            /**
             * Format: int32
             * @description Number of calls of others the user listened to.
             */
            othersCallsListenedTo?: number;
            /**
             * Format: int32
             * @description Number of calls shared inside the company.
             */
            callsSharedInternally?: number;
            /**
             * Format: int32
             * @description Number of calls shared outside the company.
             */
            callsSharedExternally?: number;
            /**
             * Format: int32
             * @description Number of calls with a scorecard filled in by the user.
             */
            callsScorecardsFilled?: number;
            /**
             * Format: int32
             * @description Number of calls of the user with a scorecard filled in.
             */
            callsScorecardsReceived?: number;
            /**
             * Format: int32
             * @description Number of calls attended without hosting.
             */
            callsAttended?: number;
            /**
             * Format: int32
             * @description Number of calls the user commented on.
             */
            callsCommentsGiven?: number;
            /**
             * Format: int32
             * @description Number of calls of the user that drew comments.
             */
            callsCommentsReceived?: number;
            /**
             * Format: int32
             * @description Number of calls marked as reviewed.
             */
            callsMarkedAsFeedbackGiven?: number;
            /**
             * Format: int32
             * @description Number of calls of the user marked as reviewed.
             */
            callsMarkedAsFeedbackReceived?: number;
            /**
             * Format: date-time
             * @description Start of the bucket, clipped to the range asked for.
             */
            fromDate?: string;
            /**
             * Format: date-time
             * @description End of the bucket, clipped to the range asked for.
             */
            toDate?: string;
        };
        /** @description Call ids per activity of one day. Lists, where the aggregates carry counters under the same names. */
        DailyActivityWithDates: {
            /** @description Ids of calls hosted. */
            callsAsHost?: string[];
            /** @description Ids of calls on which the user gave feedback. */
            callsGaveFeedback?: string[];
            /** @description Ids of calls on which the user asked for feedback. */
            callsRequestedFeedback?: string[];
            /** @description Ids of calls on which the user got feedback. */
            callsReceivedFeedback?: string[];
            /** @description Ids of calls of their own the user listened to. */
            ownCallsListenedTo?: string[];
            /** @description Ids of calls of others the user listened to. */
            othersCallsListenedTo?: string[];
            /** @description Ids of calls shared inside the company. */
            callsSharedInternally?: string[];
            /** @description Ids of calls shared outside the company. */
            callsSharedExternally?: string[];
            /** @description Ids of calls with a scorecard filled in by the user. */
            callsScorecardsFilled?: string[];
            /** @description Ids of calls of the user with a scorecard filled in. */
            callsScorecardsReceived?: string[];
            /** @description Ids of calls attended without hosting. */
            callsAttended?: string[];
            /** @description Ids of calls the user commented on. */
            callsCommentsGiven?: string[];
            /** @description Ids of calls of the user that drew comments. */
            callsCommentsReceived?: string[];
            /** @description Ids of calls marked as reviewed. */
            callsMarkedAsFeedbackGiven?: string[];
            /** @description Ids of calls of the user marked as reviewed. */
            callsMarkedAsFeedbackReceived?: string[];
            /**
             * Format: date-time
             * @description Start of the day.
             */
            fromDate?: string;
            /**
             * Format: date-time
             * @description End of the day.
             */
            toDate?: string;
        };
        /** @description Activity per user. */
        CompanyUsersAggregateActivityResponse: {
            requestId?: components["schemas"]["RequestId"];
            records?: components["schemas"]["Records"];
            /** @description One entry per user. */
            usersAggregateActivityStats?: components["schemas"]["UserActivity"][];
            /**
             * Format: date-time
             * @description Start covered.
             */
            fromDateTime?: string;
            /**
             * Format: date-time
             * @description End covered.
             */
            toDateTime?: string;
            /** @description Company time zone, e.g. US/Pacific. */
            timeZone?: string;
        };
        /** @description Activity of one user. */
        UserActivity: {
            /** @description User. */
            userId?: components["schemas"]["GongId"];
            /** @description Email. */
            userEmailAddress?: string;
            userAggregateActivityStats?: components["schemas"]["AggregateActivity"];
        };
        /** @description Activity per user and bucket. */
        UsersAggregateByPeriodActivity: {
            requestId?: components["schemas"]["RequestId"];
            records?: components["schemas"]["Records"];
            /** @description One entry per user. */
            usersAggregateActivity?: components["schemas"]["UserAggregateByPeriodActivities"][];
        };
        /** @description Buckets of one user. */
        UserAggregateByPeriodActivities: {
            /** @description User. */
            userId?: components["schemas"]["GongId"];
            /** @description Email. */
            userEmailAddress?: string;
            /** @description One entry per bucket, in order. */
            userAggregateActivity?: components["schemas"]["AggregateActivityWithDates"][];
        };
        /** @description Activity per user and day. */
        UsersDayByDayActivity: {
            requestId?: components["schemas"]["RequestId"];
            records?: components["schemas"]["Records"];
            /** @description One entry per user. */
            usersDetailedActivities?: components["schemas"]["UserDayByDayActivity"][];
        };
        /** @description Days of one user. */
        UserDayByDayActivity: {
            /** @description User. */
            userId?: components["schemas"]["GongId"];
            /** @description Email. */
            userEmailAddress?: string;
            /** @description One entry per day. */
            userDailyActivityStats?: components["schemas"]["DailyActivityWithDates"][];
        };
        /** @description Interaction measures per user. */
        CompanyUsersInteractionStatsResponse: {
            requestId?: components["schemas"]["RequestId"];
            records?: components["schemas"]["Records"];
            /** @description One entry per user. */
            peopleInteractionStats?: components["schemas"]["InteractionStats"][];
            /**
             * Format: date-time
             * @description Start covered.
             */
            fromDateTime?: string;
            /**
             * Format: date-time
             * @description End covered.
             */
            toDateTime?: string;
            /** @description Company time zone. */
            timeZone?: string;
        };
        /** @description Measures of one user. */
        InteractionStats: {
            /** @description User. */
            userId?: components["schemas"]["GongId"];
            /** @description Email. */
            userEmailAddress?: string;
            /** @description Measures: Longest Monologue, Longest Customer Story, Interactivity, Patience, Question Rate. */
            personInteractionStats?: components["schemas"]["InteractionStat"][];
        };
        /** @description One measure. */
        InteractionStat: {
            /** @description Measure. */
            name?: string;
            /**
             * Format: double
             * @description Value, whole or fractional.
             */
            value?: number;
        };
        /** @description Query for filled-in scorecards. */
        ListAnsweredScorecardsRequest: {
            /** @description Token of the page wanted; all other members must repeat unchanged. */
            cursor?: components["schemas"]["Cursor"];
            filter: components["schemas"]["AnsweredScorecardsFilter"];
        };
        /** @description All members optional; days are in the company time zone. */
        AnsweredScorecardsFilter: {
            /**
             * Format: date
             * @description First call day, inclusive.
             */
            callFromDate?: string;
            /**
             * Format: date
             * @description Call day to stop before.
             */
            callToDate?: string;
            /**
             * Format: date
             * @description First review day, inclusive.
             */
            reviewFromDate?: string;
            /**
             * Format: date
             * @description Review day to stop before.
             */
            reviewToDate?: string;
            /**
             * @description Kind of reviews wanted.
             * @default MANUAL
             * @enum {string}
             */
            reviewMethod: "AUTOMATIC" | "MANUAL" | "BOTH";
            /** @description Keep only reviews of these users. */
            reviewedUserIds?: components["schemas"]["GongId"][];
            /** @description Keep only these scorecards. */
            scorecardIds?: components["schemas"]["GongId"][];
        };
        /** @description Page of filled-in scorecards. */
        AnsweredScorecards: {
            requestId?: components["schemas"]["RequestId"];
            records?: components["schemas"]["Records"];
            /** @description Filled-in scorecards. */
            answeredScorecards?: components["schemas"]["AnsweredScorecard"][];
        };
        /** @description A filled-in scorecard. */
        AnsweredScorecard: {
            answeredScorecardId?: components["schemas"]["FlexibleId"];
            scorecardId?: components["schemas"]["FlexibleId"];
            /** @description Name. */
            scorecardName?: string;
            callId?: components["schemas"]["FlexibleId"];
            /**
             * Format: date-time
             * @description Start of the call.
             */
            callStartTime?: string;
            reviewedUserId?: components["schemas"]["FlexibleId"];
            /** @description Reviewer; null for automatic reviews. */
            reviewerUserId?: components["schemas"]["FlexibleId"] | null;
            /**
             * @description How it was filled in.
             * @enum {string}
             */
            reviewMethod?: "AUTOMATIC" | "MANUAL";
            /** @description Last editor other than the reviewer; null when there is none. */
            editorUserId?: components["schemas"]["FlexibleId"] | null;
            /**
             * Format: date-time
             * @description When it was published.
             */
            reviewTime?: string;
            /**
             * @description Who may see it.
             * @enum {string}
             */
            visibilityType?: "PUBLIC" | "PRIVATE" | "OPT_IN_USERS" | "MANAGERS" | "MANAGERS_AND_REVIEWEE";
            /** @description Answers. */
            answers?: components["schemas"]["Answer"][];
        };
        /** @description Answer to one question. */
        Answer: {
            questionId?: components["schemas"]["FlexibleId"];
            questionRevisionId?: components["schemas"]["FlexibleId"];
            /** @description The overall question. */
            isOverall?: boolean;
            /**
             * Format: int32
             * @description Score from 1 to 50; null when unanswered.
             */
            score?: number | null;
            /** @description Text; null when unanswered. */
            answerText?: string | null;
            /** @description Marked irrelevant. */
            notApplicable?: boolean;
            /** @description Ids of the choices; null when none. */
            selectedOptions?: string[] | null;
        };
        /** @description Coaching data. */
        CoachingMetrics: {
            requestId?: components["schemas"]["RequestId"];
            /** @description One entry per manager. */
            coachingData?: components["schemas"]["CoachingMetricsData"][];
        };
        /** @description Coaching data of one manager. */
        CoachingMetricsData: {
            manager?: components["schemas"]["CoachingUser"];
            /** @description One entry per direct report. */
            directReportsMetrics?: components["schemas"]["CoachingRepData"][];
        };
        /** @description A person in coaching data. */
        CoachingUser: {
            /** @description User. */
            id?: components["schemas"]["GongId"];
            /** @description Email. */
            emailAddress?: string;
            /** @description First name. */
            firstName?: string | null;
            /** @description Last name. */
            lastName?: string | null;
            /** @description Job title. */
            title?: string | null;
        };
        /** @description Measures of one report. */
        CoachingRepData: {
            report?: components["schemas"]["CoachingUser"];
            /** @description Map from measure name to a list of distinct strings; the names are not documented. */
            metrics?: {
                [key: string]: string[];
            };
        };
        /** @description Page of log entries. */
        LogsResponse: {
            requestId?: components["schemas"]["RequestId"];
            records?: components["schemas"]["Records"];
            /** @description Log entries. */
            logEntries?: components["schemas"]["LogEntry"][];
        };
        /** @description A log entry. Members without a value are left out rather than null. */
        LogEntry: {
            /** @description Actor. */
            userId?: components["schemas"]["GongId"];
            /** @description Email of the actor. */
            userEmailAddress?: string;
            /** @description Name of the actor. */
            userFullName?: string;
            /** @description Impersonator, if any. */
            impersonatorUserId?: components["schemas"]["GongId"];
            /** @description Email of the impersonator, if any. */
            impersonatorEmailAddress?: string;
            /** @description Name of the impersonator, if any. */
            impersonatorFullName?: string;
            /** @description Company of the impersonator, if any. */
            impersonatorCompanyId?: components["schemas"]["GongId"];
            /**
             * Format: date-time
             * @description When logged.
             */
            eventTime?: string;
            /** @description Details, whose members depend on the log type. A recorded UserActivityLog entry held auditId, tableChanges, customData, remoteCallsAuditData, action, httpRequest and workspaceId. */
            logRecord?: {
                [key: string]: unknown;
            };
        };
        /** @description Content was viewed. Members flagged x-gong-undescribed are in the reference without a word of explanation. */
        ContentViewedEvent: {
            /** @description Constant id of the sending system. */
            reportingSystem: string;
            /**
             * Format: date-time
             * @description When it happened.
             */
            eventTimestamp: string;
            /** @description Id of the event in the sending system. */
            eventId?: string;
            /** @description Content id in the sending system. */
            contentId: string;
            /** @description Link that was opened. */
            contentUrl: string;
            /** @description Content title. */
            contentTitle: string;
            /** @description Label of the action, e.g. Document Viewed. */
            viewActionTitle?: string;
            /** @description Share the view stems from. */
            shareId?: string;
            /** @description Page with more about the event. */
            viewInfoUrl?: string;
            /** @description Who viewed. */
            viewer?: components["schemas"]["Actor"];
            /** @description CRM links. */
            crmContext?: components["schemas"]["CallUploadContext"][];
            /** @description Further facts about the content. */
            contentProperties?: components["schemas"]["GenericProperty"][];
            /** @description Further facts about the event. */
            eventProperties?: components["schemas"]["GenericProperty"][];
            /** @description Browser user agent. */
            userAgent?: string;
            /** @description Bundle or package id of a mobile app. */
            mobileAppId?: string;
            /**
             * @description Platform. The reference spells the whole list as one enum value.
             * @enum {string}
             */
            agentPlatform?: "Windows" | "Linux" | "MacOS" | "iOS" | "Android";
            /** @description Target workspace; omitted means Gong picks one. */
            workspaceId?: components["schemas"]["GongId"];
            /** @description Tracking id of the person; must be null when viewer is sent. */
            trackingId?: string;
            nonCompanyParticipants?: components["schemas"]["Actor"][];
            moreInfoUrl?: string;
            actionName?: string;
            sharer?: components["schemas"]["Sharer"];
            sharingMessageSubject?: string;
            sharingMessageBody?: string;
        };
        /** @description Content was shared by a Gong user. */
        ContentSharedEvent: {
            /** @description Constant id of the sending system. */
            reportingSystem: string;
            /**
             * Format: date-time
             * @description When it happened.
             */
            eventTimestamp: string;
            /** @description Id of the event in the sending system. */
            eventId?: string;
            /** @description Content id in the sending system. */
            contentId: string;
            /** @description Link that was shared. */
            contentUrl: string;
            /** @description Content title. */
            contentTitle: string;
            /** @description Id of the share. */
            shareId?: string;
            /** @description Page with more about the event. */
            shareInfoUrl?: string;
            /** @description Subject of the message. */
            sharingMessageSubject?: string;
            /** @description Body of the message; HTML is sanitized on display. */
            sharingMessageBody?: string;
            /** @description Who shared. */
            sharer?: components["schemas"]["Sharer"];
            /** @description Who received it; email is mandatory here. */
            recipients?: components["schemas"]["Actor"][];
            /** @description CRM links. */
            crmContext?: components["schemas"]["CallUploadContext"][];
            /** @description Further facts about the content. */
            contentProperties?: components["schemas"]["GenericProperty"][];
            /** @description Further facts about the event. */
            eventProperties?: components["schemas"]["GenericProperty"][];
            /** @description Target workspace; omitted means Gong picks one. */
            workspaceId?: components["schemas"]["GongId"];
            /** @description Label of the action, e.g. Document Sent. */
            actionName?: string;
            nonCompanyParticipants?: components["schemas"]["Actor"][];
            moreInfoUrl?: string;
            trackingId?: string;
            mobileAppId?: string;
            agentPlatform?: string;
            userAgent?: string;
        };
        /** @description Some other action on content, such as signing. */
        CustomActionEvent: {
            /** @description Constant id of the sending system. */
            reportingSystem: string;
            /**
             * Format: date-time
             * @description When it happened.
             */
            eventTimestamp: string;
            /** @description Id of the event in the sending system. */
            eventId?: string;
            /** @description Content id in the sending system. */
            contentId?: string;
            /** @description Link of the content. */
            contentUrl?: string;
            /** @description Content title. */
            contentTitle?: string;
            /** @description Label of the action. */
            actionName?: string;
            /** @description Page with more about the event. */
            eventInfoUrl?: string;
            /** @description Who acted. */
            actor?: components["schemas"]["Actor"];
            /** @description CRM links. */
            crmContext?: components["schemas"]["CallUploadContext"][];
            /** @description Further facts about the content. */
            contentProperties?: components["schemas"]["GenericProperty"][];
            /** @description Further facts about the event. */
            eventProperties?: components["schemas"]["GenericProperty"][];
            /** @description Browser user agent. */
            userAgent?: string;
            /** @description Bundle or package id of a mobile app. */
            mobileAppId?: string;
            /**
             * @description Platform. The reference spells the whole list as one enum value.
             * @enum {string}
             */
            agentPlatform?: "Windows" | "Linux" | "MacOS" | "iOS" | "Android";
            /** @description Target workspace; omitted means Gong picks one. */
            workspaceId?: components["schemas"]["GongId"];
            nonCompanyParticipants?: components["schemas"]["Actor"][];
            moreInfoUrl?: string;
            sharer?: components["schemas"]["Sharer"];
            sharingMessageSubject?: string;
            shareId?: string;
            trackingId?: string;
            sharingMessageBody?: string;
        };
        /** @description Outside person in an event. */
        Actor: {
            /** @description Email. */
            email?: string;
            /** @description Name. */
            name?: string;
            /** @description Job title. */
            title?: string;
            /** @description CRM links of the person. */
            context?: components["schemas"]["PartyUploadContext"][];
        };
        /** @description Gong user who shared content. */
        Sharer: {
            /** @description Gong user id. */
            id?: string;
            /** @description Email. */
            email?: string;
            /** @description Name. */
            name?: string;
        };
        /** @description Named extra value. */
        GenericProperty: {
            /** @description Name. */
            name: string;
            /** @description Value, written as dataType demands. */
            value: string;
            /**
             * @description Type. The reference spells the whole list as one enum value.
             * @enum {string}
             */
            dataType: "number" | "string" | "url" | "date";
        };
        /** @description Acknowledgement of an engagement event. */
        EngagementEventResponse: {
            requestId?: components["schemas"]["RequestId"];
            /**
             * Format: int64
             * @description Documented because the reference reuses the CRM-registration response; parse as 64-bit if it ever appears.
             */
            integrationId?: number;
        };
        /** @description A digital interaction. */
        DigitalInteractionRequest: {
            /** @description Deduplication key from the provider. */
            eventId: string;
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            /** @description What was done, in the words of the provider, e.g. page viewed. */
            eventType: string;
            /** @description Sending product, or the company when integrating directly. */
            sourceSystemName?: string;
            /** @description Ties related events together. */
            sessionId?: string;
            /**
             * @description Device used.
             * @enum {string}
             */
            device?: "MOBILE" | "PC";
            /** @description What was engaged with. */
            content: components["schemas"]["DigitalContent"];
            /** @description Who did it; leave out when trackingId is sent. */
            person?: components["schemas"]["Person"];
            /** @description Further facts about the event. */
            customFields?: components["schemas"]["CustomField"][];
            /** @description Tracking id of the person; leave out when person is sent. */
            trackingId?: string;
        };
        /** @description Content of a digital interaction. */
        DigitalContent: {
            /** @description Id at the provider. */
            contentId?: string;
            /** @description Title. */
            contentTitle: string;
            /** @description Tags. */
            contentLabel?: string[];
            /** @description Link. */
            contentUrl?: string;
            /** @description Link to analysis or details. */
            contentAdditionalInfoUrl?: string;
            numericContentDetails?: components["schemas"]["NumericContentDetails"];
            stepContentDetails?: components["schemas"]["StepContentDetails"];
            searchObjectDetails?: components["schemas"]["SearchObjectDetails"];
            /** @description Further facts about the content. */
            contentCustomFields?: components["schemas"]["CustomField"][];
        };
        /** @description Numeric result, such as an NPS score. */
        NumericContentDetails: {
            /**
             * Format: int32
             * @description Value reached.
             */
            value?: number;
            /**
             * Format: int32
             * @description Lowest possible.
             */
            rangeFrom: number;
            /**
             * Format: int32
             * @description Highest possible.
             */
            rangeTo: number;
            /**
             * @description Meaning of the number.
             * @enum {string}
             */
            numericType?: "PERCENTAGE" | "NPS" | "RATING" | "OTHER";
        };
        /** @description Progress through steps. */
        StepContentDetails: {
            /** @description Current step. */
            value: string;
            /** @description All steps. */
            availableSteps: string[];
        };
        /** @description Entity that was searched for or compared. */
        SearchObjectDetails: {
            /** @description Name of the entity. */
            name: string;
            /**
             * @description Kind of entity.
             * @enum {string}
             */
            objectType: "VENDOR" | "PRODUCT" | "CATEGORY";
            /** @description Domain. */
            domain: string;
            /** @description Id at the provider. */
            objectId?: string;
            /** @description Link at the provider. */
            url?: string;
        };
        /** @description Named extra value. */
        CustomField: {
            /** @description Name. */
            name: string;
            /** @description Value. */
            value: string;
            /**
             * @description Type; durations are in seconds.
             * @default STRING
             * @enum {string}
             */
            dataType: "STRING" | "NUMBER" | "DATE" | "URL" | "BOOLEAN" | "DURATION";
        };
        /** @description Person behind a digital interaction. */
        Person: {
            /** @description Name. */
            name?: string;
            /** @description Email; used to associate the event. */
            email?: string;
            /** @description Phone; used to associate the event. */
            phoneNumber?: string;
            /** @description Id at the provider; mandatory for an anonymous person, that is one without name, email, phone and CRM record. */
            personId?: string;
            personBusinessContext?: components["schemas"]["PersonBusinessContext"];
            location?: components["schemas"]["Location"];
            company?: components["schemas"]["Company"];
            /** @description Further facts about the person. */
            personCustomFields?: components["schemas"]["CustomField"][];
        };
        /** @description CRM record of the person. */
        PersonBusinessContext: {
            /**
             * @description Record type.
             * @enum {string}
             */
            objectType: "CONTACT" | "LEAD";
            /** @description Record id. */
            objectId: string;
            /** @description System name. */
            systemName?: string;
        };
        /** @description Where the person is. */
        Location: {
            /** @description ISO 3166 country, or free text. */
            country?: string;
            /** @description ISO 3166-2 state, or free text. */
            state?: string;
            /** @description ISO 3166-2 region, or free text. */
            region?: string;
            /** @description City. */
            city?: string;
        };
        /** @description Employer of the person. Give a domain or a CRM account or deal. */
        Company: {
            /** @description Id at the provider. */
            companyId?: string;
            /** @description Name. */
            name?: string;
            /** @description Domain; mandatory for an anonymous person. */
            domain?: string;
            /** @description CRM records; needed when there is no domain. */
            companyBusinessContexts?: components["schemas"]["CompanyBusinessContext"][];
        };
        /** @description CRM record of the company. */
        CompanyBusinessContext: {
            /**
             * @description Record type.
             * @enum {string}
             */
            objectType: "ACCOUNT" | "OPPORTUNITY";
            /** @description Record id. */
            objectId: string;
            /** @description System name. */
            systemName?: string;
        };
        AccountDto: {
            crmId?: string;
            name?: string;
            crmUrl?: string;
        };
        AnswerSectionDto: {
            /** @description Text parts of the answer. */
            answerItems?: string[];
            emailFindings?: components["schemas"]["EmailFindingDto"][];
            callFindings?: components["schemas"]["EntityCallFindingDto"][];
        };
        AskEntityResponse: {
            /**
             * @description Server-assigned id of this request, for support.
             * @example 4al018gzaztcr8nbukw
             */
            requestId?: string;
            /** Format: int32 */
            numOfCallsSearched?: number;
            /** Format: int32 */
            numOfEmailsSearched?: number;
            answer?: components["schemas"]["AnswerSectionDto"][];
        };
        AssignFlowRequestV2: {
            /** @description CRM ids of contacts or leads. */
            crmProspectsIds: string[];
            flowId: string;
            /** @description Email of the Gong user owning the resulting to-dos. */
            flowInstanceOwnerEmail: string;
            overrides?: components["schemas"]["AssignOverrides"];
            /** @description Beta. */
            flowInstanceDescription?: string;
        };
        /** @description A 200 may mix successes and failures. */
        AssignFlowResponse: {
            /**
             * @description Server-assigned id of this request, for support.
             * @example 4al018gzaztcr8nbukw
             */
            requestId?: string;
            prospectsAssigned?: components["schemas"]["PublicApiAssignedFlow"][];
            prospectsNotAssigned?: components["schemas"]["AssignedFlowFailure"][];
        };
        /** @description Beta. */
        AssignOverrides: {
            steps?: components["schemas"]["PublicApiStepContentOverride"][];
            /** @description Applied to the whole flow. */
            flowInstanceVariables?: components["schemas"]["PublicApiVariableValueOverride"][];
            /** @description True ignores the cool-off period. */
            coolOffOverride?: boolean;
        };
        AssignedFlowFailure: {
            flowId?: string;
            crmProspectId?: string;
            /** @enum {string} */
            errorCode?: "InvalidArgument" | "InvalidState" | "UnexpectedError";
            errorMessage?: string;
        };
        AsyncProcessingResponse: {
            /**
             * @description Server-assigned id of this request, for support.
             * @example 4al018gzaztcr8nbukw
             */
            requestId?: string;
            /** @description Echo of the caller's id, used to poll the outcome. */
            clientRequestId?: string;
        };
        BriefCallFindingDto: {
            call?: components["schemas"]["CallInfoDto"];
        };
        BriefSectionDto: {
            /** @description Left out when empty. */
            title?: string;
            sectionSummary?: string[];
            conversationFindings?: components["schemas"]["ConversationFindingsDto"];
            /** @enum {string} */
            briefSectionType?: "Conversations" | "Web" | "CrmOrGongData" | "McpConnection";
            webFindings?: components["schemas"]["WebFindingDto"][];
            mcpResult?: components["schemas"]["McpResultDto"];
        };
        /** @description Whose calls. */
        CallAccessWithPermissionLevel: {
            /**
             * @description Reach of the permission.
             * @enum {string}
             */
            permissionLevel?: "all" | "managers-team" | "report-to-them" | "own" | "none";
            /** @description User ids that fill the managers-team level; null otherwise. */
            teamLeadIds?: string[] | null;
        };
        CallInfoDto: {
            id?: string;
            title?: string;
            /** Format: date-time */
            started?: string;
            url?: string;
        };
        CallReference: {
            /** @description Numeric call id, up to 20 digits. */
            id?: string;
            /** @description Free text such as COMPLETED. */
            status?: string;
            externalSystems?: components["schemas"]["ExternalSystem"][];
        };
        /** @description Whose coaching data. */
        CoachingAccessWithPermissionLevel: {
            /**
             * @description Reach of the permission.
             * @enum {string}
             */
            permissionLevel?: "all" | "managers-team" | "report-to-them" | "own" | "none";
            /** @description User ids that fill the managers-team level; null otherwise. */
            teamLeadIds?: string[] | null;
        };
        ConnectionResultDto: {
            name?: string;
            /** @enum {string} */
            status?: "SUCCESS" | "AUTH_REQUIRED" | "FAILED" | "NOT_CONNECTED" | "NO_MATCHING_TOOLS" | "NO_USER_CONTEXT" | "UNKNOWN";
        };
        ContactCrmData: {
            firstName?: string;
            lastName?: string;
            crmUrl?: string;
            companyName?: string;
            /** @enum {string} */
            affiliation?: "Us" | "Them" | "Unknown";
            emails?: components["schemas"]["ContactEmailDto"][];
            title?: string;
            /** @example US/Pacific */
            timezone?: string;
            phoneNumbers?: components["schemas"]["PersonPhoneDto"][];
            city?: string;
            country?: string;
            state?: string;
            zipcode?: string;
            optOutChannels?: ("CALLS" | "EMAILS" | "SMS_MESSAGES")[];
            linkedinProfile?: string;
        };
        ContactDto: {
            crmId?: string;
            /** @enum {string} */
            type?: "CONTACT" | "LEAD";
            data?: components["schemas"]["ContactCrmData"];
        };
        ContactEmailDto: {
            email?: string;
        };
        /** @description Present on Conversations sections. */
        ConversationFindingsDto: {
            callFindings?: components["schemas"]["BriefCallFindingDto"][];
            emailFindings?: components["schemas"]["EmailFindingDto"][];
        };
        /** @description A line of an upload of accounts. Members of the uploaded schema may stand beside these. */
        CrmAccountLine: {
            /** @description Id in the source CRM. */
            objectId: string;
            /** @description When the CRM changed it last; ISO-8601 without milliseconds. */
            modifiedDate: string;
            /**
             * @description True deletes it at Gong.
             * @default false
             */
            isDeleted: boolean;
            /** @description Page of the object in the source CRM. */
            url?: string;
            /** @description Name; by default Account_# and the id. */
            name?: string;
            /** @description Domains that tie activities to the account. */
            domains?: string[];
        } & {
            [key: string]: unknown;
        };
        /** @description A line of an upload of CRM users. */
        CrmBusinessUserLine: {
            /** @description Id in the source CRM. */
            objectId: string;
            /** @description When the CRM changed it last; ISO-8601 without milliseconds. */
            modifiedDate: string;
            /**
             * @description True deletes it at Gong.
             * @default false
             */
            isDeleted: boolean;
            /** @description Page of the object in the source CRM. */
            url?: string;
            /** @description Ties the CRM user to the Gong user; needed unless isDeleted. */
            emailAddress?: string;
        };
        /** @description A line of an upload of contacts. Members of the uploaded schema may stand beside these. */
        CrmContactLine: {
            /** @description Id in the source CRM. */
            objectId: string;
            /** @description When the CRM changed it last; ISO-8601 without milliseconds. */
            modifiedDate: string;
            /**
             * @description True deletes it at Gong.
             * @default false
             */
            isDeleted: boolean;
            /** @description Page of the object in the source CRM. */
            url?: string;
            /** @description Account of the contact. */
            accountId?: string;
            /** @description Ties activities to the person. */
            emailAddress?: string;
            /** @description First name. */
            firstName?: string;
            /** @description Last name. */
            lastName?: string;
            /** @description Job title. */
            title?: string;
            /** @description Ties telephony calls to the person. */
            phoneNumber?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description A line of an upload of deals. Members of the uploaded schema may stand beside these. */
        CrmDealLine: {
            /** @description Id in the source CRM. */
            objectId: string;
            /** @description When the CRM changed it last; ISO-8601 without milliseconds. */
            modifiedDate: string;
            /**
             * @description True deletes it at Gong.
             * @default false
             */
            isDeleted: boolean;
            /** @description Page of the object in the source CRM. */
            url?: string;
            /** @description Account of the deal; without it, the deal stays hidden. */
            accountId?: string;
            /** @description CRM user who owns the deal; without it, the deal misses the board. */
            ownerId?: string;
            /** @description Name; by default Deal_# and the id. */
            name?: string;
            /** @description When it was created; ISO-8601 without milliseconds. */
            createdDate?: string;
            /** @description Day of the close, known or expected; without it, the deal misses the board. */
            closeDate?: string;
            /**
             * @description Status.
             * @default OPEN
             * @enum {string}
             */
            status: "OPEN" | "WON" | "LOST";
            /** @description objectId of a stage. */
            stage?: string;
            /**
             * @description Amount in the default currency of the company.
             * @default 0
             */
            amount: number;
        } & {
            [key: string]: unknown;
        };
        /** @description A line of an upload of leads. Members of the uploaded schema may stand beside these. */
        CrmLeadLine: {
            /** @description Id in the source CRM. */
            objectId: string;
            /** @description When the CRM changed it last; ISO-8601 without milliseconds. */
            modifiedDate: string;
            /**
             * @description True deletes it at Gong.
             * @default false
             */
            isDeleted: boolean;
            /** @description Page of the object in the source CRM. */
            url?: string;
            /** @description Ties activities to the person. */
            emailAddress?: string;
            /** @description First name. */
            firstName?: string;
            /** @description Last name. */
            lastName?: string;
            /** @description Job title. */
            title?: string;
            /** @description Ties telephony calls to the person. */
            phoneNumber?: string;
            /** @description Deal that the lead became. */
            convertedToDealId?: string;
            /** @description Contact that the lead became. */
            convertedToContactId?: string;
            /** @description Account that the lead became. */
            convertedToAccountId?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description A stored field, as listed. Gong's machine document reuses GenericSchemaFieldRequest here; its example shows `name` and nulls. */
        CrmSchemaField: {
            /** @description Name per the machine document. */
            uniqueName?: string;
            /** @description Name per the prose example of the same operation. */
            name?: string;
            label?: string;
            /** @enum {string} */
            type?: "DATE" | "DATETIME" | "NUMBER" | "PERCENT" | "CURRENCY" | "ID" | "URL" | "STRING" | "BOOLEAN" | "PHONENUMBER" | "EMAILADDRESS" | "PICKLIST" | "REFERENCE" | "STRINGARRAY";
            lastModified?: string | null;
            isDeleted?: boolean;
            referenceTo?: string | null;
            orderedValueList?: string[] | null;
        };
        /** @description A line of an upload of stages. Gong's own example also sends modifiedDate. */
        CrmStageLine: {
            /** @description Id in the source CRM. */
            objectId: string;
            /** @description When the CRM changed it last; ISO-8601 without milliseconds. */
            modifiedDate?: string;
            /** @description Text shown in Gong. */
            name: string;
            /**
             * @description False keeps it for the deals in it, and offers it for no other.
             * @default true
             */
            isActive: boolean;
            /**
             * Format: int32
             * @description Place in the sales process, from 1.
             * @default 1
             */
            sortOrder: number;
        };
        CustomerData: {
            /** @enum {string} */
            system?: "Salesforce" | "HubSpot" | "MicrosoftDynamic" | "Generic";
            objects?: components["schemas"]["CustomerDataObject"][];
        };
        CustomerDataObject: {
            /** @description Numeric Gong id of the lead or contact. */
            id?: string;
            /** @enum {string} */
            objectType?: "Lead" | "Contact";
            /** @description CRM id. */
            externalId?: string;
            /** @description A JSON document encoded as a string (integrationId, crmObjectType, crmId). */
            mirrorId?: string;
            fields?: components["schemas"]["ContextField"][];
        };
        CustomerEngagement: {
            /** @description Listed values: contentShared, contentViewed, customEvent, digitalInteraction; Gong's own example uses ExternalCallViewing. */
            eventType?: string;
            /** Format: date-time */
            timestamp?: string;
            contentId?: string;
            contentUrl?: string;
            reportingSystem?: string;
            eventName?: string;
            sourceEventId?: string;
        };
        /** @description Whose deals. */
        DealsAccessWithPermissionLevel: {
            /**
             * @description Reach of the permission.
             * @enum {string}
             */
            permissionLevel?: "all" | "managers-team" | "report-to-them" | "own" | "none";
            /** @description User ids that fill the managers-team level; null otherwise. */
            teamLeadIds?: string[] | null;
        };
        EmailAddressReferences: {
            /**
             * @description Server-assigned id of this request, for support.
             * @example 4al018gzaztcr8nbukw
             */
            requestId?: string;
            emails?: components["schemas"]["EmailMessage"][];
            calls?: components["schemas"]["CallReference"][];
            meetings?: components["schemas"]["Meeting"][];
            /** @description Leads and contacts Gong stores from outside systems. */
            customerData?: components["schemas"]["CustomerData"][];
            customerEngagement?: components["schemas"]["CustomerEngagement"][];
        };
        EmailFindingDto: {
            emails?: components["schemas"]["EmailInfoDto"][];
        };
        EmailInfoDto: {
            id?: string;
            /** @description Subject. */
            title?: string;
            /** Format: date-time */
            sentDateTime?: string;
        };
        EmailMessage: {
            /** @description Sender. */
            from?: string;
            /** @description 32-character Gong id. */
            id?: string;
            /** @description ISO-8601, offset or Z, optional fraction. */
            sentTime?: string;
            /** @description Mailbox it was read from. */
            mailbox?: string;
            /** @description Hash of the message. */
            messageHash?: string;
        };
        /** @description Whose emails. */
        EmailsAccessWithPermissionLevel: {
            /**
             * @description Reach of the permission.
             * @enum {string}
             */
            permissionLevel?: "all" | "managers-team" | "report-to-them" | "own" | "none";
            /** @description User ids that fill the managers-team level; null otherwise. */
            teamLeadIds?: string[] | null;
        };
        EntityCallFindingDto: {
            call?: components["schemas"]["CallInfoDto"];
        };
        ExternalSystem: {
            /** @enum {string} */
            system?: "Salesforce" | "HubSpot" | "MicrosoftDynamic" | "Generic";
            objects?: components["schemas"]["ExternalSystemObject"][];
        };
        ExternalSystemObject: {
            /** @enum {string} */
            objectType?: "Conversation" | "Task";
            /** @description Id in the other system. */
            externalId?: string;
        };
        FlowAssignmentProspect: {
            /** @description Needed without crmId. */
            firstName?: string;
            /** @description Needed without crmId. */
            lastName?: string;
            email?: string;
            jobTitle?: string;
            linkedInUrl?: string;
            crmId?: string;
            accountCrmId?: string;
            companyName?: string;
        };
        FlowAssignmentResult: {
            prospect?: components["schemas"]["FlowAssignmentProspect"];
            /** @enum {string} */
            status?: "CRM_OPERATION_FAILED" | "FLOW_ASSIGNMENT_FAILED" | "ASSIGNED";
            crmId?: string;
            flowInstanceId?: string;
            /** @description Open set; REQUEST_LIMIT_EXCEEDED is Gong's example. */
            errorCode?: string;
            errorMessage?: string;
        };
        FlowDto: {
            /** Format: int64 */
            id?: number;
            name?: string;
            step?: components["schemas"]["StepDto"];
        };
        /** @description Shape taken from a recorded response; absent from Gong's machine document. */
        FlowFolder: {
            id?: string;
            name?: string;
            /** @description The four-letter string "null" was seen for a root folder. */
            parentFolderId?: string;
            /** @description The four-letter string "null" was seen for a built-in folder. */
            createdById?: string;
            /** @enum {string} */
            visibility?: "Company" | "Personal" | "Shared";
        };
        /** @description Name given here; Gong's machine document wrongly points at FlowsResponse. */
        FlowFoldersResponse: {
            /**
             * @description Server-assigned id of this request, for support.
             * @example 4al018gzaztcr8nbukw
             */
            requestId?: string;
            records?: components["schemas"]["Records"];
            flowsFolders?: components["schemas"]["FlowFolder"][];
        };
        FlowProspectsBulkAssignmentRequest: {
            flowInstanceOwnerEmail: string;
            flowId: string;
            prospects: components["schemas"]["FlowAssignmentProspect"][];
        };
        FlowProspectsBulkAssignmentResponse: {
            /**
             * @description Server-assigned id of this request, for support.
             * @example 4al018gzaztcr8nbukw
             */
            requestId?: string;
            /** @description Job id (a UUID in Gong's example). */
            id?: string;
            /** @enum {string} */
            status?: "PENDING" | "IN_PROGRESS" | "COMPLETED" | "FAILED";
            /** Format: int32 */
            totalCount?: number;
            /** Format: int32 */
            processedCount?: number;
            /** Format: int32 */
            successCount?: number;
            /** Format: int32 */
            failedCount?: number;
            results?: components["schemas"]["FlowAssignmentResult"][];
        };
        FlowStepsRequest: {
            flowIds?: string[];
        };
        FlowStepsResponse: {
            /**
             * @description Server-assigned id of this request, for support.
             * @example 4al018gzaztcr8nbukw
             */
            requestId?: string;
            flows?: components["schemas"]["PublicApiFlowWithSteps"][];
        };
        FlowsResponse: {
            /**
             * @description Server-assigned id of this request, for support.
             * @example 4al018gzaztcr8nbukw
             */
            requestId?: string;
            records?: components["schemas"]["Records"];
            flows?: components["schemas"]["PublicApiFlow"][];
        };
        /** @description Whose forecast submissions may be seen. */
        ForecastAccess: {
            /**
             * @description Reach of the permission.
             * @enum {string}
             */
            permissionLevel?: "all" | "managers-team" | "report-to-them" | "own" | "none";
            /** @description User ids that fill the managers-team level; null otherwise. */
            teamLeadIds?: string[] | null;
        };
        /** @description Whose forecast submissions may be edited. */
        ForecastEditSubmissions: {
            /**
             * @description Reach of the permission.
             * @enum {string}
             */
            permissionLevel?: "all" | "managers-team" | "report-to-them" | "own" | "none";
            /** @description User ids that fill the managers-team level; null otherwise. */
            teamLeadIds?: string[] | null;
        };
        /** @description Whose forecast targets may be edited. */
        ForecastEditTargets: {
            /**
             * @description Reach of the permission.
             * @enum {string}
             */
            permissionLevel?: "all" | "managers-team" | "report-to-them" | "own" | "none";
            /** @description User ids that fill the managers-team level; null otherwise. */
            teamLeadIds?: string[] | null;
        };
        ForecastPermissions: {
            forecastAccess?: components["schemas"]["ForecastAccess"];
            forecastEditSubmissions?: components["schemas"]["ForecastEditSubmissions"];
            forecastEditTargets?: components["schemas"]["ForecastEditTargets"];
        };
        GenerateBriefResponse: {
            /**
             * @description Server-assigned id of this request, for support.
             * @example 4al018gzaztcr8nbukw
             */
            requestId?: string;
            /** Format: int32 */
            numOfCallsSearched?: number;
            /** Format: int32 */
            numOfEmailsSearched?: number;
            briefSections?: components["schemas"]["BriefSectionDto"][];
        };
        GenericCrmIntegration: {
            /**
             * Format: int64
             * @description 64-bit id sent as a bare JSON number, larger than 2^53. Parse without loss.
             * @example 5517027188234206000
             */
            integrationId?: number;
            /**
             * @description Person responsible for the integration.
             * @example joe.doe@acme.com
             */
            ownerEmail?: string;
            /**
             * @description Display name.
             * @example ACME Sandbox
             */
            name?: string;
        };
        GenericCrmRegistrationRequest: {
            /** @description Person responsible for the integration. */
            ownerEmail: string;
            /** @description Display name. */
            name: string;
        };
        /** @description One custom field of a CRM object type. */
        GenericSchemaFieldRequest: {
            /**
             * @description Field name in the source CRM.
             * @example accountowner
             */
            uniqueName: string;
            /**
             * @description Text shown in the Gong UI.
             * @example Account Owner
             */
            label: string;
            /**
             * @description Case-sensitive. Changing it replaces the field and drops its stored values.
             * @enum {string}
             */
            type: "DATE" | "DATETIME" | "NUMBER" | "PERCENT" | "CURRENCY" | "ID" | "URL" | "STRING" | "BOOLEAN" | "PHONENUMBER" | "EMAILADDRESS" | "PICKLIST" | "REFERENCE" | "STRINGARRAY";
            /**
             * @description ISO-8601 instant without milliseconds.
             * @example 2020-12-17T13:45:01Z
             */
            lastModified?: string;
            /** @description True removes the field and its value on every object. */
            isDeleted?: boolean;
            /**
             * @description Needed for REFERENCE: ACCOUNT, CONTACT, DEAL, LEAD or USER.
             * @example USER
             */
            referenceTo?: string;
            /** @description Needed for PICKLIST: the allowed values, in order. */
            orderedValueList?: string[];
        };
        GetGenericCrmObjectsResponse: {
            /**
             * @description Server-assigned id of this request, for support.
             * @example 4al018gzaztcr8nbukw
             */
            requestId?: string;
            /** @description CRM id to that object's fields; null when the id is unknown. */
            crmObjectsMap?: {
                [key: string]: {
                    [key: string]: unknown;
                } | null;
            };
        };
        /** @description Whose insights. */
        InsightsAccessWithPermissionLevel: {
            /**
             * @description Reach of the permission.
             * @enum {string}
             */
            permissionLevel?: "all" | "managers-team" | "report-to-them" | "own" | "none";
            /** @description User ids that fill the managers-team level; null otherwise. */
            teamLeadIds?: string[] | null;
        };
        /** @description Shape seen in one recorded response; name given here. */
        IntegrationSettingsGetResponse: {
            /**
             * @description Server-assigned id of this request, for support.
             * @example 4al018gzaztcr8nbukw
             */
            requestId?: string;
            integrationSettings?: {
                /** @description Base64-looking opaque id. */
                id?: string;
            } & {
                [key: string]: unknown;
            };
        };
        IntegrationSettingsRequest: {
            integrationTypeSettings: components["schemas"]["IntegrationTypeSettings"][];
        };
        IntegrationTypeSettings: {
            /** @enum {string} */
            integrationType: "EMAIL_COMPOSER" | "ACCOUNT_PAGES" | "DIALER";
            /**
             * @description Origin allowed as iframe source.
             * @example https://acme.partner.com
             */
            allowedOrigin: string;
        };
        LibraryFolderAccess: {
            /**
             * @description Required by Gong's prose.
             * @enum {string}
             */
            permissionLevel?: "none" | "all" | "specific-folders";
            /** @description Only with a level other than none. */
            libraryFolderIds?: string[] | null;
            /** @description Only with a level other than none. */
            managePublicFolder?: boolean;
            /** @description Only with a level other than none. */
            manageStreams?: boolean;
            /** @description Only with a level other than none. */
            manageFolderCalls?: boolean;
            /** @description Only with a level other than none. */
            shareFoldersAndStreams?: boolean;
        };
        LineErrorResponse: {
            /**
             * Format: int32
             * @description One-based line of the uploaded file; 0 means the file as a whole failed.
             */
            line?: number;
            /**
             * @description What was wrong.
             * @example Mandatory field [objectId] is missing or empty
             */
            description?: string;
        };
        ListGenericCrmIntegrationsResponse: {
            /**
             * @description Server-assigned id of this request, for support.
             * @example 4al018gzaztcr8nbukw
             */
            requestId?: string;
            /** @description Zero or one entry. */
            integrations?: components["schemas"]["GenericCrmIntegration"][];
        };
        ListReminderRequest: {
            filter: components["schemas"]["ReminderFilter"];
        };
        ListSelectedFieldsResponse: {
            /**
             * @description Server-assigned id of this request, for support.
             * @example 4al018gzaztcr8nbukw
             */
            requestId?: string;
            /** @description Object type to its fields. */
            objectTypeToSelectedFields?: {
                [key: string]: components["schemas"]["CrmSchemaField"][];
            };
        };
        /** @description Present on McpConnection sections. */
        McpResultDto: {
            connections?: components["schemas"]["ConnectionResultDto"][];
            servers?: string[];
            /** @enum {string} */
            mcpStatus?: "SUCCESS" | "FAILURE" | "CONNECTION_ERROR";
            /** @description Absent on SUCCESS. */
            errorMessage?: string;
        };
        Meeting: {
            /** @description Gong meeting id. */
            id?: string;
        };
        /** @description RFC 6749 shape as reported by integrators. */
        OAuthError: {
            /** @example invalid_grant */
            error?: string;
            error_description?: string;
        };
        OAuthTokenResponse: {
            /** @description Bearer token, one day by default. */
            access_token: string;
            /** @description Single use: each refresh returns a new one. */
            refresh_token: string;
            /** @example bearer */
            token_type?: string;
            /** @description Seconds. */
            expires_in: number;
            /** @description Space-separated scopes granted. */
            scope?: string;
            /**
             * Format: uri
             * @description The only host this token works on.
             * @example https://company-17.api.gong.io
             */
            api_base_url_for_customer: string;
        };
        /** @description Every member is a string, amount and probability included. */
        OpportunityDto: {
            crmId?: string;
            name?: string;
            crmUrl?: string;
            status?: string;
            stage?: string;
            amount?: string;
            probability?: string;
            closeDate?: string;
        };
        /** @description One permission profile: scoped accesses plus a flat set of capability flags. */
        PermissionProfileDTO: {
            /** @description Numeric profile id, up to 20 digits, as a string. */
            id?: string;
            name?: string;
            description?: string;
            callsAccess?: components["schemas"]["CallAccessWithPermissionLevel"];
            libraryFolderAccess?: components["schemas"]["LibraryFolderAccess"];
            dealsAccess?: components["schemas"]["DealsAccessWithPermissionLevel"];
            forecastPermissions?: components["schemas"]["ForecastPermissions"];
            coachingAccess?: components["schemas"]["CoachingAccessWithPermissionLevel"];
            insightsAccess?: components["schemas"]["InsightsAccessWithPermissionLevel"];
            usageAccess?: components["schemas"]["UsageAccessWithPermissionLevel"];
            emailsAccess?: components["schemas"]["EmailsAccessWithPermissionLevel"];
            scoreCalls?: boolean;
            overrideScore?: boolean;
            downloadCallMedia?: boolean;
            shareCallsWithCustomers?: boolean;
            manuallyScheduleAndUploadCalls?: boolean;
            privateCalls?: boolean;
            deleteCalls?: boolean;
            trimCalls?: boolean;
            listenInCalls?: boolean;
            deleteEmails?: boolean;
            callsAndSearch?: boolean;
            library?: boolean;
            deals?: boolean;
            createEditAndDeleteDealsBoards?: boolean;
            dealsInlineEditing?: boolean;
            account?: boolean;
            coaching?: boolean;
            usage?: boolean;
            teamStats?: boolean;
            initiatives?: boolean;
            market?: boolean;
            activity?: boolean;
            forecast?: boolean;
            forecastManage?: boolean;
            engageManageCompanyTemplates?: boolean;
            engageManageCompanySequences?: boolean;
            engageCreateAndManageRulesets?: boolean;
            engageSnoozeFlowToDosForOthers?: boolean;
            engageAllowCrmFieldsViewChange?: boolean;
            viewEngageAnalyticsActivity?: boolean;
            viewEngageAnalyticsPerformance?: boolean;
            viewEngageAnalyticsFlows?: boolean;
            manageGeneralBusinessSettings?: boolean;
            manageScorecards?: boolean;
            exportCallsAndCoachingDataToCSV?: boolean;
            crmDataInlineEditing?: boolean;
            crmDataImport?: boolean;
            viewRevenueAnalytics?: boolean;
            manageRevenueAnalytics?: boolean;
            engageReassignFlowToDosToOthers?: boolean;
            engageAssignFlowToDosToOthers?: boolean;
            dealsDataExport?: boolean;
            aiBuilder?: boolean;
            orchestrateCreateAndManagePlays?: boolean | null;
        };
        PermissionProfileResponse: {
            /**
             * @description Server-assigned id of this request, for support.
             * @example 4al018gzaztcr8nbukw
             */
            requestId?: string;
            profile?: components["schemas"]["PermissionProfileDTO"];
        };
        PermissionProfileUsersResponse: {
            /**
             * @description Server-assigned id of this request, for support.
             * @example 4al018gzaztcr8nbukw
             */
            requestId?: string;
            users?: components["schemas"]["UserSimpleMetadata"][];
        };
        PermissionProfilesResponse: {
            /**
             * @description Server-assigned id of this request, for support.
             * @example 4al018gzaztcr8nbukw
             */
            requestId?: string;
            profiles?: components["schemas"]["PermissionProfileDTO"][];
        };
        PersonPhoneDto: {
            raw?: string;
            extension?: string;
            /** Format: int32 */
            countryCode?: number;
            normalized?: string;
            label?: string;
            isVerified?: boolean;
        };
        PhoneNumberReferences: {
            /**
             * @description Server-assigned id of this request, for support.
             * @example 4al018gzaztcr8nbukw
             */
            requestId?: string;
            emails?: components["schemas"]["EmailMessage"][];
            calls?: components["schemas"]["CallReference"][];
            meetings?: components["schemas"]["Meeting"][];
            /** @description Leads and contacts Gong stores from outside systems. */
            customerData?: components["schemas"]["CustomerData"][];
            /** @description The number as asked. */
            suppliedPhoneNumber?: string;
            matchingPhoneNumbers?: string[];
            /** @description Addresses reached through the matched people. */
            emailAddresses?: string[];
        };
        Priority: {
            /** Format: int64 */
            id?: number;
            /** @example high */
            name?: string;
            /**
             * Format: int32
             * @description Higher weighs more.
             */
            weight?: number;
        };
        /** @description Give one of the two lists. */
        ProspectsAssignedFlowsRequestV2: {
            /** @description Returns only open assignments. */
            crmProspectsIds?: string[];
            /** @description Returns assignments in any state. */
            flowInstanceIds?: string[];
        };
        ProspectsFlowsResponse: {
            /**
             * @description Server-assigned id of this request, for support.
             * @example 4al018gzaztcr8nbukw
             */
            requestId?: string;
            prospectsAssigned?: components["schemas"]["PublicApiAssignedFlow"][];
        };
        PublicApiAssignedFlow: {
            flowId?: string;
            flowName?: string;
            crmProspectId?: string;
            /** @description Id of this prospect's run of the flow. */
            flowInstanceId?: string;
            flowInstanceOwnerEmail?: string;
            flowInstanceOwnerFullName?: string;
            /** @description ISO-8601. */
            flowInstanceCreateDate?: string;
            /** @enum {string} */
            flowInstanceStatus?: "Pending" | "Running" | "Paused" | "FinishedNoReply" | "FinishedResponse" | "Finished";
            workspaceId?: string;
            exclusive?: boolean;
        };
        PublicApiFlow: {
            /** @description Flow id. */
            id?: string;
            name?: string;
            folderId?: string;
            folderName?: string;
            /** @enum {string} */
            visibility?: "Company" | "Personal" | "Shared";
            /** @description ISO-8601. */
            creationDate?: string;
            /** @description True when a prospect in this flow may not be in another. */
            exclusive?: boolean;
        };
        PublicApiFlowStep: {
            id?: string;
            /**
             * Format: int32
             * @description From 1; the number the assign call overrides by.
             */
            stepOrder?: number;
            /** @enum {string} */
            action?: "SEND_EMAIL" | "AUTO_SEND_EMAIL" | "CALL" | "LINKEDIN_CONNECT" | "LINKEDIN_MESSAGE" | "CUSTOM";
            subject?: string;
            body?: string;
            /** @description True when it continues an earlier thread. */
            isReply?: boolean;
        };
        PublicApiFlowWithSteps: {
            /** @description Flow id. */
            id?: string;
            name?: string;
            folderId?: string;
            /** @enum {string} */
            visibility?: "Company" | "Personal" | "Shared";
            /** @description ISO-8601. */
            creationDate?: string;
            /** @description True when a prospect in this flow may not be in another. */
            exclusive?: boolean;
            description?: string;
            steps?: components["schemas"]["PublicApiFlowStep"][];
        };
        PublicApiStepContentOverride: {
            /**
             * Format: int32
             * @description Step number, from 1.
             */
            number: number;
            /** @description May hold {{variables}}. */
            subject?: string;
            /** @description HTML; may hold {{variables}}. */
            body?: string;
        };
        PublicApiVariableValueOverride: {
            /** @description Such as recipient.first_name. */
            name: string;
            value: string;
        };
        RegisterGenericCrmResponse: {
            /**
             * @description Server-assigned id of this request, for support.
             * @example 4al018gzaztcr8nbukw
             */
            requestId?: string;
            /**
             * Format: int64
             * @description Id to send with every later CRM call. Exceeds 2^53; parse without loss.
             * @example 5517027188234206000
             */
            integrationId?: number;
        };
        ReminderDataDto: {
            /**
             * Format: int64
             * @description Task id: a JSON number, beyond 2^53.
             */
            id?: number;
            /**
             * Format: int64
             * @description A JSON number here, a string in requests.
             */
            userId?: number;
            /** Format: date-time */
            created?: string;
            /** Format: date-time */
            updated?: string;
            /** @enum {string} */
            status?: "OPEN" | "DONE" | "DISMISSED";
            /** @enum {string} */
            type?: "FLOW" | "MANUAL";
            actions?: "CALL"[];
            account?: components["schemas"]["AccountDto"];
            opportunity?: components["schemas"]["OpportunityDto"];
            /** Format: date-time */
            dueDate?: string;
            flow?: components["schemas"]["FlowDto"];
            contact?: components["schemas"]["ContactDto"];
            additionalContacts?: components["schemas"]["ContactDto"][];
            /** @description Only on MANUAL tasks. */
            title?: string;
            priority?: components["schemas"]["Priority"];
        };
        ReminderFilter: {
            /** @description Owner of the tasks. */
            userId: string;
            workspaceId?: string;
            types: ("FLOW" | "MANUAL")[];
            taskAction: "CALL"[];
            /** @description Gong's text names OPEN as the valid option; the enum has three values. */
            status: ("OPEN" | "DONE" | "DISMISSED")[];
        };
        RequestStatusResponse: {
            /**
             * @description Server-assigned id of this request, for support.
             * @example 4al018gzaztcr8nbukw
             */
            requestId?: string;
            /** @enum {string} */
            status?: "PENDING" | "IN_PROGRESS" | "DONE" | "FAILED";
            /** @description At most 20 entries. */
            errors?: components["schemas"]["LineErrorResponse"][];
            /**
             * Format: int32
             * @description Objects that could not be parsed.
             */
            totalErrorCount?: number;
            /**
             * Format: int32
             * @description Objects accepted.
             */
            totalSuccessCount?: number;
        };
        SchemaUpdateResponse: {
            /**
             * @description Server-assigned id of this request, for support.
             * @example 4al018gzaztcr8nbukw
             */
            requestId?: string;
        };
        StepDto: {
            /** Format: int64 */
            id?: number;
            name?: string;
            /** Format: int64 */
            stepNumber?: number;
        };
        /** @description Success shape unverified; only requestId is assumed. */
        TargetAssignmentsUploadResponse: {
            /**
             * @description Server-assigned id of this request, for support.
             * @example 4al018gzaztcr8nbukw
             */
            requestId?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description Members taken from a public connector built against Gong's July-August 2026 document; enums and nullability unverified. */
        TargetDefinition: {
            id?: string;
            name?: string | null;
            description?: string | null;
            /** @description Values unverified. */
            type?: string | null;
            /** @description Values unverified. */
            unit?: string | null;
            /** @description Values unverified. */
            hierarchyType?: string | null;
            /** Format: date-time */
            createdDateTime?: string | null;
        } & {
            [key: string]: unknown;
        };
        TargetDefinitionsResponse: {
            /**
             * @description Server-assigned id of this request, for support.
             * @example 4al018gzaztcr8nbukw
             */
            requestId?: string;
            targets?: components["schemas"]["TargetDefinition"][];
        };
        UnassignFlowsRequest: {
            flowInstanceIds: string[];
            /** @description Gong user asking, not the prospect. */
            unassignedByUserEmail?: string;
        };
        UnassignFlowsResponse: {
            /**
             * @description Server-assigned id of this request, for support.
             * @example 4al018gzaztcr8nbukw
             */
            requestId?: string;
            /** @description Only those really removed. */
            unassignedFlowInstanceIds?: string[];
        };
        UnassignProspectFlowsRequest: {
            crmProspectId: string;
            /** @description Leave out to remove from every flow. */
            flowId?: string;
            /** @description Gong user asking, not the prospect. */
            unassignedByUserEmail?: string;
        };
        UpdateReminderRequest: {
            /** @description Owner of the task. */
            userId: string;
            /** @enum {string} */
            status?: "OPEN" | "DONE" | "DISMISSED";
            /** Format: date-time */
            dueDate?: string;
            /** @description Free string here (Gong's example MEDIUM), an object in responses. */
            priority?: string;
        };
        /** @description Whose usage data. */
        UsageAccessWithPermissionLevel: {
            /**
             * @description Reach of the permission.
             * @enum {string}
             */
            permissionLevel?: "all" | "managers-team" | "report-to-them" | "own" | "none";
            /** @description User ids that fill the managers-team level; null otherwise. */
            teamLeadIds?: string[] | null;
        };
        UserRemindersResponse: {
            /**
             * @description Server-assigned id of this request, for support.
             * @example 4al018gzaztcr8nbukw
             */
            requestId?: string;
            tasks?: components["schemas"]["ReminderDataDto"][];
            /** @enum {string} */
            crmType?: "SALESFORCE" | "HUBSPOT" | "MICROSOFT_DYNAMICS" | "GENERIC";
        };
        UserSimpleMetadata: {
            /** @description Numeric user id as a string. */
            id?: string;
            fullName?: string;
            emailAddress?: string;
        };
        WebFindingDto: {
            /** @description May be a redirector. */
            domain?: string;
            title?: string;
            url?: string;
        };
        WebhookCallDelivery: {
            /** @description A call in the shape of the extensive calls response: metaData, context, parties, content, interaction, collaboration, media. */
            callData: {
                [key: string]: unknown;
            };
            /** @description True when fired from the rule editor's test button. */
            isTest?: boolean;
        };
    };
    responses: {
        /** @description The request was malformed or a member was invalid. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Missing or bad credentials, or a scope the credential lacks. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "requestId": "3f4rd4iyaspp375joyu",
                 *       "errors": [
                 *         "You don't have permission to use 'api:stats:interaction' in your app."
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Access refused. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The meetings family is in limited release and not enabled for this company. */
        MeetingsForbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MeetingErrorResponse"];
            };
        };
        /** @description The company or user set-up stands in the way, e.g. consent page off or provider disconnected. */
        MeetingsConflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MeetingErrorResponse"];
            };
        };
        /** @description Nothing matched the filter. This is an empty result, not a failure. */
        NoMatch: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "requestId": "2ydvp32fcuq7wpoy4q2",
                 *       "errors": [
                 *         "No calls found corresponding to the provided filters"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The thing addressed does not exist. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description An event with this id was already taken in. */
        DuplicateEvent: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Company-wide rate limit hit. */
        TooManyRequests: {
            headers: {
                /** @description Seconds to wait before the next request. */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Gong failed. */
        ServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description Seconds to wait. */
        RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listCalls: {
        parameters: {
            query: {
                /** @description Earliest time, inclusive, ISO-8601 with zone. */
                fromDateTime: string;
                /** @description Latest time, exclusive, ISO-8601 with zone. */
                toDateTime: string;
                /** @description Keep only calls of this workspace. */
                workspaceId?: components["schemas"]["GongId"];
                /** @description Token of the page wanted; repeat every other parameter unchanged. */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallsResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoMatch"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    addCall: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCallAddingRequest"];
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewCallAddingResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description Conflict: the primary user may not be recorded or imported, or the clientUniqueId was used before. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    getCall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Call id. */
                id: components["schemas"]["GongId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpecificCall"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    addCallRecording: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description callId returned at registration. */
                id: components["schemas"]["GongId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description The recording.
                     */
                    mediaFile: string;
                };
            };
        };
        responses: {
            /** @description Success. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewCallRecordingResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    listCallsExtensive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListCallsExtensiveRequest"];
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListCallsExtensiveResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoMatch"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    getCallTranscripts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GetCallTranscriptsRequest"];
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallTranscripts"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoMatch"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    listCrmCallsManualAssociation: {
        parameters: {
            query?: {
                /** @description Only associations made after this time; all when left out. */
                fromDateTime?: string;
                /** @description Token of the page wanted; repeat every other parameter unchanged. */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManualAssociationResponse"];
                };
            };
            /** @description Failure; the statuses of this withdrawn operation could not be confirmed. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    addUsersAccessToCalls: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddCallsUsersAccessRequest"];
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BaseResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            500: components["responses"]["ServerError"];
        };
    };
    getUsersAccessToCalls: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GetCallsUsersAccessRequest"];
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallsAccessDetailsResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            500: components["responses"]["ServerError"];
        };
    };
    deleteUsersAccessToCalls: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeleteCallsUsersAccessRequest"];
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BaseResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            500: components["responses"]["ServerError"];
        };
    };
    listCallOutcomes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallOutcomesResponse"];
                };
            };
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description Token of the page wanted; repeat every other parameter unchanged. */
                cursor?: components["schemas"]["Cursor"];
                /** @description Also return the synthetic users that stand for Gong staff. */
                includeAvatars?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsersMetadata"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description User id. */
                id: components["schemas"]["GongId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetUserResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    listMultipleUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListMultipleUsersRequest"];
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsersMetadata"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoMatch"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    getUserHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description User id. */
                id: components["schemas"]["GongId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsHistory"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    getLibraryStructure: {
        parameters: {
            query?: {
                /** @description Workspace whose folders are wanted; treat as required. */
                workspaceId?: components["schemas"]["GongId"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LibraryResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoMatch"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    getCallsInSpecificFolder: {
        parameters: {
            query?: {
                /** @description Folder id; treat as required. */
                folderId?: components["schemas"]["GongId"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LibraryFolderListOfCallsResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    addMeeting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMeetingRequest"];
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewMeetingResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["MeetingsForbidden"];
            /** @description No Gong user has the organizer email. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingErrorResponse"];
                };
            };
            409: components["responses"]["MeetingsConflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    updateMeeting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Meeting id. */
                meetingId: components["schemas"]["GongId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateMeetingRequest"];
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdateMeetingResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["MeetingsForbidden"];
            /** @description No such meeting. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingErrorResponse"];
                };
            };
            409: components["responses"]["MeetingsConflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    deleteMeeting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Meeting id. */
                meetingId: components["schemas"]["GongId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeleteMeetingRequest"];
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeleteMeetingRequest"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["MeetingsForbidden"];
            /** @description No such meeting, or not of this organizer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingErrorResponse"];
                };
            };
            409: components["responses"]["MeetingsConflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    integrationStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IntegrationStatusRequest"];
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntegrationStatusResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["MeetingsForbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    listTrackers: {
        parameters: {
            query?: {
                /** @description Keep only this workspace; all when left out. */
                workspaceId?: components["schemas"]["GongId"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trackers"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    listScorecards: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scorecards"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoMatch"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    listBriefs: {
        parameters: {
            query?: {
                /** @description Keep only this workspace; all when left out. */
                workspaceId?: components["schemas"]["GongId"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Briefs"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    listWorkspaces: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspacesMetadata"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    listMultipleUsersAggregateActivity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UsersWithDatesRequest"];
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyUsersAggregateActivityResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoMatch"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    listMultipleUsersAggregateByPeriod: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestWithTimePeriod"];
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsersAggregateByPeriodActivity"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoMatch"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    listMultipleUsersDayByDayActivity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UsersWithDatesRequest"];
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsersDayByDayActivity"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoMatch"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    listAnsweredScorecards: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListAnsweredScorecardsRequest"];
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnsweredScorecards"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoMatch"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    listInteractionStats: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UsersWithDatesRequest"];
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyUsersInteractionStatsResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoMatch"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    listUsers_1: {
        parameters: {
            query: {
                /** @description Workspace id. */
                "workspace-id": components["schemas"]["GongId"];
                /** @description User id of the manager. */
                "manager-id": components["schemas"]["GongId"];
                /** @description Start, ISO-8601 date-time with zone. */
                from: string;
                /** @description End, ISO-8601 date-time with zone. */
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoachingMetrics"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description Observed, not documented: the credential lacks the scope. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    listLogs: {
        parameters: {
            query: {
                /** @description Log wanted. */
                logType: "AccessLog" | "UserActivityLog" | "UserCallPlay" | "ExternallySharedCallAccess" | "ExternallySharedCallPlay";
                /** @description Earliest entry. */
                fromDateTime: string;
                /** @description Latest entry; open-ended when left out. */
                toDateTime?: string;
                /** @description Token of the page wanted; repeat every other parameter unchanged. */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogsResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoMatch"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    contentViewed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContentViewedEvent"];
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngagementEventResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            409: components["responses"]["DuplicateEvent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    contentShared: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContentSharedEvent"];
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngagementEventResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            409: components["responses"]["DuplicateEvent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    customAction: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomActionEvent"];
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngagementEventResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            409: components["responses"]["DuplicateEvent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    addDigitalInteraction: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DigitalInteractionRequest"];
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventAcceptedResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            409: components["responses"]["DuplicateEvent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    listGenericCrmIntegration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListGenericCrmIntegrationsResponse"];
                };
            };
            /** @description Malformed or unacceptable request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Bad credentials, or scope missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Server fault */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    registerGenericCrmIntegration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GenericCrmRegistrationRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterGenericCrmResponse"];
                };
            };
            /** @description Malformed or unacceptable request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Bad credentials, or scope missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Server fault */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    deleteGenericCrmIntegration: {
        parameters: {
            query: {
                /** @description Id from registration. */
                integrationId: number;
                /** @description Caller-chosen unique id: letters, digits, dashes, underscores. */
                clientRequestId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deletion queued */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AsyncProcessingResponse"];
                };
            };
            /** @description Malformed or unacceptable request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Bad credentials, or scope missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Server fault */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    listCrmSchemaFields: {
        parameters: {
            query: {
                /** @description Id from registration. */
                integrationId: number;
                /** @description Case-sensitive. Without it, all object types come back. */
                objectType?: "ACCOUNT" | "CONTACT" | "DEAL" | "LEAD";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSelectedFieldsResponse"];
                };
            };
            /** @description Malformed or unacceptable request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Bad credentials, or scope missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Rate limit hit */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Server fault */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    uploadCrmSchemaField: {
        parameters: {
            query: {
                /** @description Id from registration. */
                integrationId: number;
                /** @description Case-sensitive. */
                objectType: "ACCOUNT" | "CONTACT" | "DEAL" | "LEAD";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GenericSchemaFieldRequest"][];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchemaUpdateResponse"];
                };
            };
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchemaUpdateResponse"];
                };
            };
            /** @description Malformed or unacceptable request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Bad credentials, or scope missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Rate limit hit */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Server fault */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    getCrmObjects: {
        parameters: {
            query: {
                /** @description Id from registration. */
                integrationId: number;
                objectType: "ACCOUNT" | "CONTACT" | "DEAL" | "LEAD";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": string[];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetGenericCrmObjectsResponse"];
                };
            };
            /** @description Malformed or unacceptable request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Bad credentials, or scope missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Wrong content type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Rate limit hit */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Server fault */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    uploadCrmData: {
        parameters: {
            query: {
                /** @description Id from registration. */
                integrationId: number;
                /** @description Case-sensitive. */
                objectType: "ACCOUNT" | "CONTACT" | "DEAL" | "LEAD" | "BUSINESS_USER" | "STAGE";
                /** @description Caller-chosen unique id: letters, digits, dashes, underscores. */
                clientRequestId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @description One JSON object per line, one object type per file; see the Crm*Line schemas. */
                    dataFile: string;
                };
            };
        };
        responses: {
            /** @description File received and queued */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AsyncProcessingResponse"];
                };
            };
            /** @description Malformed or unacceptable request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Bad credentials, or scope missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Rate limit hit */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Server fault */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    getRequestStatus: {
        parameters: {
            query: {
                /** @description Id from registration. */
                integrationId: number;
                /** @description Caller-chosen unique id: letters, digits, dashes, underscores. */
                clientRequestId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestStatusResponse"];
                };
            };
            /** @description Malformed or unacceptable request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Bad credentials, or scope missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Rate limit hit */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Server fault */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    findAllReferencesToEmailAddress: {
        parameters: {
            query: {
                emailAddress: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailAddressReferences"];
                };
            };
            /** @description Malformed or unacceptable request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Bad credentials, or scope missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Rate limit hit */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Server fault */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    findAllReferencesToPhoneNumber: {
        parameters: {
            query: {
                /**
                 * @description Plus sign, country code, number; other non-digits are ignored. URL-encode it.
                 * @example +1(425) 555-2671
                 */
                phoneNumber: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneNumberReferences"];
                };
            };
            /** @description Malformed or unacceptable request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Bad credentials, or scope missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Rate limit hit */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Server fault */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    purgeEmailAddress: {
        parameters: {
            query: {
                emailAddress: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BaseResponse"];
                };
            };
            /** @description Malformed or unacceptable request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Bad credentials, or scope missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Rate limit hit */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Server fault */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    purgePhoneNumber: {
        parameters: {
            query: {
                /**
                 * @description Plus sign, country code, number; other non-digits are ignored. URL-encode it.
                 * @example +1(425) 555-2671
                 */
                phoneNumber: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BaseResponse"];
                };
            };
            /** @description Malformed or unacceptable request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Bad credentials, or scope missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Rate limit hit */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Server fault */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    listPermissionProfile: {
        parameters: {
            query: {
                workspaceId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PermissionProfilesResponse"];
                };
            };
            /** @description Malformed or unacceptable request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Bad credentials, or scope missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Server fault */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    getPermissionProfile: {
        parameters: {
            query: {
                profileId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PermissionProfileResponse"];
                };
            };
            /** @description Malformed or unacceptable request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Bad credentials, or scope missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Server fault */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    updatePermissionProfile: {
        parameters: {
            query: {
                profileId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PermissionProfileDTO"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PermissionProfileResponse"];
                };
            };
            /** @description Malformed or unacceptable request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Bad credentials, or scope missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Server fault */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    createPermissionProfile: {
        parameters: {
            query: {
                workspaceId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PermissionProfileDTO"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PermissionProfileResponse"];
                };
            };
            /** @description Malformed or unacceptable request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Bad credentials, or scope missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Well-formed but not acceptable */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Server fault */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    listPermissionProfileUsers: {
        parameters: {
            query: {
                profileId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PermissionProfileUsersResponse"];
                };
            };
            /** @description Malformed or unacceptable request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Bad credentials, or scope missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Server fault */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    listFlows: {
        parameters: {
            query: {
                flowOwnerEmail: string;
                /** @description From records.cursor of the previous page. */
                cursor?: string;
                workspaceId?: string;
                folderId?: string;
                /** @description Only the latest assigned flows, at most 20. */
                mostRecentlyAssigned?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowsResponse"];
                };
            };
            /** @description Malformed or unacceptable request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Bad credentials, or scope missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Rate limit hit */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Server fault */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    listFlowsFolders: {
        parameters: {
            query: {
                flowFolderOwnerEmail: string;
                /** @description From records.cursor of the previous page. */
                cursor?: string;
                /** @description Return this folder and its children. */
                parentId?: number;
                workspaceId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowFoldersResponse"];
                };
            };
            /** @description Malformed or unacceptable request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Bad credentials, or scope missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Rate limit hit */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Server fault */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    getProspectsAssignedFlows: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProspectsAssignedFlowsRequestV2"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProspectsFlowsResponse"];
                };
            };
            /** @description Malformed or unacceptable request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Bad credentials, or scope missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Rate limit hit */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Server fault */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    assignProspects: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignFlowRequestV2"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignFlowResponse"];
                };
            };
            /** @description Malformed or unacceptable request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Bad credentials, or scope missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Rate limit hit */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Server fault */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    assignProspectsCoolOffOverrides: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignFlowRequestV2"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignFlowResponse"];
                };
            };
            /** @description Malformed or unacceptable request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Bad credentials, or scope missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Rate limit hit */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Server fault */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    submitFlowProspectsBulkAssignment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FlowProspectsBulkAssignmentRequest"];
            };
        };
        responses: {
            /** @description Queued */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowProspectsBulkAssignmentResponse"];
                };
            };
            /** @description Malformed or unacceptable request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Bad credentials, or scope missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Rate limit hit */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Server fault */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    getFlowProspectsBulkAssignment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowProspectsBulkAssignmentResponse"];
                };
            };
            /** @description Malformed or unacceptable request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Bad credentials, or scope missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Rate limit hit */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Server fault */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    unassignProspectFlows: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnassignProspectFlowsRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnassignFlowsResponse"];
                };
            };
            /** @description Malformed or unacceptable request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Bad credentials, or scope missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Rate limit hit */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Server fault */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    unassignFlows: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnassignFlowsRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnassignFlowsResponse"];
                };
            };
            /** @description Malformed or unacceptable request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Bad credentials, or scope missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Rate limit hit */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Server fault */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    getFlowSteps: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FlowStepsRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowStepsResponse"];
                };
            };
            /** @description Malformed or unacceptable request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Bad credentials, or scope missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Rate limit hit */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Server fault */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    listTasks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListReminderRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserRemindersResponse"];
                };
            };
            /** @description Malformed or unacceptable request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Rate limit hit */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Server fault */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    updateReminder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                taskId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateReminderRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserRemindersResponse"];
                };
            };
            /** @description Malformed or unacceptable request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Rate limit hit */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Server fault */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    askEntity: {
        parameters: {
            query: {
                workspaceId: number;
                crmEntityType: "ACCOUNT" | "CONTACT" | "DEAL" | "LEAD";
                /** @description Id in the CRM, not in Gong. */
                crmEntityId: string;
                timePeriod: "LAST_7DAYS" | "LAST_30DAYS" | "LAST_90DAYS" | "LAST_90_DAYS_SINCE_LAST_ACTIVITY" | "LAST_YEAR_SINCE_LAST_ACTIVITY" | "LAST_YEAR" | "THIS_WEEK" | "THIS_MONTH" | "THIS_YEAR" | "THIS_QUARTER" | "CUSTOM_RANGE" | "ALL_CONVERSATIONS";
                /** @description UTC, inclusive; needed with CUSTOM_RANGE. */
                fromDateTime?: string;
                /** @description UTC, exclusive; only with CUSTOM_RANGE. */
                toDateTime?: string;
                question: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AskEntityResponse"];
                };
            };
            /** @description Malformed or unacceptable request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Bad credentials, or scope missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Not enough Gong credits */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Wrong method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Rate limit hit */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Server fault */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    generateBrief: {
        parameters: {
            query: {
                workspaceId: number;
                /** @description Name as set up in Agent Studio. */
                briefName: string;
                crmEntityType: "ACCOUNT" | "CONTACT" | "DEAL" | "LEAD";
                /** @description Id in the CRM, not in Gong. */
                crmEntityId: string;
                timePeriod: "LAST_7DAYS" | "LAST_30DAYS" | "LAST_90DAYS" | "LAST_90_DAYS_SINCE_LAST_ACTIVITY" | "LAST_YEAR_SINCE_LAST_ACTIVITY" | "LAST_YEAR" | "THIS_WEEK" | "THIS_MONTH" | "THIS_YEAR" | "THIS_QUARTER" | "CUSTOM_RANGE" | "ALL_CONVERSATIONS";
                /** @description UTC, inclusive; needed with CUSTOM_RANGE. */
                fromDateTime?: string;
                /** @description UTC, exclusive; only with CUSTOM_RANGE. */
                toDateTime?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GenerateBriefResponse"];
                };
            };
            /** @description Malformed or unacceptable request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Bad credentials, or scope missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Not enough Gong credits */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Rate limit hit */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Server fault */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    getIntegrationSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntegrationSettingsGetResponse"];
                };
            };
            /** @description Bad credentials, or scope missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Server fault */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    integrationSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IntegrationSettingsRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterGenericCrmResponse"];
                };
            };
            /** @description Malformed or unacceptable request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Bad credentials, or scope missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Rate limit hit */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Server fault */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    listTargetDefinitions: {
        parameters: {
            query: {
                workspaceId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TargetDefinitionsResponse"];
                };
            };
            /** @description Malformed or unacceptable request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Bad credentials, or scope missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Rate limit hit */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Server fault */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    uploadAssignments: {
        parameters: {
            query: {
                workspaceId: string;
                /** @description Check the file without storing it. */
                validateOnly?: boolean;
            };
            header?: never;
            path: {
                targetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    file: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TargetAssignmentsUploadResponse"];
                };
            };
            /** @description Malformed or unacceptable request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Bad credentials, or scope missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Rate limit hit */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Server fault */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    oauthAuthorize: {
        parameters: {
            query: {
                client_id: string;
                response_type: "code";
                /**
                 * @description Space-separated.
                 * @example api:calls:create api:calls:read:basic
                 */
                scope: string;
                /** @description One registered with the app. */
                redirect_uri: string;
                /** @description Returned unchanged. */
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Back to redirect_uri with code and state. */
            302: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request. Shape undocumented. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
        };
    };
    oauthGenerateCustomerToken: {
        parameters: {
            query: {
                grant_type: "authorization_code" | "refresh_token";
                /** @description With authorization_code. */
                code?: string;
                /** @description With authorization_code; the one used before. */
                redirect_uri?: string;
                /** @description With authorization_code. */
                client_id?: string;
                /** @description With refresh_token. */
                refresh_token?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tokens. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthTokenResponse"];
                };
            };
            /** @description Bad or used code or refresh token. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
            /** @description Bad client credentials. Shape undocumented. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
        };
    };
    callMatchedRule: {
        parameters: {
            query?: never;
            header?: {
                /** @description RS256 JWT, only with the signed-header option. With or without a Bearer prefix; accept both. */
                Authorization?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookCallDelivery"];
            };
        };
        responses: {
            /** @description Accepted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
