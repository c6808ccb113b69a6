import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { apiDescription } from '../../sandbox/src/description.js';
import type { FormPart } from '../../sandbox/src/form.js';
import {
  createSandbox,
  DEFAULT_CREDENTIAL,
  type Call,
  type CallMetaData,
  type KeywordTracker,
  type Sandbox,
  type SandboxOptions,
  type SandboxResponse,
  type Scorecard,
  type User,
} from '../../sandbox/src/index.js';

/** A moment in the middle of a working week, from which all tests count. */
export const NOW = Date.parse('2026-03-18T12:00:00Z');

/** A clock that a test moves. */
export const createClock = (now = NOW) => {
  const slept: number[] = [];
  const clock = {
    slept,
    now: () => now,
    sleep: (ms: number) => {
      slept.push(ms);
      return Promise.resolve();
    },
    advance: (ms: number) => {
      now += ms;
    },
  };
  return clock;
};

/** A small sandbox without limits, unless the options say otherwise. */
export const smallSandbox = (options: SandboxOptions = {}): Sandbox =>
  createSandbox({
    clock: createClock(),
    calls: 60,
    users: 20,
    requestsPerSecond: Infinity,
    ...options,
  });

/** Header of the default pair. */
export const authorization = `Basic ${Buffer.from(
  `${DEFAULT_CREDENTIAL.accessKey}:${DEFAULT_CREDENTIAL.accessKeySecret}`,
).toString('base64')}`;

/** The lists and envelopes of all operations together: a test looks at those of the one it asked. */
export interface AnswerJson {
  errors: string[];
  records: {
    totalRecords: number;
    currentPageSize: number;
    currentPageNumber: number;
    cursor?: string;
  };
  /** Flat in the basic list, with blocks in the detailed one. */
  calls: (Call & CallMetaData)[];
  users: User[];
  scorecards: Scorecard[];
  keywordTrackers: KeywordTracker[];
}

/** An answer and its JSON. */
export interface Asked extends SandboxResponse {
  json: AnswerJson;
}

/** Sends a request with the default pair: `ask(sandbox, 'GET /v2/users')`. */
export const ask = async (
  sandbox: Sandbox,
  methodAndUrl: string,
  body?: unknown,
  headers: Record<string, string> = { authorization },
): Promise<Asked> => {
  const [method = 'GET', url = '/'] = methodAndUrl.split(' ');
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await sandbox.handle({ method, url, headers, body: text });
  return { ...response, json: JSON.parse(response.body || 'null') as AnswerJson };
};

/** The body that registers a call of the given host. */
export const registration = (host: string) => ({
  clientUniqueId: 'dialer-1',
  primaryUser: host,
  actualStart: '2026-03-18T10:00:00.000Z',
  direction: 'Outbound',
  duration: 600,
  parties: [{ userId: host }, { name: 'Jo Buyer', emailAddress: 'jo@example.com' }],
});

/** Registers a call and gives its id. */
export const register = async (sandbox: Sandbox, body: object): Promise<string> => {
  const { json } = await ask(sandbox, 'POST /v2/calls', body);
  return (json as unknown as { callId: string }).callId;
};

/** A part with a recording, as the server makes it of what it reads. */
export const recording = (members: Partial<FormPart> = {}): FormPart => ({
  name: 'mediaFile',
  fileName: 'call.mp3',
  contentType: 'audio/mpeg',
  bytes: 1000,
  sha256: 'aa',
  ...members,
});

/** Sends a form to a registered call. */
export const upload = async (
  sandbox: Sandbox,
  callId: string,
  form: readonly FormPart[],
): Promise<Asked> => {
  const url = `/v2/calls/${callId}/media`;
  const response = await sandbox.handle({ method: 'PUT', url, headers: { authorization }, form });
  return { ...response, json: JSON.parse(response.body) as AnswerJson };
};

/** Every record of a list, page after page. */
export const askAll = async (
  sandbox: Sandbox,
  methodAndUrl: string,
  list: string,
  body?: object,
): Promise<Record<string, unknown>[]> => {
  const all: Record<string, unknown>[] = [];
  let cursor: string | undefined;
  do {
    const separator = methodAndUrl.includes('?') ? '&' : '?';
    const inQuery = !body && cursor ? `${separator}cursor=${encodeURIComponent(cursor)}` : '';
    const inBody = body && { ...body, ...(cursor ? { cursor } : {}) };
    const { json } = await ask(sandbox, `${methodAndUrl}${inQuery}`, inBody);
    all.push(...((json as unknown as Record<string, Record<string, unknown>[]>)[list] ?? []));
    cursor = json.records.cursor;
  } while (cursor);
  return all;
};

let ajv: Ajv2020 | undefined;

/** What the description objects to in an answer; undescribed members count too. */
export const objections = (
  operationId: string,
  { status, body }: SandboxResponse,
): ErrorObject[] => {
  const schema = describedBy(operationId)?.answerSchemas.get(String(status));
  if (!schema) throw new Error(`${operationId} has no described answer ${status}.`);
  return objectionsTo(schema, JSON.parse(body));
};

/** What the description objects to in the body of a request; undescribed members count too. */
export const bodyObjections = (operationId: string, body: unknown): ErrorObject[] => {
  const schema = describedBy(operationId)?.bodySchema;
  if (!schema) throw new Error(`${operationId} has no described JSON body.`);
  return objectionsTo(schema, body);
};

const describedBy = (operationId: string) =>
  apiDescription().operations.find((one) => one.operationId === operationId);

const objectionsTo = (schema: object, value: unknown): ErrorObject[] => {
  if (!ajv) {
    ajv = new Ajv2020({ strict: false, logger: false, validateSchema: false });
    formats.default(ajv);
    ajv.addSchema(closed(apiDescription().document) as object, 'api');
  }
  const text = JSON.stringify(closed(schema)).replaceAll('"#/components', '"api#/components');
  const validate = ajv.compile(JSON.parse(text) as object);
  validate(value);
  return validate.errors ?? [];
};

/** The schema with every described object closed to further members. */
const closed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, closed(member)]),
  );
  if (copy['type'] === 'object' && copy['properties'] && !('additionalProperties' in copy)) {
    copy['additionalProperties'] = false;
  }
  return copy;
};
