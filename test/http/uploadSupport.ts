import { createHash, randomBytes } from 'node:crypto';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import type { TestServer } from './support.js';

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
/** Begins so that it is never known as something else by chance. */
export const noise = (length: number): Buffer => {
  const bytes = randomBytes(length);
  bytes.fill(3, 0, Math.min(4, length));
  return bytes;
};

/** Registers a call of the sandbox's first user. */
export async function registerCall(
  { sandbox, post }: TestServer,
  uniqueId = 'd1',
): Promise<string> {
  const [host] = sandbox.company.users;
  if (host === undefined) throw new Error('The company has no users.');
  host.settings.telephonyCallsImported = true;
  const answer = await post(`mutation { createCall(input: {
    clientUniqueId: "${uniqueId}", primaryUserId: "${host.id}", direction: INBOUND,
    actualStart: "2026-05-30T10:00:00Z", parties: [{ userId: "${host.id}" }]
  }) { callId } }`);
  const { data } = (await answer.json()) as { data: { createCall: { callId: string } } };
  return data.createCall.callId;
}

/** Where the recording of a call is to be sent. */
export async function askForUrl(
  { post }: TestServer,
  callId: string,
  init: RequestInit = {},
): Promise<string> {
  const answer = await post(
    `mutation AskForAddress { addCallMedia(input: { callId: "${callId}" }) { uploadUrl } }`,
    init,
  );
  const { data } = (await answer.json()) as { data: { addCallMedia: { uploadUrl: string } } };
  return data.addCallMedia.uploadUrl;
}

/** Registers a call, and asks where its recording is to be sent. */
export async function registerUpload(server: TestServer) {
  const callId = await registerCall(server);
  const url = await askForUrl(server, callId);
  const sent = () => server.sandbox.requestsTo('addCallRecording');
  return { callId, url, sent };
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly json: {
    readonly callId?: string;
    readonly callUrl?: string;
    readonly requestId?: string;
    readonly errors?: readonly {
      readonly message: string;
      readonly extensions: Record<string, unknown>;
    }[];
    readonly extensions?: { readonly gong: { readonly requests: number } };
  };
}

/** A `PUT` whose body is sent as the test says, by chunks unless a length is given. */
export function put(
  url: string,
  headers: Record<string, string | number> = {},
): { readonly sending: ClientRequest; readonly answer: Promise<RawAnswer> } {
  const sending = request(url, { method: 'PUT', headers });
  const answer = new Promise<RawAnswer>((resolve, reject) => {
    sending.on('response', (response) => {
      text(response).then((body) => {
        const json = JSON.parse(body) as RawAnswer['json'];
        resolve({ status: response.statusCode ?? 0, headers: response.headers, json });
      }, reject);
    });
    sending.on('error', reject);
  });
  answer.catch(() => undefined);
  return { sending, answer };
}

/** The same, all at once. */
export function putAll(
  url: string,
  body: Buffer,
  headers: Record<string, string | number> = { 'content-type': 'audio/mpeg' },
): Promise<RawAnswer> {
  const { sending, answer } = put(url, headers);
  sending.end(body);
  return answer;
}
