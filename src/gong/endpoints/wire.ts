import type { components } from '../generated/types.js';
import type { GongOperationId } from '../generated/operations.js';
import type { GongBody, GongReader } from '../client.js';
import type { GongRequest } from '../request.js';
import { count, isNothing, list, text, type GongList } from '../coerce.js';
import { GongError, isEmptyResult } from '../errors.js';

/**
 * A wire type as it may really come. Gong leaves members out, sends null, or sends them empty, and means the same by
 * all three; and whatever its description says, a member may be of any other JSON type. So a value can only be read
 * by what coerces it: `src/gong/coerce.ts`.
 */
export type Lenient<T> = T extends null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? GongList<Lenient<Item>>
    : T extends object
      ? { readonly [Key in keyof T]?: Lenient<T[Key]> | null | undefined }
      : unknown;

type Schemas = components['schemas'];
export type GongCallBasicData = Lenient<Schemas['CallBasicData']>;
export type GongCallData = Lenient<Schemas['CallData']>;
export type GongParty = Lenient<Schemas['Party']>;
export type GongCallTranscript = Lenient<Schemas['CallTranscript']>;
export type GongMonologue = Lenient<Schemas['Monologue']>;
export type GongSentence = Lenient<Schemas['Sentence']>;
export type GongUser = Lenient<Schemas['UserMetadata']>;
export type GongWorkspace = Lenient<Schemas['WorkspaceMetadata']>;
export type GongFolder = Lenient<Schemas['LibraryFolder']>;
export type GongFolderContent = Lenient<Schemas['LibraryFolderListOfCallsResponse']>;
export type GongFolderCall = Lenient<Schemas['LibraryCall']>;
export type GongTracker = Lenient<Schemas['KeywordTracker']>;
export type GongScorecard = Lenient<Schemas['Scorecard']>;
export type GongScorecardQuestion = Lenient<Schemas['Question']>;
export type GongAnsweredScorecard = Lenient<Schemas['AnsweredScorecard']>;
export type GongScorecardAnswer = Lenient<Schemas['Answer']>;
export type GongIntegrationStatus = Lenient<Schemas['UserIntegrationStatus']>;

/** One page of a Gong list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Leads to the next page; null on the last one. */
  readonly cursor: string | null;
  /** Gong's own count over all pages. It may run ahead of what the pages hold: no stop condition. */
  readonly total: number | null;
}

/** Where an answer has its records, and by what each of them is known; null for one that can't be known. */
interface RecordList<T extends object> {
  readonly member: string;
  readonly identify: (record: T) => string | null;
}

function records<T extends object>(
  member: string,
  idIn: (record: T) => unknown,
  identify = referenceId,
): RecordList<T> {
  return { member, identify: (record) => identify(idIn(record)) };
}

/** The operations that answer with a list of records. */
const recordLists = {
  listCallsExtensive: records<GongCallData>('calls', ({ metaData }) => metaData?.id),
  listCalls: records<GongCallBasicData>('calls', ({ id }) => id),
  getCallTranscripts: records<GongCallTranscript>('callTranscripts', ({ callId }) => callId),
  listUsers: records<GongUser>('users', ({ id }) => id),
  listMultipleUsers: records<GongUser>('users', ({ id }) => id),
  listWorkspaces: records<GongWorkspace>('workspaces', ({ id }) => id),
  listTrackers: records<GongTracker>('keywordTrackers', ({ trackerId }) => trackerId),
  listScorecards: records<GongScorecard>('scorecards', ({ scorecardId }) => scorecardId),
  listAnsweredScorecards: records<GongAnsweredScorecard>(
    'answeredScorecards',
    ({ answeredScorecardId }) => answeredScorecardId,
  ),
  getLibraryStructure: records<GongFolder>('folders', ({ id }) => id),
  getCallsInSpecificFolder: records<GongFolderCall>('calls', ({ id }) => id),
  integrationStatus: records<GongIntegrationStatus>('users', ({ email }) => email, text),
} satisfies Partial<Record<GongOperationId, unknown>>;

