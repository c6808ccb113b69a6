import { activityCounters } from '../../gong/endpoints/userActivity.js';
import { parseEntityReference } from '../selection/entityReference.js';
import { fieldSources } from '../selection/fieldSources.js';
import { nodeTypes, parseNodeId, type NodeReference } from '../selection/nodeId.js';
import { searchForFolders } from '../selection/referenceFields.js';
import { ask, askByKey, askDirectory, askPolicy, endpointOf } from './asks.js';
import { findByIds, refer, visitField } from './fields.js';
import { below, type Place, type Visit } from './place.js';
import { daysOf } from './sizes.js';

/** Fields whose price is not that of their endpoint. */
type Override = (visit: Visit) => readonly Place[];

/** Records of any types by ID. Users by their addresses are known from the directory alone. */
function findAll(visit: Visit, references: readonly object[]): readonly Place[] {
  const { moments, operation } = visit.pricing;
  const found = references as readonly Partial<NodeReference & { emailAddress: string }>[];
  const addresses = new Set(found.flatMap(({ emailAddress }) => emailAddress?.toLowerCase() ?? []));
  const places = nodeTypes.flatMap((type) => {
    const ids = [...new Set(found.flatMap((each) => (each.type === type && each.id) || []))];
    if (ids.length === 0) return [];
    if (type === 'Folder') return findFolders(visit, ids);
    const field = `${type.toLowerCase()}sByIds`;
    const [source] = fieldSources(operation.schema).ofField('Query', field);
    const endpoint = endpointOf(source?.operation ?? '');
    askPolicy(visit, endpoint);
    return findByIds(visit, endpoint, type, ids);
  });
  if (addresses.size === 0) return places;
  askDirectory(visit, true);
  const known = moments.after('directory', moments.start);
  return [...places, below(visit, 'User', { most: addresses.size, known })];
}

const nodes: Override = (visit) => {
  const { nodeId, nodeIds = [nodeId] } = visit.args;
  return findAll(
    visit,
    (nodeIds as readonly string[]).flatMap((id) => parseNodeId(id) ?? []),
  );
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

/** Calls further apart, in days, are asked for apart. */
const LARGEST_GAP = 14;

/** Gong can't search by call: the reviews of the calls' days are read, and of those around them. */
const reviewsOfCall: Override = (visit) => {
  const { place, path, size, pricing } = visit;
  const { moments, sizes } = pricing;
  const through = endpointOf('listAnsweredScorecards').paged?.readThrough ?? (() => Infinity);
  const reviewsOf = (days: number | null) => through({ ...sizes, parents: 1, days });
  const price = (calls: number, _: unknown, times: number): number => {
    if (calls === 0) return 0;
    // Each call may be a stretch of days by itself. One look at the whole decides whether they are read apart.
    const most = reviewsOf(null) / reviewsOf(LARGEST_GAP) + 1;
    const stretches = place.isInRow ? 1 : Math.min(calls + 1, most);
    const reviews = stretches * reviewsOf(3) + calls * size.assumed;
    return Math.ceil(stretches) + Math.floor(reviews / 100) + times - 1;
  };
  const advice = 'shorten the list of calls, or omit this field';
  const list = { path, moment: place.known, first: 0, needsTotal: false, price, advice };
  pricing.ledger.kinds.add('answeredScorecard');
  pricing.ledger.list(`reviews ${place.known.key} ${place.isInRow}`, list, place.most);
  const known = moments.after('reviewsOfCalls', place.known);
  return [below(visit, 'AnsweredScorecard', { known })];
};

/** Each day of the window is an object with lists of calls. */
const activityByDay: Override = (visit) => {
  const { args, place, pricing } = visit;
  const days = Math.ceil(daysOf(args['from'], args['to'], pricing.now) ?? 1);
  return visitField(visit).map((below) => ({ ...below, most: place.most * days }));
};

/** The day holds the IDs of its calls. */
const callsOfDay: Override = (visit) => {
  const calls = endpointOf('listCallsExtensive');
  askPolicy(visit, calls);
  return refer(visit, calls, 'Call');
};

/** The answer holds the IDs of the options. */
const selectedOptions: Override = (visit) => {
  const scorecards = endpointOf('listScorecards');
  askPolicy(visit, scorecards);
  return refer(visit, scorecards, 'AnswerOption');
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
  ['ScorecardAnswer.selectedOptions', selectedOptions],
  ['User.activityByDay', activityByDay],
  ...activityCounters.map((field) => [`UserActivityDay.${field}`, callsOfDay] as const),
]);
