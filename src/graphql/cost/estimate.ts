import { Kind, type DocumentNode, type FieldNode, type OperationDefinitionNode } from 'graphql';
import type { CompanySize } from '../../company/companySize.js';
import { fieldSources } from '../selection/fieldSources.js';
import { argumentsOf, selectedFields } from '../selection/selectedFields.js';
import { visitField } from './fields.js';
import { Ledger, type CostItem } from './ledger.js';
import { poolOf, type CostNode, type Pricing, type Visit } from './costNode.js';
import { sizesOf } from './sizes.js';

/** An operation that has been validated and whose arguments have been checked. */
export interface PricedOperation extends Pick<Pricing, 'schema' | 'policy' | 'now' | 'holds'> {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Coerced values. */
  readonly variableValues: Record<string, unknown>;
  readonly company: CompanySize;
}

/** The maximum cost of an operation in Gong requests, when nothing is cached and nothing fails. */
export interface Estimate {
  /** Minimum requests of its writes. A trial finds the minimum of its reads. */
  readonly writes: number;
  /** The kinds of records that it reads: see `RecordKind.name`. */
  readonly kinds: ReadonlySet<string>;
  /** Maximum for companies as `sizes.ts` describes them; null when there is none. */
  readonly max: number | null;
  /** The most expensive items that could be made cheaper, in descending order. */
  readonly narrow: readonly CostItem[];
}

/** More items than these would not help the client. */
const MAX_NARROWINGS = 5;

/** No operation that a person wrote has more. */
const MAX_NODES = 2000;

/** Returns the maximum cost of an operation before it runs, by its text and variables alone. */
export function estimateCost(input: PricedOperation): Estimate {
  const { schema, document, operation, variableValues, company, policy, now, holds } = input;
  const type = schema.getRootType(operation.operation);
  if (type == null) return { writes: 0, kinds: new Set(), max: 0, narrow: [] };
  const ledger = new Ledger();
  const named = document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
  const fragments = Object.fromEntries(named.map((each) => [each.name.value, each]));
  const sizes = sizesOf(company);
  const pricing = { schema, fragments, variableValues, sizes, policy, ledger, now, holds };
  // The operation as if it were selected by a field, so that its fields are found like any other's.
  const name = { kind: Kind.NAME as const, value: operation.operation };
  const node: FieldNode = { kind: Kind.FIELD, name, selectionSet: operation.selectionSet };
  const at = { asked: ledger.start, known: ledger.start, ids: null, by: null };
  const root = { ...at, isInRow: false, isKept: false };
  const isPriced = priceLevels({ type, nodes: [node], path: [], most: 1, ...root }, pricing);
  const items = ledger.items();
  const max = items.reduce((sum, { most }) => sum + most, 0);
  const writes = items.reduce((sum, { least = 0 }) => sum + least, 0);
  const bound = isPriced && Number.isFinite(max) ? max : null;
  const inOrder = items.filter(({ most }) => most > 0).sort((a, b) => b.most - a.most);
  // An item with one request can only be omitted completely.
  const narrow = inOrder
    .slice(0, MAX_NARROWINGS)
    .map((item) => (item.most > 1 ? item : { ...item, advice: 'move it to a separate operation' }));
  return { writes, kinds: ledger.kinds, max: bound, narrow };
}

/**
 * Visits all fields, level by level. Nodes of a level with equal selections of one type, known at the same stage, are
 * merged. Fragments that spread each other multiply selections in the response, but not here.
 *
 * @returns whether everything was priced. An operation with too many levels is not.
 */
function priceLevels(root: CostNode, pricing: Pricing): boolean {
  const numbers = new Map<FieldNode, number>();
  let level: readonly CostNode[] = [root];
  let visited = 0;
  while (level.length > 0) {
    const next = new Map<string, CostNode>();
    for (const parent of level) {
      visited += 1;
      if (visited > MAX_NODES) return false;
      for (const child of visitsOf(parent, pricing).flatMap(visitField)) {
        const key = keyOf(child, numbers);
        const same = next.get(key) ?? { ...child, most: 0 };
        const most = Math.min(same.most + child.most, poolOf(pricing.sizes, child.type));
        next.set(key, { ...same, most, isInRow: same.isInRow && child.isInRow });
      }
    }
    level = [...next.values()];
  }
  return true;
}

/** Equal for places that are priced together. */
function keyOf(node: CostNode, numbers: Map<FieldNode, number>): string {
  const { type, nodes, asked, known, ids, by, isKept } = node;
  for (const node of nodes) if (!numbers.has(node)) numbers.set(node, numbers.size);
  const numbered = nodes.map((node) => numbers.get(node));
  return [type.name, asked.key, known.key, by, ids?.join(), isKept, ...numbered].join('|');
}

/** Returns the selected fields. Equal fields with different aliases are one, except writes. */
function visitsOf(parent: CostNode, pricing: Pricing): readonly Visit[] {
  const { type, nodes } = parent;
  const { schema } = pricing;
  const sources = fieldSources(schema);
  const isWrite = type === schema.getMutationType();
  const visits = new Map<string, Visit & { readonly fieldNodes: FieldNode[] }>();
  for (const selected of selectedFields({ ...pricing, fieldNodes: nodes }, type)) {
    const { name } = selected;
    const definition = type.getFields()[name];
    const fieldNodes = [...selected.nodes];
    const args = argumentsIfValid({ ...pricing, fieldNodes }, type, selected);
    if (definition === undefined || args === null) continue;
    const alias = fieldNodes[0]?.alias?.value ?? name;
    const key = isWrite ? alias : `${name} ${JSON.stringify(args)}`;
    const same = visits.get(key);
    if (same !== undefined) same.fieldNodes.push(...fieldNodes);
    else {
      const size = sources.sizeOf(type.name, name);
      const path = [...parent.path, alias];
      visits.set(key, { ...pricing, parent, definition, fieldNodes, args, path, size });
    }
  }
  return [...visits.values()];
}

/** Returns null when the arguments cannot be coerced. The executor reports that, and the field costs nothing. */
function argumentsIfValid(...field: Parameters<typeof argumentsOf>) {
  try {
    return argumentsOf(...field);
  } catch {
    return null;
  }
}
