import type { SandboxResponse } from '../requests.js';
import { textResponse } from '../responses.js';
import type { Grants } from './grants.js';
import type { OAuthOptions } from './options.js';
import { consentPage, errorPage } from './page.js';

/**
 * `GET /oauth2/authorize`: sends the browser back with a code, or asks whoever sits there first. The page's
 * form comes back here with a `decision`.
 */
export const authorize = (
  options: OAuthOptions,
  grants: Grants,
  parameters: Readonly<Record<string, string>>,
): SandboxResponse => {
  const { client_id: clientId, redirect_uri: redirectUri = '', state, decision } = parameters;
  // Whoever sent the browser here may be a stranger: it isn't sent anywhere that isn't registered.
  if (clientId !== options.clientId) return errorPage('client_id is of no app that is registered.');
  if (!options.redirectUris.includes(redirectUri)) {
    return errorPage(
      `redirect_uri is not registered. Registered: ${options.redirectUris.join(', ')}`,
    );
  }
  const sendBack = (result: Readonly<Record<string, string>>): SandboxResponse => {
    const address = new URL(redirectUri);
    for (const [name, value] of Object.entries(result)) address.searchParams.set(name, value);
    if (state !== undefined) address.searchParams.set('state', state);
    return textResponse(302, '', { location: address.href });
  };
  // What Gong's own does from here on where it grants nothing is not public: these are the standard's errors.
  if (parameters['response_type'] !== 'code')
    return sendBack({ error: 'unsupported_response_type' });
  const asked = (parameters['scope'] ?? '').split(' ').filter((scope) => scope !== '');
  if (asked.length === 0) return sendBack({ error: 'invalid_scope' });
  if (options.consent === 'page' && decision === undefined) {
    return consentPage(options.clientId, asked, parameters);
  }
  if (decision === 'refuse') return sendBack({ error: 'access_denied' });
  const { scopesGranted } = options;
  const scopes = asked.filter((scope) => scopesGranted?.includes(scope) ?? true);
  return sendBack({ code: grants.addCode({ redirectUri, scopes }) });
};
