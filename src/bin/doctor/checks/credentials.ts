import type { GongError } from '../../../gong/errors.js';
import type { DoctorAccess } from '../access.js';
import { ok, problem, type Finding } from '../finding.js';

const API_PAGE = "Gong's API page (Admin center > Settings > Ecosystem > API)";

/**
 * Whether Gong takes the access.
 *
 * @param error how the first request failed; null: it didn't.
 */
export function credentialsFinding(
  { by, tenant, baseUrl }: Pick<DoctorAccess, 'by' | 'tenant' | 'baseUrl'>,
  error: GongError | null,
): Finding {
  const about = by === 'oauth' ? 'Token' : 'Key';
  const it = by === 'oauth' ? 'access token' : 'key';
  if (error === null) return ok(about, `Gong takes the ${it}.`);
  const { kind, status } = error;
  if (kind === 'bad-credentials' && status === 403) {
    return problem(
      about,
      "403: Gong refuses requests from this machine's address.",
      `Add the address by which this machine goes out to the list of trusted addresses on ${API_PAGE}. It takes up to five minutes to count.`,
    );
  }
  if (kind === 'bad-credentials' && by === 'oauth') {
    const says =
      status === undefined
        ? error.message
        : `${status}: Gong doesn't take the access token: it was revoked, or belongs to a company on another host than ${baseUrl}.`;
    return problem(about, says, `Connect the company again at /oauth/gong/start?tenant=${tenant}.`);
  }
  if (kind === 'bad-credentials') {
    return problem(
      about,
      `${status ?? 401}: the key is wrong, was revoked or has expired, or belongs to a company on another host than ${baseUrl}.`,
      `Look at ${API_PAGE}: it shows the keys, and the address of your company's API, which ${by === 'stored key' ? 'the tenant has to be connected with' : 'GONG_API_BASE_URL has to be'}. A secret is shown once: if in doubt, make a new pair.`,
    );
  }
  if (kind === 'not-licensed') {
    return problem(about, error.message, 'Ask Gong to enable its API for your company.');
  }
  return {
    grade: 'warning',
    about,
    says: `whether Gong takes the ${it} couldn't be seen${error.messages.length > 0 ? `: ${error.message}` : '.'}`,
    todo: 'Put right what is said about host and limits, then ask the doctor again.',
  };
}
