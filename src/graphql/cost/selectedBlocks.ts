import { getNamedType, isObjectType, type FieldNode, type GraphQLObjectType } from 'graphql';
import { fieldSources } from '../selection/fieldSources.js';
import {
  argumentsOf,
  objectType,
  selectedFields,
  type SelectionInfo,
} from '../selection/selectedFields.js';

/**
 * Whether more than the basic fields of a call is wanted. As `callWant`, but looks at the parts of a call type
 * by type, so that nested aliases don't multiply.
 */
export function selectsBlocks(info: SelectionInfo): boolean {
  const sources = fieldSources(info.schema);
  let level = new Map<GraphQLObjectType, FieldNode[]>([
    [objectType(info, 'Call'), [...info.fieldNodes]],
  ]);
  while (level.size > 0) {
    const next = new Map<GraphQLObjectType, FieldNode[]>();
    for (const [type, nodes] of level) {
      for (const field of selectedFields(info, type, nodes)) {
        const definition = type.getFields()[field.name];
        if (definition === undefined) continue;
        const isBlock = sources
          .ofField(type.name, field.name)
          .some(
            ({ selector, whenArgument }) =>
              selector !== null &&
              (whenArgument === null || argumentsOf(info, type, field)[whenArgument] != null),
          );
        if (isBlock) return true;
        const inner = getNamedType(definition.type);
        // Another record begins there, with a selection of its own.
        if (!isObjectType(inner) || sources.ofType(inner.name) !== undefined) continue;
        const before = next.get(inner);
        if (before === undefined) next.set(inner, [...field.nodes]);
        else before.push(...field.nodes);
      }
    }
    level = next;
  }
  return false;
}
