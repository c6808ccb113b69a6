import type { FieldNode, GraphQLField, GraphQLObjectType } from 'graphql';
import type { PolicyFacts } from '../../access/policy/policyFacts.js';
import type { FieldSize } from '../selection/fieldSources.js';
import type { SelectionInfo } from '../selection/selectedFields.js';
import type { Ledger } from './ledger.js';
import type { Moment, Moments } from './moments.js';
import type { CompanySizes } from './sizes.js';

/** What the price of one operation is worked out with. */
export interface Pricing {
  /** The operation, without a place in it. */
  readonly operation: Omit<SelectionInfo, 'fieldNodes'>;
  readonly sizes: CompanySizes;
  readonly policy: PolicyFacts;
  readonly moments: Moments;
  readonly ledger: Ledger;
  /** Where windows of time end that are open, in milliseconds since the epoch. */
  readonly now: number;
}

/** Objects of one type at one place of the response. */
export interface Place {
  readonly type: GraphQLObjectType;
  /** Under which the fields are selected. */
  readonly nodes: readonly FieldNode[];
  readonly path: readonly string[];
  /** How many objects at most. */
  readonly most: number;
  /** When their IDs are known: what goes by these alone is asked for then. */
  readonly asked: Moment;
  /** When the rest of them is known. */
  readonly known: Moment;
  /** The IDs by which the operation names them; null when something else does. */
  readonly ids: readonly string[] | null;
  /** Calls that follow on each other, not picked one by one. */
  readonly isInRow: boolean;
}

/** A field as selected at a place. Equal fields under several aliases are one. */
export interface Visit {
  readonly place: Place;
  readonly name: string;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
  readonly args: Readonly<Record<string, unknown>>;
  readonly path: readonly string[];
  /** The endpoint that it is read from; null for a part of its parent. */
  readonly operation: string | null;
  readonly size: FieldSize;
  readonly pricing: Pricing;
  /** What it selects, as the functions of `graphql/selection` take it. */
  readonly info: SelectionInfo;
}

/** Objects right below the place at hand, known with it: one for each, or as many as `@listSize` says. */
export function below(visit: Visit, type: string, more: Partial<Place> = {}): Place {
  const { place, nodes, path, size, pricing } = visit;
  const known = more.known ?? place.known;
  const most = Math.min(more.most ?? place.most * size.assumed, poolOf(pricing, type));
  const objectType = pricing.operation.schema.getType(type) as GraphQLObjectType;
  const rest = { asked: known, ids: null, isInRow: false };
  return { type: objectType, nodes, path, ...rest, ...more, known, most };
}

/** Both together: the same fields of objects that are known at the same moments. */
export function mergePlaces(a: Place, b: Place, pricing: Pricing): Place {
  const most = Math.min(a.most + b.most, poolOf(pricing, a.type.name));
  return { ...a, most, isInRow: a.isInRow && b.isInRow };
}

/** How many objects of the type there are. */
function poolOf({ sizes }: Pricing, type: string): number {
  if (type === 'User') return sizes.people;
  return type === 'Workspace' ? sizes.workspaces : Infinity;
}
