/** What is known of a company's size without asking; null where it isn't. */
export interface CompanySize {
  readonly users: number | null;
  readonly workspaces: number | null;
}
