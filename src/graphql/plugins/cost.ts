import { counted } from '../../lib/counted.js';
import { HeaderMap, type ApolloServerPlugin, type GraphQLRequestContext } from '@apollo/server';
import {
  execute,
  getVariableValues,
  GraphQLError,
  OperationTypeNode,
  type FormattedExecutionResult,
} from 'graphql';
import type { ContextValue } from '../context.js';
import { estimateCost, type Estimate } from '../cost/estimate.js';

/**
 * Tells the price of an operation before it runs. One that can't be had for what it may cost is refused,
 * before a request is spent; one that only asks for its price is told it, and doesn't run.
 */
export function costPlugin(): ApolloServerPlugin<ContextValue> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        responseForOperation: async (request) => {
          const { contextValue } = request;
          const wish = estimateOnlyOf(request);
          if (wish !== undefined && typeof wish !== 'boolean') {
            return answer(400, { errors: [invalidEstimateOnly().toJSON()] });
          }
          const estimated = estimateOf(request);
          // Variables that can't be read are the executor's to report.
          if (estimated === null) return null;
          if (wish === true) {
            const { min, max } = await withCache(estimated, request);
            return answer(200, { data: null, extensions: { gong: { estimate: { min, max } } } });
          }
          const { maxRequests } = contextValue.scope;
          if (estimated.min <= maxRequests) return null;
          const known = await withCache(estimated, request);
          if (known.min <= maxRequests) return null;
          return answer(400, { errors: [refusal(known, maxRequests).toJSON()] });
        },
      }),
  };
}

type Request = Pick<
  GraphQLRequestContext<ContextValue>,
  'request' | 'schema' | 'document' | 'operation' | 'operationName' | 'contextValue'
>;

function answer(status: number, singleResult: FormattedExecutionResult) {
  return {
    http: { status, headers: new HeaderMap() },
    body: { kind: 'single' as const, singleResult },
  };
}

/** What the request says to that; undefined where it says nothing. */
function estimateOnlyOf({ request }: Request): unknown {
  const gong: unknown = request.extensions?.['gong'];
  return typeof gong === 'object' && gong !== null && 'estimateOnly' in gong
    ? gong.estimateOnly
    : undefined;
}

/** Run for want of a proper `true`, it would spend what its price was asked for. */
function invalidEstimateOnly(): GraphQLError {
  return new GraphQLError('The request\'s "extensions.gong.estimateOnly" must be true or false.', {
    extensions: { code: 'BAD_USER_INPUT', retryable: false },
  });
}

function estimateOf({
  request,
  schema,
  document,
  operation,
  contextValue,
}: Request): Estimate | null {
  if (document === undefined || operation === undefined) return null;
  const { coerced } = getVariableValues(
    schema,
    operation.variableDefinitions ?? [],
    request.variables ?? {},
    { maxErrors: 0 },
  );
  if (coerced === undefined) return null;
  const company = contextValue.companyFacts();
  const now = contextValue.now();
  const policy = contextValue.loaders.screen.facts;
  return estimateCost({
    schema,
    document,
    operation,
    variableValues: coerced,
    company,
    policy,
    now,
  });
}

/**
 * The estimate with what is cached: the operation is tried on that alone. Where nothing is missing it is
 * free; else it costs no more than was thought, and at least what is seen to be missing. What changes something
 * isn't tried.
 */
async function withCache(
  estimated: Estimate,
  { request, schema, document, operation, operationName, contextValue }: Request,
): Promise<Estimate> {
  if (document === undefined || estimated.max === 0) return estimated;
  if (operation?.operation !== OperationTypeNode.QUERY) return estimated;
  const trial = contextValue.cacheOnly();
  try {
    await execute({
      schema,
      document,
      contextValue: trial,
      variableValues: request.variables ?? {},
      operationName: operationName ?? null,
    });
  } finally {
    trial.scope.close();
  }
  const { kept } = trial.scope;
  if (kept === 0) return { ...estimated, min: 0, max: 0 };
  return { ...estimated, min: Math.min(estimated.min, kept) };
}

function refusal({ min, narrow }: Estimate, maxRequests: number): GraphQLError {
  const advice = narrow.map(
    ({ path, requests, advice: each }) =>
      `${path.join('.')}${requests === null ? '' : ` (${counted(requests, 'request')})`}: ${each}`,
  );
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
