import { setTimeout as wait } from 'node:timers/promises';
import { createCompany, createLivingCompany } from './company/index.js';
import type { Company } from './company/types.js';
import { authenticate, requireScopes } from './credentials.js';
import { apiDescription } from './description.js';
import { GongFailure } from './errors.js';
import { applyFault } from './faultyAnswers.js';
import { createFaults, type Faults } from './faults.js';
import { createOAuthPages, type OAuthPages, type SandboxOAuth } from './oauth/index.js';
import { handlers } from './operations/index.js';
import type { Answer } from './operations/types.js';
import { resolveOptions, type SandboxOptions, type Settings } from './options.js';
import { createPager } from './paging.js';
import { createIdMaker, createRandom } from './random.js';
import { createRateLimit } from './rateLimit.js';
import type { RecordedRequest, SandboxRequest, SandboxResponse } from './requests.js';
import { headerOf, jsonResponse } from './responses.js';
import { findRoute, type Route } from './router.js';
import { listenOn, type ServerAddress, type ListenOptions } from './server.js';
import { validateInputs, type Undocumented } from './validation.js';

/** A running imitation of Gong for one company. */
export interface Sandbox {
  /**
   * Answers a request without any socket.
   * @throws ConnectionDropped when a scripted fault drops the connection.
   */
  handle: (request: SandboxRequest) => Promise<SandboxResponse>;
  /** Serves the same over HTTP. Port 0 (the default) takes a free one; the host is 127.0.0.1 by default. */
  listen: (options?: ListenOptions) => Promise<ServerAddress>;
  /** The data: change it and the next answer shows it. */
  company: Company;
  /** Lets everything happen in a living company that is due by the clock, as every request does first. */
  advance: () => void;
  /** All requests in order of arrival, refused and faulted ones included (the newest 10,000 or more). */
  readonly requests: RecordedRequest[];
  /** Those of one operation of the description. */
  requestsTo: (operationId: string) => RecordedRequest[];
  /** Scripted faults for the requests to come. */
  readonly faults: Faults;
  /**
   * What requests carried beyond the description, each once. Gong ignores such names in silence, and so
   * do the answers; a test can require this to be empty.
   */
  readonly undocumented: Undocumented[];
  /** Gong's log-in pages by OAuth 2.0, where the default app or that of the options is registered. */
  readonly oauth: SandboxOAuth;
}

/** Records kept at least; twice as many at most, so that a long run doesn't fill the memory. */
const KEPT_REQUESTS = 10_000;

/** Makes a sandbox; nothing listens yet. Same options and clock, same company and same answers. */
export const createSandbox = (options: SandboxOptions = {}): Sandbox => {
  const settings = resolveOptions(options);
  const faults = createFaults();
  const oauth = createOAuthPages(
    settings.oauth,
    () => settings.clock.now(),
    createRandom(settings.seed, 'oauth'),
  );
  const invented = { ...settings, now: settings.clock.now() };
  const life =
    settings.life && !settings.company ? createLivingCompany(invented, settings.life) : null;
  const sandbox: Sandbox = {
    advance: () => life?.advance(settings.clock.now()),
    handle: createHandle(settings, oauth, () => sandbox),
    listen: async (listenOptions = {}) => {
      const listening = await listenOn(sandbox, listenOptions);
      // Reading the description takes longest: better now than in the first answer.
      setImmediate(apiDescription);
      return listening;
    },
    company: settings.company ?? life?.company ?? createCompany(invented),
    requests: [],
    requestsTo: (operationId) =>
      sandbox.requests.filter((request) => request.operationId === operationId),
    faults,
    undocumented: [],
    oauth,
  };
  return sandbox;
};

const createHandle = (
  settings: Settings,
  oauth: OAuthPages,
  self: () => Sandbox,
): Sandbox['handle'] => {
  const { clock } = settings;
  const answer = createAnswer(settings, oauth, self);
  const random = createRandom(settings.seed, 'requestId');
  const nextRequestId = (): string =>
    Array.from({ length: 19 }, () => random.integer(0, 35).toString(36)).join('');
  const sleep = clock.sleep ?? ((ms: number) => wait(ms));

  return async (request) => {
    const sandbox = self();
    const requestId = nextRequestId();
    const send = async (
      recorded: RecordedRequest,
      honest: SandboxResponse,
      faults: Faults,
    ): Promise<SandboxResponse> => {
      if (settings.latencyMs > 0) await sleep(settings.latencyMs);
      // A refused burst leaves the script alone: the fault is meant for a request that gets through.
      const fault = honest.status === 429 ? undefined : faults.take(recorded);
      const response = fault ? await applyFault(fault, honest, requestId, sleep) : honest;
      recorded.status = response.status;
      return response;
    };
    const loggingIn = oauth.answer(request);
    if (loggingIn) return send(loggingIn.recorded, loggingIn.honest, oauth.faults);

    sandbox.advance();
    const arrival = record(request, clock.now());
    remember(sandbox.requests, arrival.recorded);
    return send(arrival.recorded, answer(request, arrival, requestId), sandbox.faults);
  };
};

