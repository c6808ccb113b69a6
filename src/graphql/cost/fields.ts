import { getNamedType, isListType, isNonNullType, isObjectType } from 'graphql';
import { writeEndpoint, type AnyRead } from '../../gong/endpoints/catalog.js';
import {
  freeFields,
  freeFieldsWithName,
  freeOfOption,
  freeOfQuestion,
  prefetchableFields,
} from '../selection/referenceFields.js';
import { objectType, selectedFields, selects, selectsBeyond } from '../selection/selectedFields.js';
import { ask, askByKey, askDirectory, askPolicy, endpointOf } from './asks.js';
import { visitConnection } from './lists.js';
import { countOf } from './ledger.js';
import { below, type Place, type Visit } from './place.js';

/** What a reference to a record holds. */
const heldFields: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    ...freeFields,
    ...freeFieldsWithName,
    ScorecardQuestion: freeOfQuestion,
    AnswerOption: freeOfOption,
  }),
);
/** Fields that are read by the ID alone, beside the record. */
const fieldsBeside: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(prefetchableFields).map(([type, names]) => [type, new Set(names)]),
);
/** What is read beside a record that proves as much as the record would, which is then read only if there is nothing. */
const proofs: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['Call', new Set(['transcript'])],
  ['User', new Set(['calls'])],
]);
const words: ReadonlySet<string> = new Set(['wordCount']);

/** Puts on the ledger what a field costs by the declaration of its endpoint. Returns the places that it leads to. */
export function visitField(visit: Visit): readonly Place[] {
  const { place, definition, operation: source, size, args, pricing } = visit;
  const { type } = definition;
  const inner = getNamedType(type);
  for (const { operation, perParent } of size.alsoReads) {
    // After the record that shows that it is needed.
    const later = pricing.moments.after('also', place.known);
    askByKey(visit, endpointOf(operation), later, Math.ceil(place.most * perParent), true);
  }
  if (source === null) return isObjectType(inner) ? [below(visit, inner.name)] : [];
  const endpoint = endpointOf(source);
  askPolicy(visit, endpoint);
  if (inner.name.endsWith('Connection')) {
    return visitConnection(visit, endpoint, inner.name.replace(/Connection$/, ''));
  }
  const ids = idsIn(args);
  if (ids !== null) return findByIds(visit, endpoint, inner.name, ids);
  const isList = isListType(isNonNullType(type) ? type.ofType : type);
  return !isList && heldFields.has(inner.name)
    ? refer(visit, endpoint, inner.name)
    : readAll(visit, endpoint, inner.name);
}

function idsIn({ id, ids, callId, emails }: Visit['args']): readonly string[] | null {
  const given = ids ?? id ?? callId ?? emails;
  if (given == null) return null;
  return [...new Set(([given].flat() as string[]).map((each) => each.trim().toLowerCase()))];
}

/** Records that the operation names by ID: read whatever is selected, and what is sent for beside them. */
export function findByIds(
  visit: Visit,
  endpoint: AnyRead,
  type: string,
  ids: readonly string[],
): readonly Place[] {
  const { place, info, pricing } = visit;
  const proof = proofs.get(type);
  const isFree = proof !== undefined && isHeld(visit, type);
  const asked =
    isFree && selects(info, type, proof)
      ? pricing.moments.after('proof', place.known)
      : place.known;
  const { perWorkspace } = endpoint.whole ?? {};
  const known = ask(visit, endpoint, asked, perWorkspace === undefined ? ids : ['all']);
  if (!isObjectType(pricing.operation.schema.getType(type))) return [];
  const at = { asked: place.known, known: isFree ? place.known : known };
  return [below(visit, type, { ids, most: ids.length, ...at })];
}

/** Whether a reference to a record of the type holds all that is selected of it. */
function isHeld({ info }: Visit, type: string): boolean {
  const held = heldFields.get(type);
  if (held === undefined || selectsBeyond(info, type, held)) return false;
  if (type !== 'Call') return true;
  // Speakers are told by the record.
  const transcripts = selectedFields(info, objectType(info, 'Call'))
    .filter(({ name }) => name === 'transcript')
    .flatMap(({ nodes }) => nodes);
  return !selectsBeyond({ ...info, fieldNodes: transcripts }, 'Transcript', words);
}

