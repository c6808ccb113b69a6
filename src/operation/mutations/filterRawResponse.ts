import { revealedBy, type Revealed } from '../../gong/endpoints/catalog.js';
import { basicSelection } from '../../gong/endpoints/callSelection.js';
import { GongError } from '../../gong/errors.js';
import type { Success } from '../../gong/exchange.js';
import { isObject } from '../../gong/exchange.js';
import type { GongRequest } from '../../gong/request.js';
import { idOf } from '../../gong/endpoints/wire.js';
import type { Loaders } from '../loaders/index.js';

/** What of the loaders judges raw answers. */
type Judges = Pick<Loaders, 'callById' | 'screen'>;

type Item = Readonly<Record<string, unknown>>;

/**
 * Reads what judging the answer to a raw read takes, whatever Gong answers: what a hidden call costs, a missing one costs.
 *
 * @throws GongError, PolicyError
 */
export async function prepareScreening(
  request: GongRequest,
  { callById, screen }: Judges,
): Promise<void> {
  await screen.prepare();
  const revealed = revealedBy(request.operation);
  if (revealed === null) return;
  const isRead = revealed.unlisted === 'hidden' || screen.needs !== basicSelection;
  if (!isRead) return;
  await Promise.all(callIdsIn(request, revealed).map((id) => callById.sight(id)));
}

/** The calls that a raw read names. */
function callIdsIn(request: GongRequest, { isSingle }: Revealed): readonly string[] {
  if (isSingle) return [idIn(request)];
  const filter = isObject(request.body) ? request.body['filter'] : null;
  const ids = isObject(filter) ? filter['callIds'] : null;
  return Array.isArray(ids) ? ids.flatMap((id) => idOf(id) ?? []) : [];
}

/** The ID in the path of a request. */
function idIn(request: GongRequest): string {
  return request.operation === 'undescribed' ? '' : (request.path?.['id'] ?? '');
}

/**
 * The answer to a raw read without the calls that the viewer may not see, and what belongs to them. Gong's counts
 * are left out, which would tell how many these are. Answers of other operations are as they are.
 *
 * @throws GongError: for a call that may not be seen, what Gong says of one that isn't there.
 */
export async function filterRawResponse(
  request: GongRequest,
  answer: Success,
  judges: Judges,
): Promise<Success> {
  const { screen } = judges;
  const { body } = answer;
  if (!isObject(body)) return answer;
  if (!screen.judges) return { ...answer, body: screen.general(body) };
  const revealed = revealedBy(request.operation);
  if (revealed === null) return { ...answer, body: screen.general(body) };
  const { member, nothing } = revealed;
  const given = body[member];
  if (revealed.isSingle) {
    if (isObject(given) && (await mayBeSeen(given, revealed, judges))) {
      return { ...answer, body: screen.general(body) };
    }
    throw notFound(request, answer);
  }
  const items: readonly unknown[] = Array.isArray(given) ? given : [];
  const seen = await Promise.all(
    items.map(async (item) => isObject(item) && mayBeSeen(item, revealed, judges)),
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
  const screened = {
    ...body,
    [member]: kept,
    ...(records === null ? {} : { records: withoutCounts(records, kept.length) }),
  };
  return { ...answer, body: screen.general(screened) };
}

async function mayBeSeen(
  part: Item,
  { mentionIn, unlisted }: Revealed,
  { callById, screen }: Judges,
): Promise<boolean> {
  const mention = mentionIn(part);
  if (mention === null) return false;
  if ('call' in mention) {
    const { id, basic } = mention.call;
    // What the response says of the call may be all that it takes.
    if (screen.needs !== basicSelection) return (await callById.sight(id)) === 'seen';
    return screen.mayBeSeen({ id, basic, details: {}, selection: basicSelection });
  }
  const callId = mention.callId ?? '';
  return unlisted === 'hidden'
    ? (await callById.sight(callId)) === 'seen'
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
