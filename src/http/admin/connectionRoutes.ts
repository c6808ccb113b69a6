import fastifyCookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  AdministrationError,
  type Administration,
  type ConnectionSummary,
} from '../../tenants/connections/administration.js';
import { StoreUnavailableError } from '../../tenants/connections/connectionStore.js';
import { FlowError, type FlowCookie } from '../../tenants/connections/oauthFlow.js';
import type { Logger } from '../../lib/logger.js';
import { SECOND_MS } from '../../lib/clock.js';
import { OAuthError } from '../../gong/oauth.js';
import type { AuditLog } from '../../telemetry/audit/auditLog.js';
import { requireAdmin } from './administrators.js';
import { auditAdministrators, concernsTenant } from './auditing.js';
import { registerDeletionRoutes, type DeletionRouteOptions } from './deletionRoutes.js';
import type { FailedLogins } from '../clients/failedLogins.js';
import { refuse } from '../requests/refusal.js';

export interface ConnectionRouteOptions extends DeletionRouteOptions {
  /** Null when the gateway has no secret with which to store credentials. */
  readonly administration: Administration | null;
  /** Returns whether an `Authorization` header is an administrator's. */
  readonly isAdmin: (authorization: string | undefined) => boolean;
  /** URL to which Gong redirects browsers; undefined when OAuth is not configured. */
  readonly redirectUri: string | undefined;
  /** Returns what is wrong with the URL of a company's API; null when nothing is. */
  readonly hostProblem: (address: string) => string | null;
  /** API URL of keys that name none. */
  readonly defaultBaseUrl: string;
  readonly logger: Logger;
}

const START = '/oauth/gong/start';
const CALLBACK = '/oauth/gong/callback';
const CONNECTIONS = '/admin/connections';

/** Refuses what is not an administrator's. */
type OnlyAdmin = ReturnType<typeof requireAdmin>;

const tenantQuery = z.object({ tenant: z.string().min(1) });
const callbackQuery = z.object({
  code: z.string().optional(),
  state: z.string().optional(),
  error: z.string().optional(),
});
const keyBody = z.strictObject({
  // Basic authentication separates the parts by a colon.
  accessKey: z
    .string()
    .trim()
    .regex(/^[\x21-\x39\x3b-\x7e]+$/),
  accessKeySecret: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]+$/),
  baseUrl: z.string().trim().optional(),
});

/** Registers the routes with which administrators of the gateway connect companies, list connections, and end them. */
export async function registerConnectionRoutes(
  http: FastifyInstance,
  options: ConnectionRouteOptions,
  { audit, failedLogins }: { readonly audit: AuditLog | null; readonly failedLogins: FailedLogins },
): Promise<void> {
  await http.register(async (scope) => {
    await scope.register(fastifyCookie);
    if (audit !== null) auditAdministrators(scope, audit);
    scope.addHook('onRequest', (_request, reply, done) => {
      void reply.header('cache-control', 'no-store');
      done();
    });
    scope.setErrorHandler((error, request, reply) => fail(error, request, reply));
    const { isAdmin } = options;
    const onlyAdmin = requireAdmin({ isAdmin, browserPath: START, failedLogins });
    registerOAuthRoutes(scope, onlyAdmin, options);
    registerAdministration(scope, onlyAdmin, options);
    registerDeletionRoutes(scope, onlyAdmin, options);
  });
}

/** Registers the routes to Gong's sign-in page and back. */
function registerOAuthRoutes(
  scope: FastifyInstance,
  onlyAdmin: OnlyAdmin,
  options: ConnectionRouteOptions,
): void {
  const { administration, redirectUri } = options;
  const onStart = [redirectToRegisteredHost(redirectUri), onlyAdmin];
  scope.get(START, { onRequest: onStart }, async (request, reply) => {
    const query = tenantQuery.safeParse(request.query);
    if (!query.success) {
      const message =
        'The parameter "tenant" must name the tenant to connect, as in /oauth/gong/start?tenant=acme.';
      return refuse(reply, 400, 'BAD_USER_INPUT', message);
    }
    const { location, cookie } = await serving(administration).beginOAuth(query.data.tenant);
    return withCookie(reply, cookie, redirectUri ?? '').redirect(location, 302);
  });

  // Link checkers send a HEAD. It must not use the state and the code, as the GET route would.
  scope.head(CALLBACK, (_request, reply) => reply.code(204).send());
  scope.get(CALLBACK, { exposeHeadRoute: false }, async (request, reply) => {
    const query = callbackQuery.safeParse(request.query);
    const { code, state, error } = query.success ? query.data : {};
    try {
      const summary = await serving(administration).finishOAuth(
        { code, state, error },
        (name) => request.cookies[name],
      );
      concernsTenant(request, summary.tenant);
      return await page(reply, 200, 'Connected to Gong', connectedText(summary));
    } catch (failure) {
      const { status, message } = callbackFailure(failure, options.logger);
      return page(reply, status, 'Not connected', [message]);
    }
  });
}

