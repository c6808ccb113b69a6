import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { DocumentLimits } from '../../config/config.js';
import type { ContextValue } from '../../graphql/context.js';
import { createFormatError, shortened } from '../../graphql/errors.js';
import { withGuidance } from '../../graphql/guidance.js';
import type { Logger } from '../../lib/logger.js';
import { answerSizePlugin } from '../../graphql/plugins/answerSize.js';
import { argumentChecksPlugin } from '../../graphql/plugins/argumentChecks.js';
import { costPlugin } from '../../graphql/plugins/cost.js';
import { errorGroupsPlugin } from '../../graphql/plugins/errorGroups.js';
import { errorLimitPlugin } from '../../graphql/plugins/errorLimit.js';
import { gongExtensionsPlugin } from '../../graphql/plugins/gongExtensions.js';
import { maskedErrorsPlugin } from '../../graphql/plugins/maskedErrors.js';
import { responseCachePlugin } from '../../graphql/plugins/responseCache.js';
import { limitRules, rewriteLimitError, withoutIntrospection } from './documentLimits.js';
import type { KeyValueCache } from './documentCache.js';
import { createParsedDocumentStore } from './parsedDocuments.js';

/**
 * A browser sends these headers for a page only after a preflight request, so a GET or multipart request with one
 * cannot be forged. No browser adds the tokens of the gateway's clients by itself.
 */
const PREFLIGHTED_HEADERS = [
  'x-apollo-operation-name',
  'apollo-require-preflight',
  'authorization',
] as const;

/** Maximum of reported errors of a document. */
const MAX_ERRORS = 20;

/** What clients may send. If omitted, any document of the schema, by its text. */
export interface ApolloOptions {
  readonly limits?: DocumentLimits;
  readonly hasIntrospection?: boolean;
  /** Stores the documents that clients name by hash; if omitted, they cannot. */
  readonly persistedDocuments?: KeyValueCache;
  /** Plugins for HTTP. */
  readonly plugins?: readonly ApolloServerPlugin<ContextValue>[];
}
/** Creates the GraphQL server without HTTP. */
export function createApolloServer(
  schema: GraphQLSchema,
  logger: Logger,
  options: ApolloOptions = {},
): ApolloServer<ContextValue> {
  const { limits, hasIntrospection = true, persistedDocuments, plugins = [] } = options;
  const requestIds = new WeakMap<object, string>();
  const formatError = createFormatError(logger, (error) => requestIds.get(error as object));
  return new ApolloServer<ContextValue>({
    schema,
    // When it is off, a validation rule reports that without naming an option of Apollo's.
    introspection: true,
    hideSchemaDetailsFromClientErrors: !hasIntrospection,
    validationRules: [
      ...(limits === undefined ? [] : limitRules(limits)),
      ...(hasIntrospection ? [] : [withoutIntrospection]),
    ],
    ...(limits === undefined ? {} : { parseOptions: { maxTokens: limits.maxTokens } }),
    documentStore: createParsedDocumentStore(),
    persistedQueries: persistedDocuments === undefined ? false : { cache: persistedDocuments },
    csrfPrevention: { requestHeaders: [...PREFLIGHTED_HEADERS] },
    includeStacktraceInErrorResponses: false,
    // More errors would not help.
    validationOptions: { maxErrors: MAX_ERRORS },
    formatError: (formatted, error) => {
      const told = formatError(formatted, error);
      // An error with a path comes from an operation that ran.
      if (told.path !== undefined) return told;
      const { nodes } = error instanceof GraphQLError ? error : {};
      const message = hasIntrospection
        ? withGuidance(schema, { message: told.message, nodes })
        : told.message;
      return rewriteLimitError({ ...told, message: shortened(message) });
    },
    // src/bin/serve.ts handles signals, and also ends everything else.
    stopOnTerminationSignals: false,
    logger: apolloLogger(logger),
    plugins: [
      noteRequestIds(requestIds),
      // First, because a cached response was already checked.
      responseCachePlugin(),
      argumentChecksPlugin(hasIntrospection),
      costPlugin(),
      answerSizePlugin(),
      errorGroupsPlugin(),
      maskedErrorsPlugin(),
      // After all plugins that change errors.
      errorLimitPlugin(),
      gongExtensionsPlugin(),
      // Apollo's plugin wraps every field of every object. src/graphql/plugins/cacheControl.ts reads the hints
      // beforehand.
      ApolloServerPluginCacheControlDisabled(),
      // A router that requests traces would get each error twice, once unmasked.
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ...plugins,
    ],
  });
}

/** Notes the request of each error, which is not known where errors are formatted. */
function noteRequestIds(requestIds: WeakMap<object, string>): ApolloServerPlugin<ContextValue> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didEncounterErrors: ({ errors, contextValue: { requestId } }) => {
          for (const error of errors) requestIds.set(error, requestId);
          return Promise.resolve();
        },
      }),
  };
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
