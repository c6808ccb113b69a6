import type { CredentialState } from '../../gong/credentialWatch.js';
import type { HealthPart } from './health.js';

/**
 * Returns the part of the health response about credentials, by Gong's last response. It names no tenants.
 *
 * @param companies every company that was used so far.
 */
export function credentialsHealth(
  companies: readonly { readonly credentials: CredentialState }[],
  isSandbox: boolean,
): HealthPart {
  const count = (state: CredentialState): number =>
    companies.filter(({ credentials }) => credentials === state).length;
  const counts = { ok: count('ok'), refused: count('refused'), untried: count('untried') };
  const gong = isSandbox ? 'The sandbox' : 'Gong';
  const details = companies.length > 1 ? counts : {};
  if (counts.refused > 0) {
    const message =
      companies.length === 1
        ? `${gong} rejected the credentials. Operations that need them fail. Run npm run doctor to find the cause.`
        : `${gong} rejected the credentials of ${counts.refused} of ${companies.length} companies. ` +
          'The metric gong_gateway_gong_requests_total with outcome="bad-credentials" names their tenants.';
    return { status: 'refused', message, ...details };
  }
  if (counts.ok > 0) {
    return {
      status: 'ok',
      message: `${gong} accepted the credentials at the last request.`,
      ...details,
    };
  }
  return {
    status: 'untried',
    message: `${gong} has not yet received a request with the credentials.`,
    ...details,
  };
}
