import type { CallRecord } from '../../gong/endpoints/calls.js';
import { basicSelection } from '../../gong/endpoints/callSelection.js';
import { GongError } from '../../gong/errors.js';
import type { Success } from '../../gong/exchange.js';
import { isObject } from '../../gong/exchange.js';
import type { GongEndpoint, GongRequest } from '../../gong/request.js';
import { idOf } from '../../gong/endpoints/wire.js';
import type { Loaders } from '../loaders/index.js';

/** What of the loaders judges raw answers. */
type Judges = Pick<Loaders, 'callById' | 'screen'>;

type Item = Readonly<Record<string, unknown>>;

/** A list of calls, or of what belongs to calls, in an answer of Gong's. */
interface ScreenedList {
  readonly member: string;
  /** Whether an item may be seen. */
  readonly mayBeSeen: (item: Item, judges: Judges) => Promise<boolean>;
  /** What Gong says where nothing is found; null where it says nothing, and sends an empty list. */
  readonly nothing: string | null;
}

const NO_CALLS = 'No calls found corresponding to the provided filters';

/** By the operations whose answers are made of calls. */
const lists: Partial<Record<GongEndpoint, ScreenedList>> = {
  listCalls: { member: 'calls', nothing: NO_CALLS, mayBeSeen: basicMayBeSeen },
  listCallsExtensive: {
    member: 'calls',
    nothing: NO_CALLS,
    mayBeSeen: ({ metaData }, judges) =>
      isObject(metaData) ? basicMayBeSeen(metaData, judges) : Promise.resolve(false),
  },
  getCallTranscripts: {
    member: 'callTranscripts',
    nothing: NO_CALLS,
    mayBeSeen: async ({ callId }, { callById }) =>
      (await callById.sight(idOf(callId) ?? '')) === 'seen',
  },
  getCallsInSpecificFolder: {
    member: 'calls',
    nothing: null,
    mayBeSeen: ({ id }, { callById }) => callById.isReferenceVisible(idOf(id) ?? ''),
  },
  listAnsweredScorecards: {
    member: 'answeredScorecards',
    nothing: 'No answered scorecards found corresponding to the provided filters.',
    mayBeSeen: ({ callId }, { callById }) => callById.isReferenceVisible(idOf(callId) ?? ''),
  },
};

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
  const isRead = request.operation === 'getCallTranscripts' || screen.needs !== basicSelection;
  if (!isRead) return;
  await Promise.all(callIdsIn(request).map((id) => callById.sight(id)));
}

/** The calls that a raw read names. */
function callIdsIn(request: GongRequest): readonly string[] {
  if (request.operation === 'undescribed' || lists[request.operation] === undefined) {
    return request.operation === 'getCall' ? [request.path?.['id'] ?? ''] : [];
  }
  const filter = isObject(request.body) ? request.body['filter'] : null;
  const ids = isObject(filter) ? filter['callIds'] : null;
  return Array.isArray(ids) ? ids.flatMap((id) => idOf(id) ?? []) : [];
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
  if (request.operation === 'getCall') {
    const { call } = body;
    if (isObject(call) && (await basicMayBeSeen(call, judges))) {
      return { ...answer, body: screen.general(body) };
    }
    throw notFound(request, answer);
  }
  const list = lists[request.operation];
  if (list === undefined) return { ...answer, body: screen.general(body) };
  const given = body[list.member];
  const items: readonly unknown[] = Array.isArray(given) ? given : [];
  const seen = await Promise.all(
    items.map(async (item) => isObject(item) && list.mayBeSeen(item, judges)),
  );
  const kept = items.filter((_, index) => seen[index]);
  const records = isObject(body['records']) ? body['records'] : null;
  if (
    kept.length === 0 &&
    items.length > 0 &&
    list.nothing !== null &&
    records?.['cursor'] == null
  ) {
    throw new GongError('not-found', `Gong did not find it: ${list.nothing}`, {
      operation: request.operation,
      status: 404,
      requestId: answer.requestId,
      messages: [list.nothing],
    });
  }
  const screened = {
    ...body,
    [list.member]: kept,
    ...(records === null ? {} : { records: withoutCounts(records, kept.length) }),
  };
  return { ...answer, body: screen.general(screened) };
}

async function basicMayBeSeen(basic: Item, { callById, screen }: Judges): Promise<boolean> {
  const id = idOf(basic['id']);
  if (id === null) return false;
  // What the answer says of the call may be all that it takes.
  if (screen.needs !== basicSelection) return (await callById.sight(id)) === 'seen';
  const call: CallRecord = { id, basic, details: {}, selection: basicSelection };
  return screen.mayBeSeen(call);
}

function withoutCounts(records: Item, shown: number): Item {
  const counts: Record<string, unknown> = { ...records, currentPageSize: shown };
  delete counts['totalRecords'];
  return counts;
}

function notFound(request: GongRequest, { requestId }: Success): GongError {
  const id = request.operation === 'undescribed' ? '' : (request.path?.['id'] ?? '');
  const message = `Call ID ${id} was not found`;
  return new GongError('not-found', `Gong did not find it: ${message}`, {
    operation: 'getCall',
    status: 404,
    requestId,
    messages: [message],
  });
}
