import type { Client } from '../../access/clients/client.js';
import { basicSelection } from '../../gong/endpoints/callSelection.js';
import type { Clock } from '../../lib/clock.js';
import { GongError, withHint } from '../../gong/errors.js';
import { formatInstant, parseInstant } from '../../lib/instant.js';
import {
  addCall,
  addCallRecording,
  alreadyPostedId,
  recordingForm,
  type GongNewCall,
} from '../../gong/endpoints/uploads.js';
import type { Operation } from '../operation.js';
import type { Loaders } from '../loaders/index.js';
import type { Company } from '../../company/company.js';
import { Chunks } from '../../company/uploads/chunks.js';
import type { UploadLedger } from '../../company/uploads/ledger.js';
import { checkRecording, type IncomingFile } from '../../company/uploads/recording.js';
import type { UploadTickets } from '../../company/uploads/tickets.js';
import { GONG_GRACE_MS, sendForm, withoutDeadline } from './fileTransfer.js';
import type { OperationWrites } from './operationWrites.js';

/** What all uploads of a company share. It lives as long as the process. */
export interface Uploads {
  /** Opaque name of the company. */
  readonly company: string;
  readonly ledger: UploadLedger;
  readonly tickets: UploadTickets;
  /** A transfer fails after this time without a byte; in milliseconds. */
  readonly idleTimeoutMs: number;
  readonly clock: Clock;
}

/** The result of registering a call. */
export interface CreatedCall {
  readonly callId: string | null;
  readonly alreadyExisted: boolean;
  readonly requestId: string | null;
}

/** The result of sending a recording. */
export interface AddedMedia {
  readonly callId: string;
  readonly callUrl: string | null;
  readonly requestId: string | null;
}

export interface UploadMutations {
  /** @throws GongError */
  readonly createCall: (call: GongNewCall) => Promise<CreatedCall>;
  /**
   * Waiting for the client and for the transfer does not use the operation's time.
   *
   * @param coming a file, or one that may not have begun to arrive.
   * @param check runs once the file is known to be a recording, before any of it is sent to Gong; if omitted, it
   *   has passed.
   * @throws GongError, RecordingError
   */
  readonly addMedia: (
    callId: string,
    coming: IncomingFile | Promise<IncomingFile>,
    check?: (callId: string) => Promise<void>,
  ) => Promise<AddedMedia>;
  /** Returns a path to which one recording can be sent, once `check` has passed. */
  readonly uploadPath: (callId: string) => string;
  /**
   * Checks that the viewer may add a recording to the call. It reads the call when the policy may hide it.
   *
   * @throws InputError, GongError, PolicyError
   */
  readonly check: (callId: string) => Promise<void>;
}

interface UploadOptions {
  readonly company: Company;
  readonly operation: Operation;
  readonly writes: OperationWrites;
  /** The client that sends the operation. */
  readonly client: Client;
  readonly uploads: Uploads;
  readonly loaders: () => Loaders;
}

/** Creates the mutations of one operation that upload. */
export function createUploadMutations(options: UploadOptions): UploadMutations {
  const { operation, writes, client } = options;
  const { company, tickets } = options.uploads;
  return {
    createCall: (call) => createCall(call, options),
    addMedia: (callId, coming, check) => addMedia(callId, coming, options, check),
    check: (callId) => checkCall(callId, options),
    uploadPath: (callId) => {
      writes.check();
      const asker = operation.asker();
      return `/uploads/${tickets.issue({ callId, company, client, operation: asker.operation })}`;
    },
  };
}

