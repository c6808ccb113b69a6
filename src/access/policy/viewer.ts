/** On whose behalf an operation reads. */
export interface Viewer {
  /** Name of the gateway's client that asks. */
  readonly client: string;
  /** Whose company is asked for. */
  readonly tenant: string;
  /** Gong user id or e-mail address of the person for whom the client asks; null: nobody is named. */
  readonly person: string | null;
  /** What the client's token says that this person is. */
  readonly roles: readonly string[];
}
