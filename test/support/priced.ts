import { getOperationAST, getVariableValues, parse, validate, type GraphQLSchema } from 'graphql';
import type { RecordedRequest } from '../../sandbox/src/index.js';
import { readEndpoint } from '../../src/gong/endpoints/catalog.js';
import type { ContextValue } from '../../src/graphql/context.js';
import { estimateCost } from '../../src/graphql/cost/estimate.js';

/** Kinds of records that operations on a company were priced for: those that run side by side share requests. */
const pricedOf = new WeakMap<object, Set<string>>();

/**
 * Notes what an operation is priced for.
 *
 * @param company equal for operations whose requests can't be told apart.
 */
export function notePriced(
  company: object,
  schema: GraphQLSchema,
  query: string,
  variables: Record<string, unknown>,
  { companyFacts, loaders, now, replicaHolds }: ContextValue,
): void {
  const priced = pricedOf.get(company) ?? new Set();
  pricedOf.set(company, priced);
  // Whatever a raw request reads, its client spelled out.
  if (query.includes('gongRequest')) priced.add(ANYTHING);
  for (const kind of kindsOf()) priced.add(kind);

  function kindsOf(): ReadonlySet<string> {
    try {
      const document = parse(query);
      const operation = getOperationAST(document);
      if (operation == null || validate(schema, document).length > 0) return new Set();
      const definitions = operation.variableDefinitions ?? [];
      const { coerced } = getVariableValues(schema, definitions, variables);
      if (coerced === undefined) return new Set();
      const [facts, policy] = [companyFacts(), loaders.policyFilter.facts];
      const given = { schema, document, operation, variableValues: coerced, now: now() };
      return estimateCost({ ...given, company: facts, policy, holds: replicaHolds }).kinds;
    } catch {
      // What can't be parsed is refused, and reads nothing.
      return new Set();
    }
  }
}

const ANYTHING = '*';

/** @throws Error when something was read that no operation was priced for: a field lacks its price. */
export function expectPriced(company: object, sent: readonly RecordedRequest[]): void {
  const priced = pricedOf.get(company);
  if (priced === undefined || priced.has(ANYTHING)) return;
  for (const { operationId } of sent) {
    const kind = readEndpoint(operationId ?? '')?.brings.name;
    if (kind === undefined || priced.has(kind)) continue;
    throw new Error(
      `${String(operationId)} was sent, and no field that was asked for has its price.`,
    );
  }
}
