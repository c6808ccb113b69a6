/** What a company sends of its own CRM, by types such as `ACCOUNT`. */
export interface Crm {
  integration: CrmIntegration | null;
  /** Fields that were added to the objects of a type. */
  schema: Record<string, CrmSchemaField[]>;
  /** Objects of a type by their ids in the CRM. */
  objects: Record<string, Record<string, Record<string, unknown>>>;
  requests: CrmRequest[];
}

export interface CrmIntegration {
  integrationId: string;
  name: string;
  ownerEmail: string;
}

export interface CrmSchemaField {
  uniqueName: string;
  label: string;
  type: string;
  lastModified: string | null;
  isDeleted: boolean;
  referenceTo: string | null;
  orderedValueList: string[] | null;
}

/** An upload, or a deletion. */
export interface CrmRequest {
  integrationId: string;
  clientRequestId: string;
  /** Milliseconds since 1970. */
  sentAt: number;
  errors: { line: number; description: string }[];
  totalSuccessCount: number;
}
