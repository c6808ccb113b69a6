import type { FieldNode, GraphQLField, GraphQLObjectType } from 'graphql';
import type { SelectionInfo } from '../selection/selectedFields.js';
import type { PolicyFacts } from '../../access/policy/policyFacts.js';
import type { Bill } from './bill.js';
import type { Company } from './company.js';
import type { Moments } from './moments.js';
import type { Path } from './part.js';
import type { Place } from './place.js';
import type { Sources } from './population.js';

/** What the price of one operation is worked out with. */
export interface Pricing {
  /** The operation, without a place in it. */
  readonly operation: Omit<SelectionInfo, 'fieldNodes'>;
  readonly company: Company;
  readonly policy: PolicyFacts;
  readonly moments: Moments;
  readonly sources: Sources;
  readonly bill: Bill;
}

/** A field as selected at a place. Equal fields under several aliases are one. */
export interface PricedField {
  readonly definition: GraphQLField<unknown, unknown>;
  readonly name: string;
  readonly nodes: readonly FieldNode[];
  readonly args: Readonly<Record<string, unknown>>;
  readonly path: Path;
}

export interface Visit {
  readonly place: Place;
  readonly field: PricedField;
  readonly pricing: Pricing;
}

/** Puts on the bill what a field costs. Returns the places that it leads to. */
export type Rule = (visit: Visit) => readonly Place[];

/** What the field selects, as the functions of `src/selection` take it. */
export function selectionOf({ field, pricing }: Visit): SelectionInfo {
  return { ...pricing.operation, fieldNodes: field.nodes };
}

export function typeNamed({ pricing }: Visit, name: string): GraphQLObjectType {
  return pricing.operation.schema.getType(name) as GraphQLObjectType;
}
