import type { Connections } from '../connections/connections.js';
import type { HealthPart } from './health.js';

/** The line about the companies that are connected while the gateway runs. Names of tenants are nobody's business here. */
export function connectionsHealth(connections: Connections): HealthPart {
  const { connected, revoked } = connections.counts();
  // Other gateways may have learned more, for whoever asks next.
  connections.refresh();
  const again =
    'an administrator has to connect again, at /oauth/gong/start?tenant=…; /admin/connections tells which.';
  if (revoked > 0) {
    return {
      status: 'revoked',
      message: `Gong no longer takes ${revoked} of ${connected + revoked} connections: ${again}`,
      connected,
      revoked,
    };
  }
  return connected === 0
    ? { status: 'none', message: 'No company is connected yet.', connected, revoked }
    : { status: 'ok', message: `Companies connected: ${connected}.`, connected, revoked };
}