function registerAdministration(
  scope: FastifyInstance,
  onRequest: OnlyAdmin,
  options: ConnectionRouteOptions,
): void {
  const { administration } = options;
  scope.get(CONNECTIONS, { onRequest }, async () => ({
    connections: await serving(administration).list(),
  }));

  scope.put<{ Params: { tenant: string } }>(
    `${CONNECTIONS}/:tenant`,
    { onRequest },
    async (request, reply) => {
      const body = keyBody.safeParse(request.body);
      if (!body.success) {
        const message =
          'The body must be a JSON object with "accessKey" and "accessKeySecret", and with "baseUrl" if that is not ' +
          `${options.defaultBaseUrl}.`;
        return refuse(reply, 400, 'BAD_USER_INPUT', message);
      }
      const { accessKey, accessKeySecret, baseUrl = options.defaultBaseUrl } = body.data;
      const problem = options.hostProblem(baseUrl);
      if (problem !== null) return refuse(reply, 400, 'BAD_USER_INPUT', problem);
      return serving(administration).connectByKey({
        tenant: request.params.tenant,
        baseUrl: new URL(baseUrl).origin,
        accessKey,
        accessKeySecret,
      });
    },
  );

  scope.delete<{ Params: { tenant: string } }>(
    `${CONNECTIONS}/:tenant`,
    { onRequest },
    async (request, reply) => {
      await serving(administration).end(request.params.tenant);
      return reply.code(204).send();
    },
  );
}

/**
 * A browser returns a cookie only to the host that set it. A browser that uses another name of this gateway is
 * redirected to the registered one.
 */
function redirectToRegisteredHost(redirectUri: string | undefined) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const { authorization, host } = request.headers;
    if (redirectUri === undefined || /^bearer /i.test(authorization ?? '')) return;
    const there = new URL(redirectUri);
    const asked = new URLSearchParams(request.url.split('?')[1] ?? '');
    // Redirected once, because behind a proxy the gateway may never see that name.
    if (host === there.host || asked.has('led')) return;
    asked.set('led', '1');
    const path = there.pathname.replace(/callback$/, 'start');
    await reply.redirect(`${there.origin}${path}?${asked.toString()}`, 302);
  };
}

function serving(administration: Administration | null): Administration {
  if (administration !== null) return administration;
  throw new AdministrationError(
    'no-oauth',
    'This gateway cannot store credentials. Set GATEWAY_SECRET and GATEWAY_ADMIN_TOKEN.',
  );
}

const statusOf: Readonly<Record<AdministrationError['reason'], number>> = {
  'unknown-tenant': 404,
  'fixed-tenant': 409,
  'no-oauth': 409,
  'not-connected': 404,
  refused: 400,
};

function fail(error: unknown, _request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof AdministrationError) {
    return refuse(reply, statusOf[error.reason], 'BAD_USER_INPUT', error.message);
  }
  if (error instanceof StoreUnavailableError) {
    return refuse(reply, 503, 'UNAVAILABLE', error.message, true);
  }
  throw error;
}

/**
 * Sets the cookie that the browser keeps until it returns: for this path, for no script, and for https when Gong
 * redirects to https.
 */
function withCookie(reply: FastifyReply, cookie: FlowCookie, redirectUri: string): FastifyReply {
  const { pathname, protocol } = new URL(redirectUri);
  return reply.setCookie(cookie.name, cookie.value, {
    path: pathname,
    httpOnly: true,
    sameSite: 'lax',
    secure: protocol === 'https:',
    maxAge: Math.ceil(cookie.maxAgeMs / SECOND_MS),
  });
}

function callbackFailure(
  error: unknown,
  logger: Logger,
): { readonly status: number; readonly message: string } {
  if (error instanceof FlowError) return { status: 400, message: error.message };
  if (error instanceof AdministrationError) {
    return { status: statusOf[error.reason], message: error.message };
  }
  if (error instanceof OAuthError) {
    logger.warn({ problem: error.problem }, error.message);
    return { status: 502, message: `${error.message} Start again at ${START}.` };
  }
  if (error instanceof StoreUnavailableError) {
    logger.error({ err: error }, 'Gong connection not stored');
    return {
      status: 503,
      message: `The connection could not be stored, and the gateway does not use it. Start again. ${error.message}`,
    };
  }
  throw error;
}

function connectedText(summary: ConnectionSummary): readonly string[] {
  const { tenant, gong, scopes, missingScopes = [] } = summary;
  return [
    `Tenant "${tenant}" is connected to Gong at ${gong}.`,
    ...(scopes === undefined ? [] : [`Granted: ${scopes.join(', ')}.`]),
    ...(missingScopes.length === 0
      ? []
      : [
          `Requested but not granted: ${missingScopes.join(', ')}. Fields that need these scopes fail.`,
        ]),
    'You can close this page.',
  ];
}

/** Returns a page with text only. */
function page(
  reply: FastifyReply,
  status: number,
  title: string,
  lines: readonly string[],
): FastifyReply {
  const body = lines.map((line) => `<p>${escaped(line)}</p>`).join('\n');
  return (
    reply
      .code(status)
      .type('text/html; charset=utf-8')
      .header('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
      .header('x-content-type-options', 'nosniff')
      // The URL contains the code and the state.
      .header('referrer-policy', 'no-referrer')
      .send(
        `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<h1>${title}</h1>
${body}
</html>
`,
      )
  );
}

function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
