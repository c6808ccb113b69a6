import { gongOperations } from './generated/operations.js';
import type { GongEndpoint } from './request.js';
import { webUrl } from './webUrl.js';

/**
 * The kinds of failures between the gateway and Gong, as far as a caller can act on them. `src/graphql/errors.ts`
 * converts each kind to one GraphQL error code.
 */
export type GongErrorKind =
  | 'bad-request'
  | 'bad-credentials'
  | 'missing-scope'
  | 'not-licensed'
  | 'credits-exhausted'
  | 'not-found'
  | 'conflict'
  | 'rate-limited'
  | 'quota-exhausted'
  | 'cost-limit-exceeded'
  | 'unavailable'
  | 'bad-response'
  | 'deadline-exceeded'
  | 'outcome-unknown';

export interface GongErrorDetails {
  readonly operation?: GongEndpoint | undefined;
  /** HTTP status of Gong's response; undefined when there was none. */
  readonly status?: number | undefined;
  /** Gong's ID of the request, which its support needs. */
  readonly requestId?: string | undefined;
  /** Gong's English messages. Gong sends no error codes. */
  readonly messages?: readonly string[] | undefined;
  /** How long Gong requested a pause, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** The OAuth scope that the credential lacks. */
  readonly requiredScope?: string | undefined;
  /** Gong's instructions to the person who can fix the problem. */
  readonly guidance?: Guidance | undefined;
  /** False when certainly nothing of the request was sent. */
  readonly wasSent?: boolean | undefined;
  /** True when a part of the response is missing. */
  readonly isCutOff?: boolean | undefined;
  /** False when a repetition would be wrong or without effect, whatever the kind says. */
  readonly isRetryable?: false | undefined;
  readonly cause?: unknown;
}

/** Details of refusals by the meetings operations. Empty members, and links that are no web pages, are omitted. */
export interface Guidance {
  readonly userFacingError?: string;
  readonly fixUrl?: string;
  readonly helpUrl?: string;
}

/** A failed request to Gong. Its message is safe to show: it contains no credential, URL, or body. */
export class GongError extends Error {
  readonly kind: GongErrorKind;
  readonly operation: GongEndpoint | undefined;
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly messages: readonly string[];
  readonly retryAfterMs: number | undefined;
  readonly requiredScope: string | undefined;
  readonly guidance: Guidance | undefined;
  readonly wasSent: boolean;
  readonly isCutOff: boolean;
  readonly isRetryable: false | undefined;

