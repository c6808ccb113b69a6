import { batchSizeOf, readEndpoint, type AnyRead } from '../../gong/endpoints/catalog.js';
import { countOf, type Keys, type Lane, type ExecutionStage } from './ledger.js';
import { fieldSources } from '../selection/fieldSources.js';
import type { Visit } from './costNode.js';
import { FLOWS, pagesOf, type CompanySizes } from './sizes.js';

/** Returns the declaration of an endpoint that the schema names. */
export function endpointOf(id: string): AnyRead {
  const endpoint = readEndpoint(id);
  if (endpoint === undefined) throw new Error(`${id} does not read, or has no declaration.`);
  return endpoint;
}

/**
 * Adds the reads of keys by an endpoint, or of what it lists.
 *
 * @param how.shown when the records may be shown.
 * @param how.isAlone whether this endpoint itself reads the keys, although another one of its kind may accept more
 *   per request.
 * @param how.part what else the keys of one request share, such as the days of statistics.
 * @returns when the records are known.
 */
export function ask(
  { path, sizes, ledger }: Visit,
  endpoint: AnyRead,
  stage: ExecutionStage,
  keys: Keys,
  { shown = stage, isAlone = false, part = '' } = {},
): ExecutionStage {
  const { brings, whole } = endpoint;
  const lane = laneOf(endpoint, sizes, isAlone);
  const isOneList = whole !== undefined && whole.workspaceOf === undefined;
  const asked = isOneList ? ['all'] : keys;
  const counted = typeof asked === 'number' ? Math.min(asked, lane.pool) : asked;
  ledger.kinds.add(brings.name);
  ledger.ask({ ...lane, name: lane.name + part }, stage, counted, path);
  return ledger.after(brings.name, shown, lane.max === 1 ? countOf(counted) : 1);
}

/** Returns the lane of the keys. Keys of one kind of records share requests, by the endpoint with the largest limit. */
function laneOf(endpoint: AnyRead, { people, workspaces }: CompanySizes, isAlone: boolean): Lane {
  const { id, brings, byKey, whole } = endpoint;
  if (whole !== undefined) {
    const { wider, workspaceOf } = whole;
    const max = wider === undefined ? 1 : Infinity;
    return { name: id, max, pool: workspaceOf === undefined ? 0 : workspaces };
  }
  const most = batchSizeOf(brings.name);
  const max = isAlone ? (byKey?.max ?? 1) : most;
  const pools: Readonly<Record<string, number>> = { user: people, flow: FLOWS };
  return { name: max === most ? brings.name : id, max, pool: pools[brings.name] ?? Infinity };
}

/** Adds all pages of the user directory. */
export function askDirectory({ parent, path, sizes, ledger }: Visit, isForPolicy = false): void {
  const { id, paged } = endpointOf('listUsers');
  ledger.kinds.add('user');
  const pages = pagesOf(paged?.readThrough?.({ ...sizes, parents: 1, days: null }) ?? Infinity);
  ledger.once(id, { path, most: pages, advice: 'omit the fields that read the user directory' });
  // The directory also serves users by ID. It is certainly read when nothing must be known before.
  if (!isForPolicy && parent.asked === ledger.start) ledger.saved = pages;
}

/** Asks for all that the endpoints read of all workspaces, once. */
export function askAll(visit: Visit, reads: Visit['size']['readsAll']): void {
  const { path, sizes, ledger } = visit;
  ask(visit, endpointOf('listWorkspaces'), ledger.start, ['all']);
  for (const { operation, perWorkspace } of reads) {
    ledger.kinds.add(endpointOf(operation).brings.name);
    const most = sizes.workspaces * perWorkspace;
    ledger.once(operation, { path, most, advice: 'omit the fields that search all workspaces' });
  }
}

/** Adds the company data that the policy reads before records of the endpoint may be shown. */
export function askPolicy(visit: Visit, { brings }: AnyRead): void {
  const { policy, ledger } = visit;
  const { reveals, group } = brings;
  const isOfHosts =
    typeof reveals === 'object'
      ? !('workspaceOf' in reveals)
      : reveals === 'call' || reveals === 'owned';
  if (policy.readsUsers && isOfHosts) askDirectory(visit, true);
  if (policy.readsProfiles && isOfHosts) {
    askAll(visit, fieldSources(visit.schema).sizeOf('User', 'permissionProfiles').readsAll);
  }
  const isPlaced = group === 'folders' || group === 'permissionProfiles';
  if (policy.readsWorkspaces && (reveals !== 'nothing' || isPlaced)) {
    ask(visit, endpointOf('listWorkspaces'), ledger.start, ['all']);
  }
}
