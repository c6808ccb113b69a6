import { isGongHost } from '../../../gong/hosts.js';
import type { DoctorAccess } from '../access.js';
import { ok, warning, type Finding } from '../finding.js';

/** Reports how the gateway is connected. */
export function connectionFindings({
  by,
  tenant,
  baseUrl,
}: Pick<DoctorAccess, 'by' | 'tenant' | 'baseUrl'>): readonly Finding[] {
  if (by === 'sandbox') {
    return [
      warning(
        'Connection',
        'the gateway serves its embedded sandbox, an imitation of Gong with invented data. The doctor checks that sandbox.',
        'Set GONG_ACCESS_KEY and GONG_ACCESS_KEY_SECRET, without GONG_SANDBOX=on, to serve your own company.',
      ),
    ];
  }
  const how = by === 'oauth' ? 'by OAuth 2.0' : 'by API key';
  const whose = by === 'key' ? '' : `, as stored for tenant "${tenant}"`;
  const connected = ok('Connection', `Gong at ${baseUrl}, ${how}${whose}.`);
  if (isGongHost(new URL(baseUrl).hostname)) return [connected];
  return [
    connected,
    warning(
      'Connection',
      `the gateway sends credentials to ${baseUrl}, which is not a host of Gong.`,
      "Unset GONG_ALLOW_ANY_HOST, unless the host is a test server or your company's proxy.",
    ),
  ];
}
