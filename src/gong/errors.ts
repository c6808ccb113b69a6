import { gongOperations } from './generated/operations.js';
import type { GongEndpoint } from './request.js';
import { webUrl } from './webUrl.js';

/**
 * What went wrong between us and Gong, as far as a caller can act on it.
 * `src/graphql/errors.ts` turns each kind into one GraphQL error code.
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
  /** HTTP status of Gong's answer; undefined when none came. */
  readonly status?: number | undefined;
  /** Gong's own reference for the request; its support asks for it. */
  readonly requestId?: string | undefined;
  /** Gong's English sentences. It sends no error codes. */
  readonly messages?: readonly string[] | undefined;
  /** How long Gong asked us to stay away, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** The OAuth scope that the credential lacks. */
  readonly requiredScope?: string | undefined;
  /** What Gong says to the person who is to put it right. */
  readonly guidance?: Guidance | undefined;
  /** False: certainly nothing of the request left. */
  readonly wasSent?: boolean | undefined;
  /** True: an answer came, but not all of it. */
  readonly isCutOff?: boolean | undefined;
  /** False: the same again would be wrong or in vain, whatever the kind says. */
  readonly isRetryable?: false | undefined;
  readonly cause?: unknown;
}

/** What comes with a refusal of the meetings family: members that Gong leaves empty, and links to no web page, are absent. */
export interface Guidance {
  readonly userFacingError?: string;
  readonly fixUrl?: string;
  readonly helpUrl?: string;
}

/** A failed exchange with Gong. Its message is safe to show: it holds no credential, URL or body. */
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
    // Without an operation, it is of the gateway's own making.
    this.wasSent = details.operation !== undefined && details.wasSent !== false;
    this.isCutOff = details.isCutOff ?? false;
    this.isRetryable = details.isRetryable;
  }
}

/** What follows a message is another sentence: Gong's own often have no full stop. */
function sentence(text: string): string {
  const trimmed = text.trimEnd();
  return /[.!?…]["')\]]*$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** An answer of Gong that is not a success, parsed as far as it could be. */
export interface FailedAnswer {
  readonly operation: GongEndpoint;
  readonly status: number;
  readonly requestId: string | undefined;
  /** Gong's sentences; undefined when the body was not Gong's error envelope. */
  readonly messages: readonly string[] | undefined;
  /** All of the answer. */
  readonly body?: unknown;
  readonly retryAfterMs: number | undefined;
  /** Host of a redirect, when the answer was one. */
  readonly redirectHost: string | undefined;
}

const missingScopePattern = /permission to use '([^']+)'/i;
const emptyResultPattern = /^No .+ found corresponding to the provided filters\.?$/i;
const notReadyPattern = /\bnot (yet )?ready\b/i;
const notEnabledPattern =
  /not (been )?(enabled|licensed|activated)|limited release|no licen[cs]e|not included in/i;
/** Gong's text for an ID that it can't read as one. */
const unreadablePattern = /json parse error/i;
/** An ID, by that word or by a member such as `callIds`. */
const idPattern = /\b(?:ids?|ID[sS]?)\b|[a-z]I[dD]s?\b/;
const absencePattern = /\bnot (?:be )?found\b|n[o']t exist\b/i;
/** Records that are read by ID. */
const recordPattern = /\b(?:call|user|transcript|folder|flow|meeting)s?\b/i;
const placePattern = /\b(?:api|endpoint|method|operation|page|path|resource|route|ur[il])\b/i;
const unusablePattern = /\b(?:invalid|malformed|unknown)\b|\b(?:call|user)Ids\b/i;
/** What a text may hold beside what it says: paths, and the ID of a request. */
const besidePattern = /\b(?:request|correlation|trace)[ _-]?ids?\b|\S*\/\S*/gi;

/** The one place where Gong's statuses and sentences become kinds. */
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

/** Whether Gong answers so until it has enabled the feature for the company. */
function isUnlicensed(operation: GongEndpoint, status: number): boolean {
  if (operation === 'undescribed') return false;
  const { unlicensed }: { readonly unlicensed: readonly number[] } = gongOperations[operation];
  return unlicensed.includes(status);
}

/** Whether Gong charges for the operation. */
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

/**
 * What a failure means for a request that changes something at Gong. Where Gong may have done it, its failure
 * to say so is no reason to send it again.
 */
export function failureOfWrite(error: GongError): GongError {
  const { kind, operation, status, requestId, messages, retryAfterMs, cause } = error;
  const details = { operation, status, requestId, messages, retryAfterMs, cause };
  if (!error.wasSent) return error;
  // A server that says so has done nothing.
  if (status === NOT_IMPLEMENTED) return error;
  // A server that failed may have done it, however long the answer is that says so.
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

/** Whether a write was certainly not done, and may be sent again: it never left, or was sent back for its haste. */
export function isUndone(error: unknown): boolean {
  return error instanceof GongError && (!error.wasSent || error.kind === 'rate-limited');
}

/** Gong's 404 for "the filter matched nothing", which is an empty list and no failure. */
export function isEmptyResult(error: unknown): boolean {
  return (
    error instanceof GongError &&
    error.kind === 'not-found' &&
    error.messages.some((message) => emptyResultPattern.test(message.trim()))
  );
}

/**
 * Whether Gong refused a request for one of the IDs in it: it has no such record, or not yet, or can't read the ID.
 * Of several IDs, it then refuses all. A 404 or 400 whose text says nothing of an ID is the request's own failure.
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

/** "Call ID 5 was not found", "Some calls not found": not a bare "Not Found", which says so of anything. */
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

/** Gong's answer for a call that it has and doesn't show yet. Which status comes with it isn't documented. */
export function isNotReady(error: unknown): boolean {
  if (!(error instanceof GongError)) return false;
  // A server that isn't ready says nothing of a call.
  const isOutage = error.kind === 'unavailable';
  return error.messages.some(
    (text) => notReadyPattern.test(text) && (!isOutage || isOfRecord(text)),
  );
}

/** The same failure, with what to do about it. */
export function withHint(error: GongError, hint: string): GongError {
  return new GongError(error.kind, `${error.message} ${hint}`, error);
}
