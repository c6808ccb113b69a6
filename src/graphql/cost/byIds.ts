import type { AnyRead } from '../../gong/endpoints/catalog.js';
import { isBasic } from '../../gong/endpoints/callSelection.js';
import { callSelectionFor } from '../selection/callSelectionFor.js';
import { parseEntityReference } from '../selection/entityReference.js';
import { fieldSources } from '../selection/fieldSources.js';
import { nodeTypes, parseNodeId, type NodeReference } from '../selection/nodeId.js';
import {
  FEW_FOLDERS,
  referenceFields,
  namedReferenceFields,
  optionReferenceFields,
  questionReferenceFields,
  searchForFolders,
} from '../selection/referenceFields.js';
import { selects, selectsBeyond } from '../selection/selectedFields.js';
import { ask, askAll, askDirectory, askPolicy, endpointOf } from './asks.js';
import { below, type CostNode, type Visit } from './costNode.js';

/** The fields that a reference to a record contains. */
export const heldFields: Readonly<Record<string, ReadonlySet<string>>> = {
  ...referenceFields,
  ...namedReferenceFields,
  ScorecardQuestion: questionReferenceFields,
  AnswerOption: optionReferenceFields,
};
/** Prefetched fields that prove that a record exists. The record is then read only if they find nothing. */
const proofs: Readonly<Record<string, ReadonlySet<string>>> = {
  Call: new Set(['transcript']),
  User: new Set(['calls']),
};

/** Returns whether a reference to a record of the type contains all its selected fields. */
export function isHeld(visit: Visit, type: string): boolean {
  const held = heldFields[type];
  if (held === undefined || selectsBeyond(visit, type, held)) return false;
  // Parts of a call may need more of its record, such as the names of speakers.
  return type !== 'Call' || isBasic(callSelectionFor(visit));
}

/** Adds records that the operation names by ID, which are read whatever is selected, and their prefetched fields. */
export function findByIds(
  visit: Visit,
  endpoint: AnyRead,
  type: string,
  ids: readonly string[],
): readonly CostNode[] {
  if (type === 'Folder') return findFolders(visit, endpoint, ids);
  const { parent, args, ledger, policy, sizes } = visit;
  // A profile does not name its workspace. Only profiles that an allowed workspace lists may be seen.
  if (type === 'PermissionProfile' && policy.readsWorkspaces) {
    ask(visit, endpointOf('listPermissionProfile'), parent.known, sizes.workspaces);
  }
  const proof = proofs[type];
  const isHeldByReference = proof !== undefined && isHeld(visit, type);
  const isLate = isHeldByReference && selects(visit, type, proof);
  const asked = isLate ? ledger.after('proof', parent.known) : parent.known;
  const keys = endpoint.whole === undefined ? ids : ['all'];
  // CRM objects of different types have separate requests.
  const { objectType } = args;
  const part = objectType === undefined ? '' : JSON.stringify(objectType);
  const known = ask(visit, endpoint, asked, keys, { part });
  const at = { asked: parent.known, known: isHeldByReference ? parent.known : known };
  return below(visit, type, { ids, by: endpoint.id, most: ids.length, ...at });
}

/**
 * Adds folders by ID. A folder does not name its workspace, so each workspace is searched, and its content is read
 * when none lists it. Only folders that an allowed workspace lists may be seen.
 */
function findFolders(visit: Visit, content: AnyRead, ids: readonly string[]): readonly CostNode[] {
  const { parent, sizes, policy, ledger } = visit;
  ask(visit, content, parent.known, ids);
  const { wantsPlace } = searchForFolders(visit, ids.length);
  // This is independent of the other selected fields, so that selecting more never costs less.
  if (wantsPlace || ids.length > FEW_FOLDERS || policy.readsWorkspaces) {
    ask(visit, endpointOf('listWorkspaces'), parent.known, ids);
    ask(visit, endpointOf('getLibraryStructure'), parent.known, sizes.workspaces);
  }
  const known = ledger.after('foundFolders', parent.known, ids.length);
  return below(visit, 'Folder', { most: ids.length, ids, by: content.id, known });
}

/** A list for each of the IDs that an argument holds: they are sent apart from those of the listed records. */
export function findLists(visit: Visit, endpoint: AnyRead, type: string, argument: string) {
  const { parent, args, size } = visit;
  const keys = [...new Set(args[argument] as readonly string[])];
  const known = ask(visit, endpoint, parent.known, keys, { part: argument });
  return below(visit, type, { most: keys.length * size.assumed, known });
}

/** Records that Gong can't search for: all there are are read. */
export function findAmongAll(visit: Visit, type: string): readonly CostNode[] {
  askAll(visit, visit.size.readsAll);
  return below(visit, type, { known: visit.ledger.after('all', visit.parent.known) });
}

/**
 * Adds records of several types, by node ID or by a router's reference. Users are found by email only in the
 * directory.
 */
export function findAll(visit: Visit): readonly CostNode[] {
  const { nodeId, nodeIds = [nodeId], representations } = visit.args;
  const references: readonly object[] = Array.isArray(representations)
    ? representations.map(parseEntityReference)
    : (nodeIds as readonly string[]).flatMap((id) => parseNodeId(id) ?? []);
  const found = references as readonly Partial<NodeReference & { emailAddress: string }>[];
  const addresses = new Set(found.flatMap(({ emailAddress }) => emailAddress?.toLowerCase() ?? []));
  const nodes = nodeTypes.flatMap((type) => {
    const ids = [...new Set(found.flatMap((each) => (each.type === type && each.id) || []))];
    if (ids.length === 0) return [];
    const field = `${type.toLowerCase()}sByIds`;
    const endpoint = endpointOf(fieldSources(visit.schema).sizeOf('Query', field).source ?? '');
    askPolicy(visit, endpoint);
    return findByIds(visit, endpoint, type, ids);
  });
  if (addresses.size === 0) return nodes;
  askDirectory(visit);
  const known = visit.ledger.after('directory', visit.parent.known);
  return [...nodes, ...below(visit, 'User', { most: addresses.size, known })];
}
