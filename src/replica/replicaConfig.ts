import { callParts, type CallPart } from './parts.js';

/** What an operator says of a company's replica and its sync. */
export interface ReplicaConfig {
  /** Where it is kept: nowhere, in an encrypted file, or in the PostgreSQL database of a URL. */
  readonly place: 'off' | 'file' | { readonly postgresUrl: string };
  /** Parts of calls that are kept. */
  readonly holds: ReadonlySet<CallPart>;
  /** How far back the first copy reaches, in days. */
  readonly sinceDays: number;
  /** Calls that started before so many days are removed; null: none. */
  readonly keepDays: number | null;
  /** CRM fields whose values are kept. */
  readonly crmFields: readonly string[];
  /** Whether the replica answers while Gong fails. */
  readonly answersWhenGongFails: boolean;
  /** Most requests that the sync sends in a day, and in a day of the first copy. */
  readonly requestsPerDay: number;
  readonly fillRequestsPerDay: number;
}

/** What holds where nothing is said. */
export const defaultReplica: ReplicaConfig = {
  place: 'off',
  holds: new Set(callParts),
  sinceDays: 365,
  keepDays: null,
  crmFields: ['Name'],
  answersWhenGongFails: false,
  requestsPerDay: 500,
  fillRequestsPerDay: 2000,
};