  constructor(kind: GongErrorKind, message: string, details: GongErrorDetails = {}) {
    super(sentence(message), details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'GongError';
    this.kind = kind;
    this.operation = details.operation;
    this.status = details.status;
    this.requestId = details.requestId;
    this.messages = details.messages ?? [];
    this.retryAfterMs = details.retryAfterMs;
    this.requiredScope = details.requiredScope;
    this.guidance = details.guidance;
    // An error without an operation comes from the gateway itself.
    this.wasSent = details.operation !== undefined && details.wasSent !== false;
    this.isCutOff = details.isCutOff ?? false;
    this.isRetryable = details.isRetryable;
  }
}

/** Another sentence follows the message, and Gong's messages often lack a period. */
function sentence(text: string): string {
  const trimmed = text.trimEnd();
  return /[.!?…]["')\]]*$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** A response of Gong that is not a success, parsed as far as possible. */
export interface FailedAnswer {
  readonly operation: GongEndpoint;
  readonly status: number;
  readonly requestId: string | undefined;
  /** Gong's messages; undefined when the body was not Gong's error format. */
  readonly messages: readonly string[] | undefined;
  /** The whole response. */
  readonly body?: unknown;
  readonly retryAfterMs: number | undefined;
  /** Host of a redirect, when the response was one. */
  readonly redirectHost: string | undefined;
}

const missingScopePattern = /permission to use '([^']+)'/i;
const emptyResultPattern = /^No .+ found corresponding to the provided filters\.?$/i;
const notReadyPattern = /\bnot (yet )?ready\b/i;
const notEnabledPattern =
  /not (been )?(enabled|licensed|activated)|limited release|no licen[cs]e|not included in/i;
/** Gong's message for an ID that it cannot parse. */
const unreadablePattern = /json parse error/i;
/** A mention of an ID, by that word or by a member such as `callIds`. */
const idPattern = /\b(?:ids?|ID[sS]?)\b|[a-z]I[dD]s?\b/;
const absencePattern = /\bnot (?:be )?found\b|n[o']t exist\b/i;
/** Records that are read by ID. */
const recordPattern = /\b(?:call|user|transcript|folder|flow|meeting)s?\b/i;
const placePattern = /\b(?:api|endpoint|method|operation|page|path|resource|route|ur[il])\b/i;
const unusablePattern = /\b(?:invalid|malformed|unknown)\b|\b(?:call|user)Ids\b/i;
/** Parts of a message to ignore: paths, and the ID of a request. */
const besidePattern = /\b(?:request|correlation|trace)[ _-]?ids?\b|\S*\/\S*/gi;

/** Converts Gong's statuses and messages to kinds. No other code does that. */
export function errorFromAnswer(answer: FailedAnswer): GongError {
  const { operation, status, requestId, retryAfterMs, redirectHost } = answer;
  const messages = answer.messages ?? [];
  const said = messages.length > 0 ? `: ${messages.map(sentence).join(' ')}` : '.';
  const guidance = guidanceIn(answer.body);
  const details = { operation, status, requestId, messages, retryAfterMs, guidance };

  if (status >= 300 && status < 400) return redirected(operation, redirectHost, details);
  if (isUnlicensed(operation, status) && status !== FORBIDDEN) {
    return notEnabled(operation, said, details);
  }
  if (status === 401 || status === FORBIDDEN) {
    const requiredScope = messages
      .map((message) => missingScopePattern.exec(message)?.[1])
      .find((scope) => scope !== undefined);
    if (requiredScope !== undefined) {
      return new GongError(
        'missing-scope',
        `The Gong credential lacks the scope ${requiredScope}, which ${operation} requires. Grant the scope in Gong, or omit the field.`,
        { ...details, requiredScope },
      );
    }
    const saysSo = messages.some((message) => notEnabledPattern.test(message));
    if (status === FORBIDDEN && (saysSo || isUnlicensed(operation, status))) {
      return notEnabled(operation, said, details);
    }
    return new GongError('bad-credentials', `Gong rejected the credentials${said}`, details);
  }
  if (status === 402) {
    return spendsCredits(operation)
      ? new GongError('credits-exhausted', `No Gong credits are left${said}`, details)
      : notEnabled(operation, said, details);
  }
  if (status === 404) return new GongError('not-found', `Not found in Gong${said}`, details);
  if (status === 409) return new GongError('conflict', `Gong reports a conflict${said}`, details);
  if (status === 429) {
    return new GongError(
      'rate-limited',
      "Gong's rate limit was exceeded (429). Try again later.",
      details,
    );
  }
  if (status >= 500) {
    return new GongError('unavailable', `Gong returned a server error for ${operation}${said}`, {
      ...details,
      ...(status === NOT_IMPLEMENTED ? { isRetryable: false } : {}),
    });
  }
  if (status >= 400) {
    return new GongError('bad-request', `Gong rejected the request${said}`, details);
  }
  return new GongError(
    'bad-response',
    `Gong responded to ${operation} with the unexpected status ${status}.`,
    details,
  );
}

/** Returns whether Gong sends this response until it has enabled the feature for the company. */
function isUnlicensed(operation: GongEndpoint, status: number): boolean {
  if (operation === 'undescribed') return false;
  const { unlicensed }: { readonly unlicensed: readonly number[] } = gongOperations[operation];
  return unlicensed.includes(status);
}

/** Returns whether Gong charges for the operation. */
export function spendsCredits(operation: GongEndpoint): boolean {
  return operation !== 'undescribed' && gongOperations[operation].effect === 'charge';
}

function redirected(
  operation: GongEndpoint,
  redirectHost: string | undefined,
  details: GongErrorDetails,
): GongError {
  return new GongError(
    'bad-response',
    `Gong redirected ${operation}${redirectHost === undefined ? '' : ` to ${redirectHost}`}. ` +
      "The gateway does not follow redirects. Set GONG_API_BASE_URL to your company's own API host.",
    details,
  );
}

function notEnabled(operation: GongEndpoint, said: string, details: GongErrorDetails): GongError {
  const message = `Gong has not enabled ${operation} for this company${said}`;
  return new GongError('not-licensed', message, details);
}

function guidanceIn(body: unknown): Guidance | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { userFacingError, fixUrl, helpUrl } = body as Readonly<Record<string, unknown>>;
  const links = { fixUrl: webUrl(fixUrl), helpUrl: webUrl(helpUrl) };
  const guidance: Guidance = {
    ...(typeof userFacingError === 'string' && userFacingError !== '' ? { userFacingError } : {}),
    ...(links.fixUrl === undefined ? {} : { fixUrl: links.fixUrl }),
    ...(links.helpUrl === undefined ? {} : { helpUrl: links.helpUrl }),
  };
  return Object.keys(guidance).length === 0 ? undefined : guidance;
}

/** Converts the failure of a write. When Gong may have applied it, the write must not be repeated. */
export function failureOfWrite(error: GongError): GongError {
  const { kind, operation, status, requestId, messages, retryAfterMs, cause } = error;
  const details = { operation, status, requestId, messages, retryAfterMs, cause };
  if (!error.wasSent) return error;
  // A server with this status has done nothing.
  if (status === NOT_IMPLEMENTED) return error;
  // A server that failed may have applied the write, even when its response is too large to read.
  const hasFailed = status !== undefined && status >= 500;
  if (kind === 'unavailable' || error.isCutOff || hasFailed) {
    return unknownOutcome(error.message, details);
  }
  if (kind !== 'bad-response') return error;
  const isRefused = status === undefined || status >= 300;
  const message = isRefused
    ? error.message
    : `${error.message} The change may have been made: check in Gong before you try again.`;
  return new GongError(kind, message, { ...details, isRetryable: false });
}

const FORBIDDEN = 403;
const NOT_IMPLEMENTED = 501;

export function unknownOutcome(reason: string, details: GongErrorDetails = {}): GongError {
  return new GongError(
    'outcome-unknown',
    `${reason} The request was sent, and the change may or may not have been made. Check in Gong before you try again.`,
    details,
  );
}

/**
 * Returns whether a write was certainly not applied, so that it may be repeated: it was never sent, or the rate limit
 * refused it.
 */
export function isUndone(error: unknown): boolean {
  return error instanceof GongError && (!error.wasSent || error.kind === 'rate-limited');
}

/** Returns whether Gong sent a 404 for "the filter matched nothing", which means an empty list. */
export function isEmptyResult(error: unknown): boolean {
  return (
    error instanceof GongError &&
    error.kind === 'not-found' &&
    error.messages.some((message) => emptyResultPattern.test(message.trim()))
  );
}

/**
 * Returns whether Gong refused a request because of one of its IDs: the record is missing or not ready, or the ID is
 * malformed. With several IDs, Gong then refuses all. A 404 or 400 whose message mentions no ID concerns the request
 * itself.
 */
export function isIdRefusal(error: unknown): boolean {
  if (!(error instanceof GongError)) return false;
  if (isNotReady(error)) return true;
  const { kind, messages } = error;
  if (kind !== 'not-found' && kind !== 'bad-request') return false;
  return messages.some(
    (text) =>
      saysAbsent(text) ||
      saysUnusable(text) ||
      (kind === 'bad-request' && unreadablePattern.test(text)),
  );
}

/**
 * Matches "Call ID 5 was not found" and "Some calls not found", but not a bare "Not Found", which can mean anything.
 */
function saysAbsent(text: string): boolean {
  return absencePattern.test(text) && isOfRecord(text);
}

function saysUnusable(text: string): boolean {
  return unusablePattern.test(text) && namesId(text);
}

function isOfRecord(text: string): boolean {
  const said = text.replace(besidePattern, '');
  return idPattern.test(said) || (recordPattern.test(said) && !placePattern.test(said));
}

function namesId(text: string): boolean {
  return idPattern.test(text.replace(besidePattern, ''));
}

/** Returns whether Gong has the call but does not show it yet. Its status for that is not documented. */
export function isNotReady(error: unknown): boolean {
  if (!(error instanceof GongError)) return false;
  // A server that is not ready says nothing about a call.
  const isOutage = error.kind === 'unavailable';
  return error.messages.some(
    (text) => notReadyPattern.test(text) && (!isOutage || isOfRecord(text)),
  );
}

/** Returns the same failure with a hint on what to do. */
export function withHint(error: GongError, hint: string): GongError {
  return new GongError(error.kind, `${error.message} ${hint}`, error);
}
