import { z } from 'zod';
import { policyWords } from '../../src/access/policy/settings.js';
import { secretVariables, variables } from '../../src/config/config.js';
import { parseTenants, tenant } from '../../src/config/tenants.js';
import { code, page, table } from './markdown.js';
import { groups, type VariableDoc } from './variableGroups.js';
import { variableDocs, type VariableName } from './variables.js';

/** A value that no rule accepts: rules that check anything say what they accept. */
const NONSENSE = '\u0000';

interface Documented extends VariableDoc {
  readonly name: VariableName;
  /** As it is written in the environment; undefined: there is none. */
  readonly standard: string | undefined;
  /** What the rules accept, such as "a whole number from 0 to 1000". */
  readonly accepted: string;
}

function documented(name: VariableName): Documented {
  const rule = variables.shape[name];
  const problem = rule.safeParse(NONSENSE).error?.issues[0]?.message ?? '';
  const value: unknown = rule.safeParse(undefined).data;
  const isSwitch = rule.safeParse('on').success && typeof value === 'boolean';
  const standard = isSwitch
    ? value
      ? 'on'
      : 'off'
    : value === undefined
      ? undefined
      : // Lists of words are spelled with commas.
        [value].flat().map(String).join();
  return {
    ...variableDocs[name],
    name,
    standard,
    accepted: problem.replace(/^must (be|have) /, ''),
  };
}

/** Those that most operators set, in the order of README. */
const mostUsed: readonly VariableName[] = [
  'GONG_ACCESS_KEY',
  'GONG_ACCESS_KEY_SECRET',
  'GONG_API_BASE_URL',
  'GONG_REQUESTS_PER_DAY',
  'HOST',
  'GATEWAY_TOKENS',
  'GATEWAY_SECRET',
  'GATEWAY_POLICY',
  'GATEWAY_MAX_GONG_REQUESTS',
  'REDIS_URL',
];

const defaultOf = ({ fallback, standard }: Documented): string =>
  fallback ?? (standard === undefined ? 'none' : code(standard));

/** The table of README. */
export function mostUsedVariables(): string {
  return table(
    ['Variable', 'Default', 'Meaning'],
    mostUsed
      .map(documented)
      .map((variable) => [
        code(variable.name),
        defaultOf(variable),
        [variable.description, ...details(variable.accepted)].join(' '),
      ]),
  );
}

const byGroup = (group: string): readonly Documented[] =>
  (Object.keys(variableDocs) as VariableName[])
    .map(documented)
    .filter((variable) => variable.group === group);

const names = Object.keys(groups) as (keyof typeof groups)[];

/** docs/reference/configuration.md */
export function configurationPage(): string {
  const parts = names.map((group) => {
    const rows = byGroup(group).map((variable) => {
      const { name, accepted, unit, description, example } = variable;
      const isSecret = secretVariables.includes(name);
      const meaning = [description, ...details(accepted), ...(isSecret ? ['Secret.'] : [])];
      return [code(name), defaultOf(variable), unit ?? '', meaning.join(' '), code(example)];
    });
    return `## ${group}\n\n${groups[group]}\n\n${table(['Variable', 'Default', 'Unit', 'Meaning', 'Example'], rows)}`;
  });
  return page(
    'Configuration',
    'The gateway reads environment variables once, at startup, and some files again on SIGHUP: see [Rotate secrets and tokens](../how-to/rotate-secrets.md). It reports every missing, malformed, or misspelled one ' +
      'at once, and ends with exit code 1. An empty variable counts as unset. Unknown variables that begin with `GONG_`, ' +
      '`GATEWAY_`, or `SANDBOX_` stop the start, except those that Kubernetes injects for a service (`…_SERVICE_HOST`, `…_SERVICE_PORT`, `…_PORT=tcp://…`, `…_PORT_80_TCP`).\n\n' +
      'Each variable that is marked as secret may come from a file: `GATEWAY_SECRET_FILE=/run/secrets/gateway` in place of ' +
      '`GATEWAY_SECRET`. A line break at the end of the file does not count. A file that cannot be read or that is empty stops ' +
      'the start, and so do both variables together.\n\n' +
      '[`.env.example`](../../.env.example) lists all variables, ready to copy.',
    ...parts,
    openTelemetryPart(),
    policyWordsPart(),
    tenantsPart(),
  );
}

