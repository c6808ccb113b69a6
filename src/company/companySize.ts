/** The known size of a company; null for a count that is unknown. */
export interface CompanySize {
  readonly users: number | null;
  readonly workspaces: number | null;
}
