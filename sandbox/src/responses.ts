import { toJsonText } from './json.js';
import type { SandboxRequest, SandboxResponse } from './requests.js';

/** An answer in JSON. */
export const jsonResponse = (
  status: number,
  content: object,
  headers: Readonly<Record<string, string>> = {},
): SandboxResponse =>
  textResponse(status, toJsonText(content), {
    'content-type': 'application/json;charset=utf-8',
    ...headers,
  });

/** An answer of any kind. */
export const textResponse = (
  status: number,
  body: string,
  headers: Readonly<Record<string, string>>,
): SandboxResponse => ({
  status,
  headers: { 'content-length': String(Buffer.byteLength(body)), ...headers },
  body,
});

/** A header of the request; its name in lower case. */
export const headerOf = ({ headers = {} }: SandboxRequest, name: string): string | undefined =>
  Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];

/** Where the request was sent, as far as it says. */
export const originOf = (request: SandboxRequest): string | undefined => {
  if (URL.canParse(request.url)) return new URL(request.url).origin;
  const host = headerOf(request, 'host') ?? '';
  const address = `http://${host}`;
  return URL.canParse(address) ? new URL(address).origin : undefined;
};
