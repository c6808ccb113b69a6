import { getNamedType, OperationTypeNode, type FieldNode } from 'graphql';
import { argumentsOf, selectedFields, type SelectedField } from '../selection/selectedFields.js';
import { mergePlaces, type Place } from './place.js';
import type { PricedField, Pricing, Rule } from './pricing.js';
import { ruleFor, ruleForWrite } from './rules/index.js';

/** More than any operation has that somebody wrote. */
const MOST_PLACES = 2000;

/**
 * Puts on the bill what an operation costs, level by level. Places of a level that select the same of objects
 * of one type, known at the same moment, are one: fragments that spread each other multiply places in the
 * answer, not here.
 *
 * @returns whether all of it was priced: an operation that is nested beyond all measure is not.
 */
export function priceOperation(root: Place, kind: OperationTypeNode, pricing: Pricing): boolean {
  const idOf = createNodeIds();
  const isWrite = kind !== OperationTypeNode.QUERY;
  let level: readonly Place[] = [root];
  let visited = 0;
  while (level.length > 0) {
    const next = new Map<string, Place>();
    for (const place of level) {
      visited += 1;
      if (visited > MOST_PLACES) return false;
      const isRoot = place === root;
      for (const [field, rule] of fieldsOf(place, pricing, isRoot && isWrite)) {
        for (const child of rule({ place, field, pricing })) {
          const key = keyOf(child, idOf);
          const same = next.get(key);
          next.set(key, same === undefined ? child : mergePlaces(same, child, pricing.sources));
        }
      }
    }
    level = [...next.values()];
  }
  return true;
}

/** Fields that may cost something, with their rules. Equal ones under several aliases come once, except writes. */
function fieldsOf(
  place: Place,
  pricing: Pricing,
  isWrite: boolean,
): readonly (readonly [PricedField, Rule])[] {
  const info = { ...pricing.operation, fieldNodes: place.nodes };
  const fields = new Map<string, PricedField & { nodes: FieldNode[] }>();
  const ruled: (readonly [PricedField, Rule])[] = [];
  for (const selected of selectedFields(info, place.type, place.nodes)) {
    const definition = place.type.getFields()[selected.name];
    if (definition === undefined) continue;
    const { name } = selected;
    const rule = isWrite
      ? ruleForWrite(name)
      : ruleFor(place.type.name, name, getNamedType(definition.type).name);
    const args = argumentsIfGood(info, place, selected);
    if (args === null) continue;
    const path = { before: place.path, name: responseName(selected) };
    const key = isWrite
      ? path.name
      : definition.args.length === 0
        ? name
        : `${name} ${JSON.stringify(args)}`;
    const same = fields.get(key);
    if (same !== undefined) {
      same.nodes.push(...selected.nodes);
      continue;
    }
    const field = { definition, name, nodes: [...selected.nodes], args, path };
    fields.set(key, field);
    ruled.push([field, rule]);
  }
  return ruled;
}

/** Null where they can't be coerced: the executor says so, and the field costs nothing. */
function argumentsIfGood(
  info: Parameters<typeof argumentsOf>[0],
  { type }: Place,
  field: SelectedField,
): Record<string, unknown> | null {
  try {
    return argumentsOf(info, type, field);
  } catch {
    return null;
  }
}

function responseName({ name, nodes }: SelectedField): string {
  return nodes[0]?.alias?.value ?? name;
}

function keyOf(place: Place, idOf: (node: FieldNode) => number): string {
  const { type, nodes, asked, known, ids, calls, hasDirectory, isContent, isSpeaker } = place;
  return [
    type.name,
    asked.key,
    known.key,
    calls?.known.key,
    Number(hasDirectory) + 2 * Number(isContent) + 4 * Number(isSpeaker),
    ids?.join(),
    ...nodes.map(idOf),
  ].join('|');
}

function createNodeIds(): (node: FieldNode) => number {
  const ids = new Map<FieldNode, number>();
  return (node) => {
    let id = ids.get(node);
    if (id === undefined) {
      id = ids.size;
      ids.set(node, id);
    }
    return id;
  };
}
