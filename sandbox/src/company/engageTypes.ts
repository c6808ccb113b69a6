/** What a company has in Gong Engage, in Gong's own shapes. */
export interface Engage {
  flows: Flow[];
  folders: FlowFolder[];
  /** Contacts of the CRM that can be assigned to flows. */
  prospects: Prospect[];
  instances: FlowInstance[];
  bulkJobs: BulkJob[];
  tasks: Task[];
}

export type FlowVisibility = 'Company' | 'Personal' | 'Shared';

/** Who sees a flow or folder: everybody, or its owner and those that it is shared with. */
interface Owned {
  visibility: FlowVisibility;
  workspaceId: string;
  /** Null for the company's. */
  ownerEmail: string | null;
  sharedWith: string[];
}

export interface Flow extends Owned {
  id: string;
  name: string;
  folderId: string | null;
  creationDate: string;
  exclusive: boolean;
  description: string | null;
  steps: FlowStep[];
}

export interface FlowStep {
  id: string;
  stepOrder: number;
  action: 'SEND_EMAIL' | 'AUTO_SEND_EMAIL' | 'CALL' | 'LINKEDIN_CONNECT' | 'LINKEDIN_MESSAGE';
  subject: string | null;
  body: string | null;
  isReply: boolean;
}

export interface FlowFolder extends Owned {
  id: string;
  name: string;
  parentFolderId: string | null;
  createdById: string | null;
}

/** A contact of the CRM. */
export interface Prospect {
  crmId: string;
  firstName: string;
  lastName: string;
  title: string;
  companyName: string;
  email: string;
  phoneNumber: string;
  accountId: string;
  opportunityId: string;
}

export type FlowInstanceStatus =
  'Pending' | 'Running' | 'Paused' | 'FinishedNoReply' | 'FinishedResponse' | 'Finished';

/** A prospect's run of a flow. */
export interface FlowInstance {
  flowInstanceId: string;
  flowId: string;
  crmProspectId: string;
  ownerEmail: string;
  createDate: string;
  status: FlowInstanceStatus;
}

/** People to assign later. */
export interface BulkJob {
  id: string;
  flowId: string;
  ownerEmail: string;
  /** As they were sent. */
  prospects: readonly Readonly<Record<string, unknown>>[];
  /** Milliseconds since 1970. */
  submittedAt: number;
  /** One for each that was processed. */
  results: Readonly<Record<string, unknown>>[];
}

export interface Task {
  id: string;
  userId: string;
  workspaceId: string;
  created: string;
  updated: string;
  status: 'OPEN' | 'DONE' | 'DISMISSED';
  type: 'FLOW' | 'MANUAL';
  dueDate: string;
  crmProspectId: string;
  /** Of a task that a flow made. */
  flowId: string | null;
  stepOrder: number | null;
  title: string | null;
  priority: 'high' | 'medium' | 'low';
}
