import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuseLogin, type FailedLogins } from '../clients/failedLogins.js';
import { refuse } from '../requests/refusal.js';

export interface AdministratorCheck {
  /** Returns whether an `Authorization` header is an administrator's. */
  readonly isAdmin: (authorization: string | undefined) => boolean;
  /** Path of the page that browsers open with a password; null: there is none. */
  readonly browserPath: string | null;
  readonly failedLogins: FailedLogins;
}

/** Refuses requests that are not an administrator's. */
export function requireAdmin({ isAdmin, browserPath, failedLogins }: AdministratorCheck) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const { authorization, 'sec-fetch-site': site } = request.headers;
    const isForBrowsers = request.routeOptions.url === browserPath;
    // A browser adds a stored password to any link that leads here.
    const isByBrowser = /^basic /i.test(authorization ?? '');
    const isRight = isAdmin(authorization);
    const login = { secret: authorization, isRight, name: 'administrators' };
    const waitMs = await failedLogins.examine(request, login);
    if (waitMs > 0) {
      await refuseLogin(reply, waitMs);
      return;
    }
    if (isRight && (isForBrowsers || !isByBrowser)) {
      const isFromOtherSite = site === 'cross-site' || site === 'same-site';
      if (!isByBrowser || !isFromOtherSite) return;
      const message =
        'This page was opened from another site. Enter the URL in the address bar instead.';
      await refuse(reply, 403, 'FORBIDDEN', message);
      return;
    }
    // Browsers then ask for a user name and a password, which is the token. They read one challenge per header.
    const bearer = 'Bearer realm="gateway"';
    const challenge = isForBrowsers ? ['Basic realm="gateway"', bearer] : bearer;
    await refuse(
      reply.header('www-authenticate', challenge),
      401,
      'UNAUTHENTICATED',
      'This path is for administrators. Send "Authorization: Bearer <token>" with GATEWAY_ADMIN_TOKEN as the token.',
    );
  };
}
