import { createRequire } from 'node:module';

// Of the tests' own package: the product needs none of it.
const require = createRequire(new URL('../../test/graph/package.json', import.meta.url));

/** Something that clients could do with a graph and no longer can. */
export interface Break {
  /** Where, as in `Call.brief` or `Query.calls.first`. */
  readonly path: string;
  readonly message: string;
}

/** What of a graph clients can no longer rely on, against what was declared. */
export interface Comparison {
  readonly undeclared: readonly Break[];
  /** Paths that were declared although nothing breaks there. */
  readonly idle: readonly string[];
}

/**
 * Compares a graph with the one that clients know.
 *
 * @param last the graph as last released, in SDL.
 * @param current the graph as it is now, in SDL.
 * @param changes text of schema-changes.md.
 */
export async function compareSchemas(
  last: string,
  current: string,
  changes: string,
): Promise<Comparison> {
  const found = await breaksBetween(last, current);
  const declared = declaredPaths(changes);
  return {
    undeclared: found.filter(({ path }) => !declared.includes(path)),
    idle: declared.filter((path) => !found.some((each) => each.path === path)),
  };
}

/** The text of schema-changes.md once a version is released: what was declared belongs to that. */
export function released(changes: string, version: string): string {
  const text = changes.replace(UNRELEASED, (_whole, section: string) => {
    const declared = section.trim();
    const own = declared === '' ? '' : `## ${version}\n\n${declared}\n\n`;
    return `## Not yet released\n\n${own}`;
  });
  return `${text.trimEnd()}\n`;
}

/** Up to the next heading, or the end. */
const UNRELEASED = /^## Not yet released\n(.*?)(?=^## |(?![^]))/ms;

/** An item begins with its path, and says something of it. */
function declaredPaths(changes: string): readonly string[] {
  const section = UNRELEASED.exec(changes)?.[1] ?? '';
  return [...section.matchAll(/^- `([^`]+)`: \S/gm)].map(([, path = '']) => path);
}

interface Inspector {
  readonly CriticalityLevel: { readonly Breaking: string };
  readonly diff: (
    from: unknown,
    to: unknown,
  ) => Promise<
    readonly {
      readonly path?: string;
      readonly message: string;
      readonly criticality: { readonly level: string };
    }[]
  >;
}

async function breaksBetween(last: string, current: string): Promise<Break[]> {
  const { buildSchema } = require('graphql') as { buildSchema: (sdl: string) => unknown };
  const { CriticalityLevel, diff } = require('@graphql-inspector/core') as Inspector;
  const changes = await diff(buildSchema(last), buildSchema(current));
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ path = '', message }) => ({ path, message }));
}
