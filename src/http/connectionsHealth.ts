import { counted } from '../lib/counted.js';
import type { Connections } from '../tenants/connections/connections.js';
import type { HealthPart } from './health.js';

/**
 * The line about the companies that are connected while the gateway runs. Names of tenants are nobody's business here.
 *
 * @param hasOther whether the environment says how another one logs in.
 */
export function connectionsHealth(connections: Connections, hasOther: boolean): HealthPart {
  const counts = connections.counts();
  // Other gateways may have learned more, for whoever asks next.
  connections.refresh();
  if (counts === null) {
    return { status: 'unknown', message: 'How companies are connected can’t be looked up yet.' };
  }
  const { connected, revoked, unreadable } = counts;
  if (revoked > 0) {
    const again =
      'an administrator has to connect again, at /oauth/gong/start?tenant=…; /admin/connections tells which.';
    const message = `Gong no longer takes ${revoked} of ${counted(connected + revoked, 'connection')}: ${again}`;
    return { status: 'revoked', message, connected, revoked };
  }
  if (unreadable > 0) {
    const message = `GATEWAY_SECRET doesn’t open ${unreadable} of the connections that are stored: they were made with another one.`;
    return { status: 'unreadable', message, connected, revoked, unreadable };
  }
  if (connected > 0 || hasOther) {
    const message = `Companies connected while the gateway runs: ${connected}.`;
    return { status: 'ok', message, connected, revoked };
  }
  return { status: 'none', message: 'No company is connected yet.', connected, revoked };
}
