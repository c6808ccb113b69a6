import type { Fault } from './faults.js';
import { toJsonText } from './json.js';
import { ConnectionDropped, type SandboxResponse } from './requests.js';

/**
 * What goes out in place of the honest answer.
 * @throws ConnectionDropped for `drop`.
 */
export const applyFault = async (
  fault: Fault,
  honest: SandboxResponse,
  requestId: string,
  sleep: (ms: number) => Promise<unknown>,
): Promise<SandboxResponse> => {
  switch (fault.kind) {
    case 'answer': {
      const { status, headers = {} } = fault;
      const content = fault.body ?? { requestId, errors: ['A scripted fault of the sandbox.'] };
      const body = typeof content === 'string' ? content : toJsonText(content);
      return withBody({ ...honest, status }, body, headers);
    }
    case 'malformed-json':
      return withBody(honest, firstHalf(honest.body));
    case 'truncate':
      return { ...honest, body: firstHalf(honest.body), truncated: true };
    case 'redirect': {
      const { status = 302, location } = fault;
      return withBody({ ...honest, status }, '', { location });
    }
    case 'delay':
      await sleep(fault.ms);
      return honest;
    case 'drop':
      throw new ConnectionDropped();
  }
};

const withBody = (
  response: SandboxResponse,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): SandboxResponse => {
  const lowerCase = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  const length = { 'content-length': String(Buffer.byteLength(body)) };
  const added = Object.fromEntries(lowerCase) as Record<string, string>;
  return { ...response, headers: { ...response.headers, ...length, ...added }, body };
};

const firstHalf = (text: string): string => text.slice(0, Math.floor(text.length / 2));
