import { getNamedType, getNullableType, isAbstractType, isListType } from 'graphql';
import { readEndpoint, writeEndpoint, type AnyRead } from '../../gong/endpoints/catalog.js';
import { fieldSources } from '../selection/fieldSources.js';
import { prefetchableFields } from '../selection/referenceFields.js';
import { ask, askDirectory, askPolicy, endpointOf } from './asks.js';
import { findAll, findAmongAll, findByIds, findLists, heldFields, isHeld } from './byIds.js';
import { refresh, visitKept } from './kept.js';
import { visitConnection, visitReviewsOfCalls } from './lists.js';
import { below, type CostNode, type Visit } from './costNode.js';
import { daysOf, pagesOf } from './sizes.js';

const LIST_OF_CALLS = 'listCallsExtensive';

/** Fields that list calls or users with these endpoints, and that no other endpoint serves, are references. */
const referredTo: ReadonlySet<string> = new Set([LIST_OF_CALLS, 'listMultipleUsers']);

/** Fields that are read by the record's ID alone, in parallel to the record. */
const fieldsBeside: Readonly<Record<string, readonly string[]>> = prefetchableFields;

/** Adds the cost of a field, by the declaration of its endpoint, to the ledger. Returns the nodes below it. */
export function visitField(visit: Visit): readonly CostNode[] {
  const { parent, definition, size, args, schema, ledger } = visit;
  if (parent.type === schema.getMutationType()) return visitWrite(visit);
  const kept = visitKept(visit);
  if (kept !== null) return kept;
  const type = getNamedType(definition.type);
  const inner = type.name;
  for (const { operation, perParent, unlessArgument } of size.alsoReads) {
    if (unlessArgument != null && args[unlessArgument] != null) continue;
    // After the record that shows that it is needed.
    const later = ledger.after('also', parent.known);
    const keys = Math.ceil(parent.most * perParent);
    ask(visit, endpointOf(operation), later, keys, { isAlone: true });
  }
  if (isAbstractType(type)) return findAll(visit);
  if (inner === 'DataSubjectCall') return lookUpCalls(visit);
  if (size.source === null) return below(visit, inner);
  const sources = fieldSources(schema).ofField(parent.type.name, definition.name);
  const given = sources.find(
    ({ selector, whenArgument }) => selector === null && args[whenArgument ?? ''] != null,
  );
  const endpoint = endpointOf(given?.operation ?? size.source);
  const { byKey, paged, whole } = endpoint;
  // The list that contains the parent contains these objects too.
  if (whole !== undefined && inner === parent.type.name) return below(visit, inner);
  askPolicy(visit, endpoint);
  if (inner.endsWith('Connection')) {
    return visitConnection(visit, endpoint, inner.replace(/Connection$/, ''));
  }
  if (inner === 'AnsweredScorecard') return visitReviewsOfCalls(visit, endpoint);
  if (size.perItemOf !== null) return findLists(visit, endpoint, inner, size.perItemOf);
  if (size.readsAll.length > 0) return findAmongAll(visit, inner);
  const named =
    args[given?.whenArgument ?? 'ids'] ?? args['id'] ?? args['callId'] ?? args['emails'];
  if (named != null) {
    const ids = ([named].flat() as string[]).map((each) => each.trim().toLowerCase());
    return findByIds(visit, endpoint, inner, [...new Set(ids)]);
  }
  if (byKey === undefined && paged !== undefined) {
    askDirectory(visit);
    return below(visit, inner, { known: ledger.after('directory', parent.known) });
  }
  const isReference =
    !isListType(getNullableType(definition.type)) ||
    referredTo.has(endpoint.id) ||
    inner === 'AnswerOption';
  return isReference && inner in heldFields
    ? refer(visit, endpoint, inner)
    : readAll(visit, endpoint, inner);
}

/**
 * Adds the calls that the parent names. Each is looked up to check whether it may be seen, together with its selected
 * fields.
 */
function lookUpCalls(visit: Visit): readonly CostNode[] {
  const { parent, definition, size, policy } = visit;
  const calls = endpointOf(LIST_OF_CALLS);
  askPolicy(visit, calls);
  if (policy.mayHideCalls) ask(visit, calls, parent.known, parent.most * size.assumed);
  return below(visit, getNamedType(definition.type).name);
}

