import type { CacheEntry } from './cache/sharedStore.js';
import type { GongBody } from '../gong/client.js';
import { GongError, isEmptyResult, isIdRefusal } from '../gong/errors.js';
import type { Selectable } from '../gong/endpoints/endpoint.js';
import type { Fetched } from './sharedReads.js';

/** What is known of a read: what Gong answered, or that it has no such thing. */
export type KnownAnswer<Want> = Fetched<Want> | GongError;

/** How an answer is kept; survives JSON. */
type Kept =
  | { readonly body: GongBody; readonly want: unknown }
  | {
      readonly refusal: Pick<GongError, 'kind' | 'message' | 'messages'> &
        Partial<Pick<GongError, 'operation' | 'status' | 'requestId'>>;
    };

/** About the length of a refusal's JSON. */
export const REFUSAL_BYTES = 300;

/** Whether a failure is Gong's answer to what was asked for, and would be the same a moment later. */
export function isKeepableRefusal(error: unknown): error is GongError {
  if (!(error instanceof GongError)) return false;
  return error.kind === 'bad-request' || isIdRefusal(error) || isEmptyResult(error);
}

export function packAnswer<Want>(answer: KnownAnswer<Want>, wants: Selectable<Want>): Kept {
  if (!(answer instanceof GongError)) return { body: answer.body, want: wants.toJson(answer.want) };
  const { kind, message, messages, operation, status, requestId } = answer;
  return { refusal: { kind, message, messages, operation, status, requestId } };
}

export function unpackAnswer<Want>(
  { value, bytes }: CacheEntry,
  wants: Selectable<Want>,
): KnownAnswer<Want> {
  const kept = value as Kept;
  if (!('refusal' in kept)) return { body: kept.body, bytes, want: wants.fromJson(kept.want) };
  const { kind, message, ...details } = kept.refusal;
  return new GongError(kind, message, details);
}

/** Whether nothing more has to be asked for. */
export function suffices<Want>(
  answer: KnownAnswer<Want>,
  want: Want,
  { covers }: Selectable<Want>,
): boolean {
  return answer instanceof GongError || covers(answer.want, want);
}

/** @throws GongError where the answer is a refusal. */
export function deliver<Want>(answer: KnownAnswer<Want>): Fetched<Want> {
  if (answer instanceof GongError) throw answer;
  return answer;
}
