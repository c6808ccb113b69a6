import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { ContextValue } from '../context.js';
import { createFormatError } from '../errors.js';
import type { Logger } from '../gong/client.js';
import { argumentChecksPlugin } from '../plugins/argumentChecks.js';
import { costPlugin } from '../plugins/cost.js';
import { gongExtensionsPlugin } from '../plugins/gongExtensions.js';
import { maskedErrorsPlugin } from '../plugins/maskedErrors.js';

/** The GraphQL side of the server, without HTTP. */
export function createApolloServer(
  schema: GraphQLSchema,
  logger: Logger,
  transportPlugins: readonly ApolloServerPlugin<ContextValue>[] = [],
): ApolloServer<ContextValue> {
  return new ApolloServer<ContextValue>({
    schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    formatError: createFormatError(logger),
    // Signals are handled in src/index.ts, where everything else that ends is ended too.
    stopOnTerminationSignals: false,
    logger: apolloLogger(logger),
    plugins: [
      argumentChecksPlugin(),
      costPlugin(),
      maskedErrorsPlugin(),
      gongExtensionsPlugin(),
      // It wraps every field of every object: src/plugins/cacheControl.ts reads the hints beforehand.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ...transportPlugins,
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
