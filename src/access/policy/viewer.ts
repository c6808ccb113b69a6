/** The person or client for whom an operation reads. */
export interface Viewer {
  /** Name of the client. */
  readonly client: string;
  /** Tenant whose company is read. */
  readonly tenant: string;
  /** Gong user ID or email of the person for whom the client sends operations; null: no person. */
  readonly person: string | null;
  /** The person's roles, as the client's token names them. */
  readonly roles: readonly string[];
}
