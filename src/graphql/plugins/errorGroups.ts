import type { ApolloServerPlugin } from '@apollo/server';
import { visit, type DocumentNode, type GraphQLFormattedError } from 'graphql';
import type { ContextValue } from '../context.js';
import { causeOf } from '../errors.js';

type Path = readonly (string | number)[];

/** Errors with one cause within one list. */
interface Group {
  /** The error with the first path. */
  first: GraphQLFormattedError;
  occurrences: number;
}

/**
 * Reports errors with one upstream cause within one list once, with the first path and the number of occurrences. A
 * missing scope is one problem, however many items it affects.
 */
export function errorGroupsPlugin(): ApolloServerPlugin<ContextValue> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ response, document }) => {
          if (response.body.kind !== 'single' || document === undefined) return Promise.resolve();
          const { singleResult } = response.body;
          if (singleResult.errors !== undefined && singleResult.errors.length > 1) {
            singleResult.errors = groupErrors(singleResult.errors, entityKeys(document));
          }
          return Promise.resolve();
        },
      }),
  };
}

/** Groups are in the order of their first error. */
function groupErrors(
  errors: readonly GraphQLFormattedError[],
  entities: ReadonlySet<string | number>,
): readonly GraphQLFormattedError[] {
  const groups = new Map<string | GraphQLFormattedError, Group>();
  const keyOf = groupKeys(entities);
  for (const error of errors) {
    const key = keyOf(error) ?? error;
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, { first: error, occurrences: 1 });
    } else {
      group.occurrences += 1;
      if (isBefore(error.path, group.first.path)) group.first = error;
    }
  }
  return [...groups.values()].map(({ first, occurrences }) =>
    occurrences === 1 ? first : withOccurrences(first, occurrences),
  );
}

/**
 * Returns keys that are equal for errors with one cause whose paths differ only in list positions; null for an error
 * that cannot be grouped.
 */
function groupKeys(
  entities: ReadonlySet<string | number>,
): (error: GraphQLFormattedError) => string | null {
  const numbers = new Map<string, number>();
  const numberOf = (cause: string): number => {
    const number = numbers.get(cause) ?? numbers.size;
    numbers.set(cause, number);
    return number;
  };
  return ({ path, extensions }) => {
    const cause = causeOf(extensions);
    if (cause === null || path === undefined) return null;
    // A router maps each error of `_entities` to its own path by the position of the reference, so these are not
    // grouped.
    const ownPosition = entities.has(path[0] ?? '') ? 1 : -1;
    const place = path.map((key, index) =>
      typeof key === 'number' && index !== ownPosition ? '*' : key,
    );
    return `${numberOf(cause)} ${place.join(' ')}`;
  };
}

/** Returns the response keys of the field with which routers resolve references. */
function entityKeys(document: DocumentNode): ReadonlySet<string | number> {
  const keys = new Set<string>();
  visit(document, {
    Field: ({ name, alias }) => {
      if (name.value === '_entities') keys.add(alias?.value ?? name.value);
    },
  });
  return keys;
}

/** Returns whether a path comes first in the response. The paths differ only in list positions. */
function isBefore(path: Path = [], other: Path = []): boolean {
  const index = path.findIndex((key, place) => key !== other[place]);
  return Number(path[index]) < Number(other[index]);
}

function withOccurrences(error: GraphQLFormattedError, occurrences: number): GraphQLFormattedError {
  const gong = error.extensions?.['gong'] as object | undefined;
  return { ...error, extensions: { ...error.extensions, gong: { ...gong, occurrences } } };
}