/** What an honest Gong answers. */
const createAnswer = (
  settings: Settings,
  oauth: OAuthPages,
  self: () => Sandbox,
): ((request: SandboxRequest, arrival: Arrival, requestId: string) => SandboxResponse) => {
  const rateLimit = createRateLimit(settings);
  const paginate = createPager({ ...settings, secret: `sandbox-${settings.seed}` });
  const newId = createIdMaker(createRandom(settings.seed, 'created'));
  return (request, arrival, requestId) => {
    const { company, undocumented } = self();
    const now = arrival.recorded.at;
    try {
      const credential =
        oauth.credentialOf(request) ??
        authenticate(settings.credentials, headerOf(request, 'authorization'));
      rateLimit.admit(now);
      const { operation, handler, path } = handlerOf(arrival.route);
      const { operationId } = operation;
      requireScopes(credential, operation.scopes);
      const inputs = validateInputs(operation, path, arrival.query, request.body ?? '', (found) => {
        note(undocumented, found);
      });
      const { query, body } = inputs;
      const { cursor, ...others } = operation.bodySchema ? body : query;
      const answered = handler({
        requestId,
        operationId,
        path,
        query,
        body,
        company,
        now,
        credential,
        form: request.form ?? [],
        newId,
        uploads: settings.uploads,
        paginate: (all, total) => {
          const given = cursor as string | undefined;
          return paginate(all, { operationId, cursor: given, inputs: others, now, total });
        },
      });
      return respond(requestId, answered);
    } catch (error) {
      if (error instanceof GongFailure) return refuse(requestId, error);
      throw error;
    }
  };
};

/** The operation that a route leads to, with what answers it. @throws GongFailure where there is none. */
const handlerOf = (route: Route) => {
  if (route.kind === 'unknown-path') throw new GongFailure(404, ['Resource not found.']);
  if (route.kind === 'wrong-method') {
    throw new GongFailure(405, ['Method not allowed.'], { allow: route.allowed.join(', ') });
  }
  const { operationId } = route.operation;
  const handler = handlers[operationId];
  if (!handler) {
    throw new GongFailure(501, [`The sandbox does not imitate the operation ${operationId}.`]);
  }
  return { ...route, handler };
};

interface Arrival {
  readonly recorded: RecordedRequest;
  readonly route: Route;
  readonly query: URLSearchParams;
}

const record = ({ method, url, body, form }: SandboxRequest, at: number): Arrival => {
  const { pathname, searchParams: query } = new URL(url, 'http://sandbox.invalid');
  const upperMethod = method.toUpperCase();
  const route = findRoute(upperMethod, pathname);
  const recorded: RecordedRequest = {
    operationId: route.kind === 'operation' ? route.operation.operationId : null,
    method: upperMethod,
    path: pathname,
    query: Object.fromEntries(query),
    body: parseLeniently(body),
    form,
    at,
    status: null,
  };
  return { recorded, route, query };
};

const parseLeniently = (body: string | undefined): unknown => {
  if (body === undefined || body === '') return undefined;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
};

const remember = (requests: RecordedRequest[], recorded: RecordedRequest): void => {
  requests.push(recorded);
  if (requests.length >= 2 * KEPT_REQUESTS) requests.splice(0, KEPT_REQUESTS);
};

const note = (known: Undocumented[], found: Undocumented): void => {
  const isKnown = known.some(
    ({ operationId, where, name }) =>
      operationId === found.operationId && where === found.where && name === found.name,
  );
  if (!isKnown) known.push(found);
};

const respond = (requestId: string, { status, members, isBare }: Answer): SandboxResponse =>
  jsonResponse(status, isBare ? members : { requestId, ...members });

const refuse = (
  requestId: string,
  { status, errors, headers, members }: GongFailure,
): SandboxResponse => jsonResponse(status, { requestId, errors, ...members }, headers);
