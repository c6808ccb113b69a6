import type { ApolloServerPlugin } from '@apollo/server';
import { visit, type DocumentNode, type GraphQLFormattedError } from 'graphql';
import type { ContextValue } from '../context.js';
import { causeOf } from '../errors.js';

type Path = readonly (string | number)[];

/** Errors of one cause in one list. */
interface Group {
  /** The one with the first path. */
  first: GraphQLFormattedError;
  occurrences: number;
}

/**
 * Reports errors of one upstream cause within one list once, with the first path and how often it occurred: a scope
 * that is missing is one problem, however many items it concerns.
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

/** In the order in which each cause was met first. */
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
 * Returns keys that are equal for errors of one cause whose paths differ in nothing but positions in lists; null for
 * an error that stays alone.
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
    // A router assigns the errors of `_entities` to places of its own, by the position of each reference.
    const ownPosition = entities.has(path[0] ?? '') ? 1 : -1;
    const place = path.map((key, index) =>
      typeof key === 'number' && index !== ownPosition ? '*' : key,
    );
    return `${numberOf(cause)} ${place.join(' ')}`;
  };
}

/** Response keys of the field that routers resolve references with. */
function entityKeys(document: DocumentNode): ReadonlySet<string | number> {
  const keys = new Set<string>();
  visit(document, {
    Field: ({ name, alias }) => {
      if (name.value === '_entities') keys.add(alias?.value ?? name.value);
    },
  });
  return keys;
}

/** Whether a path comes first in the response; they differ in nothing but positions in lists. */
function isBefore(path: Path = [], other: Path = []): boolean {
  const index = path.findIndex((key, place) => key !== other[place]);
  return Number(path[index]) < Number(other[index]);
}

function withOccurrences(error: GraphQLFormattedError, occurrences: number): GraphQLFormattedError {
  const gong = error.extensions?.['gong'] as object | undefined;
  return { ...error, extensions: { ...error.extensions, gong: { ...gong, occurrences } } };
}
