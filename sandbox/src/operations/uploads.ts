import type { Company, RegisteredCall, User } from '../company/types.js';
import { createUploadedCall } from '../company/uploadedCall.js';
import { badRequest, conflict, GongFailure, notFound } from '../errors.js';
import type { JsonObject } from '../json.js';
import type { UploadOptions } from '../options.js';
import { ok, type Handler, type OperationRequest } from './types.js';

/** Gong's limit for a recording. */
const MAX_BYTES = 1_500_000_000;
/** Seconds below which a recording is accepted, and then thrown away in silence. */
const MIN_KEPT_SECONDS = 60;

/** `POST /v2/calls`: registers a call, which nobody sees until its recording was processed. */
export const addCall: Handler = (request) => {
  const { company, body, now, newId, uploads } = request;
  const parties = body['parties'] as readonly JsonObject[];
  for (const party of parties) refuseReservedDomain(company, party['emailAddress']);
  const host = company.users.find(({ id }) => id === body['primaryUser']);
  if (!host) throw badRequest('primaryUser: no such user');
  if (!parties.some(({ userId }) => userId === host.id)) {
    throw badRequest('parties: the primary user must be one of them');
  }
  if (!host.settings.telephonyCallsImported) {
    throw conflict('Recording or telephony call import is not enabled for primaryUser');
  }
  const uniqueId = body['clientUniqueId'] as string;
  const known = company.registeredCalls.find(
    ({ registration }) => registration['clientUniqueId'] === uniqueId,
  );
  if (known) throw duplicate(uniqueId, known, uploads);
  const link = body['downloadMediaUrl'];
  if (typeof link === 'string') refuseKnownMedia(company, link, 'downloadMediaUrl: must be unique');
  const registered: RegisteredCall = {
    id: newId(),
    registration: body,
    registeredAt: now,
    media: null,
  };
  company.registeredCalls.push(registered);
  if (typeof link === 'string') accept(registered, link, host, request);
  return ok({ callId: registered.id });
};

/** `PUT /v2/calls/{id}/media`: one part named `mediaFile`, once for each call. */
export const addCallRecording: Handler = (request) => {
  const { company, path, form } = request;
  const id = path['id'] ?? '';
  const registered = company.registeredCalls.find((each) => each.id === id);
  if (!registered) throw notFound(`Call ID ${id} was not found`);
  const [file, ...others] = form.filter(({ name }) => name === 'mediaFile');
  if (!file || others.length > 0) throw badRequest('mediaFile part is missing');
  if (file.bytes === 0) throw badRequest('mediaFile: must not be empty');
  if (file.bytes > MAX_BYTES) throw new GongFailure(413, ['mediaFile: is too large']);
  if (registered.media !== null) throw badRequest('Media was added to this call before');
  // Gong gives no reason for this one.
  refuseKnownMedia(company, file.sha256, 'Bad request');
  const host = company.users.find(
    ({ id: each }) => each === registered.registration['primaryUser'],
  );
  if (host) accept(registered, file.sha256, host, request);
  const url = `https://us-00000.app.gong.example/call?id=${id}`;
  return { status: 201, members: { callId: id, url } };
};

const accept = (
  registered: RegisteredCall,
  media: string,
  host: User,
  { company, now, uploads }: OperationRequest,
): void => {
  registered.media = media;
  const { duration } = registered.registration;
  if (typeof duration === 'number' && duration < MIN_KEPT_SECONDS) return;
  const availableAt = now + uploads.processingMs;
  const times = {
    notReadyFrom: now + uploads.processingMs / 2,
    availableAt,
    analyzedAt: availableAt + uploads.analysisMs,
  };
  company.calls.push(createUploadedCall(registered, company, host, times));
};

const refuseKnownMedia = (company: Company, media: string, text: string): void => {
  if (company.registeredCalls.some((each) => each.media === media)) throw badRequest(text);
};

/** Gong takes no address under a top-level domain that is reserved for examples. The company's own has one here. */
const refuseReservedDomain = ({ users }: Company, address: unknown): void => {
  if (typeof address !== 'string' || !/\.(example|test|invalid)$/i.test(address)) return;
  if (users.some(({ emailAddress }) => emailAddress === address)) return;
  throw badRequest(`parties: ${address} is not a valid e-mail address`);
};

const duplicate = (
  uniqueId: string,
  { id }: RegisteredCall,
  { duplicateCall }: UploadOptions,
): GongFailure => {
  const text = `A call with clientUniqueId '${uniqueId}' has already been posted`;
  if (duplicateCall === '409') return conflict(text);
  const withId = `${text} for the call ${id}`;
  return duplicateCall === '409 with the id' ? conflict(withId) : badRequest(withId);
};
