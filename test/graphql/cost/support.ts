import { getOperationAST, getVariableValues, parse, validate, type GraphQLSchema } from 'graphql';
import type { CompanySize } from '../../../src/company/companySize.js';
import { estimateCost, type Estimate } from '../../../src/graphql/cost/estimate.js';
import { unrestrictedFacts, type PolicyFacts } from '../../../src/access/policy/policyFacts.js';
import type { CallPart } from '../../../src/replica/parts.js';
import { createSchema } from '../../../src/graphql/schema.js';

export const schema = createSchema();

/** The present of all estimates here. */
export const NOW = Date.parse('2026-06-01T12:00:00Z');

export const unknownCompany: CompanySize = { users: null, workspaces: null };

export interface EstimateOptions {
  readonly variables?: Record<string, unknown> | undefined;
  readonly company?: Partial<CompanySize>;
  readonly operationName?: string;
  /** Leaves validation out, which takes far longer than the estimate. */
  readonly isValid?: boolean;
  /** Nothing is hidden, when left out. */
  readonly policy?: PolicyFacts;
  /** Parts that the replica holds; none, when left out. */
  readonly holds?: ReadonlySet<CallPart>;
  /** The gateway's own, when left out. */
  readonly schema?: GraphQLSchema;
}

/** The estimate of an operation, which must be valid. */
export function estimate(query: string, options: EstimateOptions = {}): Estimate {
  const document = parse(query);
  const used = options.schema ?? schema;
  const errors = options.isValid === true ? [] : validate(used, document);
  if (errors.length > 0) throw new Error(errors.join('\n'));
  const operation = getOperationAST(document, options.operationName);
  if (operation == null) throw new Error('There is no such operation.');
  const { coerced, errors: refused } = getVariableValues(
    used,
    operation.variableDefinitions ?? [],
    options.variables ?? {},
  );
  if (coerced === undefined) throw new Error(refused.join('\n'));
  return estimateCost({
    schema: used,
    document,
    operation,
    variableValues: coerced,
    company: { ...unknownCompany, ...options.company },
    policy: options.policy ?? unrestrictedFacts,
    now: NOW,
    holds: options.holds ?? new Set(),
  });
}

/** The most that an operation costs. */
export function mostOf(query: string, options?: EstimateOptions): number | null {
  return estimate(query, options).max;
}
