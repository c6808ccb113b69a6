import type { GraphQLRequest } from '@apollo/server';

/** Switches in a request's `extensions.gong`. */
const switches = ['estimateOnly', 'requestIds'] as const;

/** The switches of a request in its `extensions.gong`. */
type Wishes = Readonly<Record<(typeof switches)[number], boolean>>;

/** Returns the switches of a request, or what is wrong with them. */
export function wishesOf({
  extensions,
}: Pick<GraphQLRequest, 'extensions'>): Wishes | { readonly problem: string } {
  const gong = (extensions?.['gong'] ?? {}) as Readonly<Record<string, unknown>>;
  const wrong = switches.find(
    (name) => gong[name] !== undefined && typeof gong[name] !== 'boolean',
  );
  if (wrong !== undefined) {
    return { problem: `The request's "extensions.gong.${wrong}" must be true or false.` };
  }
  return { estimateOnly: gong['estimateOnly'] === true, requestIds: gong['requestIds'] === true };
}
