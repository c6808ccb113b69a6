import {
  Kind,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { CompanySize } from '../../company/companySize.js';
import { fieldSources } from '../selection/fieldSources.js';
import { argumentsOf, selectedFields } from '../selection/selectedFields.js';
import { visitField, visitWrite } from './fields.js';
import { Ledger, type Part } from './ledger.js';
import { Moments } from './moments.js';
import { overrides } from './overrides.js';
import { mergePlaces, type Place, type Pricing, type Visit } from './place.js';
import { sizesOf } from './sizes.js';

/** An operation that has been validated and whose arguments have been checked. */
export interface PricedOperation extends Pick<Pricing, 'policy' | 'now'> {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Coerced. */
  readonly variableValues: Record<string, unknown>;
  readonly company: CompanySize;
}

/** What an operation costs at most, in requests to Gong, with nothing cached and nothing failing. */
export interface Estimate {
  /** Fewest requests of its writes. What it reads at least, only a trial tells. */
  readonly writes: number;
  /** The kinds of records that it reads: see `RecordKind.name`. */
  readonly kinds: ReadonlySet<string>;
  /** It costs no more, for companies as `sizes.ts` describes them; null when nothing bounds it. */
  readonly max: number | null;
  /** The most expensive parts that could be made cheaper, the most expensive one first. */
  readonly narrow: readonly Part[];
}

/** More than these are no help. */
const MAX_NARROWINGS = 5;

/** More than any operation has that a person wrote. */
const MAX_PLACES = 2000;

/** The most that an operation costs, by its text and variables alone, before it runs. */
export function estimateCost(input: PricedOperation): Estimate {
  const { schema, operation, variableValues, policy, now } = input;
  const type = schema.getRootType(operation.operation);
  if (type == null) return { writes: 0, kinds: new Set(), max: 0, narrow: [] };
  const moments = new Moments();
  const ledger = new Ledger();
  const { definitions } = input.document;
  const fragments = definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
  const byName = Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment]));
  const pricing: Pricing = {
    operation: { schema, variableValues, fragments: byName },
    sizes: sizesOf(input.company),
    policy,
    moments,
    ledger,
    now,
  };
  // The operation as if it were selected by a field, so that its fields are found like any other's.
  const name = { kind: Kind.NAME as const, value: operation.operation };
  const node: FieldNode = { kind: Kind.FIELD, name, selectionSet: operation.selectionSet };
  const at = { asked: moments.start, known: moments.start, ids: null, isInRow: false };
  const isPriced = priceLevels({ type, nodes: [node], path: [], most: 1, ...at }, pricing);
  const parts = ledger.parts(moments.times());
  const max = parts.reduce((sum, { most }) => sum + most, 0);
  const writes = parts.reduce((sum, { least = 0 }) => sum + least, 0);
  const bound = isPriced && Number.isFinite(max) ? max : null;
  return { writes, kinds: ledger.kinds, max: bound, narrow: narrowest(parts) };
}

/**
 * Visits all fields, level by level. Places of a level that select the same of objects of one type, known at the same
 * moment, are one: fragments that spread each other multiply places in the response, not here.
 *
 * @returns whether all of it was priced: an operation that is nested beyond all measure is not.
 */
function priceLevels(root: Place, pricing: Pricing): boolean {
  const numbers = new Map<FieldNode, number>();
  let level: readonly Place[] = [root];
  let visited = 0;
  while (level.length > 0) {
    const next = new Map<string, Place>();
    for (const place of level) {
      visited += 1;
      if (visited > MAX_PLACES) return false;
      for (const child of visitsOf(place, pricing).flatMap(leadOn)) {
        const key = keyOf(child, numbers);
        const same = next.get(key);
        next.set(key, same === undefined ? child : mergePlaces(same, child, pricing));
      }
    }
    level = [...next.values()];
  }
  return true;
}

function leadOn(visit: Visit): readonly Place[] {
  const { place, name, pricing } = visit;
  if (place.type === pricing.operation.schema.getMutationType()) return visitWrite(visit);
  return (overrides.get(`${place.type.name}.${name}`) ?? visitField)(visit);
}

/** Equal for places that are priced together. */
function keyOf({ type, nodes, asked, known, ids }: Place, numbers: Map<FieldNode, number>): string {
  const numbered = nodes.map((node) => {
    const number = numbers.get(node) ?? numbers.size;
    numbers.set(node, number);
    return number;
  });
  return [type.name, asked.key, known.key, ids?.join(), ...numbered].join('|');
}

/** Fields that are selected. Equal ones under several aliases come once, except writes. */
function visitsOf(place: Place, pricing: Pricing): readonly Visit[] {
  const { type, nodes } = place;
  const { schema } = pricing.operation;
  const at = { ...pricing.operation, fieldNodes: nodes };
  const sources = fieldSources(schema);
  const isWrite = type === schema.getMutationType();
  const visits = new Map<string, Visit & { readonly nodes: FieldNode[] }>();
  for (const selected of selectedFields(at, type, nodes)) {
    const { name } = selected;
    const definition = type.getFields()[name];
    const args = definition === undefined ? null : argumentsIfValid(at, type, selected);
    if (definition === undefined || args === null) continue;
    const alias = selected.nodes[0]?.alias?.value ?? name;
    const key = isWrite ? alias : `${name} ${JSON.stringify(args)}`;
    const same = visits.get(key);
    if (same !== undefined) same.nodes.push(...selected.nodes);
    else {
      const own = [...selected.nodes];
      const found = sources.ofField(type.name, name).find(({ selector }) => selector === null);
      const operation = found?.operation ?? null;
      const size = sources.sizeOf(type.name, name);
      const info = { ...at, fieldNodes: own };
      const path = [...place.path, alias];
      const field = { place, name, definition, nodes: own, args, path, operation, size };
      visits.set(key, { ...field, pricing, info });
    }
  }
  return [...visits.values()];
}

/** Null when they can't be coerced: the executor reports that, and the field costs nothing. */
function argumentsIfValid(...field: Parameters<typeof argumentsOf>) {
  try {
    return argumentsOf(...field);
  } catch {
    return null;
  }
}

/** Of one request, there is nothing to leave out but all of it. */
function narrowest(parts: readonly Part[]): readonly Part[] {
  const inOrder = parts.filter(({ most }) => most > 0).sort((a, b) => b.most - a.most);
  const alone = 'move it to a separate operation';
  return inOrder
    .slice(0, MAX_NARROWINGS)
    .map((part) => (part.most > 1 ? part : { ...part, advice: alone }));
}
