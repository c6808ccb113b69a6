import type { components } from '../generated/gong.js';
import type { GongOperationId } from '../generated/gongOperations.js';
import type { GongBody, GongReader } from './client.js';
import type { GongRequest } from './request.js';
import { GongError, isEmptyResult } from './errors.js';

/**
 * A wire type as it may really come: Gong leaves members out, sends null or sends them empty, and means
 * the same by all three.
 */
export type Lenient<T> = T extends readonly (infer Item)[]
  ? readonly Lenient<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]?: Lenient<T[Key]> | null | undefined }
    : T;

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

/**
 * The page in an answer of Gong's whose records stand under `member`.
 *
 * @throws GongError `bad-response` when the answer is not of the documented shape.
 */
export function readPage<T extends object>(
  operation: GongOperationId,
  body: GongBody,
  member: string,
): Page<T> {
  const records = body['records'];
  const paging: GongBody = isObject(records) ? records : {};
  const cursor = paging['cursor'];
  const total = paging['totalRecords'];
  return {
    items: readList<T>(operation, body, member),
    cursor: typeof cursor === 'string' && cursor !== '' ? cursor : null,
    total: typeof total === 'number' ? total : null,
  };
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
 * The objects under `member`; none when it is null or missing.
 *
 * @throws GongError `bad-response` when it is anything else than a list of objects.
 */
export function readList<T extends object>(
  operation: GongOperationId,
  body: GongBody,
  member: string,
): readonly T[] {
  const list = body[member] ?? [];
  if (!Array.isArray(list) || !list.every(isObject)) {
    throw badShape(operation, body, `"${member}" is not a list of objects`);
  }
  return list as readonly object[] as readonly T[];
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
  if (typeof value === 'number') return String(value);
  // Some Gong families spell a missing id as the text "null".
  return typeof value === 'string' && value !== '' && value !== 'null' ? value : null;
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
