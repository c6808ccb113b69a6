import { createHash } from 'node:crypto';
import type { components } from '../generated/types.js';
import { reads, type RecordKind } from './endpoint.js';
import type { Lenient } from './wire.js';

export type GongLogEntry = Lenient<components['schemas']['LogEntry']>;

export interface LogQuery {
  readonly logType: string;
  readonly from: string;
  readonly to?: string | undefined;
}

export const logEntries: RecordKind<GongLogEntry> = {
  name: 'logEntry',
  group: 'users',
  // An entry has no ID, so its content identifies it.
  idOf: (entry) => createHash('sha256').update(JSON.stringify(entry)).digest('base64url'),
  serves: 'briefly',
  reveals: 'auditLog',
};

const window = ({ logType, from, to }: LogQuery, cursor?: string) => ({
  query: { logType, fromDateTime: from, toDateTime: to, cursor },
});

/** Reads entries of one of the company's audit logs. */
export const listLogs = reads('listLogs', logEntries, {
  member: 'logEntries',
  nothing: 'No log entries found corresponding to the provided filters',
  paged: {
    ask: (query: LogQuery, _selection, cursor) => window(query, cursor),
    name: ['auditLog', ({ logType, from, to }) => [logType, from, to ?? null]],
  },
  probe: (to, from) => window({ logType: 'AccessLog', from, to }),
});
