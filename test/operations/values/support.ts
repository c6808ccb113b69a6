import { type Company, type Folder } from '../../../sandbox/src/index.js';
import { FakeClock } from '../../support/clock.js';
import { companyOf } from '../../support/companies.js';
import { createTestGateway, type TestGatewayOptions } from '../../support/gateway.js';

export const NOW = Date.parse('2026-06-01T12:00:00Z');

export const STARTED = '2026-05-20T10:00:00Z';

export function gatewayTo(parts: Partial<Company>, options: TestGatewayOptions = {}) {
  return createTestGateway({
    sandbox: { company: companyOf(parts) },
    clock: new FakeClock(NOW),
    ...options,
  });
}

export function folderOf(id: string, parentFolderId: string | null, workspaceId = '1'): Folder {
  const name = `Folder ${id}`;
  return { id, workspaceId, name, parentFolderId, createdBy: null, updated: STARTED, calls: [] };
}
