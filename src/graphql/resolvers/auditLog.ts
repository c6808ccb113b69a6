import { redacted } from '../../access/policy/redaction.js';
import { dateTime } from '../../gong/coerce.js';
import { listLogs, type GongLogEntry } from '../../gong/endpoints/logs.js';
import type { AuditLogType, Resolvers } from '../generated/graphql.js';
import { DEFAULT_PEOPLE_OR_REVIEWS } from './arguments.js';
import { asSent, page } from './connections.js';
import { userReference } from './references.js';

export type AuditLogEntryModel = GongLogEntry;

const logTypes: Readonly<Record<AuditLogType, string>> = {
  ACCESS: 'AccessLog',
  USER_ACTIVITY: 'UserActivityLog',
  USER_CALL_PLAY: 'UserCallPlay',
  EXTERNALLY_SHARED_CALL_ACCESS: 'ExternallySharedCallAccess',
  EXTERNALLY_SHARED_CALL_PLAY: 'ExternallySharedCallPlay',
};

export const auditLogResolvers: Pick<Resolvers, 'Query' | 'AuditLogEntry'> = {
  Query: {
    auditLog: (_parent, { type, from, to, first, after }, context, info) => {
      const query = { logType: logTypes[type], from, to: to ?? undefined };
      const part = { first: first ?? DEFAULT_PEOPLE_OR_REVIEWS, after: after ?? null };
      return page(context.loaders.reads.list(listLogs, query, part), asSent, context, info);
    },
  },
  AuditLogEntry: {
    at: ({ eventTime }) => dateTime(eventTime),
    user: ({ userId }, _args, context, info) => userReference(userId, context, info),
    impersonator: ({ impersonatorUserId }, _args, context, info) =>
      userReference(impersonatorUserId, context, info),
    record: ({ logRecord }, _args, { showsAuditSecrets }) =>
      logRecord == null ? null : showsAuditSecrets ? logRecord : redacted(logRecord),
  },
};
