import type { Config } from '../../config.js';
import { isGongHost } from '../../gong/hosts.js';
import type { DoctorAccess } from '../access.js';
import { ok, problem, warning, type Finding } from '../finding.js';

/** What the gateway is connected to. Null: it is to log in by OAuth 2.0, and nobody has connected a company yet. */
export function connectionFindings(
  access: DoctorAccess | null,
  { oauth }: Pick<Config, 'oauth'>,
): readonly Finding[] {
  if (access === null) {
    return [
      problem(
        'Connection',
        'companies log in by OAuth 2.0, and none is connected yet.',
        `Start the gateway and open ${startPage(oauth?.redirectUri)} as its administrator.`,
      ),
    ];
  }
  if (access.by === 'sandbox') {
    return [
      warning(
        'Connection',
        'no credentials are set: the gateway serves its embedded sandbox, an imitation of Gong, which is what is looked at here.',
        'Set GONG_ACCESS_KEY and GONG_ACCESS_KEY_SECRET for your own Gong.',
      ),
    ];
  }
  const how = access.by === 'key' ? 'by API key' : 'by OAuth 2.0';
  const connected = ok('Connection', `Gong at ${access.baseUrl}, ${how}.`);
  if (isGongHost(new URL(access.baseUrl).hostname)) return [connected];
  return [
    connected,
    warning(
      'Connection',
      `credentials go to ${access.baseUrl}, which isn't Gong's own.`,
      "Unset GONG_ALLOW_ANY_HOST, unless it is a test or a proxy of your company's.",
    ),
  ];
}

function startPage(redirectUri: string | undefined): string {
  return redirectUri === undefined
    ? '/oauth/gong/start'
    : redirectUri.replace(/callback$/, 'start');
}