/** Reads the record that the parent refers to when more is selected than the reference holds. */
export function refer(visit: Visit, endpoint: AnyRead, type: string): readonly Place[] {
  const { place, pricing } = visit;
  // Whether a call may be named is looked up.
  const isJudged = type === 'Call' && pricing.policy.mayHideCalls;
  if (endpoint.byKey === undefined && endpoint.paged !== undefined) {
    askDirectory(visit, false);
    return [below(visit, type, { known: pricing.moments.after('directory', place.known) })];
  }
  if (isHeld(visit, type) && !isJudged) return [below(visit, type)];
  const keys = endpoint.whole?.perWorkspace === undefined ? below(visit, type).most : ['all'];
  const known = ask(visit, endpoint, place.known, keys);
  return [below(visit, type, { asked: place.known, known })];
}

/** All that there is, or all of each parent. */
function readAll(visit: Visit, endpoint: AnyRead, inner: string): readonly Place[] {
  const { place, name, definition, args, size, pricing } = visit;
  const { byKey, whole } = endpoint;
  const asked = fieldsBeside.get(place.type.name)?.has(name) === true ? place.asked : place.known;
  const parents = place.ids ?? place.most;
  if (byKey === undefined && whole === undefined) {
    const isNamed = place.type.name === 'Query' || place.ids !== null;
    askDirectory(visit, isNamed && asked === pricing.moments.start);
    return [below(visit, inner, { known: pricing.moments.after('directory', place.known) })];
  }
  const isOfParents = byKey !== undefined || place.type.name === 'Workspace';
  const { workspaceId = 'all' } = args;
  const keys = isOfParents ? parents : [String(workspaceId)];
  if (byKey === undefined) ask(visit, endpoint, asked, keys);
  else
    askByKey(
      visit,
      endpoint,
      asked,
      keys,
      false,
      definition.args.length ? JSON.stringify(args) : '',
    );
  // Shown once both the parent and this are there.
  const reads = whole?.perWorkspace === 'apart' || byKey?.max === 1 ? countOf(keys) : 1;
  const known = pricing.moments.after(endpoint.brings.name, place.known, reads);
  const most = inner === 'Workspace' ? pricing.sizes.workspaces : place.most * size.assumed;
  return [below(visit, inner, { most, known })];
}

/** Puts a write on the ledger; what its response shows is read after it. */
export function visitWrite(visit: Visit): readonly Place[] {
  const { place, definition, path, pricing } = visit;
  if (!pricing.policy.mayWrite) return [];
  const [least, most] = priceOfWrite(visit);
  const key = `write ${path.join('.')}`;
  pricing.ledger.once(key, { path, least, most, advice: 'move it to a separate operation' });
  const inner = getNamedType(definition.type).name;
  // One after the other.
  const known = pricing.moments.after(key, place.known);
  return isObjectType(pricing.operation.schema.getType(inner))
    ? [below(visit, inner, { known })]
    : [];
}

/** Fewest and most requests of a write. The calls that a raw request finds, or of an upload, may be looked up. */
function priceOfWrite(visit: Visit): readonly [number, number] {
  const { name, args, operation, pricing } = visit;
  const { file } = (args['input'] ?? {}) as { readonly file?: unknown };
  if (name !== 'gongRequest' && name !== 'addCallMedia') {
    return writeEndpoint(operation ?? '')?.price ?? [1, 1];
  }
  // An address to send the recording to costs nothing.
  const sent = name === 'addCallMedia' && file == null ? 0 : 1;
  if (!pricing.policy.mayHideCalls) return [sent, sent];
  pricing.ledger.kinds.add('call');
  askPolicy(visit, endpointOf('getCall'));
  return [sent, sent + 1];
}
