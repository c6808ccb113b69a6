import { visit, type DocumentNode } from 'graphql';

/** Returns the response names of all `uploadUrl` fields of a document. */
export function uploadKeys(document: DocumentNode): ReadonlySet<string> {
  const keys = new Set<string>();
  visit(document, {
    Field({ name, alias }) {
      if (name.value === 'uploadUrl') keys.add((alias ?? name).value);
    },
  });
  return keys;
}

/** Returns the upload URLs in a response, each with the path of the object that it is in. */
export function uploadUrls(
  value: unknown,
  keys: ReadonlySet<string>,
  path: readonly string[] = [],
): { readonly path: string; readonly url: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]: [string, unknown]) =>
    keys.has(key) && typeof member === 'string'
      ? [{ path: path.join('.'), url: member }]
      : uploadUrls(member, keys, [...path, key]),
  );
}
