import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { DocumentLimits } from '../config/config.js';
import type { ContextValue } from '../graphql/context.js';
import { createFormatError, shortened } from '../graphql/errors.js';
import { withGuidance } from '../graphql/guidance.js';
import type { Logger } from '../lib/logger.js';
import { answerSizePlugin } from '../graphql/plugins/answerSize.js';
import { argumentChecksPlugin } from '../graphql/plugins/argumentChecks.js';
import { costPlugin } from '../graphql/plugins/cost.js';
import { errorGroupsPlugin } from '../graphql/plugins/errorGroups.js';
import { errorLimitPlugin } from '../graphql/plugins/errorLimit.js';
import { gongExtensionsPlugin } from '../graphql/plugins/gongExtensions.js';
import { maskedErrorsPlugin } from '../graphql/plugins/maskedErrors.js';
import { responseCachePlugin } from '../graphql/plugins/responseCache.js';
import { limitRules, rewriteLimitError, withoutIntrospection } from './documentLimits.js';
import type { KeyValueCache } from './documentCache.js';

/**
 * A browser sends these for a page only after a preflight request: a GET or multipart request with one is no forgery.
 * No browser adds the tokens of the gateway's clients to requests by itself.
 */
const PREFLIGHTED_HEADERS = [
  'x-apollo-operation-name',
  'apollo-require-preflight',
  'authorization',
] as const;

/** So many mistakes of a document are told. */
const MAX_ERRORS = 20;

/** What clients may ask. Left out: anything that the schema knows, by its text. */
export interface ApolloOptions {
  readonly limits?: DocumentLimits;
  readonly hasIntrospection?: boolean;
  /** Where documents lie that clients name by their hash; left out: they can't. */
  readonly persistedDocuments?: KeyValueCache;
  /** What HTTP adds. */
  readonly plugins?: readonly ApolloServerPlugin<ContextValue>[];
}
/** The GraphQL side of the server, without HTTP. */
export function createApolloServer(
  schema: GraphQLSchema,
  logger: Logger,
  options: ApolloOptions = {},
): ApolloServer<ContextValue> {
  const { limits, hasIntrospection = true, persistedDocuments, plugins = [] } = options;
  const formatError = createFormatError(logger);
  return new ApolloServer<ContextValue>({
    schema,
    // Where it is off, a rule says so, and names no option of Apollo's.
    introspection: true,
    hideSchemaDetailsFromClientErrors: !hasIntrospection,
    validationRules: [
      ...(limits === undefined ? [] : limitRules(limits)),
      ...(hasIntrospection ? [] : [withoutIntrospection]),
    ],
    ...(limits === undefined ? {} : { parseOptions: { maxTokens: limits.maxTokens } }),
    persistedQueries: persistedDocuments === undefined ? false : { cache: persistedDocuments },
    csrfPrevention: { requestHeaders: [...PREFLIGHTED_HEADERS] },
    includeStacktraceInErrorResponses: false,
    // Twenty mistakes are enough to go on with.
    validationOptions: { maxErrors: MAX_ERRORS },
    formatError: (formatted, error) => {
      const told = formatError(formatted, error);
      // With a path, it is of an operation that ran.
      if (told.path !== undefined) return told;
      const { nodes } = error instanceof GraphQLError ? error : {};
      const message = hasIntrospection
        ? withGuidance(schema, { message: told.message, nodes })
        : told.message;
      return rewriteLimitError({ ...told, message: shortened(message) });
    },
    // Signals are handled in src/bin/server.ts, where everything else that ends is ended too.
    stopOnTerminationSignals: false,
    logger: apolloLogger(logger),
    plugins: [
      // First: what was answered before was checked before.
      responseCachePlugin(),
      argumentChecksPlugin(hasIntrospection),
      costPlugin(),
      answerSizePlugin(),
      errorGroupsPlugin(),
      maskedErrorsPlugin(),
      // Behind whatever else changes errors.
      errorLimitPlugin(),
      gongExtensionsPlugin(),
      // It wraps every field of every object: src/graphql/plugins/cacheControl.ts reads the hints beforehand.
      ApolloServerPluginCacheControlDisabled(),
      // Routers that ask for them would have each error told twice, once as it was before it was masked.
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ...plugins,
    ],
  });
}

function apolloLogger(logger: Logger) {
  const levels = ['debug', 'info', 'warn', 'error'] as const;
  const entries = levels.map((level) => [
    level,
    (message?: unknown) => {
      logger[level]({}, String(message));
    },
  ]);
  return Object.fromEntries(entries) as Record<
    (typeof levels)[number],
    (message?: unknown) => void
  >;
}
