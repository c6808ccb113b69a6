import DataLoader from 'dataloader';
import { getCall } from '../../gong/endpoints/calls.js';
import { basicSelection } from '../../gong/endpoints/callSelection.js';
import { isEmptyResult, isIdRefusal, isNotReady } from '../../gong/errors.js';
import type { MissingCallReason } from '../../company/missingCallReasons.js';
import type { Operation } from '../operation.js';
import type { Company } from '../../company/company.js';
import type { UploadLedger } from '../../company/uploads/ledger.js';
import {
  uploadStatus,
  type CallAvailability,
  type UploadStatus,
} from '../../company/uploads/status.js';
import type { CallById } from './calls.js';
import { settled } from './settled.js';
import type { CallPolicyFilter } from './callPolicyFilter.js';

export interface UploadStatusOptions {
  readonly company: Company;
  readonly operation: Operation;
  readonly ledger: UploadLedger;
  /** Shares the request with fields that select the call itself. */
  readonly callById: CallById;
  readonly policyFilter: CallPolicyFilter;
}

/** Loads the status of uploads by call ID; null when nothing is known. */
export function createUploadStatusByCallId({
  company,
  operation,
  ledger,
  callById,
  policyFilter,
}: UploadStatusOptions): DataLoader<string, UploadStatus | null> {
  const statusOf = async (callId: string): Promise<UploadStatus | null> => {
    const call = await callById.load({ id: callId, selection: basicSelection });
    const now = company.clock.now();
    if (call !== null) {
      // Lists that were read before the call appeared do not contain it.
      if (await operation.awaitLookup(ledger.settle(callId)))
        await company.forget(['calls', 'transcripts']);
      return uploadStatus('visible', null, now);
    }
    if ((await callById.visibilityOf(callId)) === 'hidden') return null;
    const record = await operation.awaitLookup(ledger.find(callId));
    // A call that was not uploaded here could be any call.
    if (record === null && policyFilter.isStrict) return null;
    const said = company.callVisibilities.of(callId);
    if (said !== null) return uploadStatus(said, record, now);
    const status = uploadStatus('unknown', record, now);
    // A hidden call is not looked up separately, either.
    if (record === null && policyFilter.mayHideCalls) return status;
    // These states are the same whether Gong does not know the call or is still processing it.
    if (status === 'PROCESSING' || status === 'MEDIA_MISSING') return status;
    const visibility = await checkAvailability(callId, company, operation);
    // A call that just appeared has not been judged yet, so it is shown only when it is requested again.
    const isJudged = visibility !== 'visible' || !policyFilter.mayHideCalls;
    return uploadStatus(isJudged ? visibility : 'unknown', record, now);
  };
  return new DataLoader((callIds) => settled(callIds.map(statusOf)));
}

/** When it is requested alone, Gong says why a call is missing. */
async function checkAvailability(
  callId: string,
  company: Company,
  operation: Operation,
): Promise<CallAvailability> {
  try {
    await company.reads.page(company.byKey(getCall, [callId]), operation);
    return 'visible';
  } catch (error) {
    if (!isIdRefusal(error) && !isEmptyResult(error)) throw error;
    return (isNotReady(error) ? 'not-ready' : 'unknown') satisfies MissingCallReason;
  }
}
