import type { components } from '../generated/types.js';
import type { GongOperationId } from '../generated/operations.js';
import type { GongBody } from '../client.js';
import { isNothing, text, type GongList } from '../coerce.js';
import { GongError } from '../errors.js';

/**
 * A wire type as Gong may really send it. Gong omits members, sends null, or sends them empty, all with the same
 * meaning. A member may also have another JSON type than described. So only the functions of `src/gong/coerce.ts` may
 * read a value.
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
  /** Gong's count over all pages. It may exceed the items of the pages, so it cannot decide when to stop. */
  readonly total: number | null;
  /** Set when a copy answered because Gong failed. */
  readonly isStale?: true;
}

/** @throws GongError `bad-response` for a cursor that cannot be sent back, because the list would end too early. */
export function readCursor(
  operation: GongOperationId,
  body: GongBody,
  cursor: unknown,
): string | null {
  if (typeof cursor === 'string' || typeof cursor === 'number') return text(cursor);
  if (cursor === false || isNothing(cursor)) return null;
  throw badShape(operation, body, '"records.cursor" is not a string');
}

export const emptyPage: Page<never> = { items: [], cursor: null, total: 0 };

export function badShape(operation: GongOperationId, body: GongBody, what: string): GongError {
  const requestId = body['requestId'];
  return new GongError('bad-response', `Gong's response to ${operation} is malformed: ${what}.`, {
    operation,
    status: 200,
    requestId: typeof requestId === 'string' ? requestId : undefined,
  });
}

/** Returns the digits of an ID that Gong sent as a string or a number; null when it sent none. */
export function idOf(value: unknown): string | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : null;
  // Some Gong operations spell a missing ID as the text "null".
  return typeof value === 'string' && value !== 'null' ? text(value) : null;
}

/** Returns the ID of a user, tracker, or other record that can be looked up. System owners have the ID "-1". */
export function referenceId(value: unknown): string | null {
  const id = idOf(value);
  return id !== null && isGongId(id) ? id : null;
}

/** Returns whether the text could be an ID of Gong's: 1 to 20 digits. */
export function isGongId(text: string): boolean {
  return /^[0-9]{1,20}$/.test(text);
}

export function isObject(value: unknown): value is GongBody {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
