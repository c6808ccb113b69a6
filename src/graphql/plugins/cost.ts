import { counted } from '../../lib/counted.js';
import { HeaderMap, type ApolloServerPlugin, type GraphQLRequestContext } from '@apollo/server';
import {
  execute,
  getVariableValues,
  GraphQLError,
  OperationTypeNode,
  type FormattedExecutionResult,
} from 'graphql';
import { SECOND_MS } from '../../lib/clock.js';
import { Trial } from '../../operation/trial.js';
import type { ContextValue } from '../context.js';
import { estimateCost, type Estimate } from '../cost/estimate.js';
import { withDistinctIds } from '../cost/distinctIds.js';

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
          if (wish !== true && !isNearLimit(request)) return null;
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

/** The latest price of each operation, whatever its IDs; documents live as long as the server remembers them. */
const latest = new WeakMap<object, { readonly key: string; readonly least: number }>();
/** So long, open windows of time are priced as if they ended when the first of them was priced. */
const PRESENT_MS = 10 * SECOND_MS;
/** Longer variables aren't remembered. */
const MAX_KEY_LENGTH = 8000;

/** Which IDs are asked for changes the price by less than this factor. */
const NEAR_LIMIT = 10;

/**
 * Whether the price of the operation is near its limit or beyond: false where one of the same form with other IDs
 * would be far below it. Then its own price need not be worked out.
 */
function isNearLimit(asked: Request): boolean {
  const { request, operation, contextValue } = asked;
  if (operation === undefined || operation.operation !== OperationTypeNode.QUERY) return true;
  const variables = withDistinctIds(request.variables ?? {});
  const key = JSON.stringify([
    variables,
    contextValue.companyFacts(),
    contextValue.loaders.screen.facts,
    Math.floor(contextValue.now() / PRESENT_MS),
  ]);
  if (key.length > MAX_KEY_LENGTH) return true;
  let known = latest.get(operation);
  if (known?.key !== key) {
    known = { key, least: estimateOf(asked, variables)?.min ?? Infinity };
    latest.set(operation, known);
  }
  return known.least * NEAR_LIMIT > contextValue.scope.maxRequests;
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
  const trial = new Trial();
  const tried = contextValue.tried(trial);
  try {
    const run = execute({
      schema,
      document,
      contextValue: tried,
      variableValues: request.variables ?? {},
      operationName: operationName ?? null,
    });
    const { min, isComplete } = await trial.of(Promise.resolve(run), tried.scope.signal);
    return isComplete ? { ...estimated, min, max: 0 } : { ...estimated, min };
  } finally {
    tried.scope.close();
  }
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
