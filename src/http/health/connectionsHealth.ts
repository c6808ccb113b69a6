import { counted } from '../../lib/counted.js';
import type { Connections } from '../../tenants/connections/connections.js';
import type { HealthPart } from './health.js';

/**
 * Returns the part of the health response about connected companies. It names no tenants.
 *
 * @param hasOther whether the environment configures another company.
 */
export function connectionsHealth(connections: Connections, hasOther: boolean): HealthPart {
  const counts = connections.counts();
  // Other instances may know newer states, for the next request.
  connections.refresh();
  if (counts === null) {
    return { status: 'unknown', message: 'Stored Gong connections cannot be read yet.' };
  }
  const { connected, revoked, unreadable } = counts;
  if (revoked > 0) {
    const again =
      'An administrator must connect them again at /oauth/gong/start?tenant=…. /admin/connections lists them.';
    const message = `Gong no longer accepts ${revoked} of ${counted(connected + revoked, 'connection')}. ${again}`;
    return { status: 'revoked', message, connected, revoked };
  }
  if (unreadable > 0) {
    const message = `Stored Gong connections that cannot be decrypted: ${unreadable}. They were created with a different GATEWAY_SECRET.`;
    return { status: 'unreadable', message, connected, revoked, unreadable };
  }
  if (connected > 0 || hasOther) {
    const message = `Companies with a stored connection: ${connected}.`;
    return { status: 'ok', message, connected, revoked };
  }
  return { status: 'none', message: 'No company is connected yet.', connected, revoked };
}
