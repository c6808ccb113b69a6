import { getCallTranscripts, listCalls, listCallsExtensive } from '../../gong/endpoints/calls.js';
import { readEndpoint, type AnyRead } from '../../gong/endpoints/catalog.js';
import { listGenericCrmIntegration } from '../../gong/endpoints/crm.js';
import { requestTo, type KnownIds } from '../../gong/endpoints/endpoint.js';
import { listScorecards, listWorkspaces } from '../../gong/endpoints/settings.js';
import { readEndpoints } from '../../gong/generated/catalog.js';
import { gongOperations } from '../../gong/generated/operations.js';
import type { Caller, GongBody, GongClient } from '../../gong/client.js';
import { text } from '../../gong/coerce.js';
import { DAY_MS, MINUTE_MS } from '../../lib/clock.js';
import { GongError, isEmptyResult, isIdRefusal, type GongErrorKind } from '../../gong/errors.js';
import type { GongRequest } from '../../gong/request.js';
import { listMultipleUsers, listUsers } from '../../gong/endpoints/users.js';
import { idOf, type GongWorkspace } from '../../gong/endpoints/wire.js';

/** Which scopes are tried: none but that of the first request, those that the most fields depend on, or all that read. */
export type Extent = 'none' | 'most used' | 'all';

/** What trying came to. */
export interface ProbeResult {
  /** How the first request failed; null: it didn't. It shows whether host and access are right. */
  readonly firstError: GongError | null;
  /** Scopes that served, and scopes that Gong said are missing. */
  readonly granted: readonly string[];
  readonly missing: readonly string[];
  /** Scopes of a feature that Gong has not enabled for the company. */
  readonly unlicensed: readonly string[];
  /** Scopes whose request failed otherwise, with how. */
  readonly failed: ReadonlyMap<string, GongError>;
  /** The company's workspaces; null where they weren't read. */
  readonly workspaces: readonly GongWorkspace[] | null;
  /** Why not all was tried; null: it was. */
  readonly endedBy: GongError | null;
}

/** How many requests the doctor may have sent, retries included. */
export const MAX_REQUESTS = 5;
/** The same when it tries all scopes that read. */
export const MAX_REQUESTS_OF_ALL = 40;

/** The last minute: little is read, often nothing. */
const WINDOW_MS = MINUTE_MS;
/** Nearly every company has a call in these days. */
const WINDOW_OF_FINDERS_MS = 30 * DAY_MS;

/** The first shows whether the company is reached at all; the others are those that the most fields depend on. */
const mostUsed = asReads([
  listMultipleUsers,
  listWorkspaces,
  listCallsExtensive,
  getCallTranscripts,
  listScorecards,
]);

const reading = asReads(readEndpoints);

/** The IDs that a record shows, by the endpoints that are read first when all scopes are tried. */
const finders = new Map<string, (found: GongBody) => KnownIds>([
  [
    listUsers.id,
    ({ id, emailAddress }) => ({
      userId: idOf(id) ?? undefined,
      email: text(emailAddress) ?? undefined,
    }),
  ],
  [listWorkspaces.id, ({ id }) => ({ workspaceId: idOf(id) ?? undefined })],
  [listCalls.id, ({ id }) => ({ callId: idOf(id) ?? undefined })],
  [
    listGenericCrmIntegration.id,
    ({ integrationId }) => ({ integrationId: idOf(integrationId) ?? undefined }),
  ],
]);

/** Whether a request that only reads can show that the scope is there. */
export function canBeTried(scope: string): boolean {
  return reading.some(
    (endpoint) => endpoint.probe !== undefined && scopesOf(endpoint).includes(scope),
  );
}

/** One endpoint for each scope, those first that find IDs. */
function allEndpoints(): readonly AnyRead[] {
  const ofFinders = [...finders.keys()].flatMap((id) => readEndpoint(id) ?? []);
  // Users are among those that find IDs.
  const chosen = [...new Set([...ofFinders, ...mostUsed.slice(1)])];
  const covered = new Set(chosen.flatMap(scopesOf));
  for (const endpoint of reading) {
    const scopes = scopesOf(endpoint).filter((scope) => !covered.has(scope));
    if (endpoint.probe === undefined || scopes.length === 0) continue;
    chosen.push(endpoint);
    for (const scope of scopes) covered.add(scope);
  }
  return chosen;
}

