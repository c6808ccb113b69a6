import type { FastifyInstance, FastifyRequest } from 'fastify';
import { TENANT_NAME } from '../../access/clients/client.js';
import type { AuditLog } from '../../telemetry/audit/auditLog.js';
import { addressOf } from '../clients/clientAddress.js';

/** Acts of administrators, by method and route. */
const acts: ReadonlyMap<string, string> = new Map([
  ['GET /oauth/gong/start', 'start-oauth'],
  ['GET /oauth/gong/callback', 'finish-oauth'],
  ['GET /admin/connections', 'list-connections'],
  ['PUT /admin/connections/:tenant', 'connect-by-key'],
  ['DELETE /admin/connections/:tenant', 'disconnect'],
  ['GET /admin/replicas/:tenant/deletions', 'view-deletions'],
  ['POST /admin/replicas/:tenant/deletions', 'confirm-deletions'],
]);

const tenants = new WeakMap<FastifyRequest, string>();

/** Says which tenant an act concerns, when the URL does not name it. */
export function concernsTenant(request: FastifyRequest, tenant: string): void {
  tenants.set(request, tenant);
}

/** Writes every act of administrators, and each failed token, before the response is sent. */
export function auditAdministrators(scope: FastifyInstance, audit: AuditLog): void {
  scope.addHook('onSend', (request, { statusCode }, _payload, done) => {
    const route = `${request.method} ${request.routeOptions.url ?? ''}`;
    const tenant = tenantOf(request);
    if (statusCode === 401 || statusCode === 429) {
      const reason = request.headers.authorization === undefined ? 'no-token' : 'invalid-token';
      const address = addressOf(request);
      audit.badToken({ requestId: request.id, tenant }, `administrator: ${reason}`, address);
    } else if (isAct(request, statusCode)) {
      const act = acts.get(route) ?? route;
      audit.admin({ requestId: request.id, tenant }, act, statusCode);
    }
    done();
  });
}

/**
 * Returns whether a request did something as an administrator. Link checkers send HEAD, and a browser may be redirected
 * to another name of the gateway before it authenticates.
 */
function isAct({ method, headers, routeOptions }: FastifyRequest, statusCode: number): boolean {
  // An open status page reads its report every few seconds, and changes nothing.
  if (method === 'HEAD' || routeOptions.url === '/admin/status') return false;
  const isRedirectedFirst =
    routeOptions.url === '/oauth/gong/start' && headers.authorization === undefined;
  return !(isRedirectedFirst && statusCode === 302);
}

function tenantOf(request: FastifyRequest): string | null {
  const { tenant: inPath } = request.params as { readonly tenant?: unknown };
  const { tenant: inQuery } = request.query as { readonly tenant?: unknown };
  const tenant = tenants.get(request) ?? inPath ?? inQuery;
  return typeof tenant === 'string' && TENANT_NAME.test(tenant) ? tenant : null;
}
