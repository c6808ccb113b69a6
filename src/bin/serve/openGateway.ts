import { DEFAULT_TENANT } from '../../access/clients/client.js';
import {
  createAuthenticator,
  type TokenAuthenticator,
} from '../../access/clients/authenticator.js';
import type { Config, GongAccess } from '../../config/config.js';
import { createKeepAliveFetch } from '../../gong/fetch.js';
import { isApiOrigin } from '../../gong/oauth.js';
import type { Clock } from '../../lib/clock.js';
import type { Logger } from '../../lib/logger.js';
import type { Replicas } from '../../storage/redis/redisStorage.js';
import type { OperationObserver } from '../../telemetry/endedOperation.js';
import { GatewayMetrics } from '../../telemetry/gatewayMetrics.js';
import {
  openConnectionManagement,
  type ConnectionManagement,
} from '../../tenants/connectionManagement.js';
import { createGateway, type Gateway } from '../../tenants/gateway.js';
import { randomUUID } from 'node:crypto';
import { Sealer } from '../../lib/sealer.js';
import type { AuditLog } from '../../telemetry/audit/auditLog.js';
import { logOperations } from '../../telemetry/operationLine.js';
import { endOperationSpans } from '../../telemetry/rootSpans.js';
import { StatusCounts } from '../../telemetry/status/statusCounts.js';
import { openAudit, type WriteAudit } from './audit.js';
import { checkPolicies, openPolicies } from './policies.js';
import { startSandbox, type EmbeddedSandbox } from './sandbox.js';
import { allOf, hasStatusPage, openStatus, type OpenStatus } from './status.js';
import { openStorage, type OpenStorage } from './storage.js';

/** What a gateway needs besides its configuration. */
export interface GatewaySurroundings {
  readonly clock: Clock;
  readonly logger: Logger;
  /** What the program does with the records of `GATEWAY_AUDIT_LOG=stdout`. */
  readonly writeAudit?: WriteAudit | undefined;
}

/** A gateway with what it is connected to. It listens nowhere. */
export interface OpenGateway {
  readonly config: Config;
  readonly gateway: Gateway;
  readonly authenticator: TokenAuthenticator;
  readonly metrics: GatewayMetrics;
  /** Each of them gets every operation that has ended. */
  readonly observers: readonly OperationObserver[];
  /** Null when the audit log is off. */
  readonly audit: AuditLog | null;
  /** What the status page shows; null: there is no such page. */
  readonly status: OpenStatus | null;
  /** The API key of the default tenant, or of the sandbox; null: companies have stored connections. */
  readonly access: GongAccess | null;
  /** The token of administrators, which may be read again. */
  readonly administrators: { token: string | undefined };
  /** Manages stored connections; null: none can be stored. */
  readonly connecting: ConnectionManagement | null;
  /** What instances share through Redis; null: there is one instance. */
  readonly replicas: Replicas | null;
  /** Returns whether the daily count of requests survives the process. */
  readonly keepsCount: () => boolean;
  /** Ends background work and connections. Operations must have ended. */
  close(): Promise<void>;
}

/**
 * Opens a gateway: its storage, its connections to Gong or the sandbox, and the policies of its tenants.
 *
 * @throws ConfigError when the policies cannot be used. Whatever was opened is closed then.
 */
export async function openGateway(
  config: Config,
  surroundings: GatewaySurroundings,
): Promise<OpenGateway> {
  const audit = openAudit(config, surroundings.writeAudit, surroundings);
  const sandbox = config.isSandbox ? await startSandbox(config) : null;
  const gong = createKeepAliveFetch(surroundings.clock, config.maxGongResponseBytes);
  const opened = openStorage(config, sandbox, surroundings);
  let gateway: Gateway | null = null;
  let status: OpenStatus | null = null;
  let cancelChecks: () => void = () => undefined;
  const close = async (): Promise<void> => {
    cancelChecks();
    // Renewals need the network and the storage, so they end first.
    await gateway?.tenants.close();
    await status?.shared?.close();
    gong.close();
    await opened.replicas?.close();
    await sandbox?.close();
    await sandbox?.deleteCopies();
    audit?.sink.close();
  };
  try {
    const parts = await connectGateway(config, { sandbox, gong, opened, audit, surroundings });
    ({ gateway, status } = parts);
    cancelChecks = await checkPolicies(await connectedTenants(parts, surroundings.logger), {
      gateway,
      ...surroundings,
    });
    const { replicas, keepsCount } = opened;
    const administrators = { token: config.adminToken };
    return { config, ...parts, audit, gateway, administrators, replicas, keepsCount, close };
  } catch (error) {
    await close().catch((failure: unknown) => {
      surroundings.logger.error({ err: failure as Error }, 'Stopping after a failed start failed');
    });
    throw error;
  }
}

/** What is open before the gateway. */
interface Outside {
  readonly sandbox: EmbeddedSandbox | null;
  readonly gong: Pick<ReturnType<typeof createKeepAliveFetch>, 'fetch'>;
  readonly opened: OpenStorage;
  readonly audit: AuditLog | null;
  readonly surroundings: GatewaySurroundings;
}

async function connectGateway(
  config: Config,
  { sandbox, gong: { fetch }, opened, audit, surroundings }: Outside,
) {
  const { storage, connections } = opened;
  const { secret } = config;
  const access = sandbox === null ? config.gong : sandbox.access;
  const connecting =
    connections === null || secret === undefined
      ? null
      : openConnectionManagement({
          config,
          secret,
          store: connections,
          state: storage.state,
          fetch,
          ...surroundings,
        });
  const metrics = new GatewayMetrics(config.isSandbox).addProcess();
  const counts = hasStatusPage(config) ? new StatusCounts(surroundings.clock) : null;
  const policy = await openPolicies(config);
  const gateway = createGateway({ ...config, policy, isAudited: audit !== null }, access, {
    fetch,
    random: Math.random,
    ...surroundings,
    storage,
    ...(connecting === null ? {} : { connections: connecting.connections }),
    isHostAllowed: (baseUrl) => isApiOrigin(baseUrl, config.anyGongHost),
    ...(connecting?.endpoint == null ? {} : { endpoint: connecting.endpoint }),
    observerOf: (tenant) => {
      const counting = metrics.observerOf(tenant);
      return counts === null ? counting : allOf([counting, counts.observerOf(tenant)]);
    },
  });
  metrics.watch(() => gateway.state());
  const authenticator = createAuthenticator(config, { fetch, ...surroundings });
  metrics.watchAudit(() => audit?.sink.lost ?? 0);
  const sealer = new Sealer(secret ?? randomUUID(), 'log');
  const observers = [
    metrics.onEnded,
    logOperations(surroundings.logger, sealer),
    endOperationSpans(),
    ...(audit === null ? [] : [audit.onEnded]),
    ...(counts === null ? [] : [counts.onEnded]),
  ];
  const store = opened.replicas?.counts ?? null;
  const status =
    counts === null ? null : openStatus(counts, gateway, { clock: surroundings.clock, store });
  return { gateway, authenticator, metrics, observers, status, access, connecting };
}

/** Returns the tenants that have a company now. */
async function connectedTenants(
  { access, connecting }: Pick<OpenGateway, 'access' | 'connecting'>,
  logger: Logger,
): Promise<readonly string[]> {
  const stored = await connecting?.connections.list().catch((error: unknown) => {
    logger.warn({ err: error as Error }, 'Stored Gong connections cannot be read yet');
  });
  return [
    ...(access === null ? [] : [DEFAULT_TENANT]),
    ...(stored ?? []).map(({ tenant }) => tenant),
  ];
}
