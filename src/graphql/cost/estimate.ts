import {
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { Bill } from './bill.js';
import type { CompanySize } from '../../company/companySize.js';
import type { PolicyFacts } from '../../access/policy/policyFacts.js';
import { companyOf } from './company.js';
import { Moments } from './moments.js';
import { pathAsArray, type Part } from './part.js';
import { newPlace } from './place.js';
import { Sources } from './population.js';
import { priceOperation } from './walk.js';

/** An operation that has been validated and whose arguments have been checked. */
export interface PricedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Coerced. */
  readonly variableValues: Record<string, unknown>;
  readonly company: CompanySize;
  /** What the viewer may see has to be found out too. */
  readonly policy: PolicyFacts;
  /** The present, in milliseconds since the epoch: where windows of time end that are open. */
  readonly now: number;
}

/** What an operation costs, in requests to Gong, with nothing cached and nothing failing. */
export interface Estimate {
  /** It costs no less than this. */
  readonly min: number;
  /** It costs no more, for companies as `assumptions.ts` describes them; null where nothing bounds it. */
  readonly max: number | null;
  /** The most expensive parts, the most expensive one first. */
  readonly narrow: readonly Narrowing[];
}

/** A part of an operation that could be made cheaper. */
export interface Narrowing {
  /** Response names that lead to it. */
  readonly path: readonly string[];
  /** The most that it costs; null where nothing bounds it. */
  readonly requests: number | null;
  /** An imperative, without a full stop. */
  readonly advice: string;
}

/** More than this nobody wants to read. */
const MOST_NARROWINGS = 5;

/** The price of an operation, worked out from its text and variables alone, before it runs. */
export function estimateCost(input: PricedOperation): Estimate {
  const { schema, document, operation, variableValues, policy, now } = input;
  const root = schema.getRootType(operation.operation);
  if (root == null) return { min: 0, max: 0, narrow: [] };
  const company = companyOf(input.company);
  const moments = new Moments();
  const sources = new Sources();
  const bill = new Bill(company, policy, moments, now);
  const isPriced = priceOperation(
    newPlace({
      type: root,
      nodes: [rootNode(operation)],
      path: null,
      objects: { source: sources.named('operation'), most: 1 },
      known: moments.start,
    }),
    operation.operation,
    {
      operation: { schema, variableValues, fragments: fragmentsOf(document) },
      company,
      policy,
      moments,
      sources,
      bill,
    },
  );
  const parts = bill.parts();
  const max = parts.reduce((sum, { most }) => sum + most, 0);
  return {
    min: parts.reduce((sum, { least }) => sum + least, 0),
    max: isPriced ? orNull(max) : null,
    narrow: narrowings(parts),
  };
}

function narrowings(parts: readonly Part[]): Narrowing[] {
  return parts
    .filter(({ most }) => most > 0)
    .sort((a, b) => b.most - a.most)
    .slice(0, MOST_NARROWINGS)
    .map(({ path, most, advice }) => ({
      path: pathAsArray(path),
      requests: orNull(most),
      // Of one request, there is nothing to leave out but all of it.
      advice: most > 1 ? advice : 'move it to a separate operation',
    }));
}

function orNull(requests: number): number | null {
  return Number.isFinite(requests) ? requests : null;
}

/** The operation as if it were selected by a field, so that its fields are found like any other's. */
function rootNode({ selectionSet }: OperationDefinitionNode): FieldNode {
  return { kind: Kind.FIELD, name: { kind: Kind.NAME, value: 'operation' }, selectionSet };
}

function fragmentsOf({ definitions }: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments = Object.create(null) as Record<string, FragmentDefinitionNode>;
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  return fragments;
}
