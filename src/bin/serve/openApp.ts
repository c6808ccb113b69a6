import { fileURLToPath } from 'node:url';
import { isAdmin } from '../../access/clients/admin.js';
import { DEFAULT_TENANT } from '../../access/clients/client.js';
import { originProblem } from '../../config/gongAccess.js';
import { createApp, type App, type AppOptions } from '../../http/app.js';
import { auditHealth } from '../../http/health/auditHealth.js';
import { connectionsHealth } from '../../http/health/connectionsHealth.js';
import { credentialsHealth } from '../../http/health/credentialsHealth.js';
import type { HealthParts } from '../../http/health/health.js';
import { quotaHealth } from '../../http/health/quotaHealth.js';
import { redisHealth } from '../../http/health/redisHealth.js';
import { replicaHealth } from '../../http/health/replicaHealth.js';
import { StatusReports } from '../../http/admin/statusReports.js';
import type { StatusRouteOptions } from '../../http/admin/statusRoutes.js';
import type { Logger } from '../../lib/logger.js';
import { packageRoot } from '../../lib/packageRoot.js';
import type { Administration } from '../../tenants/connections/administration.js';
import type { OpenGateway } from './openGateway.js';

/** Folder of the built GraphiQL page. */
const graphiqlDirectory = fileURLToPath(new URL('dist/graphiql/', packageRoot));

/** Folder of the built status page. */
const statusDirectory = fileURLToPath(new URL('dist/status/', packageRoot));

/**
 * Creates the HTTP server of a gateway. It does not listen yet.
 *
 * @param changes what differs from a server that listens.
 */
export async function openApp(
  open: OpenGateway,
  logger: Logger,
  changes: Partial<AppOptions> = {},
): Promise<App> {
  const { config, gateway, authenticator, metrics, connecting, replicas, observers, audit } = open;
  const administration = connecting?.administrationOf(gateway) ?? null;
  const isAdministrator = (authorization: string | undefined): boolean =>
    isAdmin(authorization, open.administrators.token);
  const app = await createApp({
    schema: gateway.schema,
    logger,
    authenticator,
    isLocalOnly: config.isLocalOnly,
    isSandbox: config.isSandbox,
    deadlineMs: config.deadlineMs,
    cacheTtlSeconds: config.cacheTtlSeconds,
    graphiqlDirectory,
    metrics,
    observers,
    audit,
    health: healthOf(open),
    httpConfig: config.http,
    sharedDocuments: replicas?.documents ?? null,
    sharedRates: replicas?.rates ?? null,
    operationsPerMinute: (tenant) => gateway.operationsPerMinute(tenant),
    publicUrl: config.publicUrl,
    uploads: gateway.uploads,
    createContext: ({ name, tenant, person, roles }, asked) =>
      gateway.createContext({ client: name, tenant, person, roles, ...asked }),
    connecting: {
      administration,
      redirectUri: config.oauth?.redirectUri,
      isAdmin: isAdministrator,
      hostProblem: (address) => originProblem('baseUrl', address, config.anyGongHost),
      defaultBaseUrl: config.apiBaseUrl,
      replicaOf: async (tenant) => (await gateway.tenants.company(tenant)).replica,
      logger,
    },
    status: statusOf(open, administration, isAdministrator),
    ...changes,
  });
  await authenticator.prepare();
  return app;
}

/** Returns the status page; null when there is none. */
function statusOf(
  { config, gateway, access, status }: OpenGateway,
  administration: Administration | null,
  isAdministrator: (authorization: string | undefined) => boolean,
): StatusRouteOptions | null {
  if (status === null) return null;
  const reports = new StatusReports({
    ...status,
    companies: () => gateway.state().companies,
    fixedTenant: access === null ? null : DEFAULT_TENANT,
    administration,
    hasOAuth: config.oauth !== null,
    isSandbox: config.isSandbox,
    clock: gateway.uploads.clock,
  });
  const isOpen = config.adminToken === undefined;
  return { reports, directory: statusDirectory, isAdmin: isOpen ? null : isAdministrator };
}

function healthOf({
  config: { isSandbox },
  gateway,
  access,
  connecting,
  replicas,
  keepsCount,
  audit,
}: OpenGateway): HealthParts {
  return {
    quota: () => quotaHealth(gateway.state(), keepsCount(), isSandbox),
    credentials: () => credentialsHealth(gateway.state().companies, isSandbox),
    ...(connecting === null
      ? {}
      : { connections: () => connectionsHealth(connecting.connections, access !== null) }),
    ...(audit === null ? {} : { audit: () => auditHealth(audit.sink) }),
    replica: () => replicaHealth(gateway.state().companies),
    ...(replicas === null ? {} : { redis: () => redisHealth(replicas.status()) }),
  };
}
