import type { Context } from '@opentelemetry/api';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Client } from '../access/clients/client.js';
import type { ContextValue } from '../graphql/context.js';
import { endedOperation } from '../graphql/endedOperation.js';
import type { AuditLog } from '../telemetry/audit/auditLog.js';
import type { OperationObserver } from '../telemetry/endedOperation.js';
import { parentFrom } from '../telemetry/parentSpan.js';
import { describeFailure, type Failure } from '../graphql/errors.js';
import type { UploadEndpoint } from '../tenants/gateway.js';
import type { ErrorCode } from '../lib/errorCodes.js';
import type { Logger } from '../lib/logger.js';
import { GongError } from '../gong/errors.js';
import { gongExtension } from '../graphql/plugins/gongExtensions.js';
import { maskFailure } from '../access/policy/maskedFailure.js';
import { wrongType } from '../company/uploads/recording.js';
import { RecordingError, type RecordingProblem } from '../company/uploads/recordingError.js';
import type { QueuedRequest } from '../operation/mutations/crm.js';
import type { TicketProblem, UploadTicket } from '../company/uploads/tickets.js';
import { addressOf } from './clients/clientAddress.js';
import { continueBody } from './requests/expectContinue.js';
import { abortOnDisconnect } from './requests/clientDisconnect.js';
import { refuseLogin, type FailedLogins } from './clients/failedLogins.js';
import { refuse } from './requests/refusal.js';

/**
 * Creates the context of one operation of a client. The caller must close its operation.
 *
 * @param asked ID of the request, the origin at which the client reaches the gateway (empty when unknown), and the span
 *   that the operation belongs to.
 */
export type CreateContext = (
  client: Client,
  asked: { readonly origin: string; readonly requestId: string; readonly parent: Context },
) => ContextValue | Promise<ContextValue>;

export interface UploadRouteOptions {
  readonly uploads: UploadEndpoint;
  readonly logger: Logger;
  readonly createContext: CreateContext;
  /** Each of them gets every transfer that has ended. */
  readonly observers: readonly OperationObserver[];
  readonly audit?: AuditLog | null;
}

/** Prefix of upload paths. */
export const UPLOADS_PREFIX = '/uploads/';

/**
 * Registers `PUT /uploads/<ticket>`, which passes the bytes of a recording or of a file of CRM objects on to Gong
 * while they arrive. A client needs only the ticket, which is checked before the body is read.
 */
export function registerUploads(
  http: FastifyInstance,
  options: UploadRouteOptions,
  failedLogins: FailedLogins,
): void {
  const { uploads, createContext, audit } = options;
  void http.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    // Only the code that passes the body on reads it.
    scope.addContentTypeParser('*', (_request, _payload, parsed) => {
      parsed(null);
    });
    scope.setErrorHandler((error: FastifyError, _request, reply) => {
      if (error.code !== 'FST_ERR_CTP_INVALID_MEDIA_TYPE') throw error;
      // Fastify cannot parse the Content-Type.
      const failure = describeFailure(wrongType('a file without a valid media type'));
      return reply.code(statusByProblem.type).send({ errors: [failure] });
    });
    scope.put(`${UPLOADS_PREFIX}*`, async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      const ticket = uploads.tickets.read((request.params as { readonly '*': string })['*']);
      const refuseTicket = async (problem: TicketProblem): Promise<FastifyReply> => {
        audit?.badToken({ requestId: request.id }, `upload URL: ${problem}`, addressOf(request));
        const waitMs = problem === 'invalid' ? await failedLogins.fail(request, null) : 0;
        return waitMs > 0
          ? refuseLogin(reply, waitMs)
          : refuse(reply, 403, 'FORBIDDEN', ticketProblems[problem]);
      };
      if (typeof ticket === 'string') return refuseTicket(ticket);
      const asked = { origin: '', requestId: request.id, parent: parentFrom(request.headers) };
      const context = await createContext(ticket.client, asked);
      const refusal = await redeemTicket(ticket, context.companyId, options);
      if (refusal !== null) {
        context.operation.close();
        return refusal === 'unknown' ? refuseForNow(reply) : refuseTicket(refusal);
      }
      context.operation.operationName = ticket.operation;
      // The client may have disconnected while the ticket was checked.
      abortOnDisconnect(context, reply);
      return passOn(ticket, context, request, reply, options);
    });
    done();
  });
}

/** Uses the ticket, or returns why it is not valid. `unknown`: that cannot be determined at the moment. */
async function redeemTicket(
  ticket: UploadTicket,
  company: string,
  { uploads }: UploadRouteOptions,
): Promise<TicketProblem | 'unknown' | null> {
  if (ticket.company !== company) return 'invalid';
  const isUnused = await uploads.tickets.use(ticket);
  if (isUnused === null) return 'unknown';
  return isUnused ? null : 'used';
}

