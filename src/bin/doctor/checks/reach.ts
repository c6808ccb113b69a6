import type { GongError } from '../../../gong/errors.js';
import { NotSentError } from '../../../gong/exchange.js';
import { ok, problem, type Finding } from '../finding.js';

/** What keeps connections from coming about, by the codes of Node. */
const reasons: readonly {
  readonly codes: RegExp;
  readonly says: (host: string) => string;
  readonly todo: string;
}[] = [
  {
    codes: /^(ENOTFOUND|EAI_\w+|ENODATA)$/,
    says: (host) => `the name ${host} is not known to DNS here`,
    todo: "Compare the address with that on Gong's API page, and see whether this machine resolves other names.",
  },
  {
    codes: /^ECONNREFUSED$/,
    says: (host) => `${host} refuses connections`,
    todo: 'Compare the address and its port; a firewall or proxy on the way may refuse, too.',
  },
  {
    codes: /^(CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|EPROTO)/,
    says: (host) => `TLS with ${host} fails`,
    todo: "Where a proxy opens TLS on the way, give Node its certificate by NODE_EXTRA_CA_CERTS; else look at this machine's clock and at the address.",
  },
  {
    codes: /^(ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENETDOWN|EHOSTDOWN)$/,
    says: (host) => `there is no way to ${host} from here`,
    todo: "See whether this machine's network, firewall or proxy lets https out to it.",
  },
];

/**
 * Whether the host can be reached, and is Gong's.
 *
 * @param error how the first request failed; null: it didn't.
 */
export function reachFinding(baseUrl: string, error: GongError | null): Finding {
  const { host } = new URL(baseUrl);
  if (error === null) return ok('Host', `${host} can be reached.`);
  const { status, operation, kind } = error;
  if (operation === undefined) {
    return { grade: 'warning', about: 'Host', says: `${host} was not asked: see below.` };
  }
  if (status === undefined) return unreached(host, error);
  if (status >= 300 && status < 400) return problem('Host', error.message, COMPARE);
  if (status >= 500) {
    return problem(
      'Host',
      `${host} can be reached, but failed to answer (status ${status}).`,
      'Try again later. If it stays so, and no proxy on the way says it, Gong has to know.',
    );
  }
  if (error.isCutOff) {
    return problem('Host', `the answer of ${host} broke off.`, 'Look at proxies on the way.');
  }
  const isGongs = error.messages.length > 0 || kind === 'rate-limited' || isRefusal(status);
  if (isGongs) return ok('Host', `${host} can be reached.`);
  return problem('Host', `what answers at ${host} is not Gong's API (status ${status}).`, COMPARE);
}

const COMPARE =
  "Compare the address (of a key in the environment, GONG_API_BASE_URL) with that on Gong's API page: Admin center > Settings > Ecosystem > API.";

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
      ? `no connection to ${host} came about${told}.`
      : `${host} gave no answer${told}.`;
  return problem('Host', says, 'Look at the network, and at proxies on the way, then try again.');
}

/** The code of whatever went wrong first, such as `ENOTFOUND`: what wraps it has no better one. */
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
