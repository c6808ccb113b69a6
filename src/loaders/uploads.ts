import DataLoader from 'dataloader';
import { callRequest } from '../gong/calls.js';
import { isNotReady, isUnknownId } from '../gong/errors.js';
import type { OperationScope } from '../planner/operationScope.js';
import type { Planner } from '../planner/planner.js';
import type { UploadLedger } from '../uploads/ledger.js';
import { uploadStatus, type CallVisibility, type UploadStatus } from '../uploads/status.js';

/** What became of uploads, by call id; null where nothing is known. */
export function createUploadStatusByCallId(
  planner: Planner,
  scope: OperationScope,
  ledger: UploadLedger,
): DataLoader<string, UploadStatus | null> {
  const look = async (callId: string): Promise<CallVisibility> => {
    try {
      await planner.reader.read(callRequest(callId), scope);
      return 'visible';
    } catch (error) {
      if (isNotReady(error)) return 'not-ready';
      if (isUnknownId(error)) return 'unknown';
      throw error;
    }
  };
  const statusOf = async (callId: string): Promise<UploadStatus | null> => {
    const visibility = await look(callId);
    // Lists that were read before it appeared don't hold it.
    if (visibility === 'visible' && (await ledger.settle(callId))) {
      await planner.forget(['calls', 'transcripts']);
    }
    return uploadStatus(visibility, await ledger.find(callId), planner.clock.now());
  };
  return new DataLoader(async (callIds) => {
    const results = await Promise.allSettled(callIds.map(statusOf));
    return results.map((result) =>
      result.status === 'rejected' ? (result.reason as Error) : result.value,
    );
  });
}