export type ListOperation = keyof typeof recordLists;
export type RecordOf<Operation extends ListOperation> =
  (typeof recordLists)[Operation] extends RecordList<infer T> ? T : never;

/**
 * The page in an answer of Gong's.
 *
 * @throws GongError `bad-response` when the answer is not of the documented shape.
 */
export function readPage<Operation extends ListOperation>(
  operation: Operation,
  body: GongBody,
): Page<RecordOf<Operation>> {
  const paging: GongBody = isObject(body['records']) ? body['records'] : {};
  return {
    items: readList(operation, body),
    cursor: readCursor(operation, body, paging['cursor']),
    total: count(paging['totalRecords']),
  };
}

/** @throws GongError `bad-response` for a cursor that can't be sent back: the list would end too early. */
function readCursor(operation: GongOperationId, body: GongBody, cursor: unknown): string | null {
  if (typeof cursor === 'string' || typeof cursor === 'number') return text(cursor);
  if (cursor === false || isNothing(cursor)) return null;
  throw badShape(operation, body, '"records.cursor" is not text');
}

export const emptyPage: Page<never> = { items: [], cursor: null, total: 0 };

/**
 * Sends a read of a list and parses its answer; "nothing matched", which Gong answers with a 404, is
 * the empty page.
 *
 * @throws GongError
 */
export async function readRecords<T, C>(
  reader: GongReader<C>,
  request: GongRequest,
  parse: (body: GongBody) => Page<T>,
  caller: C,
): Promise<Page<T>> {
  try {
    return parse(await reader.read(request, caller));
  } catch (error) {
    if (isEmptyResult(error)) return emptyPage;
    throw error;
  }
}

/**
 * The records in an answer of Gong's. One without an id is passed over: nothing could refer to it.
 *
 * @throws GongError `bad-response` when there is something else than a list, or nothing of several in it has an id.
 */
export function readList<Operation extends ListOperation>(
  operation: Operation,
  body: GongBody,
): readonly RecordOf<Operation>[] {
  const read = listsRead.get(body);
  if (read?.operation === operation) return read.records as readonly RecordOf<Operation>[];
  const records = recordsIn(operation, body);
  listsRead.set(body, { operation, records });
  return records;
}

/** Each body is read where it is checked, where it is kept, and for each operation that it serves. */
const listsRead = new WeakMap<
  GongBody,
  { readonly operation: ListOperation; readonly records: readonly object[] }
>();

function recordsIn<Operation extends ListOperation>(
  operation: Operation,
  body: GongBody,
): readonly RecordOf<Operation>[] {
  const { member, identify } = recordLists[operation] as unknown as RecordList<RecordOf<Operation>>;
  const value = body[member];
  if (isNothing(value)) return [];
  if (!isList(value)) throw badShape(operation, body, `"${member}" is not a list`);
  const known = list(value as readonly RecordOf<Operation>[]).filter(
    (record) => identify(record) !== null,
  );
  if (known.length === 0 && (value.length > 1 || !value.every(isObject))) {
    throw badShape(operation, body, `nothing in "${member}" is a record with an id`);
  }
  return known;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

export function badShape(operation: GongOperationId, body: GongBody, what: string): GongError {
  const requestId = body['requestId'];
  return new GongError('bad-response', `Gong's answer to ${operation} is malformed: ${what}.`, {
    operation,
    status: 200,
    requestId: typeof requestId === 'string' ? requestId : undefined,
  });
}

/** An id as its digits, whether Gong sent a string or a number; null when it sent none. */
export function idOf(value: unknown): string | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : null;
  // Some Gong families spell a missing id as the text "null".
  return typeof value === 'string' && value !== 'null' ? text(value) : null;
}

/** The id of a user, tracker or other record that can be looked up: system owners come as "-1". */
export function referenceId(value: unknown): string | null {
  const id = idOf(value);
  return id !== null && isGongId(id) ? id : null;
}

/** Whether Gong could know the text as an id: 1 to 20 digits. */
export function isGongId(text: string): boolean {
  return /^[0-9]{1,20}$/.test(text);
}

function isObject(value: unknown): value is GongBody {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
