import { pino } from 'pino';
import { enabledFields } from '../../src/graphql/scopes/enabled.js';
import { scopeReport } from '../../src/graphql/scopes/report.js';
import { scopeUses } from '../../src/graphql/scopes/uses.js';
import { createSchema } from '../../src/graphql/schema.js';
import { errorCodes } from '../../src/lib/errorCodes.js';
import { GatewayMetrics } from '../../src/telemetry/gatewayMetrics.js';
import { logEventsTable } from './logEvents.js';
import { code, page, table } from './markdown.js';

/** docs/reference/errors.md */
export function errorsPage(): string {
  const rows = Object.entries(errorCodes).map(([name, { retryable, status, when, fix }]) => [
    code(name),
    retryable ? 'yes' : 'no',
    status === null ? '–' : String(status),
    when,
    fix,
  ]);
  return page(
    'Error codes',
    '`errors[].extensions.code` is one of these. Codes are stable; messages are not. [Handle errors](../how-to/handle-errors.md) ' +
      'says what a client does with them.',
    table(['Code', 'Retryable', 'Status', 'When', 'What to do'], rows),
    'Status: the HTTP status of a response without `data`, for a client that accepts `application/graphql-response+json`. ' +
      '"–" means that the error comes with `data`, and such a response has the status 294. [HTTP endpoints](http.md#statuses) ' +
      'has the statuses for `application/json`, and those of `PUT /uploads/<ticket>`. `FORBIDDEN` is 403 wherever the request ' +
      'is not GraphQL, and for another `Host`.',
  );
}

/** What prom-client keeps of a metric beside what it prints. */
interface Metric {
  readonly name: string;
  readonly help: string;
  readonly type: string;
  readonly labelNames: readonly string[];
  readonly upperBounds?: readonly number[];
}

/** docs/reference/metrics.md */
export function metricsPage(): string {
  const { registry } = new GatewayMetrics(false);
  const metrics = registry.getMetricsAsArray() as unknown as readonly (Metric & {
    constructor: { readonly name: string };
  })[];
  const rows = metrics
    .map((metric) => [
      code(metric.name),
      metric.constructor.name.toLowerCase(),
      metric.labelNames
        .filter((name) => name !== 'le')
        .map(code)
        .join(', '),
      metric.help,
      (metric.upperBounds ?? []).join(', '),
    ])
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
  return page(
    'Metrics and log lines',
    'What the gateway reports to its operators. [Watch the gateway](../how-to/watch-the-gateway.md) has alert rules and traces.',
    '## Metrics',
    '`GET /metrics` returns Prometheus text, at `GATEWAY_METRICS_PORT` when that is set. It needs `GATEWAY_METRICS_TOKEN` as a bearer token when that is set. Otherwise, restrict it by network. Labels hold names of clients, ' +
      'tenants, Gong endpoints, and GraphQL operations, never addresses, titles, or texts. The usual metrics of a Node.js ' +
      'process (`process_…`, `nodejs_…`) follow.',
    table(['Metric', 'Type', 'Labels', 'Meaning', 'Buckets in seconds'], rows),
    'The sum of `gong_gateway_gong_requests_total` without the outcome `unsent` is what Gong received. An operation name ' +
      'that looks generated, or comes after the first 200, has the label `other`.',
    '## Log lines',
    'The log goes to standard output, as one JSON object per line. In a terminal it is formatted for people. `LOG_LEVEL` is ' +
      'the lowest level that is written. Lines hold no credentials and no texts of calls. Email addresses and phone numbers ' +
      'in errors are masked. [See who did what](../how-to/see-who-did-what.md) describes the line of an operation and the ' +
      'audit log.',
    table(
      ['Member', 'Meaning'],
      [
        [code('level'), levelNames()],
        [code('time'), 'When it was written, in milliseconds since 1970.'],
        [code('pid'), 'The process.'],
        [code('hostname'), 'The machine.'],
        [code('msg'), 'What happened: one of the events in the next table.'],
        [code('tenant'), 'The tenant that it concerns, if it concerns one.'],
        [code('hint'), 'What to do, if an operator must act.'],
        [code('err'), 'The error: `type`, `message`, `stack`, and members of its own.'],
      ],
    ),
    'These are the events, except those at the level `debug`. "…" stands for what varies. `error` needs action, `warn` ' +
      'reports a degraded state that recovers alone, and `info` a change of state. Problems of a policy and of OAuth 2.0 ' +
      'are logged with messages of their own, which say what to do.',
    logEventsTable(),
  );
}

/** The numbers by which the log names its levels. */
function levelNames(): string {
  return Object.entries(pino.levels.values)
    .filter(([name]) => ['debug', 'info', 'warn', 'error'].includes(name))
    .map(([name, value]) => `${value} is ${code(name)}`)
    .join(', ');
}

/** docs/reference/scopes.md */
export function scopesPage(): string {
  const { needed } = scopeReport(scopeUses(createSchema(), enabledFields([])), null);
  const parts = needed.map(({ scope, isAlwaysAsked, operations }) => {
    const rows = operations.map(({ endpoint, operation, fields }) => [
      code(endpoint),
      code(operation),
      fields
        .map(({ field, whenArgument }) =>
          code(whenArgument === null ? field : `${field}(${whenArgument}:)`),
        )
        .join(', '),
    ]);
    const always = isAlwaysAsked ? '\n\nOAuth 2.0 always requests this scope.' : '';
    return `## ${scope}${always}\n\n${table(['Gong endpoint', 'Operation', 'Fields'], rows)}`;
  });
  return page(
    'Scopes',
    'Each OAuth scope that the fields of the schema need at Gong. `Type.*` means the fields of a record that have no source ' +
      'of their own. A credential without a scope fails only the fields that need it, with `GONG_MISSING_SCOPE`. ' +
      '`npm run scopes` prints this list and compares it with `GONG_OAUTH_SCOPES`.',
    `To grant all: ${needed.map(({ scope }) => code(scope)).join(' ')}`,
    ...parts,
    '`Mutation.gongRequest` needs the scope of the request that it sends, which is in no table here.',
  );
}
