import { revealedBy, type Revealed } from '../../gong/endpoints/catalog.js';
import { basicSelection } from '../../gong/endpoints/callSelection.js';
import { GongError } from '../../gong/errors.js';
import type { Success } from '../../gong/exchange.js';
import { isObject } from '../../gong/exchange.js';
import type { GongRequest } from '../../gong/request.js';
import { idOf } from '../../gong/endpoints/wire.js';
import type { Loaders } from '../loaders/index.js';

/** The loaders that filter raw responses. */
type FilterLoaders = Pick<Loaders, 'callById' | 'policyFilter'>;

type Item = Readonly<Record<string, unknown>>;

/**
 * Reads what the filter of a raw response needs, before the request is sent. So a hidden call costs the same as a
 * missing one.
 *
 * @throws GongError, PolicyError
 */
export async function prepareFilter(
  request: GongRequest,
  { callById, policyFilter }: FilterLoaders,
): Promise<void> {
  await policyFilter.prepare();
  const revealed = revealedBy(request.operation);
  if (revealed === null) return;
  const isRead = revealed.unlisted === 'hidden' || policyFilter.needs !== basicSelection;
  if (!isRead) return;
  await Promise.all(callIdsIn(request, revealed).map((id) => callById.visibilityOf(id)));
}

/** Returns the IDs of the calls that a raw read names. */
function callIdsIn(request: GongRequest, { isSingle }: Revealed): readonly string[] {
  if (isSingle) return [idIn(request)];
  const filter = isObject(request.body) ? request.body['filter'] : null;
  const ids = isObject(filter) ? filter['callIds'] : null;
  return Array.isArray(ids) ? ids.flatMap((id) => idOf(id) ?? []) : [];
}

/** Returns the ID in the path of a request. */
function idIn(request: GongRequest): string {
  return request.operation === 'undescribed' ? '' : (request.path?.['id'] ?? '');
}

/**
 * Returns the response to a raw read without hidden calls and their data, and without Gong's counts, which would
 * reveal how many are hidden. Responses of other operations are returned unchanged.
 *
 * @throws GongError for a hidden call: the error that Gong sends for a missing one.
 */
export async function filterRawResponse(
  request: GongRequest,
  answer: Success,
  loaders: FilterLoaders,
): Promise<Success> {
  const { policyFilter } = loaders;
  const { body } = answer;
  if (!isObject(body)) return answer;
  if (!policyFilter.mayHideCalls) return { ...answer, body: policyFilter.general(body) };
  const revealed = revealedBy(request.operation);
  if (revealed === null) return { ...answer, body: policyFilter.general(body) };
  const { member, nothing } = revealed;
  const content = body[member];
  if (revealed.isSingle) {
    if (isObject(content) && (await mayBeSeen(content, revealed, loaders))) {
      return { ...answer, body: policyFilter.general(body) };
    }
    throw notFound(request, answer);
  }
  const items: readonly unknown[] = Array.isArray(content) ? content : [];
  const seen = await Promise.all(
    items.map(async (item) => isObject(item) && mayBeSeen(item, revealed, loaders)),
  );
  const kept = items.filter((_, index) => seen[index]);
  const records = isObject(body['records']) ? body['records'] : null;
  if (kept.length === 0 && items.length > 0 && nothing !== null && records?.['cursor'] == null) {
    throw new GongError('not-found', `Not found in Gong: ${nothing}`, {
      operation: request.operation,
      status: 404,
      requestId: answer.requestId,
      messages: [nothing],
    });
  }
  const filtered = {
    ...body,
    [member]: kept,
    ...(records === null ? {} : { records: withoutCounts(records, kept.length) }),
  };
  return { ...answer, body: policyFilter.general(filtered) };
}

async function mayBeSeen(
  part: Item,
  { mentionIn, unlisted }: Revealed,
  { callById, policyFilter }: FilterLoaders,
): Promise<boolean> {
  const mention = mentionIn(part);
  if (mention === null) return false;
  if ('call' in mention) {
    const { id, basic } = mention.call;
    // The response may contain all that the policy needs of the call.
    if (policyFilter.needs !== basicSelection) return (await callById.visibilityOf(id)) === 'seen';
    return policyFilter.mayBeSeen({ id, basic, details: {}, selection: basicSelection });
  }
  const callId = mention.callId ?? '';
  return unlisted === 'hidden'
    ? (await callById.visibilityOf(callId)) === 'seen'
    : callById.isReferenceVisible(callId);
}

function withoutCounts(records: Item, shown: number): Item {
  const counts: Record<string, unknown> = { ...records, currentPageSize: shown };
  delete counts['totalRecords'];
  return counts;
}

function notFound(request: GongRequest, { requestId }: Success): GongError {
  const message = `Call ID ${idIn(request)} was not found`;
  return new GongError('not-found', `Not found in Gong: ${message}`, {
    operation: request.operation,
    status: 404,
    requestId,
    messages: [message],
  });
}
