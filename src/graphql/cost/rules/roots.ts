import { freeFields, searchForFolders } from '../../selection/referenceFields.js';
import { parseEntityReference } from '../../selection/entityReference.js';
import { parseNodeId, type NodeReference, type NodeType } from '../../selection/nodeId.js';
import { selects, selectsBeyond } from '../../selection/selectedFields.js';
import { selectionOf, type Rule, type Visit } from '../pricing.js';
import type { Place } from '../place.js';
import { selectsBlocks } from '../selectedBlocks.js';
import { below } from './references.js';

/** Records asked for at the root by id: read for certain, with what is sent for beside them. */
type Find = (visit: Visit, ids: readonly string[]) => Place;

const transcript: ReadonlySet<string> = new Set(['transcript']);
const calls: ReadonlySet<string> = new Set(['calls']);

const findCalls: Find = (visit, ids) => {
  const { place, field, pricing } = visit;
  const { bill, moments } = pricing;
  const info = selectionOf(visit);
  const isFree = !selectsBlocks(info) && !selectsBeyond(info, 'Call', freeFields.Call);
  // The transcript proves as much as the record would: only where there is none is the record read.
  const isProven = isFree && selects(info, 'Call', transcript) && !pricing.policy.mayHideCalls;
  bill.judge(field.path, false);
  const asked = isProven ? moments.after('transcripts', place.known) : place.known;
  bill.calls.ask(asked, ids, !isProven, field.path);
  const known = isFree ? place.known : moments.after('calls', place.known);
  const objects = named(visit, 'Call', ids);
  const around = { ...objects, known, isScattered: true };
  return below(visit, 'Call', { objects, ids, asked: place.known, known, calls: around });
};

const findUsers: Find = (visit, ids) => {
  const { place, field, pricing } = visit;
  const { bill, moments } = pricing;
  const info = selectionOf(visit);
  const isFree = !selectsBeyond(info, 'User', freeFields.User);
  // Calls that name the user as their host prove as much as the record would.
  const isProven = isFree && selects(info, 'User', calls);
  const asked = isProven ? moments.after('hosts', place.known) : place.known;
  bill.users.byId.ask(asked, ids, !isProven, field.path);
  const known = isFree ? place.known : moments.after('users', place.known);
  return below(visit, 'User', {
    objects: named(visit, 'User', ids),
    ids,
    asked: place.known,
    known,
  });
};

const findWorkspaces: Find = (visit, ids) => {
  const { place, field, pricing } = visit;
  pricing.bill.workspaces.ask(true, field.path);
  const known = pricing.moments.after('workspaces', place.known);
  const objects = named(visit, 'Workspace', ids);
  return below(visit, 'Workspace', { objects, ids, asked: place.known, known });
};

const findFolders: Find = (visit, ids) => {
  const { place, field, pricing } = visit;
  const { library } = pricing.bill;
  const objects = named(visit, 'Folder', ids);
  const { wantsPlace, wantsCalls, areMany } = searchForFolders(selectionOf(visit), ids.length);
  const isSought = wantsPlace || areMany;
  // Only what an allowed workspace lists may be seen.
  if (pricing.policy.readsWorkspaces) library.seek(ids, field.path);
  pricing.bill.judgePlaces(field.path);
  if (wantsCalls || !isSought) library.contents.ask(ids, true, field.path);
  if (isSought) library.seek(ids, field.path);
  const kind = isSought ? 'search' : 'contents';
  const known = pricing.moments.after(kind, place.known, wantsPlace ? 1 : ids.length);
  return below(visit, 'Folder', { objects, ids, known, isContent: wantsCalls || !wantsPlace });
};

const findTrackers: Find = (visit, ids) => {
  const { place, field, pricing } = visit;
  pricing.bill.trackers.ask(place.known, null, true, field.path);
  pricing.bill.judgePlaces(field.path);
  const known = pricing.moments.after('trackers', place.known);
  return below(visit, 'Tracker', { objects: named(visit, 'Tracker', ids), known });
};

const findScorecards: Find = (visit, ids) => {
  const { place, field, pricing } = visit;
  pricing.bill.scorecards.ask(true, field.path);
  pricing.bill.judgePlaces(field.path);
  const known = pricing.moments.after('scorecards', place.known);
  const objects = named(visit, 'Scorecard', ids);
  return below(visit, 'Scorecard', { objects, ids, asked: place.known, known });
};

const finds: Readonly<Record<NodeType, Find>> = {
  Call: findCalls,
  User: findUsers,
  Workspace: findWorkspaces,
  Folder: findFolders,
  Tracker: findTrackers,
  Scorecard: findScorecards,
};

function named({ pricing }: Visit, type: NodeType, ids: readonly string[]) {
  return { source: pricing.sources.named(`${type} ${ids.join()}`), most: ids.length };
}

/** A root field that finds one record, or several, of a type by Gong's ids. */
const byIds =
  (type: NodeType): Rule =>
  (visit) => {
    const { id, ids } = visit.field.args;
    return [finds[type](visit, [...new Set((ids ?? [id]) as readonly string[])])];
  };

/** A root field that finds records of any types by their global ids. */
const byNodeIds: Rule = (visit) => {
  const { nodeId, nodeIds } = visit.field.args;
  const idsByType = new Map<NodeType, Set<string>>();
  for (const each of (nodeIds ?? [nodeId]) as readonly string[]) {
    const reference = parseNodeId(each);
    if (reference === null) continue;
    add(idsByType, reference);
  }
  return [...idsByType].map(([type, ids]) => finds[type](visit, [...ids]));
};

/** What a router refers to: by id as above, and users by their addresses, whom only the directory tells. */
const entities: Rule = (visit) => {
  const { place, field, pricing } = visit;
  const idsByType = new Map<NodeType, Set<string>>();
  const addresses = new Set<string>();
  for (const each of field.args['representations'] as readonly unknown[]) {
    const reference = parseEntityReference(each);
    if ('id' in reference) add(idsByType, reference);
    else if ('emailAddress' in reference) addresses.add(reference.emailAddress.toLowerCase());
  }
  const places = [...idsByType].map(([type, ids]) => finds[type](visit, [...ids]));
  if (addresses.size === 0) return places;
  pricing.bill.users.askAll(true, field.path);
  const source = pricing.sources.named(`User ${[...addresses].join()}`);
  const known = pricing.moments.after('directory', place.known);
  const objects = { source, most: addresses.size };
  return [...places, below(visit, 'User', { objects, known, hasDirectory: true })];
};

function add(idsByType: Map<NodeType, Set<string>>, { type, id }: NodeReference): void {
  const ids = idsByType.get(type) ?? new Set();
  idsByType.set(type, ids.add(id));
}

export const rootRules: Readonly<Record<string, Rule>> = {
  'Query.node': byNodeIds,
  'Query.nodes': byNodeIds,
  'Query._entities': entities,
  'Query.call': byIds('Call'),
  'Query.callsByIds': byIds('Call'),
  'Query.user': byIds('User'),
  'Query.usersByIds': byIds('User'),
  'Query.workspace': byIds('Workspace'),
  'Query.workspacesByIds': byIds('Workspace'),
  'Query.folder': byIds('Folder'),
  'Query.foldersByIds': byIds('Folder'),
  'Query.tracker': byIds('Tracker'),
  'Query.trackersByIds': byIds('Tracker'),
  'Query.scorecard': byIds('Scorecard'),
  'Query.scorecardsByIds': byIds('Scorecard'),
};
