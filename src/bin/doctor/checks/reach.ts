import type { GongError } from '../../../gong/errors.js';
import { NotSentError } from '../../../gong/exchange.js';
import { ok, problem, type Finding } from '../finding.js';

/** Reasons of failed connections, by Node's codes. */
const reasons: readonly {
  readonly codes: RegExp;
  readonly says: (host: string) => string;
  readonly todo: string;
}[] = [
  {
    codes: /^(ENOTFOUND|EAI_\w+|ENODATA)$/,
    says: (host) => `DNS does not know the name ${host}`,
    todo: "Compare the host with the one on Gong's API page, and check whether this machine resolves other names.",
  },
  {
    codes: /^ECONNREFUSED$/,
    says: (host) => `${host} refuses connections`,
    todo: 'Check the host and its port. A firewall or proxy in between may also refuse connections.',
  },
  {
    codes: /^(CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|EPROTO)/,
    says: (host) => `the TLS handshake with ${host} fails`,
    todo: "If a proxy terminates TLS, add its certificate with NODE_EXTRA_CA_CERTS. Otherwise, check this machine's clock and the host name.",
  },
  {
    codes: /^(ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENETDOWN|EHOSTDOWN)$/,
    says: (host) => `this machine has no route to ${host}`,
    todo: "Check whether this machine's network, firewall, or proxy allows outgoing https connections.",
  },
];

/**
 * Reports whether the host is reachable, and whether it is Gong's.
 *
 * @param error the failure of the first request; null when it succeeded.
 */
export function reachFinding(baseUrl: string, error: GongError | null): Finding {
  const { host } = new URL(baseUrl);
  if (error === null) return ok('Host', `${host} is reachable.`);
  const { status, operation, kind } = error;
  if (operation === undefined) {
    return {
      grade: 'warning',
      about: 'Host',
      says: `the doctor sent no request to ${host}. The other findings give the reason.`,
    };
  }
  if (status === undefined) return unreached(host, error);
  if (status >= 300 && status < 400) return problem('Host', error.message, COMPARE);
  if (status >= 500) {
    return problem(
      'Host',
      `${host} is reachable, but returned a server error (${status}).`,
      "Try again later. If it persists and no proxy in between causes it, contact Gong's support.",
    );
  }
  if (error.isCutOff) {
    return problem(
      'Host',
      `the response of ${host} was interrupted.`,
      'Check the proxies in between.',
    );
  }
  const isGongs = error.messages.length > 0 || kind === 'rate-limited' || isRefusal(status);
  if (isGongs) return ok('Host', `${host} is reachable.`);
  return problem('Host', `the server at ${host} is not Gong's API (status ${status}).`, COMPARE);
}

const COMPARE =
  "Compare the host (GONG_API_BASE_URL for a key in the environment) with the one on Gong's API page: Admin center > Settings > Ecosystem > API.";

function isRefusal(status: number): boolean {
  return status === 401 || status === 403;
}

function unreached(host: string, error: GongError): Finding {
  const code = codeOf(error.cause);
  const reason = reasons.find(({ codes }) => code !== null && codes.test(code));
  const told = code === null ? '' : ` (${code})`;
  if (reason !== undefined) return problem('Host', `${reason.says(host)}${told}.`, reason.todo);
  const says =
    error.cause instanceof NotSentError
      ? `a connection to ${host} could not be established${told}.`
      : `${host} did not respond${told}.`;
  return problem('Host', says, 'Check the network and the proxies in between, then try again.');
}

/** Returns the code of the original error, such as `ENOTFOUND`. The errors that wrap it have no better one. */
function codeOf(error: unknown): string | null {
  let code: string | null = null;
  let each = error;
  while (typeof each === 'object' && each !== null) {
    const { code: own, cause } = each as { readonly code?: unknown; readonly cause?: unknown };
    if (typeof own === 'string') code = own;
    each = cause;
  }
  return code;
}
