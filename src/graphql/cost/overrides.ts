import { parseEntityReference } from '../selection/entityReference.js';
import { parseNodeId, type NodeReference, type NodeType } from '../selection/nodeId.js';
import { searchForFolders } from '../selection/referenceFields.js';
import { ask, askByKey, askDirectory, askPolicy, endpointOf } from './asks.js';
import { findByIds } from './fields.js';
import { below, type Place, type Visit } from './place.js';

/** Fields whose price is not that of their endpoint. */
type Override = (visit: Visit) => readonly Place[];

/** The endpoints that find records of each type by ID. */
const finders: Readonly<Record<Exclude<NodeType, 'Folder'>, string>> = {
  Call: 'listCallsExtensive',
  User: 'listMultipleUsers',
  Workspace: 'listWorkspaces',
  Tracker: 'listTrackers',
  Scorecard: 'listScorecards',
};

/** What a router or a client refers to, of any types. Users by their addresses are known from the directory alone. */
function findAll(
  visit: Visit,
  references: readonly (ReturnType<typeof parseEntityReference> | null)[],
): readonly Place[] {
  const idsByType = new Map<NodeType, Set<string>>();
  const addresses = new Set<string>();
  for (const reference of references) {
    if (reference === null || 'problem' in reference) continue;
    if ('emailAddress' in reference) addresses.add(reference.emailAddress.toLowerCase());
    else add(idsByType, reference);
  }
  const places = [...idsByType].flatMap(([type, ids]) => {
    if (type === 'Folder') return findFolders(visit, [...ids]);
    const endpoint = endpointOf(finders[type]);
    askPolicy(visit, endpoint);
    return findByIds(visit, endpoint, type, [...ids]);
  });
  if (addresses.size === 0) return places;
  const { moments } = visit.pricing;
  askDirectory(visit, true);
  const known = moments.after('directory', moments.start);
  return [...places, below(visit, 'User', { most: addresses.size, known })];
}

function add(idsByType: Map<NodeType, Set<string>>, { type, id }: NodeReference): void {
  idsByType.set(type, (idsByType.get(type) ?? new Set()).add(id));
}

const nodes: Override = (visit) => {
  const { nodeId, nodeIds = [nodeId] } = visit.args;
  return findAll(visit, (nodeIds as readonly string[]).map(parseNodeId));
};

const entities: Override = (visit) =>
  findAll(visit, (visit.args['representations'] as readonly unknown[]).map(parseEntityReference));

/**
 * Folders by ID. A folder doesn't tell where it lies: it is sought workspace by workspace, and by its content when none
 * lists it. Only what an allowed workspace lists may be seen.
 */
function findFolders(visit: Visit, ids: readonly string[]): readonly Place[] {
  const { place, pricing, info } = visit;
  const { sizes, policy, moments } = pricing;
  const content = endpointOf('getCallsInSpecificFolder');
  askPolicy(visit, content);
  askByKey(visit, content, place.known, ids);
  const { wantsPlace } = searchForFolders(info, ids.length);
  const { areMany } = searchForFolders({ ...info, fieldNodes: [] }, ids.length);
  if (wantsPlace || areMany || policy.readsWorkspaces) {
    ask(visit, endpointOf('listWorkspaces'), place.known, ids);
    ask(visit, endpointOf('getLibraryStructure'), place.known, sizes.workspaces);
  }
  const known = moments.after('foundFolders', place.known, ids.length);
  return [below(visit, 'Folder', { most: ids.length, ids, known })];
}

const foldersByIds: Override = (visit) => {
  const { id, ids = [id] } = visit.args;
  return findFolders(visit, [...new Set(ids as readonly string[])]);
};

/** The lists that the folder came from tell. */
const placeOfFolder: Override = (visit) => [below(visit, 'Folder')];

const callsOfFolder: Override = (visit) => {
  const { place, size, pricing } = visit;
  // Those that were found by ID came with their content.
  const content = endpointOf('getCallsInSpecificFolder');
  let { known } = place;
  if (place.ids === null) known = askByKey(visit, content, known, place.most);
  askPolicy(visit, content);
  const most = place.most * size.assumed;
  if (pricing.policy.mayHideCalls) {
    known = askByKey(visit, endpointOf('listCallsExtensive'), known, most);
  }
  return [below(visit, 'FolderCall', { most, known })];
};

/** Days around one call: in which zone they are counted isn't always known. */
const DAYS_AROUND_CALL = 3;
/** Calls further apart are asked for apart. */
const LARGEST_GAP_DAYS = 14;
/** Reviews of more stretches of days than these are looked at as a whole first. */
const FEW_STRETCHES = 5;

/** Gong can't search by call: the reviews of the calls' days are read. */
const reviewsOfCall: Override = (visit) => {
  const { place, path, size, pricing } = visit;
  const { ledger, moments, sizes } = pricing;
  const { paged } = endpointOf('listAnsweredScorecards');
  const through = (days: number | null): number =>
    paged?.readThrough?.({ ...sizes, parents: 1, days }) ?? Infinity;
  const price = (calls: number, _: unknown, times: number): number => {
    if (calls === 0) return 0;
    // Each call may be a stretch of days by itself.
    const most = through(null) / through(1) / LARGEST_GAP_DAYS;
    const stretches = place.isInRow ? 1 : Math.min(calls, most);
    const reviews = stretches * through(DAYS_AROUND_CALL) + calls * size.assumed;
    const look = stretches > FEW_STRETCHES ? 1 : 0;
    return Math.ceil(stretches) + Math.floor(reviews / 100) + look + times - 1;
  };
  const advice = 'make the list of calls shorter, or leave it out';
  const list = { path, moment: place.known, first: 0, needsTotal: false, price, advice };
  ledger.list(`reviews ${place.known.key} ${place.isInRow}`, list, place.most);
  return [
    below(visit, 'AnsweredScorecard', { known: moments.after('reviewsOfCalls', place.known) }),
  ];
};

export const overrides: ReadonlyMap<string, Override> = new Map([
  ['Query.node', nodes],
  ['Query.nodes', nodes],
  ['Query._entities', entities],
  ['Query.folder', foldersByIds],
  ['Query.foldersByIds', foldersByIds],
  ['Folder.parent', placeOfFolder],
  ['Folder.children', placeOfFolder],
  ['Folder.calls', callsOfFolder],
  ['Call.answeredScorecards', reviewsOfCall],
]);