/** Adds the records that the parent refers to, when more is selected than the reference contains. */
function refer(visit: Visit, endpoint: AnyRead, type: string): readonly CostNode[] {
  const { parent, size, policy } = visit;
  // Checking whether a call may be named needs a lookup.
  const isChecked = type === 'Call' && policy.mayHideCalls;
  if (isHeld(visit, type) && !isChecked) return below(visit, type);
  const keys = endpoint.whole === undefined ? parent.most * size.assumed : ['all'];
  const known = ask(visit, endpoint, parent.known, keys);
  return below(visit, type, { asked: parent.known, by: endpoint.id, known });
}

/** Adds all records, or all records of each parent. */
function readAll(visit: Visit, endpoint: AnyRead, inner: string): readonly CostNode[] {
  const { parent, definition, args, size, sizes, policy, now } = visit;
  const { id, brings, byKey } = endpoint;
  const isOfParents = byKey !== undefined || parent.type.name === 'Workspace';
  const parents = parent.ids ?? parent.most;
  const keys = isOfParents ? parents : [(args['workspaceId'] ?? 'all') as string];
  const part = isOfParents && definition.args.length > 0 ? JSON.stringify(args) : '';
  // It came with the parent.
  const isHere = parent.by === id;
  const isPrefetched = fieldsBeside[parent.type.name]?.includes(definition.name) === true;
  const asked = isPrefetched ? parent.asked : parent.known;
  const shown = parent.known;
  let known = isHere ? shown : ask(visit, endpoint, asked, keys, { shown, part });
  // The response names these users, and the rest of their fields is read by ID.
  if (inner === 'User') {
    const named = { ...visit, parent: { ...parent, known } };
    return refer(named, endpointOf('listMultipleUsers'), inner);
  }
  const days = size.isPerDay ? daysOf(args['from'], args['to'], now) : null;
  const most = inner === 'Workspace' ? sizes.workspaces : parent.most * (days ?? size.assumed);
  if (policy.mayHideCalls && typeof brings.reveals === 'object' && 'parts' in brings.reveals) {
    known = ask(visit, endpointOf(LIST_OF_CALLS), known, most);
  }
  return below(visit, inner, { most, known });
}

/** The part of a write's input that determines its cost. */
interface WriteInput {
  readonly file?: unknown;
  readonly rows?: unknown;
  readonly grants?: readonly unknown[];
}

/** Returns the cost of access changes: 1 request per 100 calls, and none when none of the calls may be seen. */
function priceOfGrants(
  grants: readonly unknown[],
  { mayHideCalls }: Visit['policy'],
): readonly [number, number] {
  const requests = pagesOf(grants.length);
  return [mayHideCalls ? 0 : requests, requests];
}

/** Puts a write on the ledger; what its response shows is read after it. */
function visitWrite(visit: Visit): readonly CostNode[] {
  const { parent, definition, args, size, path, policy, ledger, schema } = visit;
  const { name, type } = definition;
  if (name === 'refreshCalls') return refresh(visit);
  if (!policy.mayWrite) return [];
  // The price of a write includes the reads that it needs.
  for (const { operation } of fieldSources(schema).ofField(parent.type.name, name)) {
    const read = readEndpoint(operation);
    if (read !== undefined) ledger.kinds.add(read.brings.name);
  }
  const { file, rows, grants } = (args['input'] ?? {}) as WriteInput;
  // An upload URL costs nothing.
  const isUnsent =
    (name === 'addCallMedia' && file == null) || (name === 'uploadCrmObjects' && rows == null);
  const [least, most] = isUnsent
    ? [0, 0]
    : grants !== undefined
      ? priceOfGrants(grants, policy)
      : (writeEndpoint(size.source ?? '')?.price ?? [1, 1]);
  // The policy decides whether the task may be seen.
  if (size.source === 'updateReminder') askPolicy(visit, endpointOf('listTasks'));
  const key = `write ${path.join('.')}`;
  ledger.once(key, { path, least, most, advice: 'move it to a separate operation' });
  // Mutations run one after the other.
  const known = ledger.after(key, parent.known);
  const calls = name === 'addCallMedia' || name === 'gongRequest' ? 1 : (grants?.length ?? 0);
  if (policy.mayHideCalls && calls > 0) {
    // These calls are looked up: the recording's call, those in a raw response, or those whose access changes.
    askPolicy(visit, endpointOf('getCall'));
    ask(visit, endpointOf('getCall'), known, calls);
  }
  return below(visit, getNamedType(type).name, { known });
}
