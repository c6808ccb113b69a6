import type { GraphQLResolveInfo } from 'graphql';
import type { ContextValue } from '../context.js';
import type { Resolvers } from '../generated/graphql.js';
import { InputError } from '../../operation/inputError.js';
import { parseEntityReference } from '../selection/entityReference.js';
import { findNode, named, NodeBatch, typeNameOf, type NamedNode } from './node.js';
import { settleInOrder } from './references.js';
import { toUserModel } from './users.js';

/** Reporting an error takes about as long as this many objects. */
const OBJECTS_OF_AN_ERROR = 100;

function loadEntities(
  representations: readonly unknown[],
  context: ContextValue,
  info: GraphQLResolveInfo,
): (NamedNode | null)[] {
  const references = representations.map(parseEntityReference);
  const batch = new NodeBatch(references.map((each) => ('id' in each ? each : null)));
  const { operation, loaders } = context;
  const refuse = (place: number, problem: string): null => {
    // The response will be refused, so an error for each reference would only take time.
    if (operation.isTooLarge) return null;
    operation.countObjects(OBJECTS_OF_AN_ERROR);
    throw badReference(place, problem);
  };
  const load = async (reference: (typeof references)[number], place: number) => {
    if ('problem' in reference) return refuse(place, reference.problem);
    if ('id' in reference) return findNode(reference, batch, context, info);
    const [user, ...others] = await loaders.people.knownBy(reference.emailAddress);
    if (user === undefined) return null;
    if (others.length === 0) return named('User', toUserModel(user));
    return refuse(
      place,
      `has an emailAddress that ${others.length + 1} users share: reference the user by id`,
    );
  };
  return settleInOrder([...references.entries()], ([place, reference]) => load(reference, place));
}

function badReference(place: number, problem: string): InputError {
  return new InputError(
    'BAD_USER_INPUT',
    `Argument "_entities(representations[${place}]:)" ${problem}.`,
  );
}

/** Resolves routers' references. Each requests only what is selected of it. */
export const entityResolvers: Pick<Resolvers, 'Query' | '_Entity'> = {
  Query: {
    _entities: (_parent, { representations }, context, info) =>
      loadEntities(representations, context, info),
  },
  _Entity: { __resolveType: typeNameOf },
};