async function createCall(call: GongNewCall, options: UploadOptions): Promise<CreatedCall> {
  const { ledger, clock } = options.uploads;
  const { clientUniqueId } = call;
  const record = {
    mediaAt: call.downloadMediaUrl == null ? null : clock.now(),
    durationSeconds: call.duration ?? null,
  };
  try {
    const created = await options.writes.send(addCall, call, ({ callId }) =>
      ledger.register(callId, clientUniqueId, record),
    );
    return { ...created, alreadyExisted: false };
  } catch (error) {
    if (hasUnknownOutcome(error)) {
      await ledger.expect(clientUniqueId, record);
      throw withHint(
        error,
        'It is safe to try again with the same clientUniqueId: Gong accepts each ID only once.',
      );
    }
    if (!(error instanceof GongError)) throw error;
    if (addCall.isDoneBefore?.(error, call) !== true) throw error;
    const callId =
      alreadyPostedId(error, clientUniqueId) ??
      (await ledger.callIdOf(clientUniqueId)) ??
      (await findAmongCalls(options.company, options.operation, call));
    if (callId !== null) await ledger.meet(clientUniqueId, callId);
    return { callId, alreadyExisted: true, requestId: error.requestId ?? null };
  }
}

async function addMedia(
  callId: string,
  coming: IncomingFile | Promise<IncomingFile>,
  { operation, writes, uploads: { ledger, idleTimeoutMs, clock } }: UploadOptions,
  check?: (callId: string) => Promise<void>,
): Promise<AddedMedia> {
  let chunks: Chunks | undefined;
  writes.check();
  try {
    const file = await withoutDeadline(coming, operation);
    chunks = new Chunks(file.stream, clock, idleTimeoutMs);
    const recording = await withoutDeadline(checkRecording(file, chunks), operation);
    await check?.(callId);
    const form = recordingForm({ ...recording, idleTimeoutMs: idleTimeoutMs + GONG_GRACE_MS });
    const added = await sendForm(addCallRecording, callId, form, { operation, writes });
    await ledger.addMedia(callId, clock.now());
    return { callId, ...added };
  } catch (error) {
    // Gong may have received the recording. Sending it again would be worse than waiting for it.
    if (hasUnknownOutcome(error)) await ledger.addMedia(callId, clock.now());
    if (error instanceof GongError && error.kind === 'bad-request') {
      throw withHint(error, 'The recording of this call may have been uploaded before.');
    }
    throw error;
  } finally {
    chunks?.discardRest();
  }
}

async function checkCall(
  callId: string,
  { company, operation, writes, uploads, loaders }: UploadOptions,
): Promise<void> {
  writes.check();
  const { callById, policyFilter } = loaders();
  if (!policyFilter.mayHideCalls) return;
  const record = await uploads.ledger.find(callId);
  // Gong shows no call without media, so there is nothing to hide yet.
  if (record?.mediaAt === null) return;
  const sight = await callById.visibilityOf(callId);
  if (sight === 'seen') return;
  const isNotReady = !policyFilter.isStrict && company.callVisibilities.of(callId) === 'not-ready';
  const isExpected = record !== null || isNotReady;
  if (sight === 'hidden') operation.audit?.hide(callId);
  if (sight === 'hidden' || !isExpected) throw notFound(callId);
}

/** Returns the same error for a hidden call and a missing one. */
function notFound(callId: string): GongError {
  return new GongError(
    'not-found',
    `Call ${callId} was not found. It does not exist, or you may not see it. Check the ID.`,
  );
}

function hasUnknownOutcome(error: unknown): error is GongError {
  return error instanceof GongError && error.kind === 'outcome-unknown';
}

/** Gong compares milliseconds at most. */
const ONE_SECOND_US = 1_000_000n;

/**
 * Finds the call that was registered before among the calls with the same start, when Gong already shows it. A failed
 * search does not fail the mutation.
 */
async function findAmongCalls(
  company: Company,
  operation: Operation,
  { clientUniqueId, actualStart }: GongNewCall,
): Promise<string | null> {
  const start = parseInstant(actualStart);
  if (start === null) return null;
  const window = { from: formatInstant(start), to: formatInstant(start + ONE_SECOND_US) };
  try {
    const { items } = await company.callReader(basicSelection, operation).read(window, null);
    return items.find(({ basic }) => basic.clientUniqueId === clientUniqueId)?.id ?? null;
  } catch (error) {
    if (error instanceof GongError) return null;
    throw error;
  }
}