function details(accepted: string): readonly string[] {
  return accepted === '' ? [] : [`Accepted: ${accepted}.`];
}

/** Variables of OpenTelemetry that operators of the gateway are likely to need. */
const openTelemetry: Readonly<Record<string, string>> = {
  OTEL_EXPORTER_OTLP_ENDPOINT:
    'URL of a collector, such as `http://collector.example.com:4318`. Turns traces on, and sends them to `/v1/traces` below it.',
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'URL of the traces alone, used as it is. Turns traces on.',
  OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf (the default), http/json, or grpc.',
  OTEL_EXPORTER_OTLP_HEADERS:
    'Headers for the collector: `name=value`, separated by commas. Secret.',
  OTEL_EXPORTER_OTLP_TIMEOUT: 'Maximum time of one export, in milliseconds; 10000 by default.',
  OTEL_SERVICE_NAME: 'Name of the service; `gong-graphql-gateway` by default.',
  OTEL_RESOURCE_ATTRIBUTES: 'Attributes of all spans: `name=value`, separated by commas.',
  OTEL_NODE_RESOURCE_DETECTORS:
    'Sources of further attributes; `env,serviceinstance` by default. `host` and `process` name the machine, its user, and the command line.',
  OTEL_TRACES_SAMPLER: 'Which traces are recorded; `parentbased_always_on` by default.',
  OTEL_TRACES_SAMPLER_ARG: 'Argument of the sampler, such as `0.1` for a tenth.',
  OTEL_LOG_LEVEL:
    'Writes problems of the SDK to the console instead of the log, from this level on.',
};

function openTelemetryPart(): string {
  return [
    '## OpenTelemetry',
    'The gateway exports [traces](../how-to/watch-the-gateway.md#export-traces) when one of the two endpoints is set. The SDK ' +
      'of OpenTelemetry reads all of its standard variables. These are the ones that most operators need. At ' +
      'startup, the gateway checks the endpoints. The SDK ignores any other value that it does not know.',
    table(
      ['Variable', 'Meaning'],
      Object.entries(openTelemetry).map(([name, meaning]) => [code(name), meaning]),
    ),
  ].join('\n\n');
}

function policyWordsPart(): string {
  return [
    '## Policy words',
    '`GATEWAY_POLICY`, `GATEWAY_POLICY_ROLES`, and `policy` in the [tenants file](#tenants-file) hold these words, separated ' +
      'by commas. Two words that contradict each other stop the start.',
    table(
      ['Word', 'Meaning'],
      policyWords.map(([word, meaning]) => [code(word), meaning]),
    ),
    '[Restrict what viewers see](../how-to/restrict-viewers.md) shows how to combine them. ' +
      '[Policy](../explanation/policy.md) says what each does wherever a call occurs, and what it costs.',
  ].join('\n\n');
}

