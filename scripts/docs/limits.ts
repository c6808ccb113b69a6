import {
  getNamedType,
  isInputObjectType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLSchema,
} from 'graphql';
import { MAX_CRM_FILE_BYTES } from '../../src/company/uploads/crmFile.js';
import { MAX_RECORDING_BYTES } from '../../src/company/uploads/recording.js';
import { TICKET_LIFE_MS } from '../../src/company/uploads/tickets.js';
import { variables } from '../../src/config/config.js';
import { MAX_MESSAGE_LENGTH } from '../../src/graphql/errors.js';
import { MAX_ERRORS } from '../../src/graphql/plugins/argumentChecks.js';
import { constraintOf } from '../../src/graphql/plugins/constraints.js';
import { MAX_ERRORS_BYTES } from '../../src/graphql/plugins/errorLimit.js';
import { createSchema } from '../../src/graphql/schema.js';
import { BODY_LIMIT_BYTES } from '../../src/http/app.js';
import {
  MAX_CHARACTERS,
  MAX_CHARACTERS_PER_DOCUMENT,
} from '../../src/http/graphql/documentCache.js';
import { MAX_ALIAS_LENGTH } from '../../src/http/graphql/documentLimits.js';
import { FAILED_LOGINS } from '../../src/http/clients/failedLogins.js';
import { MAX_LEVELS } from '../../src/http/requests/jsonBody.js';
import { KEEP_ALIVE_MS } from '../../src/http/requests/sockets.js';
import { code, page, table } from './markdown.js';
import { variableDocs, type VariableName } from './variables.js';

/** Limits that an operator can change: the variable, what it bounds, and what exceeds it gets. */
const changeable: readonly (readonly [VariableName, string, string])[] = [
  ['GATEWAY_MAX_DEPTH', 'levels of nested fields', '`GRAPHQL_VALIDATION_FAILED`'],
  ['GATEWAY_MAX_ALIASES', 'aliases', '`GRAPHQL_VALIDATION_FAILED`'],
  ['GATEWAY_MAX_DIRECTIVES', 'directives', '`GRAPHQL_VALIDATION_FAILED`'],
  ['GATEWAY_MAX_TOKENS', 'tokens of a document', '`GRAPHQL_PARSE_FAILED`'],
  [
    'GATEWAY_MAX_GONG_REQUESTS',
    'Gong requests of an operation',
    '`COST_LIMIT_EXCEEDED`, or a list that is cut short',
  ],
  [
    'GATEWAY_MAX_OBJECTS',
    'objects in a response',
    '`COST_LIMIT_EXCEEDED` without data; a mutation returns what it did',
  ],
  ['GATEWAY_MAX_GONG_RESPONSE_MIB', 'MiB of one Gong response', '`GONG_BAD_RESPONSE`'],
  [
    'GATEWAY_DEADLINE_MS',
    'milliseconds of an operation',
    '`DEADLINE_EXCEEDED`, or a list that is cut short',
  ],
  ['GATEWAY_MAX_QUEUED', 'waiting Gong requests', '`RATE_LIMITED`'],
  [
    'GATEWAY_CLIENT_OPERATIONS_PER_MINUTE',
    'operations of a client per minute',
    '429, `RATE_LIMITED`',
  ],
  [
    'GATEWAY_CLIENT_REQUESTS_PER_DAY',
    'Gong requests of a client per day',
    '`QUOTA_EXHAUSTED`, or a list that is cut short',
  ],
  [
    'GATEWAY_MAX_CONNECTIONS',
    'open connections, health checks included',
    'The connection is closed; a warning in the log, at most once a minute.',
  ],
  [
    'GATEWAY_REQUEST_TIMEOUT_MS',
    'milliseconds for headers, for a JSON body (`operations` and `map` of a multipart request included), and without a byte of the response accepted',
    '408, and the connection is closed',
  ],
  [
    'GATEWAY_MEDIA_IDLE_TIMEOUT_MS',
    'milliseconds without progress of an upload',
    'The upload is interrupted; its URL can be used again.',
  ],
];

const MIB = 1024 * 1024;

