import DataLoader from 'dataloader';
import { callRequest } from '../gong/calls.js';
import { basicSelection } from '../gong/callSelection.js';
import { isNotReady, isUnknownId } from '../gong/errors.js';
import type { Invisibility } from '../planner/callVisibilities.js';
import type { OperationScope } from '../planner/operationScope.js';
import type { Planner } from '../planner/planner.js';
import type { UploadLedger } from '../uploads/ledger.js';
import { uploadStatus, type CallVisibility, type UploadStatus } from '../uploads/status.js';
import type { CallById } from './calls.js';

export interface UploadStatusOptions {
  readonly planner: Planner;
  readonly scope: OperationScope;
  readonly ledger: UploadLedger;
  /** Who wants the call itself besides shares the request. */
  readonly callById: CallById;
}

/** What became of uploads, by call id; null where nothing is known. */
export function createUploadStatusByCallId({
  planner,
  scope,
  ledger,
  callById,
}: UploadStatusOptions): DataLoader<string, UploadStatus | null> {
  const statusOf = async (callId: string): Promise<UploadStatus | null> => {
    const call = await callById.load({ id: callId, want: basicSelection });
    const now = planner.clock.now();
    if (call !== null) {
      // Lists that were read before it appeared don't hold it.
      if (await ledger.settle(callId)) await planner.forget(['calls', 'transcripts']);
      return uploadStatus('visible', null, now);
    }
    const record = await ledger.find(callId);
    const said = planner.callVisibilities.of(callId);
    if (said !== null) return uploadStatus(said, record, now);
    const status = uploadStatus('unknown', record, now);
    // Only then it makes a difference whether Gong doesn't know the call or isn't done with it.
    if (status === 'PROCESSING') return status;
    return uploadStatus(await lookAt(callId, planner, scope), record, now);
  };
  return new DataLoader(async (callIds) => {
    const results = await Promise.allSettled(callIds.map(statusOf));
    return results.map((result) =>
      result.status === 'rejected' ? (result.reason as Error) : result.value,
    );
  });
}

/** Asked for on its own, Gong says why a call isn't there. */
async function lookAt(
  callId: string,
  planner: Planner,
  scope: OperationScope,
): Promise<CallVisibility> {
  try {
    await planner.reader.read(callRequest(callId), scope);
    return 'visible';
  } catch (error) {
    if (!isUnknownId(error)) throw error;
    return (isNotReady(error) ? 'not-ready' : 'unknown') satisfies Invisibility;
  }
}