async function passOn(
  ticket: UploadTicket,
  context: ContextValue,
  request: FastifyRequest,
  reply: FastifyReply,
  { uploads, logger, observers }: UploadRouteOptions,
): Promise<FastifyReply> {
  const { operation, mutations } = context;
  const [mutation, ids] =
    'crm' in ticket ? ['uploadCrmObjects', []] : ['addCallMedia', [ticket.callId]];
  const end = (failure: Failure | null): void => {
    const outcome = failure?.extensions.code ?? 'ok';
    operation.audit?.endMutation({ mutation, ids, outcome });
    const errors = failure === null ? [] : [{ extensions: { ...failure.extensions } }];
    const ended = endedOperation(context, { kind: 'upload', errors, hasData: failure === null });
    for (const observe of observers) observe(ended);
  };
  try {
    checkHeaders(request);
    const file = {
      stream: request.raw,
      fileName: null,
      contentType: request.headers['content-type'] ?? null,
      bytes: lengthOf(request),
      onWanted: () => {
        continueBody(reply.raw);
      },
    };
    const added =
      'crm' in ticket
        ? toQueued(await mutations.crm.uploadFile(ticket.crm, file))
        : await mutations.uploads.addMedia(ticket.callId, file);
    operation.finish();
    end(null);
    return await reply.code(201).send({ ...added, extensions: { gong: gongExtension(context) } });
  } catch (error) {
    operation.finish();
    if (isCertainlyUndone(error)) await uploads.tickets.giveBack(ticket);
    const failure = maskFailure(
      describeFailure(error) ?? unexpected(error, request.id, logger),
      context.loaders.policyFilter.generalMask,
    );
    end(failure);
    const { status, retryAfterSeconds } = statusOf(error, failure);
    if (retryAfterSeconds !== undefined) void reply.header('retry-after', retryAfterSeconds);
    const gong = gongExtension(context);
    return await reply.code(status).send({
      errors: [failure],
      ...(gong === null ? {} : { extensions: { gong } }),
    });
  }
}

function toQueued({ id, ...queued }: QueuedRequest): object {
  return { clientRequestId: id, ...queued };
}

const ticketProblems: Readonly<Record<TicketProblem, string>> = {
  invalid:
    'This is not an upload URL of this gateway. Get one from addCallMedia or uploadCrmObjects.',
  expired: 'This upload URL has expired. Get a new one from the mutation that returned it.',
  used: 'This upload URL was already used. Get a new one from the mutation that returned it.',
};

/** Only Redis knows whether the ticket was used, and it is unreachable. */
function refuseForNow(reply: FastifyReply): FastifyReply {
  const message =
    'The gateway cannot check right now whether this upload URL was already used. Try again after retryAfterSeconds.';
  const extensions = { code: 'RATE_LIMITED', retryable: true, retryAfterSeconds: 1 };
  return reply
    .code(503)
    .header('retry-after', 1)
    .send({ errors: [{ message, extensions }] });
}

/**
 * Refuses encoded or partial bodies, because bytes are passed on unchanged.
 *
 * @throws RecordingError
 */
function checkHeaders({ headers }: FastifyRequest): void {
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') {
    throw new RecordingError(
      'type',
      'Content-Encoding is not supported. Send the file without it.',
    );
  }
  if (headers['content-range'] !== undefined) {
    throw new RecordingError(
      'partial',
      'Content-Range is not supported. Send the whole file in one request.',
    );
  }
}

/** Returns whether the ticket becomes valid again, for a client that must wait or was interrupted. */
function isCertainlyUndone(error: unknown): boolean {
  if (error instanceof RecordingError) return true;
  if (!(error instanceof GongError)) return false;
  // Gong did not accept a redirected recording.
  if (error.kind === 'bad-response') return error.status !== undefined && error.status >= 300;
  return error.kind !== 'outcome-unknown';
}

/** HTTP statuses of recordings that are refused. */
export const statusByProblem: Readonly<Record<RecordingProblem, number>> = {
  type: 415,
  size: 413,
  empty: 400,
  partial: 400,
  gone: 408,
};

/** HTTP statuses of other failures. */
export const statusByCode: Readonly<Partial<Record<ErrorCode, number>>> = {
  COST_LIMIT_EXCEEDED: 503,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
  QUOTA_EXHAUSTED: 429,
  DEADLINE_EXCEEDED: 503,
  GONG_BAD_REQUEST: 400,
  GONG_NOT_FOUND: 404,
  GONG_CONFLICT: 409,
  GONG_UNAVAILABLE: 502,
  OUTCOME_UNKNOWN: 504,
  INTERNAL_SERVER_ERROR: 500,
};

/** HTTP status of Gong's other refusals, which the client cannot fix. */
export const OTHER_UPLOAD_STATUS = 502;

function statusOf(
  error: unknown,
  { extensions }: Failure,
): { readonly status: number; readonly retryAfterSeconds?: number } {
  if (error instanceof RecordingError) return { status: statusByProblem[error.problem] };
  const { retryAfterSeconds } = extensions;
  const status = statusByCode[extensions.code] ?? OTHER_UPLOAD_STATUS;
  return retryAfterSeconds === undefined ? { status } : { status, retryAfterSeconds };
}

function unexpected(error: unknown, requestId: string, logger: Logger): Failure {
  logger.error({ err: error, requestId }, 'Upload failed unexpectedly');
  return {
    message: 'Internal server error.',
    extensions: { code: 'INTERNAL_SERVER_ERROR', retryable: false },
  };
}

function lengthOf({ headers }: FastifyRequest): number | null {
  const length = headers['content-length'];
  return length === undefined ? null : Number(length);
}
