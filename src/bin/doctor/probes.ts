import { getCallTranscripts, listCallsExtensive } from '../../gong/endpoints/calls.js';
import { requestTo } from '../../gong/endpoints/endpoint.js';
import { listScorecards, listWorkspaces } from '../../gong/endpoints/settings.js';
import { gongOperations } from '../../gong/generated/operations.js';
import type { Caller, GongBody, GongClient } from '../../gong/client.js';
import { MINUTE_MS } from '../../lib/clock.js';
import { GongError, isEmptyResult } from '../../gong/errors.js';
import type { GongRequest } from '../../gong/request.js';
import { listMultipleUsers } from '../../gong/endpoints/users.js';
import type { GongWorkspace } from '../../gong/endpoints/wire.js';

/** A request that shows whether the access has scopes. */
interface Probe {
  readonly request: GongRequest;
  /** In the order in which Gong checks them. */
  readonly scopes: readonly string[];
}

/** The result of the probes. */
export interface ProbeResult {
  /** The failure of the first request, which shows whether host and access are right; null when it succeeded. */
  readonly firstError: GongError | null;
  /** Scopes that were accepted, and scopes that Gong reported as missing. */
  readonly granted: readonly string[];
  readonly missing: readonly string[];
  /** The company's workspaces; null when they were not read. */
  readonly workspaces: readonly GongWorkspace[] | null;
  /** Why not all scopes were tried; null when they were. */
  readonly endedBy: GongError | null;
}

/** Maximum of the doctor's requests, including retries. */
export const MAX_REQUESTS = 5;

/** The last minute contains few records, often none. */
const WINDOW_MS = MINUTE_MS;

/** The first one shows whether the company is reachable. The others need the scopes that most fields depend on. */
const probed = [
  listMultipleUsers,
  listWorkspaces,
  listCallsExtensive,
  getCallTranscripts,
  listScorecards,
] as const;

function probesAt(now: number): readonly Probe[] {
  const minuteAgo = new Date(now - WINDOW_MS).toISOString();
  return probed.flatMap((endpoint) => {
    const ask = endpoint.probe?.(new Date(now).toISOString(), minuteAgo);
    if (ask === undefined) return [];
    const { scopes, conditionalScopes } = gongOperations[endpoint.id];
    return [{ request: requestTo(endpoint, ask), scopes: [...scopes, ...conditionalScopes] }];
  });
}

/**
 * Tries what the access may do, one request at a time, until one fails for another reason than a scope.
 *
 * @param now milliseconds since the epoch.
 * @param scopes whether to try scopes; if not, the first request is sufficient.
 * @param readsWorkspaces whether to read workspaces too.
 */
export async function probe(
  client: GongClient,
  caller: Caller,
  now: number,
  {
    scopes: tryScopes,
    readsWorkspaces,
  }: { readonly scopes: boolean; readonly readsWorkspaces: boolean },
): Promise<ProbeResult> {
  const granted: string[] = [];
  const missing: string[] = [];
  let workspaces: readonly GongWorkspace[] | null = null;
  const probes = tryScopes ? probesAt(now) : probesAt(now).slice(0, readsWorkspaces ? 2 : 1);
  for (const [index, { request, scopes }] of probes.entries()) {
    const answer = await tried(client, request, caller);
    const error = answer instanceof GongError ? answer : null;
    if (error === null) {
      granted.push(...scopes);
      if (request.operation === listWorkspaces.id && answer !== null) {
        workspaces = listWorkspaces.parse(answer as GongBody, null).items;
      }
    } else if (isMissingScope(error)) {
      missing.push(error.requiredScope);
      // Gong accepted the scopes before the one that it named.
      granted.push(...scopes.slice(0, Math.max(0, scopes.indexOf(error.requiredScope))));
    } else {
      return {
        firstError: index === 0 ? error : null,
        granted,
        missing,
        workspaces,
        endedBy: error,
      };
    }
  }
  return { firstError: null, granted, missing, workspaces, endedBy: null };
}

/** Returns Gong's response, or its failure; null when Gong has no such records. */
async function tried(
  client: GongClient,
  request: GongRequest,
  caller: Caller,
): Promise<GongBody | GongError | null> {
  try {
    const body = await client.read(request, caller);
    if ('requestId' in body) return body;
    // A server that returns JSON for any request is not Gong.
    const { operation } = request;
    return new GongError('bad-response', `Gong's response to ${operation} has no request ID.`, {
      operation,
      status: 200,
    });
  } catch (error) {
    if (!(error instanceof GongError)) throw error;
    // The last minute may contain no records. Any other 404 is a failure.
    return isEmptyResult(error) ? null : error;
  }
}

function isMissingScope(error: GongError): error is GongError & { readonly requiredScope: string } {
  return error.requiredScope !== undefined;
}
