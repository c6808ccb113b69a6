import { isObjectType, type FieldNode, type GraphQLField, type GraphQLObjectType } from 'graphql';
import type { PolicyFacts } from '../../access/policy/policyFacts.js';
import type { FieldSize } from '../selection/fieldSources.js';
import type { SelectionInfo } from '../selection/selectedFields.js';
import type { CallPart } from '../../replica/parts.js';
import type { Ledger, ExecutionStage } from './ledger.js';
import type { CompanySizes } from './sizes.js';

/** What the estimate of one operation needs. */
export interface Pricing extends Omit<SelectionInfo, 'fieldNodes'> {
  readonly sizes: CompanySizes;
  readonly policy: PolicyFacts;
  readonly ledger: Ledger;
  /** End of open time windows, in milliseconds since the epoch. */
  readonly now: number;
  /** Parts of calls that the replica holds; none when there is no replica. */
  readonly holds: ReadonlySet<CallPart>;
}

/** Objects of one type at one selection. */
export interface CostNode {
  readonly type: GraphQLObjectType;
  /** The field nodes that select the objects. */
  readonly nodes: readonly FieldNode[];
  readonly path: readonly string[];
  /** Maximum number of objects. */
  readonly most: number;
  /** When their IDs are known, so that what needs only these can be requested. */
  readonly asked: ExecutionStage;
  /** When the rest of the objects is known. */
  readonly known: ExecutionStage;
  /** The IDs by which the operation names them; null when it does not name them. */
  readonly ids: readonly string[] | null;
  /** The endpoint that read them by ID; null when another way led to them. */
  readonly by: string | null;
  /** Calls that follow on each other, not picked one by one. */
  readonly isInRow: boolean;
  /** Whether the replica answers what is below it. */
  readonly isKept: boolean;
}

/** A field of a cost node. Equal fields with different aliases are one. */
export interface Visit extends Pricing, SelectionInfo {
  readonly parent: CostNode;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly args: Readonly<Record<string, unknown>>;
  readonly path: readonly string[];
  readonly size: FieldSize;
}

/**
 * Returns the objects below the field, which are known with it: one for each parent, or as many as `@listSize` says.
 * Returns none for values of other types.
 */
export function below(
  visit: Visit,
  name: string,
  more: Partial<CostNode> = {},
): readonly CostNode[] {
  const { parent, fieldNodes, path, size, schema } = visit;
  const type = schema.getType(name);
  if (!isObjectType(type)) return [];
  const { known = parent.known } = more;
  const { isKept } = parent;
  const usual = {
    nodes: fieldNodes,
    path,
    asked: known,
    known,
    ids: null,
    by: null,
    isInRow: false,
    isKept,
  };
  return [{ ...usual, most: parent.most * size.assumed, ...more, type }];
}

/** Returns how many objects of the type exist. */
export function poolOf({ people, workspaces }: CompanySizes, { name }: GraphQLObjectType): number {
  if (name === 'User') return people;
  return name === 'Workspace' ? workspaces : Infinity;
}