/**
 * Tries what the access may do, one request after the other.
 *
 * @param now milliseconds since the epoch.
 * @param extent unless all scopes are tried, the first request that fails for anything else than a scope is the last.
 * @param readsWorkspaces whether these are wanted, too.
 */
export async function probe(
  client: GongClient,
  caller: Caller,
  now: number,
  { extent, readsWorkspaces }: { readonly extent: Extent; readonly readsWorkspaces: boolean },
): Promise<ProbeResult> {
  const granted = new Set<string>();
  const missing: string[] = [];
  const unlicensed: string[] = [];
  const failed = new Map<string, GongError>();
  let workspaces: readonly GongWorkspace[] | null = null;
  let knownIds: KnownIds = {};
  const result = (firstError: GongError | null, endedBy: GongError | null): ProbeResult => {
    const scopes = { granted: [...granted], missing, unlicensed, failed };
    return { firstError, endedBy, ...scopes, workspaces };
  };
  const few = extent === 'none' ? mostUsed.slice(0, readsWorkspaces ? 2 : 1) : mostUsed;
  for (const [index, endpoint] of (extent === 'all' ? allEndpoints() : few).entries()) {
    const request = requestOf(endpoint, now, extent, knownIds);
    if (request === null) continue;
    const scopes = scopesOf(endpoint);
    const answer = await tried(client, request, caller);
    if (!(answer instanceof GongError)) {
      for (const scope of scopes) granted.add(scope);
      if (answer === null) continue;
      if (endpoint.id === listWorkspaces.id) workspaces = listWorkspaces.parse(answer, null).items;
      if (extent === 'all') knownIds = { ...knownIds, ...idsIn(endpoint, answer) };
    } else if (isMissingScope(answer)) {
      missing.push(answer.requiredScope);
      // Those before the one that it named, it found.
      const found = scopes.slice(0, Math.max(0, scopes.indexOf(answer.requiredScope)));
      for (const scope of found) granted.add(scope);
    } else if (index === 0) return result(answer, answer);
    else if (extent !== 'all' || endings.has(answer.kind)) return result(null, answer);
    else if (answer.kind === 'not-licensed') unlicensed.push(...scopes);
    else for (const scope of scopes) failed.set(scope, answer);
  }
  return result(null, null);
}

/** Failures after which no other request can succeed. */
const endings: ReadonlySet<GongErrorKind> = new Set([
  'bad-credentials',
  'rate-limited',
  'quota-exhausted',
  'cost-limit-exceeded',
  'deadline-exceeded',
]);

/** Null where an ID would be needed that is not known. */
function requestOf(
  endpoint: AnyRead,
  now: number,
  extent: Extent,
  knownIds: KnownIds,
): GongRequest | null {
  const isFinder = extent === 'all' && finders.has(endpoint.id);
  const since = new Date(now - (isFinder ? WINDOW_OF_FINDERS_MS : WINDOW_MS)).toISOString();
  const asked = endpoint.probe?.(new Date(now).toISOString(), since, knownIds) ?? null;
  return asked === null ? null : requestTo(endpoint, asked);
}

/** In the order in which Gong looks for them. */
function scopesOf({ id }: AnyRead): readonly string[] {
  const { scopes, conditionalScopes } = gongOperations[id];
  return [...scopes, ...conditionalScopes];
}

function idsIn(endpoint: AnyRead, answer: GongBody): KnownIds {
  const { items } = endpoint.parse(answer, null);
  const [found] = items as readonly GongBody[];
  return found === undefined ? {} : (finders.get(endpoint.id)?.(found) ?? {});
}

/** Gong's answer, or how it failed; null where it has nothing of the kind. */
async function tried(
  client: GongClient,
  request: GongRequest,
  caller: Caller,
): Promise<GongBody | GongError | null> {
  try {
    const body = await client.read(request, caller);
    if ('requestId' in body) return body;
    // Whatever answers any question with JSON isn't Gong.
    const { operation } = request;
    return new GongError('bad-response', `Gong's response to ${operation} has no request ID.`, {
      operation,
      status: 200,
    });
  } catch (error) {
    if (!(error instanceof GongError)) throw error;
    // In the last minute, there may be nothing, or nothing with the ID. Any other 404 is a failure.
    return isEmptyResult(error) || isIdRefusal(error) ? null : error;
  }
}

function isMissingScope(error: GongError): error is GongError & { readonly requiredScope: string } {
  return error.requiredScope !== undefined;
}

function asReads(endpoints: readonly unknown[]): readonly AnyRead[] {
  return endpoints as readonly AnyRead[];
}
