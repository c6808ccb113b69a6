import { startTenantServer, type TenantServer, type TenantServerOptions } from './support.js';

export const servers: TenantServer[] = [];

export async function setUp(options: TenantServerOptions = {}): Promise<TenantServer> {
  const server = await startTenantServer(options);
  servers.push(server);
  return server;
}

export function without(address: URL, name: string): URL {
  const changed = new URL(address);
  changed.searchParams.delete(name);
  return changed;
}