/** Limits of the code itself. */
const fixed: readonly (readonly [what: string, limit: string, result: string])[] = [
  ['JSON body', `${BODY_LIMIT_BYTES / MIB} MiB, ${MAX_LEVELS} levels`, '413, 400'],
  ['operations in one client request', '1', '400'],
  ['content types', 'JSON, and multipart with a file', '415'],
  ['headers', '16 KiB', '431'],
  [
    'failed logins of an address, and of a token name',
    `${FAILED_LOGINS.limit} per minute`,
    '429, `RATE_LIMITED`',
  ],
  ['length of an alias', `${MAX_ALIAS_LENGTH} characters`, '`GRAPHQL_VALIDATION_FAILED`'],
  [
    'fragments in circles, and the same fields selected over and over',
    'what validates within milliseconds',
    '`GRAPHQL_VALIDATION_FAILED`',
  ],
  ['recording', `${MAX_RECORDING_BYTES / 1e9} GB`, '413, or the upload is interrupted'],
  [
    'file of CRM objects',
    `${MAX_CRM_FILE_BYTES / 1e6} MB, as Gong documents it`,
    '413, or the upload is interrupted',
  ],
  ['upload URL', `${TICKET_LIFE_MS / 60_000} minutes, 1 recording or file`, '`FORBIDDEN`'],
  ['reported errors of invalid arguments', String(MAX_ERRORS), 'The others are not shown.'],
  ['error message', `${MAX_MESSAGE_LENGTH} characters`, 'It is shortened.'],
  ['errors of one response', `${MAX_ERRORS_BYTES / 1000} KB`, '`ERRORS_OMITTED`'],
  [
    'automatic persisted queries',
    `${MAX_CHARACTERS / MIB} MiB in memory, ${MAX_CHARACTERS_PER_DOCUMENT / 1024} KiB each`,
    'The client sends the text again.',
  ],
  ['idle connections', `${KEEP_ALIVE_MS / 1000} seconds`, 'The connection is closed.'],
];

/** docs/reference/limits.md */
export function limitsPage(): string {
  const listed = new Set<string>(changeable.map(([name]) => name));
  const missing = Object.entries(variableDocs).filter(
    ([name, { group, unit }]) => /limits$/.test(group) && unit !== undefined && !listed.has(name),
  );
  if (missing.length > 0)
    throw new Error(`Limits without a row: ${missing.map(([name]) => name).join(', ')}`);
  const rows = changeable.map(([name, what, result]) => {
    const standard = variables.shape[name].safeParse(undefined).data as number | undefined;
    return [what, String(standard ?? 'none'), code(name), result];
  });
  return page(
    'Limits',
    'The gateway refuses what exceeds a limit before it sends a Gong request, except for what turns out too large or too ' +
      'expensive while it runs. Messages name the limit. Tests in `test/http` and `test/operations` try each.',
    `## Limits that an operator can change\n\n${table(['What', 'Default', 'Variable', 'Result'], rows)}`,
    `## Fixed limits\n\n${table(['What', 'Limit', 'Result'], fixed)}`,
    '## Arguments and input fields\n\nA violation refuses the whole operation with `BAD_USER_INPUT`.\n\n' +
      table(['Argument or field', 'Must be'], constraintRows(createSchema())),
  );
}

function constraintRows(schema: GraphQLSchema): readonly (readonly string[])[] {
  const rows: string[][] = [];
  const add = (name: string, definition: GraphQLArgument | GraphQLInputField): void => {
    const rules = rulesOf(definition);
    if (rules !== '') rows.push([code(name), rules]);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) add(`${type.name}.${field.name}`, field);
    } else if (isObjectType(type) && !type.name.startsWith('__')) {
      for (const field of Object.values(type.getFields())) {
        for (const argument of field.args)
          add(`${type.name}.${field.name}(${argument.name}:)`, argument);
      }
    }
  }
  return rows.sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
}

const formats: Readonly<Record<string, string>> = {
  GONG_ID: 'a Gong ID (1 to 20 digits)',
  NODE_ID: 'a `nodeId`',
  EMAIL: 'an email address',
  NOT_BLANK: 'not blank',
  HTTP_URL: 'an http or https URL',
  LANGUAGE_CODE: 'a language code such as `en-US`',
  CRM_SYSTEM: 'a CRM that Gong knows',
  CRM_OBJECT_TYPE: 'a CRM record type that Gong links',
  AGENT_PLATFORM: 'an agent platform that Gong knows',
  PHONE: 'a phone number',
};

function rulesOf(definition: GraphQLArgument | GraphQLInputField): string {
  const constraint = constraintOf(definition);
  if (constraint === null) return '';
  const { format, min, max, maxLength, minItems, maxItems, exclude } = constraint;
  return [
    format === null ? '' : (formats[format] ?? code(format)),
    range(min, max, ''),
    maxLength === null ? '' : `at most ${maxLength} characters`,
    range(minItems, maxItems, ' items'),
    exclude.length === 0 ? '' : `not ${exclude.map((value) => code(value)).join(', ')}`,
    getNamedType(definition.type).name === 'ID' && format === null ? 'an ID' : '',
  ]
    .filter((rule) => rule !== '')
    .join('; ');
}

function range(least: number | null, most: number | null, of: string): string {
  if (least === null && most === null) return '';
  if (least === null) return `at most ${most}${of}`;
  return most === null ? `at least ${least}${of}` : `${least} to ${most}${of}`;
}
