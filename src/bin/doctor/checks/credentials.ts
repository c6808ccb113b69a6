import type { GongError } from '../../../gong/errors.js';
import type { DoctorAccess } from '../access.js';
import { ok, problem, type Finding } from '../finding.js';

const API_PAGE = "Gong's API page (Admin center > Settings > Ecosystem > API)";

/**
 * Reports whether Gong accepts the access.
 *
 * @param error the failure of the first request; null when it succeeded.
 */
export function credentialsFinding(
  { by, tenant, baseUrl }: Pick<DoctorAccess, 'by' | 'tenant' | 'baseUrl'>,
  error: GongError | null,
): Finding {
  const about = by === 'oauth' ? 'Token' : 'Key';
  const it = by === 'oauth' ? 'access token' : 'key';
  if (error === null) return ok(about, `Gong accepts the ${it}.`);
  const { kind, status } = error;
  if (kind === 'bad-credentials' && status === 403) {
    return problem(
      about,
      "Gong rejects requests from this machine's IP address (403).",
      `Add this machine's public IP address to the trusted addresses on ${API_PAGE}. The change takes effect within 5 minutes.`,
    );
  }
  if (kind === 'bad-credentials' && by === 'oauth') {
    const says =
      status === undefined
        ? error.message
        : `Gong rejected the access token (${status}): it was revoked, or it belongs to a company on a host other than ${baseUrl}.`;
    return problem(about, says, `Connect the company again at /oauth/gong/start?tenant=${tenant}.`);
  }
  if (kind === 'bad-credentials') {
    return problem(
      about,
      `Gong rejected the key (${status ?? 401}): it is wrong, revoked, or expired, or it belongs to a company on a host other than ${baseUrl}.`,
      `Compare the key and the host with ${API_PAGE}. ${by === 'stored key' ? 'Connect the tenant again with that host' : 'Set GONG_API_BASE_URL to that host'}. Gong shows a secret only once: if in doubt, create a new key.`,
    );
  }
  if (kind === 'not-licensed') {
    return problem(about, error.message, "Ask Gong's support to enable the API for your company.");
  }
  return {
    grade: 'warning',
    about,
    says: `the doctor could not check whether Gong accepts the ${it}${error.messages.length > 0 ? `: ${error.message}` : '.'}`,
    todo: 'Correct the problems of host and limits, then run the doctor again.',
  };
}
