import { getNamedType, isObjectType, type FieldNode, type GraphQLObjectType } from 'graphql';
import {
  basicSelection,
  callBlocks,
  unionSelections,
  type CallBlock,
  type CallSelection,
  type CrmTiming,
} from '../../gong/endpoints/callSelection.js';
import { fieldSources, type FieldSource } from './fieldSources.js';
import {
  argumentsOf,
  itemNodes,
  objectType,
  selectedFields,
  type SelectionInfo,
} from './selectedFields.js';

const memo = new WeakMap<readonly FieldNode[], CallSelection>();

/**
 * Returns the selection of a call beyond its basic fields, from the `@gong` selectors of the fields that are selected
 * on it and its parts. It is computed once for all calls of a list.
 */
export function callSelectionFor(
  info: SelectionInfo,
  fieldNodes: readonly FieldNode[] = info.fieldNodes,
): CallSelection {
  // The executor creates these lists for each operation, so one list always has the same variables.
  let selection = memo.get(fieldNodes);
  if (selection === undefined) {
    selection = selectionOfFields(info, objectType(info, 'Call'), fieldNodes);
    memo.set(fieldNodes, selection);
  }
  return selection;
}

/** Returns the selection of the calls of a connection. */
export function connectionCallSelection(info: SelectionInfo): CallSelection {
  return itemNodes(info, 'Call')
    .map((nodes) => callSelectionFor(info, nodes))
    .reduce(unionSelections, basicSelection);
}

/** Returns the selection of the calls that items of a list refer to with their field `call`. */
export function callSelectionWithin(info: SelectionInfo, itemType: string): CallSelection {
  return selectedFields(info, objectType(info, itemType))
    .filter(({ name }) => name === 'call')
    .map(({ nodes }) => callSelectionFor(info, nodes))
    .reduce(unionSelections, basicSelection);
}

function selectionOfFields(
  info: SelectionInfo,
  type: GraphQLObjectType,
  fieldNodes: readonly FieldNode[],
): CallSelection {
  const sources = fieldSources(info.schema);
  let selection = basicSelection;
  for (const field of selectedFields(info, type, fieldNodes)) {
    const definition = type.getFields()[field.name];
    if (definition === undefined) continue;
    const args = argumentsOf(info, type, field);
    const inner = getNamedType(definition.type);
    // Another record begins here, with its own selection.
    const isPart = isObjectType(inner) && sources.ofType(inner.name) === undefined;
    const nested = isPart ? selectionOfFields(info, inner, field.nodes) : basicSelection;
    for (const source of sources.ofField(type.name, field.name)) {
      if (source.whenArgument !== null && args[source.whenArgument] == null) continue;
      // Field values include the records themselves, with the same timings.
      if (source.selector === 'context.Basic' && nested.context === 'Extended') continue;
      selection = unionSelections(selection, selectionOf(source, args));
    }
    selection = unionSelections(selection, withTimings(nested, timingsOf(args)));
  }
  return selection;
}

function selectionOf(
  { selector, whenArgument }: FieldSource,
  args: Record<string, unknown>,
): CallSelection {
  if (selector === null) return basicSelection;
  if (isCallBlock(selector)) {
    const blocks = new Set<CallBlock>([selector]);
    // Gong sends occurrences only together with their trackers.
    if (selector === 'content.trackerOccurrences') blocks.add('content.trackers');
    return { ...basicSelection, blocks };
  }
  const timings = timingsOf(args);
  if (selector === 'context.Basic') return { ...basicSelection, context: 'Basic', timings };
  if (selector === 'context.Extended') {
    // The default timing was named. IDs alone do not need the larger form for it.
    const isPlainNow = timings.size === 1 && timings.has('Now');
    if (isPlainNow && whenArgument !== null) return basicSelection;
    const crmFields = fieldsOf(args, whenArgument);
    return {
      ...basicSelection,
      context: 'Extended',
      timings,
      ...(crmFields === undefined ? {} : { crmFields }),
    };
  }
  throw new Error(`The schema names a selector that Gong does not have: ${selector}`);
}

/** The CRM fields that are read: the named one, none for a record at another time, else all. */
function fieldsOf(
  { name }: Record<string, unknown>,
  whenArgument: string | null,
): ReadonlySet<string> | undefined {
  if (typeof name === 'string') return new Set([name]);
  return whenArgument === null ? undefined : new Set();
}

function isCallBlock(selector: string): selector is CallBlock {
  return (callBlocks as readonly string[]).includes(selector);
}

function timingsOf(args: Record<string, unknown>): ReadonlySet<CrmTiming> {
  const timing = args['timing'] ?? args['at'];
  if (timing == null) return new Set();
  return new Set([timing].flat().map((each) => (each === 'TIME_OF_CALL' ? 'TimeOfCall' : 'Now')));
}

/** Adds the timings of a `timing` argument to the field values under it. */
function withTimings(selection: CallSelection, timings: ReadonlySet<CrmTiming>): CallSelection {
  return selection.context === 'Extended' && timings.size > 0
    ? { ...selection, timings }
    : selection;
}
