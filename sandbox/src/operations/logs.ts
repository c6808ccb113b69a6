import type { Call, User } from '../company/types.js';
import { badRequest, notFound } from '../errors.js';
import { formatInstant, toMicros } from '../instants.js';
import type { JsonObject } from '../json.js';
import { createRandom, type Random } from '../random.js';
import { ok, type Handler } from './types.js';

const HOUR_US = 3_600_000_000;

/** `GET /v2/logs`: for each call, what its host and a colleague did about it. */
export const listLogs: Handler = ({ company, query, now, paginate }) => {
  const { logType, fromDateTime, toDateTime } = query as Record<string, string | undefined>;
  const from = toMicros(fromDateTime ?? '');
  const to = toDateTime === undefined ? now * 1000 : toMicros(toDateTime);
  if (from >= to) throw badRequest('fromDateTime: must be before toDateTime');
  const logEntries = company.calls.flatMap((call) => {
    const random = createRandom('logs', logType ?? '', call.metaData.id);
    const at = toMicros(call.metaData.started) + random.integer(1, 8 * HOUR_US);
    if (at < from || at >= to) return [];
    const [user, support] = random.sample(company.users, 2);
    if (user === undefined) return [];
    const isImpersonated = support !== undefined && random.chance(0.05);
    return [
      {
        userId: user.id,
        userEmailAddress: user.emailAddress,
        userFullName: fullName(user),
        ...(isImpersonated
          ? { impersonatorUserId: support.id, impersonatorFullName: fullName(support) }
          : {}),
        eventTime: formatInstant(at, 0),
        logRecord: recordOf(logType, call, random),
      },
    ];
  });
  if (logEntries.length === 0) {
    throw notFound('No log entries found corresponding to the provided filters');
  }
  const { items, records } = paginate(logEntries);
  return ok({ records, logEntries: items });
};

const fullName = ({ firstName, lastName }: User): string => `${firstName ?? ''} ${lastName ?? ''}`;

const recordOf = (logType: string | undefined, { metaData }: Call, random: Random): JsonObject => {
  const clientIp = `203.0.113.${random.integer(1, 254)}`;
  const token = random.integer(1_000_000, 9_999_999).toString(36);
  switch (logType ?? '') {
    case 'AccessLog':
      return { action: 'LOGIN', loginMethod: 'SAML', clientIp, sessionId: token };
    case 'UserActivityLog':
      return {
        auditId: random.integer(1, 1_000_000),
        action: 'UPDATE_CALL_TITLE',
        tableChanges: [{ table: 'call', field: 'title' }],
        httpRequest: {
          url: `/call?id=${metaData.id}&csrf-token=${token}`,
          clientIp,
          parameters: { csrfToken: token, crossLoginToken: token },
        },
        workspaceId: metaData.workspaceId,
      };
    default:
      return { callId: metaData.id, playedSeconds: random.integer(5, 1800), clientIp };
  }
};
