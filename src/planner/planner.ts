import { parseTranscripts, transcriptsRequest, type CallRecord } from '../gong/calls.js';
import type { CallSelection } from '../gong/callSelection.js';
import type { GongClient, GongRequest } from '../gong/client.js';
import type { Clock } from '../gong/clock.js';
import type { OperationScope } from './operationScope.js';
import { parseUsers, usersRequest } from '../gong/users.js';
import { idOf, type GongCallTranscript, type GongUser } from '../gong/wire.js';
import { BatchQueue, type BatchKind } from './batchQueue.js';
import { createCallBatches, MAX_IDS_PER_REQUEST } from './callBatches.js';
import { createCallReader } from './callReader.js';
import type { CallReader } from './callWalk.js';
import { DeniedScopes } from './deniedScopes.js';

/**
 * What all operations on one Gong company share: reads by id, which are joined and split into as few
 * requests as possible, and what is known of the credential's scopes. Lists are read through `client`, by
 * each operation for itself. Lives as long as the process.
 */
export class Planner {
  readonly calls: BatchQueue<CallSelection, CallRecord>;
  readonly transcripts: BatchQueue<null, GongCallTranscript>;
  readonly users: BatchQueue<null, GongUser>;
  private readonly denied: DeniedScopes;

  constructor(
    readonly client: GongClient,
    readonly clock: Clock,
  ) {
    this.denied = new DeniedScopes(clock);
    this.calls = createCallBatches(client, this.denied);
    this.transcripts = new BatchQueue(
      client,
      byIds({
        request: transcriptsRequest,
        parse: (_, body) => parseTranscripts(body),
        idOf: (transcript) => idOf(transcript.callId),
      }),
    );
    this.users = new BatchQueue(
      client,
      byIds({
        request: (userIds, cursor) => usersRequest({ userIds }, cursor),
        parse: (_, body) => parseUsers(body),
        idOf: (user) => idOf(user.id),
      }),
    );
  }

  /** Pages of calls with the selected blocks, read on behalf of one operation. */
  callReader(selection: CallSelection, scope: OperationScope, byScheduledTime = false): CallReader {
    return createCallReader(this.client, this.denied, selection, scope, byScheduledTime);
  }
}

interface PlainKind<Item> {
  readonly request: (ids: readonly string[], cursor: string | null) => GongRequest;
  readonly parse: BatchKind<null, Item>['parse'];
  readonly idOf: (item: Item) => string | null;
}

/** Records of which there is nothing to select. */
function byIds<Item>(kind: PlainKind<Item>): BatchKind<null, Item> {
  return {
    maxBatchSize: () => MAX_IDS_PER_REQUEST,
    union: () => null,
    covers: () => true,
    request: (ids, _, cursor) => kind.request(ids, cursor),
    parse: kind.parse,
    idOf: kind.idOf,
    learnFrom: () => false,
  };
}
