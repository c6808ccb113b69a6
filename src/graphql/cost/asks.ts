import { batchSizeOf, readEndpoint, type AnyRead } from '../../gong/endpoints/catalog.js';
import { countOf, type Keys } from './ledger.js';
import type { Moment } from './moments.js';
import type { Visit } from './place.js';
import { pagesOf } from './sizes.js';

/** The declaration of an endpoint, which the schema names. */
export function endpointOf(id: string): AnyRead {
  const endpoint = readEndpoint(id);
  if (endpoint === undefined) throw new Error(`${id} does not read, or has no declaration.`);
  return endpoint;
}

/** Asks an endpoint for keys, or for all that it lists. Returns when its records are known. */
export function ask(visit: Visit, endpoint: AnyRead, moment: Moment, keys: Keys): Moment {
  const { id, brings, whole } = endpoint;
  if (whole === undefined) return askByKey(visit, endpoint, moment, keys);
  const { path, pricing } = visit;
  const { ledger, moments, sizes } = pricing;
  ledger.kinds.add(brings.name);
  if (whole.perWorkspace === undefined) {
    ledger.once(id, { path, most: 1, advice: 'omit this field' });
    return moments.after(brings.name, moment);
  }
  const isApart = whole.perWorkspace === 'apart';
  const max = isApart ? 1 : Infinity;
  ledger.ask({ name: id, max, pool: sizes.workspaces }, moment, keys, path);
  const reads = isApart ? Math.min(countOf(keys), sizes.workspaces) : 1;
  return moments.after(brings.name, moment, reads);
}

/**
 * The same by key: keys of one kind of records are sent together, unless they go by an endpoint that takes fewer.
 *
 * @param part what else the keys of one request have in common, such as the days of statistics.
 */
export function askByKey(
  { path, pricing }: Visit,
  { id, brings, byKey }: AnyRead,
  moment: Moment,
  keys: Keys,
  isAlone = false,
  part = '',
): Moment {
  const { ledger, moments, sizes } = pricing;
  ledger.kinds.add(brings.name);
  const max = isAlone ? (byKey?.max ?? 1) : batchSizeOf(brings.name);
  const isShared = max === batchSizeOf(brings.name);
  const pool = brings.name === 'user' ? sizes.people : Infinity;
  ledger.ask({ name: (isShared ? brings.name : id) + part, max, pool }, moment, keys, path);
  return moments.after(brings.name, moment, max === 1 ? countOf(keys) : 1);
}

/** Asks for all pages of the user directory. */
export function askDirectory({ path, pricing }: Visit, isSure: boolean): void {
  const { ledger, sizes } = pricing;
  const { id, paged } = endpointOf('listUsers');
  ledger.kinds.add('user');
  const pages = pagesOf(paged?.readThrough?.({ ...sizes, parents: 1, days: null }) ?? Infinity);
  ledger.once(id, { path, most: pages, advice: 'omit the fields that read the user directory' });
  // Once it is read, it serves users by ID. So priced, a search doesn't seem to save.
  if (isSure) ledger.saved.set('user', pages);
}

/** Asks for what the policy reads of the company before it lets records of the endpoint be seen. */
export function askPolicy(visit: Visit, { brings }: AnyRead): void {
  const { policy, ledger } = visit.pricing;
  const { reveals, group } = brings;
  const isOfCalls = typeof reveals === 'object' ? !('workspaceOf' in reveals) : reveals === 'call';
  if (policy.readsUsers && isOfCalls) askDirectory(visit, false);
  if (policy.readsWorkspaces && (reveals !== 'nothing' || group === 'folders')) {
    ledger.kinds.add('workspace');
    ledger.once('listWorkspaces', { path: visit.path, most: 1, advice: 'omit this field' });
  }
}
