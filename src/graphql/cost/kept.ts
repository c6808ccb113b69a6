import { getNamedType, isAbstractType } from 'graphql';
import { covers } from '../../gong/endpoints/callSelection.js';
import { heldSelection } from '../../replica/parts.js';
import { callSelectionFor } from '../selection/callSelectionFor.js';
import { DEFAULT_CALLS } from '../selection/pageSizes.js';
import { fieldSources } from '../selection/fieldSources.js';
import { searchForFolders } from '../selection/referenceFields.js';
import { ask, askAll, endpointOf } from './asks.js';
import { pagesOf } from './sizes.js';
import { below, type CostNode, type Visit } from './costNode.js';

/** Fields of the root that the replica answers. */
const answeredByReplica: ReadonlySet<string> = new Set([
  'searchCalls',
  'searchTranscripts',
  'callStats',
  'callChanges',
  'recordChanges',
  'replica',
]);

/** Operations in place of which the replica is read, wherever it is below such a field. */
const keptInPlaceOf: ReadonlySet<string> = new Set([
  'getCall',
  'listCallsExtensive',
  'listMultipleUsers',
  'listUsers',
  'listWorkspaces',
  'listTrackers',
  'listScorecards',
]);

/** Types of the records that a change of a record may lead to. */
const changingTypes = ['User', 'Workspace', 'Tracker', 'Scorecard', 'Folder'] as const;

/**
 * Prices a field that the replica answers, or that is below one. Null when it costs what it costs elsewhere: then Gong
 * is asked.
 */
export function visitKept(visit: Visit): readonly CostNode[] | null {
  const { parent, definition, args, schema } = visit;
  if (parent.type === schema.getQueryType()) {
    if (!answeredByReplica.has(definition.name)) return null;
    // Of profiles alone, the replica holds nothing.
    if (visit.policy.readsProfiles) {
      askAll(visit, fieldSources(schema).sizeOf('User', 'permissionProfiles').readsAll);
    }
    const most = (args['first'] ?? DEFAULT_CALLS) as number;
    return below(visit, getNamedType(definition.type).name, { most, isKept: true });
  }
  return parent.isKept && isKept(visit) ? visitBelow(visit) : null;
}

function isKept({ definition, size, holds }: Visit): boolean {
  const { name } = getNamedType(definition.type);
  if (size.source === null) return true;
  if (size.source === 'getCallTranscripts') return holds.has('TRANSCRIPT');
  if (name === 'AnsweredScorecard') return holds.has('REVIEWS');
  // Lists of their own are read from Gong.
  return keptInPlaceOf.has(size.source) && !name.endsWith('Connection');
}

function visitBelow(visit: Visit): readonly CostNode[] {
  const { parent, definition, size, sizes, holds } = visit;
  const type = getNamedType(definition.type);
  if (isAbstractType(type)) {
    // A folder does not name its workspace: all are searched for it, and the replica keeps no list of folders.
    if (searchForFolders(visit, parent.most).wantsPlace) {
      ask(visit, endpointOf('getLibraryStructure'), parent.known, sizes.workspaces);
    }
    return changingTypes.flatMap((name) => below(visit, name, { isKept: true }));
  }
  if (type.name !== 'Call' || covers(heldSelection(holds), callSelectionFor(visit))) {
    return below(visit, type.name, { isKept: true });
  }
  const most = parent.most * size.assumed;
  const known = ask(visit, endpointOf('listCallsExtensive'), parent.known, most);
  return below(visit, 'Call', { isKept: true, most, known });
}

/** Prices calls that are read again: with their transcripts, if the replica keeps these. */
export function refresh(visit: Visit): readonly CostNode[] {
  const { args, path, ledger, holds } = visit;
  if (holds.size === 0) return [];
  const { ids = [] } = (args['input'] ?? {}) as { readonly ids?: readonly string[] };
  const least = pagesOf(new Set(ids).size);
  const most = holds.has('TRANSCRIPT') ? 2 * least : least;
  const key = `write ${path.join('.')}`;
  ledger.once(key, { path, least, most, advice: 'request fewer IDs' });
  ledger.kinds.add('call');
  ledger.kinds.add('transcript');
  const known = ledger.after(key, visit.parent.known);
  return below(visit, 'RefreshCallsPayload', { isKept: true, most: ids.length, known });
}
