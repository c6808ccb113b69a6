import type { FieldNode, GraphQLResolveInfo } from 'graphql';
import { Kind } from 'graphql';
import { partsOf } from '../../replica/parts.js';
import type { ContextValue } from '../context.js';
import { callSelectionFor } from '../selection/callSelectionFor.js';
import { objectType, selectedFields } from '../selection/selectedFields.js';
import type { CallModel } from './models.js';

/**
 * Returns when the part of a call was read that was read first, of those that are selected beside `asOf`, in
 * milliseconds since the epoch; null for a call that is not from the replica.
 */
export async function callAsOf(
  { id, record }: CallModel,
  { loaders, operation, replica }: ContextValue,
  info: GraphQLResolveInfo,
): Promise<number | null> {
  const readAt = record?.readAt;
  if (record === null || readAt === undefined) return null;
  const nodes = nodesAt(info, info.path.prev);
  const names = new Set(selectedFields(info, info.parentType, nodes).map(({ name }) => name));
  const times: (number | undefined)[] = partsOf(callSelectionFor(info, nodes)).map((part) =>
    readAt.get(part),
  );
  // What is selected is loaded anyway, and fails where it is selected.
  if (names.has('transcript')) {
    await loaders.transcriptByCallId.load(id).catch(() => null);
    times.push(operation.partTimes.of('transcript', id));
  }
  if (names.has('passages')) times.push(await replica().searches.transcriptReadAt(id));
  if (names.has('answeredScorecards')) {
    const started = record.basic.started ?? null;
    await loaders.answeredScorecardsByCall.load({ callId: id, started }).catch(() => null);
    times.push(operation.partTimes.of('reviews', id));
  }
  const known = times.filter((time) => time !== undefined);
  return known.length === 0 ? null : Math.min(...known);
}

/** The selection of each execution, by the variables that the executor creates for it. */
const roots = new WeakMap<object, readonly FieldNode[]>();

/** Returns the nodes that select the field at a path of the response. */
function nodesAt(info: GraphQLResolveInfo, path: GraphQLResolveInfo['path'] | undefined) {
  const steps: { readonly key: string; readonly typeName: string }[] = [];
  for (let at = path; at !== undefined; at = at.prev) {
    if (typeof at.key === 'string' && at.typename !== undefined) {
      steps.unshift({ key: at.key, typeName: at.typename });
    }
  }
  let nodes = rootNodes(info);
  for (const { key, typeName } of steps) {
    const fields = selectedFields(info, objectType(info, typeName), nodes);
    nodes = fields.find((field) => responseKeyOf(field.nodes) === key)?.nodes ?? [];
  }
  return nodes;
}

function rootNodes({ operation, variableValues }: GraphQLResolveInfo): readonly FieldNode[] {
  let nodes = roots.get(variableValues);
  if (nodes === undefined) {
    const name = { kind: Kind.NAME, value: operation.operation } as const;
    nodes = [{ kind: Kind.FIELD, name, selectionSet: operation.selectionSet }];
    roots.set(variableValues, nodes);
  }
  return nodes;
}

function responseKeyOf([node]: readonly FieldNode[]): string | undefined {
  return node?.alias?.value ?? node?.name.value;
}
