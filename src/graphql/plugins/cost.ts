import {
  HeaderMap,
  type ApolloServerPlugin,
  type GraphQLRequestContextResponseForOperation,
} from '@apollo/server';
import { execute, getVariableValues, GraphQLError, Kind, OperationTypeNode } from 'graphql';
import { SECOND_MS } from '../../lib/clock.js';
import { counted } from '../../lib/counted.js';
import type { ErrorCode } from '../../lib/errorCodes.js';
import { Trial } from '../../operation/trial.js';
import type { ContextValue } from '../context.js';
import { withDistinctIds } from '../cost/distinctIds.js';
import { estimateCost, type Estimate } from '../cost/estimate.js';
import { wishesOf } from './requestExtensions.js';

/** Maximum of root fields that are priced separately when an operation costs too much. */
const MAX_SEPARATED = 20;

type Request = GraphQLRequestContextResponseForOperation<ContextValue>;

/**
 * Estimates an operation before it runs. It refuses an operation whose minimum exceeds the limit before any request
 * is spent. An operation with `estimateOnly` gets its estimate and does not run.
 */
export function costPlugin(): ApolloServerPlugin<ContextValue> {
  return { requestDidStart: () => Promise.resolve({ responseForOperation: respond }) };
}

/** Returns null when the operation may run. */
async function respond(asked: Request) {
  // Contrary to Apollo's type, the document may not contain the named operation.
  if ((asked.operation as unknown) == null) return null;
  const wishes = wishesOf(asked.request);
  // If an invalid switch were ignored, the operation would run and spend what it only wanted to estimate.
  if ('problem' in wishes) return refuse(wishes.problem, 'BAD_USER_INPUT');
  const { estimateOnly } = wishes;
  const { maxRequests } = asked.contextValue.operation;
  if (!estimateOnly && isBelowLimit(asked)) return null;
  const estimate = estimateOf(asked);
  // The executor reports variables that cannot be coerced.
  if (estimate === null || (!estimateOnly && (estimate.max ?? Infinity) <= maxRequests))
    return null;
  const { min, max } = await rangeOf(estimate, asked);
  if (estimateOnly) {
    return answer(200, { data: null, extensions: { gong: { estimate: { min, max } } } });
  }
  if (min <= maxRequests) return null;
  const advice = estimate.narrow.map(({ path, most, advice: each }) => {
    const requests = Number.isFinite(most) ? ` (${counted(most, 'request')})` : '';
    return `${path.join('.')}${requests}: ${each}`;
  });
  return refuse(
    `This operation needs at least ${counted(min, 'Gong request')}; the limit is ${maxRequests}. ` +
      `To reduce the cost: ${advice.join('; ')}.${separable(asked)}`,
    'COST_LIMIT_EXCEEDED',
    { requests: { atLeast: min, allowed: maxRequests } },
  );
}

/** Returns a sentence that names the root fields that are within the limit as separate operations. */
function separable(asked: Request): string {
  const { operation, contextValue } = asked;
  const fields = operation.selectionSet.selections.filter((each) => each.kind === Kind.FIELD);
  if (fields.length < 2) return '';
  const fitting = fields.slice(0, MAX_SEPARATED).filter((field) => {
    const alone = {
      ...operation,
      selectionSet: { ...operation.selectionSet, selections: [field] },
    };
    const max = estimateOf({ ...asked, operation: alone })?.max ?? Infinity;
    return max <= contextValue.operation.maxRequests;
  });
  if (fitting.length === 0) return '';
  const names = fitting.map(({ alias, name }) => (alias ?? name).value);
  return ` Each of these is within the limit as a separate operation: ${names.join(', ')}.`;
}

function refuse(message: string, code: ErrorCode, more: object = {}) {
  const extensions = { code, retryable: false, ...more };
  return answer(400, { errors: [new GraphQLError(message, { extensions }).toJSON()] });
}

function answer<Result extends object>(status: number, singleResult: Result) {
  const http = { status, headers: new HeaderMap() };
  return { http, body: { kind: 'single' as const, singleResult } };
}

/** The latest estimate of each operation, for any IDs. Documents live as long as the server caches them. */
const latest = new WeakMap<object, { readonly key: string; readonly max: number | null }>();
/** For this long, open time windows are estimated with the end of the first estimate. */
const PRESENT_MS = 10 * SECOND_MS;
/** Estimates with longer variables are not cached. */
const MAX_KEY_LENGTH = 8000;

/**
 * Returns whether an operation of the same shape with other IDs is within the limit. Then this one needs no estimate
 * of its own.
 */
function isBelowLimit(asked: Request): boolean {
  const { request, operation, contextValue } = asked;
  if (operation.operation !== OperationTypeNode.QUERY) return false;
  // Equal IDs cost less than different ones.
  const variables = withDistinctIds(request.variables ?? {});
  const { policyFilter } = contextValue.loaders;
  const present = Math.floor(contextValue.now() / PRESENT_MS);
  const { companyFacts, replicaHolds } = contextValue;
  const facts = [companyFacts(), policyFilter.facts, [...replicaHolds]];
  const key = JSON.stringify([variables, facts, present]);
  if (key.length > MAX_KEY_LENGTH) return false;
  let known = latest.get(operation);
  if (known?.key !== key) {
    known = { key, max: estimateOf(asked, variables)?.max ?? null };
    latest.set(operation, known);
  }
  return (known.max ?? Infinity) <= contextValue.operation.maxRequests;
}

function estimateOf(asked: Request, variables = asked.request.variables ?? {}): Estimate | null {
  const { schema, document, operation, contextValue } = asked;
  const definitions = operation.variableDefinitions ?? [];
  const { coerced } = getVariableValues(schema, definitions, variables, { maxErrors: 0 });
  if (coerced === undefined) return null;
  const company = contextValue.companyFacts();
  const policy = contextValue.loaders.policyFilter.facts;
  const now = contextValue.now();
  const { replicaHolds: holds } = contextValue;
  const given = { schema, document, operation, variableValues: coerced };
  return estimateCost({ ...given, company, policy, now, holds });
}

/** Returns the minimum and maximum requests. A query is tried on cached data; a mutation is not tried. */
async function rangeOf({ writes, max }: Estimate, asked: Request) {
  const { request, schema, document, operation, operationName, contextValue } = asked;
  if (operation.operation !== OperationTypeNode.QUERY || max === 0) return { min: writes, max };
  const trial = new Trial();
  const context = contextValue.tried(trial);
  context.operation.maxAgeMs = contextValue.operation.maxAgeMs;
  const variableValues = request.variables ?? {};
  try {
    const run = execute({ schema, document, contextValue: context, variableValues, operationName });
    const { min, isComplete } = await trial.of(Promise.resolve(run), context.operation.signal);
    return isComplete ? { min: 0, max: 0 } : { min: Math.min(min, max ?? Infinity), max };
  } finally {
    context.operation.close();
  }
}
