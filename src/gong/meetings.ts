import type { GongReader } from './client.js';
import { readList, type GongIntegrationStatus } from './wire.js';

/**
 * Whether each of at most 100 people can create meetings through Gong, one entry an address.
 * Gong: `POST /v2/meetings/integration/status`, scope `api:meetings:integration:status`.
 *
 * @throws GongError
 */
export async function getIntegrationStatus<C>(
  reader: GongReader<C>,
  emails: readonly string[],
  caller: C,
): Promise<readonly GongIntegrationStatus[]> {
  const body = await reader.read({ operation: 'integrationStatus', body: { emails } }, caller);
  return readList<GongIntegrationStatus>('integrationStatus', body, 'users');
}
