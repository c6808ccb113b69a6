import type { Command } from './commandLine/command.js';
import { listenProblem } from './commandLine/listenProblem.js';
import { ConfigError, parseConfig, sendsTokensInClear, type Config } from '../config/config.js';
import type { App } from '../http/app.js';
import { SECOND_MS, systemClock } from '../lib/clock.js';
import type { Logger } from '../lib/logger.js';
import { createReload } from './serve/reload.js';
import { openApp } from './serve/openApp.js';
import { openGateway, type OpenGateway } from './serve/openGateway.js';
import { hasStatusPage } from './serve/status.js';
import { createLogger, writeAuditOut } from './serve/createLogger.js';
import { startTraceExport, type TraceExport } from './serve/traces.js';

/** Serves the graph over HTTP until a signal stops it. */
export const serve: Command = {
  help: `Serves the graph. It takes no options. Environment variables configure it: see docs/reference/configuration.md.
Without any, it serves invented data from an embedded sandbox.`,
  run: async () => {
    const config = await orRefuse(() => parseConfig(process.env));
    const logger = createLogger(config.logLevel);
    warnOfRandomSecret(config, logger);
    warnOfPlainHttp(config, logger);
    warnOfUnknownAddresses(config, logger);
    const traces = await startTraceExport(config, { clock: systemClock, logger });
    const open = await orRefuse(() =>
      openGateway(config, { clock: systemClock, logger, writeAudit: writeAuditOut() }),
    );
    const app = await openApp(open, logger);
    const address = await listen(app.http, config, 'PORT');
    const { metricsPort: port } = config.http;
    if (app.metricsHttp !== null && port !== undefined) {
      const metrics = await listen(app.metricsHttp, { ...config, port }, 'GATEWAY_METRICS_PORT');
      logger.info({ metrics: `${metrics}/metrics` }, 'Metrics have a port of their own');
    }
    stopOnSignal(app, open, traces, logger);
    reloadOnSignal(createReload(() => parseConfig(process.env), { open, app, logger }));
    reportStart(address, open, logger);
  },
};

/** Prints what is wrong with the configuration, and ends the process. */
async function orRefuse<T>(start: () => T | Promise<T>): Promise<T> {
  try {
    return await start();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const problems = error.problems.map((line) => `- ${line}`).join('\n');
    console.error(`The gateway cannot start:\n${problems}`);
    process.exit(1);
  }
}

function warnOfRandomSecret(
  { secret, redisUrl }: Pick<Config, 'secret' | 'redisUrl'>,
  logger: Logger,
): void {
  if (secret !== undefined) return;
  logger.warn(
    redisUrl === undefined ? {} : { hint: 'Instances share only the quota, not responses.' },
    'GATEWAY_SECRET is not set: cursors and upload URLs become invalid when this process stops',
  );
}

function warnOfPlainHttp(config: Config, logger: Logger): void {
  if (!sendsTokensInClear(config)) return;
  const hint =
    'Put a proxy with TLS in front, and set GATEWAY_BEHIND_TLS=on or an https URL as GATEWAY_PUBLIC_URL.';
  logger.warn(
    { host: config.host, hint },
    'Tokens cross the network unencrypted: this is plain HTTP',
  );
}

function warnOfUnknownAddresses(
  { isBehindTls, isLocalOnly, http: { trustedProxies } }: Config,
  logger: Logger,
): void {
  if (!isBehindTls || isLocalOnly || trustedProxies.length > 0) return;
  logger.warn(
    { hint: 'Set GATEWAY_TRUSTED_PROXIES to the addresses of the proxies.' },
    "Every client has the proxy's address: failed logins of one throttle new logins of all",
  );
}

function listen(
  http: App['http'],
  { host, port }: Pick<Config, 'host' | 'port'>,
  portVariable: 'PORT' | 'GATEWAY_METRICS_PORT',
): Promise<string> {
  return http.listen({ host, port }).catch((error: unknown) => {
    console.error(listenProblem(error, { host, port, hostVariable: 'HOST', portVariable }));
    process.exit(1);
  });
}

function stopOnSignal(
  app: App,
  open: OpenGateway,
  traces: TraceExport | null,
  logger: Logger,
): void {
  let stopping: Promise<void> | undefined;
  const stop = async (signal: string): Promise<void> => {
    logger.info(
      { signal, drainSeconds: open.config.drainMs / SECOND_MS },
      'Stopping: not ready, new operations are rejected after the drain',
    );
    try {
      await app.drain(open.config.drainMs);
      await app.close();
      await open.close();
      // What still waits for the collector would keep the process.
      if ((await traces?.close()) === false) process.exit(0);
    } catch (error) {
      logger.error({ err: error as Error }, 'Stopping failed');
      process.exit(1);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // Handled once, so that a second signal ends the process at once.
    process.once(signal, () => {
      stopping ??= stop(signal);
    });
  }
}

/** On a terminal, the signal says that the terminal is gone, and ends the process. */
function reloadOnSignal(reload: () => Promise<void>): void {
  if (process.stdin.isTTY || process.stdout.isTTY) return;
  process.on('SIGHUP', () => {
    void reload();
  });
}

function reportStart(address: string, { config, access }: OpenGateway, logger: Logger): void {
  if (config.isLocalOnly) {
    logger.info(
      {},
      'Serving this machine only, because no authentication is configured. Set GATEWAY_TOKENS or GATEWAY_JWKS_URL ' +
        'to serve authenticated clients, or GATEWAY_OPEN=true to serve every client.',
    );
  }
  const gong = config.isSandbox ? 'sandbox' : (access?.baseUrl ?? 'by stored connections');
  logger.info(
    {
      graphiql: `${address}/graphiql`,
      ...(hasStatusPage(config) ? { status: `${address}/status` } : {}),
      gong,
    },
    `GraphiQL: ${address}/graphiql, ${sourceOf(config)}`,
  );
}

/** Describes the source of the data before any request to Gong. */
function sourceOf({ isSandbox, gong, oauth }: Config): string {
  if (isSandbox) {
    return 'uses the embedded sandbox: all data is invented. Set GONG_ACCESS_KEY and GONG_ACCESS_KEY_SECRET to use your own Gong';
  }
  if (gong !== null) return `uses Gong at ${gong.baseUrl}`;
  const where =
    oauth === null ? 'by PUT /admin/connections/default' : 'at /oauth/gong/start?tenant=default';
  return `uses stored Gong connections (administrators connect companies ${where})`;
}
