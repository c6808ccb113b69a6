import type { FieldNode, GraphQLObjectType } from 'graphql';
import type { Moment } from './moments.js';
import type { Path } from './part.js';
import type { Population, Sources } from './population.js';

/** Calls that something belongs to. */
export interface CallsAround extends Population {
  /** When they are known. */
  readonly known: Moment;
  /** They were picked one by one, so they may lie on any days; else one follows on the other. */
  readonly isScattered: boolean;
}

/** Objects of one type at one place of an operation, with what is selected of them. */
export interface Place {
  readonly type: GraphQLObjectType;
  readonly nodes: readonly FieldNode[];
  readonly path: Path | null;
  readonly objects: Population;
  /** When their ids are known: what goes by these alone is asked for then. */
  readonly asked: Moment;
  /** When the rest of them is known. */
  readonly known: Moment;
  /** The ids by which the operation names them; null where something else does. */
  readonly ids: readonly string[] | null;
  /** The calls that they are, or are parts of; null where they have nothing to do with any. */
  readonly calls: CallsAround | null;
  /** They exist only where the user directory was read before. */
  readonly hasDirectory: boolean;
  /** Folders that were read by their content; others are known from the list of their workspace. */
  readonly isContent: boolean;
  /** Parties found by their voice, who go by their user's name where they have none. */
  readonly isSpeaker: boolean;
}

/** The nearer part of a place: the rest is as plain as can be. */
export type NewPlace = Pick<Place, 'type' | 'nodes' | 'path' | 'objects' | 'known'> &
  Partial<Place>;

export function newPlace(place: NewPlace): Place {
  return {
    asked: place.known,
    ids: null,
    calls: null,
    hasDirectory: false,
    isContent: false,
    isSpeaker: false,
    ...place,
  };
}

/** Both together: the same fields of objects that are known at the same moments. */
export function mergePlaces(a: Place, b: Place, sources: Sources): Place {
  return {
    ...a,
    objects: sources.merge(a.objects, b.objects),
    calls:
      a.calls === null || b.calls === null
        ? (a.calls ?? b.calls)
        : {
            ...sources.merge(a.calls, b.calls),
            known: a.calls.known,
            isScattered: a.calls.isScattered || b.calls.isScattered,
          },
  };
}
