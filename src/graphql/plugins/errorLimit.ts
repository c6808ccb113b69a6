import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { ContextValue } from '../context.js';
import { shortened } from '../errors.js';
import { counted } from '../../lib/counted.js';

/** Maximum size of the errors of one response, in bytes of JSON. */
export const MAX_ERRORS_BYTES = 32_000;
/** Maximum size of one error. */
const MAX_ERROR_BYTES = 16_000;
/** Reserved for the error that states how many are missing. */
const RESERVED_BYTES = 500;

/** Limits the size of a response's errors, whatever they concern, and states how many are omitted. */
export function errorLimitPlugin(): ApolloServerPlugin<ContextValue> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ response }) => {
          if (response.body.kind !== 'single') return Promise.resolve();
          const { singleResult } = response.body;
          if (singleResult.errors !== undefined) {
            singleResult.errors = limitErrors(singleResult.errors);
          }
          return Promise.resolve();
        },
      }),
  };
}

/** Returns the first errors that fit. */
export function limitErrors(
  errors: readonly GraphQLFormattedError[],
): readonly GraphQLFormattedError[] {
  const shown: GraphQLFormattedError[] = [];
  let bytes = RESERVED_BYTES;
  for (const error of errors) {
    const small = fitted(error);
    // Includes the comma after the error.
    bytes += bytesOf(small) + 1;
    if (bytes > MAX_ERRORS_BYTES) return [...shown, omission(errors.slice(shown.length))];
    shown.push(small);
  }
  return shown;
}

/** Removes details of an error until it fits. */
function fitted(error: GraphQLFormattedError): GraphQLFormattedError {
  if (bytesOf(error) <= MAX_ERROR_BYTES) return error;
  const { message, path, locations = [], extensions = {} } = error;
  const short = {
    message: shortened(message),
    ...(locations.length === 0 ? {} : { locations: locations.slice(0, 1) }),
    ...(path === undefined ? {} : { path }),
  };
  const whole = { ...short, extensions };
  if (bytesOf(whole) <= MAX_ERROR_BYTES) return whole;
  const { code, retryable } = extensions;
  const occurrences = occurrencesOf(error);
  const gong = occurrences === 1 ? {} : { gong: { occurrences } };
  const least = { ...short, extensions: { code, retryable, ...gong } };
  if (bytesOf(least) <= MAX_ERROR_BYTES) return least;
  return { message: short.message, extensions: least.extensions };
}

function omission(omitted: readonly GraphQLFormattedError[]): GraphQLFormattedError {
  const count = omitted.reduce((sum, error) => sum + occurrencesOf(error), 0);
  const are = count === 1 ? 'is' : 'are';
  return {
    message:
      `${counted(count, 'more error')} ${are} not shown: the errors of one response are limited to ` +
      `${MAX_ERRORS_BYTES / 1000} KB. Fix the causes shown first, or request fewer items.`,
    extensions: { code: 'ERRORS_OMITTED', retryable: false, omitted: count },
  };
}

function occurrencesOf({ extensions }: GraphQLFormattedError): number {
  const gong = extensions?.['gong'] as { readonly occurrences?: number } | undefined;
  return gong?.occurrences ?? 1;
}

function bytesOf(error: GraphQLFormattedError): number {
  return Buffer.byteLength(JSON.stringify(error));
}