/** Members of one entry of the tenants file, each with what it replaces, and an example. */
const tenantMembers: Readonly<Record<keyof typeof tenant.shape, readonly [string, unknown]>> = {
  requestsPerSecond: ['`GONG_REQUESTS_PER_SECOND`', 2],
  requestsPerDay: ['`GONG_REQUESTS_PER_DAY`', 8000],
  clientRequestsPerDay: ['`GATEWAY_CLIENT_REQUESTS_PER_DAY`', 2000],
  clientOperationsPerMinute: ['`GATEWAY_CLIENT_OPERATIONS_PER_MINUTE`', 600],
  dayTimeZone: ['`GONG_DAY_TIME_ZONE`', 'UTC'],
  companyTimeZone: ['`GONG_COMPANY_TIME_ZONE`', 'Europe/Berlin'],
  policy: ['`GATEWAY_POLICY` and `GATEWAY_POLICY_ROLES`, both', 'team-calls, mask-emails'],
  policyRoles: [
    '`GATEWAY_POLICY` and `GATEWAY_POLICY_ROLES`, both. Policy words by role.',
    { compliance: 'show-private' },
  ],
  replica: ['`GATEWAY_REPLICA`', 'on'],
  replicaHolds: ['`GATEWAY_REPLICA_HOLDS`', ['BASIC', 'PARTIES', 'TRANSCRIPT']],
  replicaSinceDays: ['`GATEWAY_REPLICA_SINCE_DAYS`', 730],
  replicaKeepDays: ['`GATEWAY_REPLICA_KEEP_DAYS`', 730],
  replicaCrmFields: ['`GATEWAY_REPLICA_CRM_FIELDS`', ['Name']],
  replicaWhenGongFails: ['`GATEWAY_REPLICA_WHEN_GONG_FAILS`', true],
  syncRequestsPerDay: ['`GATEWAY_SYNC_REQUESTS_PER_DAY`', 500],
  syncFillRequestsPerDay: ['`GATEWAY_SYNC_FILL_REQUESTS_PER_DAY`', 2000],
};

function tenantsPart(): string {
  const members = Object.entries(tenantMembers);
  const schema = z.toJSONSchema(tenant, { unrepresentable: 'any' }).properties ?? {};
  const rows = members.map(([member, [replaced, example]]) => {
    const rule = schema[member];
    const { type, minimum } = typeof rule === 'object' ? rule : {};
    const least = minimum === undefined ? '' : `, at least ${minimum}`;
    return [code(member), `${String(type)}${least}`, replaced, code(JSON.stringify(example))];
  });
  const example = {
    acme: Object.fromEntries(members.map(([member, [, value]]) => [member, value])),
    globex: {},
  };
  const { problems } = parseTenants(JSON.stringify(example));
  if (problems.length > 0) throw new Error(`The example of a tenants file: ${problems.join(' ')}`);
  return [
    '## Tenants file',
    '`GATEWAY_TENANTS_FILE` names a JSON file: an object of tenants by name. A name has 1 to 63 lowercase letters, digits, ' +
      '`-`, and `_`, and begins with a letter or a digit. Each entry is an object with any of these members, and no others. A member that is left out has the value of ' +
      'the environment. A tenant that the file does not list is refused, except `default`. A file with a mistake stops the ' +
      'start.',
    table(['Member', 'Type', 'Replaces', 'Example'], rows),
    `A whole file:\n\n\`\`\`json\n${JSON.stringify(example, null, 2)}\n\`\`\``,
    '[Connect companies](../how-to/connect-companies.md#serve-several-tenants) shows the other steps.',
  ].join('\n\n');
}

/** .env.example */
export function envExample(): string {
  const parts = names.map((group) => {
    const lines = byGroup(group).map(({ name, standard, example, description, unit }) => {
      const comment = plain(description) + (unit === undefined ? '' : ` In ${unit}.`);
      return `${wrapped(comment)}\n# ${name}=${standard ?? example}\n`;
    });
    return `## ${group}\n\n${lines.join('\n')}`;
  });
  return `# Generated by \`npm run docs:generate\`. Do not edit: copy it to a file of your own.
# The gateway does not read this file. Pass your copy to it: node --env-file=FILE dist/index.js
# A value after # is the default, or an example when there is no default.

${parts.join('\n')}`;
}

const plain = (text: string): string => text.replaceAll('`', '');

/** As comments of at most 100 characters. */
function wrapped(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 98)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`# ${word}`);
  }
  return lines.join('\n');
}
