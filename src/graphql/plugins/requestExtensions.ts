import type { GraphQLRequest } from '@apollo/server';

/** Switches in a request's `extensions.gong`. */
const switches = ['estimateOnly', 'requestIds'] as const;

/** The switches of a request in its `extensions.gong`. */
type Wishes = Readonly<Record<(typeof switches)[number], boolean>> & {
  /** How old what the replica holds may be that answers in place of Gong; null: Gong is asked. */
  readonly maxAgeSeconds: number | null;
};

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
  const { maxAgeSeconds = null } = gong;
  const isAge = typeof maxAgeSeconds === 'number' && maxAgeSeconds >= 0;
  if (maxAgeSeconds !== null && !isAge) {
    return {
      problem:
        'The request\'s "extensions.gong.maxAgeSeconds" must be a number of seconds of at least 0.',
    };
  }
  return {
    estimateOnly: gong['estimateOnly'] === true,
    requestIds: gong['requestIds'] === true,
    maxAgeSeconds,
  };
}
