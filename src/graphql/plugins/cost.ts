import { HeaderMap, type ApolloServerPlugin, type GraphQLRequestContext } from '@apollo/server';
import {
  execute,
  getVariableValues,
  GraphQLError,
  OperationTypeNode,
  type FormattedExecutionResult,
} from 'graphql';
import { SECOND_MS } from '../../lib/clock.js';
import { counted } from '../../lib/counted.js';
import { Trial } from '../../operation/trial.js';
import type { ContextValue } from '../context.js';
import { withDistinctIds } from '../cost/distinctIds.js';
import { estimateCost, type Estimate } from '../cost/estimate.js';

/**
 * Reports the price of an operation before it runs. An operation that costs more than it may at the least is refused
 * before a request is spent; one that only asks for its price gets it, and doesn't run.
 */
export function costPlugin(): ApolloServerPlugin<ContextValue> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        responseForOperation: async (request) => {
          const wish = estimateOnlyOf(request);
          if (wish !== undefined && typeof wish !== 'boolean') {
            return answer(400, { errors: [invalidEstimateOnly().toJSON()] });
          }
          if (wish !== true && isBelowLimit(request)) return null;
          const estimate = estimateOf(request);
          // Variables that can't be read are the executor's to report.
          if (estimate === null) return null;
          const { maxRequests } = request.contextValue.scope;
          if (wish === true) {
            const { min, max } = await rangeOf(estimate, request);
            return answer(200, { data: null, extensions: { gong: { estimate: { min, max } } } });
          }
          if (isWithin(estimate.max, maxRequests)) return null;
          const { min } = await rangeOf(estimate, request);
          if (min <= maxRequests) return null;
          return answer(400, { errors: [refusal(min, estimate, maxRequests).toJSON()] });
        },
      }),
  };
}

type Request = Pick<
  GraphQLRequestContext<ContextValue>,
  'request' | 'schema' | 'document' | 'operation' | 'operationName' | 'contextValue'
>;

function answer(status: number, singleResult: FormattedExecutionResult) {
  const http = { status, headers: new HeaderMap() };
  return { http, body: { kind: 'single' as const, singleResult } };
}

/** What the request says to that; undefined when it says nothing. */
function estimateOnlyOf({ request }: Request): unknown {
  const gong = request.extensions?.['gong'] as
    { readonly estimateOnly?: unknown } | null | undefined;
  return gong?.estimateOnly;
}

/** Run for want of a proper `true`, it would spend what its price was asked for. */
function invalidEstimateOnly(): GraphQLError {
  return new GraphQLError('The request\'s "extensions.gong.estimateOnly" must be true or false.', {
    extensions: { code: 'BAD_USER_INPUT', retryable: false },
  });
}

/** The latest price of each operation, whatever its IDs; documents live as long as the server remembers them. */
const latest = new WeakMap<object, { readonly key: string; readonly max: number | null }>();
/** For this long, open windows of time are priced as if they ended when the first of them was priced. */
const PRESENT_MS = 10 * SECOND_MS;
/** Longer variables aren't remembered. */
const MAX_KEY_LENGTH = 8000;

/** Whether an operation of the same form with other IDs costs no more than it may: then its own price isn't worked out. */
function isBelowLimit(asked: Request): boolean {
  const { request, operation, contextValue } = asked;
  if (operation?.operation !== OperationTypeNode.QUERY) return false;
  // IDs that are equal cost less than those that differ.
  const variables = withDistinctIds(request.variables ?? {});
  const key = JSON.stringify([
    variables,
    contextValue.companyFacts(),
    contextValue.loaders.screen.facts,
    Math.floor(contextValue.now() / PRESENT_MS),
  ]);
  if (key.length > MAX_KEY_LENGTH) return false;
  let known = latest.get(operation);
  if (known?.key !== key) {
    known = { key, max: estimateOf(asked, variables)?.max ?? null };
    latest.set(operation, known);
  }
  return isWithin(known.max, contextValue.scope.maxRequests);
}

function isWithin(max: number | null, maxRequests: number): boolean {
  return max !== null && max <= maxRequests;
}

function estimateOf(
  { request, schema, document, operation, contextValue }: Request,
  variables = request.variables ?? {},
): Estimate | null {
  if (document === undefined || operation === undefined) return null;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
    maxErrors: 0,
  });
  if (coerced === undefined) return null;
  const company = contextValue.companyFacts();
  const policy = contextValue.loaders.screen.facts;
  const now = contextValue.now();
  const priced = { schema, document, operation, variableValues: coerced, company, policy, now };
  return estimateCost(priced);
}

/** Fewest and most requests. A query is tried on what is known; what changes something isn't tried. */
async function rangeOf(
  { writes, max }: Estimate,
  { request, schema, document, operation, operationName, contextValue }: Request,
): Promise<{ readonly min: number; readonly max: number | null }> {
  if (document === undefined || operation?.operation !== OperationTypeNode.QUERY || max === 0) {
    return { min: writes, max };
  }
  const trial = new Trial();
  const context = contextValue.tried(trial);
  try {
    const run = execute({
      schema,
      document,
      contextValue: context,
      variableValues: request.variables ?? {},
      operationName: operationName ?? null,
    });
    const { min, isComplete } = await trial.of(Promise.resolve(run), context.scope.signal);
    if (isComplete) return { min: 0, max: 0 };
    return { min: Math.min(min, max ?? Infinity), max };
  } finally {
    context.scope.close();
  }
}

function refusal(min: number, { narrow }: Estimate, maxRequests: number): GraphQLError {
  const advice = narrow.map(({ path, most, advice: each }) => {
    const requests = Number.isFinite(most) ? ` (${counted(most, 'request')})` : '';
    return `${path.join('.')}${requests}: ${each}`;
  });
  return new GraphQLError(
    `This operation needs at least ${counted(min, 'Gong request')}; the limit is ${maxRequests}. ` +
      `To reduce the cost: ${advice.join('; ')}.`,
    {
      extensions: {
        code: 'COST_LIMIT_EXCEEDED',
        retryable: false,
        requests: { atLeast: min, allowed: maxRequests },
      },
    },
  );
}
