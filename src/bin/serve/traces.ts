import { diag, DiagLogLevel } from '@opentelemetry/api';
import { LRUCache } from 'lru-cache';
import type { Config } from '../../config/config.js';
import { MINUTE_MS, SECOND_MS, type Clock } from '../../lib/clock.js';
import type { Logger } from '../../lib/logger.js';
import { packageVersion } from '../../lib/packageRoot.js';

/** Name of the service, unless `OTEL_SERVICE_NAME` or `OTEL_RESOURCE_ATTRIBUTES` names it. */
const SERVICE_NAME = 'gong-graphql-gateway';

/** A collector that does not respond keeps a stopping instance no longer. */
const FLUSH_TIMEOUT_MS = 3 * SECOND_MS;

/** An equal problem is logged again only after this time. */
const REPEAT_AFTER_MS = 10 * MINUTE_MS;
const MAX_PROBLEMS = 100;
const MAX_REASON_LENGTH = 300;

/** The export of spans to a collector. */
export interface TraceExport {
  /** Sends the remaining spans. Returns false when the collector did not respond in time. */
  close(): Promise<boolean>;
}

interface Surroundings {
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Starts to export the spans of this process. The SDK reads its `OTEL_…` variables from the environment. When no traces
 * are exported, it is not even loaded.
 *
 * @returns null when no traces are exported.
 */
export async function startTraceExport(
  { exportsTraces }: Pick<Config, 'exportsTraces'>,
  surroundings: Surroundings,
): Promise<TraceExport | null> {
  if (!exportsTraces) return null;
  const { NodeSDK, resources } = await import('@opentelemetry/sdk-node');
  const { defaultResource, resourceFromAttributes } = resources;
  const service = { 'service.name': SERVICE_NAME, 'service.version': packageVersion() };
  const sdk = new NodeSDK({
    resource: defaultResource().merge(resourceFromAttributes(service)),
    // The SDK's default also names the machine, its user, and the command line.
    ...(isSet('OTEL_NODE_RESOURCE_DETECTORS')
      ? {}
      : { resourceDetectors: [resources.envDetector, resources.serviceInstanceIdDetector] }),
    // The SDK's default exports metrics and logs too, of which the gateway records none.
    metricReaders: [],
    logRecordProcessors: [],
  });
  // With this variable, the SDK writes its problems to the console.
  if (!isSet('OTEL_LOG_LEVEL')) logProblems(surroundings);
  sdk.start();
  return { close: () => flush(() => sdk.shutdown(), surroundings) };
}

/** An empty variable counts as unset. */
function isSet(name: string): boolean {
  return (process.env[name] ?? '') !== '';
}

/** Returns whether sending the last spans ended in time, with or without success. */
function flush(send: () => Promise<void>, { clock, logger }: Surroundings): Promise<boolean> {
  return new Promise((resolve) => {
    const cancel = clock.after(FLUSH_TIMEOUT_MS, () => {
      logger.warn({}, 'Last traces not exported: the collector did not respond in time');
      resolve(false);
    });
    send()
      .catch((error: unknown) => {
        logger.warn({ err: error as Error }, 'Last traces not exported');
      })
      .finally(() => {
        cancel();
        resolve(true);
      });
  });
}

/** Logs each problem of the SDK, such as a collector that cannot be reached. */
function logProblems({ clock, logger }: Surroundings): void {
  const loggedAt = new LRUCache<string, number>({ max: MAX_PROBLEMS });
  const warn = (message: string): void => {
    const reason = message.slice(0, MAX_REASON_LENGTH);
    const now = clock.monotonic();
    if (now - (loggedAt.get(reason) ?? Number.NEGATIVE_INFINITY) < REPEAT_AFTER_MS) return;
    loggedAt.set(reason, now);
    logger.warn({ reason }, 'Traces may be incomplete: OpenTelemetry reported a problem');
  };
  const ignore = (): void => undefined;
  const sink = { error: warn, warn, info: ignore, debug: ignore, verbose: ignore };
  diag.setLogger(sink, { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });
}
